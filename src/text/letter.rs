//! What a character is to somebody who compares words: a letter, a sign that carries meaning, or mere typography.
//!
//! No Unicode tables: ranges that a newsroom meets, and where in doubt a character is a letter, because a letter that
//! differs makes a passage `changed`, and typography that differs does not.

/// What a character does in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Part of a word.
    Letter,
    /// Part of a number.
    Digit,
    /// A word by itself: scripts that put no spaces between words.
    Alone,
    /// A sign that is read aloud: per cent, currencies, degrees, arithmetic.
    Sign,
    /// Punctuation and pictures.
    Mark,
    /// White space.
    Space,
    /// Invisible: soft hyphens, zero-width characters, directions, variation selectors.
    Nothing,
}

/// The kind of a character.
pub fn kind(c: char) -> Kind {
    if c.is_ascii() {
        return match c {
            'a'..='z' | 'A'..='Z' => Kind::Letter,
            '0'..='9' => Kind::Digit,
            '\t'..='\r' | ' ' => Kind::Space,
            '%' | '$' | '&' | '+' | '<' | '=' | '>' => Kind::Sign,
            '\0'..=' ' | '\x7f' => Kind::Nothing,
            _ => Kind::Mark,
        };
    }
    match c as u32 {
        0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000 => Kind::Space,
        0x80..=0x9F
        | 0xAD
        | 0x34F
        | 0x61C
        | 0x180E
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x206F
        | 0xFE00..=0xFE0F
        | 0xFEFF
        | 0xE0000..=0xE01EF => Kind::Nothing,
        0xA2..=0xA5 | 0xAC | 0xB0 | 0xB1 | 0xD7 | 0xF7 | 0x2030 | 0x2031 | 0x20A0..=0x20CF | 0x2200..=0x22FF => {
            Kind::Sign
        }
        0xB2 | 0xB3 | 0xB9 | 0xBC..=0xBE | 0x2070..=0x2079 | 0x2080..=0x2089 | 0x2150..=0x218B => Kind::Digit,
        0xA1..=0xBF if !matches!(c, 'ª' | 'µ' | 'º') => Kind::Mark,
        0x2BC
        | 0x2010..=0x205E
        | 0x2190..=0x2BFF
        | 0x2E00..=0x2E7F
        | 0x3001..=0x3004
        | 0x3008..=0x3020
        | 0x3030
        | 0x30FB
        | 0xD800..=0xF8FF
        | 0xFE10..=0xFE1F
        | 0xFE30..=0xFE6F
        | 0xFF01..=0xFF0F
        | 0xFF1A..=0xFF20
        | 0xFF3B..=0xFF40
        | 0xFF5B..=0xFF65
        | 0x1F000..=0x1FAFF => Kind::Mark,
        0xE00..=0xEFF
        | 0x1000..=0x109F
        | 0x1780..=0x17FF
        | 0x3040..=0x30FF
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF
        | 0x20000..=0x3FFFF => Kind::Alone,
        _ => Kind::Letter,
    }
}

/// The lower-case form of a letter, where it has the same length in UTF-8; every other character as it is.
///
/// Letters stay distinct: `İ` is not `i`, `й` is not `и`, `ß` is not `ss`.
pub fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = c as u32;
    let even = code & 1 == 0;
    let folded = match code {
        0xC0..=0xDE if code != 0xD7 => code + 32,
        0x130 | 0x131 | 0x138 | 0x149 => code,
        0x178 => 0xFF,
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 if even => code + 1,
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC if !even => code + 1,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x391..=0x3AB if code != 0x3A2 => code + 32,
        0x3C2 => 0x3C3,
        0x400..=0x40F => code + 80,
        0x410..=0x42F => code + 32,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F if even => code + 1,
        0x531..=0x556 => code + 48,
        0x1E00..=0x1E95 | 0x1EA0..=0x1EFF if even => code + 1,
        0xFF21..=0xFF3A => code + 32,
        _ => code,
    };
    char::from_u32(folded).unwrap_or(c)
}

/// The plain form of a typographic mark: straight quotation marks and apostrophes, a hyphen for every dash, a full
/// stop for each of an ellipsis. Every other character as it is.
pub fn plain(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '＇' | '`' | '´' => '\'',
        '\u{2010}'..='\u{2015}' | '−' | '﹘' | '﹣' | '－' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_every_length() {
        for code in 0x80..0x1_1000 {
            if let Some(c) = char::from_u32(code) {
                assert_eq!(fold(c).len_utf8(), c.len_utf8(), "{c}");
            }
        }
    }

    #[test]
    fn folding_agrees_with_unicode_wherever_it_folds() {
        for code in 0x80..0x1_1000 {
            let Some(c) = char::from_u32(code) else { continue };
            if fold(c) != c && c != 'ς' {
                assert_eq!(c.to_lowercase().collect::<String>(), fold(c).to_string(), "{c}");
            }
        }
    }

    #[test]
    fn letters_that_look_alike_stay_distinct() {
        assert_ne!(fold('İ'), 'i');
        assert_ne!(fold('ı'), 'i');
        assert_ne!(fold('Й'), fold('И'));
    }

    #[test]
    fn no_letter_of_unicode_counts_as_typography() {
        for code in 0x80..0x3_0000 {
            let Some(c) = char::from_u32(code) else { continue };
            if c.is_alphabetic()
                && !matches!(c, 'ʼ' | '\u{2E2F}' | '\u{345}')
                && !(0x24B6..=0x24E9).contains(&code)
                && !(0x1F100..=0x1F1FF).contains(&code)
            {
                assert!(!matches!(kind(c), Kind::Mark | Kind::Space | Kind::Nothing), "{c} {code:x}");
            }
        }
    }
}
