//! Pictures of every state, for the documentation: `make screenshots` takes them into `docs/pictures`, and this test
//! holds the page as it is now against them.

use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use end_to_end::{Browser, Outcome, PHONE, Page, Server, Site, Widget, dist, in_browser};

/// Wide enough for a card beside the text, and no higher than needed.
const WIDE: (u32, u32) = (1100, 720);
/// A channel that differs by more than this is seen; less is the smoothing of letters.
const SEEN: u32 = 48;
/// The share of pixels that may differ: a line of text that moved is more.
const TOLERANCE: f64 = 0.01;
/// The same where the interface is in letters for which the demo brings no face, and the machine's own is used.
const TOLERANCE_ELSEWHERE: f64 = 0.03;

/// Where the pictures are kept.
fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures")
}

/// How a picture is taken: its name's end, the window, the colour scheme, the direction of the interface.
const VARIANTS: [(&str, (u32, u32), &str, &str); 4] = [
    ("light", WIDE, "light", "en"),
    ("dark", WIDE, "dark", "en"),
    ("phone", PHONE, "light", "en"),
    ("rtl", WIDE, "light", "ar"),
];

/// The states in which a reader sees the article.
const STATES: [&str; 7] = ["article", "checks", "quotation", "claim", "speakers", "dimmed", "verdicts"];

/// Brings the article into a state; each begins with a page that was just opened.
async fn bring(page: &Page<'_>, reader: &Widget<'_>, state: &str) -> Outcome {
    let show = async |id: &str| -> Outcome {
        page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
        reader.until_card(id).await
    };
    let list = async |view: &str| -> Outcome {
        reader.click("[part~=list-button]").await?;
        reader.click(&format!("[role=tab][data-view={view}]")).await?;
        reader.until_attribute(&format!("[role=tab][data-view={view}]"), "aria-selected", "true").await
    };
    match state {
        "checks" => {
            reader.click("[data-overlay=checks]").await?;
            reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await
        }
        "quotation" => show("q8").await,
        "claim" => show("6b").await,
        "speakers" => list("speakers").await,
        "dimmed" => {
            list("speakers").await?;
            reader.click("[part~=group]").await?;
            reader.until_shown("[data-dimmed]").await
        }
        "verdicts" => list("verdicts").await,
        _ => Ok(()),
    }
}

/// How many of the kept picture's pixels differ visibly from those of the one just taken, as a share of all; all of
/// them where it has another size.
async fn difference(page: &Page<'_>, kept: &str, taken: &str) -> Outcome<f64> {
    let compare = "const [kept, taken, seen] = arguments;
        const pixels = async (url) => {
            const image = await createImageBitmap(await (await fetch(url)).blob());
            const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
            pen.drawImage(image, 0, 0);
            return pen.getImageData(0, 0, image.width, image.height);
        };
        return Promise.all([kept, 'data:image/webp;base64,' + taken].map(pixels)).then(([one, other]) => {
            if (one.width !== other.width || one.height !== other.height) return 1;
            let differing = 0;
            for (let at = 0; at < one.data.length; at += 4) {
                let most = 0;
                for (let channel = 0; channel < 3; channel++) most = Math.max(most, Math.abs(one.data[at + channel] - other.data[at + channel]));
                differing += most > seen;
            }
            return differing / (one.width * one.height);
        })";
    page.run(compare, &[kept.into(), taken.into(), SEEN.into()]).await
}

async fn take(browser: &Browser, server: &Server, state: &str, variant: usize) -> Outcome<Option<String>> {
    let (end, size, scheme, language) = VARIANTS[variant];
    browser.viewport(size).await?;
    browser.prefer(scheme).await?;
    let page = browser.open(&server.url("/index.html")).await?;
    let reader = page.widget("checked-article");
    reader.drawn().await?;
    if language == "ar" {
        page.act("document.querySelector('checked-article').setAttribute('lang', 'ar')").await?;
        reader.until_attribute(".ca", "dir", "rtl").await?;
    }
    page.act("return document.fonts.ready.then(() => null)").await?;
    page.act("document.querySelector('#article').scrollIntoView(); scrollBy(0, 180)").await?;
    page.settle().await?;
    bring(&page, &reader, state).await?;
    page.settle().await?;
    let at_rest = "const moving = document.querySelector('checked-article').shadowRoot.getAnimations();
        return Promise.all(moving.map((animation) => animation.finished)).then(() => null)";
    page.act(at_rest).await?;
    page.settle().await?;
    let (name, taken) = (format!("{state}-{end}.webp"), browser.picture().await?);
    if std::env::var_os("SCREENSHOTS").is_some() {
        std::fs::create_dir_all(kept())?;
        std::fs::write(kept().join(&name), BASE64_STANDARD.decode(&taken)?)?;
        return Ok(None);
    }
    let differs = difference(&page, &server.url(&format!("/{name}")), &taken).await?;
    let tolerance = if language == "en" { TOLERANCE } else { TOLERANCE_ELSEWHERE };
    Ok((differs > tolerance).then(|| format!("{name}: {:.1} % of its pixels", differs * 100.0)))
}

fn pictures(variant: usize) -> Outcome {
    let server = Server::start(Site::over([dist()?, kept()]))?;
    in_browser(async |browser| {
        let mut differing = Vec::new();
        for state in STATES {
            differing.extend(take(browser, &server, state, variant).await?);
        }
        assert!(
            differing.is_empty(),
            "look at them, and run `make screenshots` if that is what is meant: {differing:#?}"
        );
        Ok(())
    })
}

#[test]
fn the_pictures_in_light_are_those_of_the_page() -> Outcome {
    pictures(0)
}

#[test]
fn the_pictures_in_dark_are_those_of_the_page() -> Outcome {
    pictures(1)
}

#[test]
fn the_pictures_on_a_phone_are_those_of_the_page() -> Outcome {
    pictures(2)
}

#[test]
fn the_pictures_from_right_to_left_are_those_of_the_page() -> Outcome {
    pictures(3)
}
