//! Image files made for tests: pictures at the allowed maximum, and files that are traps.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "test support: a file that cannot be made is a mistake of the test"
)]

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// Colours at half the columns and rows, as most software writes them.
const HALVED: SamplingFactor = SamplingFactor::R_4_2_0;

/// The most pixels, and the most of a progressive JPEG: 5000 x 5000 and 2500 x 5000.
pub const MOST: (u16, u16) = (5000, 5000);
pub const MOST_PROGRESSIVE: (u16, u16) = (2500, 5000);

/// A JPEG of soft colours that lies on its side: its EXIF orientation is 6.
pub fn jpeg(size: (u16, u16), quality: u8, progressive: bool) -> Vec<u8> {
    encoded(size, quality, progressive, ColorType::Rgb, HALVED)
}

/// The same without colours.
pub fn grey_jpeg(size: (u16, u16), quality: u8, progressive: bool) -> Vec<u8> {
    encoded(size, quality, progressive, ColorType::Luma, HALVED)
}

fn encoded(
    size: (u16, u16),
    quality: u8,
    progressive: bool,
    colour: ColorType,
    sampling: SamplingFactor,
) -> Vec<u8> {
    let (width, height) = size;
    let channels = if colour == ColorType::Luma { 1 } else { 3 };
    let mut pixels = Vec::with_capacity(usize::from(width) * usize::from(height) * channels);
    for y in 0..usize::from(height) {
        for x in 0..usize::from(width) {
            // Slow waves with specks, for files of some bits a pixel as cameras write them.
            let wave = |place: usize| (place / 16 % 200).to_le_bytes()[0];
            let speck = scattered(y * 65_536 + x) % 48;
            let rgb = [wave(x + y) + speck, wave(y) + speck, wave(x) + speck];
            pixels.extend(&rgb[..channels]);
        }
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, quality);
    encoder.set_progressive(progressive);
    encoder.set_sampling_factor(sampling);
    let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let exif = [b"Exif\0\0".as_slice(), tiff].concat();
    encoder.add_app_segment(1, exif).unwrap();
    encoder.encode(&pixels, width, height, colour).unwrap();
    file
}

/// A JPEG of a few bytes that claims a size.
pub fn claiming(width: u16, height: u16) -> Vec<u8> {
    let mut file = jpeg((8, 8), 80, false);
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]);
    let frame = frame.unwrap();
    file[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    file[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    file
}

/// A byte without pattern for each place.
pub fn scattered(place: usize) -> u8 {
    let mixed = (place as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed.to_be_bytes()[0]
}

/// The places of the scans of a JPEG.
pub fn scans(file: &[u8]) -> Vec<usize> {
    let pairs = file.windows(2).enumerate();
    let starts = pairs.filter(|(_, pair)| *pair == [0xFF, 0xDA]);
    starts.map(|(at, _)| at).collect()
}

/// A progressive JPEG whose last scan comes again and again.
pub fn many_scans(count: usize) -> Vec<u8> {
    let file = jpeg((640, 480), 80, true);
    let (last, end) = (*scans(&file).last().unwrap(), file.len() - 2);
    let scan = file[last..end].repeat(count - scans(&file).len());
    [&file[..end], &scan, b"\xFF\xD9"].concat()
}

/// A JPEG with a segment of this kind and body as often as `bytes` allow.
pub fn many_segments(marker: u8, body: &[u8], bytes: usize) -> Vec<u8> {
    let file = jpeg((8, 8), 80, false);
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    let segment = [&[0xFF, marker], length.as_slice(), body].concat();
    let count = (bytes - file.len()) / segment.len();
    [&file[..2], &segment.repeat(count), &file[2..]].concat()
}

/// Bits, the lowest or the highest ones of each byte first.
struct Bits {
    bytes: Vec<u8>,
    count: usize,
    highest_first: bool,
}

impl Bits {
    fn new(highest_first: bool) -> Bits {
        Bits {
            bytes: Vec::new(),
            count: 0,
            highest_first,
        }
    }

    /// The lowest bits of a value: from the lowest one up, or for the highest first from above.
    fn push(&mut self, value: u32, length: usize) {
        for place in 0..length {
            if self.count.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let (from, to) = if self.highest_first {
                (length - 1 - place, 7 - self.count % 8)
            } else {
                (place, self.count % 8)
            };
            let bit = u8::try_from(value >> from & 1).unwrap();
            *self.bytes.last_mut().unwrap() |= bit << to;
            self.count += 1;
        }
    }
}

/// A zlib stream of zeros in so many blocks, each with codes of its own: one bit for a zero, one for
/// the end of the block.
pub fn many_blocks(zeros: usize, blocks: usize) -> Vec<u8> {
    let mut bits = Bits::new(false);
    for block in 0..blocks {
        bits.push(u32::from(block + 1 == blocks), 1);
        bits.push(2, 2);
        // Lengths of 257 codes for literals, and of one for distances.
        bits.push(0, 10);
        // Those are sent with 18 codes: one bit for the length 1 (a zero), one for many zeros.
        bits.push(14, 4);
        for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
            bits.push(u32::from(matches!(symbol, 1 | 18)), 3);
        }
        bits.push(0, 1);
        for many in [138, 117] {
            bits.push(1, 1);
            bits.push(many - 11, 7);
        }
        bits.push(0, 2);
        let count = zeros / blocks + usize::from(block < zeros % blocks);
        (0..count).for_each(|_| bits.push(0, 1));
        bits.push(1, 1);
    }
    let checksum = u32::try_from(zeros % 65_521).unwrap() << 16 | 1;
    [&[0x78, 1], bits.bytes.as_slice(), &checksum.to_be_bytes()].concat()
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), body].concat()
}

/// A grey picture of nothing but tables and a frame, the marker of which says whether it is
/// progressive. Codes: for the first coefficient size 0 in one bit; for the others the end of a block
/// in one bit and the end of 32767 blocks in two.
fn grey_header(marker: u8, (width, height): (u16, u16)) -> Vec<u8> {
    let [a, b] = height.to_be_bytes();
    let [c, d] = width.to_be_bytes();
    let mut counts = [0; 16];
    counts[0] = 1;
    let dc = [&[0], counts.as_slice(), &[0]].concat();
    counts[1] = 1;
    let ac = [&[0x10], counts.as_slice(), &[0, 0xE0]].concat();
    [
        vec![0xFF, 0xD8],
        segment(0xDB, &[[0].as_slice(), &[1; 64]].concat()),
        segment(marker, &[8, a, b, c, d, 1, 1, 0x11, 0]),
        segment(0xC4, &dc),
        segment(0xC4, &ac),
    ]
    .concat()
}

/// A progressive JPEG whose coefficients are all zero, and are sent bit by bit.
pub fn empty_scans(size: (u16, u16)) -> Vec<u8> {
    let blocks = usize::from(size.0).div_ceil(8) * usize::from(size.1).div_ceil(8);
    let mut file = grey_header(0xC2, size);
    let mut scan = |first: u8, last: u8, bits: u8, data: Bits| {
        file.extend(segment(0xDA, &[1, 1, 0, first, last, bits]));
        file.extend(data.bytes);
    };
    let mut first = Bits::new(true);
    (0..blocks).for_each(|_| first.push(0, 1));
    scan(0, 0, 0, first);
    for low in (0..=13_u8).rev() {
        let mut data = Bits::new(true);
        let mut left = u32::try_from(blocks).unwrap();
        while left > 0 {
            // The end of 16384 blocks, and of as many more as its fourteen bits say.
            if left >= 16_384 {
                let more = (left - 16_384).min(16_383);
                data.push(0b10, 2);
                data.push(more, 14);
                left -= 16_384 + more;
            } else {
                data.push(0, 1);
                left -= 1;
            }
        }
        let high = if low == 13 { 0 } else { low + 1 };
        scan(1, 63, high << 4 | low, stuffed(data));
    }
    file.extend([0xFF, 0xD9]);
    file
}

/// Padded with zeros; a zero behind each byte that would begin a marker.
fn stuffed(bits: Bits) -> Bits {
    let bytes = bits.bytes.iter();
    let bytes = bytes.flat_map(|byte| {
        if *byte == 0xFF {
            vec![0xFF, 0]
        } else {
            vec![*byte]
        }
    });
    Bits {
        bytes: bytes.collect(),
        ..bits
    }
}

/// A JPEG of so many bytes with a restart marker after each block, before which stand fill bytes.
pub fn filled(bytes: usize) -> Vec<u8> {
    let blocks = 128;
    let mut file = grey_header(0xC0, (8 * blocks, 8));
    file.extend(segment(0xDD, &[0, 1]));
    file.extend(segment(0xDA, &[1, 1, 0, 0, 63, 0]));
    let fill = (bytes - file.len()) / usize::from(blocks) - 4;
    for block in 0..blocks {
        file.push(0);
        if block + 1 < blocks {
            file.resize(file.len() + fill, 0xFF);
            file.push(0xD0 | u8::try_from(block % 8).unwrap());
        }
    }
    file.extend([0xFF, 0xD9]);
    file
}

/// One chunk of a PNG.
pub fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let checked = [kind.as_slice(), data].concat();
    let length = u32::try_from(data.len()).unwrap();
    let checksum = crc32fast::hash(&checked);
    [
        &length.to_be_bytes(),
        checked.as_slice(),
        &checksum.to_be_bytes(),
    ]
    .concat()
}

/// A zlib stream of `count` bytes that repeat.
pub fn zlib(count: usize, byte: impl Fn(usize) -> u8) -> Vec<u8> {
    let data: Vec<u8> = (0..count).map(byte).collect();
    miniz_oxide::deflate::compress_to_vec_zlib(&data, 6)
}

/// A PNG from its parts.
pub fn png(size: (u32, u32), kind: [u8; 3], before: &[u8], data: &[u8]) -> Vec<u8> {
    let [depth, colour, interlaced] = kind;
    let kind = [depth, colour, 0, 0, interlaced];
    let header = [
        &size.0.to_be_bytes(),
        &size.1.to_be_bytes(),
        kind.as_slice(),
    ]
    .concat();
    [
        PNG_SIGNATURE,
        &chunk(*b"IHDR", &header),
        before,
        &chunk(*b"IDAT", data),
        &chunk(*b"IEND", &[]),
    ]
    .concat()
}

/// The orientation 6 as a chunk of PNG.
pub fn on_its_side() -> Vec<u8> {
    let tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    chunk(*b"eXIf", tiff)
}

/// Small pictures of every kind, with their names: sides around the widths of vector registers,
/// every sampling, colour type, depth and interlacing.
pub fn all_kinds() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let sides = [1, 7, 8, 15, 16, 17, 31, 33, 64, 129];
    let samplings = [
        SamplingFactor::R_4_4_4,
        SamplingFactor::R_4_2_2,
        SamplingFactor::R_4_4_0,
        HALVED,
    ];
    for width in sides {
        for height in [1, 9, 16, 50] {
            for progressive in [false, true] {
                let name = format!("{width}x{height}-{progressive}");
                let size = (width, height);
                let grey = grey_jpeg(size, 80, progressive);
                files.push((format!("{name}-grey.jpg"), grey));
                for sampling in samplings {
                    let file = encoded(size, 80, progressive, ColorType::Rgb, sampling);
                    files.push((format!("{name}-{sampling:?}.jpg"), file));
                }
            }
            let size = (u32::from(width), u32::from(height));
            files.extend(png_kinds(size));
        }
    }
    files
}

/// A PNG of each colour type, depth and interlacing.
fn png_kinds(size: (u32, u32)) -> Vec<(String, Vec<u8>)> {
    let kinds = [
        (0, 1, [1, 2, 4, 8, 16].as_slice()),
        (2, 3, &[8, 16]),
        (3, 1, &[1, 2, 4, 8]),
        (4, 2, &[8, 16]),
        (6, 4, &[8, 16]),
    ];
    let mut files = Vec::new();
    for (colour, samples, depths) in kinds {
        for depth in depths {
            for interlaced in [0, 1] {
                let bits = samples * usize::from(*depth);
                let data = rows(size, bits, interlaced == 1);
                let mut before = on_its_side();
                if colour == 3 {
                    let palette: Vec<u8> = (0..3 << depth).map(scattered).collect();
                    before.extend(chunk(*b"PLTE", &palette));
                }
                let name = format!("{}x{}-{colour}-{depth}-{interlaced}.png", size.0, size.1);
                let kind = [*depth, colour, interlaced];
                files.push((name, png(size, kind, &before, &data)));
            }
        }
    }
    files
}

/// The compressed rows of a picture without pattern, with each filter in turn.
fn rows(size: (u32, u32), bits: usize, interlaced: bool) -> Vec<u8> {
    let adam7 = [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];
    let passes = if interlaced {
        adam7.as_slice()
    } else {
        &[(0, 0, 1, 1)]
    };
    let mut rows = Vec::new();
    for (x, y, across, down) in passes {
        let columns = (*x..size.0).step_by(*across).count();
        let lines = (*y..size.1).step_by(*down).filter(|_| columns > 0);
        for (line, filter) in lines.zip((0..5).cycle()) {
            rows.push(filter);
            let bytes = (columns * bits).div_ceil(8);
            rows.extend((0..bytes).map(|place| scattered((line as usize) << 16 | place)));
        }
    }
    zlib(rows.len(), |place| rows[place])
}
