//! Nothing moves by itself, and what a reader switches on moves no word.

use end_to_end::{Area, Outcome, PHONE, Server, Site, WIDE, Widget, dist, in_browser};

/// Each paragraph and each marked piece of text, and where it is as seen from the article.
async fn layout(reader: &Widget<'_>) -> Outcome<Vec<(String, Area)>> {
    let pieces = "article p, article span[data-m]";
    // All in one look: a card that opens may still be scrolling its words into sight.
    let areas = reader.areas(&format!("article, {pieces}")).await?;
    let (article, areas) = areas.split_first().ok_or("no article")?;
    let from = |piece: &Area| Area { left: piece.left - article.left, top: piece.top - article.top, ..*piece };
    let areas = areas.iter().map(from);
    let layout: Vec<(String, Area)> = reader.texts(pieces).await?.into_iter().zip(areas).collect();
    assert!(layout.len() > 20, "the demo is longer than that");
    Ok(layout)
}

/// What stands elsewhere, or is of another size, than it was.
async fn moved(reader: &Widget<'_>, before: &[(String, Area)]) -> Outcome<Vec<String>> {
    let after = layout(reader).await?;
    assert_eq!(after.len(), before.len());
    // A browser may count in sixtieths of a pixel.
    let near = |one: f64, other: f64| (one - other).abs() < 0.02;
    let still = |one: Area, other: Area| {
        near(one.left, other.left)
            && near(one.top, other.top)
            && near(one.width, other.width)
            && near(one.height, other.height)
    };
    let changed = before.iter().zip(&after).filter(|(before, after)| !still(before.1, after.1));
    Ok(changed.map(|((words, from), (_, to))| format!("{words:.60}: {from:?} -> {to:?}")).collect())
}

#[test]
fn the_demo_loads_without_a_shift() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            page.widget("checked-article").drawn().await?;
            page.settle().await?;
            assert_eq!(page.layout_shift().await?, 0.0, "at {size:?}");
        }
        Ok(())
    })
}

#[test]
fn neither_switch_nor_card_moves_a_word() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            let reader = page.widget("checked-article");
            reader.drawn().await?;
            let before = layout(&reader).await?;
            for overlay in ["checks", "quotations"] {
                let switch = format!("[data-overlay={overlay}]");
                let was = reader.attribute(&switch, "aria-checked").await?;
                reader.click(&switch).await?;
                let switched = async || Ok(reader.attribute(&switch, "aria-checked").await? != was);
                page.until("it is switched", switched).await?;
                assert_eq!(moved(&reader, &before).await?, [""; 0], "{overlay} at {size:?}");
            }
            reader.click_words("F-35 fighter jets").await?;
            reader.until_card("6b").await?;
            assert_eq!(moved(&reader, &before).await?, [""; 0], "a card at {size:?}");
        }
        Ok(())
    })
}

#[test]
fn a_card_stands_in_its_place_in_the_first_frame_after_its_words_are_clicked() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        for size in [WIDE, PHONE] {
            browser.viewport(size).await?;
            let page = browser.open(&server.url("/index.html")).await?;
            page.widget("checked-article").drawn().await?;
            let seen: [Vec<i32>; 2] = page
                .run(
                    "const root = document.querySelector('checked-article').shadowRoot;
                     const place = () => {
                         const panel = root.querySelector('[part~=panel]');
                         return panel ? [panel.offsetLeft, panel.offsetTop, panel.offsetWidth, panel.offsetHeight] : [];
                     };
                     // Between two frames, as a hand clicks; what stands when the next one begins is what it shows.
                     await new Promise((done) => setTimeout(done));
                     root.querySelector('article [data-mark-id=q8]').click();
                     const first = await new Promise((done) => requestAnimationFrame(() => done(place())));
                     await new Promise((done) => setTimeout(done, 500));
                     return [first, place()];",
                    &[],
                )
                .await?;
            let [first, later] = seen;
            assert_eq!(first.len(), 4, "no card in the first frame at {size:?}");
            assert_eq!(first, later, "at {size:?}");
        }
        Ok(())
    })
}
