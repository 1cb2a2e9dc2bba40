//! The forms of an English verb: the regular ones are made, the others are listed.

use super::Class;

/// Calls `each` with every form of a list entry and the class of that form.
///
/// An entry is a base form (`warn`) or five forms set apart by strokes (`tell/tells/told/told/telling`).
pub(super) fn forms(entry: &str, mut each: impl FnMut(&str, Class)) {
    if entry.contains('/') {
        for (place, form) in entry.split('/').enumerate() {
            each(form, if place + 1 == entry.split('/').count() { Class::ING } else { listed(place) });
        }
        return;
    }
    each(entry, Class::BASE);
    let doubled = doubles(entry);
    let mut form = String::with_capacity(entry.len() + 4);
    for (ending, class) in [("s", Class::THIRD), ("ed", Class::PAST), ("ing", Class::ING)] {
        form.clear();
        form.push_str(entry);
        let last = entry.bytes().last();
        let vowel_before = matches!(entry.bytes().rev().nth(1), Some(b'a' | b'e' | b'i' | b'o' | b'u'));
        if doubled && ending != "s" {
            form.push(char::from(last.unwrap_or(b' ')));
        }
        match (last, ending) {
            (Some(b'y'), "s" | "ed") if !vowel_before => {
                form.pop();
                form.push_str(if ending == "s" { "ies" } else { "ied" });
            }
            (Some(b's' | b'x' | b'z' | b'h'), "s") => form.push_str("es"),
            (Some(b'e'), "ed") => form.push('d'),
            (Some(b'e'), "ing") if entry != "agree" => {
                form.pop();
                form.push_str("ing");
            }
            _ => form.push_str(ending),
        }
        each(&form, class);
    }
}

/// Whether the last letter is doubled: one syllable that ends in consonant, vowel, consonant ("quip", "quipped").
fn doubles(entry: &str) -> bool {
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    let bytes = entry.strip_prefix("qu").unwrap_or(entry).as_bytes();
    match bytes {
        [.., last] if vowel(*last) || matches!(last, b'w' | b'x' | b'y') => false,
        [.., middle, _] if !vowel(*middle) => false,
        _ => bytes.iter().filter(|byte| vowel(**byte)).count() == 1,
    }
}

fn listed(place: usize) -> Class {
    match place {
        0 => Class::BASE,
        1 => Class::THIRD,
        _ => Class::PAST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(entry: &str) -> Vec<String> {
        let mut found = Vec::new();
        forms(entry, |form, _| found.push(form.to_owned()));
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
