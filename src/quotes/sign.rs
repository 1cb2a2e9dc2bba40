//! What a character is to the finder: part of a word, white space, a capital letter. No Unicode tables: ranges that a
//! newsroom meets, coarser than those of `text::letter`, which would be 0.5 kB more to download.

/// Whether it stands in words or numbers.
pub fn is_word(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '²' | '³' | '¹' | '¼'..='¾') || is_letter(sign)
}

/// Whether it is a letter.
pub fn is_letter(sign: char) -> bool {
    match sign as u32 {
        ..=0x7F => sign.is_ascii_alphabetic(),
        0xAA | 0xB5 | 0xBA => true,
        // Punctuation, arrows and signs; CJK punctuation; forms, private use and pictures
        ..=0xBF | 0xD7 | 0xF7 | 0x2000..=0x2BFF | 0x2E00..=0x2E7F | 0x3000..=0x3020 | 0x3030 => false,
        0xD800..=0xF8FF | 0xFE00..=0xFE6F | 0xFEFF | 0xFF01..=0xFF20 | 0x1F000..=0x1FAFF => false,
        _ => true,
    }
}

/// Whether it is white space.
pub fn is_space(sign: char) -> bool {
    matches!(sign, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}')
        || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Whether it is a capital letter.
pub fn is_capital(sign: char) -> bool {
    let code = sign as u32;
    match code {
        ..=0x7F => sign.is_ascii_uppercase(),
        0xC0..=0xDE => code != 0xD7,
        0x139..=0x148 | 0x179..=0x17E => code & 1 == 1,
        0x138 | 0x149 => false,
        0x178 | 0x386..=0x38F | 0x391..=0x3AB | 0x400..=0x42F | 0x531..=0x556 => true,
        0x100..=0x177 | 0x1DE..=0x233 | 0x460..=0x52F | 0x1E00..=0x1EFF => code & 1 == 0,
        _ => false,
    }
}

/// A text without the white space around it.
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_space)
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
