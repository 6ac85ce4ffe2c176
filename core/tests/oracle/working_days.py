"""SPEC 6: is a day a working day, and which one is the n-th after it?"""

from times import read_days
from working_calendar import is_working, require_covered, working_day_after


def answer(given):
    (day,) = read_days(given, "day")
    require_covered(day.year)
    return {
        "working": is_working(day),
        "after": str(working_day_after(day, given["count"])),
    }
