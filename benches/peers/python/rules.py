"""Eligibility, fee and pickup date by hand, as a good team would write them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import NamedTuple

import holidays


class Answer(NamedTuple):
    """A decision."""

    eligible: bool
    days_left: int
    reasons: tuple[str, ...]


class Eligibility:
    """The checks of the service, by hand."""

    __slots__ = ("first", "first_expiry", "last", "last_expiry")

    def __init__(self) -> None:
        self.first = datetime.date(2025, 5, 28)
        self.last = datetime.date(2026, 2, 28)
        # Cards that expire from the one through the other can be renewed on some day of the pilot.
        self.first_expiry = datetime.date(2025, 5, 18)
        self.last_expiry = datetime.date(2026, 3, 30)

    def decide(
        self, document: str, ground: str, expires_on: datetime.date, today: datetime.date
    ) -> Answer:
        """All failing checks, in order."""
        reasons = []
        if document != "identity_card":
            reasons.append("DOCUMENT_NOT_ONLINE")
        if ground != "expiry":
            reasons.append("GROUND_NOT_ONLINE")
        if today < self.first:
            reasons.append("PILOT_NOT_STARTED")
        elif today > self.last:
            reasons.append("PILOT_ENDED")
        days_left = (expires_on - today).days
        is_served = document == "identity_card" and ground == "expiry"
        has_days = is_served and self.first_expiry <= expires_on <= self.last_expiry
        if days_left > 30:
            reasons.append("TOO_EARLY" if has_days else "NEVER_ONLINE")
        elif days_left < -10:
            reasons.append("TOO_LATE" if has_days else "LONG_EXPIRED")
        elif today < self.first and not has_days:
            reasons.append("NEVER_ONLINE")
        return Answer(not reasons, days_left, tuple(reasons))


class Dated(NamedTuple):
    """A figure and the days on which it holds: `first` inclusive, `until` exclusive."""

    first: datetime.date
    until: datetime.date
    figure: Decimal


def year(number: int, figure: str) -> Dated:
    """A figure that holds for a year."""
    return Dated(datetime.date(number, 1, 1), datetime.date(number + 1, 1, 1), Decimal(figure))


MRP = [year(2024, "3692"), year(2025, "3932"), year(2026, "4325")]
TWENTY_PERCENT = Dated(datetime.date(2024, 1, 1), datetime.date.max, Decimal("0.2"))
DUTIES = {
    "expiry": [
        Dated(datetime.date(2024, 1, 1), datetime.date(2026, 1, 1), Decimal("0.2")),
        Dated(datetime.date(2026, 1, 1), datetime.date.max, Decimal(0)),
    ],
    "loss": [TWENTY_PERCENT],
    "damage": [TWENTY_PERCENT],
}
TIYN = Decimal("0.01")


class Line(NamedTuple):
    """A line of a quote."""

    code: str
    base: Decimal
    rate: Decimal
    amount: Decimal


class Quote(NamedTuple):
    """The amount to pay."""

    lines: tuple[Line, ...]
    total: Decimal
    on: datetime.date


def figure(entries: list[Dated], on: datetime.date) -> Decimal:
    """The figure of a day."""
    for entry in entries:
        if entry.first <= on < entry.until:
            return entry.figure
    raise LookupError("NOT_COVERED")


def quote(ground: str, on: datetime.date) -> Quote:
    """The duty."""
    base, rate = figure(MRP, on), figure(DUTIES[ground], on)
    amount = (base * rate).quantize(TIYN)
    return Quote((Line("STATE_DUTY", base, rate, amount),), amount, on)


HOLIDAYS = holidays.country_holidays("KZ", years=range(2024, 2028))


def ready_on(filed_on: datetime.date) -> datetime.date:
    """The fifteenth working day after filing."""
    return HOLIDAYS.get_nth_working_day(filed_on, 15)


# As the library above has them, read once.
OFF = frozenset(HOLIDAYS)
WORKED = frozenset(day for day in HOLIDAYS.weekend_workdays)
ONE_DAY = datetime.timedelta(days=1)


def ready_on_by_hand(filed_on: datetime.date) -> datetime.date:
    """The same, a day at a time."""
    day, left = filed_on, 15
    while left:
        day += ONE_DAY
        if day in WORKED or (day.weekday() < 5 and day not in OFF):
            left -= 1
    return day
