//! The browsers that the scenarios run in: how each is started, without a window, and without calls to other machines.
//!
//! Nothing else asks which browser it has before it. What one of them cannot do is found out by trying ([`crate::Feature`]).

use std::net::{Ipv4Addr, TcpListener};

use serde_json::{Value, json};

use crate::Outcome;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Blink: Chromium.
    Chromium,
    /// Gecko: Firefox ESR.
    Firefox,
    /// WebKitGTK's MiniBrowser, which has no headless mode: it gets a display that nobody sees.
    WebKit,
}

/// Starts the driver and waits for the end of its standard input, which comes when the tests' process ends, be it by a
/// signal. The browser is in the driver's process group, and would outlive the driver alone. The style sheet lets a
/// window of GTK become as narrow as a phone.
pub(crate) const KEEPER: &str = r#"
home=$(mktemp -d "${TMPDIR:-/tmp}/end-to-end.XXXXXX") || exit
mkdir -p "$home/config/gtk-3.0"
echo '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.1) }' > "$home/config/gtk-3.0/gtk.css"
if [ "$1" = display ]; then
  shift
  Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3> "$home/display" &
  for try in $(seq 200); do [ -s "$home/display" ] && break; sleep 0.05; done
  export DISPLAY=":$(cat "$home/display")" XDG_CONFIG_HOME="$home/config" GTK_THEME=Adwaita NO_AT_BRIDGE=1
fi
TMPDIR=$home "$@" &
read -r _
trap '' TERM
kill -TERM 0
wait
for try in 1 2 3 4 5; do rm -rf "$home" 2>/dev/null && break; sleep 0.2; done
"#;

/// Chromium's switches.
const CHROMIUM: [&str; 10] = [
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

/// A proxy that is not there takes all that is asked of other machines; this machine is asked directly.
const NOWHERE: &str = "127.0.0.1";

impl Engine {
    /// Those that scenarios run in: all, or what `ENGINES` names (`ENGINES=chromium,webkit`).
    ///
    /// # Errors
    ///
    /// Where `ENGINES` names something else.
    pub fn chosen() -> Outcome<Vec<Self>> {
        let Ok(names) = std::env::var("ENGINES") else { return Ok(vec![Self::Chromium, Self::Firefox, Self::WebKit]) };
        let named = |name: &str| match name.trim() {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            other => Err(format!("ENGINES names {other:?}; there are chromium, firefox and webkit").into()),
        };
        names.split(',').map(named).collect()
    }

    /// Its name in tables and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What the keeper is given: the driver, listening on `port`.
    pub(crate) fn command(self, port: u16) -> Vec<String> {
        let driver = |variable: &str, usual: &str| std::env::var(variable).unwrap_or_else(|_| usual.into());
        let port_is = format!("--port={port}");
        match self {
            Self::Chromium => vec![driver("CHROMEDRIVER", "chromedriver"), port_is],
            // Access to the browser's own side: for the window's size, the reader's preferences and the collector.
            Self::Firefox => {
                let rest = ["--websocket-port=0", "--allow-system-access"].map(String::from);
                [driver("GECKODRIVER", "geckodriver"), port_is].into_iter().chain(rest).collect()
            }
            Self::WebKit => vec!["display".into(), driver("WEBKITDRIVER", "WebKitWebDriver"), port_is],
        }
    }

    /// The Debian package, or the command, that brings its driver.
    pub(crate) fn comes_from(self) -> &'static str {
        match self {
            Self::Chromium => "Debian: chromium-driver",
            Self::Firefox => "tools/setup test installs geckodriver",
            Self::WebKit => "Debian: webkit2gtk-driver, xvfb",
        }
    }

    /// What the driver is asked to start.
    pub(crate) fn capabilities(self) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": CHROMIUM },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": "/usr/bin/firefox-esr",
                    "args": ["-headless"],
                    "prefs": {
                        "network.proxy.type": 1,
                        "network.proxy.http": NOWHERE,
                        "network.proxy.http_port": 9,
                        "network.proxy.ssl": NOWHERE,
                        "network.proxy.ssl_port": 9,
                        "browser.sessionhistory.max_total_viewers": 4,
                        "accessibility.tabfocus": 7,
                    },
                },
            }),
            Self::WebKit => {
                let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
                let binaries = folders.map(|folder| format!("{folder}/webkit2gtk-4.1/MiniBrowser"));
                let binary = binaries.iter().find(|path| std::path::Path::new(path).is_file()).unwrap_or(&binaries[0]);
                let proxy = format!("--proxy=http://{NOWHERE}:9");
                let arguments = ["--automation", &proxy, "--ignore-host=127.0.0.1", "--ignore-host=localhost"];
                json!({
                    "browserName": "MiniBrowser",
                    "webkitgtk:browserOptions": { "binary": binary, "args": arguments },
                })
            }
        }
    }
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
