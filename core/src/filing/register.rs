//! The state register's record of a card, and its comparison with the form. SPEC 3.

use qujat_export::export;

use crate::filing::Draft;
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::json::{read, record};
use crate::foundation::problem::{Error, ParamValue, Reason};
use crate::foundation::problems::Problems;
use crate::people::identity::{CardNumber, CardStatus, DocumentKind, Iin, Sex};
use crate::people::names::PersonName;

/// A record has at most this many bytes.
const MAX_BYTES: usize = 16 << 10;

record! {
    /// The state register's record of the applicant and the card. A record that is given decides,
    /// not the form.
    #[export(record, input, private, shows(iin, document, status), own_json)]
    #[derive(Clone, PartialEq, Eq, serde::Serialize)]
    pub struct RegisterRecord {
        /// The holder's IIN.
        pub iin: Iin,
        /// The holder's surname.
        pub surname: PersonName,
        /// The holder's given name.
        pub given_name: PersonName,
        /// The holder's patronymic, if there is one.
        pub patronymic: Option<PersonName>,
        /// The holder's birth date.
        pub birth_date: Day,
        /// The holder's sex.
        pub sex: Sex,
        /// The kind of the document.
        pub document: DocumentKind,
        /// The card's number.
        pub card_number: CardNumber,
        /// The day on which the card was issued.
        pub issued_on: Day,
        /// The card's expiry date.
        pub expires_on: Day,
        /// The status of the card.
        pub status: CardStatus,
    }
}

impl RegisterRecord {
    /// Reads a record from JSON.
    ///
    /// # Errors
    /// Every problem of the record, with its place.
    pub fn from_json(bytes: &[u8]) -> Result<RegisterRecord, Error> {
        read(bytes, MAX_BYTES)
    }

    /// Every contradiction between the form and this record, at the form's field. The register's
    /// values are never told.
    pub(crate) fn compare(&self, form: &Draft, problems: &mut Problems) {
        let mut differs = |differs: bool, field: &'static str, pointer: &str| {
            if differs {
                let field = ParamValue::Word {
                    value: field.into(),
                };
                let reason = Reason::new(Code::RegisterMismatch).with("field", field);
                problems.push(reason.at(pointer.to_owned()));
            }
        };
        let other = |form: Option<&PersonName>, register: &PersonName| {
            form.is_some_and(|name| !name.is_same(register))
        };
        differs(
            form.document.is_some_and(|it| it != self.document),
            "document",
            "/document",
        );
        differs(
            form.card_number
                .flatten()
                .is_some_and(|it| it != self.card_number),
            "card_number",
            "/card/number",
        );
        differs(
            form.expires_on.is_some_and(|it| it != self.expires_on),
            "expires_on",
            "/card/expires_on",
        );
        differs(
            form.iin.is_some_and(|it| it != self.iin),
            "iin",
            "/applicant/iin",
        );
        differs(
            other(form.surname.as_ref(), &self.surname),
            "surname",
            "/applicant/surname",
        );
        differs(
            other(form.given_name.as_ref(), &self.given_name),
            "given_name",
            "/applicant/given_name",
        );
        let patronymic = match (&form.patronymic, &self.patronymic) {
            (Some(Some(form)), Some(register)) => !form.is_same(register),
            (Some(form), register) => form.is_some() != register.is_some(),
            (None, _) => false,
        };
        differs(patronymic, "patronymic", "/applicant/patronymic");
        if let Some(iin) = form.iin {
            let born = iin.birth_date().is_some_and(|born| born != self.birth_date);
            differs(born, "birth_date", "/applicant/iin");
            differs(
                iin.sex().is_some_and(|sex| sex != self.sex),
                "sex",
                "/applicant/iin",
            );
        }
    }
}
