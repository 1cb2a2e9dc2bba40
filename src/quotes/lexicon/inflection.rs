//! The forms of an English verb: the regular ones are made, the others are listed.

use super::Class;

/// Calls `each` with every form of a list entry and the class of that form.
///
/// An entry is a base form (`warn`), one whose last letter is doubled (`quip+`), or five forms set apart by strokes
/// (`tell/tells/told/told/telling`).
pub(super) fn forms(entry: &[u8], mut each: impl FnMut(&[u8], Class)) {
    let mut listed = entry.split(|byte| *byte == b'/');
    let base = listed.next().unwrap_or_default();
    let mut form = base.strip_suffix(b"+").unwrap_or(base).to_vec();
    for class in [Class::BASE, Class::THIRD, Class::PAST, Class::PAST, Class::ING] {
        if class != Class::BASE {
            match listed.next() {
                Some(irregular) => form = irregular.to_vec(),
                None => inflect(base, class, &mut form),
            }
        }
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
    match entry {
        [.., last, b'+'] => {
            form.pop();
            if !third {
                form.push(*last);
            }
        }
        [.., before, b'y'] if class != Class::ING && !matches!(before, b'a' | b'e' | b'i' | b'o' | b'u') => {
            form.pop();
            ending = if third { b"ies" } else { b"ied" };
        }
        // "reaches", but not "laughs"
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] if third => ending = b"es",
        // "argued", "arguing", "agreeing"
        [.., before, b'e'] if !third && (class == Class::PAST || *before != b'e') => {
            form.pop();
        }
        _ => {}
    }
    form.extend_from_slice(ending);
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
        assert_eq!(all("warn"), ["warn", "warns", "warned", "warned", "warning"]);
        assert_eq!(all("reply"), ["reply", "replies", "replied", "replied", "replying"]);
        assert_eq!(all("argue"), ["argue", "argues", "argued", "argued", "arguing"]);
        assert_eq!(all("agree"), ["agree", "agrees", "agreed", "agreed", "agreeing"]);
        assert_eq!(all("quip+"), ["quip", "quips", "quipped", "quipped", "quipping"]);
        assert_eq!(all("shout"), ["shout", "shouts", "shouted", "shouted", "shouting"]);
        assert_eq!(all("stress"), ["stress", "stresses", "stressed", "stressed", "stressing"]);
    }

    #[test]
    fn listed_forms_are_taken_as_they_are() {
        assert_eq!(all("tell/tells/told/told/telling"), ["tell", "tells", "told", "told", "telling"]);
    }
}
