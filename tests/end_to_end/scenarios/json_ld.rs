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

/// The page with these blocks of JSON-LD, and these paragraphs for its article.
fn told_by(blocks: &[String], paragraphs: &str) -> Outcome<Server> {
    let page = std::fs::read_to_string(pages("json-ld").join("index.html"))?;
    let (head, rest) = page.split_once("<script type=\"application/ld+json\">").ok_or("no data")?;
    let (_, rest) = rest.split_once("</script>").ok_or("no end")?;
    let (between, rest) = rest.split_once("<article id=\"story\">").ok_or("no article")?;
    let (_, tail) = rest.split_once("</article>").ok_or("no end")?;
    let blocks: String =
        blocks.iter().map(|block| format!("<script type=\"application/ld+json\">{block}</script>")).collect();
    let page = format!("{head}{blocks}{between}<article id=\"story\">{paragraphs}</article>{tail}");
    let rule = Rule::new().body(&page).content_type("text/html; charset=utf-8");
    Server::start(site("json-ld")?.rule("/index.html", rule))
}

fn review(claim: &str, rating: Value) -> Value {
    json!({
        "@type": "ClaimReview", "claimReviewed": claim, "url": "https://example.org/check",
        "author": { "@type": "Organization", "name": "Example Checks" }, "reviewRating": rating
    })
}

#[test]
fn each_review_has_its_own_verdict_whatever_script_its_label_is_in() -> Outcome {
    let claims = ["Набережну востаннє ремонтували 1978 року", "Гавань закриють на дві зими", "Міст стоїть з 1931 року"];
    let ratings = [
        json!({ "alternateName": "Неправда" }),
        json!({ "alternateName": "Правда" }),
        json!({ "alternateName": "Правда", "ratingValue": "5", "worstRating": "1", "bestRating": "5" }),
    ];
    let reviews: Vec<Value> = claims.iter().zip(ratings).map(|(claim, rating)| review(claim, rating)).collect();
    let paragraphs: String = claims.iter().map(|claim| format!("<p>{claim}.</p>")).collect();
    let server = told_by(&[json!({ "@graph": reviews }).to_string()], &paragraphs)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        let reader = page.widget("checked-article");
        reader.click("[data-overlay=checks]").await?;
        let painted = async || Ok(page.painted().await?.len() == 3);
        page.until("all are painted", painted).await?;
        let expected = [
            "neutral: Гавань закриють на дві зими",
            "neutral: Набережну востаннє ремонтували 1978 року",
            "upheld: Міст стоїть з 1931 року",
        ];
        assert_eq!(page.painted().await?, expected);
        for (words, label) in [("ремонтували", "Неправда"), ("закриють", "Правда"), ("стоїть", "Правда")]
        {
            page.click_at(page.words("article", words).await?).await?;
            let has = async || {
                Ok(reader.count("[part~=card]").await? == 1 && reader.text("[part~=card]").await?.contains(words))
            };
            page.until("its card is open", has).await?;
            // Below it the card has the whole scale.
            assert_eq!(reader.text("[part~=card] .finding").await?, label);
        }
        Ok(())
    })
}

#[test]
fn what_is_parted_repeated_or_broken_over_several_blocks_is_read_as_what_it_means() -> Outcome {
    let quay = "The quay was last mended in 1978";
    let mut whole = review(quay, json!({ "@id": "#rating" }));
    whole["@type"] = json!(["Review", "https://schema.org/ClaimReview"]);
    whole["claimReviewed"] = json!({ "@value": quay, "@language": "en" });
    whole["author"] = json!({ "@id": "https://example.org/#desk" });
    whole["datePublished"] = json!("2026-01-13T08:30:00+0000");
    whole["itemReviewed"] = json!([{ "@type": "Claim", "author": [{ "@id": "#lind" }] }]);
    let blocks = [
        // Another story of the day, and a menu, come before.
        json!({ "@type": "ItemList", "itemListElement": [{ "@type": "NewsArticle", "headline": "Another story", "publisher": { "name": "Another Paper" } }] }).to_string(),
        "{ \"@type\": \"ClaimReview\", ".into(),
        json!({ "@context": "https://schema.org", "@graph": [
            { "@type": ["Article", "NewsArticle"], "headline": "Westmere &amp; its harbour", "publisher": { "@id": "https://example.org/#desk" } },
            { "@type": ["Organization", "Brand"], "@id": "https://example.org/#desk", "name": "Example Desk", "url": "https://example.org/" },
            { "@type": "Person", "@id": "#lind", "name": "Ada Lind" },
            { "@type": "Rating", "@id": "#rating", "alternateName": "Not so", "ratingValue": "1", "worstRating": "1", "bestRating": "5" },
            whole
        ] })
        .to_string(),
        // A plug-in says the same again.
        whole.to_string(),
        review("The bridge was closed in the spring", json!({ "alternateName": "Not rated", "ratingValue": "", "worstRating": "0", "bestRating": "5" })).to_string(),
    ];
    let mut unknown = review("Fishermen were asked twice", json!({ "alternateName": "So" }));
    unknown["datePublished"] = "0000-00-00T00:00:00+00:00".into();
    let blocks = [&blocks[..], &[unknown.to_string()]].concat();
    let server = told_by(
        &blocks,
        "<h1>Westmere &amp; its harbour</h1><p>The quay was last mended in 1978, she said.</p><p>The bridge was closed in the spring. Fishermen were asked twice.</p>",
    )?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        page.until_drawn("checked-article").await?;
        let reader = page.widget("checked-article");
        assert_eq!(reader.text(".found > p").await?, "3 claims checked", "a review that is repeated is one");
        reader.click("[data-overlay=checks]").await?;
        let expected = [
            "neutral: Fishermen were asked twice",
            "neutral: The bridge was closed in the spring",
            "refuted: The quay was last mended in 1978",
        ];
        page.until("all are painted", async || Ok(page.painted().await?.len() == 3)).await?;
        assert_eq!(page.painted().await?, expected, "an empty rating is none");
        page.click_at(page.words("article", "last mended").await?).await?;
        reader.until_shown("[part~=card]").await?;
        let card = reader.text("[part~=card]").await?;
        for words in ["Not so", "Ada Lind", "Example Desk", "2026"] {
            assert!(card.contains(words), "{words} in {card}");
        }
        // The attribution names whose article this is, and not the other story's paper.
        let copied = "const it = document.querySelector('checked-article'); let copied;
            navigator.clipboard.writeText = (text) => { copied = text; return Promise.resolve() };
            it.shadowRoot.querySelector('[part~=card] [data-action=copy]').click();
            for (let frames = 0; frames < 100 && !copied; frames += 1) await new Promise((next) => requestAnimationFrame(next));
            return copied ?? ''";
        let copied: String = page.run(copied, &[]).await?;
        assert!(!copied.contains("Another"), "{copied}");
        assert!(!page.story().await?.iter().any(|event| event.starts_with("ca-error")), "{:?}", page.events().await?);
        assert_eq!(page.uncaught().await?, [""; 0]);
        Ok(())
    })
}
