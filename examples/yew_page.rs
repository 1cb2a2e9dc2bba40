//! A page that is itself a Yew app, with the tag in it. It counts the clicks that reach it; the end-to-end tests look
//! whether each is counted once.

#![expect(clippy::disallowed_macros, reason = "a page has all of Yew")]

use yew::{AppHandle, Callback, Html, Renderer, UseStateHandle, component, html, use_state};

/// A handler that counts.
fn counting(count: &UseStateHandle<u32>) -> Callback<yew::MouseEvent> {
    let count = count.clone();
    Callback::from(move |_| count.set(*count + 1))
}

#[component]
fn Page() -> Html {
    let (own, around) = (use_state(|| 0), use_state(|| 0));
    html! {
        <main>
            <button id="own" onclick={counting(&own)}>{ "The page's own: " }{ *own }</button>
            <div id="around" data-clicks={around.to_string()} onclick={counting(&around)}>
                <checked-article src="harbour.json" load="eager"><p>{ "The page's own words." }</p></checked-article>
            </div>
        </main>
    }
}

fn main() {
    let _: AppHandle<Page> = Renderer::<Page>::new().render();
}
