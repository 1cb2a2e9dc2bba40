//! The article itself: headline, byline, dateline and blocks. It is drawn once a document; what changes while it is read
//! is painted on it by the [painter](super::painter).

use std::rc::Rc;

use yew::{Component, Context, Html, NodeRef, Properties, html};

use super::model::Model;
use super::running_text::running_text;
use super::{browser, messages};
use crate::article::{Article, Block, ListKind, Text};
use crate::quotes::Image;

/// The article and where it was drawn.
#[derive(Clone, Properties)]
pub struct ArticleProps {
    /// What to draw.
    pub model: Rc<Model>,
    /// Set to the `<article>` element.
    pub element: NodeRef,
}

impl PartialEq for ArticleProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}

/// Draws the article of a model.
pub struct ArticleView;

impl Component for ArticleView {
    type Message = ();
    type Properties = ArticleProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let ArticleProps { model, element } = context.props();
        let article = &model.document.article;
        let mut next = 0;
        let blocks: Html = article.body.iter().map(|block| draw(model, &mut next, block)).collect();
        html! {
            <article ref={element.clone()} part="article" lang={article.in_language.as_deref().map(str::to_string)} dir="auto">
                { header(article) }
                <div part="body">{ blocks }</div>
            </article>
        }
    }
}

fn header(article: &Article) -> Html {
    if article.headline.is_none() && article.authors.is_empty() && article.date_published.is_none() {
        return Html::default();
    }
    let authors: Vec<Html> = article.authors.iter().map(|name| html! { <li><bdi>{ &**name }</bdi></li> }).collect();
    html! {
        <header>
            if let Some(headline) = &article.headline { <h1 part="headline">{ &**headline }</h1> }
            if !authors.is_empty() { <ul part="byline">{ authors }</ul> }
            <p part="dateline">
                if let Some(publisher) = &article.publisher { <bdi>{ &**publisher }</bdi> }
                if let Some(iso) = &article.date_published {
                    <time datetime={iso.to_string()}>{ browser::date(iso, messages::LOCALE) }</time>
                }
            </p>
        </header>
    }
}

/// Draws a block; `next` counts text blocks.
fn draw(model: &Model, next: &mut usize, block: &Block) -> Html {
    let mut text = |text: &Text| {
        let drawn = running_text(model, *next, text);
        *next += 1;
        drawn
    };
    match block {
        Block::Paragraph(words) => html! { <p>{ text(words) }</p> },
        Block::Heading { level, text: words } => match level {
            0..=2 => html! { <h2>{ text(words) }</h2> },
            3 => html! { <h3>{ text(words) }</h3> },
            _ => html! { <h4>{ text(words) }</h4> },
        },
        Block::List { kind, items } => {
            let items: Html = items.iter().map(|item| html! { <li>{ text(item) }</li> }).collect();
            match kind {
                ListKind::Ordered => html! { <ol>{ items }</ol> },
                ListKind::Unordered => html! { <ul>{ items }</ul> },
            }
        }
        Block::Blockquote { paragraphs, cite } => {
            let paragraphs: Html = paragraphs.iter().map(|words| html! { <p>{ text(words) }</p> }).collect();
            let cite = cite.as_ref().map(&mut text);
            html! {
                <figure class="set-apart">
                    <blockquote>{ paragraphs }</blockquote>
                    if let Some(cite) = cite { <figcaption>{ cite }</figcaption> }
                </figure>
            }
        }
        Block::Figure { image, caption, credit } => {
            let caption = caption.as_ref().map(text);
            html! {
                <figure>
                    { picture(image) }
                    if caption.is_some() || credit.is_some() {
                        <figcaption>
                            { caption }
                            if let Some(credit) = credit { <span class="credit"><bdi>{ &**credit }</bdi></span> }
                        </figcaption>
                    }
                </figure>
            }
        }
        Block::Embed { label, url } => html! {
            <p class="embed"><a href={url.to_string()} rel="noopener noreferrer"><bdi>{ &**label }</bdi></a></p>
        },
    }
}

/// A picture: with its size, so that it moves nothing; late, and telling its host nothing of the reader's page.
pub fn picture(image: &Image) -> Html {
    html! {
        <img src={image.url.to_string()} alt={image.alt.to_string()} width={image.width.to_string()}
            height={image.height.to_string()} loading="lazy" decoding="async" referrerpolicy="no-referrer" />
    }
}
