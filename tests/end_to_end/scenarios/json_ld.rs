//! Without a document, the page's own JSON-LD says what was checked, and quotations are found.

use end_to_end::{Outcome, Rule, Server, in_browser};
use serde_json::{Value, json};

use crate::{pages, site};

#[test]
fn a_review_is_laid_on_the_words_that_it_quotes_and_on_no_others() -> Outcome {
    let server = Server::start(site("json-ld")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        let reader = page.widget("checked-article");
        reader.click("[data-overlay=checks]").await?;
        let words = "refuted: The quay was last mended in 1978";
        page.until(words, async || Ok(page.painted().await?.iter().any(|painted| painted == words))).await?;
        // One review's words stand nowhere, another's in two places.
        let claims = page.painted().await?.into_iter().filter(|painted| !painted.starts_with("quote"));
        assert_eq!(claims.count(), 1);
        page.click_at(page.words("article", "last mended").await?).await?;
        reader.until_shown("[part~=card]").await?;
        let card = reader.text("[part~=card]").await?;
        for words in ["Not so", "Ada Lind", "Example Checks"] {
            assert!(card.contains(words), "{words} in {card}");
        }
        assert!(!page.story().await?.iter().any(|event| event.starts_with("ca-error")));
        Ok(())
    })
}

/// What a card says that is drawn for `review`, whose words of its own are those that are given.
fn card_of(review: Value, check: impl Fn(&str)) -> Outcome {
    let mut whole = json!({
        "@type": "ClaimReview", "claimReviewed": "The quay was last mended in 1978.", "datePublished": "2026-01-13",
        "author": { "@type": "Organization", "name": "Example Checks", "url": "https://example.org/" },
        "reviewRating": { "@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "Not so" }
    });
    for (name, value) in review.as_object().into_iter().flatten() {
        whole[name] = value.clone();
    }
    let page = std::fs::read_to_string(pages("json-ld").join("index.html"))?;
    let (head, rest) = page.split_once("<script type=\"application/ld+json\">").ok_or("no data")?;
    let (_, tail) = rest.split_once("</script>").ok_or("no end")?;
    let page = format!("{head}<script type=\"application/ld+json\">{whole}</script>{tail}");
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    let server = Server::start(site("json-ld")?.rule("/index.html", rule))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        page.act("return document.querySelector('checked-article').show('claim-1')").await?;
        let reader = page.widget("checked-article");
        reader.until_card("claim-1").await?;
        reader.until_shown("[part~=card]").await?;
        let card = reader.text("[part~=card]").await?;
        check(&card);
        assert!(!page.story().await?.iter().any(|event| event.starts_with("ca-error")), "{:?}", page.events().await?);
        Ok(())
    })
}

fn times(card: &str, words: &str) -> usize {
    card.matches(words).count()
}

#[test]
fn a_review_without_words_of_its_own_has_its_verdict_once_and_the_way_to_the_check() -> Outcome {
    let review = json!({ "url": "https://example.org/check", "headline": "The quay was mended in 1994" });
    card_of(review, |card| {
        assert_eq!(times(card, "Not so"), 1, "the rating is said again as if it were a finding: {card}");
        assert_eq!(times(card, "The quay was mended in 1994"), 1, "{card}");
        assert!(card.contains("Example Checks"), "{card}");
    })
}

#[test]
fn a_review_with_one_sentence_says_it_once() -> Outcome {
    card_of(json!({ "description": "It was mended in 1994 as well." }), |card| {
        assert_eq!(times(card, "It was mended in 1994 as well."), 1, "{card}");
    })?;
    // Where there is no link that it could name, a headline is the finding.
    card_of(json!({ "headline": "The quay was mended in 1994" }), |card| {
        assert_eq!(times(card, "The quay was mended in 1994"), 1, "{card}");
    })
}

#[test]
fn a_review_with_finding_and_reasons_says_both_in_paragraphs() -> Outcome {
    let body = "The minutes of May 1994 record a repair.\n\nThe invoice is dated June.";
    card_of(json!({ "description": "It was mended in 1994 as well.", "reviewBody": body }), |card| {
        for words in
            ["It was mended in 1994 as well.", "The minutes of May 1994 record a repair.", "The invoice is dated June."]
        {
            assert_eq!(times(card, words), 1, "{words} in {card}");
        }
    })?;
    let mut rating = json!({ "@type": "Rating", "alternateName": "Not so" });
    rating["ratingExplanation"] = "The minutes record a repair.".into();
    card_of(json!({ "reviewRating": rating }), |card| {
        assert_eq!(times(card, "The minutes record a repair."), 1, "{card}");
    })
}

#[test]
fn html_in_a_review_s_texts_is_read_as_the_text_that_it_means() -> Outcome {
    let body = "<p>The minutes of May&nbsp;1994 record a <a href=\"https://example.org/minutes\">repair</a>.</p>\n<p>It cost &#163;3 &amp; was paid in June: 3 < 4.</p>";
    let review = json!({
        "claimReviewed": "<p>&ldquo;The quay was last mended in <em>1978</em>.&#8221;</p>",
        "description": "It was mended<br>in 1994 &lt;as well&gt;, &amp;amp; so &bogus; &constructor; by Andr&eacute; &Ouml;st.",
        "reviewBody": body,
    });
    card_of(review, |card| {
        for words in [
            "The minutes of May 1994 record a repair.",
            "It cost £3 & was paid in June: 3 < 4.",
            "in 1994 <as well>, &amp; so &bogus; &constructor; by André Öst.",
        ] {
            assert_eq!(times(card, words), 1, "{words} in {card}");
        }
        assert_eq!(times(card, "As checked"), 0, "the words are marked as they were checked: {card}");
    })
}
