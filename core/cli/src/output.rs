//! The output of the command: lines for a terminal, JSON, and files.
//!
//! Inputs come from strangers, and a terminal obeys the characters that are printed on it: those
//! that steer it, hide or reverse text, or begin a line are shown as `�`. Files hold personal data:
//! only their owner reads them, and each is complete or not there.

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

/// The colours of [`Paint`](crate::print::Paint), the only commands to a terminal that are printed.
const COLOURS: [&str; 8] = [
    "\x1b[0m",
    "\x1b[1m",
    "\x1b[2m",
    "\x1b[31m",
    "\x1b[33m",
    "\x1b[1;31m",
    "\x1b[1;32m",
    "\x1b[1;33m",
];

/// `true` for a character that is no text: control characters, those of the writing direction,
/// separators of lines, and invisible ones.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// A text as one line of a terminal without colours.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(is_hidden) {
        Cow::Owned(text.replace(is_hidden, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text as one line of a terminal, with the colours that are our own.
pub(crate) fn coloured(text: &str) -> Cow<'_, str> {
    if !text.contains('\x1b') {
        return plain(text);
    }
    let (mut shown, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('\x1b') {
        shown.push_str(&plain(before));
        let code = |colour: &&&str| after.starts_with(colour.trim_start_matches('\x1b'));
        if let Some(colour) = COLOURS.iter().find(code) {
            shown.push_str(colour);
            rest = after
                .strip_prefix(colour.trim_start_matches('\x1b'))
                .unwrap_or(after);
        } else {
            shown.push('\u{fffd}');
            rest = after;
        }
    }
    shown.push_str(&plain(rest));
    Cow::Owned(shown)
}

/// A path as a message names it.
pub(crate) fn named(path: &Path) -> String {
    plain(&path.display().to_string()).into_owned()
}

/// A value as one line of JSON, with escapes for invisible characters.
pub(crate) fn json(value: &impl Serialize) -> io::Result<String> {
    Ok(escaped(serde_json::to_string(value)?))
}

/// A value as JSON to be read, with escapes for invisible characters.
pub(crate) fn pretty_json(value: &impl Serialize) -> io::Result<String> {
    Ok(escaped(serde_json::to_string_pretty(value)?))
}

/// Outside of texts JSON has no such characters but line breaks, and within them escapes are allowed.
fn escaped(json: String) -> String {
    let steers = |character: char| character != '\n' && is_hidden(character);
    if !json.contains(steers) {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if steers(character) {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(character);
        }
    }
    out
}

/// A file that is being written: next to its place, under a name of its own, and moved there when
/// it is complete. A symbolic link in its place is replaced and not followed.
pub(crate) struct NewFile {
    place: PathBuf,
    beside: PathBuf,
    out: BufWriter<File>,
    done: bool,
}

impl NewFile {
    /// Begins a file that only its owner may read.
    pub(crate) fn create(place: &Path) -> io::Result<NewFile> {
        let name = place
            .file_name()
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no name of a file"))?;
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.part", std::process::id()));
        let beside = place.with_file_name(hidden);
        let mut options = OpenOptions::new();
        // `create_new` follows no link either.
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let out = BufWriter::new(options.open(&beside)?);
        Ok(NewFile {
            place: place.to_owned(),
            beside,
            out,
            done: false,
        })
    }

    /// Puts the file into its place.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        fs::rename(&self.beside, &self.place)?;
        self.done = true;
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.done {
            // An incomplete file is of no use; if it cannot be removed either, so be it.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Writes a whole file; see [`NewFile`].
pub(crate) fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = NewFile::create(place)?;
    file.write_all(bytes)?;
    file.finish()
}

/// Makes a folder, which only its owner may look into if it is new.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(plain("Ә 1"), "Ә 1");
        assert_eq!(
            plain("a\nb\x1b]0;t\x07\u{202e}"),
            "a\u{fffd}b\u{fffd}]0;t\u{fffd}\u{fffd}"
        );
        assert_eq!(coloured("\x1b[1mbold\x1b[0m"), "\x1b[1mbold\x1b[0m");
        assert_eq!(coloured("\x1b[2J\x1b[31m\n"), "\u{fffd}[2J\x1b[31m\u{fffd}");
    }

    #[test]
    fn json_says_the_same_with_escapes() {
        let text = "a\n\x1b\u{9b}\u{202e}\u{e0041}é";
        let json = pretty_json(&[text]).unwrap_or_default();
        assert!(
            !json.contains(|c: char| c != '\n' && is_hidden(c)),
            "{json}"
        );
        let back: Vec<String> = serde_json::from_str(&json).unwrap_or_default();
        assert_eq!(back, [text]);
    }
}
