//! Planted data: values whose hidden fields hold texts and numbers that no output may have.

use std::collections::BTreeMap;

use super::Mask;

/// A text that is planted in a hidden field, and one that may be shown.
const TEXTS: [&str; 2] = ["Құпиябек Жасырынов", "text"];

/// Parts of all planted texts, which may not be printed.
pub(crate) const SECRETS: [&str; 22] = [
    "Құпия",
    "Жасырын",
    "31337",
    "313.37",
    "213",
    "1937",
    "03:17",
    "31.337",
    "hidden-",
    // The examples of the masked scalars, but for the characters that the masks leave.
    "9001013",
    "01300",
    "012345",
    "123456",
    "N123",
    "7010",
    "00000",
    "ulgi",
    "serik",
    "example.kz",
    "ҮЛГ",
    "ЛГІ",
    "0713",
];

/// A type with values for the tests. `export` implements it for records, enumerations and unions, the
/// table of scalars for its types.
pub(crate) trait Planted: Clone {
    /// Values of all shapes; if `secret`, all data in them is planted.
    fn planted(secret: bool) -> Vec<Self>;
}

/// The value at this place, and the first one again after the last.
pub(crate) fn pick<T: Clone>(values: &[T], at: usize) -> T {
    values.iter().cycle().nth(at).cloned().unwrap()
}

/// The text of a scalar in the tests.
pub(crate) fn example(mask: Mask, kind: &str, secret: bool, example: &'static str) -> &'static str {
    if secret || mask.hides() {
        return example;
    }
    match kind {
        "date" => "2026-02-10",
        "time" => "09:30",
        "instant" => "2026-02-10T09:30:00Z",
        "decimal" => "2.5",
        "period" => "2026-02",
        "name" => "shown-name",
        other => panic!("the kind {other} has no shown example"),
    }
}

impl Planted for String {
    fn planted(secret: bool) -> Vec<String> {
        <&'static str>::planted(secret)
            .into_iter()
            .map(str::to_owned)
            .collect()
    }
}

impl Planted for &'static str {
    fn planted(secret: bool) -> Vec<&'static str> {
        let [hidden, shown] = TEXTS;
        vec![if secret { hidden } else { shown }]
    }
}

macro_rules! numbers {
    ($($type:ty: $secret:literal, $shown:literal;)+) => {$(
        impl Planted for $type {
            fn planted(secret: bool) -> Vec<$type> {
                vec![if secret { $secret } else { $shown }]
            }
        }
    )+};
}
numbers! {
    // A word of two values cannot be told from one that may be shown.
    bool: true, false;
    u8: 213, 1;
    u16: 31_337, 2;
    u32: 313_370, 3;
    i32: 313_371, 4;
    i64: 313_372, 5;
    f64: 313.375, 6.5;
}

impl<T: Planted> Planted for Option<T> {
    fn planted(secret: bool) -> Vec<Option<T>> {
        T::planted(secret).into_iter().map(Some).collect()
    }
}

impl<T: Planted> Planted for Vec<T> {
    fn planted(secret: bool) -> Vec<Vec<T>> {
        vec![T::planted(secret)]
    }
}

impl<T: Planted> Planted for BTreeMap<String, T> {
    fn planted(secret: bool) -> Vec<BTreeMap<String, T>> {
        let keys = String::planted(secret).into_iter();
        vec![keys.zip(T::planted(secret)).collect()]
    }
}
