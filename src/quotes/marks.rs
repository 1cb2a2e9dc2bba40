//! Pairs quotation marks: which stretches of the text stand between them.
//!
//! Marks are paired paragraph by paragraph, so that one stray mark spoils nothing beyond its own. Which way a straight
//! mark faces shows in its neighbours; curly ones say it themselves, but are often the wrong way round, so their
//! neighbours have a say too. A mark that its paragraph never closes runs to the paragraph's end, and when the next
//! paragraph opens with a mark, the quotation goes on there.

use std::ops::Range;

use super::sign;

/// A stretch between quotation marks in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Bytes with the marks.
    pub outer: Range<usize>,
    /// Bytes between the marks.
    pub inner: Range<usize>,
    /// Whether it carries on from the paragraph before, which was left open.
    pub continues: bool,
    /// Whether a closing mark was found.
    pub closed: bool,
}

/// Which way a mark's shape faces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Straight,
    Opening,
    Closing,
    /// „ opens, and “ closes what it opened.
    Low,
    /// « and » face either way.
    Guillemet(bool),
}

#[derive(Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    shape: Shape,
    /// Whether what stands before and after would let it open.
    may_open: bool,
    /// Whether what stands before and after would let it close.
    may_close: bool,
    /// Whether a punctuation mark stands right before it: `,”`.
    after_stop: bool,
    /// Whether a letter or digit stands right after it.
    before_word: bool,
}

/// Everything between quotation marks, in text order, without nested ones.
///
/// Double marks and guillemets are taken; single marks where the text quotes with them (‘…’) and not with double ones.
/// Linear in the text.
pub fn pair(text: &str) -> Vec<Marked> {
    // Where marks may begin and where lines end, read once: most bytes are neither.
    let mut signs = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        if begins_mark(byte) || byte == b'\n' {
            signs.push(at);
        }
    }
    let single = quotes_with_single_marks(text, &signs);
    let mut found: Vec<Marked> = Vec::new();
    let mut marks = Vec::new();
    let mut left_open = false;
    let (mut start, mut first_sign) = (0, 0);
    while start < text.len() {
        let mut sign = first_sign;
        let mut end = text.len();
        while let Some(at) = signs.get(sign) {
            if text.as_bytes().get(*at) == Some(&b'\n') {
                end = at + 1;
                break;
            }
            sign += 1;
        }
        let paragraph = text.get(start..end).unwrap_or_default();
        collect(paragraph, start, signs.get(first_sign..sign).unwrap_or_default(), single, &mut marks);
        let content = sign::trimmed(paragraph);
        if !content.is_empty() {
            let first = found.len();
            let indent = content.as_ptr() as usize - paragraph.as_ptr() as usize;
            pair_paragraph(&marks, start + indent + content.len(), single, &mut found);
            if let Some(leading) = found.get_mut(first)
                && left_open
                && leading.outer.start == start + indent
            {
                leading.continues = true;
            }
            left_open = found.len() > first && found.last().is_some_and(|last| !last.closed);
        }
        start = end;
        first_sign = sign + 1;
    }
    found
}

/// Whether single marks are this text's quotation marks.
fn quotes_with_single_marks(text: &str, signs: &[usize]) -> bool {
    let (mut doubles, mut opening, mut speech) = (0usize, 0usize, 0usize);
    let mut done = 0;
    for at in signs.iter().copied() {
        let Some(mark) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|_| at >= done) else { continue };
        let (before, next) = neighbours(text, at, mark.len_utf8());
        done = at + mark.len_utf8();
        match mark {
            '"' | '“' | '„' | '«' => doubles += 1,
            '‘' | '\'' | '’' => {
                if (sign::is_space(before) || before == '(') && sign::is_word(next) && mark != '’' {
                    opening += 1;
                } else if matches!(before, ',' | '.' | '?' | '!') && !sign::is_word(next) {
                    speech += 1;
                }
                if next == mark {
                    done += mark.len_utf8();
                    doubles += 1;
                }
            }
            _ => {}
        }
    }
    opening > 0 && (doubles == 0 || (speech > doubles && opening > doubles))
}

/// The characters before and after the `length` bytes at `at`; a line end where there are none.
fn neighbours(text: &str, at: usize, length: usize) -> (char, char) {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + length..).and_then(|text| text.chars().next());
    (before.unwrap_or('\n'), after.unwrap_or('\n'))
}

/// Whether a quotation mark can begin with the byte.
fn begins_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | 0xc2 | 0xe2)
}

/// The marks of one paragraph that starts at byte `offset` of the text; at `signs` some may begin.
fn collect(paragraph: &str, offset: usize, signs: &[usize], single: bool, marks: &mut Vec<Mark>) {
    marks.clear();
    let mut done = 0;
    for at in signs.iter().map(|at| at - offset) {
        let mut signs = paragraph.get(at..).filter(|_| at >= done).unwrap_or_default().chars();
        let Some(sign) = signs.next() else { continue };
        let mut length = sign.len_utf8();
        let shape = match sign {
            '"' | '\'' => Some(Shape::Straight),
            '“' | '‘' | '`' => Some(Shape::Opening),
            '”' | '’' => Some(Shape::Closing),
            '„' => Some(Shape::Low),
            '«' | '‹' => Some(Shape::Guillemet(true)),
            '»' | '›' => Some(Shape::Guillemet(false)),
            _ => None,
        };
        let twice = signs.next() == Some(sign);
        let quotes = match sign {
            '"' | '“' | '”' | '`' if single => false,
            '\'' | '‘' | '’' if single => true,
            '\'' | '‘' | '’' | '`' => twice,
            _ => true,
        };
        let Some(shape) = shape.filter(|_| quotes) else { continue };
        if !single && matches!(sign, '\'' | '‘' | '’' | '`') {
            length *= 2;
        }
        let (before, after) = neighbours(paragraph, at, length);
        let apostrophe =
            single && (sign::is_word(before) && sign::is_word(after) || cuts_a_word(paragraph, at + length));
        if !apostrophe {
            marks.push(Mark {
                start: offset + at,
                end: offset + at + length,
                shape,
                may_open: !sign::is_space(after) && !sign::is_word(before) && !matches!(before, ',' | '.' | '!' | '?'),
                may_close: !sign::is_space(before) && !sign::is_word(after),
                after_stop: matches!(before, ',' | '.' | '!' | '?' | '…'),
                before_word: sign::is_word(after),
            });
        }
        done = at + length;
    }
}

/// Whether an apostrophe before `at` stands for what is left out at the beginning of a word: "’90s", "’em".
fn cuts_a_word(text: &str, at: usize) -> bool {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let word = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    match rest.get(..word).unwrap_or_default() {
        [tens, ones, b's'] | [tens, ones] => tens.is_ascii_digit() && ones.is_ascii_digit(),
        word => [&b"em"[..], b"til", b"tis", b"n", b"cause"].contains(&word),
    }
}

/// Pairs the marks of one paragraph that ends at byte `end`.
fn pair_paragraph(marks: &[Mark], end: usize, single: bool, found: &mut Vec<Marked>) {
    let mut open: Option<&Mark> = None;
    let mut nested = 0usize;
    let mut doubtful: Option<&Mark> = None;
    for (index, mark) in marks.iter().enumerate() {
        let Some(opened) = open else {
            if opens(mark) {
                open = Some(mark);
            }
            continue;
        };
        if !closes(mark, opened) {
            // A second opening mark: nested where two closing ones follow, else the first was never closed.
            let next = |ahead: usize| marks.get(index + ahead).is_some_and(|mark| closes(mark, opened));
            if let Some(close) = doubtful.take() {
                found.push(matched(opened, close));
                open = Some(mark);
            } else if single || (next(1) && next(2)) {
                nested += 1;
            } else {
                open = Some(mark);
            }
        } else if nested > 0 {
            nested -= 1;
        } else if single && !mark.after_stop && opened.start + 1 < mark.start {
            // It may be the apostrophe of "workers’": a mark after a comma or full stop is better.
            doubtful = doubtful.or(Some(mark));
        } else {
            found.push(matched(opened, mark));
            open = None;
            doubtful = None;
        }
    }
    match (open, doubtful) {
        (Some(opened), Some(close)) => found.push(matched(opened, close)),
        (Some(opened), None) if opened.end < end && !single => {
            found.push(Marked { outer: opened.start..end, inner: opened.end..end, continues: false, closed: false });
        }
        _ => {}
    }
}

fn matched(open: &Mark, close: &Mark) -> Marked {
    Marked { outer: open.start..close.end, inner: open.end..close.start, continues: false, closed: true }
}

fn opens(mark: &Mark) -> bool {
    match mark.shape {
        Shape::Opening | Shape::Low => mark.may_open || !mark.may_close,
        Shape::Guillemet(faces_left) => faces_left || mark.may_open,
        Shape::Straight | Shape::Closing => mark.may_open || mark.after_stop && mark.before_word,
    }
}

fn closes(mark: &Mark, opened: &Mark) -> bool {
    match (mark.shape, opened.shape) {
        (Shape::Guillemet(faces_left), Shape::Guillemet(opening)) => faces_left != opening,
        (Shape::Guillemet(_), _) | (_, Shape::Guillemet(_)) | (Shape::Low, _) => false,
        (Shape::Closing, _) | (Shape::Opening, Shape::Low) => true,
        (Shape::Opening, _) => !mark.before_word && (mark.may_close || !mark.may_open),
        (Shape::Straight, _) => mark.may_close || !mark.may_open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inside(text: &str) -> Vec<&str> {
        pair(text).into_iter().map(|marked| &text[marked.inner]).collect()
    }

    #[test]
    fn straight_and_curly_marks_are_paired() {
        assert_eq!(inside("\"One,\" he said, “two.”"), ["One,", "two."]);
    }

    #[test]
    fn other_languages_marks_are_paired() {
        assert_eq!(inside("„Ja“, sagte sie. «Non», dit-il. »Doch«, rief er."), ["Ja", "Non", "Doch"]);
    }

    #[test]
    fn nested_marks_stay_inside() {
        assert_eq!(inside("“She said ‘no’ to me,” he said."), ["She said ‘no’ to me,"]);
        assert_eq!(inside("“She said “no” to me,” he said."), ["She said “no” to me,"]);
    }

    #[test]
    fn single_marks_count_where_they_are_the_house_style() {
        assert_eq!(inside("‘It’s the workers’ pay,’ he said."), ["It’s the workers’ pay,"]);
        assert_eq!(inside("'It was '90s rock 'n' roll, I'd say,' he said."), ["It was '90s rock 'n' roll, I'd say,"]);
        assert!(inside("The ‘90s weren’t “so” bad for the workers’ pay.").eq(&["so"]));
    }

    #[test]
    fn a_stray_mark_spoils_its_own_paragraph_alone() {
        let text = "“Never closed.\nHe said “yes” then.";
        assert_eq!(inside(text), ["Never closed.", "yes"]);
        assert!(!pair(text)[1].continues);
    }

    #[test]
    fn an_open_paragraph_goes_on_where_the_next_one_opens() {
        let found = pair("“First.\n\n“Second,” he said.");
        assert!(!found[0].closed && found[1].continues && found[1].closed);
    }

    #[test]
    fn a_mark_the_wrong_way_round_still_closes() {
        assert_eq!(inside("“They see that. “ And “then” more."), ["They see that. ", "then"]);
        assert_eq!(inside("The 6\" screen is “big”."), ["big"]);
    }

    proptest! {
        #[test]
        fn stretches_are_in_order_and_on_boundaries(text in "[ a\\n.,\"'“”„«»‘’é`]{0,60}") {
            let mut last = 0;
            for marked in pair(&text) {
                prop_assert!(last <= marked.outer.start && marked.outer.start < marked.inner.start);
                prop_assert!(marked.inner.start <= marked.inner.end && marked.inner.end <= marked.outer.end);
                prop_assert!(text.get(marked.outer.clone()).is_some() && text.get(marked.inner.clone()).is_some());
                last = marked.outer.end;
            }
        }
    }
}
