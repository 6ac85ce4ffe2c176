//! How long photos and signature samples take: `make bench-images`.
//!
//! The pictures are those of the vectors, which `scripts/setup.sh photos` makes; the large one is
//! compressed here.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark reads files, and may panic"
)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use jpeg_encoder::{ColorType, Encoder};
use qujat::{Day, Rulebook};

fn file(name: &str) -> Vec<u8> {
    let images = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/vectors/images");
    std::fs::read(images.join(name)).unwrap()
}

/// A PNG as JPEG of quality 92.
fn compressed(rules: &Rulebook, png: &[u8], on: Day) -> Vec<u8> {
    let picture = rules.decode_image(png, on).unwrap();
    let mut jpeg = Vec::new();
    let (width, height) = (
        picture.width.try_into().unwrap(),
        picture.height.try_into().unwrap(),
    );
    let encoder = Encoder::new(&mut jpeg, 92);
    encoder
        .encode(&picture.rgb, width, height, ColorType::Rgb)
        .unwrap();
    jpeg
}

fn images(criterion: &mut Criterion) {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let on = Day::parse("2026-02-10").unwrap();
    let photos = [
        ("600x800", file("photos/good.jpg")),
        (
            "1200x1600",
            compressed(rules, &file("photos/large.png"), on),
        ),
    ];
    let mut group = criterion.benchmark_group("photo");
    for (size, photo) in &photos {
        group.bench_function(format!("inspect {size}"), |bencher| {
            bencher.iter(|| rules.inspect_image(black_box(photo), on).unwrap());
        });
        group.bench_function(format!("decode {size}"), |bencher| {
            bencher.iter(|| rules.decode_image(black_box(photo), on).unwrap());
        });
        group.bench_function(format!("report {size}"), |bencher| {
            bencher.iter(|| rules.check_photo(black_box(photo), on).unwrap());
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("signature");
    let sample = file("signatures/signature-3.jpg");
    group.bench_function("report", |bencher| {
        bencher.iter(|| rules.check_signature(black_box(&sample), on).unwrap());
    });
    group.bench_function("normalise", |bencher| {
        bencher.iter(|| rules.normalise_signature(black_box(&sample), on).unwrap());
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30);
    targets = images
}
criterion_main!(benches);
