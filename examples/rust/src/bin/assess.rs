//! Assesses an application, and prints the answer as its applicant reads it:
//!
//! ```sh
//! cargo run -p qujat-examples --bin assess examples/data/eligible.json 2026-02-10 examples/data/centres.json
//! ```

use std::error::Error;

use qujat::centres::CentreDirectory;
use qujat::{AssessmentRequest, Day, Rulebook};

const USAGE: &str = "usage: assess FORM.json DAY [CENTRES.json]";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    // The library reads no files and has no clock: the caller brings bytes, and says which day it is in
    // Kazakhstan.
    let form = std::fs::read(arguments.next().ok_or(USAGE)?)?;
    let today = Day::parse(&arguments.next().ok_or(USAGE)?)?;
    let centres = match arguments.next() {
        Some(path) => Some(CentreDirectory::from_json(&std::fs::read(path)?)?),
        None => None,
    };

    // A shipped edition. `Rulebook::load` reads an operator's own file, which may extend one.
    let rules = Rulebook::edition("service-2025")?;

    // Everything beyond form and day is optional: the register's record, bookings, photo, signature.
    let request = AssessmentRequest::new(&form, today).with_centres(centres.as_ref());
    let assessment = rules.assess(&request);

    // Programs go by the outcome and by codes, which never change their meaning.
    println!("{}", assessment.outcome.as_str());
    for problem in &assessment.problems {
        println!("{problem}");
    }

    // The applicant reads sentences, each with the source of its rule, in the language of the form.
    for statement in rules.explain(&assessment, assessment.language) {
        println!("- {}", statement.text);
        if let Some(action) = statement.action {
            println!("  {action}");
        }
        if let Some(title) = statement.source_title {
            println!("  ({title})");
        }
    }

    // These are to be sent now. The notice also has e-mail and push.
    for notice in &assessment.notices {
        println!("SMS: {}", notice.sms.text);
    }
    Ok(())
}
