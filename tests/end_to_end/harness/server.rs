//! A web server on this machine over one or several folders, which can be told to misbehave.
//!
//! Every server has a port of its own, and so an origin of its own.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::Outcome;

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
    body: Option<String>,
    delay: Duration,
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
    pub fn body(mut self, body: &str) -> Self {
        self.body = Some(body.into());
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
    requests: Arc<Mutex<Vec<String>>>,
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
                    if let Some(path) = path_asked(&connection) {
                        requests.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
                        // A browser that went away in the middle is none of the test's business.
                        let _ = answer(&site, &path, connection);
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
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, so that it sees it.
        let _ = TcpStream::connect(self.address);
    }
}

/// The path of the request, without its query; nothing where none comes.
fn path_asked(connection: &TcpStream) -> Option<String> {
    connection.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
    let first = lines.next()?;
    // The whole request is read before it is answered: closing on unread bytes would reset the connection.
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = first.split(' ').nth(1)?.split(['?', '#']).next()?;
    Some(if path.ends_with('/') { format!("{path}index.html") } else { path.into() })
}

fn answer(site: &Site, path: &str, mut connection: TcpStream) -> std::io::Result<()> {
    let rule = site.rule_for(path);
    thread::sleep(rule.delay);
    let file = rule.body.map(String::into_bytes).or_else(|| site.file(path));
    let status = rule.status.unwrap_or(match file {
        Some(_) => 200,
        // No page here has an icon; that the browser asks is no fault of theirs.
        None if path == "/favicon.ico" => 204,
        None => 404,
    });
    let body = file.unwrap_or_default();
    let content_type = rule.content_type.unwrap_or_else(|| Some(content_type_of(path).into()));
    let mut headers = rule.headers;
    headers.extend(content_type.map(|value| ("Content-Type".into(), value)));
    headers.extend([("Cache-Control".into(), "no-store".into()), ("Connection".into(), "close".into())]);
    headers.push(("Content-Length".into(), body.len().to_string()));
    let head: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    connection.write_all(format!("HTTP/1.1 {status} \r\n{head}\r\n").as_bytes())?;
    connection.write_all(&body)
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
