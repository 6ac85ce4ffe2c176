//! The words in the brackets of `#[export(…)]`.

use proc_macro2::{Ident, Span};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token, parenthesized};

/// The attribute, read.
pub(crate) struct Options {
    pub kind: Kind,
    /// The name of a union's tag; empty for other kinds.
    pub tag: String,
    pub privacy: Privacy,
    /// Its values change.
    pub mutable: bool,
    /// Equality and hash are written by hand for each language.
    pub own_equality: bool,
    /// Only Kotlin and Swift have it.
    pub mobile: bool,
    /// Whether callers build it, by a constructor.
    pub input: bool,
    /// Whether it is complete by nature, so that callers may build it by a literal.
    pub literal: bool,
    pub json: Json,
}

/// The four kinds of types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A structure with public fields.
    Record,
    /// An enumeration without data.
    Code,
    /// An enumeration with data.
    Union,
    /// A structure with private fields.
    Class,
}

/// Who writes the JSON of a type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Json {
    /// The attribute: the reader and both methods.
    Generated,
    /// Its reader is written by hand, or by another macro.
    OwnReader,
    /// Its reader and `from_json` are.
    Own,
    /// It has no JSON.
    None,
}

/// The marker of a type.
pub(crate) enum Privacy {
    /// It holds personal data: only these fields are printed.
    Private { shows: Vec<Ident> },
    /// It holds no personal data, which the compiler checks for its fields.
    Public,
    /// The table of scalars says it.
    Scalar,
    /// No marker. It is an error, but for a code.
    Missing,
}

const KINDS: &str = "say record, code, union = \"tag\" or class";
const WORDS: &str = "say private, shows(…), public, scalar, mobile, input or literal of a record, own_reader, own_json, no_json, or \
     mutable and own_equality of a class";

impl Parse for Options {
    fn parse(input: ParseStream<'_>) -> syn::Result<Options> {
        let first: Ident = input.parse()?;
        let mut tag = String::new();
        let kind = match first.to_string().as_str() {
            "record" => Kind::Record,
            "code" => Kind::Code,
            "class" => Kind::Class,
            "union" => {
                input.parse::<Token![=]>()?;
                tag = input.parse::<LitStr>()?.value();
                Kind::Union
            }
            _ => return Err(syn::Error::new(first.span(), KINDS)),
        };
        let mut options = Options {
            kind,
            tag,
            privacy: Privacy::Missing,
            mutable: false,
            own_equality: false,
            mobile: false,
            input: false,
            literal: false,
            // The fields of a class are private.
            json: match kind {
                Kind::Class => Json::OwnReader,
                _ => Json::Generated,
            },
        };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                options.read_word(input)?;
            }
        }
        Ok(options)
    }
}

impl Options {
    fn read_word(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let word: Ident = input.parse()?;
        let (is_class, is_record) = (self.kind == Kind::Class, self.kind == Kind::Record);
        match word.to_string().as_str() {
            "private" => self.mark(Privacy::Private { shows: Vec::new() }, word.span()),
            "public" => self.mark(Privacy::Public, word.span()),
            "scalar" if is_class => self.mark(Privacy::Scalar, word.span()),
            "shows" => {
                let inside;
                parenthesized!(inside in input);
                let names = Punctuated::<Ident, Token![,]>::parse_terminated(&inside)?;
                let Privacy::Private { shows } = &mut self.privacy else {
                    let message = "only a `private` type says what it shows, behind that word";
                    return Err(syn::Error::new(word.span(), message));
                };
                shows.extend(names);
                Ok(())
            }
            "mutable" if is_class => {
                self.mutable = true;
                Ok(())
            }
            "own_equality" if is_class => {
                self.own_equality = true;
                Ok(())
            }
            "mobile" if !is_class => {
                self.mobile = true;
                Ok(())
            }
            "input" if is_record && !self.literal => {
                self.input = true;
                Ok(())
            }
            "literal" if is_record && !self.input => {
                self.literal = true;
                Ok(())
            }
            "own_reader" => self.written(Json::OwnReader),
            "own_json" => self.written(Json::Own),
            "no_json" => self.written(Json::None),
            _ => Err(syn::Error::new(word.span(), WORDS)),
        }
    }

    fn written(&mut self, json: Json) -> syn::Result<()> {
        self.json = json;
        Ok(())
    }

    fn mark(&mut self, privacy: Privacy, at: Span) -> syn::Result<()> {
        if self.kind == Kind::Code {
            return Err(syn::Error::new(
                at,
                "a code holds no data: it has no marker",
            ));
        }
        if !matches!(self.privacy, Privacy::Missing) {
            return Err(syn::Error::new(at, "a type has one marker"));
        }
        self.privacy = privacy;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Options, String> {
        syn::parse_str::<Options>(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_marker_and_the_fields_that_it_shows_are_read() {
        let options = read("record, private, shows(code, source)").unwrap();
        assert!(options.kind == Kind::Record);
        let Privacy::Private { shows } = options.privacy else {
            panic!("it is private");
        };
        assert_eq!(shows, ["code", "source"]);
        assert!(matches!(read("record").unwrap().privacy, Privacy::Missing));
        assert_eq!(read("union = \"kind\", public").unwrap().tag, "kind");
    }

    #[test]
    fn contradictions_are_refused() {
        for bad in [
            "record, private, public",
            "record, public, shows(code)",
            "record, shows(code)",
            "record, scalar",
            "record, mutable",
            "code, private",
            "code, input",
            "record, public, input, literal",
            "union = \"kind\", public, literal",
            "union, public",
            "record, Debug",
            "thing",
            "",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
