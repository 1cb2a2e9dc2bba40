//! Reading what every review has: its sources, and who made it and when.

use super::cursor::Cursor;
use super::rules::{DATE, LINK, PAGE, TEXT};
use crate::claims::{Reviewer, Source, SourceKind, Stance};

/// The sources in the review's member of that name.
pub(super) fn sources(at: &Cursor<'_>) -> Vec<Source> {
    at.get("sources").map(|list| list.list(source)).unwrap_or_default()
}

fn source(at: &Cursor<'_>) -> Option<Source> {
    let at = at.object(&["title", "publisher", "url", "datePublished", "kind", "stance", "excerpt", "archive"])?;
    let title = at.label_in("title");
    let publisher = at.need_label("publisher");
    let url = at.need_string("url", &LINK);
    let date_published = at.string_in("datePublished", &DATE);
    let kind = at.need("kind").one_of(
        &["record", "news", "state media", "statement", "aggregator", "research", "other"],
        [
            SourceKind::Record,
            SourceKind::News,
            SourceKind::StateMedia,
            SourceKind::Statement,
            SourceKind::Aggregator,
            SourceKind::Research,
            SourceKind::Other,
        ],
    );
    let stance = at.need("stance").one_of(
        &["supports", "disputes", "outweighed", "context"],
        [Stance::Supports, Stance::Disputes, Stance::Outweighed, Stance::Context],
    );
    at.keep(Source {
        title,
        publisher,
        url,
        date_published,
        kind: at.or(kind, SourceKind::Other),
        stance: at.or(stance, Stance::Context),
        excerpt: at.string_in("excerpt", &TEXT),
        archive: at.string_in("archive", &PAGE),
    })
}

/// Who made the review, from its members `author`, `datePublished` and `contact`.
pub(super) fn reviewer(at: &Cursor<'_>) -> Reviewer {
    let mut reviewer = Reviewer {
        date_published: at.string_in("datePublished", &DATE),
        contact: at.string_in("contact", &LINK),
        ..Reviewer::default()
    };
    if let Some(author) = at.get("author")
        && let Some(author) = author.object(&["name", "url"])
    {
        reviewer.name = author.need("name").label();
        reviewer.url = author.string_in("url", &PAGE);
    }
    reviewer
}
