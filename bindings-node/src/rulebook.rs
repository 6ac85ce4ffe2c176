//! The rulebook: one method for each question.

use std::sync::{Arc, Weak};

use napi::Env;
use napi::bindgen_prelude::{AsyncTask, ClassInstance};
use napi_derive::napi;
use qujat::address::{Address, Region};
use qujat::calendar::ReadyDate;
use qujat::centres::{Appointment, Booking, Centre, NearbyCentre, NearestQuery, PickupOffer, Slot};
use qujat::contact::{EmailAddress, Phone};
use qujat::delivery::DeliveryEstimate;
use qujat::faults::{FaultQuery, PaperRight};
use qujat::feedback::Feedback;
use qujat::fees::{Exemptions, ExpeditedFees};
use qujat::form::Validation;
use qujat::identity::{CardStatus, CheckedIin, PersonName};
use qujat::node::{JsConvert, Value};
use qujat::notices::{Notice, ReminderRun};
use qujat::register::RegisterRecord;
use qujat::rulebook::{EditionName, NamedSource, Source, SourceId};
use qujat::signature::Strokes;
use qujat::texts::LocalText;
use qujat::time::CivilTime;
use qujat::{
    Assessment, AssessmentRequest, Day, DayRange, Decision, Error, FeeInquiry, Iin, Inquiry,
    Language, Moment, NoticeData, Quote, Statement,
};

use crate::calendar::Calendar;
use crate::centres::CentreDirectory;
use crate::convert::{Bytes, In, Out, Text};
use crate::error::call;
use crate::lifecycle::Application;
use crate::task::{Cancel, Work};
use crate::texts::{Answer, Coded, Texts};

#[derive(Clone)]
enum Origin {
    Shipped(&'static qujat::Rulebook),
    Loaded(Arc<qujat::Rulebook>),
}

/// The rules of the service, by date, each with its source.
///
/// `Rulebook.edition()` gives a shipped one, `Rulebook.load(text)` one of your own. A rulebook never
/// changes.
#[napi]
#[derive(Clone)]
pub struct Rulebook {
    origin: Origin,
}

impl Rulebook {
    pub(crate) fn core(&self) -> &qujat::Rulebook {
        match &self.origin {
            Origin::Shipped(rules) => rules,
            Origin::Loaded(rules) => rules,
        }
    }

    pub(crate) fn downgrade(&self) -> WeakRulebook {
        WeakRulebook(match &self.origin {
            Origin::Shipped(rules) => WeakOrigin::Shipped(rules),
            Origin::Loaded(rules) => WeakOrigin::Loaded(Arc::downgrade(rules)),
        })
    }

    /// Asks about a picture on the thread pool.
    fn look<T: JsConvert, E: Into<Error>>(
        &self,
        picture: Bytes,
        cancel: Option<&Cancel>,
        ask: impl FnOnce(&qujat::Rulebook, &[u8]) -> Result<T, E> + Send + 'static,
    ) -> AsyncTask<Work> {
        let rules = self.clone();
        Work::on([Some(picture), None], cancel, move |[picture, _]| {
            let answer = ask(rules.core(), picture.unwrap_or_default());
            answer.map(|answer| answer.to_value()).map_err(Into::into)
        })
    }
}

enum WeakOrigin {
    Shipped(&'static qujat::Rulebook),
    Loaded(Weak<qujat::Rulebook>),
}

/// A rulebook that may have gone.
pub(crate) struct WeakRulebook(WeakOrigin);

impl WeakRulebook {
    pub(crate) fn is_gone(&self) -> bool {
        matches!(&self.0, WeakOrigin::Loaded(rules) if rules.strong_count() == 0)
    }

    pub(crate) fn is_of(&self, rulebook: &Rulebook) -> bool {
        match (&self.0, &rulebook.origin) {
            (WeakOrigin::Shipped(own), Origin::Shipped(rules)) => std::ptr::eq(*own, *rules),
            (WeakOrigin::Loaded(own), Origin::Loaded(rules)) => own.as_ptr() == Arc::as_ptr(rules),
            _ => false,
        }
    }

    pub(crate) fn upgrade(&self) -> Option<Rulebook> {
        let origin = match &self.0 {
            WeakOrigin::Shipped(rules) => Origin::Shipped(rules),
            WeakOrigin::Loaded(rules) => Origin::Loaded(rules.upgrade()?),
        };
        Some(Rulebook { origin })
    }
}

/// The optional arguments of an assessment besides the form.
#[napi(object, object_to_js = false)]
pub struct AssessOptions<'a> {
    /// The state register's record, if the portal has it; it decides.
    pub register: Option<In<RegisterRecord>>,
    /// The directory of service centres, if a pickup is to be offered.
    pub centres: Option<ClassInstance<'a, CentreDirectory>>,
    /// The bookings at the centres so far.
    pub bookings: Option<In<Vec<Booking>>>,
    /// The attempt and the technical faults known for that time, if filing on paper is asked for.
    pub faults: Option<In<FaultQuery>>,
}

/// The decision on renewing a card online, and its cost.
#[napi]
impl Rulebook {
    /// The names of the shipped editions; the first is the default.
    #[napi]
    pub fn editions() -> Vec<&'static str> {
        qujat::Rulebook::editions()
    }

    /// The shipped edition with this name, loaded once for the whole process; without a name the
    /// default one. `EDITION_UNKNOWN` for an unknown one.
    #[napi(factory)]
    pub fn edition(env: Env, name: Option<In<String>>) -> napi::Result<Rulebook> {
        let name = name.map(|name| name.0);
        let name = name.as_deref().unwrap_or(qujat::Rulebook::DEFAULT_EDITION);
        let rules = call(&env, || qujat::Rulebook::edition(name))?;
        Ok(Rulebook {
            origin: Origin::Shipped(rules),
        })
    }

    /// The text of a shipped edition's file, to read or to start one's own from.
    #[napi]
    pub fn edition_text(name: In<String>) -> Option<&'static str> {
        qujat::Rulebook::edition_text(&name.0)
    }

    /// Loads a rulebook from a file's text: a whole one, or an overlay that says in `extends` which
    /// shipped edition it changes. Throws every problem that the file has.
    #[napi(factory)]
    pub fn load(env: Env, text: Text) -> napi::Result<Rulebook> {
        let rules = call(&env, || qujat::Rulebook::load(text.as_slice()))?;
        Ok(Rulebook {
            origin: Origin::Loaded(Arc::new(rules)),
        })
    }

    /// The edition's name, as every answer carries it.
    #[napi(getter)]
    pub fn name(&self) -> Out<EditionName> {
        Out(self.core().name())
    }

    /// The title of the edition.
    #[napi(getter)]
    pub fn title(&self) -> Out<LocalText> {
        Out(self.core().title().clone())
    }

    /// The pilot's periods in the order of time, both ends of each inclusive; between two of them it
    /// pauses.
    #[napi(getter)]
    pub fn pilot(&self) -> Out<Vec<DayRange>> {
        Out(self.core().pilot().to_vec())
    }

    /// The source with this name, which an answer cites; `null` for an unknown one.
    #[napi]
    pub fn source(&self, id: In<SourceId>) -> Option<Out<Source>> {
        self.core().source(id.0).cloned().map(Out)
    }

    /// All sources, by name.
    #[napi]
    pub fn sources(&self) -> Out<Vec<NamedSource>> {
        Out(self.core().sources())
    }

    /// The texts in three languages.
    #[napi(getter)]
    pub fn texts(&self) -> Texts {
        Texts::of(self.clone())
    }

    /// The calendar of working days.
    #[napi(getter)]
    pub fn calendar(&self) -> Calendar {
        Calendar::of(self.clone())
    }

    /// Decides on renewing a card online on `today`, the civil date in Kazakhstan.
    #[napi]
    pub fn decide(
        &self,
        env: Env,
        inquiry: In<Inquiry>,
        today: In<Day>,
    ) -> napi::Result<Out<Decision>> {
        call(&env, || self.core().decide(&inquiry.0, today.0)).map(Out)
    }

    /// The data of the reminder for a card that expires on `expiresOn`, in a run of the job on
    /// `on`; `null` if no reminder is due since the last run, by default that of the day before.
    /// `status` is the card's in the state register, if that is known.
    #[napi]
    pub fn reminder(
        &self,
        env: Env,
        expires_on: In<Day>,
        on: In<Day>,
        last_run: Option<In<Day>>,
        status: Option<In<CardStatus>>,
    ) -> napi::Result<Option<Out<NoticeData>>> {
        let run = ReminderRun::since(last_run.map(|day| day.0), on.0);
        let status = status.map(|status| status.0);
        let data = call(&env, || self.core().reminder(expires_on.0, status, run))?;
        Ok(data.map(Out))
    }

    /// Quotes the amounts to pay for an application filed on `inquiry.on`.
    #[napi]
    pub fn quote(&self, env: Env, inquiry: In<FeeInquiry>) -> napi::Result<Out<Quote>> {
        call(&env, || self.core().quote(&inquiry.0)).map(Out)
    }

    /// The price of expedited issuance at a service centre on a day. It is not offered online.
    #[napi]
    pub fn expedited_fees(&self, env: Env, on: In<Day>) -> napi::Result<Out<ExpeditedFees>> {
        call(&env, || self.core().expedited_fees(on.0)).map(Out)
    }

    /// The categories of persons who pay no duty on a day, with the source that says so.
    #[napi]
    pub fn exemptions(&self, env: Env, on: In<Day>) -> napi::Result<Out<Exemptions>> {
        call(&env, || self.core().exemptions(on.0)).map(Out)
    }
}

/// Numbers, names and contacts.
#[napi]
impl Rulebook {
    /// Reads an IIN under the rules in force on a day. The finding is the oddity of its layout, if
    /// the rulebook makes that a warning and no error.
    #[napi]
    pub fn parse_iin(
        &self,
        env: Env,
        text: In<String>,
        on: In<Day>,
    ) -> napi::Result<Out<CheckedIin>> {
        call(&env, || self.core().parse_iin(&text.0, on.0)).map(Out)
    }

    /// Throws `IIN_BORN_AFTER` or `HOLDER_TOO_YOUNG` if the holder of this IIN is not born, or not
    /// old enough to hold an identity card, on a day.
    #[napi]
    pub fn check_age(&self, env: Env, iin: In<Iin>, on: In<Day>) -> napi::Result<()> {
        call(&env, || self.core().check_age(iin.0, on.0))
    }

    /// The expiry date that is printed on a card issued on a day. A card issued on 29 February
    /// expires on 28 February. `null` beyond the year 9999.
    #[napi]
    pub fn card_expires_on(&self, env: Env, issued_on: In<Day>) -> napi::Result<Option<Out<Day>>> {
        let day = call(&env, || self.core().card_expires_on(issued_on.0))?;
        Ok(day.map(Out))
    }

    /// Reads the number of a mobile phone under the numbering plan of a day.
    #[napi]
    pub fn parse_phone(&self, env: Env, text: In<String>, on: In<Day>) -> napi::Result<Out<Phone>> {
        call(&env, || self.core().parse_phone(&text.0, on.0)).map(Out)
    }

    /// Reads an e-mail address.
    #[napi]
    pub fn parse_email(
        &self,
        env: Env,
        text: In<String>,
        on: In<Day>,
    ) -> napi::Result<Out<EmailAddress>> {
        call(&env, || self.core().parse_email(&text.0, on.0)).map(Out)
    }

    /// Reads a surname, given name or patronymic.
    #[napi]
    pub fn parse_name(
        &self,
        env: Env,
        text: In<String>,
        on: In<Day>,
    ) -> napi::Result<Out<PersonName>> {
        call(&env, || self.core().parse_name(&text.0, on.0)).map(Out)
    }

    /// The Latin form of a name in capitals, as ICAO Doc 9303 transliterates it.
    #[napi]
    pub fn latin_name(&self, env: Env, name: In<PersonName>, on: In<Day>) -> napi::Result<String> {
        call(&env, || self.core().latin_name(&name.0, on.0))
    }

    /// The Latin form of a name as the machine-readable zone prints it.
    #[napi]
    pub fn machine_readable_name(
        &self,
        env: Env,
        name: In<PersonName>,
        on: In<Day>,
    ) -> napi::Result<String> {
        call(&env, || self.core().machine_readable_name(&name.0, on.0))
    }

    /// Reads and checks an application's form: JSON text, or the value that it says. With a register
    /// record, that decides.
    #[napi]
    pub fn validate(
        &self,
        env: Env,
        form: Text,
        today: In<Day>,
        register: Option<In<RegisterRecord>>,
    ) -> napi::Result<Out<Validation>> {
        let register = register.map(|register| register.0);
        let validate = || {
            self.core()
                .validate(form.as_slice(), today.0, register.as_ref())
        };
        call(&env, || Ok::<_, Error>(validate())).map(Out)
    }

    /// Assesses an application: reads and checks the form, decides, quotes, schedules, and renders
    /// the notices to send. It never fails as a whole: a question that cannot be answered is not
    /// there, and a problem gives the reason. Photo and signature are checked by
    /// `assessWithPictures`.
    #[napi]
    pub fn assess(
        &self,
        env: Env,
        form: Text,
        today: In<Day>,
        options: Option<AssessOptions<'_>>,
    ) -> napi::Result<Out<Assessment>> {
        let options = options.as_ref();
        let register = options.and_then(|options| options.register.as_ref());
        let centres = options.and_then(|options| options.centres.as_ref());
        let bookings = options.and_then(|options| options.bookings.as_ref());
        let faults = options.and_then(|options| options.faults.as_ref());
        let request = AssessmentRequest::new(form.as_slice(), today.0)
            .with_register(register.map(|register| &register.0))
            .with_centres(centres.map(|centres| centres.core()))
            .with_bookings(bookings.map_or(&[], |bookings| &bookings.0))
            .with_faults(faults.map(|faults| &faults.0));
        call(&env, || Ok::<_, Error>(self.core().assess(&request))).map(Out)
    }

    /// The same with the photo and the signature sample, JPEG or PNG files, on the thread pool.
    #[napi(
        ts_args_type = "form: string | Uint8Array | object, today: Day, options: AssessOptions & Pictures & Abortable",
        ts_return_type = "Promise<Assessment>"
    )]
    pub fn assess_with_pictures(
        &self,
        form: Text,
        today: In<Day>,
        options: AssessOptions<'_>,
        photo: Option<Bytes>,
        signature: Option<Bytes>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        let (rules, form) = (self.clone(), form.into_bytes());
        let register = options.register.map(|register| register.0);
        let centres = options.centres.map(|centres| centres.shared());
        let faults = options.faults.map(|faults| faults.0);
        let bookings = options
            .bookings
            .map(|bookings| bookings.0)
            .unwrap_or_default();
        Work::on([photo, signature], cancel, move |[photo, signature]| {
            let request = AssessmentRequest::new(&form, today.0)
                .with_register(register.as_ref())
                .with_centres(centres.as_deref())
                .with_bookings(&bookings)
                .with_faults(faults.as_ref())
                .with_photo(photo)
                .with_signature(signature);
            Ok(rules.core().assess(&request).to_value())
        })
    }
}

/// Days, places and slots.
#[napi]
impl Rulebook {
    /// The civil date and time in Kazakhstan of an instant, the seconds left out.
    #[napi]
    pub fn civil_time(&self, env: Env, moment: In<Moment>) -> napi::Result<Out<CivilTime>> {
        call(&env, || self.core().civil_time(moment.0)).map(Out)
    }

    /// The day by which a card is ready, counted in working days of which the first is the first after
    /// the registration of the application. Before it is registered, the answer assumes that this will
    /// happen on the day of filing, and says so (`READY_ASSUMED`).
    #[napi]
    pub fn ready_on(
        &self,
        env: Env,
        filed_on: In<Day>,
        registered_on: Option<In<Day>>,
    ) -> napi::Result<Out<ReadyDate>> {
        let registered_on = registered_on.map(|day| day.0);
        call(&env, || self.core().ready_on(filed_on.0, registered_on)).map(Out)
    }

    /// The day by which the card of an application is ready: its events say when it was filed, and when
    /// registered. `null` before the filing.
    #[napi]
    pub fn application_ready_on(
        &self,
        env: Env,
        application: &Application,
    ) -> napi::Result<Option<Out<ReadyDate>>> {
        let ready = call(&env, || {
            self.core().application_ready_on(application.core())
        })?;
        Ok(ready.map(Out))
    }

    /// The first day on which a card that is ready on this day can be picked up: so many calendar days
    /// later as the rulebook has, since it may arrive in the afternoon.
    #[napi]
    pub fn pickup_from(&self, env: Env, ready_on: In<Day>) -> napi::Result<Out<Day>> {
        call(&env, || self.core().pickup_from(ready_on.0)).map(Out)
    }

    /// The centres that fit a query, the nearest first.
    #[napi]
    pub fn nearest(
        &self,
        env: Env,
        centres: &CentreDirectory,
        query: In<NearestQuery>,
    ) -> napi::Result<Out<Vec<NearbyCentre>>> {
        call(&env, || self.core().nearest(centres.core(), &query.0)).map(Out)
    }

    /// All free slots of a centre on `days` calendar days of which `firstDay` is the first.
    #[napi]
    pub fn free_slots(
        &self,
        env: Env,
        centre: In<Centre>,
        first_day: In<Day>,
        days: In<u32>,
        bookings: Option<In<Vec<Booking>>>,
    ) -> napi::Result<Out<Vec<Slot>>> {
        let bookings = bookings.map(|bookings| bookings.0).unwrap_or_default();
        call(&env, || {
            self.core()
                .free_slots(&centre.0, first_day.0, days.0, &bookings)
        })
        .map(Out)
    }

    /// The first free slot of a centre on or after the first day on which the card can be picked up:
    /// the day on which it is ready, and so many days more as the rulebook has.
    #[napi]
    pub fn first_free_slot(
        &self,
        env: Env,
        centre: In<Centre>,
        ready_on: In<Day>,
        bookings: Option<In<Vec<Booking>>>,
    ) -> napi::Result<Out<PickupOffer>> {
        let bookings = bookings.map(|bookings| bookings.0).unwrap_or_default();
        call(&env, || {
            self.core()
                .first_free_slot(&centre.0, ready_on.0, &bookings)
        })
        .map(Out)
    }

    /// Quotes with delivery to an address: a zone may be that of the postcode or of the locality, and the
    /// most specific one counts.
    #[napi]
    pub fn quote_to(
        &self,
        env: Env,
        inquiry: In<FeeInquiry>,
        address: In<Address>,
    ) -> napi::Result<Out<Quote>> {
        call(&env, || self.core().quote_to(&inquiry.0, &address.0)).map(Out)
    }

    /// The likely day on which a card that is ready on this day is delivered to an address, by its
    /// zone: that of its postcode, else that of its locality, else that of its region.
    #[napi]
    pub fn delivery_estimate_to(
        &self,
        env: Env,
        address: In<Address>,
        ready_on: In<Day>,
    ) -> napi::Result<Out<DeliveryEstimate>> {
        call(&env, || {
            self.core().delivery_estimate_to(&address.0, ready_on.0)
        })
        .map(Out)
    }

    /// An appointment as an iCalendar object, to be attached to the e-mail.
    #[napi]
    pub fn icalendar(&self, env: Env, appointment: In<Appointment>) -> napi::Result<String> {
        call(&env, || self.core().icalendar(&appointment.0))
    }

    /// The likely day on which a card that is ready on this day is delivered to a region.
    #[napi]
    pub fn delivery_estimate(
        &self,
        env: Env,
        region: In<Region>,
        ready_on: In<Day>,
    ) -> napi::Result<Out<DeliveryEstimate>> {
        call(&env, || self.core().delivery_estimate(region.0, ready_on.0)).map(Out)
    }
}

/// Pictures: on the thread pool. Their bytes are copied when they are handed over.
#[napi]
impl Rulebook {
    /// Describes an image file without decoding it, and makes sure that it is whole and nothing
    /// more, under the limits of a day. Rejects if it is not.
    #[napi(
        ts_args_type = "data: Uint8Array, on: Day, options?: Abortable",
        ts_return_type = "Promise<ImageFile>"
    )]
    pub fn inspect_image(
        &self,
        data: Bytes,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        self.look(data, cancel, move |rules, data| {
            rules.inspect_image(data, on.0)
        })
    }

    /// The same picture without metadata; no pixel changes.
    #[napi(
        ts_args_type = "data: Uint8Array, on: Day, options?: Abortable",
        ts_return_type = "Promise<Buffer>"
    )]
    pub fn sanitize_image(
        &self,
        data: Bytes,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        let rules = self.clone();
        Work::on([Some(data), None], cancel, move |[data, _]| {
            let clean = rules.core().sanitize_image(data.unwrap_or_default(), on.0);
            clean.map(Value::Bytes)
        })
    }

    /// Decodes an image file, as the checks see it: upright, transparent pixels on white.
    #[napi(
        ts_args_type = "data: Uint8Array, on: Day, options?: Abortable",
        ts_return_type = "Promise<Picture>"
    )]
    pub fn decode_image(
        &self,
        data: Bytes,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        let rules = self.clone();
        Work::on([Some(data), None], cancel, move |[data, _]| {
            let picture = rules.core().decode_image(data.unwrap_or_default(), on.0)?;
            Ok(Value::Object(vec![
                (c"width".into(), picture.width.to_value()),
                (c"height".into(), picture.height.to_value()),
                // Moved, not copied.
                (c"rgb".into(), Value::Bytes(picture.rgb).hidden()),
            ]))
        })
    }

    /// Checks a photo under the profile of a day: the file, the picture, and the face in it. A
    /// photo that is not accepted is no error: the report lists its problems.
    #[napi(
        ts_args_type = "data: Uint8Array, on: Day, options?: Abortable",
        ts_return_type = "Promise<PhotoReport>"
    )]
    pub fn check_photo(
        &self,
        data: Bytes,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        self.look(data, cancel, move |rules, data| {
            rules.check_photo(data, on.0)
        })
    }

    /// Checks a picture of a signature: JPEG or PNG, under the limits of a day. A file that is not
    /// accepted gives a report too.
    #[napi(
        ts_args_type = "data: Uint8Array, on: Day, options?: Abortable",
        ts_return_type = "Promise<SignatureReport>"
    )]
    pub fn check_signature(
        &self,
        data: Bytes,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        self.look(data, cancel, move |rules, data| {
            rules.check_signature(data, on.0)
        })
    }

    /// The picture of a signature as the card needs it: a grey PNG. Rejects with its problems.
    #[napi(
        ts_args_type = "data: Uint8Array, on: Day, options?: Abortable",
        ts_return_type = "Promise<Buffer>"
    )]
    pub fn normalise_signature(
        &self,
        data: Bytes,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        let rules = self.clone();
        Work::on([Some(data), None], cancel, move |[data, _]| {
            let normal = rules
                .core()
                .normalise_signature(data.unwrap_or_default(), on.0);
            normal.map(Value::Bytes)
        })
    }

    /// Checks a signature drawn on a screen, under the limits of a day: JSON text, or the value that
    /// it says.
    #[napi(
        ts_args_type = "strokes: string | Uint8Array | object, on: Day, options?: Abortable",
        ts_return_type = "Promise<SignatureReport>"
    )]
    pub fn check_strokes(
        &self,
        strokes: Text,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        let rules = self.clone();
        Work::on([None, None], cancel, move |_| {
            let strokes = Strokes::from_json(strokes.as_slice())?;
            let report = rules.core().check_strokes(&strokes, on.0);
            report.map(|report| report.to_value())
        })
    }

    /// The drawing as the card needs it: a grey PNG. Rejects with its problems.
    #[napi(
        ts_args_type = "strokes: string | Uint8Array | object, on: Day, options?: Abortable",
        ts_return_type = "Promise<Buffer>"
    )]
    pub fn render_strokes(
        &self,
        strokes: Text,
        on: In<Day>,
        cancel: Option<&Cancel>,
    ) -> AsyncTask<Work> {
        let rules = self.clone();
        Work::on([None, None], cancel, move |_| {
            let strokes = Strokes::from_json(strokes.as_slice())?;
            rules
                .core()
                .render_strokes(&strokes, on.0)
                .map(Value::Bytes)
        })
    }
}

/// Notices, faults, feedback and explanations.
#[napi]
impl Rulebook {
    /// Writes a notice in a language, by the SMS policy of a day.
    #[napi]
    pub fn notice(
        &self,
        env: Env,
        data: In<NoticeData>,
        language: In<Language>,
        on: In<Day>,
    ) -> napi::Result<Out<Notice>> {
        call(&env, || self.core().notice(&data.0, language.0, on.0)).map(Out)
    }

    /// Decides on the right to file on paper after a technical fault during an attempt, by the rule
    /// in force on the day on which the attempt began.
    #[napi]
    pub fn paper_right(&self, env: Env, query: In<FaultQuery>) -> napi::Result<Out<PaperRight>> {
        call(&env, || self.core().paper_right(&query.0)).map(Out)
    }

    /// The data of the notice that filing on paper is allowed; nothing without the right.
    #[napi]
    pub fn paper_notice(
        &self,
        env: Env,
        right: In<PaperRight>,
    ) -> napi::Result<Option<Out<NoticeData>>> {
        let data = call(&env, || Ok::<_, Error>(self.core().paper_notice(&right.0)))?;
        Ok(data.map(Out))
    }

    /// Reads feedback from JSON under the limits of a day; its texts are cleaned and masked.
    #[napi]
    pub fn read_feedback(&self, env: Env, json: Text, on: In<Day>) -> napi::Result<Out<Feedback>> {
        call(&env, || self.core().read_feedback(json.as_slice(), on.0)).map(Out)
    }

    /// Explains an answer in a language: a decision, a quote, a ready date, an error, a reason.
    #[napi]
    pub fn explain(
        &self,
        env: Env,
        #[napi(ts_arg_type = "Explainable")] answer: In<Answer>,
        language: In<Language>,
    ) -> napi::Result<Out<Vec<Statement>>> {
        call(&env, || {
            Ok::<_, Error>(self.core().explain(&answer.0.0, language.0))
        })
        .map(Out)
    }

    /// The text of one code with its parameters, of a reason or a problem for a citizen.
    #[napi]
    pub fn text(
        &self,
        env: Env,
        #[napi(ts_arg_type = "Reason | Problem")] coded: In<Coded>,
        language: In<Language>,
    ) -> napi::Result<String> {
        let Coded(reason) = coded.0;
        call(&env, || {
            Ok::<_, Error>(self.core().text(&reason, language.0))
        })
    }

    /// The text of a reason or a problem for the operator of the service, with identifiers.
    #[napi]
    pub fn operator_text(
        &self,
        env: Env,
        #[napi(ts_arg_type = "Reason | Problem")] coded: In<Coded>,
        language: In<Language>,
    ) -> napi::Result<String> {
        let Coded(reason) = coded.0;
        call(&env, || {
            Ok::<_, Error>(self.core().operator_text(&reason, language.0))
        })
    }
}
