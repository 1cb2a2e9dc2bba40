//! What holds for any text and any edit: what is described is found again where it was, and whatever is put in, each
//! placement lies in the text and `found` is said of no other words. The fuzz target and a property test share it.

use std::borrow::Cow;

use checked_article::anchors::{Placement, Resolver, Target, describe};
use checked_article::text::words::{Bounds, cut};
use checked_article::text::{Canonical, Span, View};
use unicode_normalization::UnicodeNormalization;

/// A text, a passage of it, and an edit.
#[derive(Debug)]
pub struct Edit<'a> {
    /// The article's blocks, a line each.
    pub text: &'a str,
    /// The passage, in bytes, both taken modulo the text's length.
    pub passage: (u16, u16),
    /// What is cut out of the text, in bytes.
    pub cut: (u16, u16),
    /// What is put in there.
    pub put_in: &'a str,
    /// Whether canonically equivalent spellings are equal.
    pub canonical: bool,
}

/// Describes the passage, makes the edit, places the description, and panics where a promise is broken.
pub fn check(edit: &Edit<'_>) {
    let canonical: Option<Canonical> = edit.canonical.then_some(nfc);
    let blocks: Vec<&str> = edit.text.split('\n').collect();
    let view = View::new(&blocks, canonical);
    let (start, end) = range(edit.text, edit.passage);
    let span = view.span(start, end);
    let Some(target) = describe(&view, span) else { return };
    assert_eq!(place(&blocks, &target, canonical).found(), Some(span), "{target:?}");

    let (from, to) = range(edit.text, edit.cut);
    let edited = [&edit.text[..from], edit.put_in, &edit.text[to..]].concat();
    let blocks: Vec<&str> = edited.split('\n').collect();
    let placement = place(&blocks, &target, canonical);
    let spans: Vec<Span> = match &placement {
        Placement::Found { span, .. } | Placement::Changed { span, .. } => vec![*span],
        Placement::Ambiguous { candidates } => candidates.clone(),
        Placement::Orphan { lookalike, .. } => lookalike.iter().copied().collect(),
    };
    let now = View::new(&blocks, canonical);
    // A letter that was cut off its accent is no letter of the passage's view, and one of its words.
    let whole =
        [start, end].iter().all(|at| [nfc(&edit.text[..*at]), nfc(&edit.text[*at..])].concat() == nfc(edit.text));
    for span in spans {
        let (from, to) = (now.offset(span.start), now.offset(span.end));
        assert!(edited.get(from..to).is_some(), "{span:?}");
        // In an English text one slip of spelling is forgiven.
        let english = ["the", "of", "and"].iter().all(|word| now.folded().contains(word));
        if placement.found().is_some() && !english && whole {
            assert_eq!(letters(&now, from, to), letters(&view, start, end), "{target:?}");
        }
    }
}

fn place(blocks: &[&str], target: &Target, canonical: Option<Canonical>) -> Placement {
    let resolver = Resolver::new(blocks, &[target]);
    let resolver = if let Some(canonical) = canonical { resolver.with_canonical(canonical) } else { resolver };
    resolver.finish().remove(0)
}

/// Two offsets as a range of the text, on boundaries of characters.
fn range(text: &str, (a, b): (u16, u16)) -> (usize, usize) {
    let at = |at: u16| text.floor_char_boundary(usize::from(at) % (text.len() + 1));
    (at(a).min(at(b)), at(a).max(at(b)))
}

/// The words of a passage without what stands between them.
fn letters(view: &View, start: usize, end: usize) -> String {
    let (start, end) = (view.folded_at(start), view.folded_at(end));
    let inside = |word: Bounds| view.folded().get(start.max(word.start as usize)..end.min(word.end as usize));
    let letters: String = cut(view.folded()).into_iter().filter_map(inside).collect();
    // In a passage from inside a word or number, what joined its parts may stand at the end, where it is a mark like any other.
    letters.trim_matches(['\'', '.', ',']).into()
}

fn nfc(text: &str) -> Cow<'_, str> {
    text.nfc().collect::<String>().into()
}
