//! The layers of the networks, as sums in a fixed order.
//!
//! Each output is a sum that starts with its bias and goes through rows, columns and inputs in the
//! order of the weights. Eight outputs and four pixels are summed side by side, which a compiler can
//! turn into vector instructions without touching the order within any sum. Multiplications and
//! additions stay apart: a fused one rounds once instead of twice. So every platform gets the same
//! bits.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "places within tensors: sides of at most 192, kernels and strides of 8 bits"
)]

/// The number of channels that are computed side by side.
pub(super) const LANES: usize = 8;
/// The side of the kernel of a depthwise convolution.
pub(super) const KERNEL: usize = 3;
/// Eight channels of a pixel.
pub(super) type Lanes = [f32; LANES];
/// The number of pixels that are computed side by side.
const PIXELS: usize = 4;

/// Channels of pixels, by row, column and channel. The padding of the last eight channels is zero.
#[derive(Clone)]
pub(super) struct Tensor {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Groups of eight channels of each pixel.
    groups: usize,
    values: Vec<Lanes>,
}

/// The function applied to a sum.
pub(super) enum Activation {
    None,
    /// Negative values become zero.
    Relu,
    /// Negative values are multiplied with a slope of their channel.
    Prelu(Vec<Lanes>),
}

/// A convolution of all channels with all.
pub(super) struct Convolution {
    pub(super) kernel: usize,
    pub(super) stride: usize,
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    /// By group of eight outputs, row, column and input.
    pub(super) weights: Vec<Lanes>,
    pub(super) bias: Vec<Lanes>,
    pub(super) activation: Activation,
}

/// A convolution of each channel with itself, three by three.
pub(super) struct Depthwise {
    /// 1 or 2.
    pub(super) stride: usize,
    /// By row, column and group of eight channels.
    pub(super) weights: Vec<Lanes>,
    pub(super) bias: Vec<Lanes>,
}

/// A depthwise convolution, a pointwise one, and a shortcut around both: the input itself, or the
/// maximum of each two by two pixels where the stride is 2. New channels start with zero.
pub(super) struct Block {
    pub(super) depthwise: Depthwise,
    pub(super) pointwise: Convolution,
}

/// One stage of a network.
pub(super) enum Stage {
    Convolution(Convolution),
    Block(Block),
}

impl Tensor {
    /// A square of pixels of three channels.
    pub(super) fn of_pixels(side: usize, pixels: impl Iterator<Item = [f32; 3]>) -> Tensor {
        let lanes = |[red, green, blue]: [f32; 3]| [red, green, blue, 0.0, 0.0, 0.0, 0.0, 0.0];
        let mut values: Vec<Lanes> = pixels.take(side * side).map(lanes).collect();
        values.resize(side * side, [0.0; LANES]);
        Tensor {
            width: side,
            height: side,
            groups: 1,
            values,
        }
    }

    /// No pixels.
    pub(super) fn empty() -> Tensor {
        Tensor {
            width: 0,
            height: 0,
            groups: 1,
            values: Vec::new(),
        }
    }

    /// The channels of each pixel, with the padding of the last eight.
    pub(super) fn pixels(&self) -> impl Iterator<Item = &[f32]> {
        self.values
            .chunks_exact(self.groups)
            .map(<[Lanes]>::as_flattened)
    }

    /// The channels of a pixel; `None` outside.
    fn pixel(&self, x: usize, y: usize) -> Option<&[Lanes]> {
        (x < self.width && y < self.height).then(|| self.nth(y * self.width + x))
    }

    /// The channels of the pixel with this number, row by row; empty behind the last one.
    fn nth(&self, index: usize) -> &[Lanes] {
        let start = index * self.groups;
        self.values
            .get(start..start + self.groups)
            .unwrap_or_default()
    }
}

impl Stage {
    /// The number of channels that this stage gives.
    pub(super) fn outputs(&self) -> usize {
        match self {
            Stage::Convolution(convolution) => convolution.outputs,
            Stage::Block(block) => block.pointwise.outputs,
        }
    }

    pub(super) fn run(&self, input: &Tensor) -> Tensor {
        match self {
            Stage::Convolution(convolution) => convolution.run(input, None),
            Stage::Block(Block {
                depthwise,
                pointwise,
            }) => {
                let between = depthwise.run(input);
                if depthwise.stride == 1 {
                    pointwise.run(&between, Some(input))
                } else {
                    pointwise.run(&between, Some(&maxima(input)))
                }
            }
        }
    }
}

/// The position of a kernel on a row of pixels, or on a column of them.
struct Span {
    /// The number of places of the kernel.
    places: usize,
    /// The number of pixels of the first place that lie before the row.
    before: usize,
    stride: usize,
}

impl Span {
    /// TensorFlow's padding SAME: as many places as strides, and the missing pixels shared between
    /// both ends, an odd one at the far end.
    fn new(side: usize, kernel: usize, stride: usize) -> Span {
        let places = side.div_ceil(stride);
        let covered = places.saturating_sub(1) * stride + kernel;
        Span {
            places,
            before: covered.saturating_sub(side) / 2,
            stride,
        }
    }

    /// The pixel under a part of the kernel at a place; one before the row is far behind it.
    fn pixel(&self, place: usize, part: usize) -> usize {
        (place * self.stride + part).wrapping_sub(self.before)
    }
}

impl Convolution {
    /// The sums, with those of a shortcut added and the activation applied.
    fn run(&self, input: &Tensor, shortcut: Option<&Tensor>) -> Tensor {
        let across = Span::new(input.width, self.kernel, self.stride);
        let down = Span::new(input.height, self.kernel, self.stride);
        let (width, height) = (across.places, down.places);
        let groups = self.bias.len();
        let depth = self.kernel * self.kernel * self.inputs;
        let mut values = vec![[0.0; LANES]; width * height * groups];
        let nothing = vec![0.0_f32; self.inputs];
        // The pixels under the kernel at four places, side by side.
        let mut covered = vec![[0.0_f32; PIXELS]; depth];
        for (index, outputs) in values.chunks_mut(groups * PIXELS).enumerate() {
            let places: [_; PIXELS] = std::array::from_fn(|pixel| {
                let place = index * PIXELS + pixel;
                (place % width, place / width)
            });
            let mut taps = covered.chunks_exact_mut(self.inputs);
            for row in 0..self.kernel {
                for column in 0..self.kernel {
                    let sources = places.map(|(x, y)| {
                        let source = input.pixel(across.pixel(x, column), down.pixel(y, row));
                        // Outside the picture everything is zero.
                        source.map_or(nothing.as_slice(), <[Lanes]>::as_flattened)
                    });
                    gather(taps.next().unwrap_or_default(), sources);
                }
            }
            let weights = self.weights.chunks_exact(depth);
            for (group, (bias, weights)) in self.bias.iter().zip(weights).enumerate() {
                let sums = sums(bias, &covered, weights);
                for (output, sum) in outputs.chunks_exact_mut(groups).zip(sums) {
                    if let Some(place) = output.get_mut(group) {
                        *place = sum;
                    }
                }
            }
            for (pixel, output) in outputs.chunks_exact_mut(groups).enumerate() {
                if let Some(shortcut) = shortcut {
                    add(output, shortcut.nth(index * PIXELS + pixel));
                }
                self.activation.apply(output);
            }
        }
        Tensor {
            width,
            height,
            groups,
            values,
        }
    }
}

/// Lays the channels of four pixels side by side.
fn gather(tap: &mut [[f32; PIXELS]], [one, two, three, four]: [&[f32]; PIXELS]) {
    let channels = one.iter().zip(two).zip(three).zip(four);
    for (place, (((one, two), three), four)) in tap.iter_mut().zip(channels) {
        *place = [*one, *two, *three, *four];
    }
}

/// Eight outputs of four pixels.
fn sums(bias: &Lanes, covered: &[[f32; PIXELS]], weights: &[Lanes]) -> [Lanes; PIXELS] {
    let mut sums = [*bias; PIXELS];
    for (values, weights) in covered.iter().zip(weights) {
        for (sum, value) in sums.iter_mut().zip(values) {
            for (lane, weight) in sum.iter_mut().zip(weights) {
                *lane += value * weight;
            }
        }
    }
    sums
}

impl Depthwise {
    fn run(&self, input: &Tensor) -> Tensor {
        let across = Span::new(input.width, KERNEL, self.stride);
        let down = Span::new(input.height, KERNEL, self.stride);
        let groups = self.bias.len();
        let mut values = Vec::with_capacity(across.places * down.places * groups);
        for y in 0..down.places {
            for x in 0..across.places {
                let start = values.len();
                values.extend_from_slice(&self.bias);
                let sums = values.get_mut(start..).unwrap_or_default();
                for (part, weights) in self.weights.chunks_exact(groups).enumerate() {
                    let column = across.pixel(x, part % KERNEL);
                    let row = down.pixel(y, part / KERNEL);
                    // Outside the picture everything is zero.
                    weigh(sums, input.pixel(column, row).unwrap_or_default(), weights);
                }
            }
        }
        Tensor {
            width: across.places,
            height: down.places,
            groups,
            values,
        }
    }
}

/// Adds a pixel's channels by their weights. All channels are one row here, so that a compiler adds
/// them four by four, and nothing else.
fn weigh(sums: &mut [Lanes], pixel: &[Lanes], weights: &[Lanes]) {
    let (pixel, weights) = (pixel.as_flattened(), weights.as_flattened());
    for ((sum, value), weight) in sums.as_flattened_mut().iter_mut().zip(pixel).zip(weights) {
        *sum += value * weight;
    }
}

/// The larger of two; the second one where they are equal. Unlike `f32::max` it leaves no choice
/// between the two zeros.
fn larger(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

/// The maximum of each two by two pixels. Sides are even wherever the networks use it.
fn maxima(input: &Tensor) -> Tensor {
    let (width, height) = (input.width.div_ceil(2), input.height.div_ceil(2));
    let mut values = Vec::with_capacity(width * height * input.groups);
    for y in 0..height {
        for x in 0..width {
            let start = values.len();
            values.extend_from_slice(input.pixel(2 * x, 2 * y).unwrap_or_default());
            let maxima = values.get_mut(start..).unwrap_or_default();
            for (right, below) in [(1, 0), (0, 1), (1, 1)] {
                let other = input.pixel(2 * x + right, 2 * y + below);
                for (lanes, others) in maxima.iter_mut().zip(other.unwrap_or_default()) {
                    for (lane, other) in lanes.iter_mut().zip(others) {
                        *lane = larger(*lane, *other);
                    }
                }
            }
        }
    }
    Tensor {
        width,
        height,
        groups: input.groups,
        values,
    }
}

/// Adds the channels that the other pixel has.
fn add(pixel: &mut [Lanes], other: &[Lanes]) {
    for (lanes, others) in pixel.iter_mut().zip(other) {
        for (lane, other) in lanes.iter_mut().zip(others) {
            *lane += other;
        }
    }
}

impl Activation {
    fn apply(&self, pixel: &mut [Lanes]) {
        match self {
            Activation::None => {}
            Activation::Relu => {
                for lane in pixel.as_flattened_mut() {
                    *lane = larger(*lane, 0.0);
                }
            }
            Activation::Prelu(slopes) => {
                for (lanes, slopes) in pixel.iter_mut().zip(slopes) {
                    for (lane, slope) in lanes.iter_mut().zip(slopes) {
                        // Multiplied in any case, so that there is nothing to jump over.
                        let sloped = *lane * slope;
                        *lane = if *lane < 0.0 { sloped } else { *lane };
                    }
                }
            }
        }
    }
}
