//! How long placing takes: 500 targets in 10,000 words, unchanged, shifted, and with every tenth word replaced.

#![allow(missing_docs, reason = "criterion's macros make functions without any")]

use checked_article::anchors::{Selector, Target, TextPositionSelector, TextQuoteSelector, resolve};
use criterion::{Criterion, criterion_group, criterion_main};

/// Numbers without a pattern, always the same (a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// A made-up word; like words of a language, few are frequent and many are rare.
    fn word(&mut self) -> String {
        let rank = self.below(4000) * self.below(4000) / 4000;
        let syllables = ["ba", "ne", "ti", "ro", "su", "la", "men", "dor", "ke", "vis"];
        let mut word = String::new();
        let mut left = rank + 3;
        while left > 0 {
            word.push_str(syllables[left % 10]);
            left /= 10;
        }
        word
    }
}

/// 10,000 words in sentences of 20, and a target for each of the 500 sentences.
fn article(dice: &mut Dice) -> (Vec<Vec<String>>, Vec<Target>) {
    let sentences: Vec<Vec<String>> = (0..500).map(|_| (0..20).map(|_| dice.word()).collect()).collect();
    let blocks = blocks(&sentences);
    let whole = blocks.join("\n");
    let mut start = 0;
    let mut targets = Vec::new();
    for sentence in &sentences {
        let exact = sentence.join(" ");
        let end = start + exact.len();
        let quote = TextQuoteSelector {
            exact: exact.into(),
            prefix: whole[start.saturating_sub(32)..start].into(),
            suffix: whole[end..(end + 32).min(whole.len())].into(),
        };
        let position = TextPositionSelector { start: start as u32, end: end as u32 };
        targets.push(Target { selectors: vec![Selector::Quote(quote), Selector::Position(position)], block: None });
        start = end + 2;
    }
    (sentences, targets)
}

/// Five sentences to a paragraph.
fn blocks(sentences: &[Vec<String>]) -> Vec<String> {
    let paragraph =
        |five: &[Vec<String>]| five.iter().map(|sentence| sentence.join(" ") + ".").collect::<Vec<_>>().join(" ");
    sentences.chunks(5).map(paragraph).collect()
}

fn placing(criterion: &mut Criterion) {
    let mut dice = Dice(1);
    let (sentences, targets) = article(&mut dice);
    let targets: Vec<&Target> = targets.iter().collect();
    let mut edited = sentences.clone();
    for word in edited.iter_mut().flatten().step_by(10) {
        *word = dice.word();
    }
    let unchanged = blocks(&sentences);
    let mut shifted = unchanged.clone();
    shifted.insert(0, "A paragraph put in above.".into());
    let mut group = criterion.benchmark_group("500 targets in 10,000 words");
    for (name, text) in
        [("unchanged", unchanged), ("a paragraph put in", shifted), ("every tenth word replaced", blocks(&edited))]
    {
        let text: Vec<&str> = text.iter().map(String::as_str).collect();
        group.bench_function(name, |bencher| bencher.iter(|| resolve(&text, &targets)));
    }
    group.finish();
}

criterion_group!(benches, placing);
criterion_main!(benches);
