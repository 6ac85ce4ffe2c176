"""SPEC 6: which days are working days, from the rules of the holidays.

Run as a program, it checks the rules against the specification's table.
"""

from datetime import date, timedelta
from functools import cache

from refused import Refused

COVERED_YEARS = range(2024, 2028)
ONE_DAY = timedelta(days=1)

# Month, day, first and last year in force (None: beyond the covered years), moves from weekends.
FIXED_HOLIDAYS = [
    ("New Year", 1, 1, None, None, True),
    ("New Year", 1, 2, None, None, True),
    ("Orthodox Christmas", 1, 7, None, None, False),
    ("International Women's Day", 3, 8, None, None, True),
    # 15 March 2026 is a Sunday and the table has no day off for it on 16 March, while in 2027 the
    # table has it: so it is in force from 2027.
    ("Constitution Day", 3, 15, 2027, None, True),
    ("Nauryz", 3, 21, None, None, True),
    ("Nauryz", 3, 22, None, None, True),
    ("Nauryz", 3, 23, None, None, True),
    ("Unity Day", 5, 1, None, None, True),
    ("Defender's Day", 5, 7, None, None, True),
    ("Victory Day", 5, 9, None, None, True),
    ("Capital Day", 7, 6, None, None, True),
    ("Constitution Day", 8, 30, None, 2025, True),
    ("Republic Day", 10, 25, None, None, True),
    ("Independence Day", 12, 16, None, None, True),
]

# Announced year by year; never moves.
KURBAN_AIT = [date(2024, 6, 16), date(2025, 6, 6), date(2026, 5, 27), date(2027, 5, 16)]

# By decree: (the weekend day that is worked, the day off it was moved to).
TRANSFERS = [
    (date(2024, 5, 4), date(2024, 5, 8)),
    (date(2025, 1, 5), date(2025, 1, 3)),
]

# The specification's table: days off that fall Monday to Friday, as (month, days).
TABLE = {
    2024: [(1, [1, 2]), (3, [8, 21, 22, 25]), (5, [1, 7, 8, 9]), (7, [8]), (8, [30]),
           (10, [25]), (12, [16])],
    2025: [(1, [1, 2, 3, 7]), (3, [10, 21, 24, 25]), (5, [1, 7, 9]), (6, [6]), (7, [7]),
           (9, [1]), (10, [27]), (12, [16])],
    2026: [(1, [1, 2, 7]), (3, [9, 23, 24, 25]), (5, [1, 7, 11, 27]), (7, [6]), (10, [26]),
           (12, [16])],
    2027: [(1, [1, 4, 7]), (3, [8, 15, 22, 23, 24]), (5, [3, 7, 10]), (7, [6]), (10, [25]),
           (12, [16])],
}


def is_weekend(day):
    return day.weekday() in (5, 6)


def require_covered(year):
    if year not in COVERED_YEARS:
        raise Refused(["NOT_COVERED"])


@cache
def worked_weekends(year):
    return frozenset(worked for worked, _ in TRANSFERS if worked.year == year)


@cache
def holidays_and_moved_days(year):
    """Every day off of the year by law or decree, weekends that are nothing else left out."""
    require_covered(year)
    off = {day for day in KURBAN_AIT if day.year == year}
    off |= {moved_to for _, moved_to in TRANSFERS if moved_to.year == year}
    moving = []
    for _, month, day, first_year, last_year, moves in FIXED_HOLIDAYS:
        if first_year is not None and year < first_year:
            continue
        if last_year is not None and year > last_year:
            continue
        holiday = date(year, month, day)
        off.add(holiday)
        if moves and is_weekend(holiday):
            moving.append(holiday)
    # In the order of the year, so that two holidays on one weekend take two different days.
    for holiday in sorted(moving):
        moved_to = holiday + ONE_DAY
        while moved_to in off or (is_weekend(moved_to) and moved_to not in worked_weekends(year)):
            moved_to += ONE_DAY
        off.add(moved_to)
    return frozenset(off)


def is_working(day):
    require_covered(day.year)
    if day in worked_weekends(day.year):
        return True
    return not is_weekend(day) and day not in holidays_and_moved_days(day.year)


def working_day_after(day, count):
    """The `count`-th working day after `day`, which itself is not counted."""
    while count > 0:
        day += ONE_DAY
        if is_working(day):
            count -= 1
    return day


def weekday_days_off(year):
    return sorted(day for day in holidays_and_moved_days(year) if not is_weekend(day))


def self_test():
    for year in COVERED_YEARS:
        table = [date(year, month, day) for month, days in TABLE[year] for day in days]
        assert weekday_days_off(year) == table, year
    for worked, moved_to in TRANSFERS:
        assert is_weekend(worked) and is_working(worked), worked
        assert not is_weekend(moved_to) and not is_working(moved_to), moved_to


if __name__ == "__main__":
    self_test()
    print("the holiday rules give the specification's table for", *COVERED_YEARS)
