//! `qujat assess`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use qujat::assessment::AssessmentOutcome;
use qujat::centres::{Appointment, Booking, CentreDirectory};
use qujat::faults::FaultQuery;
use qujat::notices::Notice;
use qujat::register::RegisterRecord;
use qujat::{Assessment, AssessmentRequest, Day, Moment, Rulebook};

use crate::Outcome;
use crate::input::{Failure, Rules, day, parse_day, parsed, read};
use crate::labels::Label;
use crate::locale::Speech;
use crate::output::{self, named};
use crate::photo::{unwritable, write_picture};
use crate::print::{Page, Paint};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The application: a JSON file, or `-` for the standard input.
    file: PathBuf,
    /// The day asked about, YYYY-MM-DD; today in Kazakhstan if left out.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    on: Option<Day>,
    #[command(flatten)]
    speech: Speech,
    #[command(flatten)]
    rules: Rules,
    /// The state register's record of the card: a JSON file.
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,
    /// The directory of service centres: a JSON file.
    #[arg(long, value_name = "FILE")]
    centres: Option<PathBuf>,
    /// What is already booked at the centres: a JSON file.
    #[arg(long, value_name = "FILE")]
    bookings: Option<PathBuf>,
    /// The applicant's attempt and the technical faults known for that time: a JSON file.
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
    #[command(flatten)]
    uploads: Uploads,
    /// Print the assessment as JSON.
    #[arg(long)]
    json: bool,
    /// Write the pickup as `pickup.ics`, each notice as files, the checked photo as
    /// `photo-checked.png`, and the signature for the card as `signature.png`, into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// The files that the applicant uploaded with the form.
#[derive(clap::Args)]
struct Uploads {
    /// The photo: a JPEG or PNG file.
    #[arg(long, value_name = "FILE")]
    photo: Option<PathBuf>,
    /// The signature sample: a JPEG or PNG file.
    #[arg(long, value_name = "FILE")]
    signature: Option<PathBuf>,
    /// List every check of photo and signature, not only those that found something wrong.
    #[arg(long)]
    all_checks: bool,
}

pub(crate) fn run(options: &Options) -> Result<Outcome, Failure> {
    let rules = options.rules.load()?;
    let form = read(&options.file)?;
    let register = options
        .register
        .as_deref()
        .map(|path| parsed(path, RegisterRecord::from_json));
    let register = register.transpose()?;
    let centres = options
        .centres
        .as_deref()
        .map(|path| parsed(path, CentreDirectory::from_json));
    let centres = centres.transpose()?;
    let bookings = options
        .bookings
        .as_deref()
        .map(|path| parsed(path, Booking::list_from_json));
    let bookings = bookings.transpose()?.unwrap_or_default();
    let faults = options
        .faults
        .as_deref()
        .map(|path| parsed(path, FaultQuery::from_json));
    let faults = faults.transpose()?;
    let photo = options.uploads.photo.as_deref().map(read).transpose()?;
    let signature = options.uploads.signature.as_deref().map(read);
    let signature = signature.transpose()?;
    let request = AssessmentRequest::new(&form, day(options.on, &rules)?)
        .with_register(register.as_ref())
        .with_centres(centres.as_ref())
        .with_bookings(&bookings)
        .with_faults(faults.as_ref())
        .with_photo(photo.as_deref())
        .with_signature(signature.as_deref());
    let mut assessment = rules.assess(&request);
    let language = options.speech.language();

    let page = Page {
        rules: &rules,
        language,
        centres: centres.as_ref(),
        all_checks: options.uploads.all_checks,
    };
    let mut out = io::stdout().lock();
    if options.json {
        // The caller has the form; a terminal or a log shall not have the applicant's data.
        assessment.form = None;
        writeln!(out, "{}", output::pretty_json(&assessment)?)?;
    } else {
        write!(out, "{}", page.assessment(&assessment, Paint::of_output()))?;
    }
    if let Some(folder) = &options.out {
        let mut written = write_files(folder, &page, &assessment)?;
        if let (Some(photo), Some(report)) = (&photo, &assessment.photo) {
            written.push(write_picture(folder, &page, photo, request.today, report)?);
        }
        if let Some(signature) = &signature {
            written.extend(write_signature(folder, &rules, signature, request.today)?);
        }
        for path in written {
            if !options.json {
                writeln!(out, "{}: {}", Label::Written.get(language), named(&path))?;
            }
        }
    }
    Ok(match assessment.outcome {
        AssessmentOutcome::Accepted => Outcome::Done,
        AssessmentOutcome::Refused
        | AssessmentOutcome::Invalid
        | AssessmentOutcome::Unavailable => Outcome::Refused,
    })
}

/// The signature as the card needs it, if it passes the checks.
fn write_signature(
    folder: &Path,
    rules: &Rulebook,
    signature: &[u8],
    on: Day,
) -> Result<Option<PathBuf>, Failure> {
    let Ok(normal) = rules.normalise_signature(signature, on) else {
        return Ok(None);
    };
    let path = folder.join("signature.png");
    output::write(&path, &normal).map_err(|error| unwritable(folder, &error))?;
    Ok(Some(path))
}

fn write_files(
    folder: &Path,
    page: &Page<'_>,
    assessment: &Assessment,
) -> Result<Vec<PathBuf>, Failure> {
    let unusable = |error: io::Error| unwritable(folder, &error);
    output::make_folder(folder).map_err(unusable)?;
    let mut written = Vec::new();
    let mut write = |name: String, text: &str| {
        let path = folder.join(name);
        output::write(&path, text.as_bytes()).map_err(unusable)?;
        written.push(path);
        Ok::<(), Failure>(())
    };
    if let Some(event) = pickup_event(page, assessment) {
        write("pickup.ics".to_owned(), &event)?;
    }
    for Notice {
        kind,
        language,
        sms,
        email,
        push,
        ..
    } in &assessment.notices
    {
        let name = format!("{kind}.{language}");
        write(format!("{name}.sms.txt"), &format!("{}\n", sms.text))?;
        write(
            format!("{name}.email.txt"),
            &format!("{}\n\n{}\n", email.subject, email.text),
        )?;
        write(format!("{name}.email.html"), &email.html)?;
        write(
            format!("{name}.push.txt"),
            &format!("{}\n{}\n", push.title, push.body),
        )?;
    }
    Ok(written)
}

/// The offered pickup as an iCalendar event in the applicant's language, stamped with the start of the
/// day asked about.
fn pickup_event(page: &Page<'_>, assessment: &Assessment) -> Option<String> {
    let plan = assessment.pickup.as_ref()?;
    let centre = page.centres?.centre(plan.offer.centre).ok()?;
    let stamp = Moment::parse(&format!("{}T00:00:00Z", assessment.on)).ok()?;
    let application = assessment.application.clone().unwrap_or_default();
    let appointment =
        Appointment::at_centre(&plan.offer, centre, application, stamp, assessment.language);
    page.rules.icalendar(&appointment).ok()
}
