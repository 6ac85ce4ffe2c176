"""SPEC 8: notices by SMS, e-mail and push, in three languages.

The texts are the shipped ones of core/data/texts, in the part of Fluent that they use: variables,
DATETIME with dateStyle "short", references to other messages, and plural forms.
"""

import html
import re
import unicodedata
from datetime import date
from functools import lru_cache
from pathlib import Path

import sms
from refused import Refused

TEXTS = Path(__file__).resolve().parents[2] / "data" / "texts"
LANGUAGES = ("kk", "ru", "en")

# The kinds of SPEC 8 with the data of each.
KINDS = {
    "received": {"application": "text", "filed_on": "date"},
    "refused": {"reasons": "list"},
    "payment_due": {"application": "text", "amount": "amount"},
    "registered": {"application": "text", "ready_on": "date"},
    "annulled": {"application": "text", "reasons": "list"},
    "in_production": {"application": "text", "ready_on": "date"},
    "ready": {
        "application": "text", "day": "date", "time": "text", "centre": "text", "address": "text",
    },
    "pickup_reminder": {
        "application": "text", "day": "date", "time": "text", "centre": "text", "address": "text",
    },
    "with_courier": {"application": "text", "day": "date"},
    "delivered": {"application": "text"},
    "delivery_failed": {"application": "text", "centre": "text", "address": "text"},
    "paper_filing_allowed": {
        "day": "date", "minutes": "number", "seconds": "number", "reference": "text",
    },
    "expiry_reminder": {"expires_on": "date", "days_left": "number", "last_day": "date"},
    "expired_reminder": {"expires_on": "date", "last_day": "date"},
    "centre_reminder": {"expires_on": "date"},
    "feedback_invitation": {"application": "text"},
    "withdrawn": {"application": "text"},
}


# Numbers and references are letters and digits of ASCII, and hyphens between them.
LONGEST = {"application": 32, "reference": 64}


def check_reference(text, longest, at):
    if not text.strip():
        raise Refused([f"TEXT_EMPTY {at}"])
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?", text) or len(text) > longest:
        raise Refused([f"REFERENCE_INVALID {at}"])


def answer(given):
    kind, language = given["kind"], given["language"]
    problems = [] if kind in KINDS else ["UNKNOWN_VALUE /kind"]
    problems += [] if language in LANGUAGES else ["UNKNOWN_VALUE /language"]
    if problems:
        raise Refused(problems[:1])
    for field, longest in LONGEST.items():
        if field in given["params"]:
            check_reference(given["params"][field], longest, f"/{field}")
    values = {name: (KINDS[kind][name], value) for name, value in given["params"].items()}
    name = "notice-" + kind.replace("_", "-")

    def part(attribute):
        return render(f"{name}.{attribute}", values, language)

    short = part("sms")
    subject, text = part("subject"), part("text")
    return {
        "kind": kind,
        "language": language,
        "sms": {"text": short, **sms.answer({"text": short})},
        "email": {"subject": subject, "text": text, "html": document(language, subject, text)},
        "push": {"title": part("push-title"), "body": part("push")},
    }


# --- the e-mail's HTML --------------------------------------------------------------------------


def document(language, subject, text):
    """A paragraph for each run of lines between empty lines; everything is escaped."""
    runs = [[]]
    for line in text.split("\n"):
        if line.strip():
            runs[-1].append(escape(line.strip()))
        else:
            runs.append([])
    paragraphs = "".join("<p>" + "<br>\n".join(run) + "</p>\n" for run in runs if run)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(subject)}</title>\n</head>\n<body>\n<main>\n{paragraphs}"
        "</main>\n</body>\n</html>\n"
    )


def escape(text):
    return html.escape(text).replace("&#x27;", "&#39;")


# --- values -------------------------------------------------------------------------------------


def shown(kind, value, language, short):
    if kind == "text":
        return clean(value)
    if kind == "list":
        return "\n".join(clean(item) for item in value)
    if kind == "number":
        return str(value)
    if kind == "amount":
        whole, _, decimals = value.partition(".")
        mark = "." if language == "en" else ","
        return str(int(whole)) + mark + decimals.rstrip("0").ljust(2, "0")
    day = date.fromisoformat(value)
    if short:
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    month = render(f"month-{day.month}", {}, language)
    parts = {"day": ("number", day.day), "month": ("text", month), "year": ("number", day.year)}
    return render("date-long", parts, language)


# SPEC 8: "control characters are removed". Those that part words leave one space; so that
# nothing typed can hide, or turn the direction of writing, all characters that print nothing are
# removed as well: controls, format characters, noncharacters, and those that the property
# Default_Ignorable_Code_Point of Unicode 16 has besides.
PARTING = "\t\n\x0b\x0c\r\x85\u2028\u2029"
# They enclose the number that follows.
PRINTED_FORMATS = [*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]
OTHER_IGNORABLES = [
    0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2065, 0x3164,
    *range(0xFE00, 0xFE10), 0xFFA0, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000),
]


def clean(text):
    kept = "".join(c for c in text if c in PARTING or not is_invisible(c))
    return re.sub(f"[{PARTING}]+", " ", kept)


@lru_cache(maxsize=None)
def is_invisible(character):
    code, category = ord(character), unicodedata.category(character)
    if category in ("Cc", "Cf"):
        return code not in PRINTED_FORMATS
    return code in OTHER_IGNORABLES or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def plural(number, language):
    """CLDR's cardinal categories of whole numbers; the sign does not matter."""
    number = abs(number)
    if language != "ru":
        return "one" if number == 1 else "other"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return "few"
    return "many"


# --- Fluent -------------------------------------------------------------------------------------


def render(name, values, language):
    return "".join(
        piece if is_text else placeable(piece, values, language)
        for is_text, piece in pieces(messages(language)[name])
    )


def chosen(forms, kind, value, language):
    """The form for this number: the exact one, or that of its category. A text chooses the form of
    its own name; one of which nothing is shown is called "none". If there is none, the last is the
    default."""
    if kind == "number":
        names = [str(value), plural(value, language)]
    else:
        names = [shown(kind, value, language, False) or "none"]
    return next((forms[name] for name in names if name in forms), list(forms.values())[-1])


def placeable(inside, values, language):
    inside = inside.strip()
    select = re.match(r"\$(\w+) ->\s*\n(.*)", inside, re.DOTALL)
    if select:
        forms = dict(re.findall(r"^ *\*?\[(\w+)\] (.*)$", select[2], re.MULTILINE))
        form = chosen(forms, *values[select[1]], language)
        return "".join(
            piece if is_text else placeable(piece, values, language)
            for is_text, piece in pieces(form)
        )
    short = re.fullmatch(r'DATETIME\(\$(\w+), dateStyle: "short"\)', inside)
    if short:
        return shown(*values[short[1]], language, True)
    if inside.startswith("$"):
        return shown(*values[inside[1:]], language, False)
    return render(inside, values, language)


@lru_cache(maxsize=None)
def pieces(pattern):
    """The text and the insides of the outermost braces, as (is text, piece)."""
    return tuple(parted(pattern))


def parted(pattern):
    depth, piece = 0, ""
    for character in pattern:
        if character == "{" and depth == 0:
            yield True, piece
            depth, piece = 1, ""
        elif character == "}" and depth == 1:
            yield False, piece
            depth, piece = 0, ""
        else:
            depth += {"{": 1, "}": -1}.get(character, 0)
            piece += character
    yield True, piece


@lru_cache(maxsize=None)
def messages(language):
    """Patterns by `message` or `message.attribute`."""
    found = {}
    for path in sorted((TEXTS / language).glob("*.ftl")):
        found.update(read(path.read_text(encoding="utf-8")))
    return found


def read(source):
    found, message, name = {}, None, None
    for line in source.split("\n"):
        begins = re.match(r"([A-Za-z][\w-]*) =(.*)", line)
        attribute = re.match(r" +\.([\w-]+) =(.*)", line)
        if begins:
            message = name = begins[1]
            found[name] = [begins[2].strip()]
        elif attribute:
            name = f"{message}.{attribute[1]}"
            found[name] = [attribute[2].strip()]
        elif not line.startswith("#") and name is not None:
            found[name].append(line)
    return {name: dedented(lines) for name, lines in found.items()}


def dedented(lines):
    """The lines without the indentation that they share, and without blank ends."""
    first, *rest = lines
    depth = 0
    indents = []
    for line in rest:
        # Lines that begin inside braces are no text.
        if depth == 0 and line.strip():
            indents.append(len(line) - len(line.lstrip(" ")))
        depth += line.count("{") - line.count("}")
    share = min(indents, default=0)
    return "\n".join([first, *(line[share:] for line in rest)]).strip("\n")
