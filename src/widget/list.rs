//! The list, in three views: all marks in text order, the quotations by speaker, the checks. It leads to the words, and
//! the words lead back to it.

use super::cards::{close_button, face, finding, in_context, old_words};
use super::messages::{Message, Slot};
use super::model::Model;
use super::pen::Pen;
use super::symbol;
use crate::marks::{MarkIndex, Passage};
use crate::people::Person;
use crate::reading::{Filter, Group, Reading, View, Voice};
use crate::text::decimal;

/// Draws the list, the keyboard standing on `at`.
pub fn list(pen: &mut Pen, model: &Model, reading: &Reading, at: Option<MarkIndex>) {
    let claims = model.outline.count(|entry| entry.verdict.is_some());
    let quotations = model.outline.entries.len() - claims;
    pen.open("div class=head views");
    pen.open("div class=tabs;role=tablist");
    tab(pen, "all", Message::InOrder, reading.view == View::All);
    if quotations > 0 {
        tab(pen, "speakers", Message::Speakers, reading.view == View::Speakers);
    }
    if claims > 0 {
        tab(pen, "verdicts", Message::Checks, reading.view.is_of_claims());
    }
    pen.close();
    close_button(pen);
    pen.close();
    let groups = model.outline_with_words().groups(reading);
    pen.open("div class=scroll;part=list;role=tabpanel");
    // Another view begins at its top.
    pen.key(name(reading.view));
    pen.say_as("aria-label", label(reading.view));
    pen.open("input type=search;class=search;part=search;autocomplete=off;spellcheck=false");
    pen.say_as("aria-label", Message::Search);
    pen.say_as("placeholder", Message::Search);
    pen.attribute("value", &reading.search);
    pen.close();
    if reading.view.is_of_claims() {
        pen.open("div class=order");
        for view in [View::Verdicts, View::Claimants, View::Claims] {
            pen.open("button type=button;class=plain");
            pen.attribute("data-view", name(view));
            pen.attribute("aria-pressed", if view == reading.view { "true" } else { "false" });
            pen.say(label(view));
            pen.close();
        }
        pen.close();
    }
    let words = groups.iter().map(|group| group.words).sum();
    let blocks = model.document.article.plain_blocks();
    for group in &groups {
        if let Some(by) = group.by {
            heading(pen, model, reading, group, by, words);
        }
        pen.open("ol");
        group.marks.iter().for_each(|mark| item(pen, model, &blocks, reading, *mark, at));
        pen.close();
    }
    if groups.is_empty() {
        pen.say_in("p class=nothing", Message::NothingFound);
    }
    pen.close();
}

fn tab(pen: &mut Pen, view: &str, label: Message, selected: bool) {
    pen.open("button type=button;role=tab;part=tab");
    pen.attribute("data-view", view);
    pen.attribute("aria-selected", if selected { "true" } else { "false" });
    // One stop: the arrows lead to the others.
    pen.attribute("tabindex", if selected { "0" } else { "-1" });
    pen.say(label);
    pen.close();
}

/// The name of a view in the markup.
fn name(view: View) -> &'static str {
    match view {
        View::All => "all",
        View::Speakers => "speakers",
        View::Verdicts => "verdicts",
        View::Claimants => "claimants",
        View::Claims => "claims",
    }
}

/// The view of this name.
pub fn view(named: &str) -> View {
    let views = [View::Speakers, View::Verdicts, View::Claimants, View::Claims];
    views.into_iter().find(|view| name(*view) == named).unwrap_or_default()
}

fn label(view: View) -> Message {
    match view {
        View::All | View::Claims => Message::InOrder,
        View::Speakers => Message::Speakers,
        View::Verdicts => Message::ByVerdict,
        View::Claimants => Message::ByClaimant,
    }
}

/// What the marks below have in common: a button that narrows the article to them, or widens it again.
fn heading(pen: &mut Pen, model: &Model, reading: &Reading, group: &Group, by: Filter, of: usize) {
    pen.open("h2 class=group");
    pen.open("button type=button;part=group");
    pen.attribute("aria-pressed", if reading.filter == Some(by) { "true" } else { "false" });
    let mut share = None;
    match by {
        Filter::Verdict(verdict) => {
            if let Some(verdict) = model.document.scale.get(verdict) {
                pen.attribute("data-verdict", &verdict.id);
                finding(pen, verdict);
            }
        }
        Filter::Voice(voice) => {
            let (name, person) = model.voice(voice);
            // Any mark of that voice names it.
            let first = model.outline.entries.iter().position(|entry| entry.whose == voice).unwrap_or_default();
            pen.attribute("data-whose", &decimal(first));
            if let Some(person) = person {
                face(pen, person);
            }
            pen.open("span class=whom");
            for (element, words) in [
                ("bdi class=name", name),
                ("bdi class=role", person.and_then(|person: &Person| person.role.as_deref()).unwrap_or_default()),
            ] {
                pen.open(element);
                // The article has no name of its own: the interface's word for it stands there.
                if voice != Voice::Claim {
                    pen.authored();
                }
                pen.text(words);
                pen.close();
            }
            pen.close();
            if reading.view == View::Speakers {
                // Rounded, so that two halves are one whole; whoever said a word has a share.
                let percent = ((group.words * 100 + of / 2) / of.max(1)).max(1);
                bar(pen, percent);
                share = Some(percent);
            }
        }
    }
    let count = ("count", Slot::Number(group.count));
    pen.open("small");
    match share {
        Some(percent) => pen.say_with(Message::QuotationsWithShare, &[count, ("share", Slot::Number(percent))]),
        None => pen.say_with(Message::Claims, &[count]),
    }
    pen.close();
    pen.close();
    pen.close();
}

/// A share in per cent as the length of a line; the words beside it say the same.
fn bar(pen: &mut Pen, share: usize) {
    pen.open("svg class=portion;viewBox=0 0 100 2;preserveAspectRatio=none;aria-hidden=true");
    pen.open("path");
    pen.attribute("d", &["M0 1H", &decimal(share)].concat());
    pen.close();
    pen.close();
}

/// Draws a mark of the article whose text blocks are `blocks`.
fn item(pen: &mut Pen, model: &Model, blocks: &[&str], reading: &Reading, index: MarkIndex, at: Option<MarkIndex>) {
    let Some(mark) = model.mark(index) else { return };
    let passage = Passage::of(blocks, mark);
    let (sign, tone, label) = match (model.claim(index), model.quote(index)) {
        (Some(_), _) if !mark.standing.holds() => (symbol::CHANGED, symbol::CHANGED_TONE, ""),
        (Some((_, verdict)), _) if reading.checks => {
            (symbol::verdict(verdict.symbol), symbol::tone(verdict.tone), &*verdict.label)
        }
        (_, Some(quote)) => (symbol::QUOTATION, "quote", model.speaker_name(quote)),
        _ => ("", "none", ""),
    };
    pen.open("li");
    pen.open("button type=button;part=list-item;class=item");
    pen.attribute("data-mark-id", &mark.id);
    pen.attribute("data-open", &mark.id);
    pen.attribute("tabindex", if at == Some(index) { "0" } else { "-1" });
    // Under a heading that says it, it is not said again.
    if !matches!(reading.view, View::Speakers | View::Verdicts) {
        pen.open("span class=finding");
        pen.attribute("data-tone", tone);
        if !sign.is_empty() {
            symbol::sign(pen, sign);
        }
        match label {
            "" => pen.say(Message::FactCheck),
            label => pen.name(label),
        }
        if let Some(reason) = Message::withheld_shortly(&mark.standing) {
            pen.say_in("small class=withheld", reason);
        }
        pen.close();
    }
    pen.open("span class=words");
    pen.authored();
    if !mark.standing.holds() {
        old_words(pen, model, index);
    } else if mark.is_claim() || passage.whole {
        pen.text(&passage.marked_words());
    } else {
        in_context(pen, &passage);
    }
    pen.close();
    pen.close();
    pen.close();
}

impl Model {
    /// The name of a voice, and the person behind it if it is one in the document's list.
    pub fn voice(&self, voice: Voice) -> (&str, Option<&Person>) {
        let document = &self.document;
        match voice {
            Voice::Person(person) => {
                let person = document.people.get(person.0);
                (person.map_or("", |person| &person.name), person)
            }
            Voice::Unnamed(quote) => (document.quotes.get(quote).map_or("", |quote| self.speaker_name(quote)), None),
            Voice::Named(claim) => (document.claims.get(claim).map_or("", |claim| claim.named_claimant()), None),
            Voice::Claim => (self.messages.say(Message::OwnWords), None),
        }
    }
}
