//! An editor's sentences as they are set in a card: "F-22" does not break at its hyphen.

use super::pen::Pen;

/// Sets `words` as all that the open element holds; short terms with a hyphen before a digit stay on one line. No character is changed.
pub fn prose(pen: &mut Pen, words: &str) {
    pen.authored();
    let (mut plain, mut start) = (0, 0);
    for (end, byte) in words.bytes().chain([b' ']).enumerate() {
        if byte == b' ' {
            if breaks_badly(&words[start..end]) {
                pen.text(&words[plain..start]);
                pen.leaf("span class=unbroken", &words[start..end]);
                plain = end;
            }
            start = end + 1;
        }
    }
    pen.text(&words[plain..]);
}

/// Whether a line end at this word's hyphen would tear a name: "F-22", "B-2".
fn breaks_badly(word: &str) -> bool {
    word.len() <= 12 && word.as_bytes().windows(2).any(|pair| pair[0] == b'-' && pair[1].is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::breaks_badly;

    #[test]
    fn a_type_of_aircraft_stays_whole_and_a_compound_may_break() {
        assert!(breaks_badly("F-22s;"));
        assert!(!breaks_badly("three-on-three"));
    }
}
