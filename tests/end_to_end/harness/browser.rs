//! A browser without a window, driven by WebDriver.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver};

use crate::{Outcome, Page};

/// A wide window, in CSS pixels.
pub const WIDE: (u32, u32) = (1280, 900);
/// A phone, held upright.
pub const PHONE: (u32, u32) = (390, 844);

/// What every page is given before its own scripts run.
const PROBE: &str = include_str!("probe.js");

/// Starts the driver and waits for the end of its standard input, which comes when the tests' process ends, be it by a
/// signal. The browser is in the driver's process group, and would outlive the driver alone.
const KEEPER: &str = r#"
home=$(mktemp -d "${TMPDIR:-/tmp}/end-to-end.XXXXXX") || exit
TMPDIR=$home "${CHROMEDRIVER:-chromedriver}" --port=0 &
read -r _
trap '' TERM
kill -TERM 0
wait
for try in 1 2 3 4 5; do rm -rf "$home" 2>/dev/null && break; sleep 0.2; done
"#;

/// Headless, and without the browser's own calls home: the tests run where no other machine can be reached.
const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
];

/// A browser with one window.
pub struct Browser {
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
    pub async fn start() -> Outcome<Self> {
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER])
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let said = keeper.stdout.take().ok_or("the driver has no output")?;
        let address = BufReader::new(said)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, port) = line.split_once("successfully on port ")?;
                Some(format!("http://127.0.0.1:{}", port.trim_end_matches('.')))
            })
            .ok_or("chromedriver did not start: is it installed (Debian: chromium-driver)?")?;
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": ARGUMENTS },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let capabilities: Capabilities = capabilities.as_object().cloned().unwrap_or_default().into();
        let driver = WebDriver::builder(address, capabilities).request_timeout(Duration::from_secs(30)).await?;
        let (script, load) = (Duration::from_secs(10), Duration::from_secs(20));
        driver.update_timeouts(TimeoutConfiguration::new(Some(script), Some(load), Some(Duration::ZERO))).await?;
        let browser = Self { driver, _keeper: keeper };
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE })).await?;
        Ok(browser)
    }

    /// Everything as a scenario expects to find it: a wide window, light, an empty page.
    pub(crate) async fn reset(&self) -> Outcome {
        self.driver.goto("about:blank").await?;
        self.viewport(WIDE).await?;
        self.prefer("light").await?;
        self.driver.action_chain().reset_actions().await?;
        self.driver.browser_log().await?;
        Ok(())
    }

    /// Sets what the page can see of itself, in CSS pixels.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn viewport(&self, (width, height): (u32, u32)) -> Outcome {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await
    }

    /// Sets the colour scheme that the reader prefers: `light` or `dark`.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn prefer(&self, scheme: &str) -> Outcome {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await
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

    /// What the console said since the last question, without what is merely informative.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn console(&self) -> Outcome<Vec<String>> {
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
    /// Where it cannot be drawn.
    pub async fn picture(&self) -> Outcome<String> {
        let format = json!({ "format": "webp", "quality": 85 });
        let answer = self.driver.cdp().send_raw("Page.captureScreenshot", format).await?;
        Ok(answer["data"].as_str().ok_or("no picture")?.into())
    }

    /// What assistive technology is told of the page: each node's role and name, in order, without those it passes over.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn heard(&self) -> Outcome<Vec<String>> {
        let tree = self.driver.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let told = nodes.iter().filter(|node| node["ignored"] != json!(true));
        let word = |node: &serde_json::Value, part: &str| node[part]["value"].as_str().unwrap_or_default().to_string();
        Ok(told.map(|node| format!("{}: {}", word(node, "role"), word(node, "name"))).collect())
    }

    /// What helps to understand a failure.
    pub(crate) async fn leave_evidence(&self, name: &str) -> Outcome {
        self.screenshot(name).await?;
        println!("picture: target/end-to-end/{name}.png");
        println!("console: {:#?}", self.console().await?);
        println!("events: {:#?}", Page::new(self, &self.driver).events().await?);
        Ok(())
    }

    async fn devtools(&self, command: &str, parameters: serde_json::Value) -> Outcome {
        self.driver.cdp().send_raw(command, parameters).await?;
        Ok(())
    }
}
