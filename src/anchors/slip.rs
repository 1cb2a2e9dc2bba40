//! Slips of spelling: telling a word that was mistyped from another word.

/// Whether two words differ by one letter replaced, put in, taken out or exchanged with its neighbour.
fn one_edit(a: &str, b: &str) -> bool {
    let (a, b) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    match (a, b) {
        ([], [_]) | ([_], [_]) => true,
        ([x, y], [u, v]) => x == v && y == u,
        _ => false,
    }
}

/// Whether two words are spelled alike, so that one may stand for the other in an alignment. No verdict rests on it.
pub fn alike(a: &str, b: &str) -> bool {
    a.len() >= 4 && a.len().abs_diff(b.len()) <= 1 && one_edit(a, b)
}

/// Whether `now` is `before` with one slip of the pen: a word of seven letters or more, unharmed at both ends.
///
/// First and last letters bear prefixes and endings; a slip there gives another word more often than none.
pub fn slip(before: &str, now: &str) -> bool {
    let (a, b) = (before.as_bytes(), now.as_bytes());
    a.len() >= 7
        && a.iter().chain(b).all(u8::is_ascii_lowercase)
        && a.first() == b.first()
        && a.last() == b.last()
        && one_edit(before, now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_inside_a_long_word_is_one() {
        for now in ["apologgize", "apologze", "aplogize", "apoolgize", "apoligize"] {
            assert!(slip("apologize", now), "{now}");
        }
    }

    #[test]
    fn other_words_are_no_slips() {
        for (before, now) in
            [("report", "resort"), ("accused", "accuser"), ("fighter", "lighter"), ("increase", "decrease")]
        {
            assert!(!slip(before, now), "{before} {now}");
        }
    }
}
