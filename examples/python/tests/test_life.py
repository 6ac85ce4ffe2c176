"""The whole way of an application, restarts included."""

from __future__ import annotations

import sqlite3

import pytest

from tests.portal import Portal, answer, form, problem


def test_from_filing_to_feedback_across_restarts(portal: Portal) -> None:
    state = portal.filed(form())
    number = state["number"]
    assert state["state"] == "filed"
    assert state["due"] in ("0", "0.00")
    assert state["next_events"] == ["registered", "withdrawn"]
    assert (state["filed_on"], state["ready_on"]) == ("2026-02-10", "2026-03-03")

    at = "2026-02-10T09:00:00+05:00"
    assert portal.moves(number, "registered", at, ticket="T-1") == "registered"
    assert portal.moves(number, "review_started", at) == "under_review"
    assert portal.moves(number, "approved", at) == "in_production"
    before = answer(portal.http.get(f"/applications/{number}"))

    portal.kill()
    portal.start()
    assert answer(portal.http.get(f"/applications/{number}")) == before
    assert before["ticket"] == "T-1"

    portal.is_on("2026-03-03")
    at = "2026-03-03T09:00:00+05:00"
    assert portal.moves(number, "ready_for_pickup", at, centre="astana-1") == "ready_for_pickup"
    first = answer(portal.http.get(f"/applications/{number}/booking"))
    assert (first["centre"], first["day"], first["time"]) == ("astana-1", "2026-03-04", "09:00")

    slots = answer(portal.http.get("/centres/astana-1/slots", params={"days": 2}))["slots"]
    assert slots[0] == {"day": "2026-03-03", "time": "09:15", "free": 6}
    assert {"day": "2026-03-04", "time": "09:00", "free": 5} in slots
    assert portal.book(number, "astana-1", "2026-03-04", "10:15").status_code == 200

    portal.stop()
    portal.start()
    booked = answer(portal.http.get(f"/applications/{number}/booking", params={"lang": "ru"}))
    assert booked == {
        "number": number,
        "centre": "astana-1",
        "name": "ЦОН № 1 (пример)",
        "address": "Астана, улица Примерная, 1",
        "day": "2026-03-04",
        "time": "10:15",
    }
    calendar = portal.http.get(f"/applications/{number}/booking.ics")
    assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20260304T051500Z\r\nDTEND:20260304T053000Z\r\n" in calendar.text

    portal.is_on("2026-03-05")
    assert portal.moves(number, "issued", "2026-03-04T10:20:00+05:00") == "issued"
    feedback = {
        "application": number,
        "overall": 5,
        "channel": "portal",
        "at": "2026-03-04T10:30:00+05:00",
        "comment": "Бәрі тез! +7 701 000 00 01",
    }
    assert portal.http.post("/feedback", json=feedback).status_code == 204
    portal.stop()
    portal.start()
    summary = answer(portal.office.get("/feedback/summary"))
    assert summary["total"] == {
        "count": 1,
        "distribution": [0, 0, 0, 0, 1],
        "mean": "5.0000",
        "csat_percent": "100.00",
    }
    assert [group["period"] for group in summary["groups"]] == ["2026-03"]

    kinds = ["received", "registered", "in_production", "ready", "feedback_invitation"]
    notices = portal.notices(number)
    assert [notice["kind"] for notice in notices] == kinds
    assert all(notice["language"] == "kk" for notice in notices)
    ready = notices[3]["email"]["text"]
    assert "09:00" in ready and "Астана, Үлгі көшесі, 1" in ready


def test_a_delivery_is_paid_for_fails_and_is_picked_up(portal: Portal) -> None:
    state = portal.filed(form("delivery"))
    number = state["number"]
    assert state["state"] == "awaiting_payment"
    at = "2026-02-10T09:00:00+05:00"
    refused = problem(portal.happens(number, "paid", at, amount="1.00"), 409)
    assert refused["code"] == "PAYMENT_MISMATCH"
    assert portal.moves(number, "paid", at, amount=state["due"]) == "filed"
    portal.moves(number, "registered", at, ticket="T-2")
    portal.moves(number, "review_started", at)
    portal.moves(number, "approved", at)
    not_picked_up = problem(portal.book(number, "almaty-1", "2026-03-04", "10:00"), 409)
    assert not_picked_up["code"] == "NOT_FOR_PICKUP"

    portal.is_on("2026-03-05")
    portal.moves(number, "handed_to_courier", "2026-03-04T09:00:00+05:00")
    state_now = portal.moves(
        number, "delivery_failed", "2026-03-05T08:00:00+05:00", centre="almaty-1"
    )
    assert state_now == "ready_for_pickup"
    booked = answer(portal.http.get(f"/applications/{number}/booking"))
    assert (booked["centre"], booked["day"]) == ("almaty-1", "2026-03-06")
    elsewhere = problem(portal.book(number, "astana-1", "2026-03-06", "10:00"), 409)
    assert elsewhere["code"] == "CARD_ELSEWHERE"
    kinds = [notice["kind"] for notice in portal.notices(number)]
    assert kinds[:2] == ["received", "payment_due"]
    assert kinds[-2:] == ["with_courier", "delivery_failed"]


def test_an_annulled_application_names_the_reasons_and_frees_its_slot(portal: Portal) -> None:
    number = portal.number(language="ru")
    assert portal.book(number, "aktau-1", "2026-03-04", "09:00").status_code == 200
    at = "2026-02-10T09:00:00+05:00"
    portal.moves(number, "registered", at, ticket="T-3")
    portal.moves(number, "review_started", at)
    assert portal.moves(number, "annulled", at, reasons=["photo"]) == "annulled"
    assert "фотограф" in portal.notices(number)[-1]["email"]["text"].lower()
    gone = problem(portal.http.get(f"/applications/{number}/booking"), 404)
    assert gone["code"] == "NO_BOOKING"
    assert problem(portal.book(number, "aktau-1", "2026-03-04", "09:00"), 409)["code"] == (
        "APPLICATION_ENDED"
    )


def test_what_is_not_permitted_is_a_conflict_and_changes_nothing(portal: Portal) -> None:
    number = portal.number()
    at = "2026-02-10T09:00:00+05:00"
    illegal = problem(portal.happens(number, "issued", at), 409)
    assert illegal["code"] == "EVENT_NOT_ALLOWED"
    assert illegal["params"] == {"event": "issued", "state": "filed"}
    again = problem(portal.happens(number, "filed", at, receiving="pickup", due="0"), 409)
    assert again["code"] == "EVENT_NOT_ALLOWED"
    late = problem(portal.happens(number, "withdrawn", "2026-02-10T10:00:00+05:00"), 422)
    assert late["code"] == "EVENT_IN_FUTURE"
    wrong = portal.office.post(f"/applications/{number}/events", content=b'{"id": "1", "at": 5}')
    assert [(p["code"], p["pointer"]) for p in problem(wrong, 422)["problems"]] == [
        ("WRONG_TYPE", "/at"),
        ("MISSING_FIELD", "/event"),
    ]
    assert portal.moves(number, "registered", at, ticket="T-4") == "registered"
    assert portal.moves(number, "registered", at, ticket="T-4") == "registered"
    reused = problem(portal.happens(number, "registered", at, ticket="T-5"), 409)
    assert reused["code"] == "EVENT_ID_REUSED"
    assert [notice["kind"] for notice in portal.notices(number)] == ["received", "registered"]
    unknown = problem(portal.happens("00000-00000-00000", "issued", at), 404)
    assert unknown["code"] == "APPLICATION_UNKNOWN"


def test_events_are_only_added(portal: Portal) -> None:
    portal.number()
    with sqlite3.connect(portal.database) as database:
        for change in ("UPDATE events SET json = x''", "DELETE FROM events"):
            with pytest.raises(sqlite3.IntegrityError, match="only added"):
                database.execute(change)
