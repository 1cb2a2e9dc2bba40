//! What a reader sees of words that are not those that were checked.

use std::rc::Rc;

use checked_article::anchors::{Target, resolve};
use checked_article::article::Article;
use checked_article::document::Document;
use checked_article::marks::Placed;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, SEED, document};

/// The seed with `before` replaced by `now` in its article, and where the words of its document are then.
fn edited(before: &str, now: &str) -> (Rc<Document>, Rc<Vec<Placed>>) {
    let mut document = (*document(SEED)).clone();
    let text = document.article.plain_blocks().join("\n");
    assert!(text.contains(before), "{before}");
    document.article = Article::from_plain_text(&text.replacen(before, now, 1));
    let mut named: Vec<(&str, usize, &Target)> = Vec::new();
    for quote in &document.quotes {
        named.extend(quote.parts.iter().enumerate().map(|(part, target)| (&*quote.id, part, target)));
    }
    named.extend(document.claims.iter().map(|claim| (&*claim.id, 0, &claim.target)));
    let targets: Vec<&Target> = named.iter().map(|(_, _, target)| *target).collect();
    let placements = resolve(&document.article.plain_blocks(), &targets);
    let placed = named.iter().zip(&placements).map(|((id, part, _), placement)| Placed::of(id, *part, placement));
    let placed = Rc::new(placed.collect());
    (Rc::new(document), placed)
}

#[wasm_bindgen_test]
async fn a_changed_number_withholds_the_verdict_and_says_what_was_changed() {
    let (document, placed) = edited("nearly three-hour meeting", "nearly five-hour meeting");
    let page = Page::draw_placed(document, placed, 1000).await;
    page.click("[data-overlay=checks]").await;
    assert_eq!(page.words("article [data-tone=changed]"), "a nearly five-hour meeting between the world leaders");
    page.click("article button[data-mark-id='1']").await;
    assert_eq!(page.words(".head .finding"), "The text has changed since this was checked");
    assert_eq!(page.words(".edits"), "“three” is now “five”");
    assert!(page.words(".panel .words").contains("a nearly three-hour meeting between the world leaders"));
    // The check itself can still be read, as what it is.
    assert_eq!(page.words("details .finding"), "accurate");
}

#[wasm_bindgen_test]
async fn a_withheld_verdict_is_counted_apart() {
    let (document, placed) = edited("nearly three-hour meeting", "nearly five-hour meeting");
    let page = Page::draw_placed(document, placed, 1000).await;
    page.click("[data-overlay=checks]").await;
    assert_eq!(page.words("[data-verdict=accurate]"), "7 accurate");
    assert_eq!(page.words(".tally .withheld"), "1 verdict withheld");
    page.click(".tally .withheld").await;
    let items = page.all("[part~=list-item]");
    let changed: Vec<_> = items.iter().filter(|item| item.text_content().unwrap().contains("text changed")).collect();
    assert_eq!(changed.len(), 1);
    assert!(changed[0].text_content().unwrap().contains("a nearly three-hour meeting"));
}

#[wasm_bindgen_test]
async fn changed_words_are_nobodys_quotation() {
    let (document, placed) = edited("“He’s a realist,”", "“He’s no realist,”");
    let page = Page::draw_placed(document, placed, 1000).await;
    assert!(page.all("article [data-quote]").iter().all(|words| !words.text_content().unwrap().contains("realist")));
    page.click("article button[data-mark-id='q12']").await;
    assert!(page.words(".panel").contains("The text has changed since this was checked"));
}

#[wasm_bindgen_test]
async fn lost_words_are_listed_with_what_they_were() {
    let (document, placed) = edited("driving to the meeting without translators", "leaving");
    let page = Page::draw_placed(document, placed, 1000).await;
    page.click("[data-overlay=checks]").await;
    assert!(page.find("article button[data-mark-id='7']").is_none());
    page.click("[part~=list-button]").await;
    page.click("[part~=list-item][data-mark-id='7']").await;
    assert_eq!(page.words(".head .finding"), "These words were not found in the article");
    assert!(page.words(".panel .words").contains("driving to the meeting without translators"));
}
