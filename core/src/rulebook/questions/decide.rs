//! Questions of eligibility and fees.

use crate::foundation::day::Day;
use crate::foundation::problem::Result;
use crate::people::address::Address;
use crate::rulebook::Rulebook;
use crate::service::delivery::DeliveryPlace;
use crate::service::eligibility::{Decision, Inquiry};
use crate::service::fees::{Exemptions, ExpeditedFees, FeeInquiry, Quote};

impl Rulebook {
    /// Decides on renewing a card online on `today`, the civil date in Kazakhstan.
    ///
    /// All checks of SPEC 3 are made, in its order, by the rules in force on `today`.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no window or no list of online services for `today`.
    ///
    /// ```
    /// use qujat::{Day, Inquiry, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let card = Inquiry::renewal(Day::parse("2025-11-10")?);
    /// assert!(!rules.decide(&card, Day::parse("2025-10-10")?)?.is_eligible());
    /// assert!(rules.decide(&card, Day::parse("2025-10-11")?)?.is_eligible());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[inline]
    pub fn decide(&self, inquiry: &Inquiry, today: Day) -> Result<Decision> {
        Ok(self.eligibility.decide(inquiry, today, self.name)?)
    }

    /// Quotes the amounts to pay for an application filed on `inquiry.on`.
    ///
    /// A duty that is zero still has its line, so that the quote says why nothing is due.
    ///
    /// # Errors
    /// - `NOT_COVERED` if the MRP, the duty, the exemptions or the tariff of that day are not known;
    /// - `DUTY_UNKNOWN` if the document is not issued on that ground, or not with so many pages;
    /// - `UNKNOWN_VALUE` at `/exemption` if there is no such category on that day;
    /// - `DELIVERY_NOT_OFFERED` if nothing is delivered to the region.
    ///
    /// ```
    /// use qujat::{Day, FeeInquiry, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let quote = rules.quote(&FeeInquiry::renewal(Day::parse("2025-11-10")?))?;
    /// assert_eq!(quote.total.to_string(), "786.40");
    /// let quote = rules.quote(&FeeInquiry::renewal(Day::parse("2026-02-10")?))?;
    /// assert!(quote.total.is_zero());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn quote(&self, inquiry: &FeeInquiry) -> Result<Quote> {
        let place = inquiry.deliver_to.map(DeliveryPlace::from);
        Ok(self.fees.quote(inquiry, place, &self.delivery, self.name)?)
    }

    /// Quotes as [`Rulebook::quote`], with delivery to an address in place of the inquiry's. A zone
    /// may be that of the postcode or of the locality: the most specific one counts.
    ///
    /// # Errors
    /// Those of [`Rulebook::quote`].
    ///
    /// ```
    /// use qujat::address::{Address, Postcode, Region};
    /// use qujat::{Day, FeeInquiry, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let address = Address::new(Region::Astana, "Астана", "1", Postcode::parse("010000")?)
    ///     .with_street("Үлгі көшесі".to_owned());
    /// let quote = rules.quote_to(&FeeInquiry::renewal(Day::parse("2026-02-10")?), &address)?;
    /// assert_eq!(quote.lines.len(), 2); // The duty, which is 0, and the delivery.
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn quote_to(&self, inquiry: &FeeInquiry, address: &Address) -> Result<Quote> {
        let place = Some(DeliveryPlace::from(address));
        Ok(self.fees.quote(inquiry, place, &self.delivery, self.name)?)
    }

    /// The price of expedited issuance at a service centre on a day. It is not offered online.
    ///
    /// # Errors
    /// `NOT_COVERED` if the prices of that day are not known.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let fees = rules.expedited_fees(Day::parse("2025-11-10")?)?;
    /// assert_eq!(fees.category_1.to_string(), "4983.00");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn expedited_fees(&self, on: Day) -> Result<ExpeditedFees> {
        Ok(self.fees.expedited(on, self.name)?)
    }

    /// The categories of persons who pay no duty on a day, with the source that says so.
    ///
    /// # Errors
    /// `NOT_COVERED` if the exemptions of that day are not known.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let exemptions = rules.exemptions(Day::parse("2025-11-10")?)?;
    /// assert!(exemptions.categories.iter().any(|category| category == "home_front_worker"));
    /// assert!(rules.source(exemptions.source).is_some());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn exemptions(&self, on: Day) -> Result<Exemptions> {
        Ok(self.fees.exemptions(on)?)
    }
}
