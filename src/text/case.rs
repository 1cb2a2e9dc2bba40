//! Whether a letter is a small one: what tells a sentence's beginning from a sentence that goes on.
//!
//! In ranges and parities, for the standard library's table of this one property adds 1 kB to the reader's download.

/// Whether `letter` is a small letter of an alphabet with capitals: Latin, Greek, Cyrillic or Armenian. Every other
/// character may begin a sentence.
///
/// ```
/// use checked_article::text::is_small_letter;
/// assert!("aßéšżđựяїλά".chars().all(is_small_letter));
/// assert!(!"AÉŠŻĐỰЯЇΛΆ1“ع中".chars().any(is_small_letter));
/// ```
pub fn is_small_letter(letter: char) -> bool {
    let code = letter as u32;
    // Where capitals and small letters alternate, either the odd or the even ones are small.
    let (odd, even) = (!code.is_multiple_of(2), code.is_multiple_of(2));
    match code {
        0x61..=0x7A | 0xDF..=0xF6 | 0xF8..=0xFF | 0x138 | 0x149 | 0x17F | 0x1DD => true,
        0x100..=0x137 | 0x14A..=0x177 => odd,
        0x139..=0x148 | 0x179..=0x17E => even,
        // Latin as Vietnamese and others need it.
        0x1A0..=0x1A5 | 0x1DE..=0x1EF | 0x1F8..=0x233 | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => odd,
        0x1AF..=0x1B0 | 0x1CD..=0x1DC => even,
        // Greek and Coptic.
        0x390 | 0x3AC..=0x3CE => true,
        // Cyrillic.
        0x430..=0x45F | 0x4CF => true,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => odd,
        0x4C1..=0x4CE => even,
        // Armenian.
        0x560..=0x588 => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_small_letter;

    #[test]
    fn the_ranges_agree_with_unicode() {
        let ranges = [0..=0x17F, 0x1A0..=0x1A5, 0x1AF..=0x1B0, 0x1CD..=0x1EF, 0x1F8..=0x21F, 0x222..=0x233];
        let further = [0x386..=0x3CE, 0x400..=0x52F, 0x531..=0x587, 0x1E00..=0x1E95, 0x1EA0..=0x1EFF];
        for letter in ranges.into_iter().chain(further).flatten().filter_map(char::from_u32) {
            // Small by Unicode, and yet no letter that stands in words: the two ordinal signs and the micro sign.
            if letter.is_alphabetic() && !"ªµº".contains(letter) {
                assert_eq!(is_small_letter(letter), letter.is_lowercase(), "{letter} {:x}", letter as u32);
            }
        }
    }
}
