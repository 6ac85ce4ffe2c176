//! The main job: one call that answers everything a portal asks about an application.

use std::borrow::Cow;
use std::fmt;

use qujat_export::export;

use crate::filing::explain::{Explain, Statement};
use crate::filing::register::RegisterRecord;
use crate::filing::{ApplicationForm, Coordinates, Draft, ReceivingChoice};
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::EditionName;
use crate::foundation::language::Language;
use crate::foundation::problem::{Alone, Error, Problem, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::words::words;
use crate::pictures::photo::PhotoReport;
use crate::pictures::signature::SignatureReport;
use crate::rulebook::Rulebook;
use crate::service::calendar::ReadyDate;
use crate::service::centres::{Booking, CentreDirectory, NearOffer, PickupOffer, Slot, Wanted};
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::{Decision, Inquiry};
use crate::service::faults::{FaultQuery, PaperRight};
use crate::service::fees::{FeeInquiry, Quote};
use crate::service::lifecycle::{ActionKind, Application};
use crate::service::notice_kinds::NoticeData;
use crate::wording::notices::Notice;

words! {
    /// The outcome of an assessment.
    #[export(code)]
    AssessmentOutcome {
        /// The application can be filed.
        Accepted = "accepted",
        /// The service is refused on the merits, with or without mistakes in the form.
        Refused = "refused",
        /// The form has mistakes to be corrected.
        Invalid = "invalid",
        /// The rulebook has a gap, which no applicant can fix: nothing can be filed now, and
        /// nothing is sent.
        Unavailable = "unavailable",
    }
}

/// A form as it comes in: as JSON text, or as a value that was read before. An assessment gives the value
/// back ([`Assessment::form`]), so that it can be assessed again on another day without being kept as text.
#[derive(Clone, Copy)]
pub enum FormInput<'a> {
    /// JSON text of at most 64 KiB.
    Json(&'a [u8]),
    /// A form. It is checked as its JSON would be: nothing is taken for granted because it has a type.
    Typed(&'a ApplicationForm),
}

impl<'a> FormInput<'a> {
    fn json(self) -> Cow<'a, [u8]> {
        match self {
            FormInput::Json(json) => Cow::Borrowed(json),
            FormInput::Typed(form) => Cow::Owned(form.to_json().into_bytes()),
        }
    }
}

/// The form is personal data as a whole.
impl fmt::Debug for FormInput<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FormInput(***)")
    }
}

macro_rules! form_input {
    ($([$($generics:tt)*] $type:ty: |$form:ident| $json:expr;)+) => {$(
        impl<'a $($generics)*> From<&'a $type> for FormInput<'a> {
            fn from($form: &'a $type) -> FormInput<'a> {
                $json
            }
        }
    )+};
}
form_input! {
    [] [u8]: |form| FormInput::Json(form);
    [, const N: usize] [u8; N]: |form| FormInput::Json(form);
    [] Vec<u8>: |form| FormInput::Json(form);
    [] str: |form| FormInput::Json(form.as_bytes());
    [] String: |form| FormInput::Json(form.as_bytes());
    [] ApplicationForm: |form| FormInput::Typed(form);
}

/// The application to assess.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct AssessmentRequest<'a> {
    /// The form.
    pub form: FormInput<'a>,
    /// The civil date in Kazakhstan, which counts as the day of filing.
    pub today: Day,
    /// The state register's record, if the portal has it.
    pub register: Option<&'a RegisterRecord>,
    /// The directory of service centres, if a pickup is to be offered.
    pub centres: Option<&'a CentreDirectory>,
    /// The bookings at the centres so far.
    pub bookings: &'a [Booking],
    /// The photo, a JPEG or PNG file, if it is to be checked.
    pub photo: Option<&'a [u8]>,
    /// The signature sample, a JPEG or PNG file, if it is to be checked.
    pub signature: Option<&'a [u8]>,
    /// The attempt and the technical faults known for that time, if filing on paper is asked for.
    /// The decision on that day is about the assessed card.
    pub faults: Option<&'a FaultQuery>,
}

/// The form is personal data as a whole.
impl fmt::Debug for AssessmentRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AssessmentRequest")
            .field("today", &self.today)
            .field("register", &self.register)
            .finish_non_exhaustive()
    }
}

impl<'a> AssessmentRequest<'a> {
    /// A form, as JSON text or as an [`ApplicationForm`], assessed on a day, without a record and without
    /// centres.
    #[must_use]
    pub fn new(form: impl Into<FormInput<'a>>, today: Day) -> AssessmentRequest<'a> {
        AssessmentRequest {
            form: form.into(),
            today,
            register: None,
            centres: None,
            bookings: &[],
            photo: None,
            signature: None,
            faults: None,
        }
    }

    /// The same with the state register's record.
    #[must_use]
    pub fn with_register(mut self, register: impl Into<Option<&'a RegisterRecord>>) -> Self {
        self.register = register.into();
        self
    }

    /// The same with the directory of service centres, from which a pickup is offered.
    #[must_use]
    pub fn with_centres(mut self, centres: impl Into<Option<&'a CentreDirectory>>) -> Self {
        self.centres = centres.into();
        self
    }

    /// The same with what is already booked at the centres.
    #[must_use]
    pub const fn with_bookings(mut self, bookings: &'a [Booking]) -> Self {
        self.bookings = bookings;
        self
    }

    /// The same with the photo, a JPEG or PNG file, which is checked.
    #[must_use]
    pub fn with_photo(mut self, photo: impl Into<Option<&'a [u8]>>) -> Self {
        self.photo = photo.into();
        self
    }

    /// The same with the signature sample, a JPEG or PNG file, which is checked.
    #[must_use]
    pub fn with_signature(mut self, signature: impl Into<Option<&'a [u8]>>) -> Self {
        self.signature = signature.into();
        self
    }

    /// The same with an attempt and the technical faults of that time.
    #[must_use]
    pub fn with_faults(mut self, faults: impl Into<Option<&'a FaultQuery>>) -> Self {
        self.faults = faults.into();
        self
    }
}

/// The place and the time of picking the card up.
// The distance says where the applicant is.
#[export(record, private, shows(offer, slots))]
#[derive(Clone, PartialEq, serde::Serialize)]
pub struct PickupPlan {
    /// The first free slot on or after the first day on which the card can be picked up, with the
    /// centre: the chosen or the nearest one, or the next nearest if that one is full.
    pub offer: PickupOffer,
    /// The distance of the centre, in metres: from the spot in the form, or from the chosen centre
    /// that is full. `None` at the chosen centre.
    pub metres: Option<u32>,
    /// All free slots of that day, in the order of time.
    pub slots: Vec<Slot>,
}

/// Everything a portal needs to answer an application.
#[export(
    record,
    private,
    shows(
        outcome,
        application,
        on,
        edition,
        language,
        verified,
        decision,
        problems,
        quote,
        ready,
        pickup,
        delivery,
        photo,
        signature,
        paper,
        notices,
        next_events,
        form
    )
)]
#[derive(Clone, PartialEq, serde::Serialize)]
pub struct Assessment {
    /// Its outcome.
    pub outcome: AssessmentOutcome,
    /// The portal's number for the application; `None` if the form does not say.
    pub application: Option<String>,
    /// The day asked about.
    pub on: Day,
    /// The edition of the rulebook that was used.
    pub edition: EditionName,
    /// The language of the notices: the form's, or Kazakh if the form does not say.
    pub language: Language,
    /// `true` if the data were compared with the state register.
    pub verified: bool,
    /// The decision on renewing the card online; `None` if the form does not say enough.
    pub decision: Option<Decision>,
    /// All problems of the form, and the questions that could not be answered. [`Code::is_gap`]
    /// tells the problems that the operator has to fix, and no applicant can.
    pub problems: Vec<Problem>,
    /// The amounts to pay; only if the decision is not a refusal.
    pub quote: Option<Quote>,
    /// The day on which the card is ready; only if the decision is not a refusal.
    pub ready: Option<ReadyDate>,
    /// The place and the time of picking it up. `None` if no directory was given, or if every
    /// centre that is near enough is full: then `problems` has the warning `APPOINTMENT_OPEN`.
    pub pickup: Option<PickupPlan>,
    /// The likely day of its delivery, if it is delivered.
    pub delivery: Option<DeliveryEstimate>,
    /// The findings of the checks of the photo, if it was given.
    pub photo: Option<PhotoReport>,
    /// The findings of the checks of the signature sample, if it was given.
    pub signature: Option<SignatureReport>,
    /// The right to file on paper after a technical fault, if an attempt was given.
    pub paper: Option<PaperRight>,
    /// The notices to send now; empty if the service is unavailable, and of an invalid form only
    /// that it may be filed on paper.
    pub notices: Vec<Notice>,
    /// The events that may happen next.
    pub next_events: Vec<ActionKind>,
    /// The form, if the whole of it could be read, whatever came of it: each value in its canonical form.
    pub form: Option<ApplicationForm>,
}

/// As the applicant is told: gaps of the rulebook stand behind one sentence, which blames nobody.
impl Explain for Assessment {
    fn reasons(&self) -> Vec<Reason> {
        let unavailable = self.outcome == AssessmentOutcome::Unavailable;
        let unavailable = unavailable.then(|| Reason::new(Code::ServiceUnavailable));
        let decision = self.decision.iter().flat_map(Explain::reasons);
        let problems = self.problems.iter().filter(|it| !it.code.is_gap());
        let problems = problems.flat_map(Explain::reasons);
        let quote = self.quote.iter().flat_map(Explain::reasons);
        let ready = self.ready.iter().map(|ready| ready.reason.clone());
        let pickup = self.pickup.iter().map(|plan| plan.offer.reason.clone());
        let delivery = self.delivery.iter().map(|estimate| estimate.reason.clone());
        let paper = self.paper.iter().flat_map(Explain::reasons);
        unavailable
            .into_iter()
            .chain(decision)
            .chain(problems)
            .chain(quote)
            .chain(ready)
            .chain(pickup)
            .chain(delivery)
            .chain(paper)
            .collect()
    }
}

impl Rulebook {
    /// Assesses an application: reads and checks the form, decides, quotes, schedules, and renders
    /// the notices to send.
    ///
    /// It never fails as a whole: a question that cannot be answered is `None`, and a problem gives
    /// the reason.
    ///
    /// The outcome is settled last, from the decision and all problems. A refusal that can be
    /// decided is the outcome, also with other problems. A gap of the rulebook comes before
    /// mistakes of the form: they are listed too, but correcting them would not let the application
    /// be filed.
    ///
    /// ```
    /// use qujat::{AssessmentRequest, Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let form = include_bytes!("../../../examples/data/eligible.json");
    /// let today = Day::parse("2026-02-10")?;
    /// let assessment = rules.assess(&AssessmentRequest::new(form, today));
    /// assert_eq!(assessment.outcome.as_str(), "accepted");
    /// assert_eq!(assessment.ready.unwrap().ready_on.to_string(), "2026-03-03");
    /// let form = assessment.form.unwrap();
    /// let tomorrow = rules.assess(&AssessmentRequest::new(&form, today.plus_days(1)));
    /// assert_eq!(tomorrow.form, Some(form));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess(&self, request: &AssessmentRequest<'_>) -> Assessment {
        let (draft, mut problems) =
            self.examine(&request.form.json(), request.today, request.register);
        let mut answer = Assessment {
            outcome: AssessmentOutcome::Unavailable,
            application: draft.number.clone(),
            on: request.today,
            edition: self.name(),
            language: draft.language.unwrap_or(Language::Kk),
            verified: request.register.is_some(),
            decision: None,
            problems: Vec::new(),
            quote: None,
            ready: None,
            pickup: None,
            delivery: None,
            photo: None,
            signature: None,
            paper: None,
            notices: Vec::new(),
            next_events: Vec::new(),
            form: None,
        };
        self.check_images(&draft, request, &mut answer, &mut problems);
        let inquiry = inquiry(&draft, request);
        answer.decision = inquiry
            .as_ref()
            .and_then(|inquiry| answer_of(self.decide(inquiry, request.today), &mut problems));
        answer.paper = request.faults.and_then(|faults| {
            answer_of(
                self.paper_right_for(faults, inquiry.as_ref()),
                &mut problems,
            )
        });
        answer.outcome = answer.settled(&problems);
        if answer.outcome != AssessmentOutcome::Refused {
            self.schedule(&draft, request, &mut answer, &mut problems);
            answer.outcome = answer.settled(&problems);
        }
        answer.notices = self.notices_now(&draft, &answer, &mut problems);
        // Problems found while notices are written count as well.
        let settled = answer.settled(&problems);
        if answer.outcome != settled {
            answer.outcome = settled;
            answer.notices.clear();
        }
        if answer.outcome == AssessmentOutcome::Accepted {
            answer.next_events = Application::new().permitted();
        }
        answer.problems = problems.into_vec();
        answer.form = draft.complete();
        answer
    }

    /// The problems of photo and signature are problems of the form, at the fields that refer to
    /// them. A picture that the form refers to, and that was not given, is told as unchecked.
    fn check_images(
        &self,
        draft: &Draft,
        request: &AssessmentRequest<'_>,
        answer: &mut Assessment,
        problems: &mut Problems,
    ) {
        let on = request.today;
        answer.photo = request
            .photo
            .and_then(|bytes| answer_of(self.check_photo(bytes, on), problems));
        answer.signature = request
            .signature
            .and_then(|bytes| answer_of(self.check_signature(bytes, on), problems));
        let photo = answer.photo.iter().flat_map(|report| &report.checks);
        let photo = photo.filter_map(|check| check.problem("/photo"));
        let signature = answer.signature.iter().flat_map(|report| &report.checks);
        let signature = signature.filter_map(|check| check.problem("/signature"));
        problems.extend(photo.chain(signature));
        for (bytes, reference, code, pointer) in [
            (request.photo, &draft.photo, Code::PhotoUnchecked, "/photo"),
            (
                request.signature,
                &draft.signature,
                Code::SignatureUnchecked,
                "/signature",
            ),
        ] {
            if bytes.is_none() && reference.is_some() {
                problems.push(Reason::new(code).at(pointer.to_owned()));
            }
        }
    }

    /// Quote, ready date, and pickup or delivery.
    fn schedule(
        &self,
        draft: &Draft,
        request: &AssessmentRequest<'_>,
        answer: &mut Assessment,
        problems: &mut Problems,
    ) {
        let today = request.today;
        answer.quote = self.quote_draft(draft, request, problems);
        answer.ready = answer_of(self.ready_on(today, None), problems);
        let Some(ready_on) = answer.ready.as_ref().map(|ready| ready.ready_on) else {
            return;
        };
        match &draft.receiving {
            Some(ReceivingChoice::Delivery { address }) => {
                let estimate = self.delivery_estimate_to(address, ready_on);
                answer.delivery = answer_of(estimate, problems);
            }
            Some(ReceivingChoice::Pickup { .. }) => {
                match self.pickup_plan(draft, request, ready_on, problems) {
                    Ok(plan) => answer.pickup = plan,
                    Err(error) => problems.extend(error.into_problems()),
                }
            }
            None => {}
        }
    }

    /// The quote for the document that the register records, or else the form.
    fn quote_draft(
        &self,
        draft: &Draft,
        request: &AssessmentRequest<'_>,
        problems: &mut Problems,
    ) -> Option<Quote> {
        let recorded = request.register.map(|record| record.document);
        let inquiry = FeeInquiry {
            document: recorded.or(draft.document)?,
            pages: None,
            ground: draft.ground?,
            on: request.today,
            exemption: draft.exemption.clone().flatten(),
            deliver_to: None,
        };
        let quote = match &draft.receiving {
            Some(ReceivingChoice::Delivery { address }) => self.quote_to(&inquiry, address),
            _ => self.quote(&inquiry),
        };
        quote
            .map_err(|error| problems.extend(error.into_problems()))
            .ok()
    }

    /// The first free slots at the chosen centre, or at the one nearest to the spot in the form. If
    /// that one is full, at the next that is not; a full centre is no mistake of the form.
    fn pickup_plan(
        &self,
        draft: &Draft,
        request: &AssessmentRequest<'_>,
        ready_on: Day,
        problems: &mut Problems,
    ) -> Result<Option<PickupPlan>, Error> {
        let Some(directory) = request.centres else {
            return Ok(None);
        };
        let Some(ReceivingChoice::Pickup { centre, near }) = &draft.receiving else {
            return Ok(None);
        };
        let chosen = || "/receiving/centre".to_owned();
        let (wanted, pointer) = match (centre, near) {
            (Some(id), _) => {
                let centre = directory
                    .centre(*id)
                    .alone()
                    .map_err(|reason| reason.at(chosen()))?;
                (Wanted::At(centre), chosen())
            }
            (None, Some(spot)) => {
                let Coordinates {
                    latitude,
                    longitude,
                } = *spot;
                let wanted = Wanted::Near {
                    latitude,
                    longitude,
                };
                (wanted, "/receiving/near".to_owned())
            }
            (None, None) => return Ok(None),
        };
        let bookings = request.bookings;
        let pickup = self.pickup();
        let (found, told) = pickup.near(wanted, directory, self.calendar(), ready_on, bookings)?;
        problems.extend(told.map(|reason| reason.at(pointer)));
        let Some(NearOffer { offer, metres }) = found else {
            return Ok(None);
        };
        let centre = directory.centre(offer.centre)?;
        let slots = self.free_slots(centre, offer.day, 1, bookings)?;
        Ok(Some(PickupPlan {
            offer,
            metres,
            slots,
        }))
    }

    /// The notices of this moment: the refusal, or the receipt with the payment that is due; and
    /// that filing on paper is allowed, unless the card has to be renewed in that way anyhow.
    fn notices_now(
        &self,
        draft: &Draft,
        answer: &Assessment,
        problems: &mut Problems,
    ) -> Vec<Notice> {
        let application = draft.number.clone().unwrap_or_default();
        let paper = answer
            .paper
            .as_ref()
            .and_then(|right| self.paper_notice(right));
        let mut data = match answer.outcome {
            AssessmentOutcome::Refused => {
                let decision = answer.decision.as_ref();
                let said = decision.map(|decision| self.explain(decision, answer.language));
                // The notice itself has the first sentence of every refusal.
                let said = said.unwrap_or_default().into_iter().skip(1);
                let reasons = said.map(Statement::into_text).collect();
                vec![NoticeData::Refused { reasons }]
            }
            AssessmentOutcome::Accepted => {
                let received = NoticeData::Received {
                    application: application.clone(),
                    filed_on: answer.on,
                };
                let due = answer.quote.as_ref().map(|quote| quote.total);
                let payment =
                    due.filter(|amount| !amount.is_zero())
                        .map(|amount| NoticeData::PaymentDue {
                            application,
                            amount,
                        });
                std::iter::once(received).chain(payment).collect()
            }
            AssessmentOutcome::Invalid | AssessmentOutcome::Unavailable => Vec::new(),
        };
        if matches!(
            answer.outcome,
            AssessmentOutcome::Accepted | AssessmentOutcome::Invalid
        ) {
            data.extend(paper);
        }
        let mut notices = Vec::new();
        for data in &data {
            notices.extend(answer_of(
                self.notice(data, answer.language, answer.on),
                problems,
            ));
        }
        notices
    }
}

/// The question about the card: by the register's record, or else by the form.
fn inquiry(draft: &Draft, request: &AssessmentRequest<'_>) -> Option<Inquiry> {
    let record = request.register;
    Some(Inquiry {
        document: record.map(|record| record.document).or(draft.document)?,
        ground: draft.ground?,
        expires_on: record
            .map(|record| record.expires_on)
            .or(draft.expires_on)?,
        status: record.map(|record| record.status),
        is_holder: record.zip(draft.iin).map(|(record, iin)| record.iin == iin),
    })
}

impl Assessment {
    /// Its outcome, by the decision and all problems so far.
    fn settled(&self, problems: &Problems) -> AssessmentOutcome {
        let eligible = self.decision.as_ref().map(Decision::is_eligible);
        let blocking = || problems.iter().filter(|problem| problem.is_blocking());
        if eligible == Some(false) {
            AssessmentOutcome::Refused
        } else if blocking().any(|problem| problem.code.is_gap()) {
            AssessmentOutcome::Unavailable
        } else if eligible.is_none() || blocking().next().is_some() {
            AssessmentOutcome::Invalid
        } else {
            AssessmentOutcome::Accepted
        }
    }
}

/// The value, or its faults as problems.
fn answer_of<T>(result: Result<T, impl Into<Error>>, problems: &mut Problems) -> Option<T> {
    result
        .map_err(|error| problems.extend(error.into().into_problems()))
        .ok()
}
