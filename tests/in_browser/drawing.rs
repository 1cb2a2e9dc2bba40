//! What is drawn of a document.

use std::rc::Rc;

use checked_article::document::Document;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{ARABIC, EVERYTHING, Page, SEED, document};

#[wasm_bindgen_test]
async fn the_words_of_the_seed_are_drawn_unchanged() {
    let page = Page::draw(document(SEED), 1000).await;
    let drawn: Vec<String> = page.all("article p").iter().map(|p| p.text_content().unwrap()).collect();
    let plain: Vec<&str> = include_str!("../../seeds/000_b83a25d2751925c2.txt").lines().collect();
    assert_eq!(drawn, plain);
}

#[wasm_bindgen_test]
async fn every_mark_has_one_button_and_one_of_them_is_a_tab_stop() {
    let page = Page::draw(document(SEED), 1000).await;
    assert_eq!(page.all("article button[data-mark-id]").len(), 29);
    assert_eq!(page.all("article button[tabindex='0']").len(), 1);
}

#[wasm_bindgen_test]
async fn no_control_stands_inside_another_one() {
    let page = Page::draw(document(EVERYTHING), 1000).await;
    assert!(page.all("a a, a button, button a, button button").is_empty());
    assert!(!page.all("article button").is_empty());
}

#[wasm_bindgen_test]
async fn all_kinds_of_block_are_drawn() {
    let page = Page::draw(document(EVERYTHING), 1000).await;
    for kind in ["h1", "h2", "p", "ul > li", "ol > li", "blockquote", "figure > img", "figcaption", ".embed a", "time"]
    {
        assert!(page.find(&format!("article {kind}")).is_some(), "{kind}");
    }
    let picture = page.find("article img").unwrap();
    assert_eq!(picture.get_attribute("loading").as_deref(), Some("lazy"));
    assert!(picture.get_attribute("width").is_some() && picture.get_attribute("height").is_some());
}

#[wasm_bindgen_test]
async fn all_styles_of_running_text_are_drawn() {
    let page = Page::draw(document(EVERYTHING), 1000).await;
    for style in ["em", "strong", "del", "sup", "sub", "span[lang]", "a[href][rel~=noopener]", "br"] {
        assert!(page.find(&format!("article :is(p, li, figcaption, h2, h3) {style}")).is_some(), "{style}");
    }
}

#[wasm_bindgen_test]
async fn a_claim_inside_a_quotation_is_cut_out_of_it_and_not_nested() {
    let page = Page::draw(document(SEED), 1000).await;
    assert!(page.all("[data-m] [data-m]").is_empty());
    let both = page.all("[data-m*=' ']");
    assert_eq!(both[0].text_content().unwrap(), "if he was the president back then, there will be no war");
}

#[wasm_bindgen_test]
async fn no_verdict_shows_before_the_fact_check_is_switched_on() {
    let page = Page::draw(document(SEED), 1000).await;
    assert!(page.all("article [data-m][data-tone]").is_empty());
    assert_eq!(page.words(".found > p").split('.').next(), Some("15 claims checked"));
    page.click("[data-overlay=checks]").await;
    assert_eq!(page.all("article button[data-mark-id]:not([hidden])").len(), 29);
    let tally: Vec<String> = page.all(".tally button").iter().map(|b| b.text_content().unwrap()).collect();
    assert_eq!(
        tally.join(", "),
        "8 accurate, 3 supported, 1 partly accurate, 1 inaccurate, 1 unproven, 1 not checkable"
    );
}

#[wasm_bindgen_test]
async fn the_article_is_not_drawn_again_when_a_card_opens() {
    let page = Page::draw(document(SEED), 1000).await;
    let (article, word) = (page.find("article").unwrap(), page.find("article [data-m]").unwrap());
    word.set_attribute("data-ours", "kept").unwrap();
    page.click("[data-overlay=checks]").await;
    page.click("article button[data-mark-id='6b']").await;
    assert!(article.is_same_node(page.find("article").as_deref().map(AsRef::as_ref)));
    assert_eq!(page.find("[data-ours]").unwrap().text_content(), word.text_content());
}

#[wasm_bindgen_test]
async fn a_withdrawn_document_is_the_article_alone() {
    let withdrawn = Document { withdrawn: true, ..(*document(SEED)).clone() };
    let page = Page::draw(Rc::new(withdrawn), 1000).await;
    assert!(page.find("[part~=toolbar]").is_none() && page.all("[data-m]").is_empty());
    assert_eq!(page.all("article p").len(), 23);
}

#[wasm_bindgen_test]
async fn an_article_in_arabic_runs_from_right_to_left() {
    let page = Page::draw(document(ARABIC), 1000).await;
    assert_eq!(page.all("article:dir(rtl)").len(), 1);
    assert_eq!(page.find("article").unwrap().get_attribute("lang").as_deref(), Some("ar"));
}

#[wasm_bindgen_test]
async fn the_style_sheet_for_pages_without_the_element_reaches_the_article_and_nothing_beside_it() {
    let page = Page::draw(document(SEED), 1000).await;
    let column = page.find("article").unwrap().offset_width();
    assert!(column < 700, "the text has its measure: {column}");
    let beside = web_sys::window().unwrap().document().unwrap().create_element("button").unwrap();
    web_sys::window().unwrap().document().unwrap().body().unwrap().append_child(&beside).unwrap();
    let height = beside.unchecked_ref::<web_sys::HtmlElement>().offset_height();
    assert!(height > 0, "a button of the page keeps its border and padding");
    beside.remove();
}
