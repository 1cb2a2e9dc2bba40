//! The module that places a document's targets in its article, as a page that has edited the article asks it.

use end_to_end::{Outcome, Page, Server, in_browser};
use serde_json::{Value, json};

use crate::site;

/// What the module says of the harbour's document after `change`, with the words at the places that it gives.
async fn placed(page: &Page<'_>, change: &str) -> Outcome<Vec<Value>> {
    let script = r"
        const { place } = await import('/anchors.js');
        const found = await (await fetch('/harbour.json')).json();
        CHANGE;
        const bytes = found.article.body.map((block) => new TextEncoder().encode(block));
        const words = ([block, start], [, end]) => new TextDecoder().decode(bytes[block].slice(start, end));
        return (await place(found)).map((one) => (one.start ? { ...one, here: words(one.start, one.end) } : one));
    ";
    page.run(&script.replace("CHANGE", change), &[]).await
}

fn of<'p>(placed: &'p [Value], id: &str) -> &'p Value {
    placed.iter().find(|one| one["id"] == id).unwrap_or(&Value::Null)
}

#[test]
fn every_part_of_a_quotation_and_every_claim_is_placed() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let placed = placed(&page, "").await?;
        let names: Vec<_> = placed.iter().map(|one| (one["id"].as_str(), one["part"].as_u64())).collect();
        let expected = [("q1", Some(0)), ("q1", Some(1)), ("q2", Some(0)), ("q3", Some(0))]
            .into_iter()
            .chain(["closing", "mended", "late", "half"].map(|id| (id, None)));
        assert_eq!(names, expected.map(|(id, part)| (Some(id), part)).collect::<Vec<_>>());
        assert!(placed.iter().all(|one| one["status"] == "found"), "{placed:?}");
        assert_eq!(placed[1]["here"], "“we are mending its front door.”");
        Ok(())
    })
}

#[test]
fn an_edited_article_tells_what_was_changed_and_what_is_gone() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let change = "const body = found.article.body;
            body[1] = body[1].replace('1978', '1987').replace('Fishermen say the works come too late.', '');
            body.push(body[0]);
            body.unshift('Snow fell.')";
        let placed = placed(&page, change).await?;
        let mended = of(&placed, "mended");
        assert_eq!(mended["status"], "changed");
        assert_eq!(mended["here"], "last mended in 1987");
        assert_eq!(mended["words"], "last mended in 1978");
        assert_eq!(mended["changes"], json!([{ "kind": "date", "gravity": "grave", "before": "1978", "now": "1987" }]));
        assert_eq!(of(&placed, "late")["status"], "orphan");
        assert_eq!(of(&placed, "late")["words"], "Fishermen say the works come too late");
        assert_eq!(of(&placed, "half")["start"][0], 4);
        let closing = of(&placed, "closing");
        assert_eq!(
            (&closing["status"], closing["candidates"].as_array().map(Vec::len)),
            (&json!("ambiguous"), Some(2))
        );
        Ok(())
    })
}

#[test]
fn letters_written_in_another_canonical_form_are_the_same_words() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let change = "found.claims[0].target.selector.exact = 'at the caf\\u00e9 of Westmere';
            found.article.body[3] = 'They met at the cafe\\u0301 of Westmere.'";
        let placed = placed(&page, change).await?;
        assert_eq!(of(&placed, "closing")["here"], "at the cafe\u{301} of Westmere");
        Ok(())
    })
}

#[test]
fn a_passage_has_a_text_directive_that_leads_to_no_other() -> Outcome {
    let server = Server::start(site("one")?)?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let script = "const { textFragment } = await import('/anchors.js');
            const blocks = ['Café, they met. Later, they met.'];
            return [await textFragment(blocks, [0, 7], [0, 15]), await textFragment(blocks, [0, 24], [0, 32])]";
        let directives: Vec<String> = page.run(script, &[]).await?;
        assert_eq!(directives, ["text=Caf%C3%A9%2C-,they%20met", "text=Later%2C-,they%20met"]);
        let script = "const { textFragment } = await import('/anchors.js');
            return textFragment(await (await fetch('/harbour.json')).json(), [1, 31], [1, 50])";
        assert_eq!(page.run::<String>(script, &[]).await?, "text=last%20mended%20in%201978");
        Ok(())
    })
}
