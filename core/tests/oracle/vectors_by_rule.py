"""Cases that follow from a rule of the specification one by one: every code in every language, every
letter, every prefix, every field, every state with every event.

The answers are written here from the rules, or they are the oracle's where it knows the operation.
"""

import re
from datetime import date, timedelta

import explain
import iin
import oracle
import vectors_of_answers as answers
import vectors_of_forms as forms
import vectors_of_pictures as pictures
import vectors_of_rulebooks as rulebooks
from lifecycle import TABLE
from notice import LANGUAGES
from typed import SPACES


def case(name, why, given, answer):
    return {"name": name, "why": why, "input": given, **answer}


# --- texts --------------------------------------------------------------------------------------

WORDS = {
    "document": "identity_card", "ground": "damage", "expected": "text", "found": "number",
    "status": "lost", "field": "surname", "state": "under_review", "event": "paid",
    "category": "disability", "zone": "city", "region": "KZ-75", "kind": "fixed_line",
    "format": "heic", "coding": "cmyk", "profile": "other", "check": "file", "cause": "not_supported",
    "allowed": "expiry, KZ-10, disability, KZ-00", "character": "latin_letter",
    "channels": "portal_and_mobile_app", "online": "online_unavailable",
}
SAMPLES = {
    "number": 21, "date": "2026-02-28", "amount": "786.40", "decimal": "0.2",
    "text": "<b>a & b</b>\r\n\u202ec",
}
# One, few, many and other of the Russian plural, and numbers of more digits.
NUMBERS = (0, 1, 2, 5, 11, 22, 101, 1000000, -1)


def params_of(code, number):
    kinds = explain.catalogue()[code]
    sample = {**SAMPLES, "number": number}
    return {name: WORDS[name] if kind == "word" else sample[kind] for name, kind in kinds.items()}


def explained():
    for code, kinds in explain.catalogue().items():
        for language in LANGUAGES:
            given = {"code": code, "params": params_of(code, 21), "language": language}
            slug = code.lower().replace("_", "-")
            why = "SPEC 4: every code has a text in kk, ru and en"
            yield case(f"{slug}-{language}", why, given, oracle.expected("explain", given))
        if has_forms(code):
            for number in NUMBERS:
                given = {"code": code, "params": params_of(code, number), "language": "ru"}
                why = "SPEC 8: plural rules of Russian"
                name = f"{slug}-ru-{number}".replace("--", "-minus-")
                yield case(name, why, given, oracle.expected("explain", given))
        for name, kind in kinds.items():
            # A text that says more where there is more to be said.
            if kind == "text" and f"${name} ->" in oracle_text(code):
                for language in LANGUAGES:
                    params = {**params_of(code, 21), name: ""}
                    given = {"code": code, "params": params, "language": language}
                    yield case(f"{slug}-no-{name}-{language}", "catalogue: the parameter may be empty",
                               given, oracle.expected("explain", given))
        if kinds:
            name, *_ = kinds
            params = {**params_of(code, 21), name: None}
            given = {"code": code, "params": params, "language": "kk"}
            why = "the catalogue's parameters are all needed"
            yield case(f"{slug}-without-{name.replace('_', '-')}", why, given,
                       oracle.expected("explain", given))


def oracle_text(name):
    return explain.notice.messages("ru")[name]


def has_forms(name):
    """`True` if the Russian text, or one that it refers to, has plural forms."""
    text = oracle_text(name)
    return "->" in text or any(map(has_forms, re.findall(r"{ ([a-z][\w-]*) }", text)))


def plurals_of_notices():
    for language in LANGUAGES:
        for number in (*range(0, 24), 30, 31, 101, 111, 121):
            params = {"expires_on": "2026-02-25", "days_left": number, "last_day": "2026-02-28"}
            yield notice(f"{number}-days-{language}", "expiry_reminder", language, params)
        for kind, params in (
            ("expired_reminder", {"expires_on": "2026-02-25", "last_day": "2026-02-28"}),
            ("centre_reminder", {"expires_on": "2026-03-31"}),
        ):
            yield notice(f"{kind.replace('_', '-')}-{language}", kind, language, params)
        for number in (0, 1, 2, 5, 10, 11, 12, 21, 22, 25, 60, 61, 111):
            params = {"day": "2026-02-10", "minutes": number, "seconds": number % 60, "reference": "F-1"}
            yield notice(f"{number}-minutes-{language}", "paper_filing_allowed", language, params)


def notice(name, kind, language, params):
    given = {"kind": kind, "language": language, "params": params}
    found = oracle.expected("notice", given)["expect"]
    kept = {"sms": found["sms"], "push": found["push"]}
    return case(name, "SPEC 8: plural rules of each language", given, {"expect": kept})


# --- names and numbers --------------------------------------------------------------------------

# ICAO Doc 9303 part 3, section 6, table B. The soft sign has no Latin form.
RUSSIAN = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ё": "E", "Ж": "ZH", "З": "Z",
    "И": "I", "Й": "I", "К": "K", "Л": "L", "М": "M", "Н": "N", "О": "O", "П": "P", "Р": "R",
    "С": "S", "Т": "T", "У": "U", "Ф": "F", "Х": "KH", "Ц": "TS", "Ч": "CH", "Ш": "SH",
    "Щ": "SHCH", "Ъ": "IE", "Ы": "Y", "Ь": "", "Э": "E", "Ю": "IU", "Я": "IA", "І": "I",
}
# Letters of other alphabets that look like those of a card, and signs.
NO_LETTERS = "ABCEHKMOPTXaeopcyxi0123456789.,_*@№ÄßЇЄЎЂҐ\u0430\u0301ऄ中😀\u200b\u00ad\u202e"


def names():
    for letter, latin in RUSSIAN.items():
        for text, form in ((f"А{letter}А", "capital"), (f"а{letter.lower()}а", "small")):
            answer = {"expect": {"name": text, "latin": f"A{latin}A"}}
            slug = f"{form}-{ord(letter):04X}"
            yield case(slug, f"ICAO Doc 9303-3: {letter} is {latin or 'left out'}", {"text": text}, answer)
    for number, sign in enumerate(NO_LETTERS):
        if sign in RUSSIAN or sign == "\u0430":
            continue
        yield case(f"no-letter-{number:02}", f"SPEC 4: U+{ord(sign):04X} is on no card",
                   {"text": f"Ч{sign}Ч"}, {"error": ["NAME_CHARACTER"]})
    for number, space in enumerate(SPACES):
        for text, where in (
            (f"{space}АБ", "first"), (f"АБ{space}", "last"), (f"{space} АБ {space}", "around"),
        ):
            yield case(f"space-{number:02}-{where}", "SPEC 4: spaces at the ends are forgiven",
                       {"text": text}, {"expect": {"name": "АБ", "latin": "AB"}})
        for text, where in (f"А{space}Б", "between"), (f"А {space}Б", "doubled"):
            yield case(f"space-{number:02}-{where}", "SPEC 4: doubled spaces are forgiven in names",
                       {"text": text}, {"expect": {"name": "А Б", "latin": "A B"}})
    for mark, name in ("-", "hyphen"), ("'", "apostrophe"):
        for text, where in (
            (f"{mark}АБ", "first"), (f"АБ{mark}", "last"), (f"А{mark}{mark}Б", "twice"),
        ):
            yield case(f"{name}-{where}", "catalogue NAME_FORMAT: only between letters",
                       {"text": text}, {"error": ["NAME_FORMAT"]})
        latin = f"A{mark}B"
        yield case(f"{name}-between", "catalogue NAME_FORMAT: between letters it stands",
                   {"text": f"А{mark}Б"}, {"expect": {"name": f"А{mark}Б", "latin": latin}})


MOBILE = (
    "700 701 702 705 706 707 708 747 760 761 762 763 764 771 775 776 777 778 785"
).split()


def phones():
    for prefix in MOBILE:
        for name, text in (
            ("spaces", f"+7 {prefix} 000 00 01"), ("brackets", f"8 ({prefix}) 000-00-01"),
            ("seven", f"7{prefix}0000001"), ("dashes", f"8-{prefix}-000-00-01"),
            ("alone", f"{prefix}0000001"), ("alone-in-groups", f"({prefix}) 000-00-01"),
            ("around", f"\t+7{prefix}0000001\u2003\n"),
        ):
            yield case(f"{prefix}-{name}", "SPEC 4: a mobile range, in a form that is accepted",
                       {"text": text}, {"expect": {"e164": f"+7{prefix}0000001"}})
        for digits in (9, 11):
            text = f"+7{prefix}" + "0" * (digits - 3)
            yield case(f"{prefix}-{digits}-digits", "SPEC 4: the national number has 10 digits",
                       {"text": text}, {"error": ["PHONE_FORMAT"]})


    for prefix in range(1000):
        code = f"{prefix:03}"
        if code in MOBILE or prefix % 7 and code[0] == "7" or prefix % 41 and code[0] != "7":
            continue
        # SPEC 4: 71x and 72x are fixed lines, and 751 is telephony over the internet.
        used = code[:2] in ("71", "72") or code == "751"
        error = "PHONE_NOT_MOBILE" if used else "PHONE_FORMAT"
        yield case(f"alone-{code}", "SPEC 4: ten national digits; of a range not in use, they could be "
                   "a longer number with a digit missing", {"text": f"{code}0000001"}, {"error": [error]})


def card_numbers():
    good = "012345678"
    answer = {"expect": {"number": good}}
    for number, space in enumerate(SPACES):
        for text, where in (f"{space}{good}", "first"), (f"{good}{space}", "last"):
            yield case(f"space-{number:02}-{where}", "SPEC 4: spaces at the ends are forgiven",
                       {"text": text}, answer)
    for place in range(1, 9):
        text = f"{good[:place]} {good[place:]}"
        yield case(f"space-before-{place}", "SPEC 4: a card number may have spaces", {"text": text}, answer)
    for number, text in enumerate((f"№{good}", f"№ {good}", f" № 012 345\u00a0678 ", "0 1 2 3 4 5 6 7 8")):
        yield case(f"typed-{number}", "SPEC 4: a card number may have spaces or №", {"text": text}, answer)
    for number, text in enumerate((f"№№{good}", f"{good}№", f"0№12345678", "№", f"N{good}", "012-345-678")):
        yield case(f"no-number-{number}", "SPEC 4: 9 digits, and spaces or № alone besides",
                   {"text": text}, {"error": ["CARD_NUMBER_FORMAT"]})
    for place in range(9):
        for sign, name in ("O", "letter"), (" ", "space"), ("٣", "arabic"), ("３", "wide"):
            text = "012345678"[:place] + sign + "012345678"[place + 1:]
            yield case(f"{name}-at-{place}", "SPEC 4: 9 digits, of which each is an ASCII digit",
                       {"text": text}, {"error": ["CARD_NUMBER_FORMAT"]})
    for length in (0, 1, 7, 8, 10, 18):
        yield case(f"{length}-digits", "SPEC 4: exactly 9 digits", {"text": "1" * length},
                   {"error": ["CARD_NUMBER_FORMAT"]})
    for digit in "0123456789":
        yield case(f"nine-of-{digit}", "SPEC 4: any 9 digits", {"text": digit * 9},
                   {"expect": {"number": digit * 9}})


def passport_numbers():
    good = "N01234567"
    for place in range(9):
        for sign, name in ("O", "letter"), (" ", "space"), ("٣", "arabic"):
            text = good[:place] + sign + good[place + 1:]
            yield case(f"{name}-at-{place}", "SPEC 4: N and 8 ASCII digits", {"text": text},
                       {"error": ["PASSPORT_NUMBER_FORMAT"]})
    for text, name in ("", "empty"), ("N", "n-alone"), ("N0123456", "seven"), ("N012345678", "nine"):
        yield case(f"{name}-digits", "SPEC 4: exactly 8 digits", {"text": text},
                   {"error": ["PASSPORT_NUMBER_FORMAT"]})


def postcodes():
    for good, pattern in ("010000", "000000"), ("Z05T1X3", "L00L0L0"):
        for place, kind in enumerate(pattern):
            wrong = "5" if kind == "L" else "Q"
            for sign, name in (wrong, "other-kind"), ("-", "dash"), ("Ж", "cyrillic"):
                text = good[:place] + sign + good[place + 1:]
                yield case(f"{len(good)}-{name}-at-{place}", f"SPEC 4: the form is {pattern}",
                           {"text": text}, {"error": ["POSTCODE_FORMAT"]})
        yield case(f"{len(good)}-spaces", "SPEC 4: spaces at the ends are forgiven",
                   {"text": f" {good}\u00a0"}, {"expect": {"postcode": good}})
        yield case(f"{len(good)}-small", "README of the vectors: in capitals",
                   {"text": good.lower()}, {"expect": {"postcode": good}})
        for text, name in (good[:-1], "short"), (good + "0", "long"):
            if len(text) != 6 or not text.isdigit():
                yield case(f"{len(good)}-too-{name}", f"SPEC 4: the form is {pattern}",
                           {"text": text}, {"error": ["POSTCODE_FORMAT"]})


def iins():
    """Every last digit of some prefixes, each digit changed, and neighbours swapped."""
    for prefix in ("90010130000", "90010130080", "90010130082", "00022950001", "99123140009"):
        for last in "0123456789":
            yield read_iin(f"last-{prefix}{last}", "SPEC 4: at most one last digit fits", prefix + last)
    good = "900101300007"
    for place in range(12):
        text = good[:place] + str((int(good[place]) + 1) % 10) + good[place + 1:]
        yield read_iin(f"changed-{place}", "SPEC 4: a digit mistyped", text)
    for place in range(11):
        if good[place] != good[place + 1]:
            text = good[:place] + good[place + 1] + good[place] + good[place + 2:]
            yield read_iin(f"swapped-{place}", "SPEC 4: two digits swapped", text)
    for born in ("000101", "000229", "000230", "040229", "050229", "991231", "901301", "900001"):
        for digit in "0123456789":
            eleven = f"{born}{digit}0001"
            last = iin.check_digit(eleven)
            if last is not None:
                yield read_iin(f"born-{born}-{digit}", "SPEC 4: century, sex and date of digit 7",
                               f"{eleven}{last}")


    for number, space in enumerate(SPACES):
        for text, where in (
            (space + good, "first"), (good + space, "last"), (f"{good[:6]}{space}{good[6:]}", "inside"),
        ):
            yield read_iin(f"space-{number:02}-{where}", "SPEC 4: spaces at the ends are forgiven", text)


def emails():
    good = "serik@example.kz"
    for number, space in enumerate(SPACES):
        for text, where in (space + good, "first"), (good + space, "last"):
            yield case(f"space-{number:02}-{where}", "SPEC 4: spaces at the ends are forgiven",
                       {"text": text}, {"expect": {"address": good}})
    for text, name in ("serik@example .kz", "in-the-domain"), ("serik @example.kz", "before-the-at"):
        error = "EMAIL_DOMAIN" if name == "in-the-domain" else "EMAIL_FORMAT"
        yield case(name, "RFC 5322: no space inside an address", {"text": text}, {"error": [error]})


def read_iin(name, why, text):
    return case(name, why, {"text": text}, oracle.expected("iin", {"text": text}))


# --- decisions ----------------------------------------------------------------------------------

GROUNDS = (
    "first_issue", "expiry", "loss", "loss_repeated", "damage", "name_change", "data_change",
    "citizenship", "soviet_passport", "other",
)


def eligibility():
    for edition in ("service-2025", "order-389-253"):
        for document in ("identity_card", "passport"):
            for ground in GROUNDS:
                given = {"document": document, "ground": ground, "expires_on": "2026-02-25",
                         "today": "2026-02-10", "edition": edition}
                yield case(f"{edition}-{document}-{ground}".replace("_", "-"),
                           "SPEC 3: every document on every ground", given,
                           oracle.expected("eligibility", given))
        for status in (None, "valid", "expired", "lost", "revoked", "replaced"):
            for is_holder in (None, True, False):
                for days in (5, -11):
                    given = {"document": "identity_card", "ground": "expiry",
                             "expires_on": shifted("2026-02-10", days), "today": "2026-02-10",
                             "status": status, "is_holder": is_holder, "edition": edition}
                    said = {None: "unknown", True: "own", False: "other"}[is_holder]
                    name = f"{edition}-{status or 'unknown'}-{said}-{days}".replace("--", "-minus-")
                    yield case(name, "SPEC 3: a register that was asked refuses cards out of force "
                               "and those of others, besides the window", given,
                               oracle.expected("eligibility", given))
        for today in ("2025-05-27", "2025-05-28", "2026-02-28", "2026-03-01", "2026-03-31",
                      "2026-04-01"):
            for days in (31, 30, 0, -10, -11):
                expires_on = shifted(today, days)
                given = {"document": "identity_card", "ground": "expiry", "expires_on": expires_on,
                         "today": today, "edition": edition}
                yield case(f"{edition}-{today}-{days}".replace("--", "-minus-"),
                           "SPEC 2, 3: the pilot's ends and the window's", given,
                           oracle.expected("eligibility", given))


def eligibility_of_changes():
    """A pilot that pauses, a window that changes, services that change: every day around them."""
    source = {"source": "order-389-253"}
    pause = {"pilot": {
        "period": {"from": "2025-05-28", "until": "2026-02-11", **source},
        "again": {"from": "2026-02-20", "until": "2026-03-01", **source},
    }}
    # Two entries without a day between them are no pause.
    no_pause = {"pilot": {
        "period": {"from": "2025-05-28", "until": "2026-02-11", **source},
        "again": {"from": "2026-02-11", "until": "2026-03-01", **source},
    }}

    def windows(before, after):
        return {"window": {
            "expiry": {"until": "2026-02-01", "opens_days_before": 30, "closes_days_after": 10, **source},
            "changed": {"from": "2026-02-01", "opens_days_before": before,
                        "closes_days_after": after, **source},
        }}

    services = {"online": {
        "service": {"until": "2026-02-01", "documents": ["identity_card"], "grounds": ["expiry"], **source},
        "more": {"from": "2026-02-01", "documents": ["identity_card", "passport"],
                 "grounds": ["expiry", "damage"], **source},
        "less": {"from": "2026-02-15", "documents": [], "grounds": ["expiry"], **source},
    }}
    services["online"]["more"]["until"] = "2026-02-15"
    for name, sections in (
        ("a-pause", pause), ("no-pause", no_pause), ("wider", windows(45, 20)),
        ("narrower", windows(10, 0)), ("services", services),
        ("wider-with-a-pause", {**pause, **windows(45, 20)}),
    ):
        overlay = {"edition": "changing", "extends": "service-2025", **sections}
        for expires_on in ("2026-01-15", "2026-02-05", "2026-02-25", "2026-03-15", "2026-04-10"):
            for today in ("2026-01-20", "2026-01-31", "2026-02-01", "2026-02-10", "2026-02-11",
                          "2026-02-14", "2026-02-19", "2026-02-20", "2026-02-28", "2026-03-01"):
                given = {"document": "identity_card", "ground": "expiry", "expires_on": expires_on,
                         "today": today, "overlay": overlay}
                yield case(f"{name}-{expires_on}-{today}",
                           "SPEC 2, 3: the pilot may pause, and changes are seen ahead", given,
                           oracle.expected("eligibility", given))


def shifted(day, days):
    return str(date.fromisoformat(day) + timedelta(days=days))


# The way to each state, as events without identity and time.
FILED = {"event": "filed", "receiving": "pickup", "due": "0.00"}
TO_REVIEW = [FILED, {"event": "registered", "ticket": "T-1"}, {"event": "review_started"}]
TO_PRODUCTION = [*TO_REVIEW, {"event": "approved"}]
DELIVERED_HOME = [{**FILED, "receiving": "delivery"}, *TO_PRODUCTION[1:]]
WAYS = {
    "nothing": [],
    "filed": [FILED],
    "awaiting-payment": [{**FILED, "due": "786.40"}],
    "paid": [{**FILED, "due": "786.40"}, {"event": "paid", "amount": "786.40"}],
    "registered": TO_REVIEW[:2],
    "under-review": TO_REVIEW,
    "in-production-pickup": TO_PRODUCTION,
    "in-production-delivery": DELIVERED_HOME,
    "ready-for-pickup": [*TO_PRODUCTION, {"event": "ready_for_pickup", "centre": "psc-1"}],
    "with-courier": [*DELIVERED_HOME, {"event": "handed_to_courier"}],
    "issued": [*DELIVERED_HOME, {"event": "handed_to_courier"}, {"event": "delivered"}],
    "annulled": [*TO_REVIEW, {"event": "annulled", "reasons": ["photo"]}],
    "withdrawn": [FILED, {"event": "withdrawn"}],
}
EVENTS = [
    FILED, {"event": "paid", "amount": "786.40"}, {"event": "registered", "ticket": "T-1"},
    {"event": "review_started"}, {"event": "approved"},
    {"event": "annulled", "reasons": ["photo", "signature"]},
    {"event": "ready_for_pickup", "centre": "psc-1"}, {"event": "handed_to_courier"},
    {"event": "delivered"}, {"event": "delivery_failed", "centre": "psc-1"}, {"event": "issued"},
    {"event": "withdrawn"},
]


def lifecycle():
    assert {event["event"] for event in EVENTS} == set(TABLE)
    for state, way in WAYS.items():
        for event in EVENTS:
            events = [
                {"id": f"e{number}", "at": f"2026-02-10T09:{number:02}:00Z", **step}
                for number, step in enumerate([*way, event])
            ]
            given = {"events": events}
            slug = event["event"].replace("_", "-")
            yield case(f"{state}-{slug}", "SPEC 7: every event in every state", given,
                       oracle.expected("lifecycle", given))


def days_off():
    for edition in ("service-2025", "order-389-253"):
        for year in (1, 2023, 2024, 2025, 2026, 2027, 2028, 9999):
            given = {"year": year, "edition": edition}
            yield case(f"{edition}-{year}", "SPEC 6: the table, and nothing beyond it", given,
                       oracle.expected("days_off", given))


FILES = {
    "explain": ("explain", "Every code of the catalogue in every language, Russian plurals, and a "
                "parameter that is missing. The texts are put together by the oracle.", explained),
    "notice_plurals": ("notice", "SPEC 8: the plural forms of each language.", plurals_of_notices),
    "name": ("name", "SPEC 4: each letter of the cards by ICAO Doc 9303, each mark, and what is "
             "no letter.", names),
    "phone": ("phone", "SPEC 4: every mobile range in the accepted forms, and numbers of a wrong "
              "length.", phones),
    "email": ("email", "SPEC 4: spaces at the ends.", emails),
    "card_number": ("card_number", "SPEC 4: each place of the number.", card_numbers),
    "passport_number": ("passport_number", "SPEC 4: each place of the number.", passport_numbers),
    "postcode": ("postcode", "SPEC 4: each place of both forms.", postcodes),
    "iin": ("iin", "SPEC 4: every last digit, every digit changed, neighbours swapped, every "
            "digit 7. The answers are the oracle's.", iins),
    "eligibility": ("eligibility", "SPEC 2 and 3: every document on every ground, and the ends of "
                    "pilot and window, under both editions. The answers are the oracle's.", eligibility),
    "eligibility_changes": ("eligibility", "SPEC 2 and 3: a pilot that pauses, and windows and "
                            "services that change. The answers are the oracle's.", eligibility_of_changes),
    "lifecycle": ("lifecycle", "SPEC 7: every event in every state. The answers are the oracle's.",
                  lifecycle),
    "days_off": ("days_off", "SPEC 6: every year under both editions, and years without data.",
                 days_off),
    "validate_fields": ("validate", "SPEC 4: each field of the form missing, of every wrong type, "
                        "empty; and ever more mistakes at once.", forms.fields),
    "validate_json": ("validate", "RFC 8259: texts that are no JSON, and JSON that says too much.",
                      forms.syntax),
    "rulebook": ("ready", "SPEC 2: rulebooks that are rejected on load, with every problem.",
                 rulebooks.rejected),
    "rulebook_fee": ("fee", "SPEC 2: what rulebooks of operators change.", rulebooks.changed),
    "assess": ("assess", "The main job: what the register says of the card, centres, slots, delivery.",
               answers.assessments),
    "fault": ("fault", "SPEC 9: the reason and its figures around 600 seconds.", answers.faults),
    "slots": ("slots", "SPEC 6: centres that cannot be read.", answers.slots),
    "signature": ("signature", "SPEC 11.1: files that are refused, each for one cause.",
                  pictures.refused),
    "photo": ("photo", "SPEC 11.1: files that are refused, each for one cause.",
              pictures.refused_photos),
}
