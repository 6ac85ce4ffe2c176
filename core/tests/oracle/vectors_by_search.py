"""Cases found by the generator: of all random cases with the same features, the shortest.

The features follow from the operation's rules: the code, the side of each boundary,
figures that have to be rounded, merged, moved. The answers are the oracle's.
"""

import json
from datetime import date
from itertools import count

import generate
import oracle
from eligibility import PILOT_DAYS
from sms import GSM7_EXTENSION
from typed import without_ends

# The cases looked at for each operation, and how many are kept at most.
LOOKED_AT = 12_000
KEPT = {
    "eligibility": 170, "iin": 70, "working_days": 90, "ready": 110, "fee": 60, "sms": 60,
    "fault": 60, "lifecycle": 110, "feedback_summary": 40, "notice": 70,
}
ABOUT = (
    "Found by search: of seeded random cases, the shortest for each combination of the features "
    "that the reason names. The answers are those of the oracle (core/tests/oracle)."
)
SECTION = {
    "eligibility": "SPEC 3", "iin": "SPEC 4", "working_days": "SPEC 6", "ready": "SPEC 6",
    "fee": "SPEC 5", "sms": "SPEC 8", "fault": "SPEC 9", "lifecycle": "SPEC 7",
    "feedback_summary": "SPEC 10", "notice": "SPEC 8",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def cases(operation, seed, known):
    """Vectors of an operation; `known` are inputs that there are already, as texts."""
    shortest = {}
    for number in range(LOOKED_AT):
        given = generate.case(operation, seed, number)
        answer = oracle.expected(operation, given)
        features = FEATURES[operation](given, answer)
        text = json.dumps(given, ensure_ascii=False, sort_keys=True)
        if features is None or text in known:
            continue
        before = shortest.get(features)
        if before is None or (len(text), text) < (len(before[0]), before[0]):
            shortest[features] = (text, given, answer)
    kept = spread(sorted(shortest.items()), KEPT[operation])
    numbers = count(1)
    for features, (_, given, answer) in kept:
        yield {
            "name": f"search-{next(numbers):03}",
            "why": f"{SECTION[operation]}: {', '.join(part for part in features if part)}",
            "input": given,
            **answer,
        }


def spread(items, most):
    """At most so many, at even distances."""
    if len(items) <= most:
        return items
    return [items[index * len(items) // most] for index in range(most)]


def failed(answer):
    return ", ".join(problem.split()[0] for problem in answer["error"])


def near(value, *boundaries):
    """The place of a number among boundaries."""
    for boundary in boundaries:
        if value == boundary:
            return f"exactly {boundary}"
        if abs(value - boundary) == 1:
            return f"{value}, one from {boundary}"
    below = [boundary for boundary in boundaries if boundary < value]
    return f"above {max(below)}" if below else f"below {min(boundaries)}"


def eligibility(given, answer):
    edition = given.get("edition") or "the default edition"
    if "error" in answer:
        return (edition, failed(answer))
    found = answer["expect"]
    codes = " ".join(reason["code"] for reason in found["reasons"])
    if "overlay" in given:
        again = "and again" if found["again"] else ""
        return ("rules that change", codes, again)
    first, end = PILOT_DAYS[given.get("edition") or "service-2025"]
    today = date.fromisoformat(given["today"])
    edge = ""
    for name, day in (("first", first), ("last", end)):
        distance = (today - day).days
        if abs(distance) <= 1:
            edge = f"{distance:+} days from the pilot's {name} day"
    online = found["online"]
    window = "never online"
    if online is not None:
        length = (date.fromisoformat(online["last"]) - date.fromisoformat(online["first"])).days + 1
        window = "the whole window" if length == 41 else "a window clipped by the pilot"
    return (edition, codes, f"days left {near(found['days_left'], 30, 0, -10)}", edge, window)


def iin(given, answer):
    text = without_ends(given["text"])
    if "error" in answer:
        length = f"{len(text)} characters" if len(text) < 16 else "long"
        digit = f"digit 7 is {text[6]}" if len(text) == 12 and text[6].isdigit() else ""
        return (failed(answer), length, digit)
    born = answer["expect"]["birth_date"]
    total = sum(int(digit) * weight for digit, weight in zip(text, range(1, 12)))
    leap = "29 February" if born.endswith("02-29") else ""
    end = "the end of a month" if born[5:] in ("01-31", "12-31", "02-28") else ""
    return (
        "second pass" if total % 11 == 10 else "first pass",
        f"digit 7 is {text[6]}", f"check digit {text[11]}", leap or end,
    )


def working_days(given, answer):
    counted = near(given["count"], 0, 15)
    if "error" in answer:
        return (failed(answer), given["day"][:4], counted)
    found = answer["expect"]
    day, after = date.fromisoformat(given["day"]), date.fromisoformat(found["after"])
    return (
        "worked" if found["working"] else "not worked",
        f"a {WEEKDAYS[day.weekday()]} of {day:%Y-%m}" if not found["working"] else f"{day:%Y}",
        f"{counted} days on",
        "into another year" if after.year != day.year else "",
    )


def ready(given, answer):
    registered = given.get("registered_on")
    if "error" in answer:
        return (failed(answer), given["filed_on"][:4], "registered" if registered else "")
    filed = date.fromisoformat(given["filed_on"])
    begin = date.fromisoformat(registered or given["filed_on"])
    ready_on = date.fromisoformat(answer["expect"]["ready_on"])
    span = (ready_on - begin).days
    later = (begin - filed).days
    return (
        f"filed in {filed:%Y-%m}", f"{span} calendar days" if span > 21 else "three weeks",
        f"registered {'at once' if later == 0 else 'later'}" if registered else "",
    )


def fee(given, answer):
    if "error" in answer:
        return (failed(answer), given["on"][:4])
    document = given["document"] + (f" of {given['pages']} pages" if given["pages"] else "")
    year = given["on"][:4]
    exempt = given["exemption"] or ""
    edge = {"01-01": "the first day of", "12-31": "the last day of"}.get(given["on"][5:], "in")
    if exempt:
        return (f"exempt as {exempt}", f"{edge} {year}")
    return (document, given["ground"], f"{edge} {year}")


def sms(given, answer):
    found, text = answer["expect"], given["text"]
    gsm = found["encoding"] == "gsm7"
    alone, joined = (160, 153) if gsm else (70, 67)
    limit = joined * found["segments"] if found["segments"] > 1 else alone
    pairs = sum(1 for c in text if (c in GSM7_EXTENSION if gsm else ord(c) > 0xFFFF))
    room = limit - found["units"]
    if found["segments"] > 4:
        return None
    return (
        found["encoding"], f"{found['segments']} segments",
        "the last one full" if room == 0 else f"room for {room}" if room < 3 else "",
        "characters of two units" if pairs else "",
        "a unit left free" if found["segments"] > 1 and room < 0 else "",
    )


def fault(given, answer):
    faults = given["faults"]
    number = min(len(faults), 3)
    still_open = "one still open" if any(f["to"] is None for f in faults) else ""
    channels = "two channels" if len({f["channel"] for f in faults}) > 1 else ""
    # The answers of other rules are told apart by hand.
    if "overlay" in given:
        return None
    if "error" in answer:
        return (failed(answer), f"{number} faults")
    found = answer["expect"]
    # No rule fixes the number of decimals with which an instant is printed.
    if "." in json.dumps(found["statement"]):
        return None
    seconds = found["longest_seconds"]
    return (
        "paper" if found["paper"] else "no paper",
        f"{near(seconds, 600)} seconds" if seconds else "none inside the attempt",
        f"{number} faults", still_open, channels, *sorted(set(given) - {"attempt", "faults"}),
    )


def lifecycle(given, answer):
    events = [event["event"] for event in given["events"]]
    if "error" in answer:
        state = "nothing"
        for number, event in enumerate(given["events"]):
            reached = oracle.expected("lifecycle", {"events": given["events"][:number + 1]})
            if "error" in reached:
                return (failed(answer), f"{event['event']} after {state}")
            state = reached["expect"]["state"]
    found = answer["expect"]
    repeated = "a repeated event" if found["applied"] < len(events) else ""
    return (
        f"state {found['state']}", f"after {' '.join(events[-2:])}" if events else "no events",
        repeated,
    )


def feedback_summary(given, answer):
    found = answer["expect"]
    if found["count"] == 0:
        return ("no ratings",)
    total = sum(rating * number for rating, number in zip(range(1, 6), found["distribution"]))
    mean = rounding(total * 10_000, found["count"])
    satisfied = rounding(sum(found["distribution"][3:]) * 10_000, found["count"])
    steps = sum(1 for number in found["distribution"] if number)
    return (f"mean {mean}", f"share {satisfied}", f"{steps} different ratings")


def rounding(part, whole):
    rest = part % whole
    if rest == 0:
        return "exact"
    return "half up" if rest * 2 == whole else "up" if rest * 2 > whole else "down"


def notice(given, answer):
    if "error" in answer:
        return (failed(answer), given["kind"], given["language"])
    typed = json.dumps(given["params"], ensure_ascii=False)
    marks = [
        name for name, marked in [
            ("markup", any(mark in typed for mark in "<>&'")),
            ("line breaks", any(mark in typed for mark in ("\\n", "\\r", "\\t", "\u2028"))),
            ("marks of direction", any(mark in typed for mark in "\u202e\u2066\u200f\u061c")),
            ("invisible characters", any(
                mark in typed for mark in "\u200b\u200d\u00ad\u2060\ufeff\ufffe\ufe0f\u115f\u3164\U000e0041"
            )),
            ("other control characters", "\\u00" in typed or "\x7f" in typed),
            ("braces", "{" in typed.replace("{", "", 1).replace("}", "", 1)[1:-1]),
        ] if marked
    ]
    if len(marks) > 2 or not marks:
        return None
    return (f"{given['kind']} in {given['language']}", *marks)


FEATURES = {
    "eligibility": eligibility, "iin": iin, "working_days": working_days, "ready": ready,
    "fee": fee, "sms": sms, "fault": fault, "lifecycle": lifecycle,
    "feedback_summary": feedback_summary, "notice": notice,
}
