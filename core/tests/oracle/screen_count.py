"""Counts who is reminded on a day, from the specification: 30 days before expiry, in the pilot.

    python3 screen_count.py CARDS.csv 2026-02-10
"""

import csv
import sys
from datetime import date, timedelta

PILOT_FIRST, PILOT_END = date(2025, 5, 28), date(2026, 3, 1)


def reminded_expiry(on):
    """The expiry date of the cards whose holders are reminded on a day, or None."""
    return str(on + timedelta(days=30)) if PILOT_FIRST <= on < PILOT_END else None


def main(path, day):
    wanted = reminded_expiry(date.fromisoformat(day))
    with open(path, newline="") as cards:
        print(sum(row["expires_on"] == wanted for row in csv.DictReader(cards)))


if __name__ == "__main__":
    main(*sys.argv[1:])
