//! Fees: SPEC 5.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::filing::batch::{NO_CODE, Rows};
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::tenge::Tenge;
use crate::people::address::Region;
use crate::people::identity::{DocumentKind, Ground};
use crate::rulebook::Rulebook;
use crate::service::fees::FeeInquiry;

/// Many applications whose fee is asked for: see [`FeeInquiry`].
#[derive(Clone, Copy)]
pub struct FeeColumns<'a> {
    /// The document to be issued.
    pub document: DocumentKind,
    /// The pages of a passport; `None` for an identity card.
    pub pages: Option<u16>,
    /// The ground on which they are issued; `None` for a spelling that is no ground.
    pub ground: Rows<'a, Option<Ground>>,
    /// The days of filing, in days since 1970-01-01.
    pub on: &'a [i32],
    /// The categories that the applicants claim, as places in `categories`.
    pub exemption: Rows<'a, Option<u32>>,
    /// The names of categories that `exemption` refers to.
    pub categories: &'a [&'a str],
    /// The region to deliver to; `None` if the applicants pick the cards up.
    pub deliver_to: Option<Region>,
}

/// Without the categories, which may be matters of health.
impl fmt::Debug for FeeColumns<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FeeColumns")
            .field("document", &self.document)
            .field("pages", &self.pages)
            .field("deliver_to", &self.deliver_to)
            .finish_non_exhaustive()
    }
}

/// The amounts to pay for many applications.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuoteColumns {
    /// The totals in units of 10^−`scale` tenge; 0 where there is no quote.
    pub totals: Vec<i128>,
    /// The decimals of the totals, at least two.
    pub scale: u32,
    /// The reason without a quote: a place in `reasons`, or [`NO_CODE`].
    pub codes: Vec<u8>,
    /// The codes that `codes` refers to.
    pub reasons: Vec<Code>,
}

/// Gives the names of claimed categories places in a list that does not grow with the claims, as
/// [`FeeColumns::exemption`] wants them: the rulebook's categories, and one for all others, which are
/// as unknown as each other.
#[derive(Clone)]
pub struct ClaimedCategories<'a> {
    known: BTreeMap<&'a str, u32>,
    unknown: Option<String>,
}

impl fmt::Debug for ClaimedCategories<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClaimedCategories").finish_non_exhaustive()
    }
}

impl ClaimedCategories<'_> {
    /// The place of this category in [`ClaimedCategories::names`], of which it is an element from now
    /// on.
    pub fn place(&mut self, claimed: &str) -> u32 {
        if let Some(place) = self.known.get(claimed) {
            return *place;
        }
        self.unknown.get_or_insert_with(|| claimed.to_owned());
        u32::try_from(self.known.len()).unwrap_or(u32::MAX)
    }

    /// The list that [`FeeColumns::categories`] wants.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let known = self.known.keys().copied();
        known.chain(self.unknown.as_deref()).collect()
    }
}

type Answer = Result<Tenge, Code>;
type Key = (i32, Option<Ground>, Option<u32>);

impl FeeColumns<'_> {
    fn ask(&self, rules: &Rulebook, (on, ground, exemption): Key) -> Answer {
        let on = Day::from_epoch_days(on).ok_or(Code::DateInvalid)?;
        let ground = ground.ok_or(Code::UnknownValue)?;
        let exemption = match exemption {
            Some(place) => {
                let name = usize::try_from(place)
                    .ok()
                    .and_then(|place| self.categories.get(place));
                Some((*name.ok_or(Code::UnknownValue)?).to_owned())
            }
            None => None,
        };
        let inquiry = FeeInquiry {
            document: self.document,
            pages: self.pages,
            ground,
            on,
            exemption,
            deliver_to: self.deliver_to,
        };
        match rules.quote(&inquiry) {
            Ok(quote) => Ok(quote.total),
            Err(error) => Err(error.code()),
        }
    }
}

impl Rulebook {
    /// Places for the categories that many applicants claim.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// let rules = Rulebook::edition("service-2025")?;
    /// let mut categories = rules.claimed_categories();
    /// let (disability, friend) = (categories.place("disability"), categories.place("friend"));
    /// assert_eq!(categories.place("neighbour"), friend);
    /// assert_eq!(categories.names()[disability as usize], "disability");
    /// assert_eq!(categories.names()[friend as usize], "friend");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub fn claimed_categories(&self) -> ClaimedCategories<'_> {
        // In the order of the map, so that places are those of `names`.
        let names: BTreeSet<&str> = self.fees().categories().collect();
        ClaimedCategories {
            known: names.into_iter().zip(0..).collect(),
            unknown: None,
        }
    }

    /// The totals of the quotes for many applications, as [`Rulebook::quote`] gives them one by one.
    /// Days and grounds repeat, so each different question is asked once.
    ///
    /// ```
    /// use qujat::batch::{FeeColumns, Rows};
    /// use qujat::identity::{DocumentKind, Ground};
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let quotes = rules.quote_columns(&FeeColumns {
    ///     document: DocumentKind::IdentityCard,
    ///     pages: None,
    ///     ground: Rows::All(Some(Ground::Expiry)),
    ///     on: &[Day::parse("2025-11-10")?.epoch_days(), Day::parse("2026-02-10")?.epoch_days()],
    ///     exemption: Rows::All(None),
    ///     categories: &[],
    ///     deliver_to: None,
    /// });
    /// assert_eq!((quotes.totals, quotes.scale), (vec![78_640, 0], 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn quote_columns(&self, applications: &FeeColumns<'_>) -> QuoteColumns {
        let rows = applications.ground.shortest(applications.on.len());
        let rows = applications.exemption.shortest(rows);
        let mut known: BTreeMap<Key, usize> = BTreeMap::new();
        let mut answers: Vec<Answer> = Vec::new();
        let mut places = Vec::with_capacity(rows);
        let mut last: Option<(Key, usize)> = None;
        for (row, on) in applications.on.iter().take(rows).enumerate() {
            let ground = applications.ground.get(row).flatten();
            let key = (*on, ground, applications.exemption.get(row).flatten());
            let place = match last {
                Some((before, place)) if before == key => place,
                _ => *known.entry(key).or_insert_with(|| {
                    answers.push(applications.ask(self, key));
                    answers.len().saturating_sub(1)
                }),
            };
            last = Some((key, place));
            places.push(place);
        }
        spread(&answers, &places)
    }
}

/// The answers as columns, in the order of `places`.
fn spread(answers: &[Answer], places: &[usize]) -> QuoteColumns {
    let amounts = || answers.iter().filter_map(|answer| answer.ok());
    let scale = amounts().map(|total| total.to_decimal().scale()).max();
    let scale = scale.unwrap_or(2).max(2);
    let mut reasons: Vec<Code> = Vec::new();
    let cells: Vec<(i128, u8)> = answers
        .iter()
        .map(|answer| match answer {
            Ok(total) => {
                let mut amount = total.to_decimal();
                amount.rescale(scale);
                (amount.mantissa(), NO_CODE)
            }
            Err(code) => (0, place_in(&mut reasons, *code)),
        })
        .collect();
    let cell = |place: &usize| cells.get(*place).copied().unwrap_or_default();
    QuoteColumns {
        totals: places.iter().map(|place| cell(place).0).collect(),
        scale,
        codes: places.iter().map(|place| cell(place).1).collect(),
        reasons,
    }
}

/// The place of a code, which is added if it is new. There are fewer reasons than places.
fn place_in(reasons: &mut Vec<Code>, code: Code) -> u8 {
    let known = reasons.iter().position(|other| *other == code);
    let place = known.unwrap_or_else(|| {
        reasons.push(code);
        reasons.len().saturating_sub(1)
    });
    u8::try_from(place).unwrap_or(NO_CODE)
}
