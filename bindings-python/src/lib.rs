//! The module `qujat._qujat`: everything that the core exports to Python. The package `qujat`
//! next to it brings the exceptions and the enumerations, which are Python's own.
#![forbid(unsafe_code)]

use pyo3::pymodule;

/// The native part of `qujat`; import `qujat` instead.
#[pymodule(gil_used = true)]
mod _qujat {
    // The rulebook and its questions.
    #[pymodule_export]
    use qujat::fees::{Exemptions, ExpeditedFees, QuoteLine};
    #[pymodule_export]
    use qujat::python::{CalendarObject, RulebookObject, TextsObject};
    #[pymodule_export]
    use qujat::rulebook::{NamedSource, Source};
    #[pymodule_export]
    use qujat::texts::LocalText;
    #[pymodule_export]
    use qujat::{Decision, FeeInquiry, Inquiry, Quote, Statement};

    // Whole columns at once.
    #[pymodule_export]
    use qujat::python::{ColumnObject, TableObject};

    // Codes.
    #[pymodule_export]
    use qujat::problem::{ParamSpec, Params};
    #[pymodule_export]
    use qujat::{Problem, Reason};

    // Identity and contact.
    #[pymodule_export]
    use qujat::Iin;
    #[pymodule_export]
    use qujat::address::Address;
    #[pymodule_export]
    use qujat::contact::{EmailAddress, Phone};
    #[pymodule_export]
    use qujat::identity::{CardNumber, CheckedIin, PassportNumber, PersonName};

    // The application's form.
    #[pymodule_export]
    use qujat::assessment::PickupPlan;
    #[pymodule_export]
    use qujat::form::{Applicant, Coordinates, ReceivingChoice, Validation};
    #[pymodule_export]
    use qujat::register::RegisterRecord;
    #[pymodule_export]
    use qujat::{ApplicationForm, Assessment};

    // Days, places and slots.
    #[pymodule_export]
    use qujat::DayRange;
    #[pymodule_export]
    use qujat::calendar::{DaysOff, ReadyDate, SpecialDay};
    #[pymodule_export]
    use qujat::centres::{
        Appointment, Booking, Centre, CentreDirectory, DayHours, NearbyCentre, NearestQuery,
        PickupOffer, Slot, SpecialHours, TimeRange, Timetable,
    };
    #[pymodule_export]
    use qujat::delivery::{DeliveryEstimate, DeliveryTariff};
    #[pymodule_export]
    use qujat::time::CivilTime;

    // The application's life.
    #[pymodule_export]
    use qujat::Application;
    #[pymodule_export]
    use qujat::lifecycle::{Action, Event, EventOutcome, History, Identification, Transition};
    #[pymodule_export]
    use qujat::python::{lifecycle_diagram, lifecycle_transitions};

    // Photos and signature samples.
    #[pymodule_export]
    use qujat::checks::{Band, Check, PixelBox, PixelPoint};
    #[pymodule_export]
    use qujat::image::Picture;
    #[pymodule_export]
    use qujat::photo::{FaceOutline, PhotoFingerprints, PhotoReport};
    #[pymodule_export]
    use qujat::signature::{SignatureFingerprint, SignatureReport, Strokes};

    // Notices and images.
    #[pymodule_export]
    use qujat::NoticeData;
    #[pymodule_export]
    use qujat::image::ImageFile;
    #[pymodule_export]
    use qujat::notices::{Email, Notice, Push, Sms};
    #[pymodule_export]
    use qujat::python::count_sms;
    #[pymodule_export]
    use qujat::sms::SmsCount;

    // Technical faults and feedback.
    #[pymodule_export]
    use qujat::faults::{Attempt, FaultInterval, FaultQuery, FaultStatement, PaperRight};
    #[pymodule_export]
    use qujat::feedback::{
        Feedback, FeedbackFigures, FeedbackGroup, FeedbackLimits, FeedbackPeriod, FeedbackShare,
        FeedbackSummaries, FeedbackSummary,
    };
    #[pymodule_export]
    use qujat::python::mask_feedback;

    // For the package's own Python files and their generator.
    #[pymodule_export]
    use qujat::python::{
        build_info, code_area, code_example, code_meaning, code_params, code_severity,
        notice_params, quiet_panics, state_is_end, words,
    };

    #[cfg(feature = "panic-test")]
    #[pymodule_export]
    use qujat::python::panic_for_test;
}
