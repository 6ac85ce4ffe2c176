//! A form as far as it can be read: each field is there if it is good.

use super::form::{Applicant, ApplicationForm, CARD, Coordinates, FORM, ReceivingChoice};
use crate::filing::register::RegisterRecord;
use crate::foundation::catalogue::{Code, Severity};
use crate::foundation::day::Day;
use crate::foundation::id::CentreId;
use crate::foundation::json::{Fields, Json, Place, parse, text};
use crate::foundation::language::Language;
use crate::foundation::problem::{Alone, Problem, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::reference::{MAX_NUMBER, MAX_REFERENCE, check_reference};
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, CheckedIin, DocumentKind, Ground, Iin};
use crate::people::names::PersonName;
use crate::rulebook::Rulebook;
use crate::service::channel::Channel;
use crate::service::lifecycle::{Identification, Receiving};

/// A form has at most this many bytes.
const MAX_BYTES: usize = 64 << 10;

/// A form whose good fields are there; an optional field of the form is an option of an option.
#[derive(Clone, Default)]
pub(crate) struct Draft {
    pub(crate) number: Option<String>,
    pub(crate) language: Option<Language>,
    pub(crate) channel: Option<Channel>,
    pub(crate) document: Option<DocumentKind>,
    pub(crate) ground: Option<Ground>,
    pub(crate) card_number: Option<Option<CardNumber>>,
    pub(crate) expires_on: Option<Day>,
    pub(crate) iin: Option<Iin>,
    pub(crate) surname: Option<PersonName>,
    pub(crate) given_name: Option<PersonName>,
    pub(crate) patronymic: Option<Option<PersonName>>,
    pub(crate) phone: Option<Phone>,
    pub(crate) email: Option<EmailAddress>,
    pub(crate) identification: Option<Identification>,
    pub(crate) photo: Option<String>,
    pub(crate) signature: Option<String>,
    pub(crate) receiving: Option<ReceivingChoice>,
    pub(crate) exemption: Option<Option<String>>,
}

impl Draft {
    /// Reads a form under the rules in force on `today`, adding every problem; the register's record
    /// says which IIN is known.
    pub(crate) fn read(
        bytes: &[u8],
        rules: &Rulebook,
        today: Day,
        register: Option<&RegisterRecord>,
        problems: &mut Problems,
    ) -> Draft {
        match parse(bytes, MAX_BYTES) {
            Ok(json) => {
                let form = Reader {
                    rules,
                    today,
                    register,
                    problems,
                };
                form.form(&json).unwrap_or_default()
            }
            Err(error) => {
                problems.extend(error.into_problems());
                Draft::default()
            }
        }
    }

    /// The complete form, if every field that it needs is good.
    pub(crate) fn complete(self) -> Option<ApplicationForm> {
        Some(ApplicationForm {
            number: self.number?,
            language: self.language?,
            channel: self.channel?,
            document: self.document?,
            ground: self.ground?,
            card_number: self.card_number?,
            expires_on: self.expires_on?,
            applicant: Applicant {
                iin: self.iin?,
                surname: self.surname?,
                given_name: self.given_name?,
                patronymic: self.patronymic?,
                phone: self.phone?,
                email: self.email?,
            },
            identification: self.identification?,
            photo: self.photo?,
            signature: self.signature?,
            receiving: self.receiving?,
            exemption: self.exemption?,
        })
    }
}

/// Reads the parts of a form under the rules of a day.
struct Reader<'r> {
    rules: &'r Rulebook,
    today: Day,
    register: Option<&'r RegisterRecord>,
    problems: &'r mut Problems,
}

const APPLICANT: [&str; 6] = [
    "iin",
    "surname",
    "given_name",
    "patronymic",
    "phone",
    "email",
];

impl Reader<'_> {
    fn form(mut self, json: &Json<'_>) -> Option<Draft> {
        let at = Place::ROOT;
        let fields = Fields::new(json, &FORM, at, self.problems)?;
        let mut draft = Draft {
            number: self.reference(&fields, "number", MAX_NUMBER, at),
            language: fields.get("language", at, self.problems),
            channel: fields.get("channel", at, self.problems),
            document: fields.get("document", at, self.problems),
            ground: fields.get("ground", at, self.problems),
            ..Draft::default()
        };
        self.card(&fields, at, &mut draft);
        self.applicant(&fields, at, &mut draft);
        draft.identification = self.identification(&fields, at);
        draft.photo = self.reference(&fields, "photo", MAX_REFERENCE, at);
        draft.signature = self.reference(&fields, "signature", MAX_REFERENCE, at);
        draft.receiving = self
            .required(&fields, "receiving", at)
            .and_then(|json| self.receiving(json, at.field("receiving")));
        draft.exemption = self.exemption(&fields, at);
        Some(draft)
    }

    fn card(&mut self, fields: &Fields<'_, '_>, at: Place<'_>, draft: &mut Draft) {
        let Some(json) = self.required(fields, "card", at) else {
            return;
        };
        let at = at.field("card");
        let Some(fields) = Fields::new(json, &CARD, at, self.problems) else {
            return;
        };
        draft.card_number = fields.get("number", at, self.problems);
        draft.expires_on = self.text(&fields, "expires_on", at, |text| Day::read(text.trim()));
    }

    fn applicant(&mut self, fields: &Fields<'_, '_>, at: Place<'_>, draft: &mut Draft) {
        let Some(json) = self.required(fields, "applicant", at) else {
            return;
        };
        let at = at.field("applicant");
        let Some(fields) = Fields::new(json, &APPLICANT, at, self.problems) else {
            return;
        };
        let (rules, today) = (self.rules, self.today);
        draft.iin = self.iin(&fields, at);
        draft.surname = self.text(&fields, "surname", at, |text| {
            rules.parse_name(text, today).alone()
        });
        draft.given_name = self.text(&fields, "given_name", at, |text| {
            rules.parse_name(text, today).alone()
        });
        draft.patronymic = self.optional(&fields, "patronymic", at, |text| {
            rules.parse_name(text, today).alone()
        });
        draft.phone = self.text(&fields, "phone", at, |text| {
            rules.parse_phone(text, today).alone()
        });
        draft.email = self.text(&fields, "email", at, |text| {
            rules.parse_email(text, today).alone()
        });
        if let Some(email) = &draft.email {
            let suggested = rules.suggest_domain(email, today);
            let reason = suggested.unwrap_or_else(Some);
            let at = at.field("email");
            self.problems
                .extend(reason.map(|reason| reason.at(at.pointer())));
        }
    }

    /// The IIN, with the applicant's age by its birth date. The layout of a number that the
    /// register has too is at most a warning.
    fn iin(&mut self, fields: &Fields<'_, '_>, at: Place<'_>) -> Option<Iin> {
        let (rules, today, register) = (self.rules, self.today, self.register);
        let CheckedIin { iin, finding } = self.text(fields, "iin", at, |text| {
            let known = register.is_some_and(|record| record.iin.as_str() == text.trim());
            let rules = rules.iin_rules(today)?;
            if known {
                rules.read_known(text)
            } else {
                rules.read(text)
            }
        })?;
        let pointer = at.field("iin").pointer();
        if let Some(finding) = finding {
            let warning = finding.at(pointer.clone());
            self.problems.push(Problem {
                severity: Severity::Warning,
                ..warning
            });
        }
        if let Err(reason) = rules.check_age(iin, today).alone() {
            self.problems.push(reason.at(pointer));
        }
        Some(iin)
    }

    fn receiving(&mut self, json: &Json<'_>, at: Place<'_>) -> Option<ReceivingChoice> {
        let method = json.field("method");
        let known: &[&str] = match method {
            Some(Json::Text(word)) if word == "delivery" => &["method", "address"],
            _ => &["method", "centre", "near"],
        };
        let fields = Fields::new(json, known, at, self.problems)?;
        match fields.get::<Receiving>("method", at, self.problems)? {
            Receiving::Pickup => {
                let centre = fields.get::<Option<CentreId>>("centre", at, self.problems);
                let near = fields.get::<Option<Coordinates>>("near", at, self.problems);
                let (centre, near) = (centre?, near?);
                match (centre, near) {
                    (None, None) => {
                        let reason = Reason::new(Code::PickupPlaceMissing);
                        self.problems.push(reason.at(at.pointer()));
                        None
                    }
                    (_, Some(spot)) if !spot.check(at.field("near"), self.problems) => None,
                    _ => Some(ReceivingChoice::Pickup { centre, near }),
                }
            }
            Receiving::Delivery => {
                let json = self.required(&fields, "address", at)?;
                let at = at.field("address");
                let address = self
                    .rules
                    .read_address(json, at, self.today, self.problems)?;
                Some(ReceivingChoice::Delivery { address })
            }
        }
    }

    /// The category must be one that the rulebook exempts today. If the exemptions are not known,
    /// the quote says so, if a duty is charged at all.
    fn exemption(&mut self, fields: &Fields<'_, '_>, at: Place<'_>) -> Option<Option<String>> {
        let (rules, today) = (self.rules, self.today);
        self.optional(fields, "exemption", at, |text| {
            match rules.fees().exemption(text, today) {
                Err(reason) if reason.code != Code::NotCovered => Err(reason),
                _ => Ok(text.to_owned()),
            }
        })
    }

    fn identification(&mut self, fields: &Fields<'_, '_>, at: Place<'_>) -> Option<Identification> {
        let identification = fields.get::<Identification>("identification", at, self.problems)?;
        let at = at.field("identification");
        match check_reference(&identification.reference, MAX_REFERENCE) {
            Ok(()) => Some(identification),
            Err(reason) => {
                self.problems
                    .push(reason.at(at.field("reference").pointer()));
                None
            }
        }
    }

    /// A number or a reference of the portal.
    fn reference(
        &mut self,
        fields: &Fields<'_, '_>,
        name: &str,
        max: u32,
        at: Place<'_>,
    ) -> Option<String> {
        self.text(fields, name, at, |text| {
            check_reference(text, max).map(|()| text.to_owned())
        })
    }

    fn required<'j, 'a>(
        &mut self,
        fields: &Fields<'j, 'a>,
        name: &str,
        at: Place<'_>,
    ) -> Option<&'j Json<'a>> {
        let json = fields.value(name);
        if json.is_none() {
            let at = at.field(name);
            self.problems
                .push(Reason::new(Code::MissingField).at(at.pointer()));
        }
        json
    }

    fn text<T>(
        &mut self,
        fields: &Fields<'_, '_>,
        name: &str,
        at: Place<'_>,
        read: impl FnOnce(&str) -> Result<T, Reason>,
    ) -> Option<T> {
        let json = self.required(fields, name, at)?;
        let at = at.field(name);
        let text = text(json, at, self.problems)?;
        read(text)
            .map_err(|reason| self.problems.push(reason.at(at.pointer())))
            .ok()
    }

    fn optional<T>(
        &mut self,
        fields: &Fields<'_, '_>,
        name: &str,
        at: Place<'_>,
        read: impl FnOnce(&str) -> Result<T, Reason>,
    ) -> Option<Option<T>> {
        if fields.value(name).is_none() {
            return Some(None);
        }
        self.text(fields, name, at, read).map(Some)
    }
}

impl Coordinates {
    /// Adds a problem for each coordinate outside its range; `true` without any.
    fn check(self, at: Place<'_>, problems: &mut Problems) -> bool {
        let mut check = |value: f64, limit: i32, name: &str| {
            let is_out = value.is_nan() || value.abs() > f64::from(limit);
            if is_out {
                let reason = Reason::new(Code::NumberRange)
                    .with("min", limit.saturating_neg())
                    .with("max", limit);
                problems.push(reason.at(at.field(name).pointer()));
            }
            !is_out
        };
        let latitude = check(self.latitude, 90, "latitude");
        check(self.longitude, 180, "longitude") && latitude
    }
}
