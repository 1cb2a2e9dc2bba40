//! The signs: one a verdict, told apart by shape alone, and those of the controls. Each is one path on a 16 by 16 grid.

use super::pen::Pen;
use crate::claims::{Symbol, Tone};
use crate::quotes::Said;

/// The sign of a quotation.
pub const QUOTATION: &str = "M4 11c1.8-.5 2.5-1.8 2.5-3.5V5H3.5v3h2M10 11c1.8-.5 2.5-1.8 2.5-3.5V5H9.5v3h2";
/// Words that are not those that were checked: a pencil.
pub const CHANGED: &str = "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.3 4.4l2.3 2.3";
/// The tone of such words.
pub const CHANGED_TONE: &str = "changed";
/// The tone of a quotation.
pub const QUOTATION_TONE: &str = "quote";
/// Backwards.
pub const PREVIOUS: &str = "M10 3 5 8l5 5";
/// Forwards.
pub const NEXT: &str = "M6 3l5 5-5 5";
/// Away with it.
pub const CLOSE: &str = "M3.5 3.5l9 9M12.5 3.5l-9 9";
/// A list.
pub const LIST: &str = "M2.5 4h11M2.5 8h11M2.5 12h7";

/// Draws a sign; it says nothing to those who listen, the words beside it do.
pub fn sign(pen: &mut Pen, path: &str) {
    pen.open("svg class=sign;viewBox=0 0 16 16;aria-hidden=true");
    pen.open("path");
    pen.attribute("d", path);
    pen.close();
    pen.close();
}

/// The path of a verdict's sign.
pub fn verdict(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Check => "M4 8.5 7 11.5 12 5",
        Symbol::CheckRing => "M8 1.4a6.6 6.6 0 1 0 .01 0zM5.2 8.3 7.3 10.4 10.9 6",
        Symbol::Half => "M8 2.6v10.8a5.4 5.4 0 0 0 0-10.8M9.8 4.4v7.2M11.4 6v4",
        Symbol::Cross => "M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5",
        Symbol::Question => "M5.6 6a2.4 2.3 0 1 1 3.6 2C8.3 8.6 8 9 8 9.8M8 12.2v.3",
        Symbol::Dash => "M4 8H12",
        Symbol::Exclamation => "M8 3.5V9M8 12v.3",
    }
}

/// The symbol and the tone of a finding on whether words were said.
pub fn said(finding: Said) -> (Symbol, Tone) {
    match finding {
        Said::Confirmed => (Symbol::Check, Tone::Upheld),
        Said::ConfirmedInTranslation => (Symbol::CheckRing, Tone::MostlyUpheld),
        Said::Unconfirmed => (Symbol::Question, Tone::Unproven),
        Said::Disputed => (Symbol::Cross, Tone::Refuted),
    }
}

/// The name of a tone in the style sheet.
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Upheld => "upheld",
        Tone::MostlyUpheld => "mostly",
        Tone::Mixed => "mixed",
        Tone::Refuted => "refuted",
        Tone::Unproven => "unproven",
        Tone::Neutral => "neutral",
    }
}
