//! Slips of spelling: telling a word that was mistyped from another word.

use std::cmp::Ordering;

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

/// For each letter, the letters that hardly ever follow it inside an English word: fewer than 150 of the 75,000 words of
/// the SCOWL list (Debian's `wamerican` 2020.12.07) hold the pair. Bit 0 is `a`.
const RARELY_FOLLOWED_BY: [u32; 26] = [
    0x814281, 0x3e9b6ec, 0x2e1b26a, 0x2e9b6a6, 0x2000600, 0x2e5b6ce, 0x2e9962e, 0x2e1b6ee, 0x1d10380, 0x3efbfee,
    0x3fbd6ee, 0x2e3a2e6, 0x3eb2eec, 0x2c39202, 0x2010280, 0x3e1366e, 0x3efffff, 0x2c10280, 0x2a2026a, 0x2a1b66a,
    0x3f10680, 0x3ffbeee, 0x3f99e6e, 0x3f77eef, 0x3fb6eea, 0x1fffeee,
];

/// The words that one slip can make of another word, as a Bloom filter: `tools/lookalikes.js` made it. It holds all of
/// them in English of either side of the Atlantic (SCOWL's lists, Debian 2020.12.07) and some six of a hundred others.
const LOOKALIKES: &[u8] = include_bytes!("lookalikes.bin");

/// Whether `now` is `before` with one slip of the pen, in English: a word of seven letters or more, unharmed at both
/// ends, that became no word.
///
/// A letter left out or doubled, two that changed places, and a vowel in a consonant's place or the other way round
/// seldom make another word, and those that they make are known. Other letters replaced or put in often do (*adopted,
/// adapted; attacked, attached*), and pass only where they make a pair of letters that English does not have. First and
/// last letters bear prefixes and endings, and are not forgiven. In doubt it is no slip, and the check is withheld.
pub fn slip(before: &str, now: &str) -> bool {
    let (a, b) = (before.as_bytes(), now.as_bytes());
    let ends = |word: &[u8]| (word.first().copied(), word.last().copied());
    a.len() >= 7
        && a.iter().chain(b).all(u8::is_ascii_lowercase)
        && ends(a) == ends(b)
        && one_edit(before, now)
        && (seldom_a_word(a, b) || b.windows(2).any(|pair| rare(pair) && !a.windows(2).any(|own| own == pair)))
        && !is_lookalike(b)
}

/// Of two words one edit apart: whether the edit is of a sort that seldom makes another word.
fn seldom_a_word(a: &[u8], b: &[u8]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let vowel = |word: &[u8]| word.get(head).is_some_and(|letter| b"aeiou".contains(letter));
    match a.len().cmp(&b.len()) {
        Ordering::Greater => true,
        Ordering::Less => b.get(head) == b.get(head.wrapping_sub(1)),
        Ordering::Equal => {
            let exchanged = a.iter().zip(b).filter(|(x, y)| x != y).count() == 2;
            exchanged || vowel(a) != vowel(b)
        }
    }
}

/// Whether a word is one that a slip can make of another.
fn is_lookalike(word: &[u8]) -> bool {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for byte in word {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3);
    }
    let bits = LOOKALIKES.len() as u64 * 8;
    (0..3).all(|turn| {
        let bit = ((hash & 0xFFFF_FFFF) + turn * (hash >> 32)) % bits;
        LOOKALIKES.get(bit as usize / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    })
}

fn rare(pair: &[u8]) -> bool {
    let letter = |at: usize| pair.get(at).map_or(0, |byte| usize::from(byte - b'a'));
    RARELY_FOLLOWED_BY[letter(0) % 26] >> letter(1) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_inside_a_long_word_is_one() {
        for now in ["apologgize", "apoolgize", "apoqogize", "aplogize", "apolfgize"] {
            assert!(slip("apologize", now), "{now}");
        }
        assert!(slip("divesting", "divestng"));
        assert!(slip("chairwoman", "chairwoamn"));
    }

    #[test]
    fn other_words_are_no_slips() {
        let pairs = [
            ("report", "resort"),
            ("accused", "accuser"),
            ("fighter", "lighter"),
            ("increase", "decrease"),
            ("adopted", "adapted"),
            ("attacked", "attached"),
            ("addiction", "addition"),
            ("analysts", "analysis"),
            ("marital", "martial"),
            ("immoral", "immortal"),
            ("sending", "spending"),
            ("through", "thorough"),
            ("staring", "starring"),
            ("country", "county"),
            ("conversation", "conservation"),
            ("accepted", "excepted"),
            ("promised", "premised"),
            ("marriage", "mirage"),
            ("diseased", "deceased"),
            ("complaint", "compliant"),
            ("dessert", "desert"),
            ("organised", "organized"),
        ];
        for (one, other) in pairs {
            assert!(!slip(one, other), "{one} {other}");
            assert!(!slip(other, one), "{other} {one}");
        }
    }
}
