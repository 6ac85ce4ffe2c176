"""The comparisons, row by row; all sides must agree before anything is measured."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import form
import notices
import pictures
import rules as by_hand
import tables
import zen_rules

import qujat

ROOT = Path(__file__).resolve().parents[3]
DAY = datetime.date(2026, 2, 10)
EXPIRES = datetime.date(2026, 2, 25)
IIN, PHONE, EMAIL = "900101300007", "+7 (701) 000-00-01", "serik.ulgiev@example.kz"
# Inquiries that the ZEN engine is asked at once.
BATCH = 500
BY_HAND, ZEN, STACK = "hand-written Python", "ZEN engine", "pydantic, holidays, Jinja2"

Call = Callable[[], object]


class Way(NamedTuple):
    """A way to the answer; one call of it gives as many answers as `answers` says."""

    call: Call
    answers: int = 1


class Row(NamedTuple):
    """A row of the report: the library and its peers. `target` is how many times faster than the
    first peer it has to be, `target_ns` how long it may take."""

    row: str
    what: str
    own: Call
    peers: dict[str, Way]
    target: float | None = None
    target_ns: float | None = None


RULES = qujat.Rulebook.edition()
FORM = (ROOT / "examples" / "data" / "eligible.json").read_bytes()
CENTRES = qujat.CentreDirectory.from_json((ROOT / "examples" / "data" / "centres.json").read_bytes())
PHOTO = ROOT / "core/vectors/images/photos/good.jpg"
READY = qujat.NoticeData.Ready("2026-000101", EXPIRES, "09:30", "ЦОН № 1", "Достық 1, Астана")


def eligibility() -> list[Row]:
    """One decision."""
    hand = by_hand.Eligibility()
    days = [EXPIRES + datetime.timedelta(days=days) for days in range(-60, 90)]
    todays = [datetime.date(2025, 5, 27), DAY, datetime.date(2026, 3, 1)]
    for ground, expires_on, today in itertools.product(("expiry", "loss"), days, todays):
        own = RULES.decide(qujat.Inquiry("identity_card", ground, expires_on), today)
        codes = [] if own.is_eligible else [reason.code.value for reason in own.why()]
        answer = hand.decide("identity_card", ground, expires_on, today)
        assert list(answer.reasons) == codes and answer.days_left == own.days_left
        asked = zen_rules.inquiry(ground, str(expires_on), str(today))
        assert zen_rules.codes(asked) == codes and zen_rules.is_eligible(asked) == answer.eligible
        assert zen_rules.batch([asked]) == [codes]
    inquiry = qujat.Inquiry.renewal(EXPIRES)
    asked = zen_rules.inquiry("expiry", str(EXPIRES), str(DAY))
    many = [asked] * BATCH
    by_library = {
        BY_HAND: Way(lambda: hand.decide("identity_card", "expiry", EXPIRES, DAY)),
        ZEN: Way(lambda: zen_rules.codes(asked)),
        f"{ZEN}, {BATCH} at once": Way(lambda: zen_rules.batch(many), BATCH),
    }
    is_eligible = {"compiled ZEN expression": Way(lambda: zen_rules.is_eligible(asked))}
    return [
        Row(
            "eligibility",
            "a decision with its reasons",
            lambda: RULES.decide(inquiry, DAY),
            by_library,
            target=1 / 0.3,
        ),
        Row(
            "eligibility_read",
            "the same, the inquiry made and the answer read",
            lambda: RULES.decide(qujat.Inquiry.renewal(EXPIRES), DAY).is_eligible,
            {BY_HAND: Way(lambda: hand.decide("identity_card", "expiry", EXPIRES, DAY).eligible)},
        ),
        Row(
            "eligibility_expression",
            "the same as one expression, which says yes or no",
            lambda: RULES.decide(inquiry, DAY).is_eligible,
            is_eligible,
        ),
    ]


def fields() -> list[Row]:
    """Fields of the form, and the form."""
    assert form.check_iin(IIN) == RULES.parse_iin(IIN, DAY).iin.value
    assert form.check_email(EMAIL) == RULES.parse_email(EMAIL, DAY).value
    assert form.check_phone(PHONE) == RULES.parse_phone(PHONE, DAY).value
    assert form.validate(FORM).applicant.phone == RULES.parse_phone(PHONE, DAY).value
    assert not [p for p in RULES.validate(FORM, DAY).problems if p.severity == "error"]
    stack = "pydantic, email-validator, phonenumbers"
    return [
        Row(
            "iin",
            "IIN",
            lambda: RULES.parse_iin(IIN, DAY),
            {BY_HAND: Way(lambda: form.check_iin(IIN))},
        ),
        Row(
            "email",
            "e-mail address",
            lambda: RULES.parse_email(EMAIL, DAY),
            {"email-validator": Way(lambda: form.check_email(EMAIL))},
        ),
        Row(
            "phone",
            "phone number",
            lambda: RULES.parse_phone(PHONE, DAY),
            {"phonenumbers": Way(lambda: form.check_phone(PHONE))},
        ),
        Row(
            "form",
            "JSON text, all fields validated",
            lambda: RULES.validate(FORM, DAY),
            {stack: Way(lambda: form.validate(FORM))},
            target=20,
        ),
    ]


def fee_and_date() -> list[Row]:
    """The amount to pay, and the day on which the card is ready."""
    for ground, on in itertools.product(("expiry", "loss"), (DAY, datetime.date(2025, 11, 10))):
        own = RULES.quote(qujat.FeeInquiry("identity_card", ground, on))
        other = by_hand.quote(ground, on)
        assert (other.total, other.lines[0].rate) == (own.total, own.lines[0].rate)
        assert zen_rules.total(ground, str(on)) == float(own.total)
    for days in range(365):
        filed_on = datetime.date(2025, 6, 1) + datetime.timedelta(days=days)
        own_day = RULES.ready_on(filed_on).ready_on
        assert own_day == by_hand.ready_on(filed_on) == by_hand.ready_on_by_hand(filed_on), filed_on
    asked = qujat.FeeInquiry("identity_card", "loss", DAY)
    return [
        Row(
            "fee",
            "quote of the duty",
            lambda: RULES.quote(asked).total,
            {
                BY_HAND: Way(lambda: by_hand.quote("loss", DAY).total),
                ZEN: Way(lambda: zen_rules.total("loss", "2026-02-10")),
            },
        ),
        Row(
            "ready",
            "pickup date, 15 working days",
            lambda: RULES.ready_on(DAY).ready_on,
            {
                "holidays": Way(lambda: by_hand.ready_on(DAY)),
                "loop by hand": Way(lambda: by_hand.ready_on_by_hand(DAY)),
            },
            target=20,
        ),
    ]


def texts() -> list[Row]:
    """Notices."""
    own = RULES.notice(READY, "ru", DAY)
    message = notices.notice(EXPIRES)[0]
    assert own.sms and own.email
    assert notices.segments(message) == qujat.count_sms(message).segments
    assert notices.segments(own.sms.text) == qujat.count_sms(own.sms.text).segments
    return [
        Row(
            "notices",
            "a notice in one language: SMS, segments, e-mail",
            lambda: RULES.notice(READY, "ru", DAY),
            {"Jinja2": Way(lambda: notices.notice(EXPIRES))},
            target=8,
        ),
        Row(
            "sms",
            "segments of an SMS",
            lambda: qujat.count_sms(message).segments,
            {BY_HAND: Way(lambda: notices.segments(message))},
        ),
    ]


def assess_by_hand() -> tuple[object, ...]:
    """The work of `assess` for a form that is right, with the libraries above."""
    read = form.validate(FORM)
    decision = by_hand.Eligibility().decide(read.document, read.ground, read.card.expires_on, DAY)
    ready_on = by_hand.ready_on(DAY)
    return read, decision, by_hand.quote(read.ground, DAY), ready_on, notices.notice(ready_on)


def assess_with_zen() -> tuple[object, ...]:
    """The same where the ZEN engine decides and quotes."""
    read = form.validate(FORM)
    asked = zen_rules.inquiry(read.ground, str(read.card.expires_on), str(DAY))
    ready_on = by_hand.ready_on(DAY)
    fee = zen_rules.total(read.ground, str(DAY))
    return read, zen_rules.codes(asked), fee, ready_on, notices.notice(ready_on)


def everything_by_others(photo: bytes, signature: bytes) -> dict[str, Way]:
    """The work of `assess` with both pictures, by the libraries above, which do not look for a face."""

    def images() -> tuple[object, object]:
        return pictures.photo_statistics(photo), pictures.photo_statistics(signature)

    return {
        f"{STACK}, Pillow": Way(lambda: (assess_by_hand(), images())),
        f"the same with the {ZEN}": Way(lambda: (assess_with_zen(), images())),
    }


def without_face() -> Row:
    """Everything, if the library that is imported was built without the engine that finds faces."""
    photo, signature = PHOTO.read_bytes(), pictures.line()
    own = RULES.assess(FORM, DAY, centres=CENTRES, photo=photo, signature=signature)
    assert own.photo and own.photo.verdict == "not_checked", "this library looks for faces"
    # A process that has held a large picture keeps memory for the next one, as one that serves does.
    assert pictures.photo_statistics(pictures.enlarged(photo))[0] == (1200, 1600)
    assert own.decision and own.decision.is_eligible and own.quote and own.ready
    assert (assess_by_hand()[2].total, assess_by_hand()[3]) == (own.quote.total, own.ready.ready_on)
    return Row(
        "all_without_face",
        "everything, in a build without the face engine",
        lambda: RULES.assess(FORM, DAY, centres=CENTRES, photo=photo, signature=signature),
        everything_by_others(photo, signature),
        target=3,
    )


def whole() -> list[Row]:
    """Pictures, and everything together."""
    photo = PHOTO.read_bytes()
    signature = pictures.line()
    large = pictures.enlarged(photo)
    own = RULES.assess(FORM, DAY, centres=CENTRES, photo=photo, signature=signature)
    assert own.decision and own.decision.is_eligible and own.quote and own.ready
    assert (assess_by_hand()[2].total, assess_by_hand()[3]) == (own.quote.total, own.ready.ready_on)
    assert assess_with_zen()[1] == []
    size = (RULES.decode_image(photo, DAY).width, RULES.decode_image(photo, DAY).height)
    for statistics in (pictures.photo_statistics, pictures.opencv_statistics):
        assert statistics(photo)[0] == size == (600, 800)
    assert pictures.draft_statistics(photo)[0] == (300, 400)
    assert own.photo and own.photo.verdict != "fail" and len(pictures.faces(photo)) == 1
    pillow = Way(lambda: pictures.photo_statistics(photo))
    return [
        Row(
            "photo",
            "photo 600 × 800: the whole report with its face, against decoding and statistics",
            lambda: RULES.check_photo(photo, DAY),
            {"Pillow": pillow, "OpenCV": Way(lambda: pictures.opencv_statistics(photo))},
        ),
        Row(
            "photo_decode",
            "the same: decoding alone, against decoding and statistics",
            lambda: RULES.decode_image(photo, DAY),
            {"Pillow": pillow, "OpenCV": Way(lambda: pictures.opencv_statistics(photo))},
        ),
        Row(
            "photo_draft",
            "the same: the whole report, against decoding at half the size and statistics",
            lambda: RULES.check_photo(photo, DAY),
            {"Pillow, draft": Way(lambda: pictures.draft_statistics(photo))},
        ),
        Row(
            "face",
            "the same: the whole report, against finding the face alone",
            lambda: RULES.check_photo(photo, DAY),
            {"OpenCV, Haar cascade": Way(lambda: pictures.faces(photo))},
        ),
        Row(
            "photo_large_decode",
            "photo 1200 × 1600: decoding alone, against decoding and statistics",
            lambda: RULES.decode_image(large, DAY),
            {
                "Pillow": Way(lambda: pictures.photo_statistics(large)),
                "OpenCV": Way(lambda: pictures.opencv_statistics(large)),
            },
        ),
        Row(
            "signature",
            "signature 600 × 200: the whole report, against decoding and statistics",
            lambda: RULES.check_signature(signature, DAY),
            {"Pillow": Way(lambda: pictures.photo_statistics(signature))},
        ),
        Row(
            "all_without_images",
            "everything without pictures",
            lambda: RULES.assess(FORM, DAY, centres=CENTRES),
            {STACK: Way(assess_by_hand), f"the same with the {ZEN}": Way(assess_with_zen)},
        ),
        Row(
            "all",
            "everything; the others look for no face",
            lambda: RULES.assess(FORM, DAY, centres=CENTRES, photo=photo, signature=signature),
            everything_by_others(photo, signature),
            target=1,
        ),
    ]


def columns() -> list[Row]:
    """A million decisions at once, with one thread. Ways of the library's own have rows of their own."""
    rows = []
    compared = [
        ("million", "a million decisions, one day", tables.ways()),
        ("million_days", "a million decisions, a day for each card", tables.ways_of_two_columns()),
    ]
    for row, what, ways in compared:
        peers = {name: Way(way) for name, way in ways.items() if not name.startswith("qujat")}
        target_ns = 2e6 if row == "million" else None
        rows.append(Row(row, what, ways[tables.OWN], peers, target_ns=target_ns))
        for number, (name, way) in enumerate(ways.items()):
            if name.startswith("qujat") and name != tables.OWN:
                rows.append(Row(f"{row}_{number}", f"{what}: {name}", way, {}))
    return rows


def rows() -> list[Row]:
    """All rows."""
    return [*eligibility(), *fields(), *fee_and_date(), *texts(), *whole(), *columns()]
