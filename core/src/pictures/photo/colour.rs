//! Colours as the eye sees them: CIELAB of sRGB, under D65.

use crate::foundation::json::record;
use crate::pictures::angle::rounded;

/// A colour in tenths of the units of CIELAB. `a` is red against green, `b` yellow against blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lab {
    pub(super) a: i32,
    pub(super) b: i32,
}

record! {
    /// The colours that skin has in a natural photo, in any shade: tenths of a* and b* of CIELAB,
    /// both ends inclusive.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) struct SkinColours {
        /// The least red.
        pub(crate) a_from: i32,
        /// The most red.
        pub(crate) a_to: i32,
        /// The least yellow.
        pub(crate) b_from: i32,
        /// The most yellow.
        pub(crate) b_to: i32,
    }
}

impl Lab {
    /// The colour of this sRGB value. `libm` computes powers and roots in software, with the same
    /// bits everywhere.
    pub(super) fn of(rgb: [u8; 3]) -> Lab {
        let [red, green, blue] = rgb.map(linear);
        // The matrix of IEC 61966-2-1, each row over the white point.
        let x = curve((0.412_4 * red + 0.357_6 * green + 0.180_5 * blue) / 0.950_5);
        let y = curve(0.212_6 * red + 0.715_2 * green + 0.072_2 * blue);
        let z = curve((0.019_3 * red + 0.119_2 * green + 0.950_5 * blue) / 1.089_0);
        Lab {
            a: rounded(5000.0 * (x - y)),
            b: rounded(2000.0 * (y - z)),
        }
    }

    /// Its colourfulness: the distance from grey.
    pub(super) fn chroma(self) -> i32 {
        distance(self.a, self.b)
    }

    /// Its distance from the colours that skin has; 0 for these.
    pub(super) fn off_skin(self, skin: &SkinColours) -> i32 {
        distance(
            outside(self.a, skin.a_from, skin.a_to),
            outside(self.b, skin.b_from, skin.b_to),
        )
    }
}

fn linear(sample: u8) -> f64 {
    let value = f64::from(sample) / 255.0;
    if value <= 0.040_45 {
        value / 12.92
    } else {
        libm::pow((value + 0.055) / 1.055, 2.4)
    }
}

fn curve(value: f64) -> f64 {
    if value > 216.0 / 24389.0 {
        libm::cbrt(value)
    } else {
        (24389.0 / 27.0 * value + 16.0) / 116.0
    }
}

/// The distance of a value from a range; the range is not trusted to have its ends in order.
fn outside(value: i32, low: i32, high: i32) -> i32 {
    value.saturating_sub(value.min(high).max(low))
}

fn distance(a: i32, b: i32) -> i32 {
    rounded(libm::sqrt(
        f64::from(a) * f64::from(a) + f64::from(b) * f64::from(b),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of CIELAB as colour science tables give them for the corners of sRGB.
    #[test]
    fn known_colours() {
        let cases = [
            ([0, 0, 0], 0, 0),
            ([255, 255, 255], 0, 0),
            ([255, 0, 0], 801, 672),
            ([0, 255, 0], -862, 832),
            ([0, 0, 255], 792, -1079),
        ];
        for (rgb, a, b) in cases {
            let lab = Lab::of(rgb);
            assert!(
                (lab.a - a).abs() <= 1 && (lab.b - b).abs() <= 1,
                "{rgb:?} {lab:?}"
            );
        }
    }

    #[test]
    fn greys_have_no_chroma() {
        for level in 0..=255 {
            assert!(Lab::of([level; 3]).chroma() <= 1, "{level}");
        }
    }

    fn skin() -> SkinColours {
        SkinColours {
            a_from: 50,
            a_to: 250,
            b_from: 50,
            b_to: 350,
        }
    }

    #[test]
    fn skin_of_every_shade_is_natural_and_other_colours_are_not() {
        // From light to dark.
        for rgb in [
            [233, 200, 180],
            [224, 188, 165],
            [190, 145, 120],
            [141, 98, 75],
            [95, 65, 52],
        ] {
            assert!(
                Lab::of(rgb).off_skin(&skin()) == 0,
                "{rgb:?} {:?}",
                Lab::of(rgb)
            );
        }
        for rgb in [[120, 200, 120], [90, 120, 220], [250, 60, 60]] {
            assert!(Lab::of(rgb).off_skin(&skin()) > 150, "{rgb:?}");
        }
        // Grey is 5 in each direction from skin.
        assert_eq!(Lab { a: 0, b: 0 }.off_skin(&skin()), 71);
    }
}
