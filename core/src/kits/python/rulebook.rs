//! The rulebook: one method for each question.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::calendar::CalendarObject;
use super::error::{answer as guarded, call, detached};
use super::list::List;
use super::object::Rebuilt;
use super::text::{Bytes, Form, Str, Text};
use super::texts::TextsObject;
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
use crate::foundation::problem::{Error, Problem, Reason};
use crate::people::address::{Address, Region};
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardStatus, CheckedIin, Iin};
use crate::people::names::PersonName;
use crate::pictures::image::{ImageFile, Picture};
use crate::pictures::photo::PhotoReport;
use crate::pictures::signature::{SignatureReport, Strokes};
use crate::rulebook::Rulebook;
use crate::service::calendar::ReadyDate;
use crate::service::centres::{
    Appointment, Booking, Centre, CentreDirectory, NearbyCentre, NearestQuery, PickupOffer, Slot,
};
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::{Decision, Inquiry};
use crate::service::faults::{FaultQuery, PaperRight};
use crate::service::feedback::Feedback;
use crate::service::fees::{Exemptions, ExpeditedFees, FeeInquiry, Quote};
use crate::service::lifecycle::Application;
use crate::service::notice_kinds::NoticeData;
use crate::service::reminder::ReminderRun;
use crate::wording::notices::Notice;

/// A rulebook, and the file that it came from, so that it can be pickled.
#[derive(Clone, Debug)]
enum Origin {
    Shipped(&'static Rulebook),
    Loaded(Arc<(Rulebook, Vec<u8>)>),
}

/// The rules of the service, by date, each with its source.
///
/// `Rulebook.edition()` gives a shipped one, `Rulebook.load(text)` one of your own. A rulebook never
/// changes, and can be used from any number of threads.
#[pyclass(module = "qujat", name = "Rulebook", frozen, eq, hash, from_py_object)]
#[derive(Clone, Debug)]
pub struct RulebookObject(Origin);

impl Deref for RulebookObject {
    type Target = Rulebook;

    fn deref(&self) -> &Rulebook {
        match &self.0 {
            Origin::Shipped(rules) => rules,
            Origin::Loaded(loaded) => &loaded.0,
        }
    }
}

impl RulebookObject {
    /// The bytes it was loaded from; `None` for a shipped one.
    fn source_text(&self) -> Option<&[u8]> {
        match &self.0 {
            Origin::Shipped(_) => None,
            Origin::Loaded(loaded) => Some(&loaded.1),
        }
    }

    pub(super) fn shown(&self) -> String {
        match &self.0 {
            Origin::Shipped(rules) => format!("Rulebook.edition('{}')", rules.name()),
            Origin::Loaded(loaded) => format!("<Rulebook '{}'>", loaded.0.name()),
        }
    }
}

impl PartialEq for RulebookObject {
    fn eq(&self, other: &RulebookObject) -> bool {
        self.name() == other.name() && self.source_text() == other.source_text()
    }
}

impl Eq for RulebookObject {}

impl Hash for RulebookObject {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

/// The decision on renewing a card online, and its cost.
#[pymethods]
impl RulebookObject {
    /// The name of the edition to use by default.
    #[classattr]
    const DEFAULT_EDITION: &'static str = Rulebook::DEFAULT_EDITION;

    /// The names of the shipped editions; the first is the default.
    #[staticmethod]
    fn editions() -> Vec<&'static str> {
        Rulebook::editions()
    }

    /// The shipped edition with this name, loaded once for the whole process. `EDITION_UNKNOWN` for
    /// an unknown one.
    #[staticmethod]
    #[pyo3(signature = (name = Str("service-2025")), text_signature = "(name='service-2025')")]
    fn edition(py: Python<'_>, name: Str<'_>) -> PyResult<RulebookObject> {
        detached(py, || Rulebook::edition(name.0))
            .map(|rules| RulebookObject(Origin::Shipped(rules)))
    }

    /// The text of a shipped edition's file, to read or to start one's own from.
    #[staticmethod]
    fn edition_text(name: Str<'_>) -> Option<&'static str> {
        Rulebook::edition_text(name.0)
    }

    /// Loads a rulebook from a file's text: a whole one, or an overlay that says in `extends` which
    /// shipped edition it changes. Raises a `RulebookError` with every problem that the file has.
    #[staticmethod]
    fn load(py: Python<'_>, text: Text) -> PyResult<RulebookObject> {
        let text = text.as_slice();
        let rules = detached(py, || Rulebook::load(text))?;
        Ok(RulebookObject(Origin::Loaded(Arc::new((
            rules,
            text.to_vec(),
        )))))
    }

    /// The edition's name, as every answer carries it.
    #[getter(name)]
    fn py_name(&self) -> EditionName {
        self.name()
    }

    /// The title of the edition.
    #[getter(title)]
    fn py_title(&self) -> LocalText {
        self.title().clone()
    }

    /// The pilot's periods in the order of time, both ends of each inclusive; between two of them it
    /// pauses.
    #[getter(pilot)]
    fn py_pilot(&self) -> Vec<DayRange> {
        self.pilot().to_vec()
    }

    /// The source with this name, which an answer cites.
    #[pyo3(name = "source")]
    fn py_source(&self, id: SourceId) -> Option<Source> {
        self.source(id).cloned()
    }

    /// All sources, by name.
    #[pyo3(name = "sources")]
    fn py_sources(&self) -> Vec<NamedSource> {
        self.sources()
    }

    /// The texts in three languages.
    #[getter(texts)]
    fn py_texts(&self) -> TextsObject {
        TextsObject::of(self.clone())
    }

    /// The calendar of working days.
    #[getter(calendar)]
    fn py_calendar(&self) -> CalendarObject {
        CalendarObject::__new__(self.clone())
    }

    /// Decides on renewing a card online on `today`, the civil date in Kazakhstan.
    #[pyo3(name = "decide")]
    fn py_decide(&self, inquiry: &Inquiry, today: Day) -> PyResult<Decision> {
        call(|| self.decide(inquiry, today))
    }

    /// The data of the reminder for a card that expires on `expires_on`, in a run of the job on `on`, if
    /// one is due since the last run: by default that of the day before. `status` is the card's in the
    /// state register, if that is known.
    #[pyo3(name = "reminder", signature = (expires_on, on, *, last_run = None, status = None))]
    fn py_reminder(
        &self,
        expires_on: Day,
        on: Day,
        last_run: Option<Day>,
        status: Option<CardStatus>,
    ) -> PyResult<Option<NoticeData>> {
        call(|| self.reminder(expires_on, status, ReminderRun::since(last_run, on)))
    }

    /// Quotes the amounts to pay for an application filed on `inquiry.on`.
    #[pyo3(name = "quote")]
    fn py_quote(&self, inquiry: &FeeInquiry) -> PyResult<Quote> {
        call(|| self.quote(inquiry))
    }

    /// The price of expedited issuance at a service centre on a day. It is not offered online.
    #[pyo3(name = "expedited_fees")]
    fn py_expedited_fees(&self, on: Day) -> PyResult<ExpeditedFees> {
        call(|| self.expedited_fees(on))
    }

    /// The categories of persons who pay no duty on a day, with the source that says so.
    #[pyo3(name = "exemptions")]
    fn py_exemptions(&self, on: Day) -> PyResult<Exemptions> {
        call(|| self.exemptions(on))
    }
}

/// Numbers, names and contacts.
#[pymethods]
impl RulebookObject {
    /// Reads an IIN under the rules in force on a day. The finding is the oddity of its
    /// layout, if the rulebook makes that a warning and no error.
    #[pyo3(name = "parse_iin")]
    fn py_parse_iin(&self, text: Str<'_>, on: Day) -> PyResult<CheckedIin> {
        call(|| self.parse_iin(text.0, on))
    }

    /// Raises `IIN_BORN_AFTER` or `HOLDER_TOO_YOUNG` if the holder of this IIN is not born, or not
    /// old enough to hold an identity card, on a day.
    #[pyo3(name = "check_age")]
    fn py_check_age(&self, iin: Iin, on: Day) -> PyResult<()> {
        call(|| self.check_age(iin, on))
    }

    /// The expiry date that is printed on a card issued on a day. A card issued on 29 February
    /// expires on 28 February. `None` beyond the year 9999.
    #[pyo3(name = "card_expires_on")]
    fn py_card_expires_on(&self, issued_on: Day) -> PyResult<Option<Day>> {
        call(|| self.card_expires_on(issued_on))
    }

    /// Reads the number of a mobile phone under the numbering plan of a day.
    #[pyo3(name = "parse_phone")]
    fn py_parse_phone(&self, text: Str<'_>, on: Day) -> PyResult<Phone> {
        call(|| self.parse_phone(text.0, on))
    }

    /// Reads an e-mail address.
    #[pyo3(name = "parse_email")]
    fn py_parse_email(&self, text: Str<'_>, on: Day) -> PyResult<EmailAddress> {
        call(|| self.parse_email(text.0, on))
    }

    /// Reads a surname, given name or patronymic.
    #[pyo3(name = "parse_name")]
    fn py_parse_name(&self, text: Str<'_>, on: Day) -> PyResult<PersonName> {
        call(|| self.parse_name(text.0, on))
    }

    /// The Latin form of a name in capitals, as ICAO Doc 9303 transliterates it.
    #[pyo3(name = "latin_name")]
    fn py_latin_name(&self, name: &PersonName, on: Day) -> PyResult<String> {
        call(|| self.latin_name(name, on))
    }

    /// The Latin form of a name as the machine-readable zone prints it.
    #[pyo3(name = "machine_readable_name")]
    fn py_machine_readable_name(&self, name: &PersonName, on: Day) -> PyResult<String> {
        call(|| self.machine_readable_name(name, on))
    }

    /// Reads and checks an application's form: JSON text. With a register record, that decides.
    #[pyo3(name = "validate", signature = (form, today, *, register = None))]
    fn py_validate(
        &self,
        py: Python<'_>,
        form: Text,
        today: Day,
        register: Option<&RegisterRecord>,
    ) -> PyResult<Validation> {
        let form = form.as_slice();
        detached(py, || Ok::<_, Error>(self.validate(form, today, register)))
    }

    /// Assesses an application: reads and checks the form, decides, quotes, schedules, and renders
    /// the notices to send. It never fails as a whole: a question that cannot be answered is
    /// `None`, and a problem gives the reason.
    #[pyo3(
        name = "assess",
        signature = (
            form, today, *, register = None, centres = None, bookings = List(Vec::new()), photo = None,
            signature = None, faults = None
        ),
        text_signature = "($self, form, today, *, register=None, centres=None, bookings=(), \
                          photo=None, signature=None, faults=None)"
    )]
    #[expect(
        clippy::too_many_arguments,
        reason = "all but two are optional, and named where they are given"
    )]
    fn py_assess(
        &self,
        py: Python<'_>,
        form: Form,
        today: Day,
        register: Option<&RegisterRecord>,
        centres: Option<&CentreDirectory>,
        bookings: List<Booking>,
        photo: Option<Bytes>,
        signature: Option<Bytes>,
        faults: Option<&FaultQuery>,
    ) -> PyResult<Assessment> {
        let request = AssessmentRequest {
            form: form.input(),
            today,
            register,
            centres,
            bookings: &bookings.0,
            photo: photo.as_ref().map(Bytes::as_slice),
            signature: signature.as_ref().map(Bytes::as_slice),
            faults,
        };
        detached(py, || Ok::<_, Error>(self.assess(&request)))
    }
}

/// Days, places and slots.
#[pymethods]
impl RulebookObject {
    /// The civil date and time in Kazakhstan of an instant, the seconds left out.
    #[pyo3(name = "civil_time")]
    fn py_civil_time(&self, moment: Moment) -> PyResult<CivilTime> {
        call(|| self.civil_time(moment))
    }

    /// The day by which a card is ready, counted in working days of which the first is the first after
    /// the registration of the application. Before it is registered, the answer assumes that this will
    /// happen on the day of filing, and says so (`READY_ASSUMED`).
    #[pyo3(name = "ready_on", signature = (filed_on, registered_on = None))]
    fn py_ready_on(&self, filed_on: Day, registered_on: Option<Day>) -> PyResult<ReadyDate> {
        call(|| self.ready_on(filed_on, registered_on))
    }

    /// The day by which the card of an application is ready: its events say when it was filed, and when
    /// registered. `None` before the filing.
    #[pyo3(name = "application_ready_on")]
    fn py_application_ready_on(&self, application: &Application) -> PyResult<Option<ReadyDate>> {
        call(|| self.application_ready_on(application))
    }

    /// The first day on which a card that is ready on this day can be picked up: so many calendar days
    /// later as the rulebook has, since it may arrive in the afternoon.
    #[pyo3(name = "pickup_from")]
    fn py_pickup_from(&self, ready_on: Day) -> PyResult<Day> {
        call(|| self.pickup_from(ready_on))
    }

    /// The centres that fit a query, the nearest first.
    #[pyo3(name = "nearest")]
    fn py_nearest(
        &self,
        centres: &CentreDirectory,
        query: &NearestQuery,
    ) -> PyResult<Vec<NearbyCentre>> {
        call(|| self.nearest(centres, query))
    }

    /// All free slots of a centre on `days` calendar days of which `first_day` is the first.
    #[pyo3(
        name = "free_slots",
        signature = (centre, first_day, days, bookings = List(Vec::new())),
        text_signature = "($self, centre, first_day, days, bookings=())"
    )]
    fn py_free_slots(
        &self,
        centre: &Centre,
        first_day: Day,
        days: u32,
        bookings: List<Booking>,
    ) -> PyResult<Vec<Slot>> {
        call(|| self.free_slots(centre, first_day, days, &bookings.0))
    }

    /// The first free slot of a centre on or after the first day on which the card can be picked up:
    /// the day on which it is ready, and so many days more as the rulebook has.
    #[pyo3(
        name = "first_free_slot",
        signature = (centre, ready_on, bookings = List(Vec::new())),
        text_signature = "($self, centre, ready_on, bookings=())"
    )]
    fn py_first_free_slot(
        &self,
        centre: &Centre,
        ready_on: Day,
        bookings: List<Booking>,
    ) -> PyResult<PickupOffer> {
        call(|| self.first_free_slot(centre, ready_on, &bookings.0))
    }

    /// Quotes with delivery to an address: a zone may be that of the postcode or of the locality, and the
    /// most specific one counts.
    #[pyo3(name = "quote_to")]
    fn py_quote_to(&self, inquiry: &FeeInquiry, address: &Address) -> PyResult<Quote> {
        call(|| self.quote_to(inquiry, address))
    }

    /// The likely day on which a card that is ready on this day is delivered to an address, by its
    /// zone: that of its postcode, else that of its locality, else that of its region.
    #[pyo3(name = "delivery_estimate_to")]
    fn py_delivery_estimate_to(
        &self,
        address: &Address,
        ready_on: Day,
    ) -> PyResult<DeliveryEstimate> {
        call(|| self.delivery_estimate_to(address, ready_on))
    }

    /// An appointment as an iCalendar object, to be attached to the e-mail.
    #[pyo3(name = "icalendar")]
    fn py_icalendar(&self, appointment: &Appointment) -> PyResult<String> {
        call(|| self.icalendar(appointment))
    }

    /// The likely day on which a card that is ready on this day is delivered to a region.
    #[pyo3(name = "delivery_estimate")]
    fn py_delivery_estimate(&self, region: Region, ready_on: Day) -> PyResult<DeliveryEstimate> {
        call(|| self.delivery_estimate(region, ready_on))
    }
}

/// Image files, notices, faults and feedback.
#[pymethods]
impl RulebookObject {
    /// Describes an image file without decoding it, and makes sure that it is whole and nothing
    /// more, under the limits of a day. Raises an `ImageError` if it is not.
    #[pyo3(name = "inspect_image")]
    fn py_inspect_image(&self, py: Python<'_>, data: Bytes, on: Day) -> PyResult<ImageFile> {
        let data = data.as_slice();
        detached(py, || self.inspect_image(data, on))
    }

    /// The same picture without metadata; no pixel changes.
    #[pyo3(name = "sanitize_image")]
    fn py_sanitize_image<'py>(
        &self,
        py: Python<'py>,
        data: Bytes,
        on: Day,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let data = data.as_slice();
        let clean = detached(py, || self.sanitize_image(data, on))?;
        Ok(PyBytes::new(py, &clean))
    }

    /// Decodes an image file, as the checks see it: upright, transparent pixels on white.
    #[pyo3(name = "decode_image")]
    fn py_decode_image(&self, py: Python<'_>, data: Bytes, on: Day) -> PyResult<Picture> {
        let data = data.as_slice();
        detached(py, || self.decode_image(data, on))
    }

    /// Checks a photo under the profile of a day: the file, the picture, and the face in it. A
    /// photo that is not accepted is no error: the report lists its problems.
    #[pyo3(name = "check_photo")]
    fn py_check_photo(&self, py: Python<'_>, data: Bytes, on: Day) -> PyResult<PhotoReport> {
        let data = data.as_slice();
        detached(py, || self.check_photo(data, on))
    }

    /// Checks a picture of a signature: JPEG or PNG, under the limits of a day. A file that is not
    /// accepted gives a report too.
    #[pyo3(name = "check_signature")]
    fn py_check_signature(
        &self,
        py: Python<'_>,
        data: Bytes,
        on: Day,
    ) -> PyResult<SignatureReport> {
        let data = data.as_slice();
        detached(py, || self.check_signature(data, on))
    }

    /// The picture of a signature as the card needs it: a grey PNG. Raises its problems.
    #[pyo3(name = "normalise_signature")]
    fn py_normalise_signature<'py>(
        &self,
        py: Python<'py>,
        data: Bytes,
        on: Day,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let data = data.as_slice();
        let normal = detached(py, || self.normalise_signature(data, on))?;
        Ok(PyBytes::new(py, &normal))
    }

    /// Checks the strokes of a pen under the limits of a day.
    #[pyo3(name = "check_strokes")]
    fn py_check_strokes(
        &self,
        py: Python<'_>,
        strokes: &Strokes,
        on: Day,
    ) -> PyResult<SignatureReport> {
        detached(py, || self.check_strokes(strokes, on))
    }

    /// Draws the strokes of a pen as `normalise_signature` gives pictures. Raises their problems.
    #[pyo3(name = "render_strokes")]
    fn py_render_strokes<'py>(
        &self,
        py: Python<'py>,
        strokes: &Strokes,
        on: Day,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let normal = detached(py, || self.render_strokes(strokes, on))?;
        Ok(PyBytes::new(py, &normal))
    }

    /// Writes a notice in a language, by the SMS policy of a day.
    #[pyo3(name = "notice")]
    fn py_notice(&self, data: &NoticeData, language: Language, on: Day) -> PyResult<Notice> {
        call(|| self.notice(data, language, on))
    }

    /// Decides on the right to file on paper after a technical fault during an attempt, by the rule
    /// in force on the day on which the attempt began.
    #[pyo3(name = "paper_right")]
    fn py_paper_right(&self, query: &FaultQuery) -> PyResult<PaperRight> {
        call(|| self.paper_right(query))
    }

    /// The data of the notice that filing on paper is allowed; `None` without the right.
    #[pyo3(name = "paper_notice")]
    fn py_paper_notice(&self, right: &PaperRight) -> PyResult<Option<NoticeData>> {
        guarded(|| self.paper_notice(right))
    }

    /// Reads feedback from JSON under the limits of a day; its texts are cleaned and masked.
    #[pyo3(name = "read_feedback")]
    fn py_read_feedback(&self, json: Text, on: Day) -> PyResult<Feedback> {
        call(|| self.read_feedback(json.as_slice(), on))
    }

    /// Explains an answer in a language: a decision, a quote, a ready date, a report on a
    /// photo, an exception, a reason.
    #[pyo3(name = "explain")]
    fn py_explain(&self, answer: Explainable, language: Language) -> PyResult<Vec<Statement>> {
        guarded(|| self.explain(&answer, language))
    }

    /// The text of a reason or a problem for a citizen: the cause, and the advice.
    #[pyo3(name = "text")]
    fn py_text(&self, coded: Coded, language: Language) -> PyResult<String> {
        guarded(|| match &coded {
            Coded::Reason(reason) => self.text(reason, language),
            Coded::Problem(problem) => self.text(problem, language),
        })
    }

    /// The text of a reason or a problem for the operator of the service, with identifiers.
    #[pyo3(name = "operator_text")]
    fn py_operator_text(&self, coded: Coded, language: Language) -> PyResult<String> {
        guarded(|| match &coded {
            Coded::Reason(reason) => self.operator_text(reason, language),
            Coded::Problem(problem) => self.operator_text(problem, language),
        })
    }

    fn __repr__(&self) -> String {
        self.shown()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (Bound<'py, PyAny>,)> {
        let class = py.get_type::<RulebookObject>();
        Ok(match self.source_text() {
            Some(text) => (class.getattr("load")?, (PyBytes::new(py, text).into_any(),)),
            None => (class.getattr("edition")?, (self.name().into_pyobject(py)?,)),
        })
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, memo: &Bound<'_, PyAny>) -> Py<Self> {
        let _ = memo;
        slf
    }
}

/// A reason or a problem.
#[derive(FromPyObject)]
enum Coded {
    Reason(Reason),
    Problem(Problem),
}
