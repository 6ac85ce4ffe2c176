//! The operations of the conformance vectors, through the public API. Shared by the vector runner
//! and by the program that the oracle talks to.
#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "test support: a malformed case is a mistake of the vectors, to be shown at once"
)]

use qujat::address::{Postcode, Region};
use qujat::calendar::{DaysOff, ReadyDate};
use qujat::centres::{Booking, Centre, CentreDirectory, NearestQuery};
use qujat::checks::Verdict;
use qujat::faults::{FaultQuery, PaperRight};
use qujat::feedback::{FeedbackAspect, FeedbackSummary};
use qujat::form::Validation;
use qujat::identity::{CardNumber, CardStatus, DocumentKind, Ground, PassportNumber};
use qujat::lifecycle::History;
use qujat::notices::Notice;
use qujat::photo::PhotoReport;
use qujat::register::RegisterRecord;
use qujat::signature::{SignatureReport, Strokes};
use qujat::{
    Application, Assessment, AssessmentRequest, Code, Day, Decision, Error, FeeInquiry, Inquiry,
    Language, NoticeData, NoticeKind, Problem, Quote, Reason, Rulebook, sms,
};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The answer, after it went through its JSON in a build that checks: it comes back as the same value, and
/// as the same bytes.
macro_rules! through_json {
    ($type:ty, $answer:expr) => {{
        let answer: $type = $answer;
        if cfg!(debug_assertions) {
            let json = answer.to_json();
            let read = <$type>::from_json(json.as_bytes());
            let read = read.unwrap_or_else(|error| panic!("{error} in {json}"));
            assert!(
                read == answer && read.to_json() == json,
                "another answer than {json}"
            );
        }
        answer
    }};
}

/// The problems of an operation, each as `CODE` or `CODE /pointer`.
pub struct Failed(pub Vec<String>);

impl From<Problem> for Failed {
    fn from(problem: Problem) -> Failed {
        Failed(vec![
            format!("{} {}", problem.code, problem.pointer)
                .trim_end()
                .to_owned(),
        ])
    }
}

impl From<Reason> for Failed {
    fn from(reason: Reason) -> Failed {
        reason.into_problem().into()
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Failed {
        Failed(
            error
                .into_problems()
                .into_iter()
                .flat_map(|p| Failed::from(p).0)
                .collect(),
        )
    }
}

type Answer = Result<Value, Failed>;

/// The answer to one case.
///
/// # Panics
/// If the case itself is not of the form that `core/vectors/README.md` describes: then the
/// vectors are wrong, not the library.
pub fn answer(operation: &str, input: &Value) -> Answer {
    let rules = rulebook(input)?;
    let case = Case {
        input,
        rules: &rules,
    };
    match operation {
        "eligibility" => case.eligibility(),
        "iin" => case.iin(),
        "card_number" => Ok(json!({ "number": CardNumber::parse(case.text("text"))? })),
        "passport_number" => Ok(json!({ "number": PassportNumber::parse(case.text("text"))? })),
        "phone" => Ok(json!({ "e164": case.rules.parse_phone(case.text("text"), case.on())? })),
        "email" => Ok(json!({ "address": case.rules.parse_email(case.text("text"), case.on())? })),
        "name" => case.name(),
        "postcode" => Ok(json!({ "postcode": Postcode::parse(case.text("text"))? })),
        "working_days" => case.working_days(),
        "days_off" => case.days_off(),
        "ready" => case.ready(),
        "fee" => case.fee(),
        "sms" => {
            let count = sms::count(case.text("text"));
            Ok(json!({
                "encoding": count.encoding, "units": count.units, "segments": count.segments,
            }))
        }
        "fault" => case.fault(),
        "lifecycle" => case.lifecycle(),
        "feedback_mask" => case.feedback_mask(),
        "feedback_summary" => case.feedback_summary(),
        "nearest" => case.nearest(),
        "slots" => case.slots(),
        "validate" => case.validate(),
        "notice" => case.notice(),
        "explain" => case.explain(),
        "assess" => case.assess(),
        "photo" => case.photo(),
        "signature" => case.signature(),
        "strokes" => case.strokes(),
        other => panic!("there is no operation `{other}`"),
    }
}

fn rulebook(input: &Value) -> Result<Cow<'static, Rulebook>, Failed> {
    if let Some(overlay) = input.get("overlay").filter(|overlay| !overlay.is_null()) {
        return Ok(Cow::Owned(Rulebook::load(overlay.to_string().as_bytes())?));
    }
    let name = input
        .get("edition")
        .and_then(Value::as_str)
        .unwrap_or(Rulebook::DEFAULT_EDITION);
    Ok(Cow::Borrowed(Rulebook::edition(name)?))
}

struct Case<'c> {
    input: &'c Value,
    rules: &'c Rulebook,
}

impl Case<'_> {
    fn text(&self, field: &str) -> &str {
        self.input[field]
            .as_str()
            .unwrap_or_else(|| panic!("no text `{field}`"))
    }

    fn optional(&self, field: &str) -> Option<&str> {
        self.input.get(field).and_then(Value::as_str)
    }

    fn present(&self, field: &str) -> Option<&Value> {
        self.input.get(field).filter(|value| !value.is_null())
    }

    fn day(&self, field: &str) -> Result<Day, Failed> {
        Day::parse(self.text(field)).map_err(|error| error.at(&format!("/{field}")).into())
    }

    /// The day of the rules, for an operation without a day of its own.
    fn on(&self) -> Day {
        let day = self.optional("on").unwrap_or("2026-02-10");
        Day::parse(day).unwrap_or_else(|_| panic!("`on` is no day"))
    }

    fn word<T>(&self, field: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Failed> {
        let unknown = || Failed(vec![format!("UNKNOWN_VALUE /{field}")]);
        parse(self.text(field)).ok_or_else(unknown)
    }

    fn eligibility(&self) -> Answer {
        let (expires_on, today) = match (self.day("expires_on"), self.day("today")) {
            (Ok(expires_on), Ok(today)) => (expires_on, today),
            // All problems at once: SPEC 4.
            (expires_on, today) => {
                let failed = expires_on.err().into_iter().chain(today.err());
                return Err(Failed(failed.flat_map(|failed| failed.0).collect()));
            }
        };
        let (document, ground) = (
            self.word("document", DocumentKind::parse)?,
            self.word("ground", Ground::parse)?,
        );
        let status = self.present("status");
        let status = status.map(|_| self.word("status", CardStatus::parse));
        let inquiry = Inquiry::new(document, ground, expires_on)
            .with_status(status.transpose()?)
            .with_is_holder(self.present("is_holder").and_then(Value::as_bool));
        let inquiry = through_json!(Inquiry, inquiry);
        let decision = self.rules.decide(&inquiry, today)?;
        Ok(json!(through_json!(Decision, decision)))
    }

    fn iin(&self) -> Answer {
        let iin = self.rules.parse_iin(self.text("text"), self.on())?.iin;
        Ok(json!({ "birth_date": iin.birth_date(), "sex": iin.sex() }))
    }

    fn name(&self) -> Answer {
        let name = self.rules.parse_name(self.text("text"), self.on())?;
        let latin = self.rules.latin_name(&name, self.on())?;
        Ok(json!({ "name": name, "latin": latin }))
    }

    fn working_days(&self) -> Answer {
        let calendar = self.rules.calendar();
        let day = self.day("day")?;
        let count = self.input["count"]
            .as_u64()
            .and_then(|count| u32::try_from(count).ok());
        let count = count.unwrap_or_else(|| panic!("no `count`"));
        let working = calendar.is_working_day(day)?;
        Ok(json!({ "working": working, "after": calendar.add_working_days(day, count)? }))
    }

    fn ready(&self) -> Answer {
        let registered_on = self.present("registered_on");
        let registered_on = registered_on.map(|_| self.day("registered_on"));
        let (filed_on, registered_on) = (self.day("filed_on")?, registered_on.transpose()?);
        let ready = self.rules.ready_on(filed_on, registered_on)?;
        Ok(json!(through_json!(ReadyDate, ready)))
    }

    fn days_off(&self) -> Answer {
        let year = self.input["year"]
            .as_i64()
            .and_then(|year| i32::try_from(year).ok());
        let year = year.unwrap_or_else(|| panic!("no `year`"));
        let days = self.rules.calendar().days_off(year)?;
        Ok(json!(through_json!(DaysOff, days)))
    }

    fn fee(&self) -> Answer {
        let region = match self.optional("region") {
            Some(_) => Some(self.word("region", Region::parse)?),
            None => None,
        };
        let pages = self.input.get("pages").and_then(Value::as_u64);
        let (document, ground) = (
            self.word("document", DocumentKind::parse)?,
            self.word("ground", Ground::parse)?,
        );
        let inquiry = FeeInquiry::new(document, ground, self.day("on")?)
            .with_pages(pages.and_then(|pages| u16::try_from(pages).ok()))
            .with_exemption(self.optional("exemption").map(str::to_owned))
            .with_deliver_to(region);
        let inquiry = through_json!(FeeInquiry, inquiry);
        let quote = through_json!(Quote, self.rules.quote(&inquiry)?);
        let warnings: Vec<Code> = quote.warnings.iter().map(|warning| warning.code).collect();
        Ok(json!({ "lines": quote.lines, "total": quote.total, "warnings": warnings }))
    }

    fn fault(&self) -> Answer {
        let fields = ["attempt", "faults", "known_until", "number", "expires_on"];
        let query = fields.map(|field| (field.to_owned(), self.input[field].clone()));
        let query = Value::Object(query.into_iter().collect()).to_string();
        let query = FaultQuery::from_json(query.as_bytes())?;
        let query = through_json!(FaultQuery, query);
        Ok(json!(through_json!(
            PaperRight,
            self.rules.paper_right(&query)?
        )))
    }

    fn lifecycle(&self) -> Answer {
        let history = json!({ "events": self.input["events"] });
        let history = History::from_json(history.to_string().as_bytes())?;
        let mut application = Application::new();
        let (mut applied, mut notices) = (0, Vec::new());
        for event in &history.events {
            let result = application.apply(event)?;
            applied += i32::from(result.changed);
            notices.extend(result.notices);
        }
        let application = through_json!(Application, application);
        assert_eq!(
            history.replay()?.state(),
            application.state(),
            "replay equals state"
        );
        Ok(json!({ "state": application.state(), "applied": applied, "notices": notices }))
    }

    fn feedback_mask(&self) -> Answer {
        let max = self.input["max"]
            .as_u64()
            .and_then(|max| u32::try_from(max).ok());
        let max = max.unwrap_or_else(|| panic!("no `max`"));
        Ok(json!({ "text": qujat::feedback::mask(self.text("text"), max)? }))
    }

    fn feedback_summary(&self) -> Answer {
        let ratings = self.input["ratings"]
            .as_array()
            .unwrap_or_else(|| panic!("no `ratings`"));
        let ratings = ratings.iter().map(|rating| rating.as_u64().unwrap_or(0));
        let ratings: Vec<u32> = ratings.map(|r| u32::try_from(r).unwrap_or(0)).collect();
        let summary = FeedbackSummary::of_ratings(&ratings)?;
        Ok(json!(summary.figures(FeedbackAspect::Overall)))
    }

    fn nearest(&self) -> Answer {
        let directory = CentreDirectory::from_json(self.input["centres"].to_string().as_bytes())?;
        let number = |field: &str| self.input[field].as_f64().unwrap_or(f64::NAN);
        let region = match self.optional("region") {
            Some(_) => Some(self.word("region", Region::parse)?),
            None => None,
        };
        let service = match self.optional("service") {
            Some(service) => Some(
                qujat::centres::ServiceId::parse(service).map_err(|error| error.at("/service"))?,
            ),
            None => None,
        };
        let on = match self.optional("on") {
            Some(_) => Some(self.day("on")?),
            None => None,
        };
        let query = NearestQuery::new(number("latitude"), number("longitude"))
            .with_region(region)
            .with_service(service)
            .with_on(on);
        let found = self.rules.nearest(&directory, &query)?;
        let ids: Vec<String> = found.iter().map(|found| found.centre.to_string()).collect();
        let metres: Vec<u32> = found.iter().map(|found| found.metres).collect();
        Ok(json!({ "centres": ids, "metres": metres }))
    }

    fn slots(&self) -> Answer {
        let centre = Centre::from_json(self.input["centre"].to_string().as_bytes())?;
        let mut booked = self.input["booked"].as_array().cloned().unwrap_or_default();
        for booking in booked.iter_mut().filter_map(Value::as_object_mut) {
            booking.insert("centre".to_owned(), json!(centre.id));
        }
        let bookings = Booking::list_from_json(Value::Array(booked).to_string().as_bytes())?;
        let days = self.input["days"]
            .as_u64()
            .and_then(|days| u32::try_from(days).ok());
        let days = days.unwrap_or_else(|| panic!("no `days`"));
        let slots = self
            .rules
            .free_slots(&centre, self.day("from")?, days, &bookings)?;
        Ok(json!({ "slots": slots }))
    }

    fn register(&self) -> Result<Option<RegisterRecord>, Failed> {
        let record = self.present("register");
        let record = record.map(|json| RegisterRecord::from_json(json.to_string().as_bytes()));
        Ok(record.transpose()?)
    }

    /// The form as bytes: JSON, or a string that stands for any text.
    fn form(&self) -> Vec<u8> {
        match &self.input["form"] {
            Value::String(text) => text.clone().into_bytes(),
            json => json.to_string().into_bytes(),
        }
    }

    fn validate(&self) -> Answer {
        let register = self.register()?;
        let validation = self
            .rules
            .validate(&self.form(), self.day("today")?, register.as_ref());
        let validation = through_json!(Validation, validation);
        let problem = |problem: &Problem| {
            json!({
                "code": problem.code,
                "pointer": problem.pointer,
                "severity": problem.severity,
            })
        };
        let problems: Vec<Value> = validation.problems.iter().map(problem).collect();
        Ok(json!({ "problems": problems }))
    }

    fn language(&self) -> Result<Language, Failed> {
        self.word("language", Language::parse)
    }

    fn notice(&self) -> Answer {
        let kind = self.word("kind", NoticeKind::parse)?;
        let data = NoticeData::of_kind(kind, self.input["params"].to_string().as_bytes())?;
        let data = through_json!(NoticeData, data);
        let notice = self.rules.notice(&data, self.language()?, self.on())?;
        Ok(json!(through_json!(Notice, notice)))
    }

    fn explain(&self) -> Answer {
        let code = self.word("code", Code::parse)?;
        let params = self
            .present("params")
            .map_or("{}".to_owned(), Value::to_string);
        let reason = Reason::from_params(code, params.as_bytes())?;
        let language = self.language()?;
        let statements = self.rules.explain(&reason, language);
        let [statement] = statements.as_slice() else {
            panic!("a reason is one statement");
        };
        Ok(json!({
            "text": self.rules.text(&reason, language),
            "cause": statement.text,
            "action": statement.action,
            "operator": self.rules.operator_text(&reason, language),
        }))
    }

    /// The bytes of an image next to the vectors.
    fn image(&self) -> Vec<u8> {
        let shipped = || Path::new(env!("CARGO_MANIFEST_DIR")).join(crate::VECTORS);
        let folder = std::env::var_os("QUJAT_VECTORS").map_or_else(shipped, PathBuf::from);
        let path = folder.join("images").join(self.text("file"));
        std::fs::read(&path).unwrap_or_else(|error| {
            panic!(
                "{}: {error}; `scripts/setup.sh photos` makes the photos",
                path.display()
            )
        })
    }

    fn photo(&self) -> Answer {
        let file = self.image();
        let report = self.rules.check_photo(&file, self.on())?;
        let report = through_json!(PhotoReport, report);
        let checks = report.checks.iter().map(|check| {
            let found = json!({
                "verdict": check.verdict,
                "code": check.reason.code,
                "measured": check.measured,
                "source": check.reason.source,
            });
            (check.kind.to_string(), found)
        });
        Ok(json!({
            "input_crc32": crc32fast::hash(&file),
            "verdict": report.verdict,
            "profile": report.profile,
            "edition": report.edition,
            "file": report.file,
            "checks": checks.collect::<serde_json::Map<_, _>>(),
            "face": report.face,
            "crop": report.crop,
            "fingerprints": report.fingerprints,
        }))
    }

    fn assess(&self) -> Answer {
        let register = self.register()?;
        let centres = self.present("centres");
        let centres = centres.map(|json| CentreDirectory::from_json(json.to_string().as_bytes()));
        let (centres, form) = (centres.transpose()?, self.form());
        let faults = self.present("faults");
        let faults = faults.map(|json| FaultQuery::from_json(json.to_string().as_bytes()));
        let faults = faults.transpose()?;
        let request = AssessmentRequest::new(&form, self.day("today")?)
            .with_register(register.as_ref())
            .with_centres(centres.as_ref())
            .with_faults(faults.as_ref());
        let assessment = through_json!(Assessment, self.rules.assess(&request));
        // The form that was read is the one that was given, and no answer.
        if let Some(form) = assessment.form.as_ref().filter(|_| cfg!(debug_assertions)) {
            let mut typed = request;
            typed.form = form.into();
            assert!(
                self.rules.assess(&typed) == assessment,
                "typed in, typed out"
            );
        }
        let mut answer = json!(assessment);
        answer.as_object_mut().map(|fields| fields.remove("form"));
        Ok(answer)
    }

    fn signature(&self) -> Answer {
        let (file, on) = (self.image(), self.on());
        let report = self.rules.check_signature(&file, on)?;
        let report = through_json!(SignatureReport, report);
        let normal = self.rules.normalise_signature(&file, on).ok();
        Ok(sample(&report, normal))
    }

    fn strokes(&self) -> Answer {
        let json = &self.input["strokes"];
        let strokes = Strokes::from_json(json.to_string().as_bytes())?;
        let report = self.rules.check_strokes(&strokes, self.on())?;
        let normal = self.rules.render_strokes(&strokes, self.on()).ok();
        Ok(sample(&report, normal))
    }
}

/// A report in the form of the vectors; `normal` is the normalised picture as a file.
fn sample(report: &SignatureReport, normal: Option<Vec<u8>>) -> Value {
    let failed = report
        .checks
        .iter()
        .filter(|check| check.verdict == Verdict::Fail);
    let problems: Vec<Code> = failed.map(|check| check.reason.code).collect();
    let figures = report.checks.iter().filter_map(|check| {
        let figure = check.measured?;
        Some((check.kind.as_str().to_owned(), json!(figure)))
    });
    json!({
        "verdict": report.verdict,
        "problems": problems,
        "measures": figures.collect::<serde_json::Map<String, Value>>(),
        "ink": report.ink,
        "fingerprint": report.fingerprint,
        "normal": normal.map(|file| crc32fast::hash(&file)),
    })
}
