"""Counts who is reminded in a run of the nightly job, from the specification: 30 days before expiry, on
the expiry date and 5 days after it, of all days since the last run.

    python3 screen_count.py CARDS.csv 2026-02-10 [LAST_RUN]
"""

import csv
import sys
from datetime import date, timedelta

from times import read_day

STEPS = (-30, 0, 5)


def is_reminded(expires_on, on, last_run=None):
    """`True` if a step of the card came after the last run, by default the day before."""
    last_run = last_run or on - timedelta(days=1)
    nights = [last_run + timedelta(days=night) for night in range(1, (on - last_run).days + 1)]
    return any(expires_on + timedelta(days=step) in nights for step in STEPS)


def main(path, day, last_run=None):
    on, last_run = date.fromisoformat(day), last_run and date.fromisoformat(last_run)
    days = (read_day(row["expires_on"]) for row in csv.DictReader(open(path, newline="")))
    print(sum(day is not None and is_reminded(day, on, last_run) for day in days))


if __name__ == "__main__":
    main(*sys.argv[1:])
