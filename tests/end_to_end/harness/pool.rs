//! Runs scenarios, each in every browser, in one of its own for as long as it lasts. Browsers that are free are used
//! again.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::record::{Record, note};
use crate::{Browser, Engine, Missing, Outcome};

/// No scenario takes longer, unless something hangs.
const LIMIT: Duration = Duration::from_secs(180);

/// One for all: a browser's connections belong to the runtime in which they were opened.
static RUNTIME: LazyLock<std::io::Result<Runtime>> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build());

/// Browsers that no scenario holds.
static FREE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Runs `scenario` in one browser after the other. Where it fails, a picture of the page and what its console said are
/// left behind, and the next browser has its turn all the same. Browsers and their drivers fail by themselves now and
/// then: what did not answer or come in time is tried once more, and the run's last lines name whatever passed no sooner.
/// A failed assertion is not tried again.
///
/// # Errors
///
/// What the scenario ended in, or that it took too long, for each browser where it failed.
pub fn in_browser(scenario: impl AsyncFn(&Browser) -> Outcome) -> Outcome {
    let name = thread::current().name().unwrap_or("scenario").to_string();
    let mut failures = Vec::new();
    let mut panicked = None;
    for engine in Engine::chosen()? {
        let attempt = || catch_unwind(AssertUnwindSafe(|| in_one(engine, &name, &scenario)));
        let mut ended = attempt();
        // An assertion that failed has failed.
        let unanswered = match &ended {
            Ok(Err(error)) if !error.is::<Missing>() => Some(error.to_string()),
            _ => None,
        };
        if let Some(error) = &unanswered {
            println!("in {}, at first: {error}", engine.name());
            ended = attempt();
        }
        let record = match &ended {
            Ok(Ok(())) if unanswered.is_some() => Record::PassedAgain,
            Ok(Ok(())) => Record::Passed,
            Ok(Err(error)) => error.downcast_ref().map_or(Record::Failed, |Missing(feature)| Record::Skipped(*feature)),
            Err(_) => Record::Failed,
        };
        note(engine, &name, record)?;
        match ended {
            Ok(Err(error)) if record == Record::Failed => failures.push(format!("in {}: {error}", engine.name())),
            Ok(_) => {}
            Err(panic) => {
                // Once more, for the evidence before this is long.
                println!("that was in {}: {}", engine.name(), said(&*panic));
                panicked = Some(panic);
            }
        }
    }
    if let Some(panic) = panicked {
        failures.iter().for_each(|failure| println!("{failure}"));
        resume_unwind(panic);
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}

fn in_one(engine: Engine, name: &str, scenario: &impl AsyncFn(&Browser) -> Outcome) -> Outcome {
    let runtime = RUNTIME.as_ref()?;
    let browser = match free(engine) {
        Some(browser) => browser,
        None => runtime.block_on(Browser::start(engine))?,
    };
    let ended = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            browser.reset().await?;
            timeout(LIMIT, scenario(&browser)).await.map_err(|_| format!("not done after {LIMIT:?}"))?
        })
    }));
    let skipped = matches!(&ended, Ok(Err(error)) if error.is::<Missing>());
    if !skipped && !matches!(ended, Ok(Ok(()))) {
        let name = name.replace("::", "-");
        // The failure itself is what is to be told, not that its picture failed too.
        let _ = runtime.block_on(async { timeout(LIMIT, browser.leave_evidence(&name)).await });
    }
    FREE.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
    ended.unwrap_or_else(|panic| resume_unwind(panic))
}

/// What an assertion said as it failed.
fn said(panic: &dyn Any) -> &str {
    panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref().copied()).unwrap_or_default()
}

/// A browser of this kind that no scenario holds.
fn free(engine: Engine) -> Option<Browser> {
    let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
    let at = free.iter().position(|browser| browser.engine == engine)?;
    Some(free.swap_remove(at))
}
