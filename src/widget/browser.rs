//! The few things asked of the browser that may throw: each is caught here, because an exception that crosses the
//! module would leave it unusable for every article on the page.

#[cfg(not(feature = "element"))]
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Date)]
    type Day;
    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new(iso: &str) -> Day;
    #[wasm_bindgen(method, catch, js_name = toLocaleDateString)]
    fn to_locale(this: &Day, locale: &str, options: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<String, JsValue>;

    /// Numbers as a language writes them.
    #[wasm_bindgen(js_namespace = Intl, js_name = NumberFormat)]
    pub type Numbers;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "NumberFormat")]
    fn new(locale: &str) -> Result<Numbers, JsValue>;
    /// The number in the language's digits, in groups.
    #[wasm_bindgen(method)]
    pub fn format(this: &Numbers, number: f64) -> String;

    /// The plural categories of a language.
    #[wasm_bindgen(js_namespace = Intl, js_name = PluralRules)]
    pub type Plurals;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "PluralRules")]
    fn new(locale: &str) -> Result<Plurals, JsValue>;
    /// The category of a number of things: `one`, `few`, `other`.
    #[wasm_bindgen(method)]
    pub fn select(this: &Plurals, number: f64) -> String;

    #[wasm_bindgen(js_namespace = location, js_name = toString)]
    fn address() -> String;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(words: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Calls `act` before the browser draws its next frame.
#[cfg(not(feature = "element"))]
pub fn in_next_frame(act: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(Closure::once_into_js(act).unchecked_ref());
    }
}

/// An object of options. Where a flag is wanted, any word will do.
pub fn options(entries: &[(&str, &str)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in entries {
        // Setting a member of an object of our own cannot fail.
        let _ = js_sys::Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object.into()
}

impl Numbers {
    /// Those of the language with this tag; nothing where it is no tag.
    pub fn of(locale: &str) -> Option<Self> {
        Self::new(locale).ok()
    }
}

impl Plurals {
    /// Those of the language with this tag; nothing where it is no tag.
    pub fn of(locale: &str) -> Option<Self> {
        Self::new(locale).ok()
    }
}

/// Puts the keyboard on `element`; the page scrolls to it only where `scroll` says so.
pub fn focus(element: &HtmlElement, scroll: bool) {
    let name = if scroll { "" } else { "preventScroll" };
    let _ = element.focus_with_options(options(&[(name, name)]).unchecked_ref());
}

/// An ISO 8601 date in the words of `locale`: "15 August 2025"; the date as it stands where the browser cannot.
pub fn date(iso: &str, locale: &str) -> String {
    let format = options(&[("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")]);
    let words = Day::new(iso).to_locale(locale, &format).unwrap_or_default();
    // "Invalid Date" is what a browser answers to a date that it cannot read.
    if words.is_empty() || words.starts_with("Invalid") { iso.to_string() } else { words }
}

/// The name of a language in the words of `locale`: "Ukrainian"; its tag where the browser knows no name.
pub fn language(tag: &str, locale: &str) -> String {
    let names = DisplayNames::new(locale, &options(&[("type", "language")]));
    names.and_then(|names| names.of(tag)).unwrap_or_else(|_| tag.to_string())
}

/// `words` as a search has them: small letters without accents and vowel marks, and digits; no other signs.
pub fn alike(words: &str) -> String {
    let signs = js_sys::RegExp::new("[^\\p{L}\\p{N}\\s]", "gu");
    let words = js_sys::JsString::from(words).to_lower_case().normalize("NFKD");
    words.replace_by_pattern(&signs, "").into()
}

/// Puts `words` on the clipboard; false where the browser refuses.
pub async fn copy(words: String) -> bool {
    match write_text(&words) {
        Ok(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

/// How far the window is scrolled down, in CSS pixels.
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the window to so many CSS pixels from the page's top.
pub fn scroll(to: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(window.scroll_x().unwrap_or_default(), to);
    }
}

/// The page's address without its hash.
pub fn page_address() -> String {
    let address = address();
    let end = address.bytes().position(|byte| byte == b'#').unwrap_or(address.len());
    address[..end].to_string()
}
