"""Service centres, free slots, and the appointment of an application."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

import qujat
from fastapi import APIRouter, Path, Query, Response

from service import filing, pickup
from service.clock import TheTime
from service.desk import Desk, TheDesk
from service.gate import AnyCaller
from service.language import TheLanguage
from service.routes import COMMON, Body, body_of, problems, read_json
from service.storage import StoredBooking
from service.views import BookingView, BookingWish, CentreView, SlotsView, SlotView, minutes

router = APIRouter(prefix="/v1", tags=["pickup"], responses=COMMON)
_NO_CENTRE = problems({404: "There is no such centre."})
_NO_BOOKING = problems(
    {
        404: "There is no such application, or nothing is booked for it.",
        410: "The data of this application were erased.",
    }
)


@router.get("/centres", summary="Nearest service centres")
def centres(
    caller: AnyCaller,
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    latitude: Annotated[float, Query(examples=[51.128])],
    longitude: Annotated[float, Query(examples=[71.43])],
    region: qujat.Region | None = None,
    service: Annotated[str | None, Query(description="Such as `handing_out`.")] = None,
) -> list[CentreView]:
    """The centres that fit, the nearest first. All of them are invented."""
    del caller
    query = qujat.NearestQuery(latitude, longitude, region=region, service=service, on=now.today)
    nearby = desk.rules.nearest(desk.centres, query)
    return [_centre_view(near, desk.centres.centre(near.centre), language) for near in nearby]


@router.get("/centres/{centre}/slots", summary="Free slots", responses=_NO_CENTRE)
def slots(
    caller: AnyCaller,
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    centre: Annotated[str, Path(examples=["astana-1"])],
    first_day: Annotated[date | None, Query(description="By default today.")] = None,
    days: Annotated[int, Query(ge=1, le=31)] = 7,
) -> SlotsView:
    """The slots of a centre that have free places, in the order of time."""
    del caller, language
    first = max(first_day or now.today, now.today)
    found = desk.centres.centre(centre)
    with desk.store.reading() as session:
        taken = pickup.bookings(session, first)
    free = pickup.free_slots(desk, found, first, days, taken, now)
    return SlotsView(
        centre=found.id,
        slots=[SlotView(day=slot.day, time=minutes(slot.time), free=slot.free) for slot in free],
    )


@router.put(
    "/applications/{number}/booking",
    summary="Book a slot",
    openapi_extra=body_of(["application/json"], BookingWish.model_json_schema()),
    responses={
        **problems(
            {
                404: "There is no application with this number.",
                410: "The data of this application were erased.",
                409: "The slot is not free, or the card cannot be picked up there and then.",
            }
        )
    },
)
def book(
    caller: AnyCaller,
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    number: str,
    body: Body,
) -> BookingView:
    """Books a slot for the pickup; the one booked before is given back. Of those who want the last
    place at the same time, one gets it."""
    wish = read_json(BookingWish, body)
    at = time.fromisoformat(wish.time)
    with desk.store.writing() as session:
        dossier = filing.read(desk, session, number, caller)
        booked = pickup.book(desk, session, dossier, wish.centre, wish.day, at, now)
        desk.metrics.bookings.inc()
        return _booking_view(desk, booked, language)


@router.get("/applications/{number}/booking", summary="Slot booked", responses=_NO_BOOKING)
def booking(caller: AnyCaller, desk: TheDesk, language: TheLanguage, number: str) -> BookingView:
    """When and where the card is picked up."""
    with desk.store.reading() as session:
        dossier = filing.read(desk, session, number, caller)
        return _booking_view(desk, pickup.read(session, dossier), language)


@router.get(
    "/applications/{number}/booking.ics",
    summary="Slot booked, for a calendar",
    response_class=Response,
    responses={
        200: {"content": {"text/calendar": {"schema": {"type": "string"}}}},
        **_NO_BOOKING,
    },
)
def icalendar(
    caller: AnyCaller, desk: TheDesk, now: TheTime, language: TheLanguage, number: str
) -> Response:
    """The appointment as an iCalendar file (RFC 5545)."""
    with desk.store.reading() as session:
        dossier = filing.read(desk, session, number, caller)
        booked = pickup.read(session, dossier)
        appointment = pickup.appointment(desk, dossier, booked, now, language)
    headers = {"content-disposition": 'attachment; filename="pickup.ics"'}
    text = desk.rules.icalendar(appointment)
    return Response(text, headers=headers, media_type="text/calendar")


def _booking_view(desk: Desk, booked: StoredBooking, language: qujat.Language) -> BookingView:
    centre = desk.centres.centre(booked.centre)
    return BookingView(
        number=booked.number,
        centre=centre.id,
        name=centre.name.get(language),
        address=centre.address.get(language),
        day=booked.day,
        time=minutes(booked.time),
    )


def _centre_view(
    near: qujat.NearbyCentre, centre: qujat.Centre, language: qujat.Language
) -> CentreView:
    return CentreView(
        centre=near.centre,
        metres=near.metres,
        name=centre.name.get(language),
        address=centre.address.get(language),
        latitude=centre.latitude,
        longitude=centre.longitude,
    )
