//! EXIF: the orientation, and the tags that tell of persons. Nothing else is read.

use std::collections::BTreeSet;

use super::file::PersonalMetadata;

/// The contents of a block of EXIF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exif {
    /// 1 to 8; 1 if the block does not say, or says nonsense.
    pub(super) orientation: u32,
    pub(super) personal: BTreeSet<PersonalMetadata>,
}

const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const ENTRY: usize = 12;

/// Reads a block, which begins with its byte order. A value that cannot be read is left out: a
/// block is metadata, and a file is not refused for it.
pub(super) fn read(tiff: &[u8]) -> Exif {
    let mut exif = Exif {
        orientation: 1,
        personal: BTreeSet::new(),
    };
    let Some(tiff) = Tiff::new(tiff) else {
        return exif;
    };
    let Some(main) = tiff.long(4) else {
        return exif;
    };
    // Each directory is read once, so that the work is bounded by the block's length.
    let mut camera = None;
    for entry in tiff.entries(main) {
        match entry.tag {
            ORIENTATION => exif.orientation = entry.orientation(&tiff),
            EXIF_DIRECTORY => camera = tiff.long(entry.value),
            GPS_DIRECTORY => drop(exif.personal.insert(PersonalMetadata::Gps)),
            tag => exif.personal.extend(personal(tag)),
        }
    }
    if let Some(camera) = camera {
        let tags = tiff.entries(camera).map(|entry| entry.tag);
        exif.personal.extend(tags.filter_map(personal));
    }
    if tiff.next_directory(main).is_some_and(|next| next != 0) {
        exif.personal.insert(PersonalMetadata::Thumbnail);
    }
    exif
}

/// A block that says nothing but the orientation, from its byte order on.
pub(super) fn block(orientation: u32) -> [u8; 26] {
    let mut block = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    if let Some(value) = block.get_mut(19) {
        *value = u8::try_from(orientation).unwrap_or(1);
    }
    block
}

/// The kind of personal metadata of a tag, if any.
fn personal(tag: u16) -> Option<PersonalMetadata> {
    match tag {
        // Make, model, software, host; camera and lens with serial numbers; the maker's own notes.
        0x010F | 0x0110 | 0x0131 | 0x013C | 0x927C | 0xA420 | 0xA431..=0xA435 | 0xC62F => {
            Some(PersonalMetadata::Device)
        }
        // Artist, copyright, author, owner of the camera, photographer, editor.
        0x013B | 0x8298 | 0x9C9D | 0xA430 | 0xA437 | 0xA438 => Some(PersonalMetadata::Author),
        0x0132 | 0x9003 | 0x9004 | 0xC71B => Some(PersonalMetadata::Date),
        // Description, comments, title, keywords, subject.
        0x010E | 0x9286 | 0x9C9B | 0x9C9C | 0x9C9E | 0x9C9F | 0xA436 => {
            Some(PersonalMetadata::Comment)
        }
        0x02BC => Some(PersonalMetadata::Xmp),
        0x83BB | 0x8649 => Some(PersonalMetadata::Iptc),
        _ => None,
    }
}

/// One entry of a directory.
struct Entry {
    tag: u16,
    kind: u16,
    /// The place of the value, or of the offset of a longer one.
    value: usize,
}

impl Entry {
    fn orientation(&self, tiff: &Tiff<'_>) -> u32 {
        let value = match self.kind {
            3 => tiff.short(self.value).map(u32::from),
            4 => tiff.long(self.value),
            _ => None,
        };
        value.filter(|value| (1..=8).contains(value)).unwrap_or(1)
    }
}

/// Numbers in either byte order.
struct Tiff<'b> {
    bytes: &'b [u8],
    little: bool,
}

impl<'b> Tiff<'b> {
    fn new(bytes: &'b [u8]) -> Option<Tiff<'b>> {
        let little = match bytes.first_chunk()? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Tiff { bytes, little })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    /// The entries of a directory, as far as the block goes.
    fn entries(&self, directory: u32) -> impl Iterator<Item = Entry> {
        let directory = directory as usize;
        let count = self.short(directory).map_or(0, usize::from);
        let place = move |index: usize| {
            let skipped = index.checked_mul(ENTRY)?.checked_add(2)?;
            directory.checked_add(skipped)
        };
        (0..count).map_while(move |index| {
            let at = place(index)?;
            Some(Entry {
                tag: self.short(at)?,
                kind: self.short(at.checked_add(2)?)?,
                value: at.checked_add(8)?,
            })
        })
    }

    /// The directory after this one; 0 if there is no other.
    fn next_directory(&self, directory: u32) -> Option<u32> {
        let directory = directory as usize;
        let entries = usize::from(self.short(directory)?).checked_mul(ENTRY)?;
        self.long(directory.checked_add(2)?.checked_add(entries)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_block_of_our_own_says_its_orientation_and_nothing_else() {
        for orientation in 1..=8 {
            let exif = read(&block(orientation));
            assert_eq!(exif.orientation, orientation);
            assert!(exif.personal.is_empty());
        }
    }

    #[test]
    fn both_byte_orders_are_read() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(read(little).orientation, 6);
    }

    #[test]
    fn nonsense_is_left_out() {
        let none: [&[u8]; 5] = [
            b"",
            b"MM",
            b"MM\0*",
            b"XX\0*\0\0\0\x08",
            b"MM\0*\xFF\xFF\xFF\xFF",
        ];
        for bytes in none {
            let exif = read(bytes);
            assert_eq!((exif.orientation, exif.personal.len()), (1, 0));
        }
        assert_eq!(read(&block(9)).orientation, 1);
        assert_eq!(read(&block(0)).orientation, 1);
    }

    #[test]
    fn what_tells_of_a_person_is_found_in_each_directory() {
        // Main: make, EXIF directory, GPS directory. Then the EXIF one with a date, and a second
        // main one, which is that of the thumbnail.
        let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
        let entry = |tag: u16, value: u32| {
            let mut entry = tag.to_be_bytes().to_vec();
            entry.extend([0, 4, 0, 0, 0, 1]);
            entry.extend(value.to_be_bytes());
            entry
        };
        tiff.extend([0, 3]);
        tiff.extend([entry(0x010F, 0), entry(0x8769, 50), entry(0x8825, 0)].concat());
        tiff.extend([0, 0, 0, 50]);
        assert_eq!(tiff.len(), 50);
        tiff.extend([0, 1]);
        tiff.extend(entry(0x9003, 0));
        tiff.extend([0; 4]);
        let expected = [
            PersonalMetadata::Gps,
            PersonalMetadata::Device,
            PersonalMetadata::Date,
            PersonalMetadata::Thumbnail,
        ];
        assert!(read(&tiff).personal.into_iter().eq(expected));
    }

    proptest! {
        #[test]
        fn no_block_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200), little: bool) {
            let mut tiff = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
            tiff.extend(bytes);
            prop_assert!((1..=8).contains(&read(&tiff).orientation));
        }
    }
}
