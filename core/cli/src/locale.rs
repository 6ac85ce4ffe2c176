//! The language that the command speaks: the one asked for, else that of the terminal.

use qujat::Language;

use crate::input::parse_language;

/// The option that every command with texts for a person has.
#[derive(clap::Args)]
pub(crate) struct Speech {
    /// The language to print in: kk, ru or en. Without it, the language of the terminal's locale
    /// (LC_ALL, LC_MESSAGES or LANG), and English if that is none of the three.
    #[arg(long, value_name = "LANGUAGE", value_parser = parse_language)]
    lang: Option<Language>,
}

impl Speech {
    /// The language to print in.
    pub(crate) fn language(&self) -> Language {
        let variable =
            |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        self.lang.unwrap_or_else(|| of_locale(variable))
    }
}

/// The language of the first of the three variables that is set and not empty, as POSIX orders them.
fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Language {
    let locales = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let locale = locales
        .filter_map(variable)
        .find(|locale| !locale.is_empty());
    // A name such as `kk_KZ.UTF-8@cyrillic` begins with the language.
    let language = locale.and_then(|name| {
        let language = name.split(['_', '.', '@', '-']).next()?;
        Language::parse(&language.to_ascii_lowercase())
    });
    language.unwrap_or(Language::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(variables: &[(&str, &str)]) -> Language {
        of_locale(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_locale_begins_with_its_language() {
        let cases = [
            ("kk_KZ.UTF-8", Language::Kk),
            ("kk", Language::Kk),
            ("kk-KZ", Language::Kk),
            ("ru_RU.UTF-8", Language::Ru),
            ("ru_KZ@cyrillic", Language::Ru),
            ("RU.KOI8-R", Language::Ru),
            ("en_GB.UTF-8", Language::En),
            ("de_DE.UTF-8", Language::En),
            ("C", Language::En),
            ("C.UTF-8", Language::En),
            ("POSIX", Language::En),
            ("russian", Language::En),
            ("kkj_CM", Language::En),
            ("_", Language::En),
        ];
        for (locale, language) in cases {
            assert_eq!(spoken(&[("LANG", locale)]), language, "{locale}");
        }
        assert_eq!(spoken(&[]), Language::En);
    }

    #[test]
    fn the_first_variable_that_is_not_empty_decides() {
        let all = [("LANG", "kk_KZ"), ("LC_MESSAGES", "ru_RU"), ("LC_ALL", "C")];
        assert_eq!(spoken(&all), Language::En);
        assert_eq!(spoken(&all[..2]), Language::Ru);
        assert_eq!(spoken(&all[..1]), Language::Kk);
        let empty = [("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "kk_KZ")];
        assert_eq!(spoken(&empty), Language::Kk);
        // Other categories are about other things.
        assert_eq!(
            spoken(&[("LC_TIME", "kk_KZ"), ("LANGUAGE", "kk")]),
            Language::En
        );
    }
}
