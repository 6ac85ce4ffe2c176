//! An appointment as an iCalendar event (RFC 5545), to be attached to an e-mail.

use super::centre::Centre;
use super::pickup::PickupOffer;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::clean::clean;
use crate::foundation::day::Day;
use crate::foundation::id::CentreId;
use crate::foundation::language::Language;
use crate::foundation::moment::Moment;
use crate::foundation::problem::Reason;
use crate::foundation::reference::{MAX_NUMBER, check_reference};
use crate::foundation::time_of_day::TimeOfDay;
use crate::foundation::words::words;
use crate::service::civil_time::CivilClock;

/// A line has at most this many octets, the line break not counted (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// Minutes of a day: an alarm rings so long before, unless the caller wants another.
const DAY_BEFORE: u32 = 24 * 60;

words! {
    /// The status of an appointment.
    #[export(code)]
    AppointmentStatus {
        /// It stands, perhaps at another time or place than before.
        Booked = "booked",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

/// The contents of an appointment's event.
// The caller may have written the texts for one person.
#[export(
    record,
    input,
    private,
    shows(application, sequence, status, centre, day, from, until, language)
)]
#[derive(Clone, PartialEq, serde::Serialize)]
pub struct Appointment {
    /// The application's number. The event's UID is made of it alone, so that a calendar keeps one
    /// event for the application's life, wherever and whenever the card is picked up.
    pub application: String,
    /// The number of changes of the appointment: 0 at first, one more for each move, and for being
    /// called off. Of two events a calendar keeps the one with the higher number.
    pub sequence: u32,
    /// Its status. An event that was called off takes the one before it out of the calendar.
    pub status: AppointmentStatus,
    /// The centre.
    pub centre: CentreId,
    /// The civil date in Kazakhstan.
    pub day: Day,
    /// Its beginning, in Kazakhstan's civil time.
    pub from: TimeOfDay,
    /// Its end, after `from`.
    pub until: TimeOfDay,
    /// The instant at which the event is made.
    pub stamp: Moment,
    /// The language of the texts.
    pub language: Language,
    /// The title; the rulebook's text for picking up a card, if it is empty.
    pub summary: String,
    /// The things to bring along, and so on; the rulebook's text with the old card and the number,
    /// if it is empty.
    pub description: String,
    /// Minutes before it begins at which a calendar is to remind of it; `None` for no alarm.
    pub alarm_minutes: Option<u32>,
    /// The centre's name and address.
    pub location: String,
    /// The centre's degrees north of the equator.
    pub latitude: f64,
    /// The centre's degrees east of Greenwich.
    pub longitude: f64,
}

impl Appointment {
    /// The appointment that was offered at this centre, for the first time, with the rulebook's texts
    /// and an alarm on the day before.
    #[must_use]
    pub fn at_centre(
        offer: &PickupOffer,
        centre: &Centre,
        application: String,
        stamp: Moment,
        language: Language,
    ) -> Appointment {
        let (name, address) = (centre.name.get(language), centre.address.get(language));
        Appointment {
            application,
            sequence: 0,
            status: AppointmentStatus::Booked,
            centre: centre.id,
            day: offer.day,
            from: offer.time,
            until: offer.until,
            stamp,
            language,
            summary: String::new(),
            description: String::new(),
            alarm_minutes: Some(DAY_BEFORE),
            location: format!("{name}, {address}"),
            latitude: centre.latitude,
            longitude: centre.longitude,
        }
    }

    /// The event as an iCalendar object: UTF-8, lines of at most 75 octets, each ended by CRLF.
    /// `texts` are the summary and the description of an application's appointment in a language,
    /// for an appointment without its own.
    ///
    /// # Errors
    /// `TEXT_EMPTY` or `REFERENCE_INVALID` for the application's number; `INTERVAL_REVERSED` if it does
    /// not end after it begins; `NOT_COVERED` if the offset of civil time is not known for the day.
    pub(crate) fn to_icalendar(
        &self,
        civil_time: &CivilClock,
        texts: impl FnOnce(&str, Language) -> (String, String),
    ) -> Result<String, Reason> {
        check_reference(&self.application, MAX_NUMBER)?;
        if self.until <= self.from {
            return Err(Reason::new(Code::IntervalReversed));
        }
        let begins = civil_time.moment(self.day, self.from)?;
        let ends = civil_time.moment(self.day, self.until)?;
        let language = self.language;
        let mut event = Event::default();
        event.line("BEGIN", "VCALENDAR");
        event.line("VERSION", "2.0");
        event.line("PRODID", "-//Qujat//Qujat//EN");
        let (method, status) = match self.status {
            AppointmentStatus::Booked => ("PUBLISH", "CONFIRMED"),
            AppointmentStatus::Cancelled => ("CANCEL", "CANCELLED"),
        };
        event.line("METHOD", method);
        event.line("BEGIN", "VEVENT");
        event.line("UID", &escape(&format!("{}@qujat", self.application)));
        event.line("SEQUENCE", &self.sequence.to_string());
        event.line("STATUS", status);
        event.line("DTSTAMP", &utc(self.stamp));
        event.line("DTSTART", &utc(begins));
        event.line("DTEND", &utc(ends));
        let text = |name: &str| format!("{name};LANGUAGE={language}");
        let (summary, description) = texts(&self.application, language);
        let or = |own: &str, text: String| if own.is_empty() { text } else { own.to_owned() };
        let summary = escape(&or(&self.summary, summary));
        event.line(&text("SUMMARY"), &summary);
        event.line(&text("LOCATION"), &escape(&self.location));
        let description = or(&self.description, description);
        event.line(&text("DESCRIPTION"), &escape(&description));
        if self.latitude.is_finite() && self.longitude.is_finite() {
            event.line(
                "GEO",
                &format!("{:.6};{:.6}", self.latitude, self.longitude),
            );
        }
        if let Some(minutes) = self.alarm_minutes
            && self.status == AppointmentStatus::Booked
        {
            event.line("BEGIN", "VALARM");
            event.line("ACTION", "DISPLAY");
            event.line("TRIGGER", &format!("-PT{minutes}M"));
            event.line(&text("DESCRIPTION"), &summary);
            event.line("END", "VALARM");
        }
        event.line("END", "VEVENT");
        event.line("END", "VCALENDAR");
        Ok(event.text)
    }
}

#[derive(Default)]
struct Event {
    text: String,
}

impl Event {
    /// Appends a line, folded: a continuation line begins with a space. No character is split.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0usize;
        for character in name.chars().chain([':']).chain(value.chars()) {
            let after = octets.saturating_add(character.len_utf8());
            if after > LINE_OCTETS {
                self.text.push_str("\r\n ");
                octets = character.len_utf8().saturating_add(1);
            } else {
                octets = after;
            }
            self.text.push(character);
        }
        self.text.push_str("\r\n");
    }
}

/// Text with the characters escaped that have a meaning in iCalendar (RFC 5545, 3.3.11). Line breaks
/// stay; the lines are cleaned.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, line) in text.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        if index > 0 {
            escaped.push_str("\\n");
        }
        for character in clean(line).chars() {
            if matches!(character, '\\' | ';' | ',') {
                escaped.push('\\');
            }
            escaped.push(character);
        }
    }
    escaped
}

/// An instant as `YYYYMMDDTHHMMSSZ`; fractions of seconds are left out.
fn utc(moment: Moment) -> String {
    moment.to_chrono().format("%Y%m%dT%H%M%SZ").to_string()
}
