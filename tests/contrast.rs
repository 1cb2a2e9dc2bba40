//! Contrast (WCAG 2.2, 1.4.3 and 1.4.11) of every tone on every ground, in both schemes, computed from the style sheets.

#![allow(missing_docs, reason = "a test is documented by its name")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeMap;
use std::fs;

const TEXT: f64 = 4.5;
const LINE: f64 = 3.0;

/// What the keyword `Canvas` is where a page sets no colour of its own: Chromium, Firefox, WebKit.
const CANVAS: [&[&str]; 2] = [&["#ffffff"], &["#121212", "#1c1b22", "#1e1e1e"]];

#[derive(Clone, Copy, Debug, PartialEq)]
struct Colour([f64; 3]);

impl Colour {
    fn hex(text: &str) -> Self {
        let digits = text.trim().strip_prefix('#').unwrap_or_else(|| panic!("{text} is no hexadecimal colour"));
        let digits: String =
            if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.into() };
        let channel = |at: usize| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap());
        Self([channel(0), channel(2), channel(4)])
    }

    /// `share` of this colour over `ground`: `color-mix(in srgb, … N%, transparent)` painted on it.
    fn over(self, share: f64, ground: Self) -> Self {
        let mut mixed = ground.0;
        mixed.iter_mut().zip(self.0).for_each(|(under, over)| *under = over * share + *under * (1.0 - share));
        Self(mixed)
    }

    fn luminance(self) -> f64 {
        let linear = self.0.map(|channel| {
            let channel = channel / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

fn sheet(name: &str) -> String {
    fs::read_to_string(format!("src/widget/{name}.css")).unwrap()
}

/// The tokens with a colour a scheme, light and dark: `--_ink: var(--ca-ink, light-dark(#1b1a17, #ece8df))`.
fn tokens() -> [BTreeMap<String, Colour>; 2] {
    let mut schemes = [BTreeMap::new(), BTreeMap::new()];
    for line in sheet("tokens").lines() {
        let Some((name, value)) = line.trim().strip_prefix("--_").and_then(|rest| rest.split_once(": ")) else {
            continue;
        };
        let Some((_, pair)) = value.split_once("light-dark(") else { continue };
        let (light, dark) = pair.trim_end_matches([')', ';']).split_once(", ").unwrap();
        schemes[0].insert(name.into(), Colour::hex(light));
        schemes[1].insert(name.into(), Colour::hex(dark));
    }
    schemes
}

/// Grounds that text stands on in one scheme: the browser's, the demo's, and the cards'.
fn grounds(scheme: usize, tokens: &BTreeMap<String, Colour>) -> Vec<(String, Colour)> {
    let demo = fs::read_to_string("www/demo.css").unwrap();
    let paper = demo.split("--paper: ").nth(scheme + 1).unwrap().split(';').next().unwrap();
    let canvas = CANVAS[scheme].iter().map(|colour| (format!("Canvas {colour}"), Colour::hex(colour)));
    let own = [("the demo's paper".to_string(), Colour::hex(paper)), ("raised".to_string(), tokens["raised"])];
    canvas.chain(own).collect()
}

/// Every `background: color-mix(in srgb, var(--_NAME) N%, …)` of the widget: the token's name and its share. The tone of
/// the thing itself (`--_tone`) stands for every tone.
fn tints(tones: &[&str]) -> Vec<(String, f64)> {
    let mut tints = Vec::new();
    for name in ["article_view", "cards", "list", "panel", "toolbar", "tokens", "map"] {
        for mix in sheet(name).split("background: color-mix(in srgb, var(--_").skip(1) {
            let (token, rest) = mix.split_once(") ").unwrap();
            let share: f64 = rest.split('%').next().unwrap().parse().unwrap();
            let of = if token == "tone" { tones.to_vec() } else { vec![token] };
            tints.extend(of.into_iter().map(|token| (token.to_string(), share / 100.0)));
        }
    }
    assert!(tints.len() > 10, "the sheets are written otherwise than this test reads them");
    tints
}

const TONES: [&str; 7] = ["quote", "upheld", "mostly", "mixed", "refuted", "unproven", "neutral"];

fn demand(what: &str, contrast: f64, least: f64, faults: &mut Vec<String>) {
    if contrast < least {
        faults.push(format!("{what}: {contrast:.2}, not {least}"));
    }
}

#[test]
fn every_tone_is_read_on_every_ground() {
    let mut faults = Vec::new();
    for (scheme, tokens) in tokens().iter().enumerate() {
        for (ground, colour) in grounds(scheme, tokens) {
            for tone in TONES.iter().chain(&["ink", "ink-soft"]) {
                demand(&format!("{tone} on {ground}"), tokens[*tone].contrast(colour), TEXT, &mut faults);
            }
            demand(&format!("focus ring on {ground}"), tokens["focus"].contrast(colour), LINE, &mut faults);
            // A sign stands in the ground's colour on a disc of its tone.
            for tone in TONES {
                demand(&format!("sign {tone} of {ground}"), colour.contrast(tokens[tone]), TEXT, &mut faults);
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The themes of the gallery: their own values in place of the tokens, and the grounds that they bring.
#[test]
fn every_tone_is_read_under_every_theme_of_the_gallery() {
    let mut faults = Vec::new();
    let themes = ["blog", "broadsheet", "tabloid"];
    for theme in themes {
        let css = fs::read_to_string(format!("www/gallery/{theme}.css")).unwrap();
        for (scheme, defaults) in tokens().iter().enumerate() {
            let mut tokens = defaults.clone();
            for line in css.lines() {
                let Some((name, value)) = line.trim().strip_prefix("--ca-").and_then(|rest| rest.split_once(": "))
                else {
                    continue;
                };
                let Some((_, pair)) = value.split_once("light-dark(") else { continue };
                let colours: Vec<&str> = pair.trim_end_matches([')', ';']).split(", ").collect();
                tokens.insert(name.into(), Colour::hex(colours[scheme]));
            }
            for ground in ["paper", "raised"] {
                let colour = tokens[ground];
                for tone in TONES.iter().chain(&["ink", "ink-soft"]) {
                    let what = format!("{tone} on {ground} of {theme}, scheme {scheme}");
                    demand(&what, tokens[*tone].contrast(colour), TEXT, &mut faults);
                }
                let focus = format!("focus ring on {ground} of {theme}, scheme {scheme}");
                demand(&focus, tokens["focus"].contrast(colour), LINE, &mut faults);
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn words_stay_readable_on_every_tint() {
    let mut faults = Vec::new();
    for (scheme, tokens) in tokens().iter().enumerate() {
        for (ground, base) in grounds(scheme, tokens) {
            for (token, share) in tints(&TONES) {
                let tinted = tokens[&token].over(share, base);
                let name = format!("{token} {share} over {ground}");
                demand(&format!("ink on {name}"), tokens["ink"].contrast(tinted), TEXT, &mut faults);
                if TONES.contains(&&*token) {
                    demand(&format!("{token}'s line on {name}"), tokens[&token].contrast(tinted), LINE, &mut faults);
                }
            }
        }
        // The initials of a person without a portrait.
        let face = tokens["quote"].over(0.14, tokens["raised"]);
        demand("initials", tokens["quote"].contrast(face), TEXT, &mut faults);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_hairline_of_a_quotation_is_seen_on_every_ground() {
    let article = sheet("article_view");
    let (_, line) = article.split_once("underline 1px color-mix(in srgb, var(--_quote) ").unwrap();
    let share = line.split('%').next().unwrap().parse::<f64>().unwrap() / 100.0;
    let mut faults = Vec::new();
    for (scheme, tokens) in tokens().iter().enumerate() {
        for (ground, colour) in grounds(scheme, tokens) {
            let hairline = tokens["quote"].over(share, colour);
            demand(&format!("hairline on {ground}"), hairline.contrast(colour), LINE, &mut faults);
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_formula_is_that_of_the_guidelines() {
    let [black, white, grey] = ["#000", "#fff", "#767676"].map(Colour::hex);
    assert!((black.contrast(white) - 21.0).abs() < 0.01);
    // The lightest grey that carries text on white.
    assert!((grey.contrast(white) - 4.54).abs() < 0.01);
    assert_eq!(black.over(0.5, white), Colour([127.5; 3]));
}
