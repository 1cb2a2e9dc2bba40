//! One `<checked-article>` on a page, as a reader meets it. Selectors look into its shadow root.

use serde::Deserialize;
use serde_json::json;

use crate::{Outcome, Page};

/// A place on the page, in CSS pixels from the window's corner.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Area {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// An element on the page.
pub struct Widget<'p> {
    page: &'p Page<'p>,
    host: String,
}

// Every method fails where the browser does not answer, and where what it speaks of is not there.
impl<'p> Widget<'p> {
    pub(crate) fn new(page: &'p Page<'_>, host: &str) -> Self {
        Self { page, host: host.into() }
    }

    /// Waits until the article is drawn and what stands inside the tag is hidden.
    pub async fn drawn(&self) -> Outcome {
        self.page
            .until(&format!("{} is drawn", self.host), async || {
                Ok(self.count("[part~=root] article").await? == 1 && !self.falls_back().await?)
            })
            .await
    }

    /// Whether the reader sees what stands inside the tag.
    pub async fn falls_back(&self) -> Outcome<bool> {
        self.page.probe("falls_back", &[json!(self.host)]).await
    }

    /// What the shadow root holds, by name.
    pub async fn inside(&self) -> Outcome<Vec<String>> {
        self.page.probe("inside", &[json!(self.host)]).await
    }

    /// How many there are.
    pub async fn count(&self, selector: &str) -> Outcome<usize> {
        self.page.probe("count", &[json!(self.host), json!(selector)]).await
    }

    /// Whether one of them can be seen.
    pub async fn shows(&self, selector: &str) -> Outcome<bool> {
        self.page.probe("shown", &[json!(self.host), json!(selector)]).await
    }

    /// The words of the first, as a reader sees them, in one line.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        let text: String = self.page.probe("text", &[json!(self.host), json!(selector)]).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The words of each, as they stand in the document.
    pub async fn texts(&self, selector: &str) -> Outcome<Vec<String>> {
        self.page.probe("texts", &[json!(self.host), json!(selector)]).await
    }

    /// An attribute of the first.
    pub async fn attribute(&self, selector: &str, name: &str) -> Outcome<Option<String>> {
        self.page.probe("attribute", &[json!(self.host), json!(selector), json!(name)]).await
    }

    /// An attribute of each that has it.
    pub async fn attributes(&self, selector: &str, name: &str) -> Outcome<Vec<String>> {
        let all: Vec<Option<String>> =
            self.page.probe("attributes", &[json!(self.host), json!(selector), json!(name)]).await?;
        Ok(all.into_iter().flatten().collect())
    }

    /// Where each of them is.
    pub async fn areas(&self, selector: &str) -> Outcome<Vec<Area>> {
        self.page.probe("areas", &[json!(self.host), json!(selector)]).await
    }

    /// What the drawn article says of itself in `data-…`: `checks` is `on` or `off`.
    pub async fn state(&self, name: &str) -> Outcome<String> {
        Ok(self.attribute(".ca", &format!("data-{name}")).await?.unwrap_or_default())
    }

    /// Waits until there is one that can be seen.
    pub async fn until_shown(&self, selector: &str) -> Outcome {
        self.page.until(&format!("{selector} shows in {}", self.host), async || self.shows(selector).await).await
    }

    /// Waits until none is there.
    pub async fn until_gone(&self, selector: &str) -> Outcome {
        let gone = async || Ok(self.count(selector).await? == 0);
        self.page.until(&format!("{selector} is gone from {}", self.host), gone).await
    }

    /// Waits until an attribute of the first has this value.
    pub async fn until_attribute(&self, selector: &str, name: &str, value: &str) -> Outcome {
        let has = async || Ok(self.attribute(selector, name).await?.as_deref() == Some(value));
        self.page.until(&format!("{selector} in {} has {name}={value}", self.host), has).await
    }

    /// Waits until this mark's card is open.
    pub async fn until_card(&self, id: &str) -> Outcome {
        self.until_attribute("[part~=card]", "data-mark-id", id).await
    }

    /// The mark whose card is open.
    pub async fn card(&self) -> Outcome<Option<String>> {
        Ok(self.attributes("[part~=card]", "data-mark-id").await?.pop())
    }

    /// Clicks the first in its middle, as soon as it can be seen and rests; scrolls to it where it is out of sight.
    pub async fn click(&self, selector: &str) -> Outcome {
        self.until_shown(selector).await?;
        self.page.click_at(self.middle(selector).await?).await
    }

    /// The middle of the first's first line, scrolled into view; nothing may cover it.
    pub async fn middle(&self, selector: &str) -> Outcome<(i64, i64)> {
        self.page.probe("middle", &[json!(self.host), json!(selector)]).await
    }

    /// The middle of the first piece of marked text that holds `words`.
    pub async fn words(&self, words: &str) -> Outcome<(i64, i64)> {
        self.page.probe("words", &[json!(self.host), json!(words)]).await
    }

    /// Clicks marked words in the text.
    pub async fn click_words(&self, words: &str) -> Outcome {
        self.page.click_at(self.words(words).await?).await
    }
}
