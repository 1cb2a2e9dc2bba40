//! Sources under a card, grouped by what they say: disagreement stands side by side.

use super::browser;
use super::messages::{Message, Slot};
use super::pen::Pen;
use super::prose::prose;
use crate::claims::{Source, Stance};

/// Draws `sources` under a heading a stance, in a fixed order.
pub fn sources(pen: &mut Pen, sources: &[Source]) {
    balance(pen, sources);
    for stance in [Stance::Supports, Stance::Disputes, Stance::Outweighed, Stance::Context] {
        let mut heading = Some(Message::stance(stance));
        for source in sources.iter().filter(|source| source.stance == stance) {
            if let Some(words) = heading.take() {
                pen.say_in("h3 class=stance", words);
                pen.open("ul class=sources");
            }
            line(pen, source);
        }
        if heading.is_none() {
            pen.close();
        }
    }
}

/// Disagreement in words: how many sources support it and how many say otherwise.
fn balance(pen: &mut Pen, sources: &[Source]) {
    let count = |stances: &[Stance]| sources.iter().filter(|source| stances.contains(&source.stance)).count();
    let (for_it, against) = (count(&[Stance::Supports]), count(&[Stance::Disputes, Stance::Outweighed]));
    if for_it == 0 || against == 0 {
        return;
    }
    pen.open("p class=of balance");
    for (message, count) in [(Message::SourcesSupporting, for_it), (Message::SourcesDisputing, against)] {
        pen.open("span");
        pen.say_with(message, &[("count", Slot::Number(count))]);
        pen.close();
    }
    pen.close();
}

fn line(pen: &mut Pen, source: &Source) {
    pen.open("li");
    pen.open_link("a part=source-link;target=_blank", &source.url);
    pen.open("bdi");
    prose(pen, source.title.as_ref().unwrap_or(&source.publisher));
    pen.close();
    pen.close();
    pen.open("span class=of");
    if source.title.is_some() {
        pen.name(&source.publisher);
    }
    if let Some(kind) = Message::source_kind(source.kind) {
        pen.say_in("span", kind);
    }
    date(pen, source.date_published.as_deref());
    if let Some(archive) = &source.archive {
        pen.open_link("a target=_blank", archive);
        pen.say(Message::Archived);
        pen.close();
    }
    pen.close();
    if let Some(excerpt) = &source.excerpt {
        pen.open("q class=excerpt");
        pen.authored();
        pen.text(excerpt);
        pen.close();
    }
    pen.close();
}

/// A date in words, where there is one.
pub fn date(pen: &mut Pen, iso: Option<&str>) {
    if let Some(iso) = iso {
        pen.open("time");
        pen.attribute("datetime", iso);
        // In the article's dateline the words around it may be of another language.
        pen.ours();
        let words = browser::date(iso, pen.messages.locale());
        pen.text(&words);
        pen.close();
    }
}
