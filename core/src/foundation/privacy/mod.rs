//! Personal data: the types that hold some, and the masks that are printed in its place.
//!
//! Every exported type is declared private or public (`#[export(record, private)]`), and every
//! scalar has its mask in the table of scalars. A public type with a private field does not
//! compile.

use std::collections::BTreeMap;
use std::fmt;

#[cfg(test)]
mod planted;
#[cfg(test)]
pub(crate) use planted::{Planted, SECRETS, example, pick};

/// A type that can be a field of an exported one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say whether it holds personal data",
    note = "export it with `private` or `public`, or list it in the table of scalars"
)]
pub(crate) trait Privacy {
    /// `true` if it holds personal data.
    const PRIVATE: bool;
    /// The fields that are printed of a private type.
    #[cfg_attr(
        not(feature = "mobile"),
        allow(
            dead_code,
            reason = "only the generator of Kotlin and Swift asks for it"
        )
    )]
    const SHOWS: &'static [&'static str] = &[];
}

macro_rules! public {
    ($($type:ty),+ $(,)?) => {$(
        impl Privacy for $type {
            const PRIVATE: bool = false;
        }
    )+};
}
// A number or a text says nothing by itself: the type that holds it is private or is not.
public!(bool, u8, u16, u32, i32, i64, f64, String, &'static str);

macro_rules! as_inside {
    ($([$($generics:tt)*] $type:ty: $($inner:ident)|+;)+) => {$(
        impl<$($generics)*> Privacy for $type {
            const PRIVATE: bool = $($inner::PRIVATE)||+;
        }
    )+};
}
as_inside! {
    [T: Privacy] Option<T>: T;
    [T: Privacy] Vec<T>: T;
    [T: Privacy] Box<T>: T;
    [T: Privacy, const N: usize] [T; N]: T;
    [K: Privacy, V: Privacy] BTreeMap<K, V>: K | V;
    [A: Privacy, B: Privacy] (A, B): A | B;
}

/// The printed part of a scalar, in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mask {
    /// All of it: it is no personal data.
    Shown,
    /// Its first and its last characters, with asterisks between them.
    Ends {
        /// The number of characters before the asterisks.
        first: usize,
        /// The number of asterisks, however many characters they stand for.
        stars: usize,
        /// The number of characters behind them.
        last: usize,
    },
    /// The first character of an e-mail address, and its top-level domain.
    Email,
}

impl Mask {
    /// `true` if it hides anything.
    pub(crate) const fn hides(self) -> bool {
        !matches!(self, Mask::Shown)
    }

    /// Prints a text under the mask. A text that is too short to have hidden characters, and so is
    /// not one of the scalar's, is hidden whole.
    pub(crate) fn write(self, text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mask::Shown => f.write_str(text),
            Mask::Ends { first, stars, last } => {
                let length = text.chars().count();
                let behind = length.saturating_sub(last);
                let fits = length >= first.saturating_add(last).saturating_add(HIDDEN);
                let kept = |at: usize| fits && (at < first || at >= behind);
                let mut characters = text.chars().enumerate().filter(|(at, _)| kept(*at));
                for (_, character) in characters.by_ref().take(first) {
                    write!(f, "{character}")?;
                }
                for _ in 0..stars {
                    f.write_str("*")?;
                }
                for (_, character) in characters {
                    write!(f, "{character}")?;
                }
                Ok(())
            }
            Mask::Email => match (text.split_once('@'), text.rsplit_once('.')) {
                (Some((name, domain)), Some((_, top))) if domain.len() > top.len() => {
                    let first = name.chars().next().unwrap_or('*');
                    write!(f, "{first}***@***.{top}")
                }
                _ => f.write_str("***"),
            },
        }
    }
}

/// A mask with ends hides at least so many characters.
pub(crate) const HIDDEN: usize = 3;

/// A scalar's text under its mask, or a text that it could be.
#[cfg(any(test, feature = "node", feature = "mobile"))]
#[derive(Clone, Copy)]
pub(crate) struct Masked<'t>(pub Mask, pub &'t str);

#[cfg(any(test, feature = "node", feature = "mobile"))]
impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(self.1, f)
    }
}
