//! The rulebook: one method for each question.

use std::sync::Arc;

use crate::filing::Validation;
use crate::filing::assess::{Assessment, AssessmentRequest};
use crate::filing::explain::Statement;
use crate::filing::explainable::Explainable;
use crate::filing::register::RegisterRecord;
use crate::foundation::dated::{NamedSource, Source};
use crate::foundation::day::{Day, DayRange};
use crate::foundation::id::{EditionName, SourceId};
use crate::foundation::language::{Language, LocalText};
use crate::foundation::moment::{CivilTime, Moment};
use crate::foundation::problem::{Problem, Reason};
use crate::people::address::{Address, Region};
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardStatus, CheckedIin, Iin};
use crate::people::names::PersonName;
use crate::rulebook::Rulebook as Rules;
use crate::service::calendar::ReadyDate;
use crate::service::centres::{
    Appointment, Booking, Centre, NearbyCentre, NearestQuery, PickupOffer, Slot,
};
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::{Decision, Inquiry};
use crate::service::faults::{FaultQuery, PaperRight};
use crate::service::feedback::Feedback;
use crate::service::fees::{Exemptions, ExpeditedFees, FeeInquiry, Quote};
use crate::service::notice_kinds::NoticeData;
use crate::service::reminder::ReminderRun;
use crate::wording::notices::Notice;

use super::calendar::Calendar;
use super::centres::CentreDirectory;
use super::error::Answered;
use super::lifecycle::Application;
use super::texts::Texts;

enum Origin {
    Shipped(&'static Rules),
    Loaded(Box<Rules>),
}

/// The rules of the service, by date, each with its source. A rulebook never changes.
#[derive(uniffi::Object)]
pub struct Rulebook {
    origin: Origin,
}

impl Rulebook {
    pub(super) fn core(&self) -> &Rules {
        match &self.origin {
            Origin::Shipped(rules) => rules,
            Origin::Loaded(rules) => rules,
        }
    }
}

/// The names of the shipped editions; the first is the default.
#[uniffi::export]
pub fn editions() -> Vec<String> {
    Rules::editions().into_iter().map(str::to_owned).collect()
}

/// The text of a shipped edition's file, to read or to start one's own from.
#[uniffi::export]
pub fn edition_text(name: String) -> Option<String> {
    Rules::edition_text(&name).map(str::to_owned)
}

/// The decision on renewing a card online, and its cost.
#[uniffi::export]
impl Rulebook {
    /// The shipped edition with this name, loaded once for the whole process; without a name the
    /// default one. `EDITION_UNKNOWN` for an unknown one.
    #[uniffi::constructor(default(name = None))]
    pub fn edition(name: Option<String>) -> Answered<Arc<Rulebook>> {
        let name = name.as_deref().unwrap_or(Rules::DEFAULT_EDITION);
        let origin = Origin::Shipped(Rules::edition(name)?);
        Ok(Arc::new(Rulebook { origin }))
    }

    /// Loads a rulebook from a file's text: a whole one, or an overlay that says in `extends` which
    /// shipped edition it changes. Throws every problem that the file has.
    #[uniffi::constructor]
    pub fn load(text: String) -> Answered<Arc<Rulebook>> {
        let origin = Origin::Loaded(Box::new(Rules::load(text.as_bytes())?));
        Ok(Arc::new(Rulebook { origin }))
    }

    /// The edition's name, as every answer carries it.
    pub fn name(&self) -> EditionName {
        self.core().name()
    }

    /// The title of the edition.
    pub fn title(&self) -> LocalText {
        self.core().title().clone()
    }

    /// The pilot's periods in the order of time, both ends of each inclusive; between two of them it
    /// pauses.
    pub fn pilot(&self) -> Vec<DayRange> {
        self.core().pilot().to_vec()
    }

    /// The source with this name, which an answer cites; `None` for an unknown one.
    pub fn source(&self, id: SourceId) -> Answered<Option<Source>> {
        Ok(self.core().source(id).cloned())
    }

    /// All sources, by name.
    pub fn sources(&self) -> Vec<NamedSource> {
        self.core().sources()
    }

    /// The texts in three languages.
    pub fn texts(self: Arc<Self>) -> Arc<Texts> {
        Texts::of(self)
    }

    /// The calendar of working days.
    pub fn calendar(self: Arc<Self>) -> Arc<Calendar> {
        Calendar::of(self)
    }

    /// Decides on renewing a card online on `today`, the civil date in Kazakhstan.
    pub fn decide(&self, inquiry: Inquiry, today: Day) -> Answered<Decision> {
        Ok(self.core().decide(&inquiry, today)?)
    }

    /// The data of the reminder for a card that expires on `expires_on`, in a run of the job on
    /// `on`; `None` if no reminder is due since the last run, by default that of the day before.
    /// `status` is the card's in the state register, if that is known.
    #[uniffi::method(default(last_run = None, status = None))]
    pub fn reminder(
        &self,
        expires_on: Day,
        on: Day,
        last_run: Option<Day>,
        status: Option<CardStatus>,
    ) -> Answered<Option<NoticeData>> {
        let run = ReminderRun::since(last_run, on);
        Ok(self.core().reminder(expires_on, status, run)?)
    }

    /// Quotes the amounts to pay for an application filed on the inquiry's day.
    pub fn quote(&self, inquiry: FeeInquiry) -> Answered<Quote> {
        Ok(self.core().quote(&inquiry)?)
    }

    /// The price of expedited issuance at a service centre on a day. It is not offered online.
    pub fn expedited_fees(&self, on: Day) -> Answered<ExpeditedFees> {
        Ok(self.core().expedited_fees(on)?)
    }

    /// The categories of persons who pay no duty on a day, with the source that says so.
    pub fn exemptions(&self, on: Day) -> Answered<Exemptions> {
        Ok(self.core().exemptions(on)?)
    }
}

/// Numbers, names and contacts.
#[uniffi::export]
impl Rulebook {
    /// Reads an IIN under the rules in force on a day.
    pub fn parse_iin(&self, text: String, on: Day) -> Answered<CheckedIin> {
        Ok(self.core().parse_iin(&text, on)?)
    }

    /// Throws `IIN_BORN_AFTER` or `HOLDER_TOO_YOUNG` if the holder of this IIN is not born, or not
    /// old enough to hold an identity card, on a day.
    pub fn check_age(&self, iin: Iin, on: Day) -> Answered<()> {
        Ok(self.core().check_age(iin, on)?)
    }

    /// The expiry date that is printed on a card issued on a day. A card issued on 29 February
    /// expires on 28 February. `None` beyond the year 9999.
    pub fn card_expires_on(&self, issued_on: Day) -> Answered<Option<Day>> {
        Ok(self.core().card_expires_on(issued_on)?)
    }

    /// Reads the number of a mobile phone under the numbering plan of a day.
    pub fn parse_phone(&self, text: String, on: Day) -> Answered<Phone> {
        Ok(self.core().parse_phone(&text, on)?)
    }

    /// Reads an e-mail address.
    pub fn parse_email(&self, text: String, on: Day) -> Answered<EmailAddress> {
        Ok(self.core().parse_email(&text, on)?)
    }

    /// Reads a surname, given name or patronymic.
    pub fn parse_name(&self, text: String, on: Day) -> Answered<PersonName> {
        Ok(self.core().parse_name(&text, on)?)
    }

    /// The Latin form of a name in capitals, as ICAO Doc 9303 transliterates it.
    pub fn latin_name(&self, name: PersonName, on: Day) -> Answered<String> {
        Ok(self.core().latin_name(&name, on)?)
    }

    /// The Latin form of a name as the machine-readable zone prints it.
    pub fn machine_readable_name(&self, name: PersonName, on: Day) -> Answered<String> {
        Ok(self.core().machine_readable_name(&name, on)?)
    }

    /// Reads and checks an application's form, JSON text. With a register record, that decides.
    #[uniffi::method(default(register = None))]
    pub fn validate(
        &self,
        form: String,
        today: Day,
        register: Option<RegisterRecord>,
    ) -> Answered<Validation> {
        Ok(self
            .core()
            .validate(form.as_bytes(), today, register.as_ref()))
    }

    /// Assesses an application: reads and checks the form, JSON text, decides, quotes, schedules,
    /// checks the pictures that are given, and renders the notices to send. It never fails as a
    /// whole: a question that cannot be answered is not there, and a problem gives the reason. With
    /// pictures it works for up to a second.
    #[uniffi::method(default(
        register = None,
        centres = None,
        bookings = [],
        photo = None,
        signature = None,
        faults = None
    ))]
    #[allow(
        clippy::too_many_arguments,
        reason = "all but two have defaults, and are named where they are given"
    )]
    pub fn assess_blocking(
        &self,
        form: String,
        today: Day,
        register: Option<RegisterRecord>,
        centres: Option<Arc<CentreDirectory>>,
        bookings: Vec<Booking>,
        photo: Option<Vec<u8>>,
        signature: Option<Vec<u8>>,
        faults: Option<FaultQuery>,
    ) -> Answered<Assessment> {
        let request = AssessmentRequest {
            register: register.as_ref(),
            centres: centres.as_ref().map(|centres| centres.core()),
            bookings: &bookings,
            photo: photo.as_deref(),
            signature: signature.as_deref(),
            faults: faults.as_ref(),
            ..AssessmentRequest::new(form.as_bytes(), today)
        };
        Ok(self.core().assess(&request))
    }
}

/// Days, places and slots.
#[uniffi::export]
impl Rulebook {
    /// The civil date and time in Kazakhstan of an instant.
    pub fn civil_time(&self, moment: Moment) -> Answered<CivilTime> {
        Ok(self.core().civil_time(moment)?)
    }

    /// The day by which a card is ready, counted in working days of which the first is the first after
    /// the registration of the application. Before it is registered, the answer assumes that this will
    /// happen on the day of filing, and says so (`READY_ASSUMED`).
    #[uniffi::method(default(registered_on = None))]
    pub fn ready_on(&self, filed_on: Day, registered_on: Option<Day>) -> Answered<ReadyDate> {
        Ok(self.core().ready_on(filed_on, registered_on)?)
    }

    /// The day by which the card of an application is ready: its events say when it was filed, and when
    /// registered. `None` before the filing.
    pub fn application_ready_on(
        &self,
        application: Arc<Application>,
    ) -> Answered<Option<ReadyDate>> {
        Ok(self.core().application_ready_on(&application.held())?)
    }

    /// The first day on which a card that is ready on this day can be picked up: so many calendar days
    /// later as the rulebook has, since it may arrive in the afternoon.
    pub fn pickup_from(&self, ready_on: Day) -> Answered<Day> {
        Ok(self.core().pickup_from(ready_on)?)
    }

    /// The centres that fit a query, the nearest first.
    pub fn nearest(
        &self,
        centres: Arc<CentreDirectory>,
        query: NearestQuery,
    ) -> Answered<Vec<NearbyCentre>> {
        Ok(self.core().nearest(centres.core(), &query)?)
    }

    /// All free slots of a centre on `days` calendar days of which `first_day` is the first.
    #[uniffi::method(default(bookings = []))]
    pub fn free_slots(
        &self,
        centre: Centre,
        first_day: Day,
        days: u32,
        bookings: Vec<Booking>,
    ) -> Answered<Vec<Slot>> {
        Ok(self
            .core()
            .free_slots(&centre, first_day, days, &bookings)?)
    }

    /// The first free slot of a centre on or after the first day on which the card can be picked up:
    /// the day on which it is ready, and so many days more as the rulebook has.
    #[uniffi::method(default(bookings = []))]
    pub fn first_free_slot(
        &self,
        centre: Centre,
        ready_on: Day,
        bookings: Vec<Booking>,
    ) -> Answered<PickupOffer> {
        Ok(self.core().first_free_slot(&centre, ready_on, &bookings)?)
    }

    /// Quotes with delivery to an address: a zone may be that of the postcode or of the locality, and the
    /// most specific one counts.
    pub fn quote_to(&self, inquiry: FeeInquiry, address: Address) -> Answered<Quote> {
        Ok(self.core().quote_to(&inquiry, &address)?)
    }

    /// The likely day on which a card that is ready on this day is delivered to an address, by its
    /// zone: that of its postcode, else that of its locality, else that of its region.
    pub fn delivery_estimate_to(
        &self,
        address: Address,
        ready_on: Day,
    ) -> Answered<DeliveryEstimate> {
        Ok(self.core().delivery_estimate_to(&address, ready_on)?)
    }

    /// An appointment as an iCalendar object, to be attached to the e-mail.
    pub fn icalendar(&self, appointment: Appointment) -> Answered<String> {
        Ok(self.core().icalendar(&appointment)?)
    }

    /// The likely day on which a card that is ready on this day is delivered to a region.
    pub fn delivery_estimate(&self, region: Region, ready_on: Day) -> Answered<DeliveryEstimate> {
        Ok(self.core().delivery_estimate(region, ready_on)?)
    }
}

/// Notices, faults, feedback and explanations.
#[uniffi::export]
impl Rulebook {
    /// Writes a notice in a language, by the SMS policy of a day.
    pub fn notice(&self, data: NoticeData, language: Language, on: Day) -> Answered<Notice> {
        Ok(self.core().notice(&data, language, on)?)
    }

    /// Decides on the right to file on paper after a technical fault during an attempt, by the rule
    /// in force on the day on which the attempt began.
    pub fn paper_right(&self, query: FaultQuery) -> Answered<PaperRight> {
        Ok(self.core().paper_right(&query)?)
    }

    /// The data of the notice that filing on paper is allowed; `None` without the right.
    pub fn paper_notice(&self, right: PaperRight) -> Answered<Option<NoticeData>> {
        Ok(self.core().paper_notice(&right))
    }

    /// Reads feedback from JSON under the limits of a day; its texts are cleaned and masked.
    pub fn read_feedback(&self, json: String, on: Day) -> Answered<Feedback> {
        Ok(self.core().read_feedback(json.as_bytes(), on)?)
    }

    /// Explains an answer in a language.
    pub fn explain_answer(
        &self,
        answer: Explainable,
        language: Language,
    ) -> Answered<Vec<Statement>> {
        Ok(self.core().explain(&answer, language))
    }

    /// The text of a reason for a citizen, with its parameters.
    pub fn text_of_reason(&self, reason: Reason, language: Language) -> Answered<String> {
        Ok(self.core().text(&reason, language))
    }

    /// The text of a problem for a citizen, with its parameters.
    pub fn text_of_problem(&self, problem: Problem, language: Language) -> Answered<String> {
        Ok(self.core().text(&problem, language))
    }

    /// The text of a reason for the operator of the service, with identifiers.
    pub fn operator_text_of_reason(&self, reason: Reason, language: Language) -> Answered<String> {
        Ok(self.core().operator_text(&reason, language))
    }

    /// The text of a problem for the operator of the service, with identifiers.
    pub fn operator_text_of_problem(
        &self,
        problem: Problem,
        language: Language,
    ) -> Answered<String> {
        Ok(self.core().operator_text(&problem, language))
    }
}
