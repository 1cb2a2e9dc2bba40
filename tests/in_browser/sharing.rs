//! What is handed on of a mark: nothing of it can be misread where it arrives.

use std::rc::Rc;

use checked_article::widget::{Notice, Shared};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{EVERYTHING, Page, SEED, document};

/// What the page is told when the reader wants to share the mark `id`.
async fn shared(page: &Page, id: &str) -> Rc<Shared> {
    page.click(&format!("article button[data-mark-id='{id}']")).await;
    page.click("[data-action=share]").await;
    let last = page.notices().into_iter().rev().find_map(|notice| match notice {
        Notice::Share { shared, link: false } => Some(shared),
        _ => None,
    });
    last.expect("nothing was to be shared")
}

async fn shared_of_seed(id: &str) -> Rc<Shared> {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("[data-overlay=checks]").await;
    shared(&page, id).await
}

#[wasm_bindgen_test]
async fn a_whole_sentence_is_shared_with_its_attribution_below() {
    let shared = shared_of_seed("q3").await;
    let lines: Vec<&str> = shared.text.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with('“') && lines[0].ends_with('”'), "{lines:?}");
    assert!(lines[1].starts_with("— ") && lines[1].contains(&shared.whose), "{lines:?}");
    assert!(shared.whole);
    assert_eq!(shared.pieces, ["".to_string(), lines[0].to_string()]);
}

#[wasm_bindgen_test]
async fn a_fragment_is_shared_in_its_sentence_and_marked_there() {
    let shared = shared_of_seed("q8").await;
    assert!(!shared.whole);
    assert!(shared.text.contains("he does not “have to think about” any severe consequences"), "{}", shared.text);
    assert!(shared.text.ends_with("(quoting Donald Trump)"), "{}", shared.text);
    assert_eq!(shared.pieces[1], "“have to think about”");
    assert!(shared.pieces[0].ends_with("he does not ") && shared.pieces[2].starts_with(" any severe"));
}

#[wasm_bindgen_test]
async fn the_parts_of_a_split_quotation_are_set_apart_by_an_ellipsis() {
    let page = Page::draw(document(EVERYTHING), 1000).await;
    let quotations = page.all("article button[data-tone=quote]");
    let split: Vec<String> = quotations.iter().map(|button| button.get_attribute("data-mark-id").unwrap()).collect();
    for id in split {
        let shared = shared(&page, &id).await;
        page.click("[data-action=close]").await;
        if shared.whole && shared.text.contains("” … “") {
            return assert_eq!(shared.pieces.len(), 2);
        }
    }
    panic!("the fixture has no split quotation of whole sentences");
}

#[wasm_bindgen_test]
async fn a_claim_is_shared_with_whose_words_they_are_its_verdict_and_the_finding() {
    let shared = shared_of_seed("6b").await;
    let lines: Vec<&str> = shared.text.lines().collect();
    assert_eq!(lines[0], "F-35 fighter jets arranged behind them");
    assert_eq!(lines[1], "The article’s own words");
    assert!(lines[2].starts_with("inaccurate: "), "{lines:?}");
    assert_eq!((&*shared.verdict, shared.tone), ("inaccurate", "refuted"));
    assert_eq!(shared.pieces[1], "F-35 fighter jets arranged behind them");
}

#[wasm_bindgen_test]
async fn words_that_are_gone_are_shared_with_no_speaker_and_no_verdict() {
    let changed = EVERYTHING
        .replace("\"awarded itself first prize\"", "\"words that never stood there\"")
        .replace("\"A fête without a dragon is a picnic.\"", "\"Nobody said this.\"");
    let page = Page::draw(document(&changed), 1000).await;
    page.click("[data-overlay=checks]").await;
    page.click("[part~=list-button]").await;
    let mut gone = 0;
    let ids: Vec<String> =
        page.all("[part~=list-item]").iter().map(|item| item.get_attribute("data-mark-id").unwrap()).collect();
    for id in ids {
        if page.find(&format!("article button[data-mark-id='{id}']")).is_some() {
            continue;
        }
        gone += 1;
        page.click(&format!("[part~=list-item][data-mark-id='{id}']")).await;
        page.click("[data-action=share]").await;
        let notices = page.notices();
        let Some(Notice::Share { shared, .. }) = notices.last() else { panic!("{notices:?}") };
        assert_eq!((&*shared.text, &*shared.verdict, &*shared.whose, shared.tone), ("", "", "", ""));
        assert!(shared.pieces.is_empty() && shared.place.is_empty());
        page.click("[data-action=close]").await;
    }
    assert!(gone > 0, "the fixture has no mark whose words are gone");
}
