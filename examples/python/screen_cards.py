"""The nightly job: looks at a million cards with Polars, and finds whom to remind that a card expires
and who can renew it online.

    pip install polars
    python screen_cards.py [ROWS] [LAST_RUN]

LAST_RUN is the day of the last run, by default the day before: whoever had to be reminded since then is
reminded now, so that a night that was missed loses nobody.
"""

from __future__ import annotations

import datetime
import sys
import time
from typing import Any

import polars as pl

import qujat

# Under the default edition the pilot ended on 1 March 2026, so the example names its day.
TODAY = datetime.date(2026, 1, 20)
ROWS = 1_000_000


def cards(rows: int) -> pl.DataFrame:
    """Cards without holders: their expiry dates are spread over the ten years that a card is valid,
    and one in a thousand is not known."""
    number = pl.int_range(rows, dtype=pl.Int64)
    days = (number * 7919) % 3653 - 20
    return pl.select(
        card=number,
        expires_on=pl.when(number % 1000 != 7).then(pl.lit(TODAY) + pl.duration(days=days)),
    )


def screen(
    frame: pl.DataFrame, today: datetime.date, last_run: datetime.date | None = None
) -> dict[str, Any]:
    """Counts the decisions, and the reminders since the last run."""
    rules = qujat.Rulebook.edition()
    screened = frame.with_columns(
        code=pl.Series(rules.decide_column(frame["expires_on"], today)),
        remind=pl.Series(rules.reminder_column(frame["expires_on"], today, last_run=last_run)),
    )
    codes = screened["code"].cast(pl.String).value_counts(sort=True)
    return {"codes": dict(codes.iter_rows()), "reminded": int(screened["remind"].sum() or 0)}


def main(rows: int, last_run: datetime.date | None = None) -> None:
    """Prints the counts and how long they took."""
    frame = cards(rows)
    started = time.perf_counter()
    counts = screen(frame, TODAY, last_run)
    took = time.perf_counter() - started
    print(f"{rows:,} cards on {TODAY}")
    for code, count in counts["codes"].items():
        print(f"{count:>12,} {code or 'without an expiry date'}")
    print(f"{counts['reminded']:>12,} holders are reminded in this run")
    print(f"{took * 1000:.0f} ms", file=sys.stderr)


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    main(int(given.get(1, ROWS)), datetime.date.fromisoformat(given[2]) if 2 in given else None)
