//! Publishers' verdict scales as data. Labels and ranks are theirs; what each step means is put in words of our own.

use super::{Scale, Symbol, Tone, Verdict};

/// One step: label, rank (0 for none), tone, symbol, definition. The id is the label in lower case with hyphens.
type Step = (&'static str, u8, Tone, Symbol, &'static str);

/// The names by which documents ask for a preset, in the order in which they are documented.
pub const PRESETS: [&str; 3] = ["politifact", "pinocchios", "africa-check"];

/// PolitiFact's six steps (<https://www.politifact.com>).
const POLITIFACT: [Step; 6] = [
    ("True", 6, Tone::Upheld, Symbol::Check, "Right, with nothing important left out."),
    ("Mostly True", 5, Tone::MostlyUpheld, Symbol::CheckRing, "Right, but something needs adding."),
    ("Half True", 4, Tone::Mixed, Symbol::Half, "Right in part; details are missing or out of context."),
    (
        "Mostly False",
        3,
        Tone::Refuted,
        Symbol::Exclamation,
        "A grain of truth, but what would change the picture is left out.",
    ),
    ("False", 2, Tone::Refuted, Symbol::Cross, "Not right."),
    ("Pants on Fire", 1, Tone::Refuted, Symbol::Cross, "Not right, and absurd."),
];

/// The Washington Post's Pinocchios, fewer being truer (<https://www.washingtonpost.com/politics/fact-checker/>).
const PINOCCHIOS: [Step; 5] = [
    ("Geppetto Checkmark", 5, Tone::Upheld, Symbol::Check, "The truth, and nothing but."),
    ("One Pinocchio", 4, Tone::MostlyUpheld, Symbol::CheckRing, "Some shading of the facts, nothing outright wrong."),
    ("Two Pinocchios", 3, Tone::Mixed, Symbol::Half, "Significant omissions or exaggerations."),
    ("Three Pinocchios", 2, Tone::Refuted, Symbol::Exclamation, "Significant errors or contradictions."),
    ("Four Pinocchios", 1, Tone::Refuted, Symbol::Cross, "Wholly wrong."),
];

/// Africa Check's verdicts, most of them on no scale (<https://africacheck.org>).
const AFRICA_CHECK: [Step; 8] = [
    ("Correct", 3, Tone::Upheld, Symbol::Check, "Borne out by the best evidence there is."),
    ("Mostly correct", 2, Tone::MostlyUpheld, Symbol::CheckRing, "Right but for details."),
    ("Incorrect", 1, Tone::Refuted, Symbol::Cross, "Contradicted by the best evidence there is."),
    ("Unproven", 0, Tone::Unproven, Symbol::Question, "The evidence does not decide."),
    ("Misleading", 0, Tone::Mixed, Symbol::Exclamation, "Leaves a wrong impression, whatever is right in it."),
    ("Exaggerated", 0, Tone::Mixed, Symbol::Exclamation, "Says more than there is."),
    ("Understated", 0, Tone::Mixed, Symbol::Exclamation, "Says less than there is."),
    ("Mixed", 0, Tone::Mixed, Symbol::Half, "Several statements with different findings."),
];

/// The preset scale of this name, one of [`PRESETS`].
///
/// ```
/// use checked_article::claims::preset;
/// let scale = preset("politifact").unwrap();
/// assert_eq!(&*scale.verdicts[1].id, "mostly-true");
/// ```
pub fn preset(name: &str) -> Option<Scale> {
    let steps: &[Step] = match PRESETS.iter().position(|preset| *preset == name)? {
        0 => &POLITIFACT,
        1 => &PINOCCHIOS,
        _ => &AFRICA_CHECK,
    };
    let verdicts = steps.iter().map(|(label, rank, tone, symbol, definition)| Verdict {
        id: label.to_ascii_lowercase().replace(' ', "-").into(),
        label: (*label).into(),
        rank: if *rank == 0 { None } else { Some(i32::from(*rank)) },
        tone: *tone,
        symbol: *symbol,
        definition: (*definition).into(),
    });
    Some(Scale { verdicts: verdicts.collect() })
}
