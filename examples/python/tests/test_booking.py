"""Bookings when many want the same slot."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.portal import Portal, answer, problem

# Aqtau hands out cards at two places at a time, in slots of half an hour.
CENTRE, CAPACITY = "aktau-1", 2


def test_a_slot_is_never_booked_beyond_its_places(portal: Portal) -> None:
    numbers = [portal.number() for _ in range(8)]
    with ThreadPoolExecutor(len(numbers)) as threads:
        answers = list(
            threads.map(lambda number: portal.book(number, CENTRE, "2026-03-04", "09:00"), numbers)
        )
    booked = [response for response in answers if response.status_code == 200]
    others = [response for response in answers if response.status_code != 200]
    assert len(booked) == CAPACITY
    assert {problem(response, 409)["code"] for response in others} == {"SLOT_NOT_FREE"}
    slots = answer(
        portal.http.get(f"/centres/{CENTRE}/slots", params={"first_day": "2026-03-04", "days": 1})
    )["slots"]
    assert slots[0] == {"day": "2026-03-04", "time": "09:30", "free": 2}

    # An applicant who moves away gives the place to others; booking one's own slot again
    # is safe.
    mover = answer(booked[0])["number"]
    stayer = answer(booked[1])["number"]
    assert portal.book(mover, CENTRE, "2026-03-04", "09:30").status_code == 200
    assert portal.book(stayer, CENTRE, "2026-03-04", "09:00").status_code == 200
    waiting = next(number for number in numbers if number not in (mover, stayer))
    assert portal.book(waiting, CENTRE, "2026-03-04", "09:00").status_code == 200


def test_a_slot_must_exist_and_the_card_be_ready(portal: Portal) -> None:
    number = portal.number()
    early = problem(portal.book(number, "astana-1", "2026-03-02", "09:00"), 409)
    assert early["code"] == "BEFORE_READY"
    assert early["params"] == {"first_day": "2026-03-04"}
    for centre, day, time in [
        ("astana-1", "2026-03-04", "09:01"),
        ("astana-1", "2026-03-08", "09:00"),
        ("almaty-2", "2026-03-04", "09:00"),
    ]:
        assert problem(portal.book(number, centre, day, time), 409)["code"] == "SLOT_NOT_FREE"
    elsewhere = problem(portal.book(number, "paris-1", "2026-03-04", "09:00"), 422)
    assert elsewhere["code"] == "CENTRE_UNKNOWN"
    no_page = problem(portal.http.get("/centres/paris-1/slots"), 404)
    assert no_page["code"] == "CENTRE_UNKNOWN"
    assert problem(portal.book(number, "astana-1", "soon", "09:00"), 422)["code"] == (
        "PARAMETER_INVALID"
    )
    twice = b'{"centre": "astana-1", "centre": "aktau-1", "day": "2026-03-04", "time": "09:00"}'
    refused = portal.http.put(f"/applications/{number}/booking", content=twice)
    assert problem(refused, 400)["code"] == "REQUEST_INVALID"
