"""Seeded random cases, thickest around the boundaries of the rules.

Each case depends on the seed, its operation and its number alone, so that one case can be made
again: `generate.py --seed SEED --operation OPERATION --case NUMBER`.
"""

import argparse
import json
import random
from datetime import date, timedelta

import explain
import fee
import notice
import working_calendar
from eligibility import PILOT_DAYS
from iin import FIRST_WEIGHTS, check_digit
from lifecycle import RECEIVING_NEEDED, TABLE
from names import EXEMPTIONS
from sms import GSM7_BASIC, GSM7_EXTENSION
from times import NANOSECONDS, read_instant, write_instant

STATUSES = [None, "valid", "expired", "lost", "revoked", "replaced"]
GROUNDS = [
    "first_issue", "expiry", "loss", "loss_repeated", "damage", "name_change", "data_change",
    "citizenship", "soviet_passport", "other",
]
NOT_DATES = [
    "", "not-a-date", "2025-02-29", "2025-02-30", "2026-04-31", "2025-13-01", "2025-00-10",
    "2025-01-00", "2025-1-1", "20250101", "01.01.2025", "2025/01/01", " 2025-01-01", "2025-01-01 ",
    "2025-01-01\n", "2025-01-01T00:00:00Z", "٢٠٢٥-٠١-٠١", "2025-W01-1", "2025-001", "+2025-01-01",
    "2025‑01‑01", "1900-02-29", "2100-02-29",
]


def case(operation, seed, number):
    """The input of case `number`, counted from 0."""
    rng = random.Random(f"{seed}:{operation}:{number}")
    given = GENERATORS[operation](rng)
    if operation in DATED_BY_RULEBOOK and "edition" not in given and rng.random() < 0.1:
        given["edition"] = rng.choice(list(PILOT_DAYS))
    return given


def chance(rng, probability):
    return rng.random() < probability


# --- days ---------------------------------------------------------------------------------------


def any_day(rng, first_year, last_year):
    first = date(first_year, 1, 1)
    return first + timedelta(days=rng.randrange((date(last_year, 12, 31) - first).days + 1))


def awkward_day(rng, first_year, last_year):
    """Year ends, month ends and leap days, or any day at all."""
    year = rng.randint(first_year, last_year)
    kind = rng.randrange(5)
    if kind == 0:
        return date(year, 12, 31) - timedelta(days=rng.randrange(4))
    if kind == 1:
        return date(year, 1, 1) + timedelta(days=rng.randrange(10))
    if kind == 2:
        return date(year, 3, 1) + timedelta(days=rng.randint(-3, 2))
    if kind == 3:
        return date(year, rng.randint(1, 12), 1) - timedelta(days=rng.randrange(3))
    return any_day(rng, first_year, last_year)



def day_text(rng, day):
    """Mostly the day; rarely something that is no date."""
    return rng.choice(NOT_DATES) if chance(rng, 0.01) else str(day)


# --- operations ---------------------------------------------------------------------------------


def eligibility(rng):
    edition = rng.choice([None, *PILOT_DAYS])
    pilot_first, pilot_last = PILOT_DAYS[edition or "service-2025"]
    edge = rng.choice([pilot_first, pilot_last]) + timedelta(days=rng.randint(-3, 3))
    kind = rng.randrange(8)
    if kind <= 2:
        # Today at an edge of the pilot, the card anywhere near its window.
        today = edge
        expires_on = today + timedelta(days=days_left(rng))
    elif kind == 3:
        # The card's window touches an edge of the pilot.
        expires_on = edge + timedelta(days=rng.choice([30, -10, 0]) + rng.randint(-2, 2))
        today = expires_on - timedelta(days=days_left(rng))
    elif kind == 4:
        today = awkward_day(rng, 2024, 2028)
        expires_on = today + timedelta(days=days_left(rng))
    elif kind == 5:
        today = any_day(rng, 2025, 2026)
        expires_on = any_day(rng, 2025, 2026)
    elif kind == 6:
        today = any_day(rng, 2025, 2026)
        expires_on = awkward_day(rng, 1990, 2045)
    else:
        today = awkward_day(rng, 1950, 2150)
        expires_on = awkward_day(rng, 1950, 2150)
    given = {
        "document": "passport" if chance(rng, 0.1) else "identity_card",
        "ground": rng.choice(GROUNDS) if chance(rng, 0.2) else "expiry",
        "expires_on": day_text(rng, expires_on),
        "today": day_text(rng, today),
    }
    if chance(rng, 0.3):
        given["status"] = rng.choice(STATUSES)
        given["is_holder"] = rng.choice([None, True, False])
    if edition is not None:
        given["edition"] = edition
    elif chance(rng, 0.1):
        given["overlay"] = changing(rng, today)
        if chance(rng, 0.8):
            # On the rules of the default edition few of these days would be decided otherwise.
            given["expires_on"] = str(today + timedelta(days=rng.randint(-40, 60)))
    return given


def changing(rng, today):
    """An overlay whose pilot pauses, and whose window and services change, around a day."""
    def periods():
        cuts = sorted({rng.randint(-45, 45) for _ in range(rng.randrange(3))})
        days = [None, *(str(today + timedelta(days=cut)) for cut in cuts), None]
        return [
            {name: day for name, day in (("from", first), ("until", until)) if day is not None}
            for first, until in zip(days, days[1:])
        ]

    def section(own, entries):
        named = {f"e{number}": {**entry, "source": "order-389-253"} for number, entry in enumerate(entries)}
        return {own: None, **named}

    first, pilot = today + timedelta(days=rng.randint(-60, 10)), []
    for _ in range(rng.randint(1, 4)):
        until = first + timedelta(days=rng.choice([1, 2, 5, 20, 40]))
        pilot.append({"from": str(first), "until": str(until)})
        first = until + timedelta(days=rng.choice([0, 1, 2, 7, 30]))
    return {
        "edition": "changing",
        "extends": "service-2025",
        "pilot": section("period", pilot),
        "window": section("expiry", [
            {**period, "opens_days_before": rng.choice([0, 1, 20, 30, 31, 60]),
             "closes_days_after": rng.choice([0, 1, 5, 10, 11, 25])}
            for period in periods()
        ]),
        "online": section("service", [
            {**period, "documents": rng.choice([["identity_card"], ["identity_card", "passport"], []]),
             "grounds": rng.choice([["expiry"], ["expiry", "damage"]])}
            for period in periods()
        ]),
    }


def days_left(rng):
    return rng.choice([
        rng.randint(28, 32), rng.randint(-12, -8), rng.randint(-1, 1), rng.randint(-15, 35),
        rng.randint(-400, 400),
    ])


def iin(rng):
    seventh = rng.choice("123456")
    wanted = rng.random()
    born = f"{awkward_day(rng, 1800, 2099):%y%m%d}"
    # A number is likelier of the second pass, or without any check digit, than it is by chance.
    while True:
        eleven = f"{born}{seventh}{rng.randrange(10_000):04d}"
        first_pass = sum(int(d) * w for d, w in zip(eleven, FIRST_WEIGHTS)) % 11 != 10
        digit = check_digit(eleven)
        if wanted < 0.5:
            break
        if wanted < 0.94 and not first_pass and digit is not None:
            break
        if wanted >= 0.94 and digit is None:
            break
    text = eleven + (rng.choice("0123456789") if digit is None else str(digit))

    kind = rng.randrange(12)
    if kind <= 3:
        return {"text": text}
    if kind == 4:
        return {"text": text[:11] + rng.choice("0123456789")}
    if kind == 5:
        return {"text": change_one(rng, text, "0123456789")}
    if kind == 6:
        # A month, day or century that does not exist, mostly with a right check digit.
        eleven = (
            text[:2]
            + rng.choice([text[2:4], "00", "02", "02", "04", "13", "19", "99"])
            + rng.choice([text[4:6], "00", "28", "29", "30", "31", "32", "39", "70", "99"])
            + rng.choice([seventh, *"01234567890"])
            + text[7:11]
        )
        return {"text": eleven + right_or_any_digit(rng, eleven)}
    if kind == 7:
        # A leap day, in a leap year or not.
        year = rng.choice(["00", "04", "96", "99", f"{rng.randrange(100):02d}"])
        eleven = f"{year}0229{rng.choice('123456')}{rng.randrange(10_000):04d}"
        return {"text": eleven + right_or_any_digit(rng, eleven)}
    if kind == 8:
        # A business number, now and then with other flaws after it.
        eleven = text[:4] + rng.choice("456") + rng.choice("01239") + rng.choice(
            [text[6:11], f"{rng.randrange(100_000):05d}"]
        )
        return {"text": eleven + right_or_any_digit(rng, eleven)}
    if kind == 9:
        return {"text": change_one(rng, text, "٠٣９１०xO -+.\t\n\u00a0\u200b½²①𝟗")}
    if kind == 10:
        return {"text": wrong_length(rng, text)}
    return {"text": "".join(rng.choice("0123456789") for _ in range(12))}


def right_or_any_digit(rng, eleven):
    digit = check_digit(eleven)
    if digit is None or chance(rng, 0.25):
        return rng.choice("0123456789")
    return str(digit)


def change_one(rng, text, alphabet):
    at = rng.randrange(len(text))
    return text[:at] + rng.choice(alphabet) + text[at + 1 :]


def wrong_length(rng, text):
    return rng.choice([
        "", text[:11], text + "0", " " + text, text + " ", text + "\n", text[:6] + " " + text[6:],
        text[:6], text * 2, "٩" * 11, "９" * 13, "🙂" * 3, "яя" + text[4:], "я" + text,
    ])


def working_days(rng):
    kind = rng.randrange(6)
    if kind == 0:
        day, count = awkward_day(rng, 2023, 2028), rng.randint(0, 30)
    elif kind == 1:
        # Counting up to the end of the covered years, or just beyond.
        count = rng.randint(0, 40)
        day = date(2027, 12, 31) - timedelta(days=count * 7 // 5 + rng.randint(-6, 12))
    elif kind == 2:
        day, count = near_holiday(rng), rng.randint(0, 6)
    elif kind == 3:
        day, count = any_day(rng, 2024, 2027), rng.randint(0, 40)
    elif kind == 4:
        day = any_day(rng, 2024, 2027)
        count = rng.choice([0, 1, 15, 100, 250, 366, rng.randint(0, 1050), 100_000, 4_294_967_295])
    else:
        day, count = any_day(rng, 1900, 2150), rng.randint(0, 20)
    return {"day": day_text(rng, day), "count": count}


def near_holiday(rng):
    year = rng.choice(list(working_calendar.COVERED_YEARS))
    days = sorted(working_calendar.holidays_and_moved_days(year))
    days += sorted(working_calendar.worked_weekends(year))
    return rng.choice(days) + timedelta(days=rng.randint(-4, 2))


def days_off(rng):
    return {"year": rng.choice([rng.randint(2023, 2028), rng.randint(1990, 2060)])}


def ready(rng):
    kind = rng.randrange(4)
    if kind == 0:
        day = awkward_day(rng, 2023, 2028)
    elif kind == 1:
        # Fifteen working days later the covered years end.
        day = date(2027, 12, 10) + timedelta(days=rng.randint(-12, 12))
    elif kind == 2:
        day = near_holiday(rng) - timedelta(days=rng.randint(0, 25))
    else:
        day = any_day(rng, 2024, 2027)
    given = {"filed_on": day_text(rng, day)}
    if chance(rng, 0.4):
        # Mostly registered at once, a day or a week later; now and then before it was filed.
        later = rng.choice([0, 0, 1, 1, 2, 3, 7, -1, rng.randint(0, 60)])
        given["registered_on"] = str(day + timedelta(days=later))
    return given


def fee_case(rng):
    document = rng.choice(["identity_card", "identity_card", "passport"])
    day = rng.choice([
        awkward_day(rng, 2023, 2027),
        any_day(rng, 2024, 2026),
        date(rng.randint(2024, 2027), 1, 1) - timedelta(days=rng.randint(0, 1)),
    ])
    return {
        "document": document,
        "pages": rng.choice(list(fee.PASSPORT_RATE)) if document == "passport" else None,
        "ground": rng.choice(GROUNDS),
        "on": day_text(rng, day),
        "exemption": rng.choice(list(EXEMPTIONS)) if chance(rng, 0.3) else None,
        "region": None,
    }


# --- SMS ----------------------------------------------------------------------------------------

PLAIN = "abcXYZ0189 .,@£ΔΩñà\n\r"
KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя «»—№"
ASTRAL = "🙂🚀𝟗𠮷🇰🇿"
# Not in the alphabet, though they look as if they were.
IMPOSTORS = "ç`ΩÁ\t\x1b\u00a0ΑαÀçő’“…\u2028\ufeff\u0000\u007f"


def sms(rng):
    gsm7 = chance(rng, 0.5)
    kind = rng.randrange(5)
    if kind == 0:
        length = rng.choice([0, 1, 2, rng.randint(0, 40)])
    elif gsm7:
        length = rng.choice([160, 153, 306, 459, 612, rng.randint(0, 700)]) + rng.randint(-3, 3)
    else:
        length = rng.choice([70, 67, 134, 201, 268, rng.randint(0, 400)]) + rng.randint(-3, 3)
    length = max(length, 0)

    if gsm7:
        alphabet = GSM7_BASIC if chance(rng, 0.5) else PLAIN
        doubles, double_size = GSM7_EXTENSION, 2
    else:
        alphabet = rng.choice([CYRILLIC + KAZAKH, CYRILLIC + PLAIN])
        doubles, double_size = ASTRAL, 2
    # Characters of two units thick, thin, or only next to the ends of segments.
    share = rng.choice([0.0, 0.02, 0.5, 1.0, None])
    text, units = [], 0
    part = 153 if gsm7 else 67
    while units < length:
        near_end = part - 3 <= units % part
        if chance(rng, (0.5 if near_end else 0.0) if share is None else share):
            text.append(rng.choice(doubles))
            units += double_size
        else:
            text.append(rng.choice(alphabet))
            units += 1
    if text and chance(rng, 0.1):
        text[rng.randrange(len(text))] = rng.choice(IMPOSTORS)
    if text and not gsm7 and chance(rng, 0.1):
        # One single character decides the encoding of a text otherwise in GSM-7.
        text = [rng.choice(PLAIN) for _ in text]
        text[rng.randrange(len(text))] = rng.choice(KAZAKH + IMPOSTORS)
    return {"text": "".join(text)}


# --- faults -------------------------------------------------------------------------------------

SECOND = NANOSECONDS
MILLISECOND = SECOND // 1_000


def instant_text(rng, nanoseconds):
    """In UTC or in another zone, now and then with needless decimals."""
    text = write_instant(nanoseconds)
    if chance(rng, 0.3):
        hours, minutes, sign = rng.choice([(5, 0, 1), (6, 0, 1), (5, 30, 1), (3, 30, -1), (0, 0, 1)])
        shift = sign * (hours * 3_600 + minutes * 60) * SECOND
        text = write_instant(nanoseconds + shift)[:-1]
        text += f"{'+' if sign > 0 else '-'}{hours:02d}:{minutes:02d}"
    elif "." not in text and chance(rng, 0.05):
        text = text[:-1] + rng.choice([".0Z", ".000Z", ".000000Z"])
    return text


def fault(rng):
    # The finest step of this case: whole seconds, milli-, micro- or nanoseconds.
    step = rng.choice([SECOND, SECOND, MILLISECOND, MILLISECOND, MILLISECOND // 1_000, 1])
    base = read_instant("2025-06-01T00:00:00Z") + rng.randrange(270 * 86_400) * SECOND
    if chance(rng, 0.1):
        base = read_instant(rng.choice(["2025-12-31T23:55:00Z", "2024-02-28T23:50:00Z", "2024-02-29T18:59:59Z"]))
    base += rng.randrange(1_000) * step
    length = around_limit(rng, step) if chance(rng, 0.3) else rng.randrange(7_200) * SECOND
    attempt = (base, base + length)

    faults = []
    previous = (base, base)
    for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 5, 8])):
        begins = rng.choice([
            attempt[0],
            attempt[0] - rng.randrange(1_200) * SECOND,
            attempt[0] + rng.randrange(length // SECOND + 2) * SECOND,
            attempt[1] - around_limit(rng, step),
            attempt[1],
            attempt[1] + rng.randrange(600) * SECOND,
            # Touching the fault before, overlapping it, one step apart from it.
            previous[1],
            previous[1] - rng.randrange(300) * SECOND,
            previous[1] + step,
        ])
        ends = begins + rng.choice([
            around_limit(rng, step), 300 * SECOND, rng.randrange(60) * SECOND,
            rng.randrange(3_600) * SECOND, max(attempt[1] - begins, 0), 0, step,
        ])
        previous = (begins, ends)
        faults.append({
            "from": instant_text(rng, begins),
            "to": None if chance(rng, 0.15) else instant_text(rng, ends),
            "channel": rng.choice(["portal", "mobile_app"]),
            "reference": f"INC-{len(faults) + 1}",
        })
    rng.shuffle(faults)
    return {
        "attempt": {
            "from": instant_text(rng, attempt[0]),
            "to": instant_text(rng, attempt[1]),
        },
        "faults": faults,
        **fault_extras(rng, attempt),
    }


def fault_extras(rng, attempt):
    """Optional fields of the question, and another rule."""
    extras = {}
    if chance(rng, 0.2):
        known = attempt[1] + rng.choice([0, SECOND, -SECOND, 600 * SECOND, 7_200 * SECOND])
        extras["known_until"] = instant_text(rng, known)
    if chance(rng, 0.2):
        extras["number"] = f"S-{rng.randrange(10_000)}"
    if chance(rng, 0.3):
        day = date.fromisoformat(write_instant(attempt[0])[:10])
        extras["expires_on"] = str(day + timedelta(days=rng.choice([-11, -10, 0, 30, 31, 400])))
    # Loading an overlay takes long compared with the question.
    if chance(rng, 0.03):
        rule = {"source": "service-description", "more_than_seconds": rng.choice([600, 60, 0])}
        rule |= rng.choice([{}, {"measure": "whole_fault"}] + 4 * [{"measure": "within_attempt"}])
        extras["overlay"] = {
            "edition": "within", "extends": "service-2025", "technical_fault": {"pilot": rule},
        }
    return extras


def around_limit(rng, step):
    return 600 * SECOND + rng.choice([
        0, 0, step, -step, SECOND, -SECOND, step * rng.randint(-5, 5), SECOND // 2 // step * step,
    ])


# --- lifecycle ----------------------------------------------------------------------------------

ENDS = ("issued", "annulled", "withdrawn")


def lifecycle(rng):
    at = read_instant("2025-06-01T04:00:00Z") + rng.randrange(200 * 86_400) * SECOND
    receiving = rng.choice(["pickup", "delivery"])
    due = rng.choice(["0.00", "0.00", "786.40", "3932.00", "865.00", "0.01"])
    state = None
    events = []
    for number in range(rng.choice([0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 12])):
        roll = rng.random()
        if events and roll < 0.12:
            # The same event again, wherever it stands.
            events.append(dict(rng.choice(events)))
            continue
        if events and roll < 0.14:
            events.append(other_content(rng, rng.choice(events)))
            continue
        if roll > 0.98:
            at -= rng.choice([SECOND, MILLISECOND, 3_600 * SECOND])
        else:
            at += rng.choice([0, MILLISECOND, SECOND, 86_400 * SECOND])
        if state in ENDS and chance(rng, 0.8):
            continue
        kind = next_event(rng, state, receiving)
        event = {"id": f"e{number + 1}", "at": instant_text(rng, at), "event": kind}
        add_fields(rng, event, receiving, due)
        events.append(event)
        if state in TABLE[kind][0]:
            state = TABLE[kind][1]
            if kind == "filed" and due != "0.00":
                state = "awaiting_payment"
    return {"events": events}


def next_event(rng, state, receiving):
    """Mostly one that the state allows."""
    if chance(rng, 0.03):
        return rng.choice(list(TABLE))
    legal = [
        kind
        for kind, (comes_from, _, _) in TABLE.items()
        if state in comes_from
        # Rarely the one that belongs to the other way of receiving.
        and (RECEIVING_NEEDED.get(kind, receiving) == receiving or chance(rng, 0.05))
    ]
    if "withdrawn" in legal and len(legal) > 1 and chance(rng, 0.8):
        legal.remove("withdrawn")
    return rng.choice(legal or list(TABLE))


def add_fields(rng, event, receiving, due):
    kind = event["event"]
    if kind == "filed":
        event.update(receiving=receiving, due=due)
    elif kind == "paid":
        wrong = rng.choice(["786.41", "0.01", "0.00", "1000.00"])
        event["amount"] = wrong if chance(rng, 0.1) else due
    elif kind == "registered":
        event["ticket"] = f"T-{rng.randrange(1_000_000):06d}"
    elif kind == "annulled":
        event["reasons"] = rng.choice([["photo"], ["signature"], ["photo", "signature"]])
    elif kind in ("ready_for_pickup", "delivery_failed"):
        event["centre"] = rng.choice(["psc-1", "psc-2"])


def other_content(rng, event):
    """An event with the same id that says something else."""
    changed = dict(event)
    if chance(rng, 0.5):
        changed["at"] = write_instant(read_instant(event["at"]) + SECOND)
    else:
        for field in ("ticket", "centre", "due", "amount"):
            if field in event:
                changed[field] = {"ticket": "T-X", "centre": "psc-9"}.get(field, "555.55")
                return changed
        changed["event"] = "withdrawn" if event["event"] != "withdrawn" else "review_started"
        for field in ("receiving", "reasons"):
            changed.pop(field, None)
    return changed


# --- feedback -----------------------------------------------------------------------------------


def feedback_summary(rng):
    # Halves in the last decimal come from counts that 32 divides.
    count = rng.choice([0, 1, 2, 3, 6, 7, 9, 32, 32, 96, 160, 224, rng.randint(0, 120)])
    weights = rng.choice([
        [1, 1, 1, 1, 1], [1, 1, 2, 5, 9], [9, 4, 1, 1, 0], [0, 0, 0, 0, 1], [1, 0, 0, 0, 0],
        [0, 0, 1, 1, 0],
    ])
    return {"ratings": rng.choices([1, 2, 3, 4, 5], weights, k=count)}


# --- notices ------------------------------------------------------------------------------------

TYPED = [
    "2026-000101", "KZ-17", "№ 1 ХҚКО (үлгі)", "Астана, Үлгі көшесі, 1", "улица Примерная, 1", "",
    " ", "1 Example Street", "<b>&\"'</b>", "a{$day}b", "{", "}", "€[~]", "😀 Қ", "ё", "a;b&amp;c",
    "a\nb", "a\r\n\r\nBcc: b", "\ta", "a\u2028\u2029b", "\u202eabc\u2066", "a\x00\x07\x7f\x85b",
    "a\n\x00\nb", "  spaces  ", "\u00a0", "a\u200fb\u061c", "a\u200bb\u00adc\u2060",
    "a\U000e0041\ufe0fb\ufffe\ufeff", "👩\u200d👧", "\u115f\u3164",
]
NUMBERS = [
    "2026-000101", "KZ-17", "7", "a--Z", "A" * 32, "A" * 33, "A" * 64, "A" * 65, "-1", "1-", "a_b",
    "1/2", "№ 1", "1\u200b", "", " ", "..", "<b>", "Қ-1",
]


def notice_case(rng):
    kind = rng.choice(list(notice.KINDS))
    given = {
        "kind": kind,
        "language": rng.choice(notice.LANGUAGES),
        "params": {name: field(rng, name, kind) for name, kind in notice.KINDS[kind].items()},
    }
    if chance(rng, 0.01):
        given["language"] = rng.choice(["de", "KK", ""])
        # One mistake at a time.
        for name in notice.LONGEST.keys() & given["params"].keys():
            given["params"][name] = NUMBERS[0]
    if chance(rng, 0.01):
        given["kind"] = rng.choice(["paper", "Received", ""])
    return given


def field(rng, name, kind):
    if name in notice.LONGEST:
        return NUMBERS[0] if chance(rng, 0.7) else rng.choice(NUMBERS)
    return notice_value(rng, kind)


def notice_value(rng, kind):
    if kind == "text":
        return typed(rng)
    if kind == "list":
        return [typed(rng) for _ in range(rng.choice([0, 1, 1, 2, 3, 7]))]
    if kind == "number":
        return rng.choice([0, rng.randrange(32), rng.randrange(200), rng.randrange(2**32)])
    if kind == "amount":
        decimals = rng.choice(["", ".0", ".5", ".00", ".40", ".125", f".{rng.randrange(100):02}"])
        return f"{rng.choice([0, rng.randrange(10_000), rng.randrange(10**12)])}{decimals}"
    return str(awkward_day(rng, 2024, 2027))


def typed(rng):
    return "".join(rng.choice(TYPED) for _ in range(rng.choice([1, 1, 1, 2, 3])))


# --- explanations -------------------------------------------------------------------------------


def explain_case(rng):
    code = rng.choice(list(explain.catalogue()))
    params = {name: explain_value(rng, kind) for name, kind in explain.catalogue()[code].items()}
    if params and chance(rng, 0.02):
        params[rng.choice(list(params))] = None
    return {"code": code, "params": params, "language": rng.choice(notice.LANGUAGES)}


def explain_value(rng, kind):
    if kind == "word":
        words = [name[2:] for name in notice.messages("en") if name.startswith("w-")]
        return rng.choice([*words, *explain.titles(), "no_such_word"])
    if kind == "decimal":
        return rng.choice(["0", "0.2", "1", "4", "12", "0.75"])
    if kind == "number":
        return rng.choice([1, -1]) * rng.choice([0, rng.randrange(32), rng.randrange(200), 2**40])
    return notice_value(rng, kind)


GENERATORS = {
    "eligibility": eligibility,
    "iin": iin,
    "working_days": working_days,
    "days_off": days_off,
    "ready": ready,
    "fee": fee_case,
    "sms": sms,
    "fault": fault,
    "lifecycle": lifecycle,
    "feedback_summary": feedback_summary,
    "notice": notice_case,
    "explain": explain_case,
}
DATED_BY_RULEBOOK = ("working_days", "days_off", "ready", "fee", "fault")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--operation", choices=GENERATORS, action="append")
    parser.add_argument("--cases", type=int, default=10, help="cases of each operation")
    parser.add_argument("--case", type=int, help="only the case of this number")
    options = parser.parse_args()
    numbers = range(options.cases) if options.case is None else [options.case]
    for operation in options.operation or GENERATORS:
        for number in numbers:
            given = case(operation, options.seed, number)
            print(json.dumps({"operation": operation, "input": given}, ensure_ascii=False))


if __name__ == "__main__":
    main()
