//! The questions that a good team would ask of a picture by hand: it is decoded, and its colours
//! are summed up.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

pub struct Statistics {
    pub width: usize,
    pub height: usize,
    /// Of red, green and blue.
    pub means: [f64; 3],
    pub deviations: [f64; 3],
}

/// Of a JPEG file.
pub fn statistics(file: &[u8]) -> Statistics {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(file), options);
    let rgb = decoder.decode().unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    let (mut sums, mut squares) = ([0_u64; 3], [0_u64; 3]);
    for pixel in rgb.chunks_exact(3) {
        for (channel, value) in pixel.iter().enumerate() {
            let value = u64::from(*value);
            sums[channel] += value;
            squares[channel] += value * value;
        }
    }
    let pixels = (width * height) as f64;
    let means = sums.map(|sum| sum as f64 / pixels);
    let mut deviations = squares.map(|sum| sum as f64 / pixels);
    for (deviation, mean) in deviations.iter_mut().zip(means) {
        *deviation = (*deviation - mean * mean).sqrt();
    }
    Statistics {
        width,
        height,
        means,
        deviations,
    }
}
