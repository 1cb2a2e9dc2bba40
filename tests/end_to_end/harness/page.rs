//! A page that is open in the browser: what happened on it, and the reader's keyboard and pointer.

use std::fmt;
use std::time::{Duration, Instant};

use http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverError;
use thirtyfour::{Key, RequestData, SessionId, WebDriver};
use tokio::time::sleep;

use crate::{Area, Browser, Feature, Missing, Outcome, Widget};

/// How long anything may take that a reader waits for, on a slow machine.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked for.
const GLANCE: Duration = Duration::from_millis(25);

/// A page that is open.
pub struct Page<'a> {
    /// The browser that shows it.
    pub browser: &'a Browser,
    driver: &'a WebDriver,
}

/// A `ca-…` event that reached the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its type: `ca-open`.
    pub kind: String,
    /// The `id` of the element that sent it, or its tag.
    pub target: String,
    /// Its detail.
    pub detail: Value,
}

/// In the words of a test: `ca-open q5`, `ca-toggle checks on`, `ca-error trap`, `ca-ready`.
impl fmt::Display for Event {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.kind)?;
        for member in ["id", "overlay", "code"] {
            if let Some(value) = self.detail[member].as_str() {
                write!(formatter, " {value}")?;
            }
        }
        match self.detail["on"].as_bool() {
            Some(on) => formatter.write_str(if on { " on" } else { " off" }),
            None => Ok(()),
        }
    }
}

impl<'a> Page<'a> {
    pub(crate) fn new(browser: &'a Browser, driver: &'a WebDriver) -> Self {
        Self { browser, driver }
    }

    /// The element that `host` selects.
    pub fn widget<'p>(&'p self, host: &str) -> Widget<'p> {
        Widget::new(self, host)
    }

    /// Runs `script` in the page; a promise is waited for.
    ///
    /// # Errors
    ///
    /// What it throws, or that it returned something other than a `T`.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Outcome<T> {
        // Not every driver lets a script wait.
        let script = format!("return (async function () {{ {script}\n}}).apply(null, arguments)");
        let answer = self.driver.execute(script, arguments.to_vec()).await.map_err(|error| thrown(&error))?;
        Ok(answer.convert()?)
    }

    /// Runs `script` in the page for what it does.
    ///
    /// # Errors
    ///
    /// What it throws.
    pub async fn act(&self, script: &str) -> Outcome {
        self.run::<Value>(script, &[]).await.map(drop)
    }

    pub(crate) async fn probe<T: DeserializeOwned>(&self, question: &str, arguments: &[Value]) -> Outcome<T> {
        self.run(&format!("return window.__probe.{question}(...arguments)"), arguments).await
    }

    /// Goes on only where the browser has `feature`.
    ///
    /// # Errors
    ///
    /// [`Missing`], which ends the scenario as skipped.
    pub async fn needs(&self, feature: Feature) -> Outcome {
        match feature.question() {
            Some(question) if !self.run::<bool>(question, &[]).await? => Err(Missing(feature).into()),
            _ => Ok(()),
        }
    }

    /// Waits until `holds`.
    ///
    /// # Errors
    ///
    /// That `what` did not come about, or that the question failed to the last.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> Outcome<bool>) -> Outcome {
        let begun = Instant::now();
        loop {
            let answer = holds().await;
            if matches!(answer, Ok(true)) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let because = answer.err().map_or_else(String::new, |error| format!(": {error}"));
                return Err(format!("still not so after {PATIENCE:?}: {what}{because}").into());
            }
            sleep(GLANCE).await;
        }
    }

    /// Waits for two frames: what was asked for is drawn, and what was not would have shown.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn settle(&self) -> Outcome {
        let frames = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))";
        self.act(frames).await
    }

    /// The events so far, in order.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn events(&self) -> Outcome<Vec<Event>> {
        let events: Vec<Value> = self.probe("events", &[]).await?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        Ok(events
            .iter()
            .map(|event| Event {
                kind: text(&event["kind"]),
                target: text(&event["target"]),
                detail: event["detail"].clone(),
            })
            .collect())
    }

    /// The details of the `ca-placement` events so far: how the words of all marks stand.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn placements(&self) -> Outcome<Vec<Value>> {
        let events = self.events().await?.into_iter().filter(|event| event.kind == "ca-placement");
        Ok(events.map(|event| event.detail).collect())
    }

    /// The events so far, in words; without `ca-placement`, which follows every drawing.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn story(&self) -> Outcome<Vec<String>> {
        let events = self.events().await?.into_iter().filter(|event| event.kind != "ca-placement");
        Ok(events.map(|event| event.to_string()).collect())
    }

    /// Errors and rejections that nobody caught.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn uncaught(&self) -> Outcome<Vec<String>> {
        self.probe("errors", &[]).await
    }

    /// How far things moved on their own, summed up (Layout Instability API).
    ///
    /// # Errors
    ///
    /// [`Missing`] where the browser does not tell.
    pub async fn layout_shift(&self) -> Outcome<f64> {
        self.needs(Feature::LayoutShiftEntries).await?;
        self.probe("shift", &[]).await
    }

    /// What has the keyboard, by name: `button[part="mark"][data-mark-id="q5"]`.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn focus(&self) -> Outcome<String> {
        self.probe("focus", &[]).await
    }

    /// Whether a reader can see where the keyboard is.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn focus_is_shown(&self) -> Outcome<bool> {
        self.probe("focus_shown", &[]).await
    }

    /// Presses a key.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn press(&self, key: Key) -> Outcome {
        Ok(self.driver.action_chain().key_down(key.clone()).key_up(key).perform().await?)
    }

    /// Presses a key while another is held down.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn press_with(&self, held: Key, key: Key) -> Outcome {
        let hand = self.driver.action_chain().key_down(held.clone()).key_down(key.clone()).key_up(key);
        Ok(hand.key_up(held).perform().await?)
    }

    /// Presses the keys of these letters, one after the other.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn write(&self, letters: &str) -> Outcome {
        Ok(self.driver.action_chain().send_keys(letters).perform().await?)
    }

    /// Presses Tab until the focus is on what `wanted` holds for, and says how many presses it took.
    ///
    /// # Errors
    ///
    /// Where sixty presses lead nowhere, with what they led over.
    pub async fn tab_to(&self, wanted: impl Fn(&str) -> bool) -> Outcome<usize> {
        let mut passed = Vec::new();
        for presses in 1..=60 {
            self.press(Key::Tab).await?;
            let focus = self.focus().await?;
            if wanted(&focus) {
                return Ok(presses);
            }
            passed.push(focus);
        }
        Err(format!("the Tab key does not lead there, but over {passed:#?}").into())
    }

    /// Clicks at a point of the window.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn click_at(&self, (x, y): (i64, i64)) -> Outcome {
        Ok(self.driver.action_chain().move_to(x, y).click().perform().await?)
    }

    /// Clicks at a point of the window while a key is held down.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn click_with(&self, key: Key, (x, y): (i64, i64)) -> Outcome {
        let hand = self.driver.action_chain().key_down(key.clone()).move_to(x, y).click();
        Ok(hand.key_up(key).perform().await?)
    }

    /// Drags from one point of the window to another, as one selects text.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn drag(&self, from: (i64, i64), to: (i64, i64)) -> Outcome {
        let half = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
        let hand = self.driver.action_chain().move_to(from.0, from.1).click_and_hold();
        Ok(hand.move_to(half.0, half.1).move_to(to.0, to.1).release().perform().await?)
    }

    /// Puts a finger down at the first point of the window, moves it to the others, and lifts it; a tap has one point.
    ///
    /// # Errors
    ///
    /// [`Missing`] where the driver has no fingers, or that the browser does not answer.
    pub async fn touch(&self, points: &[(i64, i64)]) -> Outcome {
        let [first, ..] = points else { return Err("a touch is somewhere".into()) };
        let noted = "window.__touched = false; addEventListener('pointerdown', (event) => { __touched = event.pointerType === 'touch' }, { capture: true, once: true })";
        self.act(noted).await?;
        let to = |point: &(i64, i64), duration: u32| json!({ "type": "pointerMove", "x": point.0, "y": point.1, "duration": duration });
        let mut steps = vec![to(first, 0), json!({ "type": "pointerDown", "button": 0 })];
        // A finger passes over what is between two points.
        steps.extend(points.windows(2).flat_map(|way| {
            let half = ((way[0].0 + way[1].0) / 2, (way[0].1 + way[1].1) / 2);
            [to(&half, 40), to(&way[1], 40)]
        }));
        steps.push(json!({ "type": "pointerUp", "button": 0 }));
        let finger =
            json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": steps });
        let done = self.driver.cmd(Hand(json!({ "actions": [finger] }))).await;
        match self.run::<bool>("return window.__touched", &[]).await? {
            true => Ok(done.map(drop)?),
            false => Err(Missing(Feature::Touch).into()),
        }
    }

    /// Waits until an element has taken up its work, over whatever article.
    ///
    /// # Errors
    ///
    /// Where it does not.
    pub async fn until_drawn(&self, host: &str) -> Outcome {
        let is_drawn = async || {
            self.run("return document.querySelector(arguments[0])?.matches(':state(drawn)') ?? false", &[json!(host)])
                .await
        };
        self.until(&format!("{host} is drawn"), is_drawn).await
    }

    /// The middle of the first line of words that the page itself has drawn in the element that `selector` finds.
    ///
    /// # Errors
    ///
    /// Where there are no such words.
    pub async fn words(&self, selector: &str, words: &str) -> Outcome<(i64, i64)> {
        self.probe("page_words", &[json!(selector), json!(words)]).await
    }

    /// The boxes of the lines of words that the page itself has drawn in the element that `selector` finds.
    ///
    /// # Errors
    ///
    /// Where there are no such words.
    pub async fn lines(&self, selector: &str, words: &str) -> Outcome<Vec<Area>> {
        self.probe("lines", &[json!(selector), json!(words)]).await
    }

    /// What is painted on the page's own text, sorted: `refuted: last mended in 1978`.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn painted(&self) -> Outcome<Vec<String>> {
        self.probe("painted", &[]).await
    }

    /// What of the page must be the same whether or not the elements that `host` selects stand on it.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn surroundings(&self, host: &str) -> Outcome<Value> {
        self.probe("page", &[json!(host)]).await
    }

    /// How many entries the history holds.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn history(&self) -> Outcome<u64> {
        self.run("return history.length", &[]).await
    }

    /// Goes back in the history.
    ///
    /// # Errors
    ///
    /// Where the browser does not answer.
    pub async fn back(&self) -> Outcome {
        Ok(self.driver.back().await?)
    }

    /// The words that are selected.
    ///
    /// # Errors
    ///
    /// [`Missing`] where the browser does not tell.
    pub async fn selection(&self, host: &str) -> Outcome<String> {
        self.needs(Feature::ShadowSelection).await?;
        self.probe("selection", &[json!(host)]).await
    }
}

/// What a hand does, as WebDriver's actions.
#[derive(Debug)]
struct Hand(Value);

impl FormatRequestData for Hand {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/actions")).add_body(self.0.clone())
    }
}

/// What a script threw, without the driver's own stack.
fn thrown(error: &WebDriverError) -> String {
    let told = error.to_string();
    let message = told.rsplit_once("avascript error: ").map_or(&*told, |(_, message)| message);
    let mut lines =
        message.lines().map(str::trim).filter(|line| !line.is_empty() && !line.ends_with("returned an error:"));
    lines.next().unwrap_or(message).into()
}
