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

/// A line of the map, in thousandths of the article: five hundred marks, each at its own place, would be one grey band.
const LINE: usize = 10;

/// Draws the map. Five hundred marks are no more than seven elements: a path a tone.
pub fn map(model: &Model, reading: &Reading) -> Html {
    // An article without marks has no map.
    if model.outline.entries.is_empty() {
        return Html::default();
    }
    let mut paths: Vec<(&'static str, String)> = Vec::new();
    let mut here = String::new();
    // The longest below: where many marks share a line, each kind is seen beside the shorter ones.
    for drawn in ["h12", "h8", "h4"] {
        for (index, entry) in model.outline.entries.iter().enumerate() {
            // Length tells kinds apart without colour: a quotation's is short, that of words which do not hold up long.
            let verdict = entry.verdict.and_then(|verdict| model.document.scale.get(verdict));
            let (tone, length) = match verdict.map(|verdict| verdict.tone) {
                _ if !entry.standing.holds() => (symbol::CHANGED_TONE, "h12"),
                None => (symbol::QUOTATION_TONE, "h4"),
                Some(tone @ (Tone::Upheld | Tone::MostlyUpheld)) => (symbol::tone(tone), "h8"),
                Some(tone) => (symbol::tone(tone), "h12"),
            };
            if length != drawn || !entry.is_placed() || !reading.shows(entry) {
                continue;
            }
            let line = decimal(usize::from(entry.at) / LINE * LINE + LINE / 2);
            let tick = ["M0 ", &line, length].concat();
            if reading.open() == Some(MarkIndex(index)) {
                here.push_str(&tick);
            }
            match paths.iter_mut().find(|path| path.0 == tone) {
                Some((_, path)) => path.push_str(&tick),
                None => paths.push((tone, tick)),
            }
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
