//! The detector: BlazeFace for short range, from MediaPipe. It looks at 128 by 128 pixels and says
//! for each of 896 anchors how far it looks like a face, where the face is, and six points of it.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "places of anchors and of what the network says, all below 2^22"
)]

use std::sync::LazyLock;

use super::layers::{Stage, Tensor};
use super::square::{FRACTIONS, FinePoint, Outside, Square};
use super::weights::Network;
use crate::pictures::image::Raster;

/// The side of the input, in pixels.
const SIDE: u32 = 128;
/// Numbers for each anchor: centre, width and height, and six points.
const NUMBERS: usize = 16;
/// No face is larger than four times the input, in 256ths of a pixel.
const WIDEST: i64 = 4 * SIDE as i64 * FRACTIONS;

static DETECTOR: LazyLock<Option<Detector>> = LazyLock::new(|| {
    let file = include_bytes!("../../../data/face/detector.bin");
    Detector::new(Network::read(file)?)
});

/// The network, its stages in the order of its file.
pub(super) struct Detector {
    stages: Vec<Stage>,
}

/// The file's stages: the trunk up to 16 by 16 places, two heads' numbers with the trunk up to 8 by 8
/// between them, and the heads' scores.
const FINE_END: usize = 12;
const FINE_NUMBERS: usize = 12;
const COARSE_END: usize = 18;
const COARSE_NUMBERS: usize = 18;
const FINE_SCORES: usize = 19;
const COARSE_SCORES: usize = 20;

/// Pixels from one anchor's place to the next, and anchors at each place.
const FINE: (usize, usize) = (8, 2);
const COARSE: (usize, usize) = (16, 6);

/// A possible face, in the picture's places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its likeness to a face: the logarithm of the odds, in 1024ths.
    pub(super) logit: i64,
    /// In the order in which the network names its anchors.
    pub(super) anchor: usize,
    pub(super) centre: FinePoint,
    pub(super) width: i64,
    pub(super) height: i64,
    /// Right eye, left eye, tip of the nose, middle of the mouth, right ear, left ear, as the person
    /// has them.
    pub(super) points: [FinePoint; 6],
}

/// The network's bare output.
pub(super) struct Output {
    /// For each anchor.
    pub(super) scores: Vec<f32>,
    /// Sixteen for each anchor.
    pub(super) numbers: Vec<f32>,
}

impl Detector {
    /// The shipped network; `None` if its file is broken, which a test rules out.
    pub(super) fn shipped() -> Option<&'static Detector> {
        DETECTOR.as_ref()
    }

    /// The network, if it has the stages that are expected.
    fn new(network: Network) -> Option<Detector> {
        let outputs: Vec<usize> = network.stages.iter().map(Stage::outputs).collect();
        let trunk = [24, 24, 28, 32, 36, 42, 48, 56, 64, 72, 80, 88];
        let heads = [32, 96, 96, 96, 96, 96, 96, 2, 6];
        let fits = network.side == SIDE && outputs == [&trunk[..], &heads[..]].concat();
        fits.then_some(Detector {
            stages: network.stages,
        })
    }

    /// All that scores at least `least` in a square, in the order of the anchors.
    pub(super) fn look(&self, picture: &Raster, square: &Square, least: i64) -> Vec<Candidate> {
        let pixels = square.sample(picture, SIDE, Outside::Black);
        let output = self.run(&pixels);
        let numbers = output.numbers.chunks_exact(NUMBERS);
        let anchors = anchors().zip(output.scores.iter().zip(numbers)).enumerate();
        let candidate =
            |(anchor, (place, (score, numbers))): (usize, (FinePoint, (&f32, &[f32])))| {
                let logit = fixed(*score, 1024.0);
                let numbers: &[f32; NUMBERS] = numbers.try_into().ok()?;
                (logit >= least).then(|| candidate(square, logit, anchor, place, numbers))
            };
        anchors.filter_map(candidate).collect()
    }

    /// Runs the network over 128 by 128 pixels.
    pub(super) fn run(&self, pixels: &[[u8; 3]]) -> Output {
        // From -1 to 1.
        let level = |sample: u8| (f32::from(sample) - 127.5) / 127.5;
        let input = Tensor::of_pixels(SIDE as usize, pixels.iter().map(|rgb| rgb.map(level)));
        let fine = self.run_stages(0..FINE_END, input);
        let head = |index: usize, trunk: &Tensor| self.run_stage(index, trunk);
        let fine_numbers = head(FINE_NUMBERS, &fine);
        let fine_scores = head(FINE_SCORES, &fine);
        let coarse = self.run_stages(FINE_NUMBERS + 1..COARSE_END, fine);
        let coarse_numbers = head(COARSE_NUMBERS, &coarse);
        let coarse_scores = head(COARSE_SCORES, &coarse);
        let join = |fine: &Tensor, coarse: &Tensor, each: usize| {
            let fine = values(fine, FINE.1 * each);
            fine.chain(values(coarse, COARSE.1 * each)).collect()
        };
        Output {
            scores: join(&fine_scores, &coarse_scores, 1),
            numbers: join(&fine_numbers, &coarse_numbers, NUMBERS),
        }
    }

    fn run_stages(&self, range: std::ops::Range<usize>, input: Tensor) -> Tensor {
        let stages = self.stages.get(range).unwrap_or_default();
        stages.iter().fold(input, |input, stage| stage.run(&input))
    }

    fn run_stage(&self, index: usize, input: &Tensor) -> Tensor {
        self.stages
            .get(index)
            .map_or_else(Tensor::empty, |stage| stage.run(input))
    }
}

/// The first channels of each pixel.
fn values(tensor: &Tensor, channels: usize) -> impl Iterator<Item = f32> {
    tensor
        .pixels()
        .flat_map(move |pixel| pixel.iter().copied().take(channels))
}

/// The middles of the anchors, in the network's order.
fn anchors() -> impl Iterator<Item = FinePoint> {
    [FINE, COARSE].into_iter().flat_map(|(step, count)| {
        let places = SIDE as usize / step;
        let middle =
            move |index: usize| i64::try_from((2 * index + 1) * step).unwrap_or(0) * FRACTIONS / 2;
        let all = (0..places).flat_map(move |y| (0..places).map(move |x| (x, y)));
        all.flat_map(move |(x, y)| {
            std::iter::repeat_n(
                FinePoint {
                    x: middle(x),
                    y: middle(y),
                },
                count,
            )
        })
    })
}

/// The candidate of an anchor, in the picture's places.
fn candidate(
    square: &Square,
    logit: i64,
    anchor: usize,
    at: FinePoint,
    numbers: &[f32; NUMBERS],
) -> Candidate {
    let number = |value: f32| fixed(value, 256.0);
    let point = |x: f32, y: f32| {
        let point = FinePoint {
            x: at.x + number(x),
            y: at.y + number(y),
        };
        square.point(point, SIDE)
    };
    let [x, y, width, height, points @ ..] = *numbers;
    let (pairs, _) = points.as_chunks::<2>();
    let mut found = [FinePoint::default(); 6];
    for (found, [x, y]) in found.iter_mut().zip(pairs) {
        *found = point(*x, *y);
    }
    Candidate {
        logit,
        anchor,
        centre: point(x, y),
        width: square.length(number(width).min(WIDEST), SIDE).max(1),
        height: square.length(number(height).min(WIDEST), SIDE).max(1),
        points: found,
    }
}

/// A number of a network in parts of so many to one, to the nearest (a half upwards), and at most
/// 2^20 of them; 0 for a value that is no number.
pub(super) fn fixed(value: f32, parts: f32) -> i64 {
    const MOST: f32 = 1_048_576.0;
    let rounded = (value * parts + 0.5).floor().clamp(-MOST, MOST);
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a whole number of at most 2^20, or none, which the cast turns into 0"
    )]
    let whole = rounded as i64;
    whole
}
