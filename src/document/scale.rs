//! Reading the verdict scale: a preset's name, or verdicts of the publisher's own.

use super::Value;
use super::cursor::Cursor;
use super::ids::Ids;
use super::rules::TEXT;
#[cfg(feature = "presets")]
use crate::claims::preset;
use crate::claims::{Scale, Symbol, Tone, Verdict};

/// The scale here; without verdicts where it is faulty, so that each claim says which verdict it misses.
pub(super) fn scale(at: &Cursor<'_>) -> Scale {
    let mut scale = Scale::default();
    match at.value() {
        #[cfg(feature = "presets")]
        Some(Value::String(name)) if preset(name).is_some() => return preset(name).unwrap_or_default(),
        Some(Value::String(_)) => at.fault("the name of a preset scale"),
        Some(Value::Object(_)) => {
            at.object(&["verdicts"]);
            let mut ids = Ids::default();
            scale.verdicts = at.need("verdicts").list(|item| verdict(item, &mut ids));
        }
        _ => at.fault("a scale or the name of a preset one"),
    }
    scale
}

fn verdict(at: &Cursor<'_>, ids: &mut Ids) -> Option<Verdict> {
    let at = at.object(&["id", "label", "rank", "tone", "symbol", "definition"])?;
    let id = at.or_lost(ids.claim(&at.need("id")));
    let label = at.need_label("label");
    // A rank that cannot be read would put the verdict among those on no scale, which says something else.
    let rank = at.get("rank").map(|rank| at.or_lost(rank.whole(0, 1000, "a whole number from 0 to 1000")) as i32);
    let tone = at.need("tone").one_of(
        &["upheld", "mostly upheld", "mixed", "refuted", "unproven", "neutral"],
        [Tone::Upheld, Tone::MostlyUpheld, Tone::Mixed, Tone::Refuted, Tone::Unproven, Tone::Neutral],
    );
    let symbol = at.need("symbol").one_of(
        &["check", "check ring", "half", "cross", "question", "dash", "exclamation"],
        [
            Symbol::Check,
            Symbol::CheckRing,
            Symbol::Half,
            Symbol::Cross,
            Symbol::Question,
            Symbol::Dash,
            Symbol::Exclamation,
        ],
    );
    at.keep(Verdict {
        id,
        label,
        rank,
        tone: at.or(tone, Tone::Neutral),
        symbol: at.or(symbol, Symbol::Dash),
        definition: at.need_string("definition", &TEXT),
    })
}
