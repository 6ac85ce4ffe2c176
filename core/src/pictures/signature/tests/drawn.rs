//! Pictures that are drawn for the tests.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "places in pictures of a few hundred pixels"
)]

use crate::pictures::image::encode_png_grey;

/// A sheet of paper and the ink on it, before it is photographed.
#[derive(Clone)]
pub(super) struct Page {
    width: u32,
    height: u32,
    /// The light on the paper.
    paper: Vec<f64>,
    /// The share of each pixel that is covered with ink.
    ink: Vec<f64>,
    ink_level: f64,
}

impl Page {
    pub(super) fn white(width: u32, height: u32) -> Page {
        let area = (width * height) as usize;
        Page {
            width,
            height,
            paper: vec![255.0; area],
            ink: vec![0.0; area],
            ink_level: 0.0,
        }
    }

    pub(super) fn of_levels(width: u32, height: u32, levels: &[u8]) -> Page {
        let mut page = Page::white(width, height);
        page.paper = levels.iter().copied().map(f64::from).collect();
        page
    }

    pub(super) fn inked(&mut self, level: f64) {
        self.ink_level = level;
    }

    /// Grey paper whose light changes by so many levels in a direction.
    pub(super) fn lit(&mut self, change: f64, direction: f64) {
        let (sine, cosine) = (libm::sin(direction), libm::cos(direction));
        for y in 0..self.height {
            for x in 0..self.width {
                let across = f64::from(x) / f64::from(self.width) - 0.5;
                let down = f64::from(y) / f64::from(self.height) - 0.5;
                let light = 235.0 - change / 2.0 + change * (across * cosine + down * sine);
                self.paper[(y * self.width + x) as usize] = light;
            }
        }
    }

    /// Noise of this standard deviation, by the sum of twelve even numbers.
    pub(super) fn noisy(&mut self, deviation: f64, seed: u64) {
        let mut random = Random(seed);
        for light in &mut self.paper {
            let sum: f64 = (0..12).map(|_| random.part()).sum();
            *light += deviation * (sum - 6.0);
        }
    }

    fn cover(&mut self, x: i64, y: i64, share: f64) {
        let inside = (0..i64::from(self.width)).contains(&x);
        if inside && (0..i64::from(self.height)).contains(&y) {
            let place = (y * i64::from(self.width) + x) as usize;
            self.ink[place] = self.ink[place].max(share.clamp(0.0, 1.0));
        }
    }

    pub(super) fn dot(&mut self, x: f64, y: f64, radius: f64) {
        let reach = radius as i64 + 2;
        for row in y as i64 - reach..=y as i64 + reach {
            for column in x as i64 - reach..=x as i64 + reach {
                let (right, down) = (column as f64 + 0.5 - x, row as f64 + 0.5 - y);
                let away = libm::sqrt(right * right + down * down);
                self.cover(column, row, radius + 0.5 - away);
            }
        }
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), radius: f64) {
        let length = libm::sqrt((to.0 - from.0).powi(2) + (to.1 - from.1).powi(2));
        let steps = (length * 1.5) as u32 + 1;
        for step in 0..=steps {
            let part = f64::from(step) / f64::from(steps);
            let along = |from: f64, to: f64| from + (to - from) * part;
            self.dot(along(from.0, to.0), along(from.1, to.1), radius);
        }
    }

    /// A filled rectangle; right and bottom are exclusive.
    pub(super) fn block(&mut self, left: u32, top: u32, right: u32, bottom: u32, level: f64) {
        self.ink_level = level;
        for y in top..bottom {
            for x in left..right {
                self.cover(x.into(), y.into(), 1.0);
            }
        }
    }

    /// The page as a part of a larger white one.
    pub(super) fn on_white(&self, width: u32, height: u32, left: u32, top: u32) -> Page {
        let mut page = Page::white(width, height);
        for y in 0..self.height {
            for x in 0..self.width {
                let share = self.ink[(y * self.width + x) as usize];
                page.cover((x + left).into(), (y + top).into(), share);
            }
        }
        page
    }

    /// Each pixel as a square of pixels.
    pub(super) fn enlarged(&self, factor: u32) -> Page {
        let mut page = Page::white(self.width * factor, self.height * factor);
        let levels = self.levels();
        for y in 0..page.height {
            for x in 0..page.width {
                let from = (y / factor * self.width + x / factor) as usize;
                page.paper[(y * page.width + x) as usize] = f64::from(levels[from]);
            }
        }
        page
    }

    fn levels(&self) -> Vec<u8> {
        let pixels = self.paper.iter().zip(&self.ink);
        let level = |(paper, ink): (&f64, &f64)| {
            let mixed = paper * (1.0 - ink) + self.ink_level.min(*paper) * ink;
            libm::round(mixed.clamp(0.0, 255.0)) as u8
        };
        pixels.map(level).collect()
    }
}

pub(super) fn png(page: &Page) -> Vec<u8> {
    encode_png_grey(page.width, page.height, &page.levels())
}

pub(super) fn jpeg(page: &Page, quality: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let (width, height) = (page.width as u16, page.height as u16);
    jpeg_encoder::Encoder::new(&mut file, quality)
        .encode(&page.levels(), width, height, jpeg_encoder::ColorType::Luma)
        .unwrap();
    file
}

/// The black ink of a page with an alpha channel: on transparent black, or with the paper as opaque
/// white.
pub(super) fn rgba(page: &Page, transparent: bool) -> Vec<u8> {
    let pixels = page.levels().into_iter().flat_map(|level| {
        if transparent {
            [0, 0, 0, 255 - level]
        } else {
            [level, level, level, 255]
        }
    });
    let pixels: Vec<u8> = pixels.collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, page.width, page.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    file
}

/// A drawn signature: a main stroke of loops, and by the seed an underline and a dot.
pub(super) fn signature(seed: u64, width: u32, height: u32) -> Page {
    let mut random = Random(seed.wrapping_mul(977) + 5);
    let mut page = Page::white(width, height);
    let (w, h) = (f64::from(width), f64::from(height));
    let radius = h / 200.0 * random.between(1.2, 2.8) + 0.2;
    let loops = 5 + (random.part() * 6.0) as u32;
    let (left, right) = (w * random.between(0.08, 0.2), w * random.between(0.7, 0.9));
    let swing = h * random.between(0.16, 0.28);
    let corners: Vec<(f64, f64)> = (0..=loops)
        .map(|index| {
            let x = left + (right - left) * f64::from(index) / f64::from(loops);
            let side = if index % 2 == 0 { 1.0 } else { -1.0 };
            let y = h / 2.0 + side * swing * random.between(0.5, 1.2);
            (x + w * random.between(-0.02, 0.02), y)
        })
        .collect();
    for corners in corners.windows(3) {
        // A quadratic Bezier from the middle of one side to that of the next.
        let middle =
            |a: (f64, f64), b: (f64, f64)| (f64::midpoint(a.0, b.0), f64::midpoint(a.1, b.1));
        let (from, to) = (
            middle(corners[0], corners[1]),
            middle(corners[1], corners[2]),
        );
        let mut last = from;
        for step in 1..=12_u32 {
            let t = f64::from(step) / 12.0;
            let along = |a: f64, b: f64, c: f64| {
                a * (1.0 - t) * (1.0 - t) + 2.0 * b * t * (1.0 - t) + c * t * t
            };
            let next = (
                along(from.0, corners[1].0, to.0),
                along(from.1, corners[1].1, to.1),
            );
            page.line(last, next, radius * random.between(0.85, 1.15));
            last = next;
        }
    }
    if random.part() < 0.6 {
        let y = h * random.between(0.68, 0.8);
        page.line((left, y), (right, y - h * random.between(0.0, 0.1)), radius);
    }
    if random.part() < 0.5 {
        page.dot(w / 2.0, h * 0.2, radius * 1.5);
    }
    page
}

/// A picture with many greys in soft and hard areas, as photographs have.
pub(super) fn photograph(seed: u64, width: u32, height: u32) -> Page {
    let mut random = Random(seed);
    let mut page = Page::white(width, height);
    let (w, h) = (f64::from(width), f64::from(height));
    page.paper.fill(150.0);
    for _ in 0..70 {
        let (x, y) = (random.between(0.0, w), random.between(0.0, h));
        let (wide, high) = (
            random.between(0.02, 0.12) * w,
            random.between(0.02, 0.2) * h,
        );
        let (level, soft) = (random.between(0.0, 255.0), random.part() < 0.5);
        for row in 0..height {
            for column in 0..width {
                let (right, down) = ((f64::from(column) - x) / wide, (f64::from(row) - y) / high);
                let away = right * right + down * down;
                let share = if soft {
                    1.0 - away
                } else {
                    f64::from(u8::from(away < 1.0))
                };
                let light = &mut page.paper[(row * width + column) as usize];
                *light += (level - *light) * share.max(0.0);
            }
        }
    }
    page.noisy(2.0, seed);
    page
}

/// Rows of small signs, each of a few strokes.
pub(super) fn printed_text(seed: u64, width: u32, height: u32) -> Page {
    let mut random = Random(seed);
    let mut page = Page::white(width, height);
    page.inked(20.0);
    for row in 0..height / 22 - 1 {
        for column in 0..width / 11 - 3 {
            if random.part() < 0.15 {
                continue;
            }
            let (x, y) = (
                f64::from(column) * 11.0 + 18.0,
                f64::from(row) * 22.0 + 18.0,
            );
            let mut from = (x + random.between(0.0, 6.0), y + random.between(0.0, 9.0));
            for _ in 0..3 {
                let to = (x + random.between(0.0, 6.0), y + random.between(0.0, 9.0));
                page.line(from, to, 0.8);
                from = to;
            }
        }
    }
    page
}

/// Pseudo-random numbers with a seed: splitmix64.
pub(super) struct Random(pub(super) u64);

impl Random {
    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }

    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.part()
    }
}
