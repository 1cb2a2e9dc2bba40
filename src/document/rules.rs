//! What a string in a document has to look like: texts, ids, dates, language tags and URLs.

/// A rule for a string, with the words that a fault says it in.
pub(super) struct Rule {
    /// What is expected, to follow "expected".
    #[cfg(feature = "faults")]
    pub expected: &'static str,
    /// Whether a string keeps the rule.
    pub holds: fn(&str) -> bool,
}

impl Rule {
    #[cfg_attr(not(feature = "faults"), expect(unused_variables, reason = "nothing words it"))]
    const fn new(expected: &'static str, holds: fn(&str) -> bool) -> Self {
        Self {
            #[cfg(feature = "faults")]
            expected,
            holds,
        }
    }
}

/// Any words.
pub(super) const TEXT: Rule = Rule::new("a text", |text| !text.is_empty());

/// Words or nothing: what stands before a passage at the very beginning of the article is empty.
pub(super) const CONTEXT: Rule = Rule::new("a text, which may be empty", |_| true);

/// A name for links, events and references.
pub(super) const ID: Rule = Rule::new("an id of 1 to 64 ASCII letters, digits, hyphens, underscores and dots", is_id);

/// A day, or a day and a time (ISO 8601).
pub(super) const DATE: Rule =
    Rule::new("an ISO 8601 date, or date and time, such as 2026-11-23 or 2026-11-23T09:30:00Z", is_date);

/// A language tag (BCP 47).
pub(super) const LANGUAGE: Rule = Rule::new("a language tag such as en, ar or pt-BR", is_language);

/// A URL that a reader may follow.
pub(super) const LINK: Rule =
    Rule::new("an https, http or mailto URL", |url| is_clean(url) && (is_web(url) || has_scheme(url, "mailto:")));

/// The URL of a page or an image.
pub(super) const PAGE: Rule = Rule::new("an https or http URL", |url| is_clean(url) && is_web(url));

fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// Browsers drop tabs and line feeds inside a scheme, and leading control characters: `java\nscript:` works there.
fn is_clean(url: &str) -> bool {
    url.bytes().all(|byte| byte > 0x20 && byte != 0x7F)
}

fn is_web(url: &str) -> bool {
    has_scheme(url, "https://") || has_scheme(url, "http://")
}

fn has_scheme(url: &str, scheme: &str) -> bool {
    let (url, scheme) = (url.as_bytes(), scheme.as_bytes());
    url.len() > scheme.len() && url[..scheme.len()].eq_ignore_ascii_case(scheme)
}

/// By its letters alone: which subtags there are is the browser's business.
fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len())
        && tag.as_bytes()[0].is_ascii_alphabetic()
        && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_date(date: &str) -> bool {
    match date.as_bytes().split_at_checked(10) {
        Some((day, [])) => is_day(day),
        Some((day, [b'T', time @ ..])) => is_day(day) && is_time(time),
        _ => false,
    }
}

/// Whether `text` begins in the shape `shape`, in which `0` stands for any digit and all else for itself.
fn begins(text: &[u8], shape: &[u8]) -> bool {
    text.len() >= shape.len()
        && text.iter().zip(shape).all(|(byte, wanted)| match wanted {
            b'0' => byte.is_ascii_digit(),
            _ => byte == wanted,
        })
}

/// The two digits at `at`, as a number; the shape was checked before.
fn two(text: &[u8], at: usize) -> u32 {
    text.get(at..at + 2).map_or(0, |pair| u32::from(pair[0] - b'0') * 10 + u32::from(pair[1] - b'0'))
}

fn is_day(day: &[u8]) -> bool {
    if !begins(day, b"0000-00-00") {
        return false;
    }
    let year = two(day, 0) * 100 + two(day, 2);
    let days = match two(day, 5) {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&two(day, 8))
}

fn is_minute(time: &[u8]) -> bool {
    begins(time, b"00:00") && two(time, 0) < 24 && two(time, 3) < 60
}

/// `09:30`, `09:30:00` or `09:30:00.250`, each with `Z`, an offset such as `+02:00`, or neither.
fn is_time(time: &[u8]) -> bool {
    if !is_minute(time) {
        return false;
    }
    let mut rest = &time[5..];
    // A minute may have a second 60.
    if begins(rest, b":00") && two(rest, 1) <= 60 {
        rest = &rest[3..];
        if let [b'.', fraction @ ..] = rest {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits > 0 {
                rest = &fraction[digits..];
            }
        }
    }
    match rest {
        [] | [b'Z'] => true,
        [b'+' | b'-', offset @ ..] => offset.len() == 5 && is_minute(offset),
        _ => false,
    }
}

/// Whether `character` changes the direction of the text around it (Unicode property `Bidi_Control`).
pub(super) fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(rule: &Rule, texts: &[&str]) -> bool {
        texts.iter().all(|text| (rule.holds)(text))
    }

    fn none(rule: &Rule, texts: &[&str]) -> bool {
        !texts.iter().any(|text| (rule.holds)(text))
    }

    #[test]
    fn ids_go_into_links_and_events() {
        assert!(all(&ID, &["1", "6b", "q-1_2.3", &"x".repeat(64)]));
        assert!(none(&ID, &["", "a b", "ä", "a/b", "#a", &"x".repeat(65)]));
    }

    #[test]
    fn urls_that_run_a_script_are_refused_however_they_are_disguised() {
        assert!(all(&LINK, &["https://example.org", "HTTP://example.org/a?b#c", "MailTo:desk@example.org"]));
        assert!(none(&LINK, &["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "//example.org", "/a", ""]));
        assert!(none(
            &LINK,
            &[" https://example.org", "https://exa\tmple.org", "https://a\u{7f}", "https://", "mailto:"]
        ));
        assert!(none(&PAGE, &["mailto:desk@example.org", "blob:https://example.org/1"]));
        assert!(all(&PAGE, &["https://example.org/سوق"]));
    }

    #[test]
    fn dates_are_days_that_exist() {
        assert!(all(&DATE, &["2026-11-23", "2024-02-29", "2000-02-29", "2026-11-23T09:30", "2026-11-23T09:30:00Z"]));
        assert!(all(&DATE, &["2026-11-23T09:30:00.125+05:45", "2026-11-23T23:59:60Z", "2026-11-23T09:30-03:00"]));
        assert!(none(&DATE, &["2026-11", "23.11.2026", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10"]));
        assert!(none(&DATE, &["2026-04-31", "2026-04-00", "2026-11-23T", "2026-11-23T24:00", "2026-11-23T09:60"]));
        assert!(none(
            &DATE,
            &[
                "2026-11-23T09:30:00.Z",
                "2026-11-23T09:30.5Z",
                "2026-11-23T09:30.0Z",
                "2026-11-23T09:30+2",
                "2026-11-23T09:30ZZ"
            ]
        ));
        assert!(none(&DATE, &["2026-11-23T09:30:00+é:00", "2026-11-23Té9:30", "２０２６-11-23", "2026-11-23T09:30-é"]));
    }

    #[test]
    fn language_tags_have_the_letters_of_bcp_47() {
        assert!(all(&LANGUAGE, &["en", "ar", "pt-BR", "zh-Hant-TW", "de-CH-1996"]));
        assert!(none(&LANGUAGE, &["", "e", "english please", "-en", "en_GB", "en-\"x", "12", "ä", "é-x"]));
    }
}
