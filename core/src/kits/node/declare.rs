//! Declarations in TypeScript, with the documentation of the Rust types.

/// A type as its declaration needs it.
pub(crate) struct TypeSpec {
    pub name: &'static str,
    pub doc: &'static str,
    pub body: Body,
}

/// What a type is.
pub(crate) enum Body {
    Record(Vec<FieldSpec>),
    Union {
        tag: &'static str,
        variants: Vec<(&'static str, &'static str, Vec<FieldSpec>)>,
    },
    /// Spellings with their documentation.
    Word(Vec<(&'static str, &'static str)>),
}

/// A field of a record or of a variant.
pub(crate) struct FieldSpec {
    pub name: &'static str,
    pub doc: &'static str,
    pub is_optional: bool,
    pub ts: String,
}

/// A type that has a declaration. `export` implements it.
pub(crate) trait Described {
    fn spec() -> TypeSpec;
}

/// All types that cross as plain values, in TypeScript.
#[must_use]
pub fn declarations() -> String {
    let mut out = String::from(SCALARS);
    for spec in specs() {
        out.push('\n');
        declare(&mut out, &spec);
    }
    out
}

/// Values that are one string.
const SCALARS: &str = "\
/** A civil date, `YYYY-MM-DD`, from the year 1 to 9999. See `dayOf` for a `Date`; a
 * `Temporal.PlainDate` prints as one, and is read from one by `Temporal.PlainDate.from`. */
export type Day = string
/** A time of day, `HH:MM`, from `00:00` to `24:00`. */
export type TimeOfDay = string
/** An instant in RFC 3339 with an offset; answers are in UTC. A `Date` gives one by `toISOString()`. */
export type Moment = string
/** An amount of tenge (KZT) in plain decimal notation, such as `786.40`. No number: nothing is rounded. */
export type Tenge = string
/** A decimal figure in plain notation, such as a multiple of the MRP. */
export type Rate = string
/** The identifier of a service centre. */
export type CentreId = string
/** The name of a rulebook edition. */
export type EditionName = string
/** The name of a profile of limits for photos or signature samples. */
export type ProfileName = string
/** The name of a service that a centre gives. */
export type ServiceId = string
/** The name of a source in the rulebook. */
export type SourceId = string
/** A postcode in its canonical form. */
export type Postcode = string
/** An individual identification number, 12 digits. Personal data: not for logs. */
export type Iin = string
/** The number of an identity card, 9 digits. Personal data: not for logs. */
export type CardNumber = string
/** The number of a passport. Personal data: not for logs. */
export type PassportNumber = string
/** A phone number in E.164, such as `+77011234567`. Personal data: not for logs. */
export type Phone = string
/** An e-mail address. Personal data: not for logs. */
export type EmailAddress = string
/** A surname, given name or patronymic. Personal data: not for logs. */
export type PersonName = string
/** A day or a month, `2026-02-10` or `2026-02`. */
export type FeedbackPeriod = string
/** Ratings summed up: the text that a summary is stored as. */
export type FeedbackSummary = string
/** The figures and dates that belong to a code, by the names of the catalogue: numbers are numbers,
 * everything else is a string. */
export type Params = Readonly<Record<string, string | number>>
/** One parameter that a code promises. */
export interface ParamSpec {
  /** The name, in snake_case. */
  name: string
  /** What it holds. */
  kind: ParamKind
}
";

fn declare(out: &mut String, spec: &TypeSpec) {
    document(out, "", spec.doc);
    match &spec.body {
        Body::Record(fields) => {
            out.push_str(&format!("export interface {} {{\n", spec.name));
            declare_fields(out, "  ", fields);
            out.push_str("}\n");
        }
        Body::Union { tag, variants } => {
            out.push_str(&format!("export type {} =\n", spec.name));
            for (word, doc, fields) in variants {
                document(out, "  ", doc);
                out.push_str(&format!("  | {{\n    {tag}: '{word}'\n"));
                declare_fields(out, "    ", fields);
                out.push_str("  }\n");
            }
        }
        Body::Word(words) => {
            out.push_str(&format!("export type {} =\n", spec.name));
            for (word, doc) in words {
                document(out, "  ", doc);
                out.push_str(&format!("  | '{word}'\n"));
            }
        }
    }
}

fn declare_fields(out: &mut String, indent: &str, fields: &[FieldSpec]) {
    for field in fields {
        document(out, indent, field.doc);
        let FieldSpec { name, ts, .. } = field;
        let line = match field.is_optional {
            true => format!("{indent}{name}?: {ts} | undefined\n"),
            false => format!("{indent}{name}: {ts}\n"),
        };
        out.push_str(&line);
    }
}

/// Rust's documentation as TSDoc: without examples in Rust; links are code.
fn document(out: &mut String, indent: &str, doc: &str) {
    let mut lines: Vec<String> = Vec::new();
    let mut in_example = false;
    for line in doc.lines() {
        if line.trim_start().starts_with("```") {
            in_example = !in_example;
        } else if !in_example {
            lines.push(plain(line));
        }
    }
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    match lines.as_slice() {
        [] => {}
        [line] => out.push_str(&format!("{indent}/** {} */\n", line.trim())),
        lines => {
            out.push_str(&format!("{indent}/**\n"));
            for line in lines {
                let line = format!("{indent} * {}", line.trim());
                out.push_str(line.trim_end());
                out.push('\n');
            }
            out.push_str(&format!("{indent} */\n"));
        }
    }
}

fn plain(line: &str) -> String {
    line.replace("[`", "`")
        .replace("`]", "`")
        .replace("`None`", "`undefined`")
        .replace("::", ".")
        .replace("*/", "*\u{200b}/")
}

macro_rules! specs_of {
    ($($name:ident),+ $(,)?) => { vec![$(<crate::kits::every::$name as Described>::spec()),+] };
}

fn specs() -> Vec<TypeSpec> {
    specs_of![
        Action,
        ActionKind,
        Address,
        AnnulmentReason,
        Applicant,
        ApplicationForm,
        Applied,
        Appointment,
        AppointmentStatus,
        Area,
        Assessment,
        AssessmentOutcome,
        Attempt,
        Band,
        Booking,
        CardStatus,
        Centre,
        Channel,
        Check,
        CheckKind,
        Code,
        ColourProfile,
        Confidence,
        Currency,
        DayHours,
        DayRange,
        DaysOff,
        Decision,
        DeliveryEstimate,
        DeliveryTariff,
        DocumentKind,
        Email,
        Event,
        ExpeditedFees,
        FaceOutline,
        FaultInterval,
        FaultQuery,
        FaultStatement,
        FeeInquiry,
        Feedback,
        FeedbackAspect,
        FeedbackDimension,
        FeedbackFigures,
        FeedbackGroup,
        FeedbackLimits,
        FeedbackShare,
        Ground,
        History,
        Identification,
        IdentificationKind,
        ImageFile,
        ImageFormat,
        Inquiry,
        Language,
        LineKind,
        LocalText,
        MeasureUnit,
        NearbyCentre,
        NearestQuery,
        NotCheckedCause,
        Notice,
        NoticeData,
        NoticeKind,
        Overrides,
        PaperRight,
        ParamKind,
        PeriodLength,
        PersonalMetadata,
        PhotoFingerprints,
        PhotoReport,
        PickupOffer,
        PickupPlan,
        Picture,
        PixelBox,
        PixelPoint,
        Problem,
        Push,
        Quote,
        QuoteLine,
        ReadyDate,
        Reason,
        Receiving,
        ReceivingChoice,
        Region,
        RegisterRecord,
        Severity,
        Sex,
        SignatureFingerprint,
        SignatureReport,
        Slot,
        Sms,
        SmsCount,
        SmsEncoding,
        SmsMode,
        Source,
        SpecialDay,
        SpecialDayKind,
        Spot,
        State,
        Statement,
        TimeRange,
        Timetable,
        Transition,
        TransitionCondition,
        Validation,
        Verdict,
    ]
}
