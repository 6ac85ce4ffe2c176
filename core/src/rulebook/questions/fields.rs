//! Questions about the fields of a form: numbers, names, contacts, addresses.

use crate::foundation::day::Day;
use crate::foundation::json::{FromJson, Json, Place};
use crate::foundation::problem::{Reason, Result};
use crate::foundation::problems::Problems;
use crate::people::address::{Address, AddressForm};
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CheckedIin, Iin, IinEntry};
use crate::people::names::PersonName;
use crate::rulebook::Rulebook;

impl Rulebook {
    /// Reads an IIN under the rules in force on a day. The finding is the oddity of its
    /// layout, if the rulebook makes that a warning and no error.
    ///
    /// # Errors
    /// `IIN_LENGTH`, `IIN_NOT_DIGITS`, `IIN_IS_BIN`, `IIN_CENTURY`, `IIN_BIRTH_DATE`,
    /// `IIN_CHECK_DIGIT`: the first that applies; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let checked = rules.parse_iin("900101300007", Day::parse("2026-02-10")?)?; // synthetic
    /// assert_eq!(checked.iin.to_string(), "**********07");
    /// assert_eq!(checked.finding, None);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[inline]
    pub fn parse_iin(&self, text: &str, on: Day) -> Result<CheckedIin> {
        Ok(self.iin_rules(on)?.read(text)?)
    }

    /// The rules by which IINs are read on a day.
    #[inline]
    pub(crate) fn iin_rules(&self, on: Day) -> Result<&IinEntry, Reason> {
        self.fields.iin.on(on)
    }

    /// Checks that the holder of this IIN is born, and old enough to hold an identity card, on a
    /// day.
    ///
    /// # Errors
    /// `IIN_BORN_AFTER`, `HOLDER_TOO_YOUNG`; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Iin, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let iin = Iin::parse("900101300007")?; // synthetic, born on 1 January 1990
    /// rules.check_age(iin, Day::parse("2026-02-10")?)?;
    /// let error = rules.check_age(iin, Day::parse("2005-12-31")?).unwrap_err();
    /// assert_eq!(error.code().as_str(), "HOLDER_TOO_YOUNG");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn check_age(&self, iin: Iin, on: Day) -> Result<()> {
        iin.check_born_by(on)?;
        match iin.birth_date() {
            Some(born) => Ok(self.fields.documents.on(on)?.check_age(born, on)?),
            None => Ok(()),
        }
    }

    /// Checks that a card can expire on this day at all, asked on `on`: a person who types a date
    /// may slip in the year.
    ///
    /// # Errors
    /// `EXPIRY_TOO_FAR`, `EXPIRY_BEFORE_FIRST_CARD`; `NOT_COVERED`.
    pub(crate) fn check_expiry(
        &self,
        expires_on: Day,
        born: Option<Day>,
        on: Day,
    ) -> Result<(), Reason> {
        self.fields
            .documents
            .on(on)?
            .check_expiry(expires_on, born, on)
    }

    /// The expiry date that is printed on a card issued on a day. A card issued on 29 February
    /// expires on 28 February (SPEC 4, own choice). `None` beyond [`Day::MAX`].
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook does not say how long cards issued on that day are valid.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let expires_on = rules.card_expires_on(Day::parse("2024-02-29")?)?;
    /// assert_eq!(expires_on, Some(Day::parse("2034-02-28")?));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn card_expires_on(&self, issued_on: Day) -> Result<Option<Day>> {
        Ok(self.fields.documents.on(issued_on)?.expires_on(issued_on))
    }

    /// Reads the number of a mobile phone under the numbering plan of a day.
    ///
    /// # Errors
    /// `PHONE_FORMAT`, `PHONE_NOT_KAZAKHSTAN`, `PHONE_NOT_MOBILE`, `PHONE_UNASSIGNED`;
    /// `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let phone = rules.parse_phone("8 (701) 123-45-67", Day::parse("2026-02-10")?)?;
    /// assert_eq!(phone.as_str(), "+77011234567");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn parse_phone(&self, text: &str, on: Day) -> Result<Phone> {
        Ok(self.fields.phone.on(on)?.read(text)?)
    }

    /// Reads an e-mail address.
    ///
    /// # Errors
    /// Those of [`EmailAddress::from_text`], and `EMAIL_TOO_LONG`; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let on = Day::parse("2026-02-10")?;
    /// assert_eq!(rules.parse_email(" a@example.kz ", on)?.as_str(), "a@example.kz");
    /// assert!(rules.parse_email("a@", on).is_err());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn parse_email(&self, text: &str, on: Day) -> Result<EmailAddress> {
        Ok(self.fields.email.on(on)?.read(text)?)
    }

    /// `EMAIL_DOMAIN_SUGGESTED` for an address whose domain is one slip away from a common one.
    ///
    /// # Errors
    /// `NOT_COVERED`.
    pub(crate) fn suggest_domain(
        &self,
        email: &EmailAddress,
        on: Day,
    ) -> Result<Option<Reason>, Reason> {
        Ok(self.fields.email_domains.on(on)?.suggestion(email))
    }

    /// Reads a surname, given name or patronymic.
    ///
    /// # Errors
    /// `TEXT_EMPTY`, `TEXT_TOO_LONG`, `NAME_CHARACTER`, `NAME_FORMAT`; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let on = Day::parse("2026-02-10")?;
    /// assert_eq!(rules.parse_name("Әсел ", on)?.as_str(), "Әсел");
    /// let error = rules.parse_name("Asel", on).unwrap_err();
    /// assert_eq!(error.code().as_str(), "NAME_CHARACTER");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn parse_name(&self, text: &str, on: Day) -> Result<PersonName> {
        Ok(self.fields.names.on(on)?.read(text)?)
    }

    /// The Latin form of a name in capitals, as ICAO Doc 9303 transliterates it.
    ///
    /// # Errors
    /// `NAME_CHARACTER` for a letter that the table does not have; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let on = Day::parse("2026-02-10")?;
    /// let name = rules.parse_name("Иванова", on)?;
    /// assert_eq!(rules.latin_name(&name, on)?, "IVANOVA");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn latin_name(&self, name: &PersonName, on: Day) -> Result<String> {
        Ok(name.latin(self.fields.transliteration.on(on)?)?)
    }

    /// The Latin form of a name as the machine-readable zone prints it: fillers `<` for characters
    /// that are no letters.
    ///
    /// # Errors
    /// Those of [`Rulebook::latin_name`].
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let on = Day::parse("2026-02-10")?;
    /// let name = rules.parse_name("Анна-Мария", on)?;
    /// assert_eq!(rules.machine_readable_name(&name, on)?, "ANNA<MARIIA");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn machine_readable_name(&self, name: &PersonName, on: Day) -> Result<String> {
        Ok(name.machine_readable(self.fields.transliteration.on(on)?)?)
    }

    /// Reads an address for delivery from JSON. `None` means that problems were added.
    pub(crate) fn read_address(
        &self,
        json: &Json<'_>,
        at: Place<'_>,
        on: Day,
        problems: &mut Problems,
    ) -> Option<Address> {
        let form = AddressForm::from_json(json, at, problems)?;
        match self.fields.address.on(on) {
            Ok(limits) => limits.read(&form, at, problems),
            Err(reason) => {
                problems.push(reason.at(at.pointer()));
                None
            }
        }
    }
}
