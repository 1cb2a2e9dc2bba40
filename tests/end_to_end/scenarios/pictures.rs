//! Pictures of every state, for the documentation: `make screenshots` takes them into `docs/pictures` and writes the
//! gallery's page around them; without it, this holds the page as it is now against the kept ones.

mod pages;
mod states;

use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use end_to_end::{Browser, Outcome, Page, Server, Widget, in_browser, repository};

use states::{IMAGES, Image, STATES, State, VARIANTS, Variant};

/// Pictures are compared at a quarter of their size.
const SMALLER: u32 = 4;
/// A channel that differs by more than this is seen; less is the smoothing of letters.
const SEEN: u32 = 32;
/// The side of a tile, in pixels of what is compared: about two lines high.
const TILE: u32 = 12;
/// The share of a tile's pixels that may differ: a few words that moved are more.
const TOLERANCE: f64 = 0.1;
/// The same where the interface is in letters for which the demo brings no face, and the machine's own is used.
const TOLERANCE_ELSEWHERE: f64 = 0.3;

/// Where the pictures are kept.
fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures")
}

/// Whether pictures are taken to be kept.
fn is_taking() -> bool {
    std::env::var_os("SCREENSHOTS").is_some()
}

/// How much of the kept picture differs visibly from the one just taken, as a share of the tile in which most does; 1 where
/// it has another size. A share of the whole picture would overlook a row of words that is set anew, and pixel by pixel
/// words that stand a third of a pixel higher would count as others.
async fn difference(page: &Page<'_>, kept: &str, taken: &str) -> Outcome<f64> {
    let compare = "const [kept, taken, seen, side, smaller] = arguments;
        const pixels = async (url) => {
            const image = await createImageBitmap(await (await fetch(url)).blob());
            const [width, height] = [image.width, image.height].map((length) => Math.floor(length / smaller));
            const pen = new OffscreenCanvas(width, height).getContext('2d');
            pen.imageSmoothingQuality = 'high';
            pen.drawImage(image, 0, 0, width, height);
            return pen.getImageData(0, 0, width, height);
        };
        return Promise.all([kept, 'data:image/webp;base64,' + taken].map(pixels)).then(([one, other]) => {
            if (one.width !== other.width || one.height !== other.height) return 1;
            const tiles = new Map();
            for (let at = 0; at < one.data.length; at += 4) {
                let most = 0;
                for (let channel = 0; channel < 3; channel++) most = Math.max(most, Math.abs(one.data[at + channel] - other.data[at + channel]));
                if (most <= seen) continue;
                const tile = [(at / 4) % one.width, at / 4 / one.width].map((place) => Math.floor(place / side)).join();
                tiles.set(tile, (tiles.get(tile) ?? 0) + 1);
            }
            return Math.max(0, ...tiles.values()) / side ** 2;
        })";
    page.run(compare, &[kept.into(), taken.into(), SEEN.into(), TILE.into(), SMALLER.into()]).await
}

/// Keeps a picture, or says by how much it differs from the kept one.
async fn keep_or_compare(
    page: &Page<'_>,
    server: &Server,
    name: &str,
    taken: &str,
    tolerance: f64,
) -> Outcome<Option<String>> {
    let name = format!("{name}.webp");
    if is_taking() {
        std::fs::create_dir_all(kept())?;
        std::fs::write(kept().join(&name), BASE64_STANDARD.decode(taken)?)?;
        return Ok(None);
    }
    let differs = difference(page, &server.url(&format!("/{name}")), taken).await?;
    Ok((differs > tolerance).then(|| format!("{name}: {:.0} % of a tile’s pixels", differs * 100.0)))
}

/// Waits until nothing moves.
async fn at_rest(page: &Page<'_>) -> Outcome {
    page.act("return document.fonts.ready.then(() => null)").await?;
    page.settle().await?;
    let moving = "const moving = [...document.getAnimations(), ...document.querySelector('checked-article').shadowRoot?.getAnimations() ?? []];
        return Promise.all(moving.map((animation) => animation.finished)).then(() => null)";
    page.act(moving).await?;
    page.settle().await
}

/// The page of a state, opened as the variant has it.
async fn open<'b>(browser: &'b Browser, server: &Server, address: &str, variant: &Variant) -> Outcome<Page<'b>> {
    browser.viewport(variant.size).await?;
    browser.emulate(variant.medium, variant.features).await?;
    browser.open(&server.url(address)).await
}

async fn take(browser: &Browser, server: &Server, state: &State, variant: &Variant) -> Outcome<Option<String>> {
    let page = open(browser, server, state.address, variant).await?;
    let reader = page.widget("checked-article");
    if state.is_drawn() {
        page.until_drawn("checked-article").await?;
        if variant.language != "en" {
            page.act("document.querySelector('checked-article').setAttribute('lang', 'ar')").await?;
            reader.until_attribute(".ca", "dir", "rtl").await?;
        }
        at_rest(&page).await?;
        page.act("document.querySelector('#article')?.scrollIntoView(); scrollBy(0, 180)").await?;
        page.settle().await?;
    } else {
        page.act("document.querySelector('#article')?.scrollIntoView()").await?;
    }
    states::bring(&page, &reader, state.name).await?;
    at_rest(&page).await?;
    let name = format!("{}-{}", state.name, variant.end);
    let tolerance = if variant.language == "en" { TOLERANCE } else { TOLERANCE_ELSEWHERE };
    keep_or_compare(&page, server, &name, &browser.picture().await?, tolerance).await
}

fn pictures(end: &str) -> Outcome {
    let server = Server::start(pages::site()?)?;
    let variant = VARIANTS.iter().find(|variant| variant.end == end).ok_or("no such variant")?;
    in_browser(async |browser| {
        let mut differing = Vec::new();
        for state in STATES.iter().filter(|state| state.variants.contains(&end)) {
            let taken = take(browser, &server, state, variant).await;
            differing.extend(taken.inspect_err(|_| println!("that was {}-{end}", state.name))?);
        }
        browser.emulate("", &[("prefers-color-scheme", "light")]).await?;
        assert_eq!(differing, [""; 0], "look at them, and run `make screenshots` if that is what is meant");
        Ok(())
    })
}

#[test]
fn the_pictures_in_light_are_those_of_the_page() -> Outcome {
    pictures("light")
}

#[test]
fn the_pictures_in_dark_are_those_of_the_page() -> Outcome {
    pictures("dark")
}

#[test]
fn the_pictures_on_a_phone_are_those_of_the_page() -> Outcome {
    pictures("phone")
}

#[test]
fn the_pictures_from_right_to_left_are_those_of_the_page() -> Outcome {
    pictures("rtl")
}

#[test]
fn the_pictures_of_a_sheet_from_right_to_left_are_those_of_the_page() -> Outcome {
    pictures("rtl-phone")
}

#[test]
fn the_pictures_in_a_middle_width_are_those_of_the_page() -> Outcome {
    pictures("middle")
}

#[test]
fn the_pictures_with_forced_colours_are_those_of_the_page() -> Outcome {
    pictures("forced")
}

#[test]
fn the_pictures_on_paper_are_those_of_the_page() -> Outcome {
    pictures("paper")
}

/// What a reader saves: the canvas itself.
async fn saved(page: &Page<'_>, reader: &Widget<'_>, image: &Image) -> Outcome<String> {
    page.act(&format!("document.querySelector('checked-article').show({:?})", image.id)).await?;
    reader.until_card(image.id).await?;
    reader.click("[data-action=share]").await?;
    reader.until_shown(".share canvas").await?;
    let drawn =
        "const canvases = document.querySelector('checked-article').shadowRoot.querySelectorAll('.share canvas');
        return canvases[arguments[0]].toDataURL('image/webp', 0.6).split(',')[1]";
    page.run(drawn, &[u8::from(image.is_tall).into()]).await
}

#[test]
fn the_quote_cards_are_those_that_a_reader_saves() -> Outcome {
    let server = Server::start(pages::site()?)?;
    in_browser(async |browser| {
        // Only where the kept ones were taken: canvases draw letters as their browser does.
        browser.picture().await?;
        let mut differing = Vec::new();
        for scheme in ["light", "dark"] {
            let variant = VARIANTS.iter().find(|variant| variant.end == scheme).ok_or("no such variant")?;
            for image in &IMAGES {
                let page = open(browser, &server, image.address, variant).await?;
                let reader = page.widget("checked-article");
                reader.drawn().await?;
                at_rest(&page).await?;
                let taken = saved(&page, &reader, image).await?;
                let name = format!("{}-{scheme}", image.name);
                differing.extend(keep_or_compare(&page, &server, &name, &taken, TOLERANCE).await?);
            }
        }
        assert_eq!(differing, [""; 0], "look at them, and run `make screenshots` if that is what is meant");
        Ok(())
    })
}

#[test]
fn the_gallery_shows_every_picture_that_is_kept_and_the_documentation_every_state() -> Outcome {
    let page = pages::gallery();
    for (file, page) in [("www/gallery/index.html", &page), ("docs/states.md", &pages::states())] {
        let file = repository().join(file);
        if is_taking() {
            std::fs::write(file, page)?;
        } else {
            assert_eq!(&std::fs::read_to_string(file)?, page, "`make screenshots` writes it");
        }
    }
    for picture in std::fs::read_dir(kept())? {
        let name = picture?.file_name().into_string().map_err(|_| "a name that is no text")?;
        assert!(page.contains(&format!("pictures/{name}")), "nothing shows {name}: `git rm` it, or add its state");
    }
    Ok(())
}
