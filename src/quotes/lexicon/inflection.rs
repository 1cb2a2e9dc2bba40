//! The forms of an English verb: the regular ones are made, the others are listed.

use super::Class;

/// Calls `each` with every form of a list entry and the class of that form.
///
/// An entry is a base form (`warn`) or five forms set apart by strokes (`tell/tells/told/told/telling`).
pub(super) fn forms(entry: &[u8], mut each: impl FnMut(&[u8], Class)) {
    if entry.contains(&b'/') {
        let classes = [Class::BASE, Class::THIRD, Class::PAST, Class::PAST, Class::ING];
        for (form, class) in entry.split(|byte| *byte == b'/').zip(classes) {
            each(form, class);
        }
        return;
    }
    each(entry, Class::BASE);
    let mut form = Vec::with_capacity(entry.len() + 4);
    for class in [Class::THIRD, Class::PAST, Class::ING] {
        inflect(entry, class, &mut form);
        each(&form, class);
    }
}

/// Writes the regular form of a class: third person, which the plural of a noun is spelled like, past or -ing form.
pub(super) fn inflect(entry: &[u8], class: Class, form: &mut Vec<u8>) {
    let third = class == Class::THIRD;
    let mut ending = match class {
        Class::THIRD => &b"s"[..],
        Class::PAST => b"ed",
        _ => b"ing",
    };
    form.clear();
    form.extend_from_slice(entry);
    let last = entry.last().copied().unwrap_or(b' ');
    match last {
        _ if !third && doubles(entry) => form.push(last),
        b'y' if class != Class::ING && !entry.iter().rev().nth(1).copied().is_some_and(is_vowel) => {
            form.pop();
            ending = if third { b"ies" } else { b"ied" };
        }
        b's' | b'x' | b'z' | b'h' if third => ending = b"es",
        // "argued", "arguing", "agreeing"
        b'e' if !third && (class == Class::PAST || entry != b"agree") => {
            form.pop();
        }
        _ => {}
    }
    form.extend_from_slice(ending);
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether the last letter is doubled: one syllable that ends in consonant, vowel, consonant ("quip", "quipped").
fn doubles(entry: &[u8]) -> bool {
    let bytes = entry.strip_prefix(b"qu").unwrap_or(entry);
    match bytes {
        [.., last] if is_vowel(*last) || matches!(last, b'w' | b'x' | b'y') => false,
        [.., middle, _] if !is_vowel(*middle) => false,
        _ => bytes.iter().filter(|byte| is_vowel(**byte)).count() == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(entry: &str) -> Vec<String> {
        let mut found = Vec::new();
        forms(entry.as_bytes(), |form, _| found.push(String::from_utf8_lossy(form).into_owned()));
        found
    }

    #[test]
    fn regular_verbs_follow_the_spelling_rules() {
        assert_eq!(all("warn"), ["warn", "warns", "warned", "warning"]);
        assert_eq!(all("reply"), ["reply", "replies", "replied", "replying"]);
        assert_eq!(all("argue"), ["argue", "argues", "argued", "arguing"]);
        assert_eq!(all("agree"), ["agree", "agrees", "agreed", "agreeing"]);
        assert_eq!(all("quip"), ["quip", "quips", "quipped", "quipping"]);
        assert_eq!(all("shout"), ["shout", "shouts", "shouted", "shouting"]);
        assert_eq!(all("stress"), ["stress", "stresses", "stressed", "stressing"]);
    }

    #[test]
    fn listed_forms_are_taken_as_they_are() {
        assert_eq!(all("tell/tells/told/told/telling"), ["tell", "tells", "told", "told", "telling"]);
    }
}
