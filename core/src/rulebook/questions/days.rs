//! Questions about days, places and slots.

use crate::foundation::day::Day;
use crate::foundation::moment::{CivilTime, Moment};
use crate::foundation::problem::{Error, Result};
use crate::people::address::{Address, Region};
use crate::rulebook::Rulebook;
use crate::service::calendar::{Calendar, ReadyDate};
use crate::service::centres::{
    Appointment, Booking, Centre, CentreDirectory, NearbyCentre, NearestQuery, PickupOffer, Slot,
    free_slots,
};
use crate::service::delivery::DeliveryEstimate;
use crate::service::lifecycle::Application;

impl Rulebook {
    /// The calendar of working days.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let christmas = Day::parse("2026-01-07")?;
    /// assert!(!rules.calendar().is_working_day(christmas)?);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The civil date and time in Kazakhstan of an instant, the seconds left out.
    ///
    /// # Errors
    /// `NOT_COVERED` if the offset from UTC at that time is not known.
    ///
    /// ```
    /// use qujat::{Moment, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let civil = rules.civil_time(Moment::parse("2026-02-10T20:30:00Z")?)?;
    /// assert_eq!(format!("{} {}", civil.day, civil.time), "2026-02-11 01:30");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn civil_time(&self, moment: Moment) -> Result<CivilTime> {
        Ok(self.civil_time.civil(moment)?)
    }

    /// The day by which a card is ready, counted in working days of which the first is the first after
    /// the registration of the application. Before it is registered, the answer assumes that this will
    /// happen on the day of filing, and says so (`READY_ASSUMED`).
    ///
    /// # Errors
    /// `INTERVAL_REVERSED` if it was registered before it was filed; `NOT_COVERED` if the term or the
    /// calendar is not known.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let filed_on = Day::parse("2026-02-10")?;
    /// let ready = rules.ready_on(filed_on, None)?;
    /// assert_eq!((ready.ready_on, ready.reason.code.as_str()), (Day::parse("2026-03-03")?, "READY_ASSUMED"));
    /// let ready = rules.ready_on(filed_on, Some(Day::parse("2026-02-11")?))?;
    /// assert_eq!((ready.ready_on, ready.reason.code.as_str()), (Day::parse("2026-03-04")?, "READY_ON"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ready_on(&self, filed_on: Day, registered_on: Option<Day>) -> Result<ReadyDate> {
        Ok(self
            .production
            .ready_on(&self.calendar, filed_on, registered_on)?)
    }

    /// The day by which the card of an application is ready: its events say when it was filed, and when
    /// registered. `None` before the filing.
    ///
    /// # Errors
    /// `NOT_COVERED` if the term, the calendar or the offset from UTC is not known.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// use qujat::lifecycle::History;
    /// let rules = Rulebook::edition("service-2025")?;
    /// let history = History::from_json(br#"{"events": [{
    ///     "id": "1", "at": "2026-02-10T09:00:00+05:00", "event": "filed", "channel": "portal",
    ///     "identification": {"kind": "sms_code", "reference": "R-1"}, "due": "0", "receiving": "pickup"
    /// }]}"#)?;
    /// let ready = rules.application_ready_on(&history.replay()?)?.expect("it is filed");
    /// assert_eq!(ready.ready_on.to_string(), "2026-03-03");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn application_ready_on(&self, application: &Application) -> Result<Option<ReadyDate>> {
        let Some(filed_at) = application.filed_at() else {
            return Ok(None);
        };
        let filed_on = self.civil_time(filed_at)?.day;
        let registered = application.registered_at();
        let registered = registered
            .map(|moment| self.civil_time(moment))
            .transpose()?;
        let registered_on = registered.map(|civil| civil.day);
        self.ready_on(filed_on, registered_on).map(Some)
    }

    /// The centres that fit a query, the nearest first.
    ///
    /// # Errors
    /// See [`CentreDirectory::nearest`].
    ///
    /// ```
    /// use qujat::Rulebook;
    /// use qujat::centres::{CentreDirectory, NearestQuery};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let centres = include_bytes!("../../../../examples/data/centres.json");
    /// let centres = CentreDirectory::from_json(centres)?;
    /// let query = NearestQuery::new(51.16, 71.44);
    /// let nearest = rules.nearest(&centres, &query)?;
    /// assert_eq!(nearest[0].centre.as_str(), "astana-2");
    /// assert!(nearest[0].metres < 5000);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn nearest(
        &self,
        centres: &CentreDirectory,
        query: &NearestQuery,
    ) -> Result<Vec<NearbyCentre>, Error> {
        centres.nearest(query, &self.calendar)
    }

    /// All free slots of a centre on `days` calendar days of which `from` is the first.
    ///
    /// # Errors
    /// `NUMBER_RANGE` for more than 400 days; `NOT_COVERED` if one of the days is outside the calendar.
    ///
    /// ```
    /// use qujat::centres::{CentreDirectory, CentreId};
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let centres = include_bytes!("../../../../examples/data/centres.json");
    /// let centres = CentreDirectory::from_json(centres)?;
    /// let centre = centres.centre(CentreId::parse("astana-1")?)?;
    /// let slots = rules.free_slots(centre, Day::parse("2026-03-04")?, 1, &[])?;
    /// assert_eq!((slots[0].time.to_string().as_str(), slots[0].free), ("09:00", 6));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn free_slots(
        &self,
        centre: &Centre,
        from: Day,
        days: u32,
        bookings: &[Booking],
    ) -> Result<Vec<Slot>> {
        Ok(free_slots(centre, &self.calendar, from, days, bookings)?)
    }

    /// The first day on which a card that is ready on this day can be picked up: so many calendar days
    /// later as the rulebook has, since it may arrive in the afternoon.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no rule of pickup for the ready date.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// assert_eq!(rules.pickup_from(Day::parse("2026-03-03")?)?.to_string(), "2026-03-04");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn pickup_from(&self, ready_on: Day) -> Result<Day> {
        Ok(self.pickup.first_day(ready_on)?)
    }

    /// The first free slot of a centre on or after the first day on which the card can be picked up:
    /// the day on which it is ready, and so many days more as the rulebook has.
    ///
    /// # Errors
    /// `NO_FREE_SLOT` without one in the days that the rulebook has searched; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::centres::{CentreDirectory, CentreId};
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let centres = include_bytes!("../../../../examples/data/centres.json");
    /// let centres = CentreDirectory::from_json(centres)?;
    /// let centre = centres.centre(CentreId::parse("astana-1")?)?;
    /// let offer = rules.first_free_slot(centre, Day::parse("2026-03-03")?, &[])?;
    /// assert_eq!((offer.day.to_string(), offer.time.to_string()), ("2026-03-04".into(), "09:00".into()));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn first_free_slot(
        &self,
        centre: &Centre,
        ready_on: Day,
        bookings: &[Booking],
    ) -> Result<PickupOffer> {
        Ok(self
            .pickup
            .first_free_slot(centre, &self.calendar, ready_on, bookings)?)
    }

    /// An appointment as an iCalendar object, to be attached to the e-mail: one that is called off has
    /// the method `CANCEL`.
    ///
    /// # Errors
    /// `TEXT_EMPTY` or `REFERENCE_INVALID` for the application's number; `INTERVAL_REVERSED` if it does
    /// not end after it begins; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::centres::{Appointment, CentreDirectory, CentreId};
    /// use qujat::{Day, Language, Moment, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let centres = include_bytes!("../../../../examples/data/centres.json");
    /// let centres = CentreDirectory::from_json(centres)?;
    /// let centre = centres.centre(CentreId::parse("astana-1")?)?;
    /// let offer = rules.first_free_slot(centre, Day::parse("2026-03-03")?, &[])?;
    /// let now = Moment::parse("2026-02-10T04:00:00Z")?;
    /// let appointment = Appointment::at_centre(&offer, centre, "A-1".to_owned(), now, Language::En);
    /// let event = rules.icalendar(&appointment)?;
    /// assert!(event.contains("DTSTART:20260304T040000Z\r\n"));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn icalendar(&self, appointment: &Appointment) -> Result<String> {
        let texts = |application: &str, language| self.texts.appointment(application, language);
        Ok(appointment.to_icalendar(&self.civil_time, texts)?)
    }

    /// The likely day on which a card that is ready on this day is delivered to a region.
    ///
    /// # Errors
    /// `DELIVERY_NOT_OFFERED`; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::address::Region;
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let astana = Region::parse("KZ-71").expect("a region");
    /// let estimate = rules.delivery_estimate(astana, Day::parse("2026-03-03")?)?;
    /// assert!(estimate.day > Day::parse("2026-03-03")?);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn delivery_estimate(&self, region: Region, ready_on: Day) -> Result<DeliveryEstimate> {
        Ok(self.delivery.estimate(&self.calendar, ready_on, region)?)
    }

    /// As [`Rulebook::delivery_estimate`], by the zone of the address: that of its postcode, else that
    /// of its locality, else that of its region.
    ///
    /// # Errors
    /// `DELIVERY_NOT_OFFERED`; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::address::{Address, Postcode, Region};
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let address = Address::new(Region::Astana, "Астана", "1", Postcode::parse("010000")?);
    /// let ready_on = Day::parse("2026-03-03")?;
    /// assert_eq!(
    ///     rules.delivery_estimate_to(&address, ready_on)?,
    ///     rules.delivery_estimate(address.region, ready_on)?
    /// );
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn delivery_estimate_to(
        &self,
        address: &Address,
        ready_on: Day,
    ) -> Result<DeliveryEstimate> {
        Ok(self.delivery.estimate(&self.calendar, ready_on, address)?)
    }
}
