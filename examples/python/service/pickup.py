"""Slots and bookings. The rules find the free slots; the taken ones stand here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import qujat
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from service.clock import Now
from service.desk import Desk
from service.problems import ServiceError
from service.storage import StoredBooking
from service.texts import ServiceCode

if TYPE_CHECKING:
    from service.filing import Dossier


def bookings(
    session: Session, first_day: date, *, besides: str | None = None
) -> list[qujat.Booking]:
    """The taken places from this day on, but for the place of one application."""
    place = (StoredBooking.centre, StoredBooking.day, StoredBooking.time)
    taken = select(*place, func.count()).where(StoredBooking.day >= first_day).group_by(*place)
    if besides is not None:
        taken = taken.where(StoredBooking.number != besides)
    return [qujat.Booking(*row) for row in session.execute(taken)]


def free_slots(
    desk: Desk,
    centre: qujat.Centre,
    first_day: date,
    days: int,
    taken: Sequence[qujat.Booking],
    now: Now,
) -> list[qujat.Slot]:
    """The free slots that have not begun yet."""
    slots = desk.rules.free_slots(centre, first_day, days, taken)
    return [slot for slot in slots if (slot.day, slot.time) > (now.today, now.time)]


def book(
    desk: Desk, session: Session, dossier: Dossier, centre_id: str, day: date, at: time, now: Now
) -> StoredBooking:
    """Books a slot, in a writing transaction; a slot that was booked before is given back."""
    application, centre = dossier.application, desk.centres.centre(centre_id)
    lies_ready = application.state == qujat.State.READY_FOR_PICKUP
    if application.state is None or application.state.is_end:
        raise ServiceError(ServiceCode.APPLICATION_ENDED)
    if not lies_ready and application.receiving != qujat.Receiving.PICKUP:
        raise ServiceError(ServiceCode.NOT_FOR_PICKUP)
    if lies_ready and application.centre != centre.id:
        raise ServiceError(ServiceCode.CARD_ELSEWHERE, "/centre", centre=application.centre or "")
    first_day = desk.rules.pickup_from(dossier.ready_on)
    if not lies_ready and day < first_day:
        raise ServiceError(ServiceCode.BEFORE_READY, "/day", first_day=first_day.isoformat())
    taken = bookings(session, day, besides=dossier.number)
    slots = free_slots(desk, centre, day, 1, taken, now)
    if not any(slot.time == at for slot in slots):
        raise ServiceError(ServiceCode.SLOT_NOT_FREE, "/time")
    return _take(session, dossier.number, centre.id, day, at)


def reserve(desk: Desk, session: Session, dossier: Dossier, now: Now) -> None:
    """Books the first free slot after today where the card lies, unless one is booked there:
    the applicant is told a time in any case, and may choose another."""
    centre = desk.centres.centre(dossier.application.centre or "")
    booked = session.get(StoredBooking, dossier.number)
    if booked and booked.centre == centre.id and booked.day > now.today:
        return
    first_day = desk.rules.pickup_from(now.today)
    taken = bookings(session, first_day, besides=dossier.number)
    offer = desk.rules.first_free_slot(centre, now.today, taken)
    _take(session, dossier.number, centre.id, offer.day, offer.time)


def _take(session: Session, number: str, centre: str, day: date, at: time) -> StoredBooking:
    """Gives an application the first seat of a slot that nobody has. The rules have said that
    there is one; the database sees to it that nobody else gets it."""
    place = (StoredBooking.centre == centre, StoredBooking.day == day, StoredBooking.time == at)
    others = select(StoredBooking.seat).where(*place, StoredBooking.number != number)
    taken = set(session.scalars(others))
    seat = next(seat for seat in range(len(taken) + 1) if seat not in taken)
    booked = session.merge(StoredBooking(number, centre, day, at, seat))
    session.flush()
    return booked


def give_back(session: Session, dossier: Dossier) -> None:
    """Frees the slot of an application that was closed without a pickup."""
    booked = session.get(StoredBooking, dossier.number)
    if booked and dossier.application.state != qujat.State.ISSUED:
        session.delete(booked)


def read(session: Session, dossier: Dossier) -> StoredBooking:
    """The slot that is booked."""
    booked = session.get(StoredBooking, dossier.number)
    if booked is None:
        raise ServiceError(ServiceCode.NO_BOOKING)
    return booked


def appointment(
    desk: Desk, dossier: Dossier, booked: StoredBooking, now: Now, language: qujat.Language
) -> qujat.Appointment:
    """The booked slot as an appointment."""
    centre = desk.centres.centre(booked.centre)
    begin = datetime.combine(booked.day, booked.time)
    until = (begin + timedelta(minutes=centre.slot_minutes)).time()
    reason = qujat.Reason.of(
        qujat.Code.PICKUP_OFFERED,
        centre=centre.id,
        name_kk=centre.name.kk,
        name_ru=centre.name.ru,
        name_en=centre.name.en,
        day=booked.day,
        time=f"{booked.time:%H:%M}",
    )
    offer = qujat.PickupOffer(centre.id, booked.day, booked.time, until, 1, reason)
    return qujat.Appointment.at_centre(offer, centre, dossier.number, now.instant, language)
