//! Our resolver on the made-up article, as a native function and as a WebAssembly module without glue.

#[path = "../../../article/mod.rs"]
mod article;

use std::cell::RefCell;

pub use article::{Article, EDITS, Edit};
use checked_article::anchors::{Placement, Target, resolve};
use checked_article::text::View;

/// Targets, the text blocks they are to be placed in, and where they stand.
pub struct Work {
    targets: Vec<Target>,
    blocks: Vec<String>,
    places: Vec<(usize, usize)>,
}

impl Work {
    /// The work that an edit makes.
    pub fn new(edit: Edit) -> Self {
        let article = Article::made_up();
        let (blocks, places) = article.edited(edit);
        Self { targets: article.targets(), blocks, places }
    }

    /// Places all targets, from raw text to placements.
    pub fn place(&self) -> Vec<Placement> {
        let blocks: Vec<&str> = self.blocks.iter().map(String::as_str).collect();
        let targets: Vec<&Target> = self.targets.iter().collect();
        resolve(&blocks, &targets)
    }

    /// How many were placed where they stand: the overlap is at least 0.8 of both stretches together.
    pub fn right(&self, placements: &[Placement]) -> usize {
        let blocks: Vec<&str> = self.blocks.iter().map(String::as_str).collect();
        let view = View::new(&blocks, None);
        let right = |(placement, place): &(&Placement, &(usize, usize))| match placement {
            Placement::Found { span, .. } | Placement::Changed { span, .. } => {
                let (start, end) = (view.offset(span.start), view.offset(span.end));
                let both = end.min(place.1).saturating_sub(start.max(place.0));
                let either = end.max(place.1) - start.min(place.0);
                both * 5 >= either * 4
            }
            _ => false,
        };
        placements.iter().zip(&self.places).filter(right).count()
    }
}

thread_local! {
    static WORK: RefCell<Option<(Work, Vec<Placement>)>> = const { RefCell::new(None) };
}

/// Makes the work of an edit, by its number in [`EDITS`], ready to be measured.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(edit: usize) {
    let work = EDITS.get(edit).map(|edit| (Work::new(*edit), Vec::new()));
    WORK.with(|held| *held.borrow_mut() = work);
}

/// Does the work: what is measured.
#[unsafe(no_mangle)]
pub extern "C" fn place() {
    WORK.with(|held| {
        if let Some((work, placements)) = &mut *held.borrow_mut() {
            *placements = work.place();
        }
    });
}

/// How many targets were placed where they stand.
#[unsafe(no_mangle)]
pub extern "C" fn right() -> usize {
    WORK.with(|held| held.borrow().as_ref().map_or(0, |(work, placements)| work.right(placements)))
}
