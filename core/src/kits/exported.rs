//! The list of all exported types. A test compares it with the attributes in the sources.

/// Hands the list to the macro of this name: types that cross as plain values, and classes.
macro_rules! exported {
    ($list:ident) => {
        $list! {
            plain {
                Action, ActionKind, Address, AnnulmentReason, Applicant, ApplicationForm, EventOutcome,
                Appointment, AppointmentStatus, Area, Assessment, AssessmentOutcome, Attempt, Band,
                Booking, CardStatus, Centre, Channel, Check, CheckKind, CheckedIin, CivilTime, Code,
                ColourProfile, Confidence, Currency, DayHours, DayRange, DaysOff, Decision,
                DeliveryEstimate, DeliveryTariff, DocumentKind, Email, Event, Exemptions,
                ExpeditedFees, FaceOutline, FaultInterval, FaultQuery, FaultStatement, FeeInquiry,
                Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup,
                FeedbackLimits, FeedbackShare, Ground, History, Identification, IdentificationKind,
                ImageFile, ImageFormat, Inquiry, Language, LineKind, LocalText, MeasureUnit,
                NamedSource, NearbyCentre, NearestQuery, NotCheckedCause, Notice, NoticeData,
                NoticeKind, SpecialHours, PaperRight, ParamKind, PeriodLength, PersonalMetadata,
                PhotoFingerprints, PhotoReport, PickupOffer, PickupPlan, Picture, PixelBox,
                PixelPoint, Problem, Push, Quote, QuoteLine, ReadyDate, Reason, Receiving,
                ReceivingChoice, Region, RegisterRecord, Severity, Sex, SignatureFingerprint,
                SignatureReport, Slot, Sms, SmsCount, SmsEncoding, SmsMode, Source, SpecialDay,
                SpecialDayKind, Coordinates, State, Statement, TimeRange, Timetable, Transition,
                TransitionCondition, Validation, Verdict,
            }
            classes {
                Application, CardNumber, CentreDirectory, EmailAddress, FeedbackPeriod, FeedbackSummaries,
                FeedbackSummary, Iin, ParamSpec, Params, PassportNumber, PersonName, Phone, Strokes,
            }
        }
    };
}
pub(crate) use exported;
