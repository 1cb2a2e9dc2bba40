//! What is drawn again only where what it shows has changed: the article, and the map beside it. A switch or a card would
//! otherwise draw every word anew.

use std::rc::Rc;

use yew::virtual_dom::VComp;
use yew::{Component, Context, Html, NodeRef, Properties};

use super::article_view::{article, rail};
use super::map::map;
use super::model::Model;
use crate::reading::Reading;

/// What is kept.
#[derive(Clone)]
pub enum Kept {
    /// The article, drawn into an element.
    Article(Rc<Model>, NodeRef),
    /// The rail beside an article that the page drew.
    Rail(Rc<Model>, NodeRef),
    /// The map, as the article is read.
    Map(Rc<Model>, Reading),
}

impl Kept {
    /// The node that keeps it.
    pub fn node(self) -> Html {
        VComp::new::<Keeper>(Rc::new(KeeperProps { kept: self }), None).into()
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Map(model, reading), Self::Map(other, then)) => {
                let seen = |reading: &Reading| (reading.quotations, reading.checks, reading.filter, reading.open());
                Rc::ptr_eq(model, other) && seen(reading) == seen(then)
            }
            (Self::Article(model, _), Self::Article(other, _)) | (Self::Rail(model, _), Self::Rail(other, _)) => {
                Rc::ptr_eq(model, other)
            }
            _ => false,
        }
    }
}

/// What a [`Keeper`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct KeeperProps {
    kept: Kept,
}

/// The component for all of them: each of its own would cost the reader 800 bytes more.
pub struct Keeper;

impl Component for Keeper {
    type Message = ();
    type Properties = KeeperProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &context.props().kept {
            Kept::Article(model, element) => article(model, element),
            Kept::Rail(model, element) => rail(model, element),
            Kept::Map(model, reading) => map(model, reading),
        }
    }
}
