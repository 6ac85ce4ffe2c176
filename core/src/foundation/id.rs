//! Short names that travel in every answer without an allocation.

use std::fmt;

use arrayvec::ArrayString;

use crate::foundation::catalogue::Code;
use crate::foundation::problem::{Reason, Result, from_str};

macro_rules! short_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        ///
        /// 1 to 32 characters: `a`-`z`, `0`-`9`, `-`, `_` and `.`, the first a letter or digit.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(ArrayString<32>);

        impl $name {
            /// Reads the name.
            ///
            /// # Errors
            /// `ID_INVALID` for anything else than described above.
            pub fn parse(text: &str) -> Result<Self> {
                Ok(Self::read(text)?)
            }

            /// As [`parse`](Self::parse), with the reason alone.
            pub(crate) fn read(text: &str) -> Result<Self, Reason> {
                let first = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
                let plain = text.bytes().all(|byte| {
                    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.')
                });
                ArrayString::from(text)
                    .ok()
                    .filter(|_| first && plain)
                    .map($name)
                    .ok_or_else(|| Reason::new(Code::IdInvalid))
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        from_str!($name);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

    };
}

short_id! {
    /// The name of a rulebook edition.
    EditionName
}
short_id! {
    /// The name of a source in the rulebook: a law, an order, the service description.
    SourceId
}
short_id! {
    /// The name of a profile of limits for photos or signature samples.
    ProfileName
}
short_id! {
    /// The identifier of a service centre in the caller's directory.
    CentreId
}
short_id! {
    /// The name of a service that a centre gives, such as `handing_out`.
    ServiceId
}
