//! The landmarks: the face mesh of MediaPipe, 468 points of the one face in 192 by 192 pixels.

use std::sync::LazyLock;

use super::detector::{Candidate, fixed};
use super::layers::{Stage, Tensor};
use super::mesh::{Mesh, POINTS};
use super::square::{Direction, FinePoint, Outside, Scale, Square};
use super::weights::Network;
use crate::pictures::image::Raster;

/// The side of the input, in pixels.
const SIDE: u32 = 192;

static NETWORK: LazyLock<Option<LandmarkNetwork>> = LazyLock::new(|| {
    let file = include_bytes!("../../../data/face/landmarks.bin");
    LandmarkNetwork::new(Network::read(file)?)
});

/// The network, its stages in the order of its file.
pub(super) struct LandmarkNetwork {
    stages: Vec<Stage>,
}

/// The ends of the file's stages for all, for the mesh, and for the presence.
const TRUNK_END: usize = 15;
const MESH_END: usize = 21;
const PRESENCE_END: usize = 25;

/// The network's bare output.
pub(super) struct Output {
    /// For each point its place across, down, and into the depth, in pixels of the input.
    pub(super) points: Vec<f32>,
    /// The logarithm of the odds that there is a face.
    pub(super) presence: f32,
}

impl LandmarkNetwork {
    /// The shipped network; `None` if its file is broken, which a test rules out.
    pub(super) fn shipped() -> Option<&'static LandmarkNetwork> {
        NETWORK.as_ref()
    }

    /// The network, if it has the stages that are expected.
    fn new(network: Network) -> Option<LandmarkNetwork> {
        let outputs: Vec<usize> = network.stages.iter().map(Stage::outputs).collect();
        let trunk = [
            16, 16, 16, 32, 32, 32, 64, 64, 64, 128, 128, 128, 128, 128, 128,
        ];
        let heads = [128, 128, 128, 32, 32, 3 * POINTS, 128, 32, 32, 1];
        let fits = network.side == SIDE && outputs == [&trunk[..], &heads[..]].concat();
        fits.then_some(LandmarkNetwork {
            stages: network.stages,
        })
    }

    /// The mesh of a face, if the network sees one there.
    pub(super) fn mesh(&self, picture: &Raster, face: &Candidate, scale: &Scale) -> Option<Mesh> {
        let output = self.see(picture, face)?;
        let square = square(face);
        let number = |value: f32| fixed(value, 256.0);
        let (triples, _) = output.points.as_chunks::<3>();
        let points = triples.iter().map(|[x, y, depth]| {
            let point = FinePoint {
                x: number(*x),
                y: number(*y),
            };
            (
                square.point(point, SIDE),
                square.length(number(*depth), SIDE),
            )
        });
        Mesh::new(points, scale)
    }

    /// The network's output for a face, if it sees one there: the odds must be even at least. An
    /// output that is no number is no face.
    pub(super) fn see(&self, picture: &Raster, face: &Candidate) -> Option<Output> {
        let output = self.run(&square(face).sample(picture, SIDE, Outside::Nearest));
        (output.presence >= 0.0).then_some(output)
    }

    /// Runs the network over 192 by 192 pixels.
    pub(super) fn run(&self, pixels: &[[u8; 3]]) -> Output {
        // From 0 to 1.
        let level = |sample: u8| f32::from(sample) / 255.0;
        let input = Tensor::of_pixels(SIDE as usize, pixels.iter().map(|rgb| rgb.map(level)));
        let trunk = self.run_stages(0..TRUNK_END, input);
        let mesh = self.run_stages(TRUNK_END..MESH_END, trunk.clone());
        let presence = self.run_stages(MESH_END..PRESENCE_END, trunk);
        let points = mesh.pixels().flatten().copied().take(3 * POINTS);
        Output {
            points: points.collect(),
            presence: presence
                .pixels()
                .flatten()
                .copied()
                .next()
                .unwrap_or(f32::NAN),
        }
    }

    fn run_stages(&self, range: std::ops::Range<usize>, input: Tensor) -> Tensor {
        let stages = self.stages.get(range).unwrap_or_default();
        stages.iter().fold(input, |input, stage| stage.run(&input))
    }
}

/// Half as much again as the box of the face, upright by its eyes: the network was trained on such
/// squares.
#[allow(
    clippy::arithmetic_side_effects,
    reason = "the sides of a box are below 2^40"
)]
fn square(face: &Candidate) -> Square {
    let [right_eye, left_eye, ..] = face.points;
    Square {
        centre: face.centre,
        side: face.width.max(face.height) * 3 / 2,
        along: Direction::between(right_eye, left_eye),
    }
}
