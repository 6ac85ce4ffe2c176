//! The networks as they are shipped, and finding drawn faces with them. `evaluation` measures the
//! search for people.

#[cfg(face_evaluation)]
mod evaluation;

use super::detector::Detector;
use super::landmark_network::LandmarkNetwork;
use super::weights::Network;
use super::*;

/// Pixels that are the same everywhere, with gradients, edges and noise.
fn synthetic(side: usize) -> Vec<[u8; 3]> {
    let pixel = |index: usize| {
        let (x, y) = (index % side, index / side);
        let noise = (index * 2_654_435_761) >> 7;
        [x * 255 / side, (x * y) >> 4, noise].map(|sample| u8::try_from(sample & 255).unwrap())
    };
    (0..side * side).map(pixel).collect()
}

/// The checksum of the bits of numbers.
fn hash<'n>(numbers: impl IntoIterator<Item = &'n f32>) -> u32 {
    let bytes: Vec<u8> = numbers
        .into_iter()
        .flat_map(|number| number.to_le_bytes())
        .collect();
    crc32fast::hash(&bytes)
}

#[test]
fn the_outputs_of_the_networks_are_the_same_bits_everywhere() {
    let output = Detector::shipped().unwrap().run(&synthetic(128));
    assert_eq!((output.scores.len(), output.numbers.len()), (896, 896 * 16));
    let detector = (hash(&output.scores), hash(&output.numbers));
    let output = LandmarkNetwork::shipped().unwrap().run(&synthetic(192));
    assert_eq!(output.points.len(), 468 * 3);
    let landmarks = (hash(&output.points), hash(&[output.presence]));
    assert_eq!(
        (detector, landmarks),
        ((2_495_036_307, 602_651_170), (2_595_463_887, 3_386_109_716))
    );
}

#[test]
fn a_broken_weights_file_is_noticed() {
    for file in [
        &include_bytes!("../../../data/face/detector.bin")[..],
        include_bytes!("../../../data/face/landmarks.bin"),
    ] {
        assert!(Network::read(file).is_some());
        assert!(Network::read(&file[..file.len() - 1]).is_none());
        for place in (0..file.len()).step_by(file.len() / 50) {
            let mut broken = file.to_vec();
            broken[place] ^= 0x10;
            assert!(Network::read(&broken).is_none(), "changed at {place}");
        }
    }
}

/// A drawn head with its middle at a place; one unit of it has `scale` tenths of a pixel.
struct Head {
    x: i64,
    y: i64,
    scale: i64,
}

/// Middle, radii and colour of an ellipse of a drawn head, in its units.
type Ellipse = ([i64; 2], [i64; 2], [u8; 3]);

/// Hair, neck, shoulders, face; eyes, brows, nose, mouth.
const HEAD: [Ellipse; 15] = [
    ([0, -20], [62, 70], [60, 45, 35]),
    ([0, 95], [26, 60], [195, 150, 125]),
    ([0, 190], [120, 80], [70, 80, 110]),
    ([0, 0], [50, 68], [220, 175, 150]),
    ([-21, -12], [11, 6], [245, 245, 240]),
    ([21, -12], [11, 6], [245, 245, 240]),
    ([-21, -12], [5, 5], [60, 40, 30]),
    ([21, -12], [5, 5], [60, 40, 30]),
    ([-21, -26], [13, 3], [70, 50, 40]),
    ([21, -26], [13, 3], [70, 50, 40]),
    ([-6, 20], [4, 3], [150, 100, 85]),
    ([6, 20], [4, 3], [150, 100, 85]),
    ([0, 8], [6, 14], [205, 160, 135]),
    ([0, 38], [18, 6], [170, 80, 80]),
    ([0, 38], [14, 1], [90, 40, 40]),
];

fn drawn(width: u32, height: u32, heads: &[Head]) -> Raster {
    let colour = |x: i64, y: i64| {
        let mut colour = [200, 205, 210];
        for head in heads {
            for ([dx, dy], [rx, ry], paint) in HEAD {
                // All in tenths of a pixel.
                let (x, y) = (10 * (x - head.x) + 5, 10 * (y - head.y) + 5);
                let (x, y) = (x - dx * head.scale, y - dy * head.scale);
                let (rx, ry) = (rx * head.scale, ry * head.scale);
                if x * x * ry * ry + y * y * rx * rx <= rx * rx * ry * ry {
                    colour = paint;
                }
            }
        }
        colour
    };
    let places = (0..i64::from(height)).flat_map(|y| (0..i64::from(width)).map(move |x| (x, y)));
    let pixels = places.flat_map(|(x, y)| colour(x, y)).collect();
    Raster::new(width, height, pixels).unwrap()
}

/// The distance of two points, in 16ths of a pixel.
fn distance(one: Landmark, other: Landmark) -> i32 {
    let (x, y) = (one.x - other.x, one.y - other.y);
    (x * x + y * y).isqrt()
}

#[test]
fn a_drawn_face_is_found_where_it_is() {
    for (width, height, x, y, scale) in [
        (600, 800, 300, 380, 30),
        (450, 900, 240, 300, 20),
        (800, 600, 250, 250, 18),
    ] {
        let head = Head {
            x: i64::from(x),
            y: i64::from(y),
            scale,
        };
        let faces = find(&drawn(width, height, &[head])).unwrap();
        let [face] = &faces[..] else {
            panic!("{} faces", faces.len());
        };
        let scale = i32::try_from(scale).unwrap();
        // The eyes are 42 units apart, a unit has scale / 10 pixels, a pixel 16 parts.
        let eye_distance = 42 * scale * 16 / 10;
        let eye = |side: i32| Landmark {
            x: 16 * x + 16 * side * 21 * scale / 10,
            y: 16 * y - 16 * 12 * scale / 10,
            z: 0,
        };
        let [right, left, ..] = face.key_points;
        let mesh = face.mesh.as_ref().unwrap();
        let [right_eye, left_eye] = mesh.eyes().map(|eye| eye.centre());
        for (found, drawn) in [
            (right, eye(-1)),
            (left, eye(1)),
            (right_eye, eye(-1)),
            (left_eye, eye(1)),
        ] {
            let error = distance(found, drawn);
            assert!(10 * error < eye_distance, "{found:?} for {drawn:?}");
        }
        assert!(face.score_permille >= 700);
        assert!(face.left < right.x && left.x < face.right);
        assert_in_order(mesh);
    }
}

/// Asserts that the named points of an upright face lie as they do in a face.
fn assert_in_order(mesh: &Mesh) {
    let ascending = |values: &[i32]| assert!(values.is_sorted(), "{values:?}");
    let [right, left] = mesh.eyes();
    let [right_brow, left_brow] = mesh.eyebrows();
    let [right_cheek, left_cheek] = mesh.cheeks();
    let [right_corner, left_corner] = mesh.mouth_corners();
    let [right_side, left_side] = mesh.sides();
    let [outer_upper, outer_lower] = mesh.outer_lips();
    let [inner_upper, inner_lower] = mesh.inner_lips();
    let nose = mesh.nose();
    // From left to right.
    let [right_upper, left_upper] = [right.upper, left.upper].map(|lid| lid.map(|point| point.x));
    ascending(&[
        right_side.x,
        right.outer.x,
        right_upper[0],
        right_upper[2],
        right.inner.x,
    ]);
    ascending(&[right.inner.x, nose.x, left.inner.x]);
    ascending(&[
        left.inner.x,
        left_upper[2],
        left_upper[0],
        left.outer.x,
        left_side.x,
    ]);
    ascending(&[right_corner.x, inner_upper.x, left_corner.x]);
    ascending(&[right_cheek.x, nose.x, left_cheek.x]);
    // From top to bottom.
    for (brow, eye) in [(right_brow, right), (left_brow, left)] {
        ascending(&[mesh.forehead().y, brow[2].y, eye.upper[1].y, eye.lower[1].y]);
        ascending(&[eye.centre().y, nose.y, outer_upper.y, inner_upper.y]);
        ascending(&[
            eye.centre().y,
            right_cheek.y.min(left_cheek.y),
            mesh.chin().y,
        ]);
    }
    ascending(&[inner_upper.y, inner_lower.y, outer_lower.y, mesh.chin().y]);
    // The outline goes around all of it, and the nose stands out.
    let flat = |point: Landmark| Landmark { z: 0, ..point };
    let outline = mesh.outline();
    assert_eq!(outline[0], flat(mesh.forehead()));
    assert_eq!(outline[18], flat(mesh.chin()));
    assert_eq!(outline[8], flat(left_side));
    assert_eq!(outline[28], flat(right_side));
    assert!(mesh.sides().iter().all(|side| nose.z < side.z));
    assert_eq!(mesh.points().len(), 468);
}

#[test]
fn several_faces_come_by_size() {
    let heads = [
        Head {
            x: 150,
            y: 180,
            scale: 10,
        },
        Head {
            x: 480,
            y: 200,
            scale: 16,
        },
    ];
    let faces = find(&drawn(700, 500, &heads)).unwrap();
    let middles: Vec<i32> = faces
        .iter()
        .map(|face| (face.left + face.right) / 32)
        .collect();
    assert_eq!(middles.len(), 2, "{middles:?}");
    assert!((460..500).contains(&middles[0]), "{middles:?}");
    assert!((130..170).contains(&middles[1]), "{middles:?}");
    assert!(faces[0].mesh.is_some() && faces[1].mesh.is_none());
}

#[test]
fn a_small_face_is_found_where_there_is_no_larger_one() {
    let head = Head {
        x: 420,
        y: 300,
        scale: 5,
    };
    let faces = find(&drawn(600, 800, &[head])).unwrap();
    let [face] = &faces[..] else {
        panic!("{} faces", faces.len());
    };
    assert!(
        face.left < 16 * 420 && 16 * 420 < face.right,
        "{}, {}",
        face.left,
        face.right
    );
    assert!(face.right - face.left < 16 * 100);
}

#[test]
fn where_nobody_is_nobody_is_found() {
    for (width, height, grey) in [(1, 1, 0), (1, 900, 255), (600, 800, 128)] {
        let samples = vec![grey; width as usize * height as usize * 3];
        let picture = Raster::new(width, height, samples).unwrap();
        assert!(find(&picture).unwrap().is_empty(), "{width}x{height}");
    }
    let noise = Raster::new(300, 300, synthetic(300).concat()).unwrap();
    assert!(find(&noise).unwrap().is_empty());
}
