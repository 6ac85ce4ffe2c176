"""The only place that knows the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from typing import Annotated

from fastapi import Depends

from service.desk import TheDesk


@dataclass(frozen=True)
class Now:
    """One instant, and the civil date and time that it is in Kazakhstan."""

    instant: datetime
    today: date
    time: time


def instant() -> datetime:
    """The instant of the request. Tests put another function in its place."""
    return datetime.now(timezone.utc)


def now(desk: TheDesk, at: Annotated[datetime, Depends(instant)]) -> Now:
    """The instant as the rules see it."""
    civil = desk.rules.civil_time(at)
    return Now(at, civil.day, civil.time)


TheTime = Annotated[Now, Depends(now)]
