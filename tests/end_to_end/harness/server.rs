//! A web server on this machine over one or several folders, which can be told to misbehave.
//!
//! Every server has a port of its own, and so an origin of its own. Into each web page it puts the probe (`probe.js`), by
//! which the tests see what happens there; nothing else is added.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::Outcome;

/// Where every server has what each page is given before its own scripts run.
const PROBE: (&str, &str) = ("/__probe.js", include_str!("probe.js"));

/// What a server serves: folders, of which the first that has a file wins, and rules for some of the paths.
#[derive(Clone, Default)]
pub struct Site {
    folders: Vec<PathBuf>,
    rules: Vec<(String, Rule)>,
}

/// How the answer for a path differs from the plain file.
#[derive(Clone, Default)]
pub struct Rule {
    status: Option<u16>,
    headers: Vec<(String, String)>,
    /// The inner `None` leaves the header out.
    content_type: Option<Option<String>>,
    body: Option<Vec<u8>>,
    delay: Duration,
    /// How many answers fail before one does not, and with which status.
    fails: Option<(usize, u16)>,
    endless: bool,
}

impl Rule {
    /// The plain file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers with this status.
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Serves it as another type than its name says.
    pub fn content_type(mut self, content_type: &str) -> Self {
        self.content_type = Some(Some(content_type.into()));
        self
    }

    /// Leaves the type out.
    pub fn no_content_type(mut self) -> Self {
        self.content_type = Some(None);
        self
    }

    /// Serves this in place of the file.
    pub fn body(mut self, body: &(impl AsRef<[u8]> + ?Sized)) -> Self {
        self.body = Some(body.as_ref().to_vec());
        self
    }

    /// Answers with `status` so many times before it answers as it should once, and then again.
    pub fn fails(mut self, times: usize, status: u16) -> Self {
        self.fails = Some((times, status));
        self
    }

    /// Says what `body` says over and over again, until nobody listens any more.
    pub fn endless(mut self) -> Self {
        self.endless = true;
        self
    }

    /// Waits before it answers.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

impl Site {
    /// A site over these folders.
    pub fn over(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        Self { folders: folders.into_iter().collect(), rules: Vec::new() }
    }

    /// Adds a rule for the paths that `pattern` names: one path (`/runtime.js`), or all with an end (`*.wasm`). What
    /// several rules say of one path adds up; where they differ, the last holds.
    pub fn rule(mut self, pattern: &str, rule: Rule) -> Self {
        self.rules.push((pattern.into(), rule));
        self
    }

    fn rule_for(&self, path: &str) -> Rule {
        let mut whole = Rule::new();
        for (pattern, rule) in &self.rules {
            let fits = match pattern.strip_prefix('*') {
                Some(end) => path.ends_with(end),
                None => path == pattern,
            };
            if fits {
                let rule = rule.clone();
                whole.status = rule.status.or(whole.status);
                whole.headers.extend(rule.headers);
                whole.content_type = rule.content_type.or(whole.content_type);
                whole.body = rule.body.or(whole.body);
                whole.delay += rule.delay;
                whole.fails = rule.fails.or(whole.fails);
                whole.endless |= rule.endless;
            }
        }
        whole
    }

    /// The file's content, and its name.
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let relative = Path::new(path.trim_start_matches('/'));
        // What leads out of the folder is not there.
        if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        self.folders.iter().find_map(|folder| std::fs::read(folder.join(relative)).ok())
    }
}

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<Asked>>>,
}

/// A request.
struct Asked {
    path: String,
    /// Whether a cookie came with it.
    known: bool,
}

impl Server {
    /// Starts a server on a free port.
    ///
    /// # Errors
    ///
    /// Where no port can be had.
    pub fn start(site: Site) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let server = Self { address: listener.local_addr()?, stopped: Arc::default(), requests: Arc::default() };
        let (stopped, requests, site) = (server.stopped.clone(), server.requests.clone(), Arc::new(site));
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let (requests, site) = (requests.clone(), site.clone());
                // A thread a connection: browsers open some that they leave unused, and those hold up nobody.
                thread::spawn(move || {
                    if let Some(Asked { path, known }) = asked(&connection) {
                        let mut requests = requests.lock().unwrap_or_else(PoisonError::into_inner);
                        let before = requests.iter().filter(|asked| asked.path == path).count();
                        if path != PROBE.0 {
                            requests.push(Asked { path: path.clone(), known });
                        }
                        drop(requests);
                        // A browser that went away in the middle is none of the test's business.
                        let _ = answer(&site, &path, before, connection);
                    }
                });
            }
        });
        Ok(server)
    }

    /// The address of `path` here.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The paths that were asked for, in order.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).iter().map(|asked| asked.path.clone()).collect()
    }

    /// The paths that were asked for with a cookie.
    pub fn requests_with_a_cookie(&self) -> Vec<String> {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.iter().filter(|asked| asked.known).map(|asked| asked.path.clone()).collect()
    }

    /// Forgets what was asked for so far.
    pub fn forget_requests(&self) {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, so that it sees it.
        let _ = TcpStream::connect(self.address);
    }
}

/// The request, its path without the query; nothing where none comes.
fn asked(connection: &TcpStream) -> Option<Asked> {
    connection.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
    let first = lines.next()?;
    // The whole request is read before it is answered: closing on unread bytes would reset the connection.
    let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let known = headers.iter().any(|line| line.to_ascii_lowercase().starts_with("cookie:"));
    let path = first.split(' ').nth(1)?.split(['?', '#']).next()?;
    let path = if path.ends_with('/') { format!("{path}index.html") } else { path.into() };
    Some(Asked { path, known })
}

/// Answers a request for what was asked for `before` times.
fn answer(site: &Site, path: &str, before: usize, mut connection: TcpStream) -> std::io::Result<()> {
    let rule = site.rule_for(path);
    thread::sleep(rule.delay);
    let probe = (path == PROBE.0).then(|| PROBE.1.as_bytes().to_vec());
    let file = probe.or(rule.body).or_else(|| site.file(path));
    let failing = rule.fails.and_then(|(times, status)| (before % (times + 1) < times).then_some(status));
    let status = failing.or(rule.status).unwrap_or(match file {
        Some(_) => 200,
        // No page here has an icon; that the browser asks is no fault of theirs.
        None if path == "/favicon.ico" => 204,
        None => 404,
    });
    let mut body = file.unwrap_or_default();
    let content_type = rule.content_type.unwrap_or_else(|| Some(content_type_of(path).into()));
    let mut headers = rule.headers;
    if path.ends_with(".html") && status == 200 {
        body = probed(body, &headers);
    }
    headers.extend(content_type.map(|value| ("Content-Type".into(), value)));
    if !headers.iter().any(|(name, _)| name == "Cache-Control") {
        headers.push(("Cache-Control".into(), "no-store".into()));
    }
    headers.push(("Connection".into(), "close".into()));
    if !rule.endless {
        headers.push(("Content-Length".into(), body.len().to_string()));
    }
    let head: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    connection.write_all(format!("HTTP/1.1 {status} \r\n{head}\r\n").as_bytes())?;
    connection.write_all(&body)?;
    if rule.endless {
        loop {
            connection.write_all(&body)?;
        }
    }
    Ok(())
}

/// A web page with the probe in its head. A policy that trusts scripts by their nonce is obeyed.
fn probed(page: Vec<u8>, headers: &[(String, String)]) -> Vec<u8> {
    let Ok(page) = String::from_utf8(page) else { return Vec::new() };
    let nonce = headers.iter().find_map(|(_, value)| value.split_once("'nonce-")?.1.split('\'').next());
    let nonce = nonce.map(|nonce| format!(" nonce=\"{nonce}\"")).unwrap_or_default();
    let small = page.to_ascii_lowercase();
    let after = ["<head", "<html", "<!doctype"].iter().find_map(|tag| {
        let at = small.find(tag)?;
        // `<header` is no head.
        let ends = small[at + tag.len()..].starts_with(['>', ' ', '\n']);
        ends.then(|| small[at..].find('>').map(|end| at + end + 1)).flatten()
    });
    let (before, rest) = page.split_at(after.unwrap_or(0));
    format!("{before}<script src=\"{}\"{nonce}></script>{rest}", PROBE.0).into_bytes()
}

fn content_type_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
