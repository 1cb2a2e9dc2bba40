//! What the cards say, and how they come and go.

use checked_article::widget::Notice;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{EVERYTHING, Page, SEED, document};

fn active() -> Option<String> {
    let page = web_sys::window()?.document()?;
    page.active_element()?.get_attribute("data-mark-id")
}

#[wasm_bindgen_test]
async fn a_tap_on_quoted_words_opens_the_card_of_their_speaker() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("article [data-m]").await;
    assert_eq!(page.words("[part~=speaker]"), "Donald Trump");
    assert!(matches!(&page.notices()[..], [Notice::Ready, Notice::Placed(_), Notice::Open { claim: false, .. }]));
}

#[wasm_bindgen_test]
async fn a_fragment_is_shown_inside_its_sentence_alone() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("article button[data-mark-id='q8']").await;
    assert_eq!(page.words("blockquote .marked"), "“have to think about”");
    assert!(page.words("blockquote").contains("he does not “have to think about” any severe consequences"));
}

#[wasm_bindgen_test]
async fn the_articles_own_words_stand_in_a_claims_card_without_quotation_marks() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("[data-overlay=checks]").await;
    page.click("article button[data-mark-id='6b']").await;
    assert_eq!(page.words(".whose"), "The article’s own words");
    assert_eq!(page.words(".panel .words"), "F-35 fighter jets arranged behind them");
    assert_eq!(page.words(".head .finding"), "inaccurate");
}

#[wasm_bindgen_test]
async fn sources_say_what_they_say_and_state_media_is_named() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("[data-overlay=checks]").await;
    page.click("article button[data-mark-id='3']").await;
    let headings: Vec<String> = page.all(".panel .stance").iter().map(|h| h.text_content().unwrap()).collect();
    assert!(headings.contains(&"Supports it".into()) && headings.contains(&"Says otherwise, outweighed".into()));
    assert!(page.all(".sources li").iter().any(|li| li.text_content().unwrap().contains("state media")));
    assert!(
        page.all("[part~=source-link]").iter().all(|link| link.get_attribute("rel").unwrap() == "noopener noreferrer")
    );
}

#[wasm_bindgen_test]
async fn did_they_say_it_stands_only_where_it_was_asked() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("article button[data-mark-id='q1']").await;
    assert_eq!(page.all(".panel h3:not(.stance)").len(), 1);
    page.click("article button[data-mark-id='q2']").await;
    assert!(page.all(".panel h3").is_empty());
}

#[wasm_bindgen_test]
async fn an_unnamed_official_has_no_initials() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("article button[data-mark-id='q12']").await;
    assert_eq!(page.words("[part~=speaker]"), "a White House official");
    assert!(page.find(".face").is_none());
    assert_eq!(page.words(".who small"), "Unnamed, as reported");
}

#[wasm_bindgen_test]
async fn a_check_that_was_changed_shows_its_history_and_where_to_report_an_error() {
    let page = Page::draw(document(EVERYTHING), 1000).await;
    page.click("[data-overlay=checks]").await;
    let mut shown = (false, false);
    for button in page.all("article button[data-mark-id]:not([hidden])") {
        button.click();
        page.settled().await;
        shown.0 |= page.find(".history li").is_some();
        shown.1 |= page.find("[part~=report]").is_some_and(|link| link.get_attribute("href").is_some());
    }
    assert_eq!(shown, (true, true));
}

#[wasm_bindgen_test]
async fn leafing_goes_round_the_quotations_of_one_speaker() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("article button[data-mark-id='q1']").await;
    assert_eq!(page.words(".leaf"), "1 of 9 by Donald Trump");
    for place in 2..=9 {
        page.click("[data-action=next]").await;
        assert_eq!(page.words(".leaf"), format!("{place} of 9 by Donald Trump"));
        assert_eq!(page.words("[part~=speaker]"), "Donald Trump");
    }
    page.click("[data-action=next]").await;
    assert_eq!(page.words(".leaf"), "1 of 9 by Donald Trump");
}

#[wasm_bindgen_test]
async fn closing_gives_the_keyboard_back_to_the_mark() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("article button[data-mark-id='q4']").await;
    page.click("[data-action=close]").await;
    assert!(page.find("[part~=panel]").is_none());
    assert_eq!(active().as_deref(), Some("q4"));
}

#[wasm_bindgen_test]
async fn a_filter_leaves_one_verdict_in_text_and_list_and_says_how_many() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("[data-overlay=checks]").await;
    page.click("[data-verdict=supported]").await;
    assert_eq!(page.words("[role=status]"), "3 claims shown: supported");
    assert_eq!(page.all("article button[data-mark-id]:not([hidden])").len(), 3);
    page.click("[part~=list-button]").await;
    assert_eq!(page.all("[part~=list-item]").len(), 3);
}

#[wasm_bindgen_test]
async fn in_a_narrow_column_the_card_is_a_sheet_above_everything() {
    let page = Page::draw(document(SEED), 320).await;
    page.click("article button[data-mark-id='q4']").await;
    let panel = page.find("[part~=panel]").unwrap();
    assert!(panel.matches(":popover-open").unwrap());
    let height = web_sys::window().unwrap().inner_height().unwrap().as_f64().unwrap();
    // In a low window, such as a test's, enough to read in.
    assert!(panel.get_bounding_client_rect().height() <= (height / 2.0).max(240.0) + 1.0);
}
