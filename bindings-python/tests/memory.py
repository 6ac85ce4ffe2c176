"""Shows that memory stays flat: calls each function a million times.

    python memory.py [CALLS]

It is not part of the default run: a million calls of everything take some minutes. Exits with 1 if
resident memory grew by more than 2 MB in the second half of the calls of a function.
"""

from __future__ import annotations

import datetime
import gc
import importlib
import pickle
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import qujat
import samples

CALLS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
LIMIT = 2 << 20
DAY = datetime.date(2026, 2, 10)


def resident() -> int:
    """Bytes of resident memory, on Linux."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * 4096


def refused(call: Callable[[], object]) -> None:
    try:
        call()
    except qujat.Error:
        return
    raise AssertionError


def calls() -> dict[str, tuple[Callable[[], object], int]]:
    """Functions by name, with how much rarer than the cheap ones they are called."""
    rules = qujat.Rulebook.edition()
    inquiry = qujat.Inquiry.renewal(DAY)
    fees = qujat.FeeInquiry.renewal(DAY)
    form = (samples.DATA / "eligible.json").read_bytes()
    view = memoryview(form)
    photo = (samples.IMAGES / "photos" / "good.jpg").read_bytes()
    ink = (samples.IMAGES / "signatures" / "signature-1.png").read_bytes()
    strokes = samples.strokes()
    name = qujat.PersonName("Әбілқайыр")
    data = qujat.NoticeData.Delivered("1")
    reason = qujat.Reason.sample("TOO_EARLY")
    decision = rules.decide(inquiry, DAY)
    arrow: Any = importlib.import_module("pyarrow")
    cards, numbers = arrow.array([DAY, None] * 50), arrow.array(["900101300007", "1", None] * 30)
    overlay = qujat.Rulebook.edition_text("order-389-253") or ""
    return {
        "Rulebook.edition": (lambda: qujat.Rulebook.edition(), 1),
        "Rulebook.decide": (lambda: rules.decide(inquiry, DAY), 1),
        "Rulebook.quote": (lambda: rules.quote(fees), 1),
        "Rulebook.quote, all read": (lambda: repr(rules.quote(fees)), 10),
        "Rulebook.ready_on": (lambda: rules.ready_on(DAY), 1),
        "Rulebook.reminder": (lambda: rules.reminder(DAY, DAY), 1),
        "Rulebook.parse_iin": (lambda: rules.parse_iin("900101300007", DAY), 1),
        "Rulebook.parse_phone": (lambda: rules.parse_phone("+77011234567", DAY), 1),
        "Rulebook.parse_email": (lambda: rules.parse_email("a@example.kz", DAY), 1),
        "Rulebook.parse_name": (lambda: rules.parse_name("Ли", DAY), 1),
        "Rulebook.latin_name": (lambda: rules.latin_name(name, DAY), 1),
        "Rulebook.notice": (lambda: rules.notice(data, "kk", DAY), 10),
        "Rulebook.explain": (lambda: rules.explain(decision, "kk"), 10),
        "Rulebook.text": (lambda: rules.text(reason, "ru"), 1),
        "Rulebook.operator_text": (lambda: rules.operator_text(reason, "ru"), 1),
        "Rulebook.validate": (lambda: rules.validate(form, DAY), 20),
        "Rulebook.assess, bytes": (lambda: rules.assess(form, DAY), 50),
        "Rulebook.assess, a view": (lambda: rules.assess(view, DAY), 50),
        "Rulebook.load": (lambda: qujat.Rulebook.load(overlay), 5000),
        "Rulebook.decide_column": (lambda: arrow.array(rules.decide_column(cards, DAY)), 10),
        "Rulebook.decide_table": (lambda: arrow.table(rules.decide_table(cards, cards)), 20),
        "Rulebook.parse_iin_table": (lambda: rules.parse_iin_table(numbers, DAY), 20),
        "Rulebook.quote_table": (lambda: rules.quote_table(cards), 20),
        "a column of another type": (lambda: other_column(numbers), 10),
        "Calendar.add_working_days": (lambda: rules.calendar.add_working_days(DAY, 15), 1),
        "Iin": (lambda: qujat.Iin("900101300007").birth_date, 1),
        "Action.Paid": (lambda: qujat.Action.Paid(Decimal("1.50")).amount, 1),
        "Rulebook.check_photo": (lambda: rules.check_photo(photo, DAY), 20_000),
        "Rulebook.check_signature": (lambda: rules.check_signature(ink, DAY), 2000),
        "Rulebook.decode_image": (lambda: rules.decode_image(photo, DAY).rgb, 5000),
        "Strokes": (lambda: pickle.loads(pickle.dumps(strokes)), 50),
        "Rulebook.check_strokes": (lambda: rules.check_strokes(strokes, DAY), 500),
        "count_sms": (lambda: qujat.count_sms("Сәлем"), 1),
        "mask_feedback": (lambda: qujat.mask_feedback("a@example.kz", 100), 1),
        "an exception": (lambda: refused(lambda: qujat.Iin("1")), 2),
        "a TypeError": (lambda: wrong_type(inquiry), 2),
        "pickle": (lambda: pickle.loads(pickle.dumps(decision)), 10),
        "copy of params": (lambda: dict(reason.params), 1),
    }


def other_column(numbers: Any) -> None:
    try:
        qujat.Rulebook.edition().decide_column(numbers, DAY)
    except TypeError:
        return
    raise AssertionError


def wrong_type(inquiry: qujat.Inquiry) -> None:
    try:
        qujat.Inquiry.renewal("2026-02-10")  # type: ignore[arg-type]
    except TypeError:
        return
    raise AssertionError


def main() -> int:
    """Prints a line for each function; the number of those that grew."""
    grew = 0
    print(f"{'function':28} {'calls':>9} {'µs':>8} {'grown in the second half':>26}")
    for name, (call, rarity) in calls().items():
        count = max(CALLS // rarity, 100) // 2
        for _ in range(count):
            call()
        before = resident()
        start = time.perf_counter()
        for _ in range(count):
            call()
        seconds = time.perf_counter() - start
        grown = resident() - before
        grew += grown > LIMIT
        print(f"{name:28} {2 * count:9} {seconds / count * 1e6:8.2f} {grown / 1024:23.0f} KiB")
    print("memory is flat" if not grew else f"{grew} functions grew")
    return min(grew, 1)


if __name__ == "__main__":
    sys.exit(main())
