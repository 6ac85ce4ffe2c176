//! Every exported type, printed in every way that Rust has, with planted data.

use std::fmt::{Debug, Display};

use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
use crate::foundation::moment::Moment;
use crate::foundation::privacy::{Mask, Masked, Planted, Privacy, SECRETS};
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::time_of_day::TimeOfDay;
use crate::kits::exported::exported;
use crate::kits::scalars::{Scalar, scalars};
use crate::people::address::Postcode;
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, Iin, PassportNumber};
use crate::people::names::PersonName;
use crate::service::feedback::{FeedbackPeriod, FeedbackSummaries, FeedbackSummary};
use crate::service::lifecycle::Application;

fn check(name: &str, way: &str, printed: &str) {
    for secret in SECRETS {
        assert!(
            !printed.contains(secret),
            "{way} of {name} prints `{secret}`: {printed}"
        );
    }
}

/// Prints values; the number of ways.
fn print<T: Debug>(name: &str, values: &[T]) -> usize {
    assert!(!values.is_empty(), "{name} has no planted value");
    for value in values {
        let options = Some(value);
        let ways = [
            format!("{value:?}"),
            format!("{value:#?}"),
            format!("{options:?}"),
            format!("{:?}", [value]),
        ];
        for (way, printed) in ["{:?}", "{:#?}", "Option", "slice"].iter().zip(&ways) {
            check(name, way, printed);
        }
    }
    4
}

fn display<T: Display>(name: &str, values: &[T]) -> usize {
    for value in values {
        check(name, "{}", &format!("{value} {value:>40} {value:.3}"));
    }
    3
}

mod json;

macro_rules! all {
    (plain { $($plain:ident),+ $(,)? } classes { $($class:ident),+ $(,)? }) => {
        /// The number of types, and of the ways in which they were printed.
        fn print_all() -> (usize, usize) {
            let mut ways = 0;
            let mut types = 0;
            $(
                types += 1;
                ways += print(stringify!($plain), &crate::kits::every::$plain::planted(false));
            )+
            $(
                types += 1;
                ways += print(stringify!($class), &crate::kits::every::$class::planted(false));
            )+
            (types, ways)
        }

        const EXPORTED: &[&str] = &[$(stringify!($plain),)+ $(stringify!($class)),+];
    };
}
exported!(all);

#[test]
fn no_exported_type_prints_planted_data() {
    let (types, ways) = print_all();
    let errors = [
        display("Reason", &crate::kits::every::Reason::planted(false)),
        display("Problem", &crate::kits::every::Problem::planted(false)),
        display("Iin", &Iin::planted(false)),
        display(
            "ParamValue",
            &crate::kits::every::ParamValue::planted(false),
        ),
    ];
    let problems = crate::kits::every::Problem::planted(false);
    let error = crate::kits::every::Error::from_problems(problems).unwrap();
    check("Error", "{:?}", &format!("{error:?} {error:#?} {error}"));
    assert_eq!(types, EXPORTED.len());
    assert!(types >= 120 && ways + errors.iter().sum::<usize>() >= 490);
}

/// The search would find planted data: those that one type hides are there.
#[test]
fn planted_data_are_found_where_they_are_shown() {
    let quote = crate::kits::every::QuoteLine::planted(false).remove(0);
    assert!(
        SECRETS
            .iter()
            .any(|secret| quote.exemption.as_deref().unwrap().contains(secret))
    );
    for secret in [
        format!("{:?}", crate::kits::every::PixelBox::planted(true)),
        format!("{:?}", crate::kits::every::Slot::planted(true)),
        format!("{:?}", crate::kits::every::LocalText::planted(true)),
        crate::kits::every::Applicant::planted(false)
            .remove(0)
            .iin
            .as_str()
            .to_owned(),
    ] {
        assert!(SECRETS.iter().any(|part| secret.contains(part)), "{secret}");
    }
}

/// The attributes in the sources are all in the list.
#[test]
fn the_list_has_every_exported_type() {
    let mut found = Vec::new();
    sources(
        std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut found,
    );
    found.sort_unstable();
    let mut listed: Vec<String> = EXPORTED.iter().map(|name| (*name).to_owned()).collect();
    listed.sort_unstable();
    assert_eq!(found, listed);
}

/// The names of the types below the attribute, but for those of Kotlin and Swift alone.
#[allow(clippy::disallowed_methods, reason = "a test reads the sources")]
fn sources(folder: &std::path::Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            for (at, _) in text.match_indices("#[export(") {
                found.extend(exported_name(text.get(at..).unwrap_or_default()));
            }
        }
    }
}

fn exported_name(text: &str) -> Option<String> {
    let (options, below) = text.split_once(")]")?;
    let options: String = options.split_whitespace().collect();
    if options.ends_with("mobile") || options.contains('…') {
        return None;
    }
    let lines = below.lines().map(str::trim);
    let mut code =
        lines.filter(|line| !line.starts_with("//") && !line.starts_with("#[") && !line.is_empty());
    let line = code.next()?.trim_start_matches("pub ");
    let line = line
        .trim_start_matches("struct ")
        .trim_start_matches("enum ");
    let name: String = line.chars().take_while(|it| it.is_alphanumeric()).collect();
    name.starts_with(char::is_uppercase).then_some(name)
}

macro_rules! masks {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        fn masks() -> Vec<(&'static str, bool, Mask, &'static str)> {
            vec![$((
                stringify!($name), <$name as Privacy>::PRIVATE, <$name as Scalar>::MASK, $example
            )),+]
        }
    };
}
scalars!(masks);

#[test]
fn a_scalar_is_private_where_it_has_a_mask() {
    let expected = [
        ("Postcode", "05***"),
        ("Iin", "**********07"),
        ("CardNumber", "*******78"),
        ("PassportNumber", "*******78"),
        ("Phone", "+7********01"),
        ("EmailAddress", "u***@***.kz"),
        ("PersonName", "***"),
    ];
    let masked: Vec<_> = masks()
        .into_iter()
        .filter(|(_, private, mask, _)| {
            assert_eq!(*private, mask.hides());
            *private
        })
        .map(|(name, _, mask, example)| (name, Masked(mask, example).to_string()))
        .collect();
    assert_eq!(masked, expected.map(|(name, text)| (name, text.to_owned())));
}

/// Kotlin and Swift let anybody wrap any text.
#[test]
fn a_text_that_is_none_of_the_scalars_is_hidden_whole() {
    for (_, private, mask, _) in masks() {
        for text in ["", "a", "07", "abcd", "a@", "a@b", "@."] {
            let printed = Masked(mask, text).to_string();
            assert_eq!(printed == text, !private, "{text}: {printed}");
            assert!(
                !private || printed.chars().all(|it| "*@.+".contains(it)),
                "{text}: {printed}"
            );
        }
    }
}

#[test]
fn lists_options_and_maps_are_as_private_as_their_entries() {
    type Map<T> = std::collections::BTreeMap<String, T>;
    const {
        assert!(<Option<Vec<Iin>>>::PRIVATE && <Box<[Phone; 2]>>::PRIVATE);
        assert!(<Map<PersonName>>::PRIVATE && <(Day, Iin)>::PRIVATE);
        assert!(!<(Day, Option<Tenge>)>::PRIVATE && !<Map<Vec<Rate>>>::PRIVATE);
    }
}

macro_rules! planted {
    ($($name:ty: |$secret:ident| $values:expr;)+) => {$(
        impl Planted for $name {
            fn planted($secret: bool) -> Vec<$name> {
                $values
            }
        }
    )+};
}
planted! {
    Application: |_secret| {
        let events = [
            r#"{"id": "e1", "at": "2026-02-10T09:00:00Z", "event": "filed", "receiving": "pickup",
                "due": "0", "identification": {"kind": "sms_code", "reference": "ulgi-31337"}}"#,
        ];
        let events: Vec<_> = events
            .iter()
            .map(|json| crate::kits::every::Event::from_json(json.as_bytes()).unwrap())
            .collect();
        vec![Application::new(), Application::replay(&events).unwrap()]
    };
    crate::kits::every::CentreDirectory: |_secret| {
        let centres = include_bytes!("../../../examples/data/centres.json");
        vec![crate::kits::every::CentreDirectory::from_json(centres).unwrap()]
    };
    crate::kits::every::ParamSpec: |_secret| crate::kits::every::Code::IinLength.params().to_vec();
    crate::kits::every::ParamValue: |secret| {
        let text = <&str>::planted(secret).remove(0);
        vec![
            crate::kits::every::ParamValue::from(text),
            crate::kits::every::ParamValue::Word { value: text.into() },
            crate::kits::every::ParamValue::from(i64::planted(secret).remove(0)),
            crate::kits::every::ParamValue::from(Day::planted(secret).remove(0)),
            crate::kits::every::ParamValue::from(Tenge::planted(secret).remove(0)),
            crate::kits::every::ParamValue::from(Rate::planted(secret).remove(0)),
        ]
    };
    crate::kits::every::Params: |secret| {
        // Those of the code that is planted.
        let mut params = crate::kits::every::Params::default();
        for spec in crate::kits::every::Code::planted(secret).iter().flat_map(|code| code.params()) {
            params.push(spec.name, i64::planted(secret).remove(0));
        }
        vec![params]
    };
    crate::kits::every::Strokes: |_secret| {
        let json = r#"{"width": 600, "height": 313.375, "strokes": [[{"x": 213, "y": 19.37, "t": 31337}]]}"#;
        vec![crate::kits::every::Strokes::from_json(json.as_bytes()).unwrap()]
    };
    FeedbackSummaries: |_secret| {
        let json = r#"{"groups": []}"#;
        vec![FeedbackSummaries::from_json(json.as_bytes()).unwrap()]
    };
}
