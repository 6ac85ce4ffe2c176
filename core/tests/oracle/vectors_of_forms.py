"""Forms with mistakes: SPEC 4 has all of them told at once, in the form's order."""

import copy
import json
from datetime import date, timedelta
from pathlib import Path

import typed
from iin import check_digit

ROOT = Path(__file__).resolve().parents[3]
GOOD = json.loads((ROOT / "examples/data/eligible.json").read_text(encoding="utf-8"))
DELIVERY = json.loads((ROOT / "examples/data/delivery.json").read_text(encoding="utf-8"))
REGISTER = json.loads((ROOT / "examples/data/register/eligible.json").read_text(encoding="utf-8"))
TODAY = "2026-02-10"
UNVERIFIED = {"code": "DATA_UNVERIFIED", "pointer": "", "severity": "warning"}

# The fields in the form's order: (pointer, JSON type, may be absent, (a bad value, its code)).
FIELDS = [
    ("/number", "text", False, (" ", "TEXT_EMPTY")),
    ("/language", "text", False, ("KK", "UNKNOWN_VALUE")),
    ("/channel", "text", False, ("paper", "UNKNOWN_VALUE")),
    ("/document", "text", False, ("card", "UNKNOWN_VALUE")),
    ("/ground", "text", False, ("", "UNKNOWN_VALUE")),
    ("/card", "object", False, None),
    ("/card/number", "text", True, ("", "CARD_NUMBER_FORMAT")),
    ("/card/expires_on", "text", False, ("2025-02-29", "DATE_INVALID")),
    ("/applicant", "object", False, None),
    ("/applicant/iin", "text", False, ("", "IIN_LENGTH")),
    ("/applicant/surname", "text", False, ("", "TEXT_EMPTY")),
    ("/applicant/given_name", "text", False, ("СЕРІК-", "NAME_FORMAT")),
    ("/applicant/patronymic", "text", True, ("Z", "NAME_CHARACTER")),
    ("/applicant/phone", "text", False, ("", "PHONE_FORMAT")),
    ("/applicant/email", "text", False, ("", "EMAIL_FORMAT")),
    ("/identification", "object", False, None),
    ("/identification/kind", "text", False, ("password", "UNKNOWN_VALUE")),
    ("/photo", "text", False, ("", "TEXT_EMPTY")),
    ("/signature", "text", False, ("a\u0007", "REFERENCE_INVALID")),
    ("/receiving", "object", False, None),
    ("/receiving/method", "text", False, ("post", "UNKNOWN_VALUE")),
    ("/exemption", "text", True, ("rich", "UNKNOWN_VALUE")),
]
VALUES = {
    "number": 7, "fraction": 0.5, "true": True, "list": [], "object": {}, "text": "x",
}
# These are not safe in a link, a file's name, a table, an SMS and on the phone.
NO_REFERENCES = [
    "-1", "1-", "-", "A_1", "A/1", "A.1", ".", "../1", " 1", "1 2", "№5", "Қ1", "<b>", "=1+1",
    "upload:1", "1\n", "1\u200b", "1\U000e0041", "１",
]
TYPE_OF = {"text": ("text",), "object": ("object",)}
# RFC 3339 dates and the Gregorian calendar.
NO_DATES = [
    "", "2026", "2026-02", "2026-2-25", "26-02-25", "20260225", "25.02.2026", "2026-02-30",
    "2026-13-01", "2026-00-01", "2026-01-00", "2100-02-29", "2026-02-25T00:00:00Z", "2026 -02-25",
    "٢٠٢٦-٠٢-٢٥", "0000-01-01", "-2026-02-25", "2026‐02‐25",
]


def changed(form, pointer, value):
    form = copy.deepcopy(form)
    *path, last = pointer.split("/")[1:]
    at = form
    for name in path:
        at = at[name]
    if value is None:
        at.pop(last, None)
    else:
        at[last] = value
    return form


def validated(name, why, form, *problems):
    found = [{"code": code, "pointer": at, "severity": "error"} for code, at in problems]
    return {
        "name": name, "why": why, "input": {"form": form, "today": TODAY, "register": None},
        "expect": {"problems": told([*found, UNVERIFIED])},
    }


def told(problems):
    """At most 100 problems are told one by one, and one stands for the rest."""
    rest = [{"code": "TOO_MANY_PROBLEMS", "pointer": "", "severity": "error"}]
    return problems if len(problems) <= 100 else problems[:100] + rest


def fields():
    for pointer, kind, optional, bad in FIELDS:
        slug = pointer[1:].replace("/", "-").replace("_", "-")
        if not optional:
            yield validated(f"{slug}-missing", "catalogue MISSING_FIELD", changed(GOOD, pointer, None),
                            ("MISSING_FIELD", pointer))
        for name, value in VALUES.items():
            if name not in TYPE_OF[kind]:
                yield validated(f"{slug}-is-{name}", "catalogue WRONG_TYPE",
                                changed(GOOD, pointer, value), ("WRONG_TYPE", pointer))
        if bad is not None:
            yield validated(f"{slug}-bad", f"catalogue {bad[1]}", changed(GOOD, pointer, bad[0]),
                            (bad[1], pointer))
        if optional:
            yield validated(f"{slug}-absent", "an optional field", changed(GOOD, pointer, None))
    bad = [(pointer, *wrong) for pointer, _, _, wrong in FIELDS if wrong is not None]
    for number in range(2, len(bad) + 1):
        for part, name in (bad[:number], "first"), (bad[-number:], "last"), (bad[::number], "each"):
            form = GOOD
            for pointer, value, _ in part:
                form = changed(form, pointer, value)
            problems = [(code, pointer) for pointer, _, code in part]
            yield validated(f"{name}-{number}-fields", "SPEC 4: all problems at once, in the form's order",
                            form, *problems)
    for number, text in enumerate(NO_DATES):
        yield validated(f"no-date-{number}", "RFC 3339, and the Gregorian calendar",
                        changed(GOOD, "/card/expires_on", text), ("DATE_INVALID", "/card/expires_on"))
    for degree, limit in ("latitude", 90), ("longitude", 180):
        at = f"/receiving/near/{degree}"
        for value in (-limit, limit, 0):
            yield validated(f"{degree}-{value}".replace("--", "-minus-"),
                            "the catalogue's NUMBER_RANGE is inclusive", changed(GOOD, at, value))
        for value in (-limit - 1, limit + 1, limit + 0.001, 1e300):
            yield validated(f"{degree}-{value}".replace("--", "-minus-").replace("+", ""),
                            "a place on Earth", changed(GOOD, at, value), ("NUMBER_RANGE", at))
        yield validated(f"{degree}-missing", "catalogue MISSING_FIELD", changed(GOOD, at, None),
                        ("MISSING_FIELD", at))
    for pointer, longest in ("/number", 32), ("/photo", 64), ("/identification/reference", 64):
        slug = pointer[1:].replace("/", "-")
        for number, text in enumerate(("7", "a--Z", "A" * longest)):
            yield validated(f"{slug}-good-{number}", "letters and digits, and hyphens between them",
                            changed(GOOD, pointer, text))
        for number, text in enumerate(NO_REFERENCES + ["A" * (longest + 1)]):
            yield validated(f"{slug}-no-reference-{number}", "catalogue REFERENCE_INVALID",
                            changed(GOOD, pointer, text), ("REFERENCE_INVALID", pointer))
    for centre in ("Astana #1", "", "ASTANA", "a" * 33, "a b", "қ"):
        yield validated(f"centre-{len(centre)}-{ord((centre or '-')[-1])}", "catalogue ID_INVALID",
                        changed(GOOD, "/receiving/centre", centre), ("ID_INVALID", "/receiving/centre"))
    yield from addresses()
    yield from typed_by_people()
    yield from years()
    yield from layouts()
    for digit, born, name in ("5", "260210", "today"), ("5", "260211", "tomorrow"), ("6", "991231", "far"):
        yield born_on(digit, born, name)


def addresses():
    at = "/receiving/address"
    form = changed(DELIVERY, "/number", DELIVERY["number"])
    yield validated("address-street-absent", "SPEC 4: villages have houses without a street",
                    changed(form, f"{at}/street", None))
    for name in ("locality", "street", "building", "flat", "postcode"):
        yield validated(f"address-{name}-spaces", "SPEC 4: spaces at the ends are forgiven",
                        changed(form, f"{at}/{name}", f" {form['receiving']['address'].get(name, '7')}\u00a0"))
    for name in ("region", "locality", "building"):
        yield validated(f"address-{name}-missing", "SPEC 4: the parts of an address",
                        changed(form, f"{at}/{name}", None), ("MISSING_FIELD", f"{at}/{name}"))
    for name in ("locality", "street", "building", "flat"):
        for value, code in ("", "TEXT_EMPTY"), (" \u00a0", "TEXT_EMPTY"), ("a\u2028b", "TEXT_CONTROL"):
            yield validated(f"address-{name}-{len(value)}", f"catalogue {code}",
                            changed(form, f"{at}/{name}", value), (code, f"{at}/{name}"))
        yield validated(f"address-{name}-is-number", "catalogue WRONG_TYPE",
                        changed(form, f"{at}/{name}", 7), ("WRONG_TYPE", f"{at}/{name}"))
    for value in ("KZ", "KZ-00", "kz-75", "75", "KZ-750", "RU-75"):
        yield validated(f"address-region-{value}", "SPEC 4: ISO 3166-2:KZ",
                        changed(form, f"{at}/region", value), ("UNKNOWN_VALUE", f"{at}/region"))


def typed_by_people():
    for pointer, text in (
        ("/card/number", " № 012 345 678 "), ("/card/expires_on", " 2026-02-25\n"),
        ("/applicant/iin", "900101300007 "), ("/applicant/surname", "  ҮЛГІЕВ  ОҒЛЫ "),
        ("/applicant/given_name", "\u00a0СЕРІК"), ("/applicant/patronymic", "БОЛАТҰЛЫ\t"),
        ("/applicant/phone", "7010000001"), ("/applicant/phone", " 701 000 00 01 "),
        ("/applicant/email", "serik@example.kz "),
    ):
        slug = pointer[1:].replace("/", "-").replace("_", "-")
        yield validated(f"{slug}-typed-{len(text)}", "SPEC 4: typed by people",
                        changed(GOOD, pointer, text))
    for domain in (
        "gmail.con", "gmial.com", "gmai.com", "gmaill.com", "GMAIL.COM", "gmail.com", "mail.ry", "mial.ru",
        "mail.kz", "mail.kg", "maill.ru", "yandex.kzz", "jandex.ru", "outlok.com", "icluod.com", "hotmai.com",
        "yaho.com", "rambler.rj", "mail.com", "email.com", "example.kz", "gnail.con", "gmail.com.kz",
        "почта.қаз",
    ):
        meant = typed.suggested(domain.lower())
        found = [{"code": "EMAIL_DOMAIN_SUGGESTED", "pointer": "/applicant/email", "severity": "warning"}]
        yield checked(f"domain-{domain}", "SPEC 4: one slip away from a common domain",
                      changed(GOOD, "/applicant/email", f"serik@{domain}"), found if meant else [])


def years():
    """Of a holder born on 1 January 1990, and of one born on 29 February 2004."""
    today, at = date.fromisoformat(TODAY), "/card/expires_on"
    for iin, born in ("900101300007", date(1990, 1, 1)), (iin_of("040229", "5"), date(2004, 2, 29)):
        earliest = typed.years_after(typed.years_after(born, 16), 10)
        for expires_on in (
            earliest, earliest - timedelta(1), date(2036, 2, 10), date(2036, 2, 11), date(2062, 2, 25),
            date(2006, 2, 25), date(1, 1, 1), date(9999, 12, 31),
        ):
            form = changed(changed(GOOD, "/applicant/iin", iin), at, str(expires_on))
            code = typed.mistyped_year(expires_on, born, today)
            problems = [(code, at)] if code else []
            name = f"expires-{expires_on}-born-{born.year}"
            yield validated(name, "SPEC 3: a mistyped year", form, *problems)
            record = {**REGISTER, "iin": iin, "birth_date": str(born), "expires_on": str(expires_on)}
            yield checked(f"{name}-known", "SPEC 3: where a record is given, it decides", form, [], record)
        form = changed(changed(GOOD, "/document", "passport"), at, "2062-02-25")
        yield validated(f"passport-born-{born.year}", "SPEC 3: of identity cards alone",
                        changed(form, "/applicant/iin", iin))


def layouts():
    """Numbers with an odd layout, which the register has too, or not."""
    at = "/applicant/iin"
    for born, digit, code in ("900101", "7", "IIN_CENTURY"), ("900230", "3", "IIN_BIRTH_DATE"):
        iin = iin_of(born, digit)
        form = changed(GOOD, at, f"{iin} ")
        warning = {"code": code, "pointer": at, "severity": "warning"}
        error = {"code": code, "pointer": at, "severity": "error"}
        yield checked(f"layout-{digit}-known", "SPEC 3: the same number is in the record", form, [warning],
                      {**REGISTER, "iin": iin})
        yield checked(f"layout-{digit}-other", "SPEC 4: never issued to a citizen", form, [error], REGISTER)
        yield checked(f"layout-{digit}-alone", "SPEC 4: never issued to a citizen", form, [error])


def checked(name, why, form, problems, register=None):
    last = [] if register else [UNVERIFIED]
    return {
        "name": name, "why": why, "input": {"form": form, "today": TODAY, "register": register},
        "expect": {"problems": [*problems, *last]},
    }


def iin_of(born, digit):
    number = 1
    while check_digit(f"{born}{digit}{number:04}") is None:
        number += 1
    eleven = f"{born}{digit}{number:04}"
    return f"{eleven}{check_digit(eleven)}"


def born_on(digit, born, name):
    form = changed(GOOD, "/applicant/iin", iin_of(born, digit))
    # Born today, the holder is born, and too young.
    code = "HOLDER_TOO_YOUNG" if name == "today" else "IIN_BORN_AFTER"
    return validated(f"born-{name}", "SPEC 4: a birth date after the day asked about is a problem",
                     form, (code, "/applicant/iin"))


NO_JSON = {
    "empty": "", "spaces": "  \n", "open-object": "{", "open-list": '{"number": [', "words": "form",
    "open-text": '{"number": "1', "trailing-comma": '{"number": "1",}', "single-quotes": "{'number': '1'}",
    "no-quotes": '{number: "1"}', "no-colon": '{"number" "1"}', "comment": '{"number": "1"} // good',
    "two-documents": "{} {}", "leading-zero": '{"number": 01}', "plus": '{"number": +1}',
    "dot-last": '{"number": 1.}', "dot-first": '{"number": .5}', "not-a-number": '{"number": NaN}',
    "infinity": '{"number": Infinity}', "hexadecimal": '{"number": 0x1}', "python": '{"number": None}',
    "half-word": '{"number": tru}', "raw-control": '{"number": "a\u0001"}', "raw-tab": '{"number": "a\tb"}',
    "bad-escape": '{"number": "\\x41"}', "short-escape": '{"number": "\\u41"}',
    "lone-surrogate": '{"number": "\\ud800"}', "wrong-order-of-surrogates": '{"number": "\\udc00\\ud800"}',
    "comma-first": '{,"number": "1"}', "closed-too-often": "{}}", "closed-otherwise": '{"number": [}',
}


def syntax():
    for name, text in NO_JSON.items():
        yield validated(name, "RFC 8259: no JSON text", text, ("JSON_SYNTAX", ""))
    for text, name in ("[" * 2_000, "lists"), ('{"a":' * 2_000, "objects"):
        yield validated(f"deep-{name}", "catalogue JSON_TOO_DEEP: a depth that no form has", text,
                        ("JSON_TOO_DEEP", ""))
    yield validated("too-large", "catalogue JSON_TOO_LARGE: a form has at most 64 KiB", " " * 65_537,
                    ("JSON_TOO_LARGE", ""))
    for text, name in ("[]", "list"), ("7", "number"), ('"form"', "text"), ("null", "null"), ("true", "true"):
        yield validated(f"whole-{name}", "catalogue WRONG_TYPE: the whole document", text,
                        ("WRONG_TYPE", ""))
    good = json.dumps(GOOD, ensure_ascii=False)
    for field in ("number", "card", "applicant", "receiving"):
        value = json.dumps(GOOD[field], ensure_ascii=False)
        text = f'{good[:-1]}, "{field}": {value}}}'
        yield validated(f"twice-{field}", "catalogue DUPLICATE_FIELD, also for the same value", text,
                        ("DUPLICATE_FIELD", f"/{field}"))
    for field in "e-mail.2", "x" * 64, "V_12345":
        yield validated(f"unknown-{len(field)}-shown", "RFC 6901: the name in a pointer", {**GOOD, field: 1},
                        ("UNKNOWN_FIELD", f"/{field}"))
    hidden = ["", "/", "~", "a/b~c", "ғ", " ", "x" * 65, "123456", "900101300007", "1990-01-01",
              "aigerim@example.kz", "line\nbreak", "\u001b]0;title\u0007", "Серік", "\u202efdp"]
    for field in hidden:
        yield validated(f"unknown-{len(field)}-{ord((field or '0')[0])}",
                        "pointers are printed: no name that could be about a person, or steers a terminal",
                        {**GOOD, field: 1}, ("UNKNOWN_FIELD", "/<unknown>"))
    for count in 99, 100, 101, 1_000:
        names = [f"x{number:04}" for number in range(count)]
        yield validated(f"unknown-{count}-fields", "at most 100 problems, then TOO_MANY_PROBLEMS",
                        {**GOOD, **dict.fromkeys(names, 1)}, *(("UNKNOWN_FIELD", f"/{name}") for name in names))
