//! Tests of the syntax against Fluent's own parser, and of texts made to break a parser.

use fluent_syntax::ast;
use fluent_syntax::parser::parse_runtime;
use fluent_syntax::unicode::unescape_unicode_to_string;
use proptest::prelude::*;

use super::{Code, Language, Reason, Texts};
use crate::fluent::source::MAX_SIZE;
use crate::fluent::syntax::{Element, Entry, Expression, Key, Message, Pattern, Variant, parse};

// The same texts mean the same.

fn entry(entry: ast::Entry<String>) -> Option<Entry> {
    match entry {
        ast::Entry::Message(message) => {
            let attributes = message.attributes.into_iter();
            let attributes = attributes.map(|attribute| {
                let ast::Attribute { id, value } = attribute;
                (id.name, pattern(value))
            });
            let message_of = Message {
                value: message.value.map(pattern),
                attributes: attributes.collect(),
            };
            Some(Entry::Message(message.id.name, message_of))
        }
        ast::Entry::Term(term) => Some(Entry::Term(term.id.name)),
        _ => None,
    }
}

fn pattern(pattern: ast::Pattern<String>) -> Pattern {
    let elements = pattern.elements.into_iter();
    let elements = elements.map(|element| match element {
        ast::PatternElement::TextElement { value } => Element::Text(value),
        ast::PatternElement::Placeable { expression: of } => Element::Placeable(expression(of)),
    });
    Pattern(elements.collect())
}

fn expression(expression: ast::Expression<String>) -> Expression {
    match expression {
        ast::Expression::Inline(expression) => inline(expression),
        ast::Expression::Select { selector, variants } => {
            let variants = variants.into_iter().map(|variant| Variant {
                key: match variant.key {
                    ast::VariantKey::Identifier { name } => Key::Name(name),
                    ast::VariantKey::NumberLiteral { value } => Key::Number(value),
                },
                value: pattern(variant.value),
                is_default: variant.default,
            });
            Expression::Select(Box::new(inline(selector)), variants.collect())
        }
    }
}

fn inline(inline_expression: ast::InlineExpression<String>) -> Expression {
    use ast::InlineExpression as Inline;
    match inline_expression {
        Inline::StringLiteral { value } => {
            Expression::Quoted(unescape_unicode_to_string(&value).into_owned())
        }
        Inline::NumberLiteral { value } => Expression::Number(value),
        Inline::VariableReference { id } => Expression::Variable(id.name),
        Inline::MessageReference { id, attribute } => {
            Expression::Message(id.name, attribute.map(|attribute| attribute.name))
        }
        Inline::FunctionReference { id, arguments } => {
            let by_place = arguments.positional.into_iter().map(inline);
            let by_name = arguments.named.into_iter();
            let by_name = by_name.map(|argument| (argument.name.name, inline(argument.value)));
            Expression::Call(id.name, by_place.collect(), by_name.collect())
        }
        Inline::TermReference { attribute, .. } => Expression::Term {
            attribute: attribute.is_some(),
        },
        Inline::Placeable { expression: of } => Expression::Nested(Box::new(expression(*of))),
    }
}

/// The entries and the lines of the mistakes, from 0.
type Read = (Vec<Entry>, Vec<usize>);

fn line(text: &str, position: usize) -> usize {
    let passed = text.bytes().take(position);
    passed.filter(|byte| *byte == b'\n').count()
}

fn ours(text: &str) -> Read {
    let (entries, mistakes) = parse(text);
    let lines = mistakes.iter().map(|position| line(text, *position));
    (entries, lines.collect())
}

fn theirs(text: &str) -> Read {
    let (resource, errors) = match parse_runtime(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err(parts) => parts,
    };
    let lines = errors.iter().map(|error| line(text, error.pos.start));
    let entries = resource.body.into_iter().filter_map(entry);
    (entries.collect(), lines.collect())
}

/// `true` if the depth to which the library reads can be passed.
fn may_be_deep(text: &str) -> bool {
    text.matches(['{', '(']).count() > 8
}

/// Fluent's parser takes a `*` with no variant after it for a default variant.
fn has_lone_star(text: &str) -> bool {
    text.replace("*[", "").contains('*')
}

#[test]
fn the_shipped_texts_are_read_as_fluent_reads_them() {
    for language in Language::ALL.iter().copied() {
        for (name, text) in super::shipped(language) {
            let read = ours(text);
            assert_eq!(read, theirs(text), "{language} {name}");
            assert!(read.0.len() > 10 && read.1.is_empty(), "{language} {name}");
        }
    }
}

#[test]
fn each_mistake_is_found_where_fluent_finds_it() {
    let texts = [
        "é = a\nA\nA =\nA = }\n-A = \n - = b\nA = b",
        "A = { \"\nB = { \"\\x\" }\nC = { \"\\u12\" }\nD = { \"\\U0001F60\" }\nE = { \"a",
        "A = { $ }\nB = { b( }\nC = { B(a:1, a:2) }\nD = { B(a: $b) }\nE = { B(a: 1, 2) }\n",
        "A = { a ->\n *[b] c\n }\nB = { -a ->\n *[b] c\n }\nC = { -a.b }\nD = { { 1 } ->\n *[a] b\n }",
        "A = { $b -> *[c] d }\nB = { $b ->\n [c] d\n }\nC = { $b ->\n *[c] d\n *[e] f\n }\nD = a",
        "A = { $b ->\n *[c]\n }\nB = { $b ->\n *[ ] d\n }\nC = { -1. }\nD = { - }\nE = { 1.x }\n",
        "A = a\n .b = { \n .c = d\nB = c\n . = d\n .e = \n .f = g\n   .h = i\n",
        "A = b\nB = lower(1)\nC = { lower(1) }\n#c\n# d\n##\nE = { F(-G(1), { \"\\\\\\\"\\{\" }) }",
        "A =\n\n   b\n     c\n  { 5 } d\n\n  e\n   \nB = \n  { $x }\n   y\n[c] d\nC = a\n    }\n",
        "  A = b\nB =     \n\n .a = b\n\nC\n=d\n}\n{\n\n",
        "A = { F(\nB\n) }\nB = { F\n(\n1,,\n) }\nC = { a\n.b }\nD = { F(1 2) }\nE = { F(1,\n",
    ];
    for text in texts {
        assert_eq!(ours(text), theirs(text), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_pieces_of_fluent_are_read_as_fluent_reads_them(
        text in r#"((|\n)(A|b-1|-t|#|##) ?= ?|\n ?\.a ?= ?|\{ ?|\}|\$x|"|\\"|\\\{|\\u00e9|\\U01F600|\\|[NF]\(|[b,: .]|\)| ?->\n?|\n|\n {1,4}|\*\[|\[|one\] ?|-?5\.?|[a-zү]| |\r|é){0,40}"#
    ) {
        prop_assume!(!may_be_deep(&text) && !has_lone_star(&text) && !text.contains("\r\n"));
        prop_assert_eq!(ours(&text), theirs(&text));
    }

    #[test]
    fn well_formed_selects_are_read_as_fluent_reads_them(
        text in r#"(A = (a|\{ ?(\$x|F\(\$x(, a: ("b"|1))?\)|"c") ?->\n( *\[ ?(one|1\.5) ?\] ?([a-z]|\{ ?\$y ?\}|\n +b)\n?){0,3} *\*\[other\] ?(x|\n  y\n    z)\n *\})( b|\n  c)?\n( \.a = [b\{\}5]{1,3}\n)?){0,5}"#
    ) {
        prop_assume!(!may_be_deep(&text));
        prop_assert_eq!(ours(&text), theirs(&text));
    }
}

// Texts made to break a parser.

/// Pieces that open something, of which a text is made by repeating them.
const SHAPES: &[&str] = &[
    "{",
    "{ ",
    "{\n",
    "{ { ",
    "(",
    "F(",
    "F(\n",
    "{ F(",
    "{ F(\nF(\n",
    "{ F(\nA\n,",
    "{ F({",
    "F(a:",
    "{ F(a: \"",
    "{ F($a, ",
    "{ F($a, a: 1, ",
    "{ -t(",
    "{ -t(\n-t(\n",
    "-t(\n",
    "{ -t.a(",
    "{ a.b ",
    "{ $a ->\n *[b] ",
    "{ $a ->\n [c] d\n *[b] ",
    "{ $a ->\n *[b]\n   ",
    "{ F({ $a ->\n *[b] ",
    "{ $a ->\n [b] ",
    "*[a] b\n ",
    "[",
    "[a",
    "*[",
    "\"",
    "\\",
    "{ \"",
    "{ \"\\u",
    "{ \"\\\\",
    "}",
    ")",
    "]",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\n ",
    "\n  a",
    "\n}",
    "\nA",
    "\nA = ",
    "\nA = {",
    "A\n",
    "\nA = {\nF(\n",
    "\nA = { F(\n",
    "\n .a = ",
    "\n .a = {",
    "\n .a = { F(\n",
    "\n-t = {",
    "\n-t = a",
    "#",
    "# ",
    "#\n",
    "\n# {",
    "\n## F(",
    "é",
    "ү{",
    "{5}",
    "{ 5 }{ $a }",
    "{ a }",
    "5",
    "-",
    "{ -",
    "=",
];

/// With 256 KiB of stack there is no room for anything that grows with the text. At the largest
/// size that a text may have, each shape is loaded there, in every place where a text can hold it.
#[test]
fn no_shape_of_text_ends_a_small_thread() {
    let load = || {
        for shape in SHAPES {
            for before in ["", "TOO_EARLY = ", "A = a\n .a = "] {
                let mut text = String::from(before);
                while text.len() + shape.len() <= MAX_SIZE {
                    text.push_str(shape);
                }
                if before == "TOO_EARLY = " {
                    let _ = Texts::shipped().with_overrides(Language::En, &text);
                } else {
                    parse(&text);
                }
            }
        }
    };
    on_a_small_thread(load);
}

fn on_a_small_thread(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(256 << 10);
    thread.spawn(run).unwrap().join().unwrap();
}

/// The deepest text that is read, with a reference in each of its deepest places, to the longest
/// chain of them: compiled, printed and dropped.
#[test]
fn the_deepest_text_fits_a_small_thread() {
    on_a_small_thread(|| {
        let mut ftl = String::new();
        for message in 0..16 {
            let next = if message == 15 {
                "end".to_owned()
            } else {
                format!("{{ a{} }}", message + 1)
            };
            let open = "{ $days_left ->\n *[other] ".repeat(7);
            let name = if message == 0 {
                "TOO_EARLY"
            } else {
                &format!("a{message}")
            };
            ftl += &format!("{name} = {open}{next}{}\n", "\n }".repeat(7));
        }
        assert_eq!(parse(&ftl).1, [0; 0]);
        let deep = Texts::shipped().with_overrides(Language::En, &ftl);
        let problem = deep.unwrap_err().first().to_string();
        assert!(problem.contains("references nested so deeply"), "{problem}");

        let open = "{ $days_left ->\n *[other] ".repeat(7);
        let close = "\n }".repeat(7);
        let ftl = format!("TOO_EARLY = {open}{{ a }}{close}\na = {open}deep{close}\n");
        let reason = Reason::sample(Code::TooEarly);
        let texts = Texts::shipped().with_overrides(Language::En, &ftl).unwrap();
        assert_eq!(texts.explain(&reason, Language::En), "deep");
    });
}
