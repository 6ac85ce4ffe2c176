//! Numbers and names by their form alone.

use qujat_export::export;

use crate::foundation::day::Day;
use crate::people::address::Postcode;
use crate::people::identity::{CardNumber, Iin, PassportNumber, Sex};
use crate::people::names::PersonName;

use super::error::Answered;

/// The facts of an IIN, if its first seven digits give them.
#[export(record, private, mobile)]
pub struct IinFacts {
    /// The birth date.
    pub birth_date: Option<Day>,
    /// The sex.
    pub sex: Option<Sex>,
}

/// Reads an IIN by its form alone: digits, check digit, birth date.
#[uniffi::export]
pub fn parse_iin(text: String) -> Answered<Iin> {
    Ok(Iin::parse(&text)?)
}

/// The facts of an IIN: the birth date and the sex.
#[uniffi::export]
pub fn iin_facts(iin: Iin) -> Answered<IinFacts> {
    Ok(IinFacts {
        birth_date: iin.birth_date(),
        sex: iin.sex(),
    })
}

/// Reads the number of an identity card.
#[uniffi::export]
pub fn parse_card_number(text: String) -> Answered<CardNumber> {
    Ok(CardNumber::parse(&text)?)
}

/// Reads the number of a passport.
#[uniffi::export]
pub fn parse_passport_number(text: String) -> Answered<PassportNumber> {
    Ok(PassportNumber::parse(&text)?)
}

/// Reads a postcode.
#[uniffi::export]
pub fn parse_postcode(text: String) -> Answered<Postcode> {
    Ok(Postcode::parse(&text)?)
}

/// `true` if both are the same name, in any case of their letters.
#[uniffi::export]
pub fn is_same_name(one: PersonName, other: PersonName) -> Answered<bool> {
    Ok(one.is_same(&other))
}
