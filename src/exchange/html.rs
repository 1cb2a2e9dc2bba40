//! A document as plain HTML: the article, its quotations and its checks, for whoever reads without the widget. It is what
//! stands inside the tag, in a feed, in an archive.

use crate::article::{Article, Block, Inline, ListKind, Style, Text};
use crate::claims::{Claim, Claimant, Reviewer, Revision, Source, Stance};
use crate::document::Document;
use crate::marks::{Mark, Marks, Passage, Subject};
use crate::people::Image;
use crate::quotes::{Quote, Speaker};

/// The article alone: `<article>` with headline, byline and blocks.
///
/// ```
/// use checked_article::{article::Article, exchange::article_html};
/// let article = Article::from_plain_text("Prices < wages.");
/// assert_eq!(article_html(&article), "<article>\n<p>Prices &lt; wages.</p>\n</article>\n");
/// ```
pub fn article_html(article: &Article) -> String {
    let mut html = Html::default();
    html.article(article);
    html.0
}

/// The whole document: the article, then each quotation as `<figure><blockquote>` with its speaker, then each published
/// check with its sources.
///
/// What does not stand in the article to the letter is left out, a quotation that is not a whole sentence is given inside
/// its sentence, and a withdrawn document is its article alone.
pub fn document_html(document: &Document) -> String {
    let mut html = Html::default();
    html.article(&document.article);
    let marks = Marks::of(document);
    let blocks = document.article.plain_blocks();
    let standing: Vec<&Mark> = marks.all.iter().filter(|mark| mark.standing.holds()).collect();
    let (quotes, claims): (Vec<&Mark>, Vec<&Mark>) = standing.into_iter().partition(|mark| !mark.is_claim());
    html.section("Who said what", &quotes, |html, mark| {
        if let Subject::Quote(index) = mark.subject
            && let Some(quote) = document.quotes.get(index)
        {
            html.quotation(document, quote, &Passage::of(&blocks, mark));
        }
    });
    html.section("What was checked", &claims, |html, mark| {
        if let Subject::Claim(index) = mark.subject
            && let Some(claim) = document.claims.get(index)
        {
            html.check(document, claim, &Passage::of(&blocks, mark));
        }
    });
    html.0
}

/// HTML that is being written.
#[derive(Default)]
struct Html(String);

impl Html {
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// An author's words, with nothing in them that HTML would read as markup.
    fn words(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                other => self.0.push(other),
            }
        }
    }

    /// An element that holds words alone; `attributes` is markup of ours.
    fn element(&mut self, tag: &str, attributes: &str, words: &str) {
        self.open(tag, attributes);
        self.words(words);
        self.close(tag);
    }

    fn open(&mut self, tag: &str, attributes: &str) {
        self.raw("<");
        self.raw(tag);
        self.raw(attributes);
        self.raw(">");
    }

    fn close(&mut self, tag: &str) {
        self.raw("</");
        self.raw(tag);
        self.raw(">");
    }

    /// An attribute of an element whose tag is still open.
    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.words(value);
        self.raw("\"");
    }

    fn article(&mut self, article: &Article) {
        self.raw("<article");
        if let Some(language) = &article.in_language {
            self.attribute("lang", language);
        }
        self.raw(">\n");
        if let Some(headline) = &article.headline {
            self.element("h1", "", headline);
            self.raw("\n");
        }
        self.dateline(article);
        article.body.iter().for_each(|block| self.block(block));
        self.raw("</article>\n");
    }

    fn dateline(&mut self, article: &Article) {
        let names = article.authors.iter().chain(&article.publisher);
        let names: Vec<&str> = names.map(|name| &**name).collect();
        if names.is_empty() && article.date_published.is_none() {
            return;
        }
        self.raw("<p>");
        self.words(&names.join(", "));
        if let Some(date) = &article.date_published {
            if !names.is_empty() {
                self.raw(" · ");
            }
            self.time(date);
        }
        self.raw("</p>\n");
    }

    fn time(&mut self, date: &str) {
        self.raw("<time");
        self.attribute("datetime", date);
        self.raw(">");
        self.words(date);
        self.raw("</time>");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.text("p", text),
            Block::Heading { level, text } => {
                self.text(["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(&2, &6) - 2)], text)
            }
            Block::List { kind, items } => {
                let tag = if *kind == ListKind::Ordered { "ol" } else { "ul" };
                self.open(tag, "");
                items.iter().for_each(|item| self.text("li", item));
                self.close(tag);
            }
            Block::Blockquote { paragraphs, cite } => {
                self.raw("<figure><blockquote>");
                paragraphs.iter().for_each(|text| self.text("p", text));
                self.raw("</blockquote>");
                if let Some(cite) = cite {
                    self.text("figcaption", cite);
                }
                self.raw("</figure>");
            }
            Block::Figure { image, caption, credit } => {
                self.raw("<figure>");
                self.image(image);
                if caption.is_some() || credit.is_some() {
                    self.raw("<figcaption>");
                    if let Some(caption) = caption {
                        self.inlines(caption.inlines());
                    }
                    if let Some(credit) = credit {
                        self.element("small", "", credit);
                    }
                    self.raw("</figcaption>");
                }
                self.raw("</figure>");
            }
            Block::Embed { label, url } => {
                self.raw("<p>");
                self.link(url, |html| html.words(label));
                self.raw("</p>");
            }
        }
        self.raw("\n");
    }

    fn image(&mut self, image: &Image) {
        self.raw("<img loading=\"lazy\" referrerpolicy=\"no-referrer\"");
        self.attribute("src", &image.url);
        self.attribute("alt", &image.alt);
        self.attribute("width", &image.width.to_string());
        self.attribute("height", &image.height.to_string());
        self.raw(">");
    }

    fn link(&mut self, url: &str, content: impl FnOnce(&mut Self)) {
        self.raw("<a rel=\"noopener noreferrer\"");
        self.attribute("href", url);
        self.raw(">");
        content(self);
        self.raw("</a>");
    }

    fn text(&mut self, tag: &str, text: &Text) {
        self.open(tag, "");
        self.inlines(text.inlines());
        self.close(tag);
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Plain(words) => self.words(words),
                Inline::LineBreak => self.raw("<br>"),
                Inline::Styled { style, content } => self.styled(style, content),
            }
        }
    }

    fn styled(&mut self, style: &Style, content: &[Inline]) {
        let tag = match style {
            Style::Emphasis => "em",
            Style::Strong => "strong",
            Style::Deleted => "del",
            Style::Superscript => "sup",
            Style::Subscript => "sub",
            Style::Link(url) => return self.link(url, |html| html.inlines(content)),
            Style::Language(tag) => {
                self.raw("<span");
                self.attribute("lang", tag);
                self.raw(">");
                self.inlines(content);
                return self.close("span");
            }
        };
        self.open(tag, "");
        self.inlines(content);
        self.close(tag);
    }

    /// A section of figures, one a mark; none where there is no mark.
    fn section(&mut self, heading: &str, marks: &[&Mark], figure: impl Fn(&mut Self, &Mark)) {
        if marks.is_empty() {
            return;
        }
        self.raw("<section>\n");
        self.element("h2", "", heading);
        self.raw("\n");
        for mark in marks {
            self.raw("<figure");
            self.attribute("id", &format!("ca-{}", mark.id));
            self.raw(">");
            figure(self, mark);
            self.raw("</figure>\n");
        }
        self.raw("</section>\n");
    }

    fn quotation(&mut self, document: &Document, quote: &Quote, passage: &Passage) {
        self.raw("<blockquote>");
        match passage.whole {
            true => passage.parts.iter().for_each(|part| self.element("p", "", part)),
            false => self.in_context(passage),
        }
        self.raw("</blockquote><figcaption>");
        let person = match &quote.speaker {
            Speaker::Person(person) => document.people.get(person.0),
            Speaker::Unnamed(_) => None,
        };
        match (person, &quote.speaker) {
            (Some(person), _) => {
                self.element("cite", "", &person.name);
                if let Some(role) = &person.role {
                    self.raw(", ");
                    self.words(role);
                }
            }
            (None, Speaker::Unnamed(description)) => self.element("cite", "", description),
            (None, Speaker::Person(_)) => {}
        }
        let phrase = quote.attribution();
        if !phrase.is_empty() {
            self.raw("; ");
            self.words(&phrase);
        }
        self.raw("</figcaption>");
    }

    /// A fragment inside its sentence, its own words marked.
    fn in_context(&mut self, passage: &Passage) {
        self.raw("<p>");
        for piece in &passage.context {
            match piece.marked {
                true => self.element("mark", "", &piece.words),
                false => self.words(&piece.words),
            }
        }
        self.raw("</p>");
    }

    fn check(&mut self, document: &Document, claim: &Claim, passage: &Passage) {
        self.whose(document, claim);
        self.raw("<blockquote>");
        self.in_context(passage);
        self.raw("</blockquote><figcaption>");
        self.raw("<p>As checked: ");
        self.words(&claim.claim_reviewed);
        self.raw("</p><p>");
        if let Some(verdict) = document.scale.get(claim.verdict) {
            self.element("strong", "", &verdict.label);
            if let Some(finding) = claim.finding(verdict) {
                self.raw(": ");
                self.words(finding);
            }
        }
        self.raw("</p>");
        // A review may have no more words than one sentence.
        let reasons = claim.explanation.iter().filter(|paragraph| **paragraph != claim.summary);
        reasons.for_each(|paragraph| self.element("p", "", paragraph));
        if !claim.sources.is_empty() {
            self.raw("<ul>");
            claim.sources.iter().for_each(|source| self.source(source));
            self.raw("</ul>");
        }
        self.reviewer(&claim.reviewer, &document.reviewer);
        self.revisions(&claim.revisions);
        self.raw("</figcaption>");
    }

    /// Whose words were checked: a verdict speaks of them, and the reader has to know.
    fn whose(&mut self, document: &Document, claim: &Claim) {
        let name = match &claim.claimant {
            Some(Claimant::Person(person)) => document.people.get(person.0).map_or("", |person| &person.name),
            Some(Claimant::Named(name)) => name,
            None => return self.element("p", "", "The article’s own words"),
        };
        self.raw("<p>Claim by ");
        self.element("cite", "", name);
        self.raw("</p>");
    }

    /// Who checked it and when, and where an error is reported; what the claim does not say, the document says for all.
    fn reviewer(&mut self, own: &Reviewer, of_document: &Reviewer) {
        if let Some(name) = own.name.as_ref().or(of_document.name.as_ref()) {
            self.raw("<p>Checked by ");
            match own.url.as_ref().or(of_document.url.as_ref()) {
                Some(url) => self.link(url, |html| html.words(name)),
                None => self.words(name),
            }
            if let Some(date) = own.date_published.as_ref().or(of_document.date_published.as_ref()) {
                self.raw(", ");
                self.time(date);
            }
            self.raw("</p>");
        }
        if let Some(contact) = own.contact.as_ref().or(of_document.contact.as_ref()) {
            self.raw("<p>");
            self.link(contact, |html| html.words("Report an error"));
            self.raw("</p>");
        }
    }

    fn revisions(&mut self, revisions: &[Revision]) {
        if revisions.is_empty() {
            return;
        }
        self.raw("<p>Changes to this check:</p><ol>");
        for revision in revisions {
            self.raw("<li>");
            self.time(&revision.date);
            self.raw(": ");
            self.words(&revision.note);
            self.raw("</li>");
        }
        self.raw("</ol>");
    }

    fn source(&mut self, source: &Source) {
        self.raw("<li>");
        self.raw(match source.stance {
            Stance::Supports => "Supports it: ",
            Stance::Disputes => "Disputes it: ",
            Stance::Outweighed => "Says otherwise, outweighed: ",
            Stance::Context => "Context: ",
        });
        let name = source.title.as_ref().unwrap_or(&source.publisher);
        self.link(&source.url, |html| html.words(name));
        if source.title.is_some() {
            self.raw(", ");
            self.words(&source.publisher);
        }
        if let Some(date) = &source.date_published {
            self.raw(", ");
            self.time(date);
        }
        if let Some(excerpt) = &source.excerpt {
            self.raw(": ");
            self.element("q", "", excerpt);
        }
        if let Some(archive) = &source.archive {
            self.raw(" (");
            self.link(archive, |html| html.words("archived"));
            self.raw(")");
        }
        self.raw("</li>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_authors_are_never_markup() {
        let mut article = Article::from_plain_text("<script>alert('1')</script> & \"so on\"");
        article.headline = Some("<b>".into());
        let html = article_html(&article);
        assert!(html.contains("<h1>&lt;b&gt;</h1>"));
        assert!(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;so on&quot;"));
    }

    #[test]
    fn a_withdrawn_document_is_its_article_alone() {
        let article = Article::from_plain_text("They met.");
        let document = Document { article, withdrawn: true, ..Document::default() };
        assert_eq!(document_html(&document), article_html(&document.article));
    }
}
