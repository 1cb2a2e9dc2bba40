//! A slim map of the article beside its text: a tick for every mark that is shown, at its place. A pointer finds its way
//! by it; for everybody else the list is the same way, and so the map says nothing to those who listen.

use yew::Html;

use super::model::Model;
use super::pen::Pen;
use super::symbol;
use crate::claims::Tone;
use crate::marks::MarkIndex;
use crate::reading::Reading;
use crate::text::decimal;

/// Draws the map. Five hundred marks are no more than seven elements: a path a tone.
pub fn map(model: &Model, reading: &Reading) -> Html {
    // An article without marks has no map.
    if model.outline.entries.is_empty() {
        return Html::default();
    }
    let mut paths: Vec<(&'static str, String)> = Vec::new();
    let mut here = String::new();
    for (index, entry) in model.outline.entries.iter().enumerate() {
        if !entry.is_placed() || !reading.shows(entry) {
            continue;
        }
        // Length tells kinds apart without colour: a quotation's is short, that of words which do not hold up long.
        let verdict = entry.verdict.and_then(|verdict| model.document.scale.get(verdict));
        let (tone, length) = match verdict.map(|verdict| verdict.tone) {
            _ if !entry.standing.holds() => (symbol::CHANGED_TONE, "h12"),
            None => ("quote", "h4"),
            Some(tone @ (Tone::Upheld | Tone::MostlyUpheld)) => (symbol::tone(tone), "h8"),
            Some(tone) => (symbol::tone(tone), "h12"),
        };
        let tick = |path: &mut String| {
            for part in ["M0 ", &decimal(entry.at.into()), length] {
                path.push_str(part);
            }
        };
        match paths.iter_mut().find(|path| path.0 == tone) {
            Some((_, path)) => tick(path),
            None => {
                let mut path = String::new();
                tick(&mut path);
                paths.push((tone, path));
            }
        }
        if reading.open() == Some(MarkIndex(index)) {
            tick(&mut here);
        }
    }
    let mut pen = Pen::about(model);
    pen.open("div class=map;part=map;aria-hidden=true");
    pen.open("svg viewBox=0 0 12 1000;preserveAspectRatio=none");
    for (tone, path) in &paths {
        pen.open("path");
        pen.attribute("data-tone", tone);
        pen.attribute("d", path);
        pen.close();
    }
    pen.open("path class=here");
    pen.attribute("d", &here);
    pen.finish()
}
