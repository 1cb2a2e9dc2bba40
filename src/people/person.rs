//! A person who is quoted or spoken of.

use std::rc::Rc;

/// The position of a person in the document's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonIndex(pub usize);

/// Somebody named in the article (schema.org `Person`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Names the person inside the document.
    pub id: Rc<str>,
    /// Full name.
    pub name: Rc<str>,
    /// Office or function at the time: "President of Russia".
    pub role: Option<Rc<str>>,
    /// Other ways in which the article names them.
    pub aliases: Vec<Rc<str>>,
    /// A portrait.
    pub image: Option<Image>,
    /// A page that identifies them.
    pub same_as: Option<Rc<str>>,
}

/// An image with its size, so that it moves nothing when it arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub url: Rc<str>,
    /// What it shows, for those who cannot see it.
    pub alt: Rc<str>,
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
}
