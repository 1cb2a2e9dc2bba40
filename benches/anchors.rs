//! How long placing takes: 500 targets in 10,000 words, unchanged, shifted, and with every tenth word replaced.

#![allow(missing_docs, reason = "criterion's macros make functions without any")]

mod article;

use article::{Article, EDITS};
use checked_article::anchors::{Target, resolve};
use criterion::{Criterion, criterion_group, criterion_main};

fn placing(criterion: &mut Criterion) {
    let article = Article::made_up();
    let targets = article.targets();
    let targets: Vec<&Target> = targets.iter().collect();
    let mut group = criterion.benchmark_group("500 targets in 10,000 words");
    for edit in EDITS {
        let (text, _) = article.edited(edit);
        let text: Vec<&str> = text.iter().map(String::as_str).collect();
        group.bench_function(edit.name(), |bencher| bencher.iter(|| resolve(&text, &targets)));
    }
    group.finish();
}

criterion_group!(benches, placing);
criterion_main!(benches);
