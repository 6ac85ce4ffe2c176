//! The further pictures that phones write after the first one, as the index of CIPA DC-007
//! (multi-picture format) announces them: gain maps, depth maps, previews.

use super::segments::Segments;

/// The name before the index in its segment.
pub(super) const NAME: &[u8] = b"MPF\0";

/// More pictures than this are not looked for.
const MOST: usize = 16;
const ENTRIES: u16 = 0xB002;
const ENTRY: usize = 16;

/// `true` if the bytes after the first picture are exactly those its index announces: whole
/// pictures, one after the other, up to the last byte, with nothing but zeros between them, which
/// cameras write to align them. `index` is where in the file the index begins, after its name, and
/// `end` where the first picture ends.
pub(super) fn covers(bytes: &[u8], index: usize, end: usize) -> bool {
    let Some(mut pictures) = pictures(bytes, index) else {
        return false;
    };
    if pictures
        .first()
        .is_none_or(|(start, length)| *start != 0 || *length < end)
    {
        return false;
    }
    let zeros = |from: usize, to: usize| {
        let gap = bytes.get(from..to);
        gap.is_some_and(|gap| gap.iter().all(|byte| *byte == 0))
    };
    pictures.sort_unstable();
    let mut at = 0;
    for (start, length) in pictures {
        // Some count the zeros behind a picture as part of it.
        let announced = start.saturating_add(length);
        match at_end(bytes, start) {
            Some(end) if zeros(at, start) && zeros(end, announced) => at = announced,
            _ => return false,
        }
    }
    at == bytes.len()
}

/// The end of the picture that begins here.
fn at_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut segments = Segments::new(bytes.get(start..)?).ok()?;
    while segments.next().ok()?.is_some() {}
    start.checked_add(segments.at())
}

/// Start and length of each picture.
fn pictures(bytes: &[u8], index: usize) -> Option<Vec<(usize, usize)>> {
    let block = bytes.get(index..)?;
    let little = match block.first_chunk()? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let long = |at: usize| {
        let bytes = *block.get(at..)?.first_chunk::<4>()?;
        Some(if little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        } as usize)
    };
    let short = |at: usize| {
        let bytes = *block.get(at..)?.first_chunk::<2>()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let directory = long(4)?;
    let count = usize::from(short(directory)?);
    let tag = |number: usize| {
        directory
            .checked_add(2)?
            .checked_add(number.checked_mul(12)?)
    };
    let list = (0..count)
        .map_while(tag)
        .find(|at| short(*at) == Some(ENTRIES))?;
    let (length, at) = (long(list.checked_add(4)?)?, long(list.checked_add(8)?)?);
    let number = length.checked_div(ENTRY)?;
    if number > MOST {
        return None;
    }
    (0..number)
        .map(|entry| {
            let entry = at.checked_add(entry.checked_mul(ENTRY)?)?;
            let size = long(entry.checked_add(4)?)?;
            // An offset counts from the index; that of the first picture is 0.
            let start = match long(entry.checked_add(8)?)? {
                0 => 0,
                offset => index.checked_add(offset)?,
            };
            Some((start, size))
        })
        .collect()
}
