//! The form by hand: serde reads it, garde checks it.
#![allow(dead_code, reason = "the fields are what a portal would go on with")]

use chrono::NaiveDate;
use garde::Validate;
use phonenumber::{Mode, Type, country, metadata::DATABASE};
use serde::Deserialize;

use super::rules::read_iin;

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(context(NaiveDate))]
pub struct Form {
    #[garde(length(min = 1, max = 200))]
    pub number: String,
    #[garde(skip)]
    pub language: Language,
    #[garde(skip)]
    pub channel: Channel,
    #[garde(skip)]
    pub document: Document,
    #[garde(skip)]
    pub ground: Ground,
    #[garde(dive)]
    pub card: Card,
    #[garde(dive)]
    pub applicant: Applicant,
    #[garde(dive)]
    pub identification: Identification,
    #[garde(length(min = 1, max = 200))]
    pub photo: String,
    #[garde(length(min = 1, max = 200))]
    pub signature: String,
    #[garde(dive)]
    pub receiving: Receiving,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Kk,
    Ru,
    En,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Portal,
    MobileApp,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    IdentityCard,
    Passport,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    FirstIssue,
    Expiry,
    Loss,
    Damage,
    NameChange,
    DataChange,
}

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(context(NaiveDate))]
pub struct Card {
    #[garde(custom(card_number))]
    pub number: String,
    #[garde(skip)]
    pub expires_on: NaiveDate,
}

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(context(NaiveDate))]
pub struct Applicant {
    #[garde(custom(check_iin))]
    pub iin: String,
    #[garde(length(chars, min = 1, max = 100), custom(name))]
    pub surname: String,
    #[garde(length(chars, min = 1, max = 100), custom(name))]
    pub given_name: String,
    #[garde(inner(length(chars, min = 1, max = 100), custom(name)))]
    pub patronymic: Option<String>,
    #[garde(custom(check_phone))]
    pub phone: String,
    #[garde(custom(check_email))]
    pub email: String,
}

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(context(NaiveDate))]
pub struct Identification {
    #[garde(skip)]
    pub kind: IdentificationKind,
    #[garde(length(min = 1, max = 200))]
    pub reference: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentificationKind {
    DigitalSignature,
    SmsCode,
    DigitalId,
}

#[derive(Deserialize, Validate)]
#[serde(tag = "method", rename_all = "snake_case")]
#[garde(context(NaiveDate))]
pub enum Receiving {
    Pickup {
        #[garde(dive)]
        near: Option<Spot>,
    },
}

#[derive(Deserialize, Validate)]
#[garde(context(NaiveDate))]
pub struct Spot {
    #[garde(range(min = -90.0, max = 90.0))]
    pub latitude: f64,
    #[garde(range(min = -180.0, max = 180.0))]
    pub longitude: f64,
}

/// Reads and checks a form.
pub fn read(json: &[u8], today: NaiveDate) -> Result<Form, String> {
    let form: Form = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    form.validate_with(&today)
        .map_err(|report| report.to_string())?;
    Ok(form)
}

fn card_number(text: &str, _: &NaiveDate) -> garde::Result {
    let good = text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    good.then_some(())
        .ok_or_else(|| garde::Error::new("CARD_NUMBER"))
}

fn check_iin(text: &str, today: &NaiveDate) -> garde::Result {
    let born = read_iin(text).map_err(garde::Error::new)?;
    match today.years_since(born) {
        Some(16..) => Ok(()),
        _ => Err(garde::Error::new("HOLDER_TOO_YOUNG")),
    }
}

fn name(text: &str, _: &NaiveDate) -> garde::Result {
    let letter = |c: char| matches!(c, 'А'..='я' | 'Ё' | 'ё') || "ӘәҒғҚқҢңӨөҰұҮүҺһІі".contains(c);
    let parts = text.split(['-', ' ', '\'', '\u{2019}', '\u{2bc}']);
    let mut parts = parts.map(|part| !part.is_empty() && part.chars().all(letter));
    let good = parts.all(|good| good);
    good.then_some(())
        .ok_or_else(|| garde::Error::new("NAME_CHARACTER"))
}

/// The number in E.164.
pub fn read_phone(text: &str) -> Result<String, &'static str> {
    let number = phonenumber::parse(Some(country::KZ), text).map_err(|_| "PHONE_FORMAT")?;
    if number.country().id() != Some(country::KZ) {
        return Err("PHONE_NOT_KAZAKHSTAN");
    }
    if number.number_type(&DATABASE) != Type::Mobile {
        return Err("PHONE_NOT_MOBILE");
    }
    Ok(number.format().mode(Mode::E164).to_string())
}

fn check_phone(text: &str, _: &NaiveDate) -> garde::Result {
    read_phone(text).map(|_| ()).map_err(garde::Error::new)
}

pub fn read_email(text: &str) -> bool {
    text.len() <= 254 && email_address::EmailAddress::is_valid(text)
}

fn check_email(text: &str, _: &NaiveDate) -> garde::Result {
    read_email(text)
        .then_some(())
        .ok_or_else(|| garde::Error::new("EMAIL_FORMAT"))
}
