"""Filing an application, and what happens to it afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

import qujat
from sqlalchemy import select
from sqlalchemy.orm import Session

from service import pickup
from service.clock import Now
from service.desk import Desk
from service.notices import data_of
from service.problems import NotFiled, ServiceError
from service.storage import FiledForm, StoredEvent, StoredNotice
from service.texts import ServiceCode

# Clocks of other systems may be a little ahead.
TOLERANCE = timedelta(minutes=5)


@dataclass(frozen=True)
class Dossier:
    """What is known of one application."""

    form: qujat.ApplicationForm
    application: qujat.Application
    filed_on: date
    ready_on: date

    @property
    def number(self) -> str:
        """The portal's number for it."""
        return self.form.number


def assess(
    desk: Desk,
    session: Session,
    now: Now,
    form: bytes,
    photo: bytes | None,
    signature: bytes | None,
) -> qujat.Assessment:
    """What would come of filing this form now."""
    return desk.rules.assess(
        form,
        now.today,
        centres=desk.centres,
        bookings=pickup.bookings(session, now.today),
        photo=photo,
        signature=signature,
    )


def file(desk: Desk, now: Now, form: bytes, photo: bytes, signature: bytes) -> tuple[Dossier, bool]:
    """Files an application, and says whether it is new. The same form again changes nothing, on
    whatever day; another one under a known number is refused."""
    # The pictures are looked at before the transaction begins: that takes longest.
    with desk.store.reading() as session:
        assessment = assess(desk, session, now, form, photo, signature)
        known = _repeated(session, assessment.application, form)
        if known:
            return _read(desk, session, known), False
    if assessment.outcome != qujat.AssessmentOutcome.ACCEPTED:
        raise NotFiled(assessment)
    number, quote = assessment.application, assessment.quote
    valid = desk.rules.validate(form, now.today).form
    assert number is not None and quote is not None and valid is not None
    if "/" in number:
        raise ServiceError(ServiceCode.NUMBER_UNUSABLE, "/number")
    filed = qujat.Event(
        "filed",
        now.instant,
        qujat.Action.Filed(_receiving(valid), quote.total, valid.channel, valid.identification),
    )
    clean_photo = desk.rules.sanitize_image(photo, now.today)
    clean_signature = desk.rules.normalise_signature(signature, now.today)
    with desk.store.writing() as session:
        # Somebody may have been quicker.
        known = _repeated(session, number, form)
        if known:
            return _read(desk, session, known), False
        session.add(FiledForm(number, form.decode(), clean_photo, clean_signature))
        session.flush()
        session.add(StoredEvent(number, filed.id, filed.to_json()))
        session.add_all(StoredNotice(number, notice.to_json()) for notice in assessment.notices)
        session.flush()
        return read(desk, session, number), True


def add_event(desk: Desk, now: Now, number: str, body: bytes) -> Dossier:
    """Adds an event if the state allows it, and writes the notices that it triggers."""
    event = qujat.Event.from_json(body)
    if event.at > now.instant + TOLERANCE:
        raise ServiceError(ServiceCode.EVENT_IN_FUTURE, "/at")
    with desk.store.writing() as session:
        dossier = read(desk, session, number)
        applied = dossier.application.apply(event)
        if not applied.changed:
            return dossier
        session.add(StoredEvent(number, event.id, event.to_json()))
        if applied.state == qujat.State.READY_FOR_PICKUP:
            pickup.reserve(desk, session, dossier, now)
        elif applied.state.is_end:
            pickup.give_back(session, dossier)
        for kind in applied.notices:
            data = data_of(kind, desk, session, dossier, event, now.today)
            notice = desk.rules.notice(data, dossier.form.language, now.today)
            session.add(StoredNotice(number, notice.to_json()))
        return dossier


def read(desk: Desk, session: Session, number: str) -> Dossier:
    """An application by its number; its state comes of replaying its events."""
    stored = session.get(FiledForm, number)
    if stored is None:
        raise ServiceError(ServiceCode.APPLICATION_UNKNOWN)
    return _read(desk, session, stored)


def _read(desk: Desk, session: Session, stored: FiledForm) -> Dossier:
    events = select(StoredEvent.json).where(StoredEvent.number == stored.number)
    bodies = session.scalars(events.order_by(StoredEvent.place))
    application = qujat.Application.replay([qujat.Event.from_json(body) for body in bodies])
    filed_on, _ = desk.rules.civil_time(application.events[0].at)
    form = desk.rules.validate(stored.form, filed_on).form
    assert form is not None
    return Dossier(form, application, filed_on, desk.rules.ready_on(filed_on).ready_on)


def _repeated(session: Session, number: str | None, form: bytes) -> FiledForm | None:
    """The application that was filed with the same form, if one was."""
    known = session.get(FiledForm, number) if number is not None else None
    if known and not _is_same(known.form, form):
        raise ServiceError(ServiceCode.NUMBER_TAKEN, "/number")
    return known


def _is_same(filed: str, form: bytes) -> bool:
    try:
        return bool(json.loads(filed) == json.loads(form))
    except ValueError:
        # A number that Python does not read: in a form there is none.
        return False


def _receiving(form: qujat.ApplicationForm) -> qujat.Receiving:
    match form.receiving:
        case qujat.ReceivingChoice.Delivery():
            return qujat.Receiving.DELIVERY
        case _:
            return qujat.Receiving.PICKUP
