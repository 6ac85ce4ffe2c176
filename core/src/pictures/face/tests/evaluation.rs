//! The quality of the search for faces, on the pictures that `scripts/face/face_set.py` makes. Run
//! by `make face-evaluation`, which needs the network; so these are no ordinary tests.
#![allow(
    clippy::disallowed_methods,
    reason = "reads the pictures that were made for it"
)]

use std::collections::BTreeMap;
use std::fs;

use super::super::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../build/face-set");

/// A picture of the set.
struct Case {
    kind: String,
    /// The centres of the right and the left eye in pixels, if there is a face.
    eyes: Option<[f64; 4]>,
    faces: Vec<FoundFace>,
}

/// The figures of a kind of pictures, or of all.
#[derive(Default)]
struct Figures {
    pictures: usize,
    found: usize,
    meshes: usize,
    /// The larger error of both eyes, in thousandths of the distance between them: by the detector,
    /// and by the landmarks.
    detector: Vec<u32>,
    landmarks: Vec<u32>,
}

fn cases() -> Vec<Case> {
    let list = fs::read_to_string(format!("{FOLDER}/set.tsv")).unwrap();
    let case = |line: &str| {
        let mut fields = line.split('\t');
        let name = fields.next().unwrap();
        let kind = fields.next().unwrap().to_owned();
        let eyes: Vec<f64> = fields.map(|field| field.parse().unwrap()).collect();
        let file = fs::File::open(format!("{FOLDER}/{name}")).unwrap();
        let mut reader = png::Decoder::new(std::io::BufReader::new(file))
            .read_info()
            .unwrap();
        let mut samples = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut samples).unwrap();
        let picture = Raster::new(info.width, info.height, samples).unwrap();
        Case {
            kind,
            eyes: eyes.try_into().ok(),
            faces: find(&picture).unwrap(),
        }
    };
    list.lines().map(case).collect()
}

/// The distance of the eyes from their marks.
fn error(found: [Landmark; 2], marked: [f64; 4]) -> u32 {
    let [right_x, right_y, left_x, left_y] = marked;
    let distance = (right_x - left_x).hypot(right_y - left_y);
    let [right, left] = found.map(|point| [point.x, point.y].map(|place| f64::from(place) / 16.0));
    let errors = [
        (right[0] - right_x).hypot(right[1] - right_y),
        (left[0] - left_x).hypot(left[1] - left_y),
    ];
    let larger = errors[0].max(errors[1]) / distance;
    format!("{:.0}", 1000.0 * larger).parse().unwrap()
}

impl Figures {
    fn add(&mut self, case: &Case) {
        self.pictures += 1;
        let (Some(eyes), [face]) = (case.eyes, &case.faces[..]) else {
            return;
        };
        let [right, left, ..] = face.key_points;
        let by_detector = error([right, left], eyes);
        // Elsewhere it is another thing that looks like a face.
        if by_detector >= 500 {
            return;
        }
        self.found += 1;
        self.detector.push(by_detector);
        if let Some(mesh) = &face.mesh {
            self.meshes += 1;
            let centres = mesh.eyes().map(|eye| eye.centre());
            self.landmarks.push(error(centres, eyes));
        }
    }

    fn print(&self, kind: &str) {
        let list = |errors: &[u32]| {
            let errors: Vec<String> = errors.iter().map(|error| thousandths(*error)).collect();
            errors.join(", ")
        };
        let (detector, landmarks) = (list(&self.detector), list(&self.landmarks));
        let (found, pictures) = (self.found, self.pictures);
        println!("| {kind} | {found} of {pictures} | {detector} | {landmarks} |");
    }
}

/// The middle one, and the largest.
fn median_and_largest(errors: &mut [u32]) -> [u32; 2] {
    errors.sort_unstable();
    [errors[errors.len() / 2], errors[errors.len() - 1]]
}

fn thousandths(error: u32) -> String {
    format!("0.{error:03}")
}

#[test]
fn faces_are_found_and_nothing_else_is() {
    let cases = cases();
    let mut kinds: BTreeMap<&str, Figures> = BTreeMap::new();
    let mut all = Figures::default();
    let (mut without, mut wrong) = (0, 0);
    for case in &cases {
        if case.eyes.is_some() {
            kinds.entry(&case.kind).or_default().add(case);
            all.add(case);
        } else {
            without += 1;
            wrong += usize::from(!case.faces.is_empty());
        }
    }
    println!("| distortion | found | error of the detector | error of the landmarks |");
    println!("|---|---|---|---|");
    for (kind, figures) in &kinds {
        figures.print(kind);
    }
    println!("faces found: {} of {}", all.found, all.pictures);
    println!("pictures without a face in which one was found: {wrong} of {without}");
    let landmarks = median_and_largest(&mut all.landmarks);
    for (errors, name) in [
        (median_and_largest(&mut all.detector), "detector"),
        (landmarks, "landmarks"),
    ] {
        let [median, largest] = errors.map(thousandths);
        println!("error of the {name}: median {median}, largest {largest}");
    }
    assert!(all.pictures >= 24 && without >= 90, "the set is incomplete");
    assert!(100 * all.found >= 98 * all.pictures, "faces are missed");
    assert_eq!(all.meshes, all.found, "landmarks are missed");
    assert!(100 * wrong <= 2 * without, "faces where there are none");
    assert!(landmarks[0] <= 50, "eyes are misplaced");
}
