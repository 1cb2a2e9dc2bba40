//! The same walk without a mouse: everything is reached, and the keyboard is never lost.

use end_to_end::{Key, Outcome, Page, Server, Site, Widget, dist, in_browser};

/// The id of the mark whose button has the keyboard.
async fn mark_in_focus(page: &Page<'_>) -> Outcome<String> {
    let focus = page.focus().await?;
    let id = focus.split(r#"[data-mark-id=""#).nth(1).and_then(|rest| rest.split('"').next());
    match id {
        Some(id) if focus.contains(r#"[part="mark"]"#) => Ok(id.into()),
        _ => Err(format!("the keyboard is on {focus}").into()),
    }
}

/// Whether the keyboard is in the panel.
async fn in_panel(reader: &Widget<'_>) -> Outcome<bool> {
    Ok(reader.count("[part~=panel]:focus, [part~=panel] :focus").await? == 1)
}

#[test]
fn marks_are_one_stop_and_a_card_gives_the_keyboard_back() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;

        page.tab_to(|focus| focus.contains("[data-overlay=\"checks\"]")).await?;
        assert!(page.focus_is_shown().await?);
        page.press(Key::Space).await?;
        reader.until_attribute("[data-overlay=checks]", "aria-checked", "true").await?;
        page.tab_to(|focus| focus.contains("[data-verdict=\"inaccurate\"]")).await?;
        page.press(Key::Enter).await?;
        reader.until_attribute("[data-verdict=inaccurate]", "aria-pressed", "true").await?;
        page.press(Key::Enter).await?;
        reader.until_attribute("[data-verdict=inaccurate]", "aria-pressed", "false").await?;

        page.tab_to(|focus| focus.contains("[part=\"mark\"]")).await?;
        assert!(page.focus_is_shown().await?);
        let first = mark_in_focus(&page).await?;
        page.press(Key::Right).await?;
        page.until("the arrow goes on", async || Ok(mark_in_focus(&page).await? != first)).await?;
        page.press(Key::Left).await?;
        page.until("the other arrow goes back", async || Ok(mark_in_focus(&page).await? == first)).await?;

        page.press(Key::Enter).await?;
        reader.until_card(&first).await?;
        page.until("the keyboard is in the card", async || in_panel(&reader).await).await?;
        page.press(Key::Right).await?;
        reader.until_gone(&format!("[part~=card][data-mark-id={first:?}]")).await?;
        let next = reader.card().await?.ok_or("no card")?;
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        page.until("the keyboard is back in the text", async || Ok(mark_in_focus(&page).await? == next)).await?;

        // Out of the text with one press: the marks are one stop.
        page.press(Key::Tab).await?;
        assert!(mark_in_focus(&page).await.is_err());
        let [open, close] = ["ca-open", "ca-close"].map(|kind| move |id: &str| format!("{kind} {id}"));
        let walk =
            ["ca-ready".into(), "ca-toggle checks on".into(), open(&first), close(&first), open(&next), close(&next)];
        assert_eq!(page.story().await?, walk);
        Ok(())
    })
}

#[test]
fn a_card_opened_from_the_list_closes_into_the_list_and_the_list_into_the_text() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        let on_item = async |id: &str| {
            let item = format!("[part~=list-item][data-mark-id={id:?}]:focus");
            page.until(&item, async || Ok(reader.count(&item).await? == 1)).await
        };

        page.tab_to(|focus| focus.contains("list-button")).await?;
        page.press(Key::Enter).await?;
        reader.until_shown("[part~=list]").await?;
        reader.until_attribute("[part~=list-button]", "aria-expanded", "true").await?;
        let items = reader.attributes("[part~=list-item]", "data-mark-id").await?;
        on_item(&items[0]).await?;
        page.press(Key::Down).await?;
        on_item(&items[1]).await?;
        page.press(Key::Enter).await?;
        reader.until_card(&items[1]).await?;
        page.press(Key::Escape).await?;
        on_item(&items[1]).await?;
        page.press(Key::Escape).await?;
        reader.until_gone("[part~=panel]").await?;
        page.until("the keyboard is in the text", async || Ok(mark_in_focus(&page).await.is_ok())).await
    })
}

#[test]
fn no_single_letter_does_anything_so_that_none_has_to_be_switched_off() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        // What a letter did, and whether it was kept from the page.
        page.act("window.kept = 0; addEventListener('keydown', (event) => { kept += event.defaultPrevented })").await?;
        let letters = async || -> Outcome {
            page.write("aclnps?.+1").await?;
            page.settle().await
        };
        page.tab_to(|focus| focus.contains("[part=\"mark\"]")).await?;
        let first = mark_in_focus(&page).await?;
        letters().await?;
        assert_eq!(mark_in_focus(&page).await?, first);
        assert_eq!(reader.count("[part~=panel]").await?, 0);
        page.press(Key::Enter).await?;
        reader.until_card(&first).await?;
        page.until("the keyboard is in the card", async || in_panel(&reader).await).await?;
        page.act("kept = 0").await?;
        letters().await?;
        assert_eq!(reader.card().await?.as_deref(), Some(&*first));
        assert_eq!(page.story().await?, ["ca-ready", &format!("ca-open {first}")]);
        assert_eq!(page.run::<u32>("return kept", &[]).await?, 0);
        // Where nothing of the article has the keyboard, arrows and Escape are the page's.
        page.act("document.querySelector('checked-article').shadowRoot.activeElement.blur()").await?;
        for key in [Key::Left, Key::Right, Key::Escape] {
            page.press(key).await?;
        }
        page.settle().await?;
        assert_eq!(page.run::<u32>("return kept", &[]).await?, 0);
        assert_eq!(reader.card().await?.as_deref(), Some(&*first));
        Ok(())
    })
}

#[test]
fn keys_that_extend_a_selection_in_a_card_do_not_lead_to_the_next_one() -> Outcome {
    let server = Server::start(Site::over([dist()?]))?;
    in_browser(async |browser| {
        let page = browser.open(&server.url("/index.html")).await?;
        let reader = page.widget("checked-article");
        reader.drawn().await?;
        page.act("document.querySelector('checked-article').show('q1')").await?;
        reader.until_card("q1").await?;
        page.press_with(Key::Shift, Key::Right).await?;
        page.settle().await?;
        assert_eq!(reader.card().await?.as_deref(), Some("q1"));
        page.press(Key::Right).await?;
        reader.until_gone("[part~=card][data-mark-id=q1]").await
    })
}
