"""Compares the library with what a good team would write by hand, in one process.

    python compare.py [ROUNDS] > report.md

Each pair takes turns, so that what else the machine does hits both. The figures are medians of the
rounds, the ratio is that of the medians. Both sides are asked first whether they agree.
"""

from __future__ import annotations

import datetime
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
import others  # noqa: E402
import tables  # noqa: E402

import qujat  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime.date(2026, 2, 10)
EXPIRES = datetime.date(2026, 2, 25)


class Pair(NamedTuple):
    """Two ways to the same answer; `target` is how many times faster the library has to be."""

    name: str
    own: Callable[[], object]
    other: Callable[[], object]
    other_name: str
    target: float
    calls: int


def per_call(call: Callable[[], object], calls: int) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - started) / calls


def medians(pair: Pair, rounds: int) -> tuple[float, float]:
    """Seconds of one call, of the library and of the other."""
    own, other = [], []
    for call in (pair.own, pair.other):
        call()
    for _ in range(rounds):
        own.append(per_call(pair.own, pair.calls))
        other.append(per_call(pair.other, pair.calls))
    return statistics.median(own), statistics.median(other)


def pairs() -> list[Pair]:
    """What is compared."""
    rules = qujat.Rulebook.edition()
    form = (ROOT / "examples" / "data" / "eligible.json").read_bytes()
    inquiry = qujat.Inquiry.renewal(EXPIRES)
    data = qujat.NoticeData.Ready("2026-000101", EXPIRES, "09:30", "ЦОН № 1", "Достық 1, Астана")
    hand = others.Eligibility()
    assert hand.decide("identity_card", "expiry", EXPIRES, DAY).eligible
    assert rules.decide(inquiry, DAY).is_eligible
    assert others.ready_on(DAY) == rules.ready_on(DAY).ready_on
    assert others.validate(form).applicant.iin == "900101300007"
    assert not [p for p in rules.validate(form, DAY).problems if p.severity == "error"]
    own_notice, other_notice = rules.notice(data, "ru", DAY), others.notice(EXPIRES)
    assert own_notice.sms and other_notice[3] >= 1

    def decide() -> object:
        return rules.decide(inquiry, DAY)

    def ask_and_decide() -> object:
        return rules.decide(qujat.Inquiry.renewal(EXPIRES), DAY).is_eligible

    def decide_by_hand() -> object:
        return hand.decide("identity_card", "expiry", EXPIRES, DAY)

    found = [
        Pair("eligibility", decide, decide_by_hand, "hand-written Python", 1 / 0.3, 5000),
        Pair(
            "eligibility, the inquiry made and the answer read",
            ask_and_decide,
            lambda: hand.decide("identity_card", "expiry", EXPIRES, DAY).eligible,
            "hand-written Python",
            1 / 0.3,
            5000,
        ),
        Pair(
            "JSON text, all fields validated",
            lambda: rules.validate(form, DAY),
            lambda: others.validate(form),
            "pydantic, email-validator, phonenumbers",
            20,
            200,
        ),
        Pair(
            "pickup date, 15 working days",
            lambda: rules.ready_on(DAY).ready_on,
            lambda: others.ready_on(DAY),
            "holidays",
            20,
            500,
        ),
        Pair(
            "notice in one language: SMS, segments, e-mail",
            lambda: rules.notice(data, "ru", DAY),
            lambda: others.notice(EXPIRES),
            "Jinja2",
            8,
            500,
        ),
    ]
    photo, noisy = others.jpeg(), "600 × 800, without a face"
    return [
        *found,
        Pair(
            f"photo {noisy}: the whole report, against decoding and simple statistics",
            lambda: rules.check_photo(photo, DAY),
            lambda: others.photo_statistics(photo),
            "Pillow",
            0,
            1,
        ),
        Pair(
            f"photo {noisy}: decoding alone, against decoding and simple statistics",
            lambda: rules.decode_image(photo, DAY),
            lambda: others.photo_statistics(photo),
            "Pillow",
            0,
            1,
        ),
    ]


def rows_of_pairs(rounds: int) -> list[str]:
    """The rows of the table of single calls."""
    rows = []
    for pair in pairs():
        own, other = medians(pair, rounds if pair.calls > 1 else max(rounds // 3, 3))
        ratio = other / own
        target = f"≥ {pair.target:.3g} ×" if pair.target else "–"
        missed = "" if ratio >= pair.target else " (missed)"
        rows.append(
            f"| {pair.name} | {own * 1e6:.3g} | {other * 1e6:.3g} | {pair.other_name} "
            f"| {ratio:.3g} × | {target}{missed} |"
        )
    return rows


def rows_of_columns(ways: dict[str, Callable[[], object]], rounds: int) -> list[str]:
    """The rows of a table of columns: all ways take turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(per_call(way, 1))
    found = {name: statistics.median(values) for name, values in times.items()}
    own = found[tables.OWN]
    return [f"| {name} | {value * 1e3:.2f} | {value / own:.3g} × |" for name, value in found.items()]


def main(rounds: int) -> None:
    """Prints the report."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"# Measured: {platform.python_implementation()} {platform.python_version()}\n")
    print(f"{os.cpu_count()} processors, load {load}, medians of {rounds} rounds.\n")
    print("| per call | qujat, µs | other, µs | the other | faster by | target |")
    print("|---|---|---|---|---|---|")
    print("\n".join(rows_of_pairs(rounds)))
    compared = [("one day", tables.ways()), ("a day for each card", tables.ways_of_two_columns())]
    for asked, ways in compared:
        print(f"\n| {tables.ROWS:,} decisions, {asked}, one thread | ms | against qujat |")
        print("|---|---|---|")
        print("\n".join(rows_of_columns(ways, rounds)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 31)
