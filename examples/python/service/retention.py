"""Data are kept no longer than they are needed. Of an erased application a row is left that
names nobody; its data key is destroyed, so that what else is left of it says nothing either."""

from __future__ import annotations

from datetime import date

import qujat
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from service import filing, vault
from service.desk import Desk
from service.problems import ServiceError
from service.storage import (
    DataKey,
    Erased,
    Filed,
    OpenApplication,
    Pictures,
    StoredBooking,
    StoredEvent,
    StoredFeedback,
    StoredNotice,
)
from service.texts import ServiceCode

_BATCH = 200


class StillOpen(Exception):
    """An application that is not closed cannot be erased: withdraw it first."""


def erase(desk: Desk, number: str, today: date) -> None:
    """Erases one application that is closed."""
    with desk.store.writing() as session:
        stored = session.get(Filed, number)
        if stored is None:
            gone = session.get(Erased, number)
            raise ServiceError(
                ServiceCode.APPLICATION_ERASED if gone else ServiceCode.APPLICATION_UNKNOWN
            )
        _erase(desk, session, stored, today)
    desk.store.compact()


def purge(desk: Desk, before: date, today: date) -> tuple[int, int]:
    """Erases the applications that were closed before a day, and the feedback given before it; its
    sums stay. Gives how many of both there were."""
    applications = feedback = 0
    while True:
        # In steps, so that services which run meanwhile do not have to wait long.
        with desk.store.writing() as session:
            ended = select(Filed).where(Filed.ended_on < before).limit(_BATCH)
            batch = list(session.scalars(ended))
            for stored in batch:
                _erase(desk, session, stored, today)
        applications += len(batch)
        if len(batch) < _BATCH:
            break
    with desk.store.writing() as session:
        days = set(session.scalars(select(StoredFeedback.day).where(StoredFeedback.day < before)))
        for day in days:
            rows = session.execute(delete(StoredFeedback).where(StoredFeedback.day == day))
            feedback += rows.rowcount  # type: ignore[attr-defined]
            owner = vault.of_day(day.isoformat())
            session.execute(delete(DataKey).where(DataKey.owner == owner))
    desk.store.compact()
    return applications, feedback


def _erase(desk: Desk, session: Session, stored: Filed, today: date) -> None:
    number = stored.number
    application = filing.read(desk, session, number).application
    if application.state is None or not application.state.is_end:
        raise StillOpen
    kinds = [event.action.kind for event in application.events]
    paid = str(application.due) if qujat.ActionKind.PAID in kinds else None
    session.add(
        Erased(
            number=number,
            state=application.state.value,
            filed_on=stored.filed_on,
            ended_on=stored.ended_on,
            paid=paid,
            rulebook=stored.rulebook,
            erased_on=today,
        )
    )
    session.flush()
    for table in (Pictures, OpenApplication, StoredNotice, StoredBooking, StoredEvent, Filed):
        session.execute(delete(table).where(table.number == number))
    owner = vault.of_application(number)
    session.execute(delete(DataKey).where(DataKey.owner == owner))
