//! A shared mark as the runtime reads it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::widget::Shared;

/// What is shared, as an object of strings; `pieces` and `place` are arrays.
pub fn to_js(shared: &Shared) -> JsValue {
    let object = js_sys::Object::new();
    // Setting a member of an object of our own cannot fail.
    let set = |name: &str, value: &JsValue| drop(Reflect::set(&object, &name.into(), value));
    for (name, words) in [
        ("id", &*shared.id),
        ("text", &shared.text),
        ("whose", &shared.whose),
        ("role", &shared.role),
        ("outlet", &shared.outlet),
        ("date", &shared.date),
        ("verdict", &shared.verdict),
        ("tone", shared.tone),
        ("sign", shared.sign),
        ("language", &shared.language),
        ("locale", &shared.locale),
    ] {
        set(name, &words.into());
    }
    set("claim", &shared.claim.into());
    set("whole", &shared.whole.into());
    let pieces = js_sys::Array::new();
    for piece in &shared.pieces {
        pieces.push(&piece.into());
    }
    set("pieces", &pieces);
    let place = js_sys::Array::new();
    for number in &shared.place {
        place.push(&(*number).into());
    }
    set("place", &place);
    object.into()
}
