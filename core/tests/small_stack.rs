//! All recursion stops at a depth that does not depend on the input, and fits the stack of a small
//! thread: 256 KiB, half of what the background threads of phones have.
//!
//! The code that recurses: the parser of JSON and the readers of its tree, to 32 levels; the parser
//! of texts, to 8, their compiler and their printing, to 16 (tested with them); nothing else.
//! Editions that extend each other are laid over one another in a loop.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use qujat::centres::{Booking, Centre, CentreDirectory};
use qujat::faults::FaultQuery;
use qujat::feedback::{FeedbackSummaries, FeedbackSummary};
use qujat::lifecycle::{Event, History};
use qujat::register::RegisterRecord;
use qujat::signature::Strokes;
use qujat::{AssessmentRequest, Code, Day, Language, NoticeData, NoticeKind, Reason, Rulebook};

const FORM: &[u8] = include_bytes!("../../examples/data/eligible.json");
const PNG: &[u8] = include_bytes!("../vectors/images/signatures/photo.png");
const JPEG: &[u8] = include_bytes!("../vectors/images/signatures/signature-2.jpg");

fn on_a_small_thread(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(256 << 10);
    thread.spawn(run).unwrap().join().unwrap();
}

fn today() -> Day {
    Day::parse("2026-02-10").unwrap()
}

/// Reads JSON by every reader there is. Each refuses what is here.
fn read_by_all(json: &[u8]) {
    let rules = Rulebook::edition("service-2025").unwrap();
    let codes = [
        Rulebook::load(json).map(drop),
        RegisterRecord::from_json(json).map(drop),
        Centre::from_json(json).map(drop),
        CentreDirectory::from_json(json).map(drop),
        Booking::list_from_json(json).map(drop),
        FaultQuery::from_json(json).map(drop),
        rules.read_feedback(json, today()).map(drop),
        FeedbackSummary::from_json(json).map(drop),
        FeedbackSummaries::from_json(json).map(drop),
        Event::from_json(json).map(drop),
        History::from_json(json).map(drop),
        Strokes::from_json(json).map(drop),
        NoticeData::of_kind(NoticeKind::Ready, json).map(drop),
        Reason::from_params(Code::TooEarly, json).map(drop),
    ];
    assert!(codes.iter().all(Result::is_err));
    assert!(rules.validate(json, today(), None).form.is_none());
    assert!(
        rules
            .assess(&AssessmentRequest::new(json, today()))
            .decision
            .is_none()
    );
}

#[test]
fn the_deepest_json_fits_a_small_thread() {
    on_a_small_thread(|| {
        // Readers have different limits of size, of which this is below the smallest.
        for levels in [31, 32, 33, 1000, 5000] {
            for (open, close) in [("[", "]"), ("{\"extends\":", "}"), ("[{\"a\":", "}]")] {
                let inner = if open.ends_with(':') || open.len() > 1 {
                    "1"
                } else {
                    ""
                };
                let text = format!("{}{inner}{}", open.repeat(levels), close.repeat(levels));
                read_by_all(text.as_bytes());
                read_by_all(open.repeat(levels).as_bytes());
            }
        }
        // Known fields, and a section's, at the depth that is read.
        let deep = format!("{}{}", "[".repeat(29), "]".repeat(29));
        for text in [
            format!(r#"{{"applicant": {{"iin": {deep}}}}}"#),
            format!(
                r#"{{"edition": "test", "extends": "service-2025", "windows": {{"a": {deep}}}}}"#
            ),
            format!(
                r#"{{"edition": "test", "extends": "service-2025", "names": {{"a": {{"source": {deep}}}}}}}"#
            ),
            format!(r#"{{"centres": [{{"id": {deep}}}]}}"#),
            format!(r#"{{"events": [{{"event": {deep}}}]}}"#),
        ] {
            read_by_all(text.as_bytes());
        }
    });
}

#[test]
fn the_main_job_and_pictures_fit_a_small_thread() {
    on_a_small_thread(|| {
        let text = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).unwrap();
        let rules = Rulebook::load(text.as_bytes()).unwrap();
        let assessment = rules.assess(
            &AssessmentRequest::new(FORM, today())
                .with_photo(PNG)
                .with_signature(JPEG),
        );
        assert!(assessment.photo.is_some() && assessment.signature.is_some());
        assert!(!rules.explain(&assessment, Language::Kk).is_empty());
        for file in [PNG, JPEG] {
            assert!(rules.decode_image(file, today()).is_ok());
            assert!(rules.sanitize_image(file, today()).is_ok());
        }
    });
}
