//! Reading what every review has: its sources, and who made it and when.

use super::cursor::Cursor;
use super::rules::{DATE, LINK, PAGE, TEXT};
use crate::claims::{Reviewer, Source, SourceKind, Stance};

/// The sources in the review's member of that name.
pub(super) fn sources(at: &Cursor<'_>) -> Vec<Source> {
    let mut sources = Vec::new();
    if let Some(list) = at.get("sources") {
        list.items().for_each(|item| sources.extend(source(&item)));
    }
    sources
}

fn source(at: &Cursor<'_>) -> Option<Source> {
    if !at.is_object(&["title", "publisher", "url", "datePublished", "kind", "stance", "excerpt", "archive"]) {
        return None;
    }
    let title = at.label_in("title");
    let publisher = at.need("publisher").label();
    let url = at.need("url").string(&LINK);
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
    let excerpt = at.string_in("excerpt", &TEXT);
    let archive = at.string_in("archive", &PAGE);
    Some(Source {
        title,
        publisher: publisher?,
        url: url?,
        date_published,
        kind: kind?,
        stance: stance?,
        excerpt,
        archive,
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
        && author.is_object(&["name", "url"])
    {
        reviewer.name = author.need("name").label();
        reviewer.url = author.string_in("url", &PAGE);
    }
    reviewer
}
