//! What a character is to the finder: part of a word, white space, a capital letter. No Unicode tables.

use crate::text::letter::{Kind, fold, kind};

/// Whether it stands in words or numbers.
pub fn is_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || !sign.is_ascii() && matches!(kind(sign), Kind::Letter | Kind::Digit | Kind::Alone)
}

/// Whether it is a letter.
pub fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphabetic() || !sign.is_ascii() && matches!(kind(sign), Kind::Letter | Kind::Alone)
}

/// Whether it is white space.
pub fn is_space(sign: char) -> bool {
    if sign.is_ascii() { matches!(sign, '\t'..='\r' | ' ') } else { kind(sign) == Kind::Space }
}

/// Whether it is a capital letter.
pub fn is_capital(sign: char) -> bool {
    sign.is_ascii_uppercase() || !sign.is_ascii() && fold(sign) != sign
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_languages_are_letters() {
        assert!("aÉжΩ漢".chars().all(is_letter));
        assert!("AÉЖΩŁ".chars().all(is_capital) && !"aéжωł漢1“".chars().any(is_capital));
        assert!("“”’,—…".chars().all(|sign| !is_word(sign)));
        assert!(is_space('\u{a0}') && is_word('7'));
    }
}
