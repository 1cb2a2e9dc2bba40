//! Every word of the interface, in English.

use crate::claims::{SourceKind, Stance};
use crate::marks::{Edit, Standing};
use crate::quotes::Said;
use crate::reading::{Announcement, Overlay};
use crate::text::decimal;

/// The BCP 47 tag of these words, for dates and names of languages.
pub const LOCALE: &str = "en-GB";

pub const QUOTATIONS: &str = "Quotations";
pub const FACT_CHECK: &str = "Fact check";
pub const ALL_MARKS: &str = "All quotations and claims";
pub const LIST: &str = "List";
/// Begins with the word on the button, so that it can be called by what is seen (WCAG 2.5.3).
pub const LIST_OF_ALL: &str = "List of all quotations and claims";
pub const CLOSE: &str = "Close";
pub const PREVIOUS: &str = "Previous";
pub const NEXT: &str = "Next";
pub const COPY: &str = "Copy";
pub const LINK: &str = "Link";
pub const SHOW_IN_TEXT: &str = "Show in text";
pub const IN_ITS_SENTENCE: &str = "In its sentence";
pub const DID_THEY_SAY_IT: &str = "Did they say it?";
pub const IS_IT_SO: &str = "Is it so?";
pub const SAME_REMARK: &str = "The same remark is quoted again";
pub const FULL_TEXT: &str = "The whole remark";
pub const UNNAMED: &str = "Unnamed, as reported";
pub const OWN_WORDS: &str = "The article’s own words";
pub const AS_CHECKED: &str = "As checked";
pub const ARCHIVED: &str = "archived copy";
pub const HISTORY: &str = "Changes to this check";
pub const REPORT_ERROR: &str = "Report an error";
pub const HOW_WE_RATE: &str = "How we rate";
pub const WORDS_CHECKED: &str = "The words that were checked";
pub const WORDS_RECORDED: &str = "The words as they were recorded";
pub const WORDS_NOW: &str = "The words now";
pub const CHECK_OF_OLD_WORDS: &str = "The check of the words as they were";
pub const IN_THESE_WORDS: &str = "Quoted in these words";
pub const COPIED: &str = "Copied";
pub const NOT_COPIED: &str = "Copying was refused by the browser";
pub const FILTER: &str = "Show one verdict only";

/// A word in its singular or plural form, with its number: "1 claim", "15 claims".
fn counted(count: usize, one: &str, many: &str) -> String {
    let mut words = decimal(count);
    words.push(' ');
    words.push_str(if count == 1 { one } else { many });
    words
}

/// "14 by 4".
pub fn quotations_by(quotations: usize, speakers: usize) -> String {
    [&decimal(quotations), " by ", &decimal(speakers)].concat()
}

/// "15 claims checked".
pub fn claims_checked(claims: usize) -> String {
    counted(claims, "claim checked", "claims checked")
}

/// "1 claim in these words was checked".
pub fn claims_inside(claims: usize) -> String {
    counted(claims, "claim in these words was checked", "claims in these words were checked")
}

/// "3 of 9".
pub fn place(place: usize, of: usize) -> String {
    [&decimal(place), " of ", &decimal(of)].concat()
}

/// "3 of 9 by Ada Example".
pub fn place_by(at: usize, of: usize, name: &str) -> String {
    [&place(at, of), " by ", name].concat()
}

/// "Claim by Ada Example".
pub fn claim_by(name: &str) -> String {
    ["Claim by ", name].concat()
}

/// "Checked by the example desk".
pub fn checked_by(name: &str) -> String {
    ["Checked by ", name].concat()
}

/// "Attributed with “called”".
pub fn attributed_with(cue: &str) -> String {
    ["Attributed with “", cue, "”"].concat()
}

/// "(quoting Ada Example)".
pub fn quoting(speaker: &str) -> String {
    ["(quoting ", speaker, ")"].concat()
}

/// "Translated from Ukrainian".
pub fn translated_from(language: &str) -> String {
    ["Translated from ", language].concat()
}

/// "Found by software (rule NAME, 92 % sure), not written by an editor".
pub fn found_by(rule: &str, confidence: u8) -> String {
    ["Found by software (rule ", rule, ", ", &decimal(confidence.into()), " % sure), not written by an editor"].concat()
}

/// The name of a quotation's button: "Quotation, Ada Example, 3 of 14".
pub fn quotation_button(speaker: &str, at: usize, of: usize) -> String {
    ["Quotation, ", speaker, ", ", &place(at, of)].concat()
}

/// The name of a claim's button: "Fact check: inaccurate, claim 6 of 15".
pub fn claim_button(verdict: &str, at: usize, of: usize) -> String {
    ["Fact check: ", verdict, ", claim ", &place(at, of)].concat()
}

/// "Claim 6 of 15".
pub fn claim_place(at: usize, of: usize) -> String {
    ["Claim ", &place(at, of)].concat()
}

/// Why nothing is said of words that a check or a quotation was written for.
pub fn withheld(standing: &Standing) -> &'static str {
    match standing {
        Standing::Found => "",
        Standing::Changed(_) => "The text has changed since this was checked",
        Standing::Ambiguous => "These words stand in several places, and it cannot be told which were meant",
        Standing::Orphan => "These words were not found in the article",
    }
}

/// The same in a word or two.
pub fn withheld_shortly(standing: &Standing) -> &'static str {
    match standing {
        Standing::Found => "",
        Standing::Changed(_) => "text changed",
        Standing::Ambiguous => "place unclear",
        Standing::Orphan => "words not found",
    }
}

/// The name of a button on words that are not those that were checked: "Text changed, claim 6 of 15".
pub fn withheld_button(standing: &Standing, is_claim: bool, at: usize, of: usize) -> String {
    let kind = if is_claim { "Fact check withheld: " } else { "Quotation withheld: " };
    [kind, withheld_shortly(standing), if is_claim { ", claim " } else { ", quotation " }, &place(at, of)].concat()
}

/// "2 verdicts withheld".
pub fn verdicts_withheld(count: usize) -> String {
    counted(count, "verdict withheld", "verdicts withheld")
}

/// "“three” is now “five”".
pub fn edit(edit: &Edit) -> String {
    match (&*edit.before, &*edit.now) {
        (before, "") => ["“", before, "” was taken out"].concat(),
        ("", now) => ["“", now, "” was put in"].concat(),
        (before, now) => ["“", before, "” is now “", now, "”"].concat(),
    }
}

/// The finding on whether the words were said.
pub fn said(finding: Said) -> &'static str {
    match finding {
        Said::Confirmed => "Confirmed",
        Said::ConfirmedInTranslation => "Confirmed in translation",
        Said::Unconfirmed => "Unconfirmed",
        Said::Disputed => "Disputed",
    }
}

/// The heading over sources of one stance.
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "Supports it",
        Stance::Disputes => "Disputes it",
        Stance::Outweighed => "Says otherwise, outweighed",
        Stance::Context => "Context",
    }
}

/// The kind of a source, where it is more than a news report.
pub fn source_kind(kind: SourceKind) -> Option<&'static str> {
    match kind {
        SourceKind::News | SourceKind::Other => None,
        SourceKind::Record => Some("primary record"),
        SourceKind::StateMedia => Some("state media"),
        SourceKind::Statement => Some("statement"),
        SourceKind::Aggregator => Some("an aggregator’s copy"),
        SourceKind::Research => Some("research"),
    }
}

/// What is said when something has changed that cannot be heard otherwise.
pub fn announcement(announcement: Announcement, verdict: Option<&str>, claims: usize) -> String {
    match announcement {
        Announcement::Toggled(Overlay::Checks, true) => ["Fact check on. ", &claims_checked(claims)].concat(),
        Announcement::Toggled(Overlay::Checks, false) => "Fact check off".into(),
        Announcement::Toggled(Overlay::Quotations, true) => "Quotations marked".into(),
        Announcement::Toggled(Overlay::Quotations, false) => "Quotations not marked".into(),
        Announcement::Filtered(_, count) => match verdict {
            Some(verdict) => [&counted(count, "claim", "claims"), " shown: ", verdict].concat(),
            None => ["All ", &counted(count, "claim", "claims"), " shown"].concat(),
        },
    }
}
