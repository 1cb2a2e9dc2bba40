//! How long the finder takes: a 5 kB article, and texts of growing length to show that the cost is linear.

#![allow(missing_docs, reason = "criterion writes functions without any")]

use std::hint::black_box;

use checked_article::quotes::{Lexicon, find};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const SEED: &str = include_str!("../seeds/000_b83a25d2751925c2.txt");

/// The seed article cut or repeated to about `length` bytes, whole lines.
fn article(length: usize) -> String {
    let mut text = String::with_capacity(length + 1024);
    for line in SEED.lines().cycle() {
        if text.len() + line.len() > length {
            break;
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn quotes(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    criterion.bench_function("lexicon/english", |bencher| bencher.iter(Lexicon::english));
    let mut group = criterion.benchmark_group("find");
    group.sample_size(10);
    for length in [1_000, 5_000, 50_000, 200_000, 1_000_000] {
        let text = article(length);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("article", length), &text, |bencher, text| {
            bencher.iter(|| find(black_box(text), &lexicon));
        });
    }
    for length in [1_000_000, 10_000_000] {
        let marks = "\"“”".repeat(length / 7);
        group.throughput(Throughput::Bytes(marks.len() as u64));
        group.bench_with_input(BenchmarkId::new("nothing but marks", length), &marks, |bencher, marks| {
            bencher.iter(|| find(black_box(marks), &lexicon));
        });
    }
    group.finish();
}

criterion_group!(benches, quotes);
criterion_main!(benches);
