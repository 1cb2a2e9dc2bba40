//! A browser without a window that anybody sees, driven by WebDriver.

use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, RequestData, SessionId, TimeoutConfiguration, WebDriver};
use tokio::time::sleep;

use crate::engine::{KEEPER, free_port};
use crate::{Engine, Feature, Missing, Outcome, Page};

/// A wide window, in CSS pixels.
pub const WIDE: (u32, u32) = (1280, 900);
/// A middle width, in which a card stands below its words.
pub const MIDDLE: (u32, u32) = (700, 900);
/// A phone, held upright.
pub const PHONE: (u32, u32) = (390, 844);

/// A browser with one window.
pub struct Browser {
    /// Which it is, for tables and file names: no scenario depends on it.
    pub engine: Engine,
    driver: WebDriver,
    /// Holds the pipe whose end ends the browser.
    _keeper: Child,
}

impl Browser {
    /// Starts a driver on a free port and a browser under it.
    ///
    /// # Errors
    ///
    /// Where either is not installed or does not start.
    pub async fn start(engine: Engine) -> Outcome<Self> {
        let port = free_port()?;
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh"])
            .args(engine.command(port))
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut tries = 0;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            tries += 1;
            if tries > 200 {
                let (name, from) = (engine.name(), engine.comes_from());
                return Err(format!("the driver of {name} did not start: is it installed ({from})?").into());
            }
            sleep(Duration::from_millis(100)).await;
        }
        let capabilities: Capabilities = engine.capabilities().as_object().cloned().unwrap_or_default().into();
        let address = format!("http://127.0.0.1:{port}");
        let driver = WebDriver::builder(address, capabilities).request_timeout(Duration::from_secs(60)).await?;
        let (script, load) = (Duration::from_secs(30), Duration::from_secs(30));
        driver.update_timeouts(TimeoutConfiguration::new(Some(script), Some(load), Some(Duration::ZERO))).await?;
        Ok(Self { engine, driver, _keeper: keeper })
    }

    /// Everything as a scenario expects to find it: a wide window, light, an empty page.
    pub(crate) async fn reset(&self) -> Outcome {
        self.driver.goto("about:blank").await?;
        self.viewport(WIDE).await?;
        if self.can_emulate() {
            self.prefer("light").await?;
        }
        self.driver.action_chain().reset_actions().await?;
        self.console().await?;
        Ok(())
    }

    /// Sets what the page can see of itself, in CSS pixels.
    ///
    /// # Errors
    ///
    /// [`Missing`] where the window cannot become so small, or that the browser does not answer.
    pub async fn viewport(&self, (width, height): (u32, u32)) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
            }
            Engine::Firefox => {
                let sized = "const { style } = gBrowser.selectedBrowser; \
                             for (const [side, size] of [['width', arguments[0]], ['height', arguments[1]]]) \
                             for (const bound of ['min-', 'max-', '']) style.setProperty(bound + side, size + 'px')";
                self.inside::<Value>(sized, &[json!(width), json!(height)]).await?;
            }
            // Below, for its window is larger than the page by bars whose height is known when it has its size.
            Engine::WebKit => {}
        }
        for _ in 0..40 {
            let sizes = "return [innerWidth, innerHeight, Math.max(0, outerHeight - innerHeight)]";
            let (wide, high, bars): (u32, u32, u32) = self.ask(sizes, &[]).await?;
            if (wide, high) == (width, height) {
                return Ok(());
            }
            if self.engine == Engine::WebKit {
                self.driver.set_window_rect(0, 0, width, height + bars).await?;
            }
            sleep(Duration::from_millis(25)).await;
        }
        Err(Missing(Feature::SmallWindow).into())
    }

    fn can_emulate(&self) -> bool {
        self.engine != Engine::WebKit
    }

    /// Sets the colour scheme that the reader prefers: `light` or `dark`.
    ///
    /// # Errors
    ///
    /// [`Missing`] where the driver has no way to, or that the browser does not answer.
    pub async fn prefer(&self, scheme: &str) -> Outcome {
        self.emulate("", &[("prefers-color-scheme", scheme)]).await
    }

    /// Sets what style sheets ask the system for: the medium (`print`, or empty for the screen) and features such as
    /// `forced-colors: active`. What is not named is as usual.
    ///
    /// # Errors
    ///
    /// [`Missing`] where the driver has no way to, or that the browser does not answer.
    pub async fn emulate(&self, medium: &str, features: &[(&str, &str)]) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let features: Vec<Value> =
                    features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
                self.devtools("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await
            }
            Engine::Firefox => {
                let set = "const [medium, features] = arguments;
                    const { top } = gBrowser.selectedBrowser.browsingContext;
                    const overrides = { 'prefers-color-scheme': 'prefersColorSchemeOverride', 'forced-colors': 'forcedColorsOverride', 'prefers-reduced-motion': 'prefersReducedMotionOverride' };
                    const known = (name) => overrides[name] in top;
                    for (const name in overrides) if (known(name)) top[overrides[name]] = 'none';
                    top.mediumOverride = medium;
                    for (const [name, value] of features) if (known(name)) top[overrides[name]] = value;
                    return features.every(([name]) => known(name))";
                if self.inside::<bool>(set, &[json!(medium), json!(features)]).await? {
                    return Ok(());
                }
                Err(Missing(Feature::EmulatedMedia).into())
            }
            Engine::WebKit => Err(Missing(Feature::EmulatedMedia).into()),
        }
    }

    /// Has what nothing refers to any more collected.
    ///
    /// # Errors
    ///
    /// [`Missing`] where an object that nothing refers to survives it.
    pub async fn collect_garbage(&self) -> Outcome {
        self.ask::<Value>("window.__canary = (() => new WeakRef(document.createElement('i')))()", &[]).await?;
        for _ in 0..5 {
            match self.engine {
                Engine::Chromium => self.devtools("HeapProfiler.collectGarbage", json!({})).await?,
                Engine::Firefox => {
                    let collected = "for (const what of ['child-gc-request', 'child-cc-request', 'child-mmu-request']) \
                                     Services.obs.notifyObservers(null, what)";
                    self.inside::<Value>(collected, &[]).await?;
                }
                Engine::WebKit => {
                    // Nobody can be asked: so much garbage is made that the browser has to.
                    let churned = "let made = []; for (let i = 0; i < 300; i++) made.push(new Array(100000).fill(i))";
                    self.ask::<Value>(churned, &[]).await?;
                }
            }
            // A weak reference that was looked at holds until the task ends.
            sleep(Duration::from_millis(200)).await;
            if self.ask("return window.__canary.deref() === undefined", &[]).await? {
                return Ok(());
            }
        }
        Err(Missing(Feature::CollectedGarbage).into())
    }

    /// Opens `url`.
    ///
    /// # Errors
    ///
    /// Where the page does not load.
    pub async fn open(&self, url: &str) -> Outcome<Page<'_>> {
        self.driver.goto(url).await?;
        Ok(Page::new(self, &self.driver))
    }

    /// What the console said since the last question, without what is merely informative. Where the driver keeps no
    /// log, what the page said and which of its policies were violated.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return self.ask("return window.__probe?.said() ?? []", &[]).await;
        }
        let entries = self.driver.browser_log().await?;
        let loud = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        Ok(loud.map(|entry| format!("{} {}", entry.level, entry.message)).collect())
    }

    /// Draws the page to `target/end-to-end/<name>.png`.
    ///
    /// # Errors
    ///
    /// Where it cannot be drawn or written.
    pub async fn screenshot(&self, name: &str) -> Outcome {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/end-to-end");
        std::fs::create_dir_all(&folder)?;
        self.driver.screenshot(&folder.join(format!("{name}.png"))).await?;
        Ok(())
    }

    /// The window's picture, a WebP in base 64.
    ///
    /// # Errors
    ///
    /// [`Missing`] where the browser is not the one whose pictures are kept, or that it cannot be drawn.
    pub async fn picture(&self) -> Outcome<String> {
        if self.engine != Engine::Chromium {
            return Err(Missing(Feature::KeptPictures).into());
        }
        let format = json!({ "format": "webp", "quality": 60 });
        let answer = self.driver.cdp().send_raw("Page.captureScreenshot", format).await?;
        Ok(answer["data"].as_str().ok_or("no picture")?.into())
    }

    /// What assistive technology is told of the page: each node's role and name, in order, without those it passes over.
    ///
    /// # Errors
    ///
    /// [`Missing`] where the driver does not tell, or that the browser does not answer.
    pub async fn heard(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Err(Missing(Feature::AccessibilityTree).into());
        }
        let tree = self.driver.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let told = nodes.iter().filter(|node| node["ignored"] != json!(true));
        let word = |node: &serde_json::Value, part: &str| node[part]["value"].as_str().unwrap_or_default().to_string();
        Ok(told.map(|node| format!("{}: {}", word(node, "role"), word(node, "name"))).collect())
    }

    /// What helps to understand a failure.
    pub(crate) async fn leave_evidence(&self, name: &str) -> Outcome {
        let name = format!("{name}-{}", self.engine.name());
        self.screenshot(&name).await?;
        println!("picture: target/end-to-end/{name}.png");
        println!("console: {:#?}", self.console().await?);
        println!("events: {:#?}", Page::new(self, &self.driver).events().await?);
        Ok(())
    }

    async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Outcome<T> {
        Ok(self.driver.execute(script, arguments.to_vec()).await?.convert()?)
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Outcome {
        self.driver.cdp().send_raw(command, parameters).await?;
        Ok(())
    }

    /// Runs `script` on Firefox's own side.
    async fn inside<T: serde::de::DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Outcome<T> {
        self.driver.cmd(Side("chrome")).await?;
        let done = self.ask(script, arguments).await;
        self.driver.cmd(Side("content")).await?;
        done
    }
}

/// Turns Firefox's driver to the browser's own side (`chrome`) or back to the page's (`content`).
#[derive(Debug)]
struct Side(&'static str);

impl FormatRequestData for Side {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(json!({ "context": self.0 }))
    }
}
