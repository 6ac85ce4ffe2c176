//! Photos at the size at which they are shown.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "samples and places of pixels that exist in memory: products of two sides below 2^32 \
              in 64 bits, and sums of at most 2^32 samples of 8 bits"
)]

use qujat::image::Picture;

/// The picture within these sides, its proportions kept, never enlarged. Each new pixel is the mean
/// of those whose corners fall into it.
pub(super) fn shrink(picture: &Picture, (max_width, max_height): (u32, u32)) -> Picture {
    let (width, height) = (u64::from(picture.width), u64::from(picture.height));
    let (max_width, max_height) = (u64::from(max_width), u64::from(max_height));
    let (new_width, new_height) = if width <= max_width && height <= max_height {
        (width, height)
    } else if width * max_height > height * max_width {
        (max_width, (height * max_width / width).max(1))
    } else {
        ((width * max_height / height).max(1), max_height)
    };
    let mut sums = vec![[0_u64; 4]; index(new_width * new_height)];
    let rows = picture.rgb.chunks_exact(index(width * 3));
    for (row, y) in rows.zip(0_u64..) {
        let line = y * new_height / height * new_width;
        for (pixel, x) in row.chunks_exact(3).zip(0_u64..) {
            let place = line + x * new_width / width;
            if let (Some([red, green, blue, count]), [r, g, b]) =
                (sums.get_mut(index(place)), pixel)
            {
                *red += u64::from(*r);
                *green += u64::from(*g);
                *blue += u64::from(*b);
                *count += 1;
            }
        }
    }
    let mean = |[red, green, blue, count]: [u64; 4]| {
        [red, green, blue].map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
    };
    Picture::new(
        u32::try_from(new_width).unwrap_or(1),
        u32::try_from(new_height).unwrap_or(1),
        sums.into_iter().flat_map(mean).collect(),
    )
}

fn index(value: u64) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_of_pixels_and_proportions_are_kept() {
        let rgb = [[0; 3], [100; 3], [50; 3], [60; 3]].concat().repeat(2);
        let picture = Picture::new(4, 2, rgb);
        let small = shrink(&picture, (2, 2));
        assert_eq!((small.width, small.height), (2, 1));
        assert_eq!(small.rgb, [50, 50, 50, 55, 55, 55]);
        assert_eq!(shrink(&picture, (9, 9)), picture, "never enlarged");
    }

    #[test]
    fn a_side_never_vanishes() {
        let picture = Picture::new(3000, 1, vec![7; 9000]);
        let small = shrink(&picture, (30, 40));
        assert_eq!((small.width, small.height), (30, 1));
        assert_eq!(small.rgb, [7; 90]);
    }
}
