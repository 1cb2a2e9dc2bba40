//! The sorts of words that a change is weighed by: a negation or a number is another matter than any other word.

use super::change::ChangeKind;
use crate::text::letter::{Kind, kind};

/// Words by sort, English and the commonest of other languages. A list that lacks a word makes a change less grave,
/// never no change.
const SORTS: [(ChangeKind, &str); 7] = [
    (
        ChangeKind::Negation,
        "not no never none nobody nothing neither nor without cannot hardly nicht kein keine nie niemals ohne ne \
         pas jamais aucun sans non mai senza nunca jamás sin niet geen",
    ),
    (
        ChangeKind::Number,
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy \
         eighty ninety hundred thousand million billion trillion half third quarter double dozen first second",
    ),
    (
        ChangeKind::Date,
        "january february march april june july august september october november december jan feb aug sept oct \
         nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow",
    ),
    (
        ChangeKind::Unit,
        "percent dollar dollars euro euros pound pounds cents ton tons tonnes kilometers kilometres miles meters \
         metres feet degrees years months weeks days hours minutes per points",
    ),
    (
        ChangeKind::Saying,
        "said says say denied denies deny claimed claims confirmed confirms admitted admits alleged alleges \
         suggested suggests argued argues insisted insists told announced acknowledged warned promised vowed \
         refused agreed",
    ),
    (
        ChangeKind::Quantifier,
        "all every each some any most many few several more less fewer both only always often sometimes nearly \
         almost least majority",
    ),
    (ChangeKind::Modal, "may might must shall should will would can could likely unlikely probably possibly"),
];

/// The sort of a word, folded.
pub fn sort(word: &str) -> ChangeKind {
    let bytes = word.as_bytes();
    let first = word.chars().next().map_or(Kind::Nothing, kind);
    if bytes.ends_with(b"n't") {
        return ChangeKind::Negation;
    }
    if bytes.iter().any(u8::is_ascii_digit) {
        let year = bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit) && matches!(&bytes[..2], b"19" | b"20");
        return if year { ChangeKind::Date } else { ChangeKind::Number };
    }
    match first {
        Kind::Mark | Kind::Digit => return ChangeKind::Number,
        Kind::Sign => return ChangeKind::Unit,
        _ => {}
    }
    for (kind, words) in SORTS {
        if words.split(' ').any(|one| one == word) {
            return kind;
        }
    }
    ChangeKind::Word
}
