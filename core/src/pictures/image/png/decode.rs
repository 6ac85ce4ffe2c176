//! The pixels of a PNG, as 8-bit RGB on white.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, DecodingError, InterlaceInfo, Limits, Transformations};

/// The data cannot be decoded to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    Cut,
    Damaged,
}

/// The decoder's allowance beyond the rows of the widest picture: far more than it needs.
const MOST_BYTES: usize = 8 << 20;

/// Decodes a file of nothing but IHDR, PLTE, tRNS, IDAT and IEND. Of 16 bits the upper 8 are taken;
/// transparent pixels are laid on white.
pub(super) fn pixels(file: Vec<u8>, width: u32, height: u32) -> Result<Vec<u8>, Broken> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MOST_BYTES });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.ignore_checksums(false);
    let mut reader = decoder.read_info().map_err(broken)?;
    let colour = match reader.output_color_type() {
        (colour, BitDepth::Eight) => colour,
        _ => return Err(Broken::Damaged),
    };
    let stride = (width as usize).checked_mul(3).ok_or(Broken::Damaged)?;
    let size = stride.checked_mul(height as usize).ok_or(Broken::Damaged)?;
    let mut pixels = vec![0; size];
    let mut line = Vec::with_capacity(stride);
    let mut next = 0_usize;
    while let Some(row) = reader.next_interlaced_row().map_err(broken)? {
        line.clear();
        on_white(row.data(), colour, &mut line)?;
        match row.interlace() {
            InterlaceInfo::Null(_) => {
                let end = next.saturating_add(stride);
                let target = pixels.get_mut(next..end).ok_or(Broken::Damaged)?;
                let line = line.get(..stride).ok_or(Broken::Damaged)?;
                target.copy_from_slice(line);
                next = end;
            }
            InterlaceInfo::Adam7(place) => {
                png::expand_interlaced_row(&mut pixels, stride, &line, place, 24);
            }
        }
    }
    reader.finish().map_err(broken)?;
    Ok(pixels)
}

fn broken(error: DecodingError) -> Broken {
    match error {
        DecodingError::IoError(_) => Broken::Cut,
        _ => Broken::Damaged,
    }
}

/// Adds a row in RGB, its transparent pixels on white.
fn on_white(row: &[u8], colour: ColorType, line: &mut Vec<u8>) -> Result<(), Broken> {
    match colour {
        ColorType::Grayscale => line.extend(row.iter().flat_map(|grey| [*grey; 3])),
        ColorType::GrayscaleAlpha => {
            let pixels = row.as_chunks().0.iter();
            line.extend(pixels.flat_map(|[grey, alpha]| [over(*grey, *alpha); 3]));
        }
        ColorType::Rgb => line.extend(row),
        ColorType::Rgba => {
            let pixels = row.as_chunks().0.iter();
            line.extend(pixels.flat_map(|[red, green, blue, alpha]| {
                [red, green, blue].map(|sample| over(*sample, *alpha))
            }));
        }
        ColorType::Indexed => return Err(Broken::Damaged),
    }
    Ok(())
}

/// A sample on white, rounded to the nearest.
#[allow(
    clippy::arithmetic_side_effects,
    reason = "the inner loop: no product exceeds 255 x 255"
)]
fn over(sample: u8, alpha: u8) -> u8 {
    let (sample, alpha) = (u32::from(sample), u32::from(alpha));
    let sum = sample * alpha + 255 * (255 - alpha);
    u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::over;

    #[test]
    fn alpha_mixes_with_white() {
        assert_eq!(over(0, 0), 255);
        assert_eq!(over(0, 255), 0);
        assert_eq!(over(255, 77), 255);
        assert_eq!(over(0, 128), 127);
        assert_eq!(over(100, 51), 224);
    }
}
