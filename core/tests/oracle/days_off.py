"""SPEC 6: the days off of a year, and the weekend days worked instead."""

from working_calendar import require_covered, weekday_days_off, worked_weekends


def answer(given):
    year = given["year"]
    require_covered(year)
    return {
        "days": [str(day) for day in weekday_days_off(year)],
        "worked": [str(day) for day in sorted(worked_weekends(year))],
    }
