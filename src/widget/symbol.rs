//! The signs: one a verdict, told apart by shape alone, and those of the controls.

use yew::{Html, html};

use crate::claims::{Symbol, Tone};
use crate::quotes::Said;

/// A drawing on a 16 by 16 grid: the outline's path.
fn drawing(path: &'static str) -> Html {
    html! { <svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}

/// The sign of a verdict.
pub fn verdict(symbol: Symbol) -> Html {
    drawing(match symbol {
        Symbol::Check => "M4 8.5 7 11.5 12 5",
        Symbol::CheckRing => "M8 1.8a6.2 6.2 0 1 0 .01 0zM5 8.3 7.2 10.5 11 6",
        Symbol::Half => "M8 3a5 5 0 1 0 .01 0zM8 3V13M9.8 4.2v7.6M11.4 5.6v4.8",
        Symbol::Cross => "M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5",
        Symbol::Question => "M5.6 6a2.4 2.3 0 1 1 3.6 2C8.3 8.6 8 9 8 9.800M8 12.200v.3",
        Symbol::Dash => "M4 8H12",
        Symbol::Exclamation => "M8 3.5V9M8 12v.3",
    })
}

/// The sign of a finding on whether words were said.
pub fn said(finding: Said) -> Html {
    verdict(match finding {
        Said::Confirmed => Symbol::Check,
        Said::ConfirmedInTranslation => Symbol::CheckRing,
        Said::Unconfirmed => Symbol::Question,
        Said::Disputed => Symbol::Cross,
    })
}

/// The tone in which a finding is drawn.
pub fn said_tone(finding: Said) -> Tone {
    match finding {
        Said::Confirmed => Tone::Upheld,
        Said::ConfirmedInTranslation => Tone::MostlyUpheld,
        Said::Unconfirmed => Tone::Unproven,
        Said::Disputed => Tone::Refuted,
    }
}

/// The sign of a quotation.
pub fn quotation() -> Html {
    drawing("M4 11c1.8-.5 2.5-1.8 2.5-3.5V5H3.5v3h2M10 11c1.8-.5 2.5-1.8 2.5-3.5V5H9.5v3h2")
}

/// Backwards.
pub fn previous() -> Html {
    drawing("M10 3 5 8l5 5")
}

/// Forwards.
pub fn next() -> Html {
    drawing("M6 3l5 5-5 5")
}

/// Away with it.
pub fn close() -> Html {
    drawing("M3.5 3.5l9 9M12.5 3.5l-9 9")
}

/// A list.
pub fn list() -> Html {
    drawing("M2.5 4h11M2.5 8h11M2.5 12h7")
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
