//! The output of the command.

use qujat::{AssessmentRequest, Language};
use serde_json::Value;

use crate::forms;
use crate::laws::{rules, steers, today, twice};
use crate::print::{Page, Paint};

/// An assessment of a form, for a person: nothing in it steers a terminal, and no number of a person
/// is in it.
pub fn command(data: &[u8]) {
    let request = AssessmentRequest::new(data, today())
        .with_register(forms::register())
        .with_centres(forms::centres());
    let assessment = rules().assess(&request);
    let form = serde_json::from_slice::<Value>(data).unwrap_or_default();
    let secret = |pointer: &str| form.pointer(pointer).and_then(Value::as_str);
    let secrets = [
        "/applicant/iin",
        "/applicant/phone",
        "/applicant/email",
        "/card/number",
    ];
    for language in Language::ALL {
        let page = Page {
            rules: rules(),
            language: *language,
            centres: Some(forms::centres()),
            all_checks: data.len().is_multiple_of(2),
        };
        let text = twice(|| page.assessment(&assessment, Paint { colour: false }));
        let odd = |c: char| steers(c) || (c.is_control() && c != '\n');
        assert!(!text.contains(odd), "{text:?}");
        for secret in secrets.into_iter().filter_map(secret) {
            assert!(secret.len() < 8 || !text.contains(secret), "{text}");
        }
    }
}
