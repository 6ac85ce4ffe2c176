//! Reading the weights files, whose format `scripts/face/convert_weights.py` states.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "counts of layers and weights: factors of 8 and 16 bits, whose products stay below \
              2^48, and sums of which are bounded by the number of layers"
)]

use super::layers::{Activation, Block, Convolution, Depthwise, KERNEL, LANES, Lanes, Stage};

const MAGIC: &[u8; 8] = b"QUJATNN1";
/// The bytes of a layer's head.
const HEAD: usize = 8;

/// A network as its file has it: stages in the order of the file.
pub(super) struct Network {
    /// The side of the square input, in pixels.
    pub(super) side: u32,
    pub(super) stages: Vec<Stage>,
}

/// The header of a layer, before its values.
#[derive(Clone, Copy)]
struct Head {
    depthwise: bool,
    kernel: usize,
    stride: usize,
    follows: u8,
    inputs: usize,
    outputs: usize,
}

impl Network {
    /// Reads a weights file. `None` if it is not whole, or asks for an operation that the runner
    /// lacks.
    pub(super) fn read(file: &[u8]) -> Option<Network> {
        let (body, checksum) = file.split_last_chunk()?;
        if crc32fast::hash(body) != u32::from_le_bytes(*checksum) {
            return None;
        }
        let mut rest = Bytes(body.strip_prefix(MAGIC)?);
        let side = u32::from(rest.number()?);
        let count = usize::from(rest.number()?);
        let heads = rest.take(count * HEAD)?.chunks_exact(HEAD);
        let heads: Vec<Head> = heads.map(Head::read).collect::<Option<_>>()?;
        let mut heads = heads.iter();
        let mut stages = Vec::new();
        while let Some(head) = heads.next() {
            stages.push(if head.depthwise {
                let depthwise = head.depthwise(&mut rest)?;
                let pointwise = heads.next()?;
                let fits = !pointwise.depthwise
                    && (pointwise.kernel, pointwise.stride) == (1, 1)
                    && pointwise.inputs == head.outputs;
                let pointwise = fits.then(|| pointwise.convolution(&mut rest))??;
                Stage::Block(Block {
                    depthwise,
                    pointwise,
                })
            } else {
                Stage::Convolution(head.convolution(&mut rest)?)
            });
        }
        rest.0.is_empty().then_some(Network { side, stages })
    }
}

impl Head {
    fn read(bytes: &[u8]) -> Option<Head> {
        let [kind, kernel, stride, follows, sizes @ ..] = bytes else {
            return None;
        };
        let mut sizes = Bytes(sizes);
        let (inputs, outputs) = (sizes.number()?, sizes.number()?);
        let known = *kind <= 1 && *kernel >= 1 && *stride >= 1 && inputs >= 1 && outputs >= 1;
        let depthwise = *kind == 1;
        let fits = !depthwise
            || (inputs == outputs
                && *follows == 0
                && usize::from(*kernel) == KERNEL
                && matches!(*stride, 1 | 2));
        (known && fits).then_some(Head {
            depthwise,
            kernel: usize::from(*kernel),
            stride: usize::from(*stride),
            follows: *follows,
            inputs: usize::from(inputs),
            outputs: usize::from(outputs),
        })
    }

    fn depthwise(self, rest: &mut Bytes<'_>) -> Option<Depthwise> {
        let taps = self.kernel * self.kernel;
        let weights = rest.halves(taps * self.outputs)?;
        let weights = weights.chunks_exact(self.outputs).flat_map(padded);
        Some(Depthwise {
            stride: self.stride,
            weights: weights.collect(),
            bias: padded(&rest.halves(self.outputs)?).collect(),
        })
    }

    fn convolution(self, rest: &mut Bytes<'_>) -> Option<Convolution> {
        let depth = self.kernel * self.kernel * self.inputs;
        let read = rest.halves(depth * self.outputs)?;
        // In the file all outputs of an input stand together; in memory eight outputs of all inputs.
        let mut weights = Vec::with_capacity(depth * self.outputs.div_ceil(LANES));
        for first in (0..self.outputs).step_by(LANES) {
            for outputs in read.chunks_exact(self.outputs) {
                weights.push(lanes(outputs.get(first..)?));
            }
        }
        let bias = padded(&rest.halves(self.outputs)?).collect();
        let activation = match self.follows {
            0 => Activation::None,
            1 => Activation::Relu,
            2 => Activation::Prelu(padded(&rest.halves(self.outputs)?).collect()),
            _ => return None,
        };
        Some(Convolution {
            kernel: self.kernel,
            stride: self.stride,
            inputs: self.inputs,
            outputs: self.outputs,
            weights,
            bias,
            activation,
        })
    }
}

/// The first eight values; zeros for those that are missing.
fn lanes(values: &[f32]) -> Lanes {
    let mut lanes = [0.0; LANES];
    for (lane, value) in lanes.iter_mut().zip(values) {
        *lane = *value;
    }
    lanes
}

/// Values in groups of eight, the last one filled up with zeros.
fn padded(values: &[f32]) -> impl Iterator<Item = Lanes> {
    values.chunks(LANES).map(lanes)
}

/// The bytes that are still to be read.
struct Bytes<'f>(&'f [u8]);

impl<'f> Bytes<'f> {
    fn take(&mut self, count: usize) -> Option<&'f [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u16> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u16::from_le_bytes(*number))
    }

    fn halves(&mut self, count: usize) -> Option<Vec<f32>> {
        let (halves, _) = self.take(count.checked_mul(2)?)?.as_chunks();
        Some(
            halves
                .iter()
                .map(|half| single(u16::from_le_bytes(*half)))
                .collect(),
        )
    }
}

/// A half-precision number of IEEE 754 as a single-precision one: always exact.
fn single(half: u16) -> f32 {
    let sign = u32::from(half >> 15) << 31;
    let exponent = u32::from(half >> 10) & 0x1F;
    let fraction = u32::from(half) & 0x3FF;
    let magnitude = match exponent {
        // Below the normal ones: a multiple of 2^-24. All of them are normal in single precision.
        0 => {
            let unit = f32::from_bits(103 << 23);
            let multiple = u16::try_from(fraction).unwrap_or(0);
            (f32::from(multiple) * unit).to_bits()
        }
        31 => 0xFF << 23 | fraction << 13,
        _ => (exponent + 112) << 23 | fraction << 13,
    };
    f32::from_bits(sign | magnitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_read_exactly() {
        let cases = [
            (0x0000, 0.0),
            (0x3C00, 1.0),
            (0xC000, -2.0),
            (0x3555, 1365.0 / 4096.0),
            (0x7BFF, 65504.0),
            (0x0400, 1.0 / 16_384.0),
            (0x0001, 1.0 / 16_777_216.0),
            (0x83FF, -1023.0 / 16_777_216.0),
        ];
        for (half, expected) in cases {
            assert_eq!(single(half), expected, "{half:04x}");
        }
        assert!(single(0x8000).is_sign_negative());
        assert_eq!(single(0x7C00), f32::INFINITY);
        assert!(single(0x7C01).is_nan());
    }

    /// A file with these heads and values.
    fn file(side: u16, heads: &[[u8; HEAD]], halves: &[u16]) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.extend(side.to_le_bytes());
        file.extend(u16::try_from(heads.len()).unwrap().to_le_bytes());
        file.extend(heads.iter().flatten());
        file.extend(halves.iter().flat_map(|half| half.to_le_bytes()));
        let checksum = crc32fast::hash(&file);
        file.extend(checksum.to_le_bytes());
        file
    }

    #[test]
    fn a_small_file_is_read() {
        // One output of two inputs, then ReLU; a block of one channel.
        let heads = [
            [0, 1, 1, 1, 2, 0, 1, 0],
            [1, 3, 2, 0, 1, 0, 1, 0],
            [0, 1, 1, 2, 1, 0, 1, 0],
        ];
        let one = 0x3C00;
        let mut halves = vec![one, 0x4000, 0x3800];
        halves.extend([one; 9]);
        halves.extend([0, 0x4200, 0, one]);
        let network = Network::read(&file(4, &heads, &halves)).unwrap();
        assert_eq!(network.side, 4);
        let [Stage::Convolution(first), Stage::Block(block)] = &network.stages[..] else {
            panic!("other stages");
        };
        let weights: Vec<f32> = first.weights.iter().map(|lanes| lanes[0]).collect();
        assert_eq!(weights, [1.0, 2.0]);
        assert_eq!(first.bias, [[0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]]);
        assert_eq!(block.depthwise.stride, 2);
        assert_eq!(block.pointwise.weights[0][0], 3.0);
        assert!(
            matches!(&block.pointwise.activation, Activation::Prelu(slopes) if slopes[0][0] == 1.0)
        );
    }

    #[test]
    fn what_is_not_whole_or_not_known_is_refused() {
        let head = [0, 1, 1, 0, 1, 0, 1, 0];
        let good = file(4, &[head], &[0, 0]);
        assert!(Network::read(&good).is_some());
        for end in 0..good.len() {
            assert!(Network::read(&good[..end]).is_none(), "cut at {end}");
        }
        for place in 0..good.len() {
            let mut broken = good.clone();
            broken[place] ^= 1;
            assert!(Network::read(&broken).is_none(), "changed at {place}");
        }
        assert!(
            Network::read(&file(4, &[head], &[0])).is_none(),
            "too few values"
        );
        assert!(
            Network::read(&file(4, &[head], &[0; 3])).is_none(),
            "too many values"
        );
        for head in [
            [2, 1, 1, 0, 1, 0, 1, 0],
            [0, 0, 1, 0, 1, 0, 1, 0],
            [0, 1, 0, 0, 1, 0, 1, 0],
            [0, 1, 1, 3, 1, 0, 1, 0],
            [0, 1, 1, 0, 0, 0, 1, 0],
            [0, 255, 1, 0, 255, 255, 255, 255],
            [1, 1, 1, 0, 1, 0, 1, 0],
            [0, 1, 1, 0, 1, 0, 0, 0],
        ] {
            assert!(
                Network::read(&file(4, &[head], &[0, 0])).is_none(),
                "{head:?}"
            );
        }
    }
}
