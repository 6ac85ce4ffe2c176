"""Compares the oracle, and a program's phone numbers, with independent public packages.

- calendar: the oracle against `holidays`, every day of 2024 to 2027;
- IIN: the oracle against `idnumbers`, check digits and whole numbers;
- phones: the specification's numbering plan against `phonenumbers`, every prefix; and, with
  --answer, the program's `phone` operation against `phonenumbers` on generated texts. The verdicts
  can be written to a file (--write-phones).

Needs requirements.txt. The exit status is 1 if anything differs that is not in KNOWN below.
"""

import argparse
import json
import random
import re
import shlex
import sys
from collections import Counter
from datetime import date, timedelta

import holidays
import phonenumbers
from idnumbers.nationalid import KAZ
from phonenumbers import PhoneNumberType

import compare
import generate
import iin
import oracle
import typed
from working_calendar import COVERED_YEARS, is_working

# --- calendar -----------------------------------------------------------------------------------


def check_calendar():
    """(days compared, differences)"""
    theirs = holidays.country_holidays("KZ", years=COVERED_YEARS)
    compared = different = 0
    day = date(COVERED_YEARS[0], 1, 1)
    while day.year in COVERED_YEARS:
        compared += 1
        if is_working(day) != theirs.is_working_day(day):
            different += 1
            print(f"calendar: {day}: oracle {is_working(day)}, holidays {not is_working(day)}")
        day += timedelta(days=1)
    return compared, different


# --- IIN ----------------------------------------------------------------------------------------


def check_iin(cases, seed):
    """(numbers compared, differences)"""
    different = 0
    rng = random.Random(f"{seed}:check-digits")
    for _ in range(cases):
        eleven = "".join(rng.choice("0123456789") for _ in range(11))
        ours = iin.check_digit(eleven)
        theirs = KAZ.IndividualIDNumber.checksum(eleven + "0")
        if ours != theirs:
            different += 1
            print(f"IIN: seed {seed}: check digit of {eleven}: oracle {ours}, idnumbers {theirs}")
    for number in range(cases):
        text = generate.case("iin", seed, number)["text"]
        ours = oracle.expected("iin", {"text": text}).get("expect")
        parsed = KAZ.IndividualIDNumber.parse(typed.without_ends(text))
        theirs = None
        if parsed is not None:
            theirs = {"birth_date": str(parsed["yyyymmdd"]), "sex": parsed["gender"].value}
        if ours != theirs:
            different += 1
            print(f"IIN: seed {seed}, case {number}: {text!r}: oracle {ours}, idnumbers {theirs}")
    return 2 * cases, different


# --- phones -------------------------------------------------------------------------------------

# SPEC 4.
MOBILE = re.compile(r"7(0[0-25-8]|47|6[0-4]|7[15-8]|85)[0-9]{7}")
CODES = ["PHONE_FORMAT", "PHONE_NOT_KAZAKHSTAN", "PHONE_NOT_MOBILE", "PHONE_UNASSIGNED"]

SEPARATORS = " -()"


def digits_of(text):
    return "".join(c for c in text if c in "0123456789")


def only_plain_characters(text):
    return all(c in "0123456789" or c in SEPARATORS for c in text.removeprefix("+"))


def tidy_separators(text):
    """Single separators between digits, and at most one pair of brackets, around digits."""
    number = text.removeprefix("+")
    if re.fullmatch(r"[0-9(].*[0-9)]", number) is None:
        return False
    without_brackets = re.sub(r"[ -]?\(([0-9]+)\)[ -]?", r" \1 ", number, count=1).strip(" ")
    return re.fullmatch(r"[0-9]+([ -][0-9]+)*", without_brackets) is not None


def has_letters(text):
    return any(c.isalpha() for c in text)


def has_other_digits(text):
    return any(c.isdigit() and c not in "0123456789" for c in text)


def has_other_plus(text):
    return "＋" in text or text.count("+") > 1


def has_extension(text):
    return "#" in text or ";" in text


def has_other_punctuation(text):
    return any(c in "./,:~*\\_" for c in text)


def has_unicode_separators(text):
    return any(not c.isascii() for c in text)


def has_international_prefix(text):
    return digits_of(text).startswith("810") and len(digits_of(text)) >= 14


def has_trunk_prefix_after_country_code(text):
    return digits_of(text).startswith("78") and len(digits_of(text)) == 12


def has_untidy_separators(text):
    return not tidy_separators(text)


# Texts that `phonenumbers` takes for a valid Kazakhstan mobile number, and the specification does
# not. `refuse`: the specification lists what is accepted ("+7…, 8…, 7…, spaces, dashes, brackets")
# and this is not on the list. `either`: the specification can be read both ways, so a program may
# normalise the text (to the same number) or refuse it. The first that fits counts.
KNOWN = [
    ("letters", "refuse", has_letters,
     "vanity numbers, words before the number, 'ext.': guesses of a parser made for free text"),
    ("digits of other scripts", "refuse", has_other_digits,
     "full-width and Arabic-Indic digits; the specification rejects them in an IIN and lists none"),
    ("several plus signs, full-width plus", "refuse", has_other_plus, "not among '+7…, 8…, 7…'"),
    ("extension", "refuse", has_extension, "an SMS cannot reach an extension"),
    ("other punctuation", "refuse", has_other_punctuation, "dots, slashes and others are not listed"),
    ("international prefix 8~10", "refuse", has_international_prefix, "not among '+7…, 8…, 7…'"),
    ("trunk prefix after +7", "refuse", has_trunk_prefix_after_country_code,
     "+7 8 701… names two prefixes; phonenumbers drops the second"),
    ("spaces and dashes beyond ASCII", "either", has_unicode_separators,
     "the no-break space and the typographic dashes are spaces and dashes, or not"),
    ("untidy separators", "either", has_untidy_separators,
     "leading, trailing or doubled separators, unpaired or empty brackets, tabs"),
]


def verdict(text):
    """The answer of `phonenumbers`: (kind, E.164 or None)."""
    try:
        number = phonenumbers.parse(text, "KZ")
    except phonenumbers.NumberParseException:
        return "invalid", None
    if not phonenumbers.is_valid_number(number):
        return "invalid", None
    if phonenumbers.region_code_for_number(number) != "KZ":
        shared = number.country_code == 7 and str(number.national_number).startswith("80")
        return "toll-free or premium, shared with Russia" if shared else "foreign", None
    kind = phonenumbers.number_type(number)
    if kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE):
        return "mobile", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return "fixed" if kind == PhoneNumberType.FIXED_LINE else "other", None


def written_as_specified(text):
    """Plain characters, and a prefix that the specification names or a foreign country code."""
    if not only_plain_characters(text) or not tidy_separators(text):
        return False
    digits = digits_of(text)
    if text.startswith("+") and not digits.startswith("7"):
        return True
    if is_national_alone(text):
        return True
    return len(digits) == 11 and (digits[0] == "7" or (digits[0] == "8" and text[0] != "+"))


def is_national_alone(text):
    return not text.startswith("+") and len(digits_of(text)) == 10


def judged(text):
    """One line of the file of verdicts: the text, the verdict and the answers allowed."""
    kind, e164 = verdict(text)
    refusals = [{"error": [code]} for code in CODES]
    known = None
    if kind == "mobile":
        allowed = [{"expect": {"e164": e164}}]
        for name, treatment, fits, _ in KNOWN:
            if fits(text):
                known = name
                allowed = refusals if treatment == "refuse" else allowed + refusals
                break
    elif not written_as_specified(text):
        allowed = refusals
    elif is_national_alone(text):
        # Of a range not in use, ten digits are more likely a longer form with a digit missing. The
        # specification names whole ranges of fixed lines (71x, 72x), the package single areas.
        codes = {"fixed": CODES[2:3], "other": CODES[2:3], "foreign": CODES[:1]}
        allowed = [{"error": [code]} for code in codes.get(kind, ["PHONE_FORMAT", "PHONE_NOT_MOBILE"])]
    elif kind in ("fixed", "other"):
        allowed = [{"error": ["PHONE_NOT_MOBILE"]}]
    elif kind == "foreign":
        allowed = [{"error": ["PHONE_NOT_KAZAKHSTAN"]}]
    elif kind == "invalid":
        # Unassigned, too long, a foreign country code of no valid number: the code is not theirs.
        allowed = refusals
    else:
        allowed = [{"error": ["PHONE_NOT_MOBILE"]}, {"error": ["PHONE_NOT_KAZAKHSTAN"]}]
    return {
        "operation": "phone",
        "input": {"text": text},
        "phonenumbers": kind,
        "known": known,
        "allowed": allowed,
    }


MOBILE_CODES = ["700", "701", "702", "705", "706", "707", "708", "747", "760", "761", "762", "763",
                "764", "771", "775", "776", "777", "778", "785"]
REGIONS = ["RU", "US", "UZ", "KG", "CN", "DE", "TR", "GB", "UA", "BY", "AE", "IN", "JP", "BR"]


def phone_text(rng):
    """A candidate: a number of some kind, written in some way, now and then spoilt."""
    kind = rng.random()
    if kind < 0.05:
        return foreign_text(rng)
    if kind < 0.08:
        return rng.choice(["", " ", "+", "+7", "8", "7", "phone", "-", "()", "+7 ()", "0", "112"])
    national = national_digits(rng)
    style = rng.choice(["", " ", "-"])
    groups = [national[:3], national[3:6], national[6:8], national[8:]]
    area = f"({groups[0]})" if style and rng.random() < 0.4 else groups[0]
    body = style.join([area, *groups[1:]])
    text = rng.choice(["+7", "+7", "+7 ", "8", "8 ", "8-", "7", "7 ", ""]) + body
    return spoilt(rng, text, body) if rng.random() < 0.3 else text


def national_digits(rng):
    def tail(length):
        return "".join(rng.choice("0123456789") for _ in range(length))

    kind = rng.random()
    if kind < 0.4:
        return rng.choice(MOBILE_CODES) + tail(7)
    if kind < 0.65:
        # Any code that starts with 7: assigned or not, fixed (71x, 72x) and others (751).
        return "7" + tail(9)
    if kind < 0.75:
        return (rng.choice(["71722", "72722", "71032", "72133", "751"]) + tail(7))[:10]
    if kind < 0.85:
        return (rng.choice(["9", "495", "800", "808", "809", "840", "3", "812"]) + tail(9))[:10]
    if kind < 0.93:
        return rng.choice(MOBILE_CODES) + tail(rng.choice([0, 4, 5, 6, 8, 9, 12]))
    return tail(10)


def foreign_text(rng):
    example = phonenumbers.example_number_for_type(rng.choice(REGIONS), PhoneNumberType.MOBILE)
    form = rng.choice([
        phonenumbers.PhoneNumberFormat.E164, phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    ])
    return phonenumbers.format_number(example, form)


def spoilt(rng, text, body):
    """The text with a flaw; `body` is the part of it after the prefix."""
    at = rng.randrange(len(text) + 1)
    before, after = text[:at], text[at:]
    return rng.choice([
        " " + text, text + " ", text + "\n", "\t" + text, before + "\t" + after,
        before + "." + after, before + "/" + after, before + "," + after, before + "  " + after,
        before + "--" + after, before + "(" + after, before + ")" + after, before + "()" + after,
        before + "\u00a0" + after, before + "\u2011" + after, before + "–" + after,
        before + "\u200b" + after, before + "٣" + after, before + "７" + after,
        before + "O" + after, "+" + text, "＋" + text.lstrip("+"), "tel:" + text, "тел. " + text,
        text + " ext. 5", text + " доб. 5", text + "#1", text + ";ext=7", text + "x3",
        "8 10 7 " + body, "810 7" + body, "+7 8 " + body, "+78" + body, "00" + text, text[::-1],
        text.replace("0", "０"), text.replace("1", "١"), text[:-4] + "CALL", before + "+" + after,
        before + rng.choice("0123456789") + after, text[:-1], text + " " + text,
    ])


def check_numbering_plan():
    """The specification's pattern of mobile numbers against the package's, for every prefix."""
    different = 0
    for prefix in range(10_000):
        # The digits after these do not matter to either pattern of mobile numbers.
        national = f"{prefix:04d}123456"
        ours = MOBILE.fullmatch(national) is not None
        theirs = verdict("+7" + national)[0] == "mobile"
        if ours != theirs:
            different += 1
            print(f"phones: +7{national}: specification {ours}, phonenumbers {theirs}")
    return 10_000, different


def phone_cases(cases, seed):
    rng = random.Random(f"{seed}:phones")
    seen = set()
    for _ in range(cases):
        text = phone_text(rng)
        # Numbers of few digits repeat: once each is enough, but the count is kept.
        while text in seen and rng.random() < 0.9:
            text = phone_text(rng)
        seen.add(text)
        yield judged(text)


def check_phones(lines, command, seed):
    """(texts compared, differences); prints what the program made of the known disagreements."""
    questions = ({"operation": "phone", "input": line["input"]} for line in lines)
    program = compare.Asked(command, questions)
    compared = different = 0
    known = Counter()
    try:
        for number, (_, answer) in enumerate(program.answers()):
            compared += 1
            line = lines[number]
            fits = answer is not None and any(
                not compare.judge(allowed, answer) for allowed in line["allowed"]
            )
            if fits:
                if line["known"] is not None:
                    known[line["known"], "accepted" if b'"e164"' in answer else "refused"] += 1
                continue
            different += 1
            if different <= 20:
                print(f"phones: seed {seed}, case {number}: {line['input']['text']!r}")
                print(f"  phonenumbers: {line['phonenumbers']}; known: {line['known']}")
                print("  allowed:", *(json.dumps(allowed) for allowed in line["allowed"]))
                print("  program:", "nothing" if answer is None else answer.decode().rstrip())
    finally:
        program.stop()
    for name, treatment, _, why in KNOWN:
        accepted, refused = known[name, "accepted"], known[name, "refused"]
        print(f"known: {name} ({treatment}): accepted {accepted}, refused {refused}: {why}")
    return compared, different


# --- all ----------------------------------------------------------------------------------------


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--iins", type=int, default=100_000)
    parser.add_argument("--phones", type=int, default=20_000)
    parser.add_argument("--write-phones", metavar="FILE", help="the verdicts, as JSON lines")
    parser.add_argument("--answer", help="the program, with its arguments if any")
    options = parser.parse_args()

    rows = [
        ("calendar", *check_calendar()),
        ("iin", *check_iin(options.iins, options.seed)),
        ("numbering plan", *check_numbering_plan()),
    ]
    if options.write_phones or options.answer:
        lines = list(phone_cases(options.phones, options.seed))
        print("phonenumbers:", dict(Counter(line["phonenumbers"] for line in lines)))
        print("known disagreements:", dict(Counter(line["known"] for line in lines)))
        if options.write_phones:
            with open(options.write_phones, "w", encoding="utf-8") as file:
                for line in lines:
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
        if options.answer:
            rows.append(("phones", *check_phones(lines, shlex.split(options.answer), options.seed)))

    print(f"\nseed {options.seed}")
    print(f"{'check':<18}{'cases':>10}{'differences':>13}")
    for name, compared, different in rows:
        print(f"{name:<18}{compared:>10}{different:>13}")
    sys.exit(1 if any(different for _, _, different in rows) else 0)


if __name__ == "__main__":
    main()
