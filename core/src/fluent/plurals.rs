//! Plural categories of whole numbers, after the rules of CLDR.
//!
//! Three languages need three short rules. A crate with the rules of all languages reads them from data
//! at run time; the tests compare with one.

use crate::foundation::language::Language;

/// A CLDR plural category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plural {
    One,
    Few,
    Many,
    Other,
}

impl Plural {
    /// Reads the category's name in a text. CLDR's `zero` and `two` are in no language here.
    pub(crate) fn parse(text: &str) -> Option<Plural> {
        match text {
            "one" => Some(Plural::One),
            "few" => Some(Plural::Few),
            "many" => Some(Plural::Many),
            "other" => Some(Plural::Other),
            _ => None,
        }
    }

    /// The category of a number, by its absolute value.
    pub(crate) fn of(number: i64, language: Language) -> Plural {
        let number = number.unsigned_abs();
        match language {
            Language::Kk | Language::En => match number {
                1 => Plural::One,
                _ => Plural::Other,
            },
            Language::Ru => match (number % 10, number % 100) {
                (_, 11..=14) => Plural::Many,
                (1, _) => Plural::One,
                (2..=4, _) => Plural::Few,
                _ => Plural::Many,
            },
        }
    }

    /// `true` if a text in the language may name the category. Russian has `other` for fractions, which no
    /// number here has; as the default of a selection it stands in every language.
    pub(crate) fn is_in(self, language: Language) -> bool {
        match self {
            Plural::One | Plural::Other => true,
            Plural::Few | Plural::Many => language == Language::Ru,
        }
    }
}

#[cfg(test)]
mod tests {
    use icu_locale_core::locale;
    use icu_plurals::{PluralCategory, PluralRules};
    use proptest::prelude::*;

    use super::*;

    const LANGUAGES: [Language; 3] = [Language::Kk, Language::Ru, Language::En];

    /// The rules of ICU.
    fn rules(language: Language) -> PluralRules {
        let locale = match language {
            Language::Kk => locale!("kk"),
            Language::Ru => locale!("ru"),
            Language::En => locale!("en"),
        };
        PluralRules::try_new_cardinal(locale.into()).unwrap()
    }

    fn plural(category: PluralCategory) -> Option<Plural> {
        match category {
            PluralCategory::One => Some(Plural::One),
            PluralCategory::Few => Some(Plural::Few),
            PluralCategory::Many => Some(Plural::Many),
            PluralCategory::Other => Some(Plural::Other),
            PluralCategory::Zero | PluralCategory::Two => None,
        }
    }

    #[test]
    fn small_numbers_have_the_categories_of_icu() {
        for language in LANGUAGES {
            let rules = rules(language);
            for number in 0..=10_000_i64 {
                let expected = plural(rules.category_for(number.unsigned_abs()));
                let found = Plural::of(number, language);
                assert_eq!(Some(found), expected, "{language} {number}");
            }
        }
    }

    #[test]
    fn languages_have_the_categories_of_icu() {
        for language in LANGUAGES {
            let expected: Vec<_> = rules(language).categories().map(plural).collect();
            for category in [Plural::One, Plural::Few, Plural::Many, Plural::Other] {
                let is_in = expected.contains(&Some(category));
                assert_eq!(category.is_in(language), is_in, "{language} {category:?}");
            }
            assert!(!expected.contains(&None), "{language}");
        }
    }

    #[test]
    fn negative_numbers_are_counted_by_their_absolute_value() {
        assert_eq!(Plural::of(-22, Language::Ru), Plural::Few);
        assert_eq!(Plural::of(i64::MIN, Language::Ru), Plural::Many);
    }

    proptest! {
        #[test]
        fn all_numbers_have_the_categories_of_icu(number: i64) {
            for language in LANGUAGES {
                let expected = plural(rules(language).category_for(number.unsigned_abs()));
                prop_assert_eq!(Some(Plural::of(number, language)), expected);
            }
        }
    }
}
