//! The module `qujat._qujat`: everything that the core exports to Python. The package `qujat`
//! beside it brings the exceptions and the enumerations, which are Python's own.
#![forbid(unsafe_code)]

use pyo3::pymodule;

/// The native part of `qujat`; import `qujat` instead.
#[pymodule(gil_used = true)]
mod _qujat {
    // The rulebook and its questions.
    #[pymodule_export]
    use qujat::python::{CalendarObject, RulebookObject, TextsObject};
    #[pymodule_export]
    use qujat::{
        Decision, ExpeditedFees, FeeInquiry, Inquiry, LocalText, Quote, QuoteLine, Source,
        Statement,
    };

    // Whole columns at once.
    #[pymodule_export]
    use qujat::python::{ColumnObject, TableObject};

    // Codes.
    #[pymodule_export]
    use qujat::{ParamSpec, Params, Problem, Reason};

    // Identity and contact.
    #[pymodule_export]
    use qujat::{Address, CardNumber, EmailAddress, Iin, PassportNumber, PersonName, Phone};

    // The application's form.
    #[pymodule_export]
    use qujat::{
        Applicant, ApplicationForm, Assessment, PickupPlan, ReceivingChoice, RegisterRecord, Spot,
        Validation,
    };

    // Days, places and slots.
    #[pymodule_export]
    use qujat::{
        Appointment, Booking, Centre, CentreDirectory, DayHours, DayRange, DaysOff,
        DeliveryEstimate, DeliveryTariff, NearbyCentre, NearestQuery, Overrides, PickupOffer,
        ReadyDate, Slot, SpecialDay, TimeRange, Timetable,
    };

    // The application's life.
    #[pymodule_export]
    use qujat::python::{lifecycle_diagram, lifecycle_transitions};
    #[pymodule_export]
    use qujat::{Action, Application, Applied, Event, History, Identification, Transition};

    // Photos and signature samples.
    #[pymodule_export]
    use qujat::{
        Band, Check, FaceOutline, PhotoFingerprints, PhotoReport, Picture, PixelBox, PixelPoint,
        SignatureFingerprint, SignatureReport, Strokes,
    };

    // Notices and images.
    #[pymodule_export]
    use qujat::python::count_sms;
    #[pymodule_export]
    use qujat::{Email, ImageFile, Notice, NoticeData, Push, Sms, SmsCount};

    // Technical faults and feedback.
    #[pymodule_export]
    use qujat::python::mask_feedback;
    #[pymodule_export]
    use qujat::{
        Attempt, FaultInterval, FaultQuery, FaultStatement, Feedback, FeedbackFigures,
        FeedbackGroup, FeedbackLimits, FeedbackPeriod, FeedbackShare, FeedbackSummaries,
        FeedbackSummary, PaperRight,
    };

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
