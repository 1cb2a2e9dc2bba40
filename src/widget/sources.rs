//! Sources under a card, grouped by what they say: disagreement stands side by side.

use yew::{Html, html};

use super::prose::prose;
use super::{browser, messages};
use crate::claims::{Source, Stance};

/// Draws `sources` under a heading a stance, in a fixed order.
pub fn sources(sources: &[Source]) -> Html {
    let stances = [Stance::Supports, Stance::Disputes, Stance::Outweighed, Stance::Context];
    let group = |stance: Stance| {
        let alike: Vec<Html> = sources.iter().filter(|source| source.stance == stance).map(source_line).collect();
        (!alike.is_empty()).then(|| {
            html! { <><h4>{ messages::stance(stance) }</h4><ul class="sources">{ alike }</ul></> }
        })
    };
    stances.into_iter().filter_map(group).collect()
}

fn source_line(source: &Source) -> Html {
    let link = |url: &str, words: Html| {
        html! { <a part="source-link" href={url.to_string()} target="_blank" rel="noopener noreferrer">{ words }</a> }
    };
    let publisher = html! { <bdi>{ &*source.publisher }</bdi> };
    let titled = source.title.as_ref();
    html! {
        <li>
            if let Some(title) = titled {
                { link(&source.url, html! { <bdi>{ prose(title) }</bdi> }) }
            } else {
                { link(&source.url, publisher.clone()) }
            }
            <span class="of">
                if titled.is_some() { <span>{ publisher }</span> }
                if let Some(kind) = messages::source_kind(source.kind) { <span>{ kind }</span> }
                if let Some(iso) = source.date_published.as_deref() {
                    <time datetime={iso.to_string()}>{ browser::date(iso, messages::LOCALE) }</time>
                }
                if let Some(archive) = &source.archive { <span>{ link(archive, messages::ARCHIVED.into()) }</span> }
            </span>
            if let Some(excerpt) = &source.excerpt { <q class="excerpt">{ &**excerpt }</q> }
        </li>
    }
}
