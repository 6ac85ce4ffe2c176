//! Numbers of applications, and references of the portal.

use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;
use crate::foundation::single_line::is_blank;

/// The longest number of an application, which people read, type and say on the phone.
pub(crate) const MAX_NUMBER: u32 = 32;
/// The longest reference to something that the portal keeps: room for a UUID, or a SHA-256 in
/// hexadecimal.
pub(crate) const MAX_REFERENCE: u32 = 64;

/// Checks a number or a reference: 1 to `max` letters and digits of ASCII and hyphens, with a letter
/// or a digit at both ends. Such a text means the same in an SMS, a link, a file's name, a table and a
/// shell.
///
/// # Errors
/// `TEXT_EMPTY` if there is nothing but spaces; `REFERENCE_INVALID`.
pub(crate) fn check_reference(text: &str, max: u32) -> Result<(), Reason> {
    if is_blank(text) {
        return Err(Reason::new(Code::TextEmpty));
    }
    let fits = u32::try_from(text.len()).is_ok_and(|length| length <= max);
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if fits && plain && !text.starts_with('-') && !text.ends_with('-') {
        return Ok(());
    }
    Err(Reason::new(Code::ReferenceInvalid).with("max", max))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_letters_digits_and_hyphens_between_them() {
        let code = |text: &str| check_reference(text, 5).map_err(|reason| reason.to_string());
        for good in ["1", "A-1", "a--1Z", "12345"] {
            assert_eq!(code(good), Ok(()), "{good}");
        }
        for empty in ["", " ", "\u{a0}"] {
            assert_eq!(code(empty), Err("TEXT_EMPTY".to_owned()), "{empty:?}");
        }
        for bad in [
            "123456",
            "-1",
            "1-",
            "-",
            "A_1",
            "A/1",
            "A.1",
            "..",
            "a b",
            " 1",
            "№ 1",
            "Ә-1",
            "<b>",
            "=1",
            "1\n",
            "1\u{200b}",
            "1\u{e0041}",
            "１",
        ] {
            assert_eq!(
                code(bad),
                Err("REFERENCE_INVALID max=`5`".to_owned()),
                "{bad:?}"
            );
        }
    }
}
