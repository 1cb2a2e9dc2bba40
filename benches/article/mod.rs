//! A made-up article of 10,000 words with a target for each of its 500 sentences, and what an editor makes of it.

use checked_article::anchors::{Selector, Target, TextPositionSelector, TextQuoteSelector};

/// What happened to the article after its targets were described.
#[derive(Clone, Copy)]
pub enum Edit {
    /// Nothing.
    Unchanged,
    /// A paragraph was put in above.
    Shifted,
    /// Every tenth word was replaced by another.
    Replaced,
}

/// All of them, in the order in which they are told.
pub const EDITS: [Edit; 3] = [Edit::Unchanged, Edit::Shifted, Edit::Replaced];

impl Edit {
    /// Its name in a table.
    pub fn name(self) -> &'static str {
        match self {
            Edit::Unchanged => "unchanged",
            Edit::Shifted => "a paragraph put in",
            Edit::Replaced => "every tenth word replaced",
        }
    }
}

/// An article as it was, by sentences and words.
pub struct Article {
    sentences: Vec<Vec<String>>,
    dice: Dice,
}

impl Article {
    /// Always the same one.
    pub fn made_up() -> Self {
        let mut dice = Dice(1);
        let sentences = (0..500).map(|_| (0..20).map(|_| dice.word()).collect()).collect();
        Self { sentences, dice }
    }

    /// A target for each sentence, described in the article as it was.
    pub fn targets(&self) -> Vec<Target> {
        let whole = paragraphs(&self.sentences).join("\n");
        let describe = |(start, end): (usize, usize)| {
            let quote = TextQuoteSelector {
                exact: whole[start..end].into(),
                prefix: whole[start.saturating_sub(32)..start].into(),
                suffix: whole[end..(end + 32).min(whole.len())].into(),
            };
            let position = TextPositionSelector { start: start as u32, end: end as u32 };
            Target { selectors: vec![Selector::Quote(quote), Selector::Position(position)], block: None }
        };
        places(&self.sentences, 0).into_iter().map(describe).collect()
    }

    /// The text blocks after an edit, and where each sentence stands then, in bytes of the blocks joined by one line
    /// feed each. All of it is ASCII.
    pub fn edited(&self, edit: Edit) -> (Vec<String>, Vec<(usize, usize)>) {
        let mut sentences = self.sentences.clone();
        let (mut above, mut length) = (Vec::new(), 0);
        match edit {
            Edit::Unchanged => {}
            Edit::Shifted => {
                above.push(String::from("A paragraph put in above."));
                length = above[0].len() + 1;
            }
            Edit::Replaced => {
                let mut dice = Dice(self.dice.0);
                for word in sentences.iter_mut().flatten().step_by(10) {
                    *word = dice.word();
                }
            }
        }
        above.extend(paragraphs(&sentences));
        (above, places(&sentences, length))
    }
}

/// Five sentences to a paragraph.
fn paragraphs(sentences: &[Vec<String>]) -> Vec<String> {
    let paragraph =
        |five: &[Vec<String>]| five.iter().map(|sentence| sentence.join(" ") + ".").collect::<Vec<_>>().join(" ");
    sentences.chunks(5).map(paragraph).collect()
}

/// Where each sentence begins and ends without its full stop.
fn places(sentences: &[Vec<String>], mut start: usize) -> Vec<(usize, usize)> {
    let place = |sentence: &Vec<String>| {
        let end = start + sentence.join(" ").len();
        (std::mem::replace(&mut start, end + 2), end)
    };
    sentences.iter().map(place).collect()
}

/// Numbers without a pattern, always the same (a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// A made-up word; like words of a language, few are frequent and many are rare.
    fn word(&mut self) -> String {
        let rank = self.below(4000) * self.below(4000) / 4000;
        let syllables = ["ba", "ne", "ti", "ro", "su", "la", "men", "dor", "ke", "vis"];
        let mut word = String::new();
        let mut left = rank + 3;
        while left > 0 {
            word.push_str(syllables[(left % 10) as usize]);
            left /= 10;
        }
        word
    }
}
