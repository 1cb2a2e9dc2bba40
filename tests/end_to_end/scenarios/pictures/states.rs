//! The states of which there are pictures, and how a reader brings them about.

use end_to_end::{MIDDLE, Outcome, PHONE, Page, Widget};

/// Wide enough for a card beside the text, and no higher than needed.
const WIDE: (u32, u32) = (1100, 720);
/// A sheet of A4 at 96 dots an inch, within its margins.
const PAPER: (u32, u32) = (680, 960);

/// How a picture is taken.
pub struct Variant {
    /// The end of its name.
    pub end: &'static str,
    /// What it is called under the picture.
    pub caption: &'static str,
    /// The window.
    pub size: (u32, u32),
    /// The medium, where it is not the screen.
    pub medium: &'static str,
    /// What the system asks for.
    pub features: &'static [(&'static str, &'static str)],
    /// The language of the interface.
    pub language: &'static str,
}

const LIGHT: Variant = Variant {
    end: "light",
    caption: "Light",
    size: WIDE,
    medium: "",
    features: &[("prefers-color-scheme", "light")],
    language: "en",
};

/// All ways in which pictures are taken.
pub const VARIANTS: [Variant; 8] = [
    LIGHT,
    Variant { end: "dark", caption: "Dark", features: &[("prefers-color-scheme", "dark")], ..LIGHT },
    Variant { end: "phone", caption: "On a phone", size: PHONE, ..LIGHT },
    Variant { end: "rtl", caption: "The interface from right to left", language: "ar", ..LIGHT },
    Variant { end: "rtl-phone", caption: "The same on a phone", language: "ar", size: PHONE, ..LIGHT },
    Variant { end: "middle", caption: "In a middle width", size: MIDDLE, ..LIGHT },
    Variant {
        end: "forced",
        caption: "With forced colours",
        features: &[("forced-colors", "active"), ("prefers-color-scheme", "dark")],
        ..LIGHT
    },
    Variant { end: "paper", caption: "On paper", size: PAPER, medium: "print", ..LIGHT },
];

/// A state in which a reader sees the article.
pub struct State {
    /// The beginning of its pictures' names.
    pub name: &'static str,
    /// What it shows.
    pub caption: &'static str,
    /// The page.
    pub address: &'static str,
    /// The ends of its pictures' names.
    pub variants: &'static [&'static str],
}

impl State {
    /// Whether there is an article to wait for.
    pub fn is_drawn(&self) -> bool {
        !matches!(self.name, "loading" | "failed")
    }
}

const DEMO: &str = "/index.html";
const EACH: &[&str] = &["light", "dark", "phone", "rtl"];
const CARD: &[&str] = &["light", "dark", "phone", "rtl", "rtl-phone", "middle", "forced"];
const SCHEMES: &[&str] = &["light", "dark", "phone"];

/// All of them.
pub const STATES: [State; 26] = [
    State {
        name: "article",
        caption: "The article, undisturbed: quotations are hairlines, the fact check is off",
        address: DEMO,
        variants: EACH,
    },
    State {
        name: "checks",
        caption: "The fact check on: a pattern and a sign a verdict, counts in words",
        address: DEMO,
        variants: &["light", "dark", "phone", "rtl", "middle", "forced"],
    },
    State {
        name: "quotation",
        caption: "A fragment of a quotation, shown inside its sentence",
        address: DEMO,
        variants: CARD,
    },
    State {
        name: "claim",
        caption: "A claim’s card: verdict, reasons, sources by what they say",
        address: DEMO,
        variants: CARD,
    },
    State { name: "enlarged", caption: "The sheet, drawn up", address: DEMO, variants: &["phone"] },
    State {
        name: "speakers",
        caption: "The speakers: how often, and which share of the words quoted",
        address: DEMO,
        variants: &["light", "dark", "phone", "rtl", "rtl-phone", "middle"],
    },
    State { name: "dimmed", caption: "One person’s words; the rest steps back", address: DEMO, variants: EACH },
    State { name: "verdicts", caption: "The checks by verdict", address: DEMO, variants: EACH },
    State { name: "searched", caption: "A search that finds nothing", address: DEMO, variants: &["light", "phone"] },
    State {
        name: "share",
        caption: "Sharing: words, link, the system’s sheet, an image",
        address: DEMO,
        variants: EACH,
    },
    State {
        name: "changed",
        caption: "The words were edited after they were checked: no verdict stands on them",
        address: "/changed.html",
        variants: SCHEMES,
    },
    State {
        name: "paper",
        caption: "On paper: a number after each claim that was checked",
        address: DEMO,
        variants: &["paper"],
    },
    State {
        name: "notes",
        caption: "Below it on paper: every check is a numbered note, its links spelled out",
        address: DEMO,
        variants: &["paper"],
    },
    State {
        name: "page",
        caption: "Over the page’s own article, which is painted and not changed: the rail, the floating switches",
        address: "/page.html",
        variants: SCHEMES,
    },
    State {
        name: "page-notes",
        caption: "The same on paper: the notes stand where the tag does, and the page’s text is as it was",
        address: "/page.html",
        variants: &["paper"],
    },
    State {
        name: "loading",
        caption: "While the article is on its way: the page’s words say so, and faint lines keep its place",
        address: "/loading.html",
        variants: SCHEMES,
    },
    State {
        name: "failed",
        caption: "Offline, or the document is not there: the page’s own words",
        address: "/failed.html",
        variants: SCHEMES,
    },
    State {
        name: "faulty",
        caption: "A check that could not be read was left out; the rest is there",
        address: "/faulty.html",
        variants: &["light", "phone"],
    },
    State {
        name: "no-quotations",
        caption: "Nobody is quoted: one switch",
        address: "/no-quotations.html",
        variants: SCHEMES,
    },
    State {
        name: "no-checks",
        caption: "Nothing was checked: the quotations alone",
        address: "/no-checks.html",
        variants: SCHEMES,
    },
    State {
        name: "no-marks",
        caption: "Neither: the article, and no bar",
        address: "/no-marks.html",
        variants: &["light", "phone"],
    },
    State { name: "short", caption: "A very short article", address: "/short.html", variants: &["light", "phone"] },
    State {
        name: "long",
        caption: "A very long article: 1,000 paragraphs, 500 marks",
        address: "/long.html",
        variants: SCHEMES,
    },
    State {
        name: "broadsheet",
        caption: "The theme of a broadsheet",
        address: "/gallery/broadsheet.html",
        variants: SCHEMES,
    },
    State { name: "blog", caption: "The theme of a blog", address: "/gallery/blog.html", variants: SCHEMES },
    State { name: "tabloid", caption: "The theme of a tabloid", address: "/gallery/tabloid.html", variants: SCHEMES },
];

/// An image that a reader saves.
pub struct Image {
    /// The beginning of its pictures' names.
    pub name: &'static str,
    /// What it shows.
    pub caption: &'static str,
    /// The page.
    pub address: &'static str,
    /// The card that it is made of.
    pub id: &'static str,
    /// Whether it is the tall format.
    pub is_tall: bool,
}

/// All of them.
pub const IMAGES: [Image; 4] = [
    Image {
        name: "image-fragment",
        caption: "The image of a fragment: it stands inside its sentence",
        address: DEMO,
        id: "q8",
        is_tall: false,
    },
    Image {
        name: "image-claim",
        caption: "The image of a claim with its verdict",
        address: DEMO,
        id: "6b",
        is_tall: false,
    },
    Image {
        name: "image-cut",
        caption: "The image of words that are too many: cut at a word, with an ellipsis",
        address: "/cut.html",
        id: "q1",
        is_tall: false,
    },
    Image { name: "image-tall", caption: "The image in the tall format", address: DEMO, id: "q10", is_tall: true },
];

/// Brings the article into a state; each begins with a page that was just opened.
pub async fn bring(page: &Page<'_>, reader: &Widget<'_>, state: &str) -> Outcome {
    let show = async |id: &str| -> Outcome {
        page.act(&format!("document.querySelector('checked-article').show({id:?})")).await?;
        reader.until_card(id).await
    };
    let list = async |view: &str| -> Outcome {
        reader.click("[part~=list-button]").await?;
        reader.click(&format!("[role=tab][data-view={view}]")).await?;
        reader.until_attribute(&format!("[role=tab][data-view={view}]"), "aria-selected", "true").await
    };
    let check = async || -> Outcome {
        page.act("document.querySelector('checked-article').shadowRoot.querySelector('[data-overlay=checks]').click()")
            .await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await
    };
    let print = async || -> Outcome {
        check().await?;
        page.act("dispatchEvent(new Event('beforeprint'))").await?;
        page.settle().await
    };
    match state {
        "checks" | "long" => check().await,
        "quotation" => show("q8").await,
        "claim" | "broadsheet" | "tabloid" | "blog" => show("6b").await,
        "changed" | "short" | "page" => show("mended").await,
        "enlarged" => {
            show("6b").await?;
            reader.click("[part~=grip]").await?;
            reader.until_attribute("[part~=grip]", "aria-pressed", "true").await
        }
        "speakers" => list("speakers").await,
        "dimmed" => {
            list("speakers").await?;
            reader.click("[part~=group]").await?;
            reader.until_shown("[data-dimmed]").await
        }
        "verdicts" => list("verdicts").await,
        "searched" => {
            reader.click("[part~=list-button]").await?;
            reader.until_shown("[part~=search]").await?;
            let searched = "const { shadowRoot } = document.querySelector('checked-article');
                const search = shadowRoot.querySelector('[part~=search]');
                search.value = 'goose';
                search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                search.blur()";
            page.act(searched).await?;
            reader.until_shown(".nothing").await
        }
        "share" => {
            show("q8").await?;
            reader.click("[data-action=share]").await?;
            reader.until_shown(".share canvas").await
        }
        "paper" => print().await,
        "notes" | "page-notes" => {
            print().await?;
            page.act("document.querySelector('checked-article').shadowRoot.querySelector('.notes').scrollIntoView()")
                .await
        }
        "loading" => {
            page.until("the page says that it loads", async || {
                page.run("return document.querySelector('checked-article').matches(':defined')", &[]).await
            })
            .await
        }
        "failed" => page.until("the page's own words are shown", async || reader.falls_back().await).await,
        _ => Ok(()),
    }
}
