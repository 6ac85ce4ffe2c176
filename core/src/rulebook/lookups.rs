//! The questions that one rule each answers.

use super::Rulebook;
use crate::address::{Address, AddressForm, Region};
use crate::calendar::{Calendar, ReadyDate};
use crate::centres::{
    Appointment, Booking, Centre, CentreDirectory, NearbyCentre, NearestQuery, PickupOffer, Slot,
    free_slots,
};
use crate::contact::{EmailAddress, Phone};
use crate::day::Day;
use crate::delivery::{DeliveryEstimate, DeliveryPlace};
use crate::eligibility::{Decision, Inquiry};
use crate::faults::{FaultQuery, PaperRight};
use crate::feedback::Feedback;
use crate::fees::{ExpeditedFees, FeeInquiry, Quote};
use crate::id::SourceId;
use crate::identity::{Iin, IinEntry};
use crate::json::{FromJson, Json, Place};
use crate::language::Language;
use crate::lifecycle::Application;
use crate::moment::Moment;
use crate::names::PersonName;
use crate::notices::{Notice, NoticeData};
use crate::problem::{Error, Problem, Reason};
use crate::problems::Problems;
use crate::time_of_day::TimeOfDay;

/// Whether a card can be renewed online, and what it costs.
impl Rulebook {
    /// Decides whether a card can be renewed online on `today`, the civil date in Kazakhstan.
    ///
    /// All checks of SPEC section 3 are made, in its order, by the rules in force on `today`.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no window or no list of online services for `today`.
    #[inline]
    pub fn decide(&self, inquiry: &Inquiry, today: Day) -> Result<Decision, Reason> {
        self.eligibility.decide(inquiry, today, self.name)
    }

    /// Quotes what is to be paid for an application filed on `inquiry.on`.
    ///
    /// A duty that is zero still has its line, so that the quote says why nothing is due.
    ///
    /// # Errors
    /// - `NOT_COVERED` if the MRP, the duty, the exemptions or the tariff of that day are not known;
    /// - `DUTY_UNKNOWN` if the document is not issued on that ground, or not with so many pages;
    /// - `UNKNOWN_VALUE` at `/exemption` if there is no such category on that day;
    /// - `DELIVERY_NOT_OFFERED` if nothing is delivered to the region.
    ///
    /// ```
    /// use qujat::{Day, FeeInquiry, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let quote = rules.quote(&FeeInquiry::renewal(Day::parse("2025-11-10")?))?;
    /// assert_eq!(quote.total.to_string(), "786.40");
    /// let quote = rules.quote(&FeeInquiry::renewal(Day::parse("2026-02-10")?))?;
    /// assert!(quote.total.is_zero());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn quote(&self, inquiry: &FeeInquiry) -> Result<Quote, Problem> {
        let place = inquiry.deliver_to.map(DeliveryPlace::from);
        self.fees.quote(inquiry, place, &self.delivery, self.name)
    }

    /// Quotes as [`Rulebook::quote`], with delivery to an address, whatever the inquiry says of it. A
    /// zone may be that of the postcode or of the locality: the most specific one counts.
    ///
    /// # Errors
    /// Those of [`Rulebook::quote`].
    pub fn quote_to(&self, inquiry: &FeeInquiry, address: &Address) -> Result<Quote, Problem> {
        let place = Some(DeliveryPlace::from(address));
        self.fees.quote(inquiry, place, &self.delivery, self.name)
    }

    /// What expedited issuance costs at a service centre on a day. It is not offered online.
    ///
    /// # Errors
    /// `NOT_COVERED` if the prices of that day are not known.
    pub fn expedited_fees(&self, on: Day) -> Result<ExpeditedFees, Reason> {
        self.fees.expedited(on, self.name)
    }

    /// The categories of persons who pay no duty on a day, with the source that says so.
    ///
    /// # Errors
    /// `NOT_COVERED` if the exemptions of that day are not known.
    pub fn exemptions(&self, on: Day) -> Result<(&[String], SourceId), Reason> {
        self.fees.exemptions(on)
    }
}

/// Numbers, names and contacts.
impl Rulebook {
    /// Reads an IIN under the rules in force on a day. The second value is what is odd about its
    /// layout, where the rulebook makes that a warning and no error.
    ///
    /// # Errors
    /// `IIN_LENGTH`, `IIN_NOT_DIGITS`, `IIN_IS_BIN`, `IIN_CENTURY`, `IIN_BIRTH_DATE`,
    /// `IIN_CHECK_DIGIT`: the first that applies; `NOT_COVERED`.
    #[inline]
    pub fn parse_iin(&self, text: &str, on: Day) -> Result<(Iin, Option<Reason>), Reason> {
        self.iin_rules(on)?.read(text)
    }

    /// How IINs are read on a day.
    #[inline]
    pub(crate) fn iin_rules(&self, on: Day) -> Result<&IinEntry, Reason> {
        self.fields.iin.on(on)
    }

    /// Whether the holder of this IIN is born, and old enough to hold an identity card, on a day.
    ///
    /// # Errors
    /// `IIN_BORN_AFTER`, `HOLDER_TOO_YOUNG`; `NOT_COVERED`.
    pub fn check_age(&self, iin: Iin, on: Day) -> Result<(), Reason> {
        iin.check_born_by(on)?;
        match iin.birth_date() {
            Some(born) => self.fields.documents.on(on)?.check_age(born, on),
            None => Ok(()),
        }
    }

    /// Whether a card can expire on this day at all, asked on `on`: whoever types a date may slip in the
    /// year.
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
    /// expires on 28 February (SPEC section 4, own choice). `None` beyond [`Day::MAX`].
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook does not say how long cards issued on that day are valid.
    pub fn card_expires_on(&self, issued_on: Day) -> Result<Option<Day>, Reason> {
        Ok(self.fields.documents.on(issued_on)?.expires_on(issued_on))
    }

    /// Reads the number of a mobile phone under the numbering plan of a day.
    ///
    /// # Errors
    /// `PHONE_FORMAT`, `PHONE_NOT_KAZAKHSTAN`, `PHONE_NOT_MOBILE`, `PHONE_UNASSIGNED`;
    /// `NOT_COVERED`.
    pub fn parse_phone(&self, text: &str, on: Day) -> Result<Phone, Reason> {
        self.fields.phone.on(on)?.read(text)
    }

    /// Reads an e-mail address.
    ///
    /// # Errors
    /// Those of [`EmailAddress::from_text`], and `EMAIL_TOO_LONG`; `NOT_COVERED`.
    pub fn parse_email(&self, text: &str, on: Day) -> Result<EmailAddress, Reason> {
        self.fields.email.on(on)?.read(text)
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
    pub fn parse_name(&self, text: &str, on: Day) -> Result<PersonName, Reason> {
        self.fields.names.on(on)?.read(text)
    }

    /// The Latin form of a name in capitals, as ICAO Doc 9303 transliterates it.
    ///
    /// # Errors
    /// `NAME_CHARACTER` for a letter that the table does not have; `NOT_COVERED`.
    pub fn latin_name(&self, name: &PersonName, on: Day) -> Result<String, Reason> {
        name.latin(self.fields.transliteration.on(on)?)
    }

    /// The Latin form of a name as the machine-readable zone prints it: fillers `<` for what is no
    /// letter.
    ///
    /// # Errors
    /// Those of [`Rulebook::latin_name`].
    pub fn machine_readable_name(&self, name: &PersonName, on: Day) -> Result<String, Reason> {
        name.machine_readable(self.fields.transliteration.on(on)?)
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

/// Days, places and slots.
impl Rulebook {
    /// The calendar of working days.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The civil date and time in Kazakhstan of an instant, the seconds left out.
    ///
    /// # Errors
    /// `NOT_COVERED` if the offset from UTC at that time is not known.
    pub fn civil_time(&self, moment: Moment) -> Result<(Day, TimeOfDay), Reason> {
        self.civil_time.civil(moment)
    }

    /// The day by which a card is ready, counted in working days of which the first is the first after
    /// the registration of the application. Before it is registered, the answer assumes that this will
    /// happen on the day of filing, and says so (`READY_ASSUMED`).
    ///
    /// # Errors
    /// `INTERVAL_REVERSED` if it was registered before it was filed; `NOT_COVERED` if the term or the
    /// calendar is not known.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let filed_on = Day::parse("2026-02-10")?;
    /// let ready = rules.ready_on(filed_on, None)?;
    /// assert_eq!((ready.ready_on, ready.reason.code.as_str()), (Day::parse("2026-03-03")?, "READY_ASSUMED"));
    /// let ready = rules.ready_on(filed_on, Some(Day::parse("2026-02-11")?))?;
    /// assert_eq!((ready.ready_on, ready.reason.code.as_str()), (Day::parse("2026-03-04")?, "READY_ON"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ready_on(&self, filed_on: Day, registered_on: Option<Day>) -> Result<ReadyDate, Reason> {
        self.production
            .ready_on(&self.calendar, filed_on, registered_on)
    }

    /// The day by which the card of an application is ready: its events say when it was filed, and when
    /// registered. `None` before the filing.
    ///
    /// # Errors
    /// `NOT_COVERED` if the term, the calendar or the offset from UTC is not known.
    pub fn application_ready_on(
        &self,
        application: &Application,
    ) -> Result<Option<ReadyDate>, Reason> {
        let Some(filed_at) = application.filed_at() else {
            return Ok(None);
        };
        let (filed_on, _) = self.civil_time(filed_at)?;
        let registered = application.registered_at();
        let registered = registered
            .map(|moment| self.civil_time(moment))
            .transpose()?;
        let registered_on = registered.map(|(day, _)| day);
        self.ready_on(filed_on, registered_on).map(Some)
    }

    /// The centres that fit a query, the nearest first.
    ///
    /// # Errors
    /// See [`CentreDirectory::nearest`].
    pub fn nearest(
        &self,
        centres: &CentreDirectory,
        query: &NearestQuery,
    ) -> Result<Vec<NearbyCentre>, Error> {
        centres.nearest(query, &self.calendar)
    }

    /// All free slots of a centre on `days` calendar days of which `from` is the first.
    ///
    /// # Errors
    /// `NUMBER_RANGE` for more than 400 days; `NOT_COVERED` if one of the days is outside the calendar.
    pub fn free_slots(
        &self,
        centre: &Centre,
        from: Day,
        days: u32,
        bookings: &[Booking],
    ) -> Result<Vec<Slot>, Reason> {
        free_slots(centre, &self.calendar, from, days, bookings)
    }

    /// The first day on which a card that is ready on this day can be picked up: so many calendar days
    /// later as the rulebook has, since it may arrive in the afternoon.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no rule of pickup for the ready date.
    pub fn pickup_from(&self, ready_on: Day) -> Result<Day, Reason> {
        self.pickup.first_day(ready_on)
    }

    /// The first free slot of a centre on or after the first day on which the card can be picked up:
    /// the day on which it is ready, and so many days more as the rulebook has.
    ///
    /// # Errors
    /// `NO_FREE_SLOT` if there is none in the days that the rulebook has searched; `NOT_COVERED`.
    pub fn first_free_slot(
        &self,
        centre: &Centre,
        ready_on: Day,
        bookings: &[Booking],
    ) -> Result<PickupOffer, Reason> {
        self.pickup
            .first_free_slot(centre, &self.calendar, ready_on, bookings)
    }

    /// An appointment as an iCalendar object, to be attached to the e-mail: one that is called off has
    /// the method `CANCEL`.
    ///
    /// # Errors
    /// `TEXT_EMPTY` or `REFERENCE_INVALID` for the application's number; `INTERVAL_REVERSED` if it does
    /// not end after it begins; `NOT_COVERED`.
    pub fn icalendar(&self, appointment: &Appointment) -> Result<String, Reason> {
        appointment.to_icalendar(&self.civil_time, &self.texts)
    }

    /// When a card that is ready on this day is likely to be delivered to a region.
    ///
    /// # Errors
    /// `DELIVERY_NOT_OFFERED`; `NOT_COVERED`.
    pub fn delivery_estimate(
        &self,
        region: Region,
        ready_on: Day,
    ) -> Result<DeliveryEstimate, Reason> {
        self.delivery.estimate(&self.calendar, ready_on, region)
    }

    /// As [`Rulebook::delivery_estimate`], by the zone of the address: that of its postcode, else that
    /// of its locality, else that of its region.
    ///
    /// # Errors
    /// `DELIVERY_NOT_OFFERED`; `NOT_COVERED`.
    pub fn delivery_estimate_to(
        &self,
        address: &Address,
        ready_on: Day,
    ) -> Result<DeliveryEstimate, Reason> {
        self.delivery.estimate(&self.calendar, ready_on, address)
    }
}

/// Notices, faults and feedback.
impl Rulebook {
    /// Writes a notice in a language, by the SMS policy of a day.
    ///
    /// # Errors
    /// `TEXT_EMPTY` or `REFERENCE_INVALID` for an application's number or a reference that is none;
    /// `NOT_COVERED` if the rulebook has no SMS policy for that day.
    pub fn notice(&self, data: &NoticeData, language: Language, on: Day) -> Result<Notice, Reason> {
        data.check()?;
        Ok(Notice::render(
            &self.texts,
            data,
            language,
            &self.sms.on(on)?,
        ))
    }

    /// Decides whether a technical fault during an attempt gives the right to file on paper, by
    /// the rule in force on the civil day on which the attempt began.
    ///
    /// Faults of all channels count alike; those that overlap or touch are one. The longest has to
    /// last *more than* the limit, to the nanosecond: as a whole if it overlaps the attempt, or only
    /// what lies inside the attempt, as the rulebook says.
    ///
    /// ```
    /// use qujat::{FaultQuery, Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let query = FaultQuery::from_json(br#"{
    ///     "attempt": {"from": "2026-02-10T09:00:00+05:00", "to": "2026-02-10T09:05:00+05:00"},
    ///     "faults": [{"from": "2026-02-10T08:54:59+05:00", "to": "2026-02-10T09:06:00+05:00",
    ///                 "channel": "portal", "reference": "INC-17"}]
    /// }"#)?;
    /// let right = rules.paper_right(&query)?;
    /// assert!(right.paper);
    /// assert!(rules.text(&right.reason, Language::En).contains("11 minutes 1 second, more than 10 minutes"));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    ///
    /// # Errors
    /// `INTERVAL_REVERSED`, and what is wrong with the number and the references, each with its
    /// place; `NOT_COVERED`.
    pub fn paper_right(&self, query: &FaultQuery) -> Result<PaperRight, Error> {
        let renewal = query.expires_on.map(Inquiry::renewal);
        self.paper_right_for(query, renewal.as_ref())
    }

    /// [`Rulebook::paper_right`], with what is known about the card.
    pub(crate) fn paper_right_for(
        &self,
        query: &FaultQuery,
        card: Option<&Inquiry>,
    ) -> Result<PaperRight, Error> {
        let (day, _) = self.civil_time(query.attempt.from)?;
        let mut right = self
            .technical_fault
            .paper_right(query, day, &self.civil_time)?;
        if let Some(statement) = right.statement.take() {
            let decision = card.map(|card| self.decide(card, day)).transpose()?;
            right.statement = Some(statement.with_decision(decision));
        }
        Ok(right)
    }

    /// The data of the notice that filing on paper is allowed; `None` without the right. It names
    /// the statement's number, or else the operator's first name for the fault.
    #[must_use]
    pub fn paper_notice(&self, right: &PaperRight) -> Option<NoticeData> {
        let statement = right.statement.as_ref()?;
        let reference = statement.number.as_ref().or(statement.references.first());
        let seconds = u32::try_from(statement.duration_seconds).unwrap_or(u32::MAX);
        Some(NoticeData::PaperFilingAllowed {
            day: statement.day,
            minutes: seconds / 60,
            seconds: seconds % 60,
            reference: reference.cloned().unwrap_or_default(),
        })
    }

    /// Reads feedback from JSON under the limits of a day; its texts are cleaned and masked.
    ///
    /// # Errors
    /// Every problem of the feedback, with its place; `NOT_COVERED`.
    pub fn read_feedback(&self, bytes: &[u8], on: Day) -> Result<Feedback, Error> {
        Feedback::from_json(bytes, &self.feedback.limits_on(on)?)
    }
}
