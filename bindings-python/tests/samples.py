"""An object of each class, found by walking through the answers of the library."""

from __future__ import annotations

import datetime
import json
import math
from decimal import Decimal
from pathlib import Path
from typing import Any

import qujat

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "examples" / "data"
IMAGES = ROOT / "core" / "vectors" / "images"
TODAY = datetime.date(2026, 2, 10)
NOW = datetime.datetime(2026, 2, 10, 4, 30, tzinfo=datetime.timezone.utc)
DELIVERY = {
    "method": "delivery",
    "address": {
        "region": "KZ-71",
        "locality": "Астана",
        "street": "Достық",
        "building": "1",
        "postcode": "010000",
    },
}


def actions() -> list[qujat.Action]:
    """One of each kind."""
    action = qujat.Action
    identification = qujat.Identification("sms_code", "reference-1")
    return [
        action.Filed("pickup", Decimal("786.40"), "portal", identification),
        action.Paid(Decimal("786.40")),
        action.Registered("ticket-1"),
        action.ReviewStarted(),
        action.Approved(),
        action.Annulled(["photo"]),
        action.ReadyForPickup("astana-1"),
        action.HandedToCourier(),
        action.Delivered(),
        action.DeliveryFailed("astana-1"),
        action.Issued(),
        action.Withdrawn(),
    ]


def notice_data() -> list[qujat.NoticeData]:
    """One of each kind, in the order of `NoticeKind`."""
    data = qujat.NoticeData
    place = ("2026-000101", TODAY, "09:30", "ЦОН № 1", "Астана")
    return [
        data.Received("2026-000101", TODAY),
        data.Refused(["a", "b"]),
        data.PaymentDue("2026-000101", Decimal("786.40")),
        data.Registered("2026-000101", TODAY),
        data.Annulled("2026-000101", ["a"]),
        data.InProduction("2026-000101", TODAY),
        data.Ready(*place),
        data.PickupReminder(*place),
        data.WithCourier("2026-000101", TODAY),
        data.Delivered("2026-000101"),
        data.DeliveryFailed("2026-000101", "ЦОН № 1", "Астана"),
        data.PaperFilingAllowed(TODAY, 11, 1, "INC-1"),
        data.ExpiryReminder(TODAY, 30, TODAY),
        data.ExpiredReminder(TODAY, TODAY),
        data.CentreReminder(TODAY),
        data.FeedbackInvitation("2026-000101"),
        data.Withdrawn("2026-000101"),
    ]


def strokes() -> qujat.Strokes:
    """A wave, as a pen drew it."""
    points = [
        {"x": 80 + 4.4 * i, "y": 100 + 70 * math.sin(i / 4), "t": 7.5 * i} for i in range(100)
    ]
    text = json.dumps({"width": 600, "height": 200, "strokes": [points]})
    return qujat.Strokes.from_json(text)


def roots() -> list[Any]:
    """Objects from which all others are reached through their fields."""
    rules = qujat.Rulebook.edition()
    centres = qujat.CentreDirectory.from_json((DATA / "centres.json").read_bytes())
    centre = centres.centres[0]
    record = qujat.RegisterRecord.from_json((DATA / "register" / "eligible.json").read_bytes())
    form = (DATA / "eligible.json").read_bytes()
    assessment = rules.assess(form, TODAY, register=record, centres=centres)
    refused = rules.assess(form, datetime.date(2030, 1, 1))
    assert assessment.pickup is not None
    offer = assessment.pickup.offer
    attempt = qujat.Attempt(NOW, NOW + datetime.timedelta(hours=1))
    fault = qujat.FaultInterval(NOW, "portal", "INC-1")
    feedback = qujat.Feedback(5, "portal", NOW, comment="Спасибо")
    summaries = qujat.FeedbackSummaries()
    summaries.add(feedback, "month")
    events = [
        qujat.Event(f"e-{index}", NOW, action) for index, action in enumerate(actions())
    ]
    address = qujat.Address("KZ-71", "Астана", "1", "010000", street="Достық", flat="5")
    inquiry = qujat.FeeInquiry("identity_card", "expiry", TODAY, deliver_to="KZ-71")
    photo = (IMAGES / "photos" / "good.jpg").read_bytes()
    signature = (IMAGES / "signatures" / "signature-1.png").read_bytes()
    image = qujat.ImageFile("jpeg", 1, 1, 1, False, False, False, ["gps"], "srgb", quality=90)
    return [
        rules,
        rules.calendar,
        rules.texts,
        rules.pilot,
        rules.title,
        rules.quote(inquiry),
        rules.expedited_fees(datetime.date(2025, 6, 2)),
        rules.delivery_estimate("KZ-71", TODAY),
        rules.calendar.days_off(2026),
        rules.paper_right(qujat.FaultQuery(attempt, [fault])),
        rules.explain(assessment, "kk"),
        rules.source("order-389-253"),
        inquiry,
        qujat.Inquiry.renewal(TODAY),
        qujat.PassportNumber("N12345678"),
        qujat.ReceivingChoice.Pickup(near=qujat.Coordinates(51.1, 71.4)),
        qujat.ReceivingChoice.Delivery(address),
        qujat.NearestQuery(51.1, 71.4, region="KZ-71"),
        qujat.DeliveryTariff("city", rules.title, 2, Decimal(1000), True, "service-description"),
        qujat.SpecialHours([qujat.DayHours(TODAY, centre.timetable.mon)]),
        qujat.Booking(centre.id, TODAY, datetime.time(9, 30), 1),
        qujat.Appointment.at_centre(offer, centre, "2026-000101", NOW, "kk"),
        qujat.FaultQuery(attempt, [fault]),
        qujat.FeedbackLimits(1, 5, 2000, "service-description"),
        qujat.count_sms("Сәлем"),
        qujat.lifecycle_transitions(),
        qujat.History(events),
        qujat.Application.replay(events[:2]),
        qujat.Application().apply(events[0]),
        qujat.Code.TOO_EARLY.params,
        rules.nearest(centres, qujat.NearestQuery(51.1, 71.4)),
        qujat.Iin.parse_lenient("900230300009"),
        rules.civil_time(NOW),
        rules.exemptions(TODAY),
        rules.sources()[0],
        feedback,
        summaries,
        summaries.groups(),
        summaries.by("channel"),
        summaries.total(),
        summaries.total().figures("overall"),
        rules.validate(form, TODAY),
        image,
        rules.check_photo(photo, TODAY),
        rules.check_signature(signature, TODAY),
        rules.decode_image(signature, TODAY),
        strokes(),
        actions(),
        notice_data(),
        centres,
        record,
        assessment,
        refused,
    ]


def walk(value: Any, found: dict[type, list[Any]]) -> None:
    """Collects objects by their class, through lists and fields."""
    if isinstance(value, (list, tuple)):
        for entry in value:
            walk(entry, found)
    elif type(value).__module__ == "qujat":
        found.setdefault(type(value), []).append(value)
        for name in getattr(value, "__match_args__", ()):
            walk(getattr(value, name), found)
        if isinstance(value, qujat.CentreDirectory):
            walk(value.centres, found)


def samples() -> dict[type, list[Any]]:
    """Objects by their class."""
    found: dict[type, list[Any]] = {}
    walk(roots(), found)
    return found
