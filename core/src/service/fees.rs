//! The amount to pay: state duty, exemptions and delivery fee. SPEC 5.

use std::collections::{BTreeMap, BTreeSet};

use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::id::{EditionName, SourceId};
use crate::foundation::json::{Fields, FromJson, Json, Place, shown_entry, words};
use crate::foundation::problem::{ParamValue, Problem, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::words::words;
use crate::people::address::Region;
use crate::people::identity::{DocumentKind, Ground};
use crate::service::delivery::{Delivery, DeliveryPlace};

dated! {
    /// The monthly calculation index of a period.
    #[derive(Clone, Debug)]
    pub struct MrpEntry {
        /// Its amount in tenge.
        pub amount: Tenge,
    }

    /// The state duty for a document on some grounds.
    #[derive(Clone, Debug)]
    pub struct DutyEntry {
        /// The document that is issued.
        pub document: DocumentKind,
        /// The pages of a passport; absent for documents without pages.
        pub pages: Option<u16>,
        /// The grounds it is due on.
        pub grounds: Vec<Ground>,
        /// Its multiple of the MRP.
        pub rate: Rate,
    }

    /// The price of expedited issuance at a service centre. It is not offered online.
    #[derive(Clone, Debug)]
    pub struct ExpeditedEntry {
        /// The fee of category 1.
        pub category_1: Tenge,
        /// The fee of category 2.
        pub category_2: Tenge,
        /// The fee of category 3.
        pub category_3: Tenge,
    }

    /// The categories of persons who pay no duty in a period.
    #[derive(Clone, Debug)]
    pub struct ExemptionEntry {
        /// The categories, by the names that `titles` explains.
        pub categories: Vec<String>,
        /// `true` if the source confirms them for this period; if not, a quote warns.
        pub confirmed: bool,
    }
}

/// The categories of persons who pay no duty on a day.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Exemptions {
    /// The categories, by their stable spellings.
    pub categories: Vec<String>,
    /// The source that says so.
    pub source: SourceId,
}

/// The price of expedited issuance at a service centre, by the category of urgency. It is not
/// offered online, so no quote has it; a portal can tell an applicant who is in a hurry.
#[export(record, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ExpeditedFees {
    /// The fee of category 1.
    pub category_1: Tenge,
    /// The fee of category 2.
    pub category_2: Tenge,
    /// The fee of category 3.
    pub category_3: Tenge,
    /// The source that says so.
    pub source: SourceId,
    /// The edition of the rulebook that was used.
    pub edition: EditionName,
}

words! {
    /// A currency, as ISO 4217 writes it.
    #[export(code)]
    Currency {
        /// Kazakhstan's tenge.
        Kzt = "KZT",
    }
}

/// The question that a fee is asked for.
// The category for which a person pays no duty may be a matter of health.
#[export(record, input, private, shows(document, pages, ground, on, deliver_to))]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct FeeInquiry {
    /// The document to be issued.
    pub document: DocumentKind,
    /// The pages of a passport; `None` for an identity card.
    pub pages: Option<u16>,
    /// The ground on which it is issued.
    pub ground: Ground,
    /// The day of filing, on which the duty depends.
    pub on: Day,
    /// A category of persons who pay no duty, such as `disability`, if the applicant claims one.
    pub exemption: Option<String>,
    /// The region to deliver to; `None` if the applicant picks the card up.
    pub deliver_to: Option<Region>,
}

impl FeeInquiry {
    /// An identity card that is renewed because it expires, filed on this day and picked up.
    #[must_use]
    pub const fn renewal(on: Day) -> FeeInquiry {
        FeeInquiry {
            document: DocumentKind::IdentityCard,
            pages: None,
            ground: Ground::Expiry,
            on,
            exemption: None,
            deliver_to: None,
        }
    }
}

/// One line of a quote.
#[export(record, private, shows(reason, amount, base, rate), own_reader)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct QuoteLine {
    /// Its purpose: `STATE_DUTY`, `DUTY_FREE` if no duty is charged on the ground, or
    /// `DELIVERY_FEE`.
    #[serde(flatten)]
    pub reason: Reason,
    /// The amount to pay.
    pub amount: Tenge,
    /// The amount that the rate multiplies: the MRP, or the tariff. `None` for a rate of 0: no
    /// amount is needed then, and it is not looked up.
    pub base: Option<Tenge>,
    /// The multiple of the base.
    pub rate: Rate,
    /// The category for which the line is waived.
    pub exemption: Option<String>,
}

impl FromJson for QuoteLine {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<QuoteLine> {
        let known = [
            "code",
            "params",
            "source",
            "amount",
            "base",
            "rate",
            "exemption",
        ];
        let fields = Fields::new(json, &known, at, problems)?;
        let reason = Reason::of_fields(&fields, at, problems);
        let amount = fields.require("amount", at, problems);
        let base = fields.get("base", at, problems);
        let rate = fields.require("rate", at, problems);
        let exemption = fields.get("exemption", at, problems);
        Some(QuoteLine {
            reason: reason?,
            amount: amount?,
            base: base?,
            rate: rate?,
            exemption: exemption?,
        })
    }
}

impl QuoteLine {
    /// The reason that the line is waived, if it is.
    pub(crate) fn exempt_reason(&self) -> Option<Reason> {
        let category = word(self.exemption.as_deref()?);
        let source = self.reason.source?;
        Some(
            Reason::new(Code::DutyExempt)
                .with("category", category)
                .cite(source),
        )
    }
}

/// The amount to pay, in tenge.
// The warnings name the category.
#[export(record, private, shows(lines, total, currency, on, edition))]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Quote {
    /// The lines: the duty, and the delivery if asked for.
    pub lines: Vec<QuoteLine>,
    /// Their sum.
    pub total: Tenge,
    /// The currency of all amounts.
    pub currency: Currency,
    /// The warnings for the payer: exemptions and tariffs that no source confirms.
    pub warnings: Vec<Reason>,
    /// The day of filing that it holds for.
    pub on: Day,
    /// The edition of the rulebook that was used.
    pub edition: EditionName,
}

type DutyKey = (DocumentKind, Option<u16>, Ground);

/// The compiled rules of fees.
#[derive(Clone, Debug)]
pub(crate) struct FeeRules {
    mrp: Series<MrpEntry>,
    duties: BTreeMap<DutyKey, Series<DutyEntry>>,
    expedited: Series<ExpeditedEntry>,
    exemptions: Series<ExemptionEntry>,
}

impl FeeRules {
    pub(crate) fn compile(
        mrp: Section<MrpEntry>,
        duties: &Section<DutyEntry>,
        expedited: Section<ExpeditedEntry>,
        exemptions: Section<ExemptionEntry>,
        titles: &BTreeMap<String, crate::foundation::language::LocalText>,
        problems: &mut Problems,
    ) -> FeeRules {
        for (name, entry) in &exemptions.entries {
            if problems.is_full() {
                break;
            }
            for category in entry
                .categories
                .iter()
                .filter(|name| !titles.contains_key(*name))
            {
                let reason = Reason::new(Code::EntryUnknown).with("name", shown_entry(category));
                problems.push(reason.at(exemptions.pointer(name)));
            }
        }
        let mut by_key: BTreeMap<DutyKey, BTreeMap<String, DutyEntry>> = BTreeMap::new();
        for (name, entry) in &duties.entries {
            let grounds: BTreeSet<Ground> = entry.grounds.iter().copied().collect();
            for ground in &grounds {
                let key = (entry.document, entry.pages, *ground);
                by_key
                    .entry(key)
                    .or_default()
                    .insert(name.clone(), entry.clone());
            }
        }
        let duties = by_key
            .into_iter()
            .map(|(key, entries)| {
                let section = Section {
                    name: duties.name,
                    entries,
                };
                (key, section.series(Gaps::Allowed, problems))
            })
            .collect();
        FeeRules {
            mrp: mrp.series(Gaps::Allowed, problems),
            duties,
            expedited: expedited.series(Gaps::Allowed, problems),
            exemptions: exemptions.series(Gaps::Allowed, problems),
        }
    }

    fn duty(&self, inquiry: &FeeInquiry) -> Result<&DutyEntry, Reason> {
        let key = (inquiry.document, inquiry.pages, inquiry.ground);
        let series = self.duties.get(&key).ok_or_else(|| {
            Reason::new(Code::DutyUnknown)
                .with("document", inquiry.document)
                .with("ground", inquiry.ground)
        })?;
        series.on(inquiry.on)
    }

    /// See [`Rulebook::quote`](crate::Rulebook::quote). The place is the known part of the address
    /// of delivery, if anything is delivered.
    pub(crate) fn quote(
        &self,
        inquiry: &FeeInquiry,
        place: Option<DeliveryPlace<'_>>,
        delivery: &Delivery,
        edition: EditionName,
    ) -> Result<Quote, Problem> {
        let mut warnings = Vec::new();
        let mut lines = vec![self.duty_line(inquiry, &mut warnings)?];
        if let Some(place) = place {
            lines.push(delivery_line(delivery, place, inquiry.on, &mut warnings)?);
        }
        let total = lines
            .iter()
            .try_fold(Tenge::ZERO, |total, line| total.plus(line.amount))
            .ok_or_else(|| overflow().into_problem())?;
        Ok(Quote {
            lines,
            total,
            currency: Currency::Kzt,
            warnings,
            on: inquiry.on,
            edition,
        })
    }

    fn duty_line(
        &self,
        inquiry: &FeeInquiry,
        warnings: &mut Vec<Reason>,
    ) -> Result<QuoteLine, Problem> {
        let duty = self.duty(inquiry).map_err(Reason::into_problem)?;
        if duty.rate.is_zero() {
            return Ok(free_line(duty, inquiry));
        }
        let mrp = self.mrp.on(inquiry.on).map_err(Reason::into_problem)?;
        let full = mrp.amount.times(duty.rate.to_decimal());
        let full = full.ok_or_else(|| overflow().into_problem())?;
        let exempt = match &inquiry.exemption {
            Some(category) => {
                let entry = self.exemption(category, inquiry.on);
                Some((category.clone(), entry.map_err(at_exemption)?))
            }
            None => None,
        };
        if let Some((category, entry)) = &exempt
            && !entry.confirmed
        {
            let warning = Reason::new(Code::ExemptionUnconfirmed).with("category", word(category));
            warnings.push(warning.cite(entry.source));
        }
        let reason = Reason::new(Code::StateDuty)
            .with("document", inquiry.document)
            .with("ground", inquiry.ground)
            .with("rate", duty.rate)
            .with("mrp", mrp.amount)
            .cite(duty.source);
        Ok(QuoteLine {
            reason,
            amount: if exempt.is_some() { Tenge::ZERO } else { full },
            base: Some(mrp.amount),
            rate: duty.rate,
            exemption: exempt.map(|(category, _)| category),
        })
    }

    /// The entry that exempts this category on a day; `UNKNOWN_VALUE` without one.
    pub(crate) fn exemption(&self, category: &str, on: Day) -> Result<&ExemptionEntry, Reason> {
        let entry = self.exemptions.on(on)?;
        if entry.categories.iter().any(|known| known == category) {
            return Ok(entry);
        }
        let reason =
            Reason::new(Code::UnknownValue).with("allowed", words(entry.categories.join(", ")));
        Err(reason.cite(entry.source))
    }

    /// See [`Rulebook::expedited_fees`](crate::Rulebook::expedited_fees).
    pub(crate) fn expedited(&self, on: Day, edition: EditionName) -> Result<ExpeditedFees, Reason> {
        let entry = self.expedited.on(on)?;
        Ok(ExpeditedFees {
            category_1: entry.category_1,
            category_2: entry.category_2,
            category_3: entry.category_3,
            source: entry.source,
            edition,
        })
    }

    /// All categories that are exempt on any day, some of them more than once.
    pub(crate) fn categories(&self) -> impl Iterator<Item = &str> {
        let entries = self.exemptions.entries().iter();
        entries.flat_map(|(_, entry)| entry.categories.iter().map(String::as_str))
    }

    /// The categories that are exempt on a day, with the source that says so.
    pub(crate) fn exemptions(&self, on: Day) -> Result<Exemptions, Reason> {
        let entry = self.exemptions.on(on)?;
        Ok(Exemptions {
            categories: entry.categories.clone(),
            source: entry.source,
        })
    }
}

/// The line of a ground on which no duty is charged: no applicant needs an exemption, and no MRP is
/// asked for.
fn free_line(duty: &DutyEntry, inquiry: &FeeInquiry) -> QuoteLine {
    let reason = Reason::new(Code::DutyFree)
        .with("document", inquiry.document)
        .with("ground", inquiry.ground)
        .cite(duty.source);
    QuoteLine {
        reason,
        amount: Tenge::ZERO,
        base: None,
        rate: duty.rate,
        exemption: None,
    }
}

fn delivery_line(
    delivery: &Delivery,
    place: DeliveryPlace<'_>,
    on: Day,
    warnings: &mut Vec<Reason>,
) -> Result<QuoteLine, Problem> {
    let zone = delivery.zone_of(place, on).map_err(Reason::into_problem)?;
    if zone.illustrative {
        let warning = Reason::new(Code::TariffIllustrative).with("zone", word(&zone.zone));
        warnings.push(warning.cite(zone.source));
    }
    let reason = Reason::new(Code::DeliveryFee).with("zone", word(&zone.zone));
    Ok(QuoteLine {
        reason: reason.cite(zone.source),
        amount: zone.fee,
        base: Some(zone.fee),
        rate: Rate::ONE,
        exemption: None,
    })
}

fn word(value: &str) -> ParamValue {
    ParamValue::Word {
        value: value.to_owned().into(),
    }
}

fn at_exemption(reason: Reason) -> Problem {
    reason.at("/exemption".to_owned())
}

fn overflow() -> Reason {
    Reason::new(Code::AmountOverflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;

    fn rules() -> &'static Rulebook {
        Rulebook::edition("service-2025").unwrap()
    }

    fn total(document: DocumentKind, pages: Option<u16>, ground: Ground, on: &str) -> String {
        let on = Day::parse(on).unwrap();
        let inquiry = FeeInquiry {
            document,
            pages,
            ground,
            ..FeeInquiry::renewal(on)
        };
        rules().quote(&inquiry).unwrap().total.to_string()
    }

    #[test]
    fn a_waived_line_says_why_and_any_other_does_not() {
        let renewal = FeeInquiry::renewal(Day::parse("2025-10-11").unwrap());
        let exempt = FeeInquiry {
            exemption: Some("disability".to_owned()),
            ..renewal.clone()
        };
        let reason = |inquiry| rules().quote(inquiry).unwrap().lines[0].exempt_reason();
        assert_eq!(reason(&renewal), None);
        let waived = reason(&exempt).unwrap();
        assert_eq!(waived.code, Code::DutyExempt);
        let category = waived.params.get("category").unwrap();
        assert_eq!(category.to_string(), "disability");
        assert!(waived.source.is_some());
    }

    #[test]
    fn spec_5_table_of_duties() {
        let years = ["2024-12-31", "2025-01-01", "2026-01-01"];
        let rows = [
            (
                DocumentKind::IdentityCard,
                None,
                Ground::Damage,
                ["738.40", "786.40", "865.00"],
            ),
            (
                DocumentKind::IdentityCard,
                None,
                Ground::Expiry,
                ["738.40", "786.40", "0.00"],
            ),
            (
                DocumentKind::IdentityCard,
                None,
                Ground::FirstIssue,
                ["738.40", "786.40", "0.00"],
            ),
            (
                DocumentKind::IdentityCard,
                None,
                Ground::LossRepeated,
                ["3692.00", "3932.00", "4325.00"],
            ),
            (
                DocumentKind::Passport,
                Some(24),
                Ground::Expiry,
                ["14768.00", "15728.00", "17300.00"],
            ),
            (
                DocumentKind::Passport,
                Some(36),
                Ground::Loss,
                ["29536.00", "31456.00", "34600.00"],
            ),
            (
                DocumentKind::Passport,
                Some(48),
                Ground::Other,
                ["44304.00", "47184.00", "51900.00"],
            ),
        ];
        for (document, pages, ground, totals) in rows {
            for (on, expected) in years.iter().zip(totals) {
                assert_eq!(
                    total(document, pages, ground, on),
                    expected,
                    "{document} {ground} {on}"
                );
            }
        }
    }

    #[test]
    fn spec_5_expedited_issuance_has_its_prices_in_2025_alone() {
        let fees = |on| rules().expedited_fees(Day::parse(on).unwrap());
        for on in ["2025-01-01", "2025-12-31"] {
            let fees = fees(on).unwrap();
            let amounts = [fees.category_1, fees.category_2, fees.category_3];
            let amounts = amounts.map(|amount| amount.to_string());
            assert_eq!(amounts, ["4983.00", "2752.00", "1116.00"]);
            let source = rules().source(fees.source).unwrap();
            assert_eq!(
                source.confidence,
                crate::foundation::dated::Confidence::Medium
            );
        }
        for on in ["2024-12-31", "2026-01-01"] {
            assert_eq!(fees(on).unwrap_err().code(), Code::NotCovered);
        }
    }

    #[test]
    fn spec_5_the_mrp_of_2027_is_not_known() {
        let renewal = FeeInquiry::renewal(Day::parse("2027-01-01").unwrap());
        // Nothing is looked up that is multiplied by 0.
        let free = rules().quote(&renewal).unwrap();
        assert!(free.total.is_zero() && free.lines[0].base.is_none());
        let inquiry = FeeInquiry {
            ground: Ground::Damage,
            ..renewal
        };
        let problem = rules().quote(&inquiry).unwrap_err();
        assert_eq!(problem.code(), Code::NotCovered);
        assert_eq!(
            problem.first().params.get("parameter").unwrap().to_string(),
            "mrp"
        );
        let covered = problem.first().params.get("covered").unwrap().to_string();
        assert_eq!(covered, "2024-01-01/2026-12-31");
    }

    #[test]
    fn spec_5_every_exemption_waives_the_duty_and_2026_warns() {
        for on in ["2025-06-01", "2026-06-01"] {
            let on = Day::parse(on).unwrap();
            let categories = rules().exemptions(on).unwrap().categories;
            assert_eq!(categories.len(), 20);
            for category in &categories {
                let inquiry = FeeInquiry {
                    ground: Ground::Damage,
                    exemption: Some(category.clone()),
                    ..FeeInquiry::renewal(on)
                };
                let quote = rules().quote(&inquiry).unwrap();
                assert!(quote.total.is_zero());
                assert_eq!(
                    quote.lines.first().unwrap().exemption.as_ref(),
                    Some(category)
                );
                assert_eq!(quote.warnings.len(), usize::from(on.year() == 2026));
            }
        }
    }

    /// SPEC 5: where the duty is 0, an exemption is neither asked for nor warned about.
    #[test]
    fn spec_5_nobody_is_exempt_from_a_duty_that_is_not_charged() {
        for ground in [
            Ground::Expiry,
            Ground::FirstIssue,
            Ground::Citizenship,
            Ground::SovietPassport,
        ] {
            let inquiry = FeeInquiry {
                ground,
                ..FeeInquiry::renewal(Day::parse("2026-06-01").unwrap())
            };
            let quote = rules().quote(&inquiry).unwrap();
            assert_eq!(quote.lines[0].reason.code, Code::DutyFree);
            assert!(quote.lines[0].reason.source.is_some() && quote.warnings.is_empty());
            for claimed in ["disability", "friend"] {
                let exemption = Some(claimed.to_owned());
                let claiming = FeeInquiry {
                    exemption,
                    ..inquiry.clone()
                };
                assert_eq!(rules().quote(&claiming).unwrap(), quote);
            }
        }
    }

    #[test]
    fn an_unknown_category_or_page_count_is_refused() {
        let on = Day::parse("2025-06-01").unwrap();
        let exemption = Some("friend".to_owned());
        let problem = rules().quote(&FeeInquiry {
            exemption,
            ..FeeInquiry::renewal(on)
        });
        assert_eq!(problem.unwrap_err().code(), Code::UnknownValue);
        let document = DocumentKind::Passport;
        let problem = rules().quote(&FeeInquiry {
            document,
            ..FeeInquiry::renewal(on)
        });
        assert_eq!(problem.unwrap_err().code(), Code::DutyUnknown);
    }

    #[test]
    fn every_line_names_its_base_rate_and_source() {
        let quote = rules()
            .quote(&FeeInquiry::renewal(Day::parse("2025-11-10").unwrap()))
            .unwrap();
        let line = quote.lines.first().unwrap();
        assert_eq!(
            (
                line.base.unwrap().to_string().as_str(),
                line.rate.to_string().as_str()
            ),
            ("3932.00", "0.2")
        );
        assert_eq!(line.reason.source.unwrap().as_str(), "tax-code-2017");
        assert_eq!(quote.edition.as_str(), "service-2025");
    }
}
