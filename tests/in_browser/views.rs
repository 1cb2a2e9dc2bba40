//! The list in its three views, its search, one person's words, and the map.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{EVERYTHING, Page, SEED, document};

fn texts(page: &Page, selector: &str) -> Vec<String> {
    page.all(selector).iter().map(|element| element.text_content().unwrap_or_default()).collect()
}

#[wasm_bindgen_test]
async fn every_speaker_has_a_group_with_a_count_and_the_share_of_the_words_quoted() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("[part~=list-button]").await;
    page.click("[data-view=speakers]").await;
    assert_eq!(
        texts(&page, ".group .name"),
        ["Donald Trump", "Vladimir Putin", "a White House official", "Volodymyr Zelenskyy"]
    );
    let counts = texts(&page, ".group small");
    assert!(counts[0].starts_with("9 quotations, ") && counts[0].ends_with("% of the words quoted"), "{counts:?}");
    assert!(counts[2].starts_with("1 quotation, "), "{counts:?}");
    assert_eq!(page.all("[part~=list-item]").len(), 14);
    assert_eq!(page.all("[role=tab][tabindex='0']").len(), 1);
}

#[wasm_bindgen_test]
async fn a_chosen_speaker_dims_the_article_without_drawing_it_again() {
    let page = Page::draw(document(SEED), 1000).await;
    let paragraph = page.find("article p").unwrap();
    page.click("[part~=list-button]").await;
    page.click("[data-view=speakers]").await;
    page.click("[part~=group]").await;
    assert_eq!(page.words("[role=status]"), "9 passages shown: Donald Trump");
    assert!(page.find("[data-dimmed]").is_some());
    assert_eq!(page.all("article button[data-mark-id]:not([hidden])").len(), 9);
    assert!(page.find("article p").unwrap().is_same_node(Some(&paragraph)));
    page.click("[part~=only]").await;
    assert!(page.find("[data-dimmed]").is_none());
    assert_eq!(page.all("article button[data-mark-id]:not([hidden])").len(), 14);
}

#[wasm_bindgen_test]
async fn the_checks_are_grouped_by_verdict_by_claimant_and_in_text_order() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("[part~=list-button]").await;
    page.click("[role=tab][data-view=verdicts]").await;
    assert!(page.find("[data-checks=on]").is_some(), "verdicts are not listed while the fact check is off");
    let verdicts = ["accurate", "supported", "partly accurate", "inaccurate", "unproven", "not checkable"];
    assert_eq!(texts(&page, ".group .finding"), verdicts);
    page.click("[data-view=claimants]").await;
    assert_eq!(texts(&page, ".group .name"), ["The article’s own words", "Donald Trump"]);
    page.click("[data-view=claims]").await;
    assert!(page.find(".group").is_none());
    assert_eq!(page.all("[part~=list-item]").len(), 15);
}

#[wasm_bindgen_test]
async fn a_search_lists_what_it_finds_and_says_so_where_that_is_nothing() {
    let page = Page::draw(document(SEED), 1000).await;
    page.click("[part~=list-button]").await;
    page.write("[part~=search]", "ZELENSKYY just").await;
    let found = texts(&page, "[part~=list-item]");
    assert!(!found.is_empty() && found.len() < 4, "{found:?}");
    assert_eq!(page.words("[role=status]"), format!("{} found", found.len()));
    page.write("[part~=search]", "rhinoceros").await;
    assert!(page.all("[part~=list-item]").is_empty());
    assert_eq!(page.words(".nothing"), "Nothing here has these words.");
    page.write("[part~=search]", "").await;
    assert_eq!(page.all("[part~=list-item]").len(), 29);
}

#[wasm_bindgen_test]
async fn the_map_has_a_tick_for_every_mark_that_is_shown() {
    let page = Page::draw(document(SEED), 1000).await;
    let ticks = |page: &Page| -> usize {
        let paths = page.all(".map path[data-tone]");
        paths.iter().map(|path| path.get_attribute("d").unwrap().matches('M').count()).sum()
    };
    assert_eq!(ticks(&page), 14);
    page.click("[data-overlay=checks]").await;
    assert_eq!(ticks(&page), 29);
    page.click("[data-verdict=supported]").await;
    assert_eq!(ticks(&page), 3);
}

#[wasm_bindgen_test]
async fn a_click_on_the_map_opens_the_nearest_mark() {
    let page = Page::draw(document(SEED), 1000).await;
    let map = page.find(".map svg").unwrap();
    let area = map.get_bounding_client_rect();
    let options = web_sys::MouseEventInit::new();
    options.set_bubbles(true);
    options.set_client_y((area.top() + area.height() - 1.0) as i32);
    let click = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &options).unwrap();
    map.unchecked_ref::<web_sys::Element>().dispatch_event(&click).unwrap();
    page.settled().await;
    let ids = page.all("article button[data-mark-id]:not([hidden])");
    assert_eq!(
        page.find("[part~=card]").unwrap().get_attribute("data-mark-id"),
        ids.last().unwrap().get_attribute("data-mark-id")
    );
}

#[wasm_bindgen_test]
async fn an_article_without_claims_has_no_tab_for_checks() {
    let json = EVERYTHING.replace("\"claims\"", "\"was-claims\"");
    let page = Page::draw(document(&json), 1000).await;
    page.click("[part~=list-button]").await;
    assert!(page.find("[data-view=speakers]").is_some());
    assert!(page.find("[data-view=verdicts]").is_none());
}
