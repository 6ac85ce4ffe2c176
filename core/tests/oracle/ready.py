"""Specification section 6: the card is ready within 15 working days of filing."""

from times import read_days
from working_calendar import require_covered, working_day_after

WORKING_DAYS = 15


def answer(given):
    (filed_on,) = read_days(given, "filed_on")
    require_covered(filed_on.year)
    # Day 1 is the first working day after filing.
    ready_on = working_day_after(filed_on, WORKING_DAYS)
    return {"ready_on": str(ready_on), "working_days": WORKING_DAYS}
