//! Runs scenarios, each in a browser of its own for as long as it lasts. Browsers that are free are used again.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::{Browser, Outcome};

/// No scenario takes longer, unless something hangs.
const LIMIT: Duration = Duration::from_secs(60);

/// One for all: a browser's connections belong to the runtime in which they were opened.
static RUNTIME: LazyLock<std::io::Result<Runtime>> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build());

/// Browsers that no scenario holds.
static FREE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Runs `scenario` in a browser. Where it fails, a picture of the page and what its console said are left behind.
///
/// # Errors
///
/// What the scenario ends in, or that it took too long.
pub fn in_browser(scenario: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let runtime = RUNTIME.as_ref()?;
    let free = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let browser = match free {
        Some(browser) => browser,
        None => runtime.block_on(Browser::start())?,
    };
    let ended = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            browser.reset().await?;
            timeout(LIMIT, scenario(&browser)).await.map_err(|_| format!("not done after {LIMIT:?}"))?
        })
    }));
    if !matches!(ended, Ok(Ok(()))) {
        let name = thread::current().name().unwrap_or("scenario").replace("::", "-");
        // The failure itself is what is to be told, not that its picture failed too.
        let _ = runtime.block_on(async { timeout(LIMIT, browser.leave_evidence(&name)).await });
    }
    FREE.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
    ended.unwrap_or_else(|panic| resume_unwind(panic))
}
