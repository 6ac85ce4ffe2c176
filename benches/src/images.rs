//! Photos and signature samples: those of the vectors, which `scripts/setup.sh photos` makes.

use std::hint::black_box;

use qujat::{AssessmentRequest, Rulebook};

use crate::inputs::{Inputs, file};
use crate::{Measure, Row};

/// Measures what is done with images; `large` is a photo of 1200×1600, if there is one.
pub fn images(inputs: &Inputs, large: Option<&[u8]>, measure: &mut impl Measure) {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let on = inputs.today;
    let of_vectors = |path: &str| file(&format!("core/vectors/images/{path}"));
    let photo = of_vectors("photos/good.jpg");
    let sample = of_vectors("signatures/signature-3.jpg");
    measure.measure(
        Row::new("photo-inspect", "a photo of 600×800: what the file is"),
        || rules.inspect_image(black_box(&photo), on),
    );
    measure.measure(
        Row::new("photo-decode", "a photo of 600×800 decoded"),
        || rules.decode_image(black_box(&photo), on),
    );
    measure.measure(
        Row::new(
            "photo-report",
            "the report on a photo of 600×800, with its face",
        )
        .target(15e6),
        || rules.check_photo(black_box(&photo), on),
    );
    if let Some(large) = large {
        measure.measure(
            Row::new("photo-large-decode", "a photo of 1200×1600 decoded").target(8e6),
            || rules.decode_image(black_box(large), on),
        );
        measure.measure(
            Row::new(
                "photo-large-report",
                "the report on a photo of 1200×1600, with its face",
            )
            .target(35e6),
            || rules.check_photo(black_box(large), on),
        );
    }
    measure.measure(
        Row::new("signature-report", "the report on a signature sample"),
        || rules.check_signature(black_box(&sample), on),
    );
    measure.measure(
        Row::new("signature-picture", "a signature as the card needs it"),
        || rules.normalise_signature(black_box(&sample), on),
    );
    let request = AssessmentRequest::new(&inputs.form, on)
        .with_register(&inputs.register)
        .with_centres(&inputs.centres)
        .with_photo(photo.as_slice())
        .with_signature(sample.as_slice());
    measure.measure(
        Row::new(
            "assess-images",
            "the assessment with register, pickup, photo and signature",
        ),
        || rules.assess(black_box(&request)),
    );
}
