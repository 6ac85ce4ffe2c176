"""Filing an application, and what happens to it afterwards."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import qujat
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from service import archive, numbers, pickup, vault
from service.clock import Now
from service.credentials import Caller, Role
from service.desk import Desk
from service.notices import data_of
from service.problems import NotFiled, ServiceError
from service.storage import (
    Erased,
    Filed,
    OpenApplication,
    Pictures,
    StoredEvent,
    StoredNotice,
)
from service.texts import ServiceCode
from service.vault import Sealer

# Clocks of other systems may be a little ahead.
TOLERANCE = timedelta(minutes=5)

PORTAL_EVENTS = (qujat.ActionKind.PAID, qujat.ActionKind.WITHDRAWN)
"""The events that a portal may add. The back office adds the rest."""


@dataclass(frozen=True)
class Dossier:
    """The known facts of one application: the filing, and the events since. The form is taken
    as it was read when it was filed; no rule of today reads it again."""

    stored: Filed
    sealer: Sealer
    language: qujat.Language
    region: qujat.Region | None
    application: qujat.Application
    ready_on: date
    """The day by which the card is ready: as was said at the filing, until the registration, from
    which the term runs, moves it."""

    @property
    def number(self) -> str:
        """The service's number for it."""
        return self.stored.number

    @property
    def filed_on(self) -> date:
        """The day on which it was filed."""
        return self.stored.filed_on


@dataclass(frozen=True, repr=False)
class Request:
    """A filing as it comes in. The key tells a repetition from another application."""

    caller: Caller
    key: str
    form: str
    photo: bytes
    signature: bytes

    @property
    def hash(self) -> bytes:
        """The key by which the request is known."""
        return hashlib.sha256(f"{self.caller.name} {self.key}".encode()).digest()


def assess(
    desk: Desk,
    session: Session,
    now: Now,
    form: str,
    photo: bytes | None,
    signature: bytes | None,
    number: str = numbers.SAMPLE,
) -> qujat.Assessment:
    """The outcome of filing this form now. A form must not bring a number."""

    def of(text: str) -> qujat.Assessment:
        return desk.rules.assess(
            text.encode(),
            now.today,
            centres=desk.centres,
            bookings=pickup.bookings(session, now.today),
            photo=photo,
            signature=signature,
        )

    assessment = of(numbers.numbered(form, number))
    if numbers.is_given(assessment.problems):
        raise ServiceError(ServiceCode.NUMBER_GIVEN, "/number")
    if any(problem.code == qujat.Code.JSON_SYNTAX for problem in assessment.problems):
        # The places of such mistakes are told as they are in what was sent.
        return of(form)
    return assessment


def file(desk: Desk, now: Now, request: Request) -> tuple[Dossier, bool]:
    """Files an application, and says whether it is new. The same request again changes nothing, on
    whatever day; another one under the same key is refused, and so is a second open application
    for the same IIN."""
    number = numbers.new()
    # The pictures are looked at before the transaction begins: that takes longest.
    with desk.store.reading() as session:
        known = _repeated(desk, session, request)
        if known:
            return known, False
        assessment = assess(
            desk, session, now, request.form, request.photo, request.signature, number
        )
    if assessment.outcome != qujat.AssessmentOutcome.ACCEPTED:
        raise NotFiled(assessment)
    valid = desk.rules.validate(numbers.numbered(request.form, number), now.today).form
    quote, ready = assessment.quote, assessment.ready
    assert valid is not None and quote is not None and ready is not None
    receiving = _receiving(valid)
    filed = qujat.Event(
        "filed",
        now.instant,
        qujat.Action.Filed(receiving, quote.total, valid.channel, valid.identification),
    )
    sealer, data_key = desk.vault.new(vault.of_application(number))
    form = json.dumps({"form": json.loads(valid.to_json()), **_digests(request)})
    stored = Filed(
        number=number,
        caller=request.caller.name,
        request=request.hash,
        rulebook=desk.archived.digest,
        filed_on=now.today,
        ready_on=ready.ready_on,
        form=sealer.seal("applications.form", form),
    )
    pictures = Pictures(
        number,
        sealer.seal("pictures.photo", desk.rules.sanitize_image(request.photo, now.today)),
        sealer.seal(
            "pictures.signature", desk.rules.normalise_signature(request.signature, now.today)
        ),
    )
    holders = desk.vault.ring.holders(valid.applicant.iin.value)
    with desk.store.writing() as session:
        # Somebody may have been quicker.
        known = _repeated(desk, session, request)
        if known:
            return known, False
        taken = select(OpenApplication.number).where(OpenApplication.holder.in_(holders.values()))
        if session.scalar(taken):
            raise ServiceError(ServiceCode.APPLICATION_OPEN, "/applicant/iin")
        session.add_all([stored, data_key])
        session.flush()
        current = desk.vault.ring.current
        session.add_all([pictures, OpenApplication(holders[current], current, number)])
        _store_event(session, sealer, number, 0, filed)
        for notice in assessment.notices:
            _store_notice(session, sealer, number, notice)
        return read(desk, session, number), True


def add_event(desk: Desk, now: Now, caller: Caller, number: str, body: bytes) -> Dossier:
    """Adds an event if the state allows it, and writes the notices that it triggers."""
    event = qujat.Event.from_json(body)
    kind = event.action.kind
    if not caller.may(Role.OFFICE) and kind not in PORTAL_EVENTS:
        raise ServiceError(ServiceCode.FORBIDDEN)
    if event.at > now.instant + TOLERANCE:
        raise ServiceError(ServiceCode.EVENT_IN_FUTURE, "/at")
    with desk.store.writing() as session:
        dossier = read(desk, session, number, caller)
        step = len(dossier.application.events)
        applied = dossier.application.apply(event)
        if not applied.changed:
            return dossier
        _store_event(session, dossier.sealer, number, step, event)
        if applied.state == qujat.State.READY_FOR_PICKUP:
            pickup.reserve(desk, session, dossier, now)
        elif applied.state.is_end:
            pickup.give_back(session, dossier)
            _close(session, dossier, now.today)
        for notice_kind in applied.notices:
            data = data_of(notice_kind, desk, session, dossier, event, now.today)
            notice = desk.rules.notice(data, dossier.language, now.today)
            _store_notice(session, dossier.sealer, number, notice)
        desk.metrics.events.labels(kind.value).inc()
        return dossier


def read(desk: Desk, session: Session, number: str, caller: Caller | None = None) -> Dossier:
    """An application by its number; its state comes of replaying its events. A portal sees those
    that it has filed, and of others not even that there are any."""
    stored = session.get(Filed, number)
    if stored is None:
        gone = session.get(Erased, number) if caller is None or caller.may(Role.OFFICE) else None
        raise ServiceError(
            ServiceCode.APPLICATION_ERASED if gone else ServiceCode.APPLICATION_UNKNOWN
        )
    if caller and not caller.may(Role.OFFICE) and stored.caller != caller.name:
        raise ServiceError(ServiceCode.APPLICATION_UNKNOWN)
    return _read(desk, session, stored)


def notices(session: Session, dossier: Dossier) -> list[bytes]:
    """The notices of an application so far, as JSON."""
    rows = select(StoredNotice).where(StoredNotice.number == dossier.number)
    return [
        dossier.sealer.open(f"notices.json.{row.step}", row.json)
        for row in session.scalars(rows.order_by(StoredNotice.step))
    ]


def _read(desk: Desk, session: Session, stored: Filed) -> Dossier:
    sealer = desk.vault.of(session, vault.of_application(stored.number))
    rows = select(StoredEvent).where(StoredEvent.number == stored.number)
    events = [
        qujat.Event.from_json(sealer.open(f"events.json.{row.step}", row.json))
        for row in session.scalars(rows.order_by(StoredEvent.step))
    ]
    form = _form(sealer, stored)["form"]
    address = form["receiving"].get("address")
    application = qujat.Application.replay(events)
    registered = application.registered_at is not None
    ready = desk.rules.application_ready_on(application) if registered else None
    return Dossier(
        stored,
        sealer,
        qujat.Language(form["language"]),
        qujat.Region(address["region"]) if address else None,
        application,
        ready.ready_on if ready else stored.ready_on,
    )


def _form(sealer: Sealer, stored: Filed) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(sealer.open("applications.form", stored.form))
    return form


def _repeated(desk: Desk, session: Session, request: Request) -> Dossier | None:
    """The application that this request has filed before. It is the same if the library reads
    the same from it, under the rules and on the day of the filing."""
    stored = session.scalar(select(Filed).where(Filed.request == request.hash))
    if stored is None:
        return None
    dossier = _read(desk, session, stored)
    rules = archive.rulebook(session, stored.rulebook)
    valid = rules.validate(numbers.numbered(request.form, stored.number), stored.filed_on).form
    same = {"form": json.loads(valid.to_json()) if valid else None, **_digests(request)}
    if same != _form(dossier.sealer, stored):
        raise ServiceError(ServiceCode.KEY_REUSED)
    return dossier


def _digests(request: Request) -> dict[str, str]:
    return {
        "photo_sha256": hashlib.sha256(request.photo).hexdigest(),
        "signature_sha256": hashlib.sha256(request.signature).hexdigest(),
    }


def _store_event(
    session: Session, sealer: Sealer, number: str, step: int, event: qujat.Event
) -> None:
    sealed = sealer.seal(f"events.json.{step}", event.to_json())
    session.add(StoredEvent(number, step, event.action.kind.value, sealed))
    session.flush()


def _store_notice(session: Session, sealer: Sealer, number: str, notice: qujat.Notice) -> None:
    count = select(func.count()).where(StoredNotice.number == number)
    step = session.scalar(count) or 0
    session.add(StoredNotice(number, step, sealer.seal(f"notices.json.{step}", notice.to_json())))
    session.flush()


def _close(session: Session, dossier: Dossier, today: date) -> None:
    dossier.stored.ended_on = today
    held = select(OpenApplication).where(OpenApplication.number == dossier.number)
    for row in session.scalars(held):
        session.delete(row)


def _receiving(form: qujat.ApplicationForm) -> qujat.Receiving:
    match form.receiving:
        case qujat.ReceivingChoice.Delivery():
            return qujat.Receiving.DELIVERY
        case _:
            return qujat.Receiving.PICKUP
