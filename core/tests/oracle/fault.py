"""SPEC 9: does a technical fault allow filing on paper?"""

import eligibility
from refused import Refused
from times import NANOSECONDS, read_instant, write_instant

MORE_THAN_SECONDS = 600
MEASURE = "whole_fault"
# SPEC 3: the civil date is known since 1 March 2024 (UTC+5). The limit is dated data, so that
# before then its look-up fails closed (section 2); and a statement says civil times.
UTC_OFFSET = 5 * 3_600 * NANOSECONDS
CIVIL_TIME_KNOWN_FROM = read_instant("2024-03-01T00:00:00+05:00")


def answer(given):
    attempt_from = read_instant(given["attempt"]["from"])
    attempt_to = read_instant(given["attempt"]["to"])
    if attempt_from < CIVIL_TIME_KNOWN_FROM:
        raise Refused(["NOT_COVERED"])
    assert attempt_from <= attempt_to

    faults = []
    for fault in given["faults"]:
        begins = read_instant(fault["from"])
        ends = still_open(given, attempt_to) if fault["to"] is None else read_instant(fault["to"])
        assert fault["to"] is None or begins <= ends
        faults.append((begins, ends, fault))

    rule = rule_of(given)
    if rule["measure"] == "within_attempt":
        faults = [(max(b, attempt_from), min(e, attempt_to), fault) for b, e, fault in faults]
    runs = merged([(begins, ends) for begins, ends, _ in faults if begins < ends])

    longest = None
    for begins, ends in runs:
        if not (begins <= attempt_from < ends or attempt_from <= begins < attempt_to):
            continue
        # Of equal lengths the earliest stays.
        if longest is None or ends - begins > longest[1] - longest[0]:
            longest = (begins, ends)

    length = longest[1] - longest[0] if longest else 0
    paper = length > rule["more_than_seconds"] * NANOSECONDS
    return {
        "paper": paper,
        "longest_seconds": length // NANOSECONDS,
        "statement": statement(given, *longest, attempt_from, faults) if paper else None,
    }


def still_open(given, attempt_to):
    """A fault without an end lasts to the attempt's, or to when the list was known, if later."""
    known = given.get("known_until")
    return attempt_to if known is None else max(attempt_to, read_instant(known))


def statement(given, begins, ends, attempt_from, faults):
    if begins < CIVIL_TIME_KNOWN_FROM:
        raise Refused(["NOT_COVERED"])
    parts = [
        (original_begin(fault), fault["reference"], fault["channel"])
        for b, e, fault in faults if max(b, begins) < min(e, ends)
    ]
    hit = {channel for _, _, channel in parts}
    found = {
        "number": given.get("number"),
        "from": write_instant(begins),
        "to": write_instant(ends),
        # Over 600 seconds is never said to be 600: a second that has begun counts.
        "duration_seconds": -(-(ends - begins) // NANOSECONDS),
        "channels": [channel for channel in ("portal", "mobile_app") if channel in hit],
        "references": list(dict.fromkeys(reference for _, reference, _ in sorted(parts))),
        "day": write_instant(attempt_from + UTC_OFFSET)[:10],
        "decision": None,
    }
    if given.get("expires_on") is not None:
        decision = eligibility.answer({
            "document": "identity_card", "ground": "expiry", "expires_on": given["expires_on"],
            "today": found["day"], "edition": given.get("edition"),
        })
        found["decision"] = {"outcome": decision["outcome"]}
    return found


def original_begin(fault):
    return read_instant(fault["from"])


def rule_of(given):
    """The shipped rule, or the one that an overlay puts in its place."""
    rule = {"more_than_seconds": MORE_THAN_SECONDS, "measure": MEASURE}
    overlay = given.get("overlay") or {}
    for entry in overlay.get("technical_fault", {}).values():
        rule["more_than_seconds"] = entry["more_than_seconds"]
        rule["measure"] = entry.get("measure", MEASURE)
    return rule


def merged(intervals):
    """Intervals that overlap or touch become one, whatever their channel."""
    result = []
    for begins, ends in sorted(intervals):
        if result and begins <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], ends))
        else:
            result.append((begins, ends))
    return result
