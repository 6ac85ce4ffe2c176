//! Sample values of parameters, for documentation and for trying out texts.

use crate::foundation::catalogue::{Code, ParamKind, ParamSpec};
use crate::foundation::day::Day;
use crate::foundation::problem::{ParamValue, Reason};
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;

impl Reason {
    /// A reason with this code and with sample values for all its parameters: for documentation,
    /// and for trying out texts of one's own.
    ///
    /// ```
    /// use qujat::{Code, Reason};
    /// let reason = Reason::sample(Code::TooEarly);
    /// assert_eq!(reason.params.get("days_left").unwrap().to_string(), "42");
    /// ```
    #[must_use]
    pub fn sample(code: Code) -> Reason {
        let params = code.params().iter();
        params.fold(Reason::new(code), |reason, param| {
            reason.with(param.name, sample(*param))
        })
    }
}

fn sample(param: ParamSpec) -> ParamValue {
    match param.kind {
        ParamKind::Number => ParamValue::Number {
            value: number(param.name),
        },
        ParamKind::Date => ParamValue::Date {
            value: Day::from_ymd(2026, 2, 13).unwrap_or(Day::MIN),
        },
        ParamKind::Amount => ParamValue::Amount {
            value: Tenge::parse("786.40").unwrap_or(Tenge::ZERO),
        },
        ParamKind::Decimal => ParamValue::Decimal {
            value: Rate::parse("0.2").unwrap_or(Rate::ONE),
        },
        ParamKind::Text => ParamValue::Text {
            value: words(param.name).to_owned(),
        },
        ParamKind::Word => ParamValue::Word {
            value: words(param.name).into(),
        },
    }
}

fn number(name: &str) -> i64 {
    match name {
        "days_left" => 42,
        "days_expired" => 11,
        "minutes" | "limit_minutes" => 10,
        "seconds" => 1,
        "limit_seconds" => 0,
        "min" | "line" => 1,
        "max" => 5,
        "size" => 10_000,
        "working_days" => 15,
        "minimum" => 16,
        "years" => 10,
        _ => 7,
    }
}

fn words(name: &str) -> &'static str {
    match name {
        "document" => "identity_card",
        "format" => "heic",
        "coding" => "cmyk",
        "profile" => "other",
        "ground" => "loss",
        "status" => "revoked",
        "field" => "surname",
        "expected" => "string",
        "found" => "integer",
        "event" => "paid",
        "state" => "withdrawn",
        "time" => "09:30",
        "from_time" => "09:10:00",
        "to_time" => "09:20:01",
        "channels" => "portal",
        "online" => "online_available",
        "references" => "INC-2026-0217",
        "number" => "S-2026-0001",
        "region" => "KZ-75",
        "centre" => "astana-1",
        "name_kk" => "№ 1 ХҚКО",
        "name_ru" => "ЦОН № 1",
        "name_en" => "PSC No. 1",
        "suggestion" => "email",
        "domain" => "gmail.com",
        "parameter" => "mrp",
        "covered" => "2024-01-01/2026-12-31",
        "allowed" => "expiry, loss",
        "available" => "service-2025, order-389-253",
        "language" => "kk",
        "name" => "TOO_EARLY",
        "variable" => "days",
        "detail" => "terms",
        "character" => "latin_letter",
        other => other_words(other),
    }
}

/// Words that a rulebook gives, and names within it.
fn other_words(name: &str) -> &'static str {
    match name {
        "category" => "disability",
        "zone" => "city",
        "kind" => "fixed_line",
        "check" => "glasses",
        "cause" => "not_supported",
        _ => "sample",
    }
}
