"""The data that the notices need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import qujat
from sqlalchemy.orm import Session

from service.desk import Desk
from service.storage import StoredBooking

if TYPE_CHECKING:
    from service.filing import Dossier


def data_of(
    kind: qujat.NoticeKind,
    desk: Desk,
    session: Session,
    dossier: Dossier,
    event: qujat.Event,
    today: date,
) -> qujat.NoticeData:
    """The data for a notice of this kind that an event triggers."""
    number, language = dossier.number, dossier.language
    match kind:
        case qujat.NoticeKind.REGISTERED:
            return qujat.NoticeData.Registered(number, dossier.ready_on)
        case qujat.NoticeKind.IN_PRODUCTION:
            return qujat.NoticeData.InProduction(number, dossier.ready_on)
        case qujat.NoticeKind.ANNULLED:
            return qujat.NoticeData.Annulled(number, _reasons(desk, event, language))
        case qujat.NoticeKind.READY:
            return _ready(desk, session, dossier)
        case qujat.NoticeKind.WITH_COURIER:
            return qujat.NoticeData.WithCourier(number, _arrival(desk, dossier, today))
        case qujat.NoticeKind.DELIVERED:
            return qujat.NoticeData.Delivered(number)
        case qujat.NoticeKind.DELIVERY_FAILED:
            centre = desk.centres.centre(dossier.application.centre or "")
            name, address = centre.name.get(language), centre.address.get(language)
            return qujat.NoticeData.DeliveryFailed(number, name, address)
        case qujat.NoticeKind.FEEDBACK_INVITATION:
            return qujat.NoticeData.FeedbackInvitation(number)
        case qujat.NoticeKind.WITHDRAWN:
            return qujat.NoticeData.Withdrawn(number)
        case _:
            # The others are written when an application is filed or refused, and by timers.
            raise AssertionError(f"no event triggers {kind}")


def _ready(desk: Desk, session: Session, dossier: Dossier) -> qujat.NoticeData:
    booking = session.get_one(StoredBooking, dossier.number)
    centre, language = desk.centres.centre(booking.centre), dossier.language
    return qujat.NoticeData.Ready(
        dossier.number,
        booking.day,
        f"{booking.time:%H:%M}",
        centre.name.get(language),
        centre.address.get(language),
    )


def _reasons(desk: Desk, event: qujat.Event, language: qujat.Language) -> list[str]:
    match event.action:
        case qujat.Action.Annulled(reasons=reasons):
            texts = desk.rules.texts
            return [texts.word(reason, language) or reason for reason in reasons]
        case _:
            return []


def _arrival(desk: Desk, dossier: Dossier, today: date) -> date:
    if dossier.region is None:
        return today
    return desk.rules.delivery_estimate(dossier.region, today).day
