"""Specification section 9: does a technical fault allow filing on paper?"""

from refused import Refused
from times import NANOSECONDS, read_instant, write_instant

MORE_THAN_SECONDS = 600
# Section 3: the civil date is known since 1 March 2024 (UTC+5). The limit is dated data, so that
# before then its look-up fails closed (section 2).
CIVIL_TIME_KNOWN_FROM = read_instant("2024-03-01T00:00:00+05:00")


def answer(given):
    attempt_from = read_instant(given["attempt"]["from"])
    attempt_to = read_instant(given["attempt"]["to"])
    if attempt_from < CIVIL_TIME_KNOWN_FROM:
        raise Refused(["NOT_COVERED"])
    assert attempt_from <= attempt_to

    inside = []
    for fault in given["faults"]:
        begins = read_instant(fault["from"])
        # A fault still open lasts at least to the end of the attempt.
        ends = max(begins, attempt_to) if fault["to"] is None else read_instant(fault["to"])
        assert begins <= ends
        begins = max(begins, attempt_from)
        ends = min(ends, attempt_to)
        if begins < ends:
            inside.append((begins, ends))

    longest = None
    for begins, ends in merged(inside):
        # Of equal lengths the earliest stays.
        if longest is None or ends - begins > longest[1] - longest[0]:
            longest = (begins, ends)

    length = longest[1] - longest[0] if longest else 0
    paper = length > MORE_THAN_SECONDS * NANOSECONDS
    statement = None
    if paper:
        statement = {"from": write_instant(longest[0]), "to": write_instant(longest[1])}
    return {
        "paper": paper,
        "longest_seconds": length // NANOSECONDS,
        "statement": statement,
    }


def merged(intervals):
    """Intervals that overlap or touch become one, whatever their channel."""
    result = []
    for begins, ends in sorted(intervals):
        if result and begins <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], ends))
        else:
            result.append((begins, ends))
    return result
