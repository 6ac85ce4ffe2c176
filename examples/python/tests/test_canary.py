"""Planted personal data: they show neither in logs, metrics and answers to errors, nor in the
database."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
from sqlalchemy.exc import StatementError

from tests.portal import Portal, answer, form, parts

SURNAME, GIVEN, PATRONYMIC = "ҚАНАРЕЕВ", "ЖАСЫРЫН", "ҚҰПИЯҰЛЫ"
IIN = "900101300106"
PHONE, EMAIL = "+77019998877", "canary.qanareev@example.kz"
STREET, REFERENCE, TICKET = "Канарейкина көшесі", "canary-session-77", "T-CANARY-55"
COMMENT = "Канареечный отзыв о Жасырын"
CARD = "012345688"
PLANTED = [
    SURNAME,
    GIVEN,
    PATRONYMIC,
    IIN,
    IIN[:6],
    PHONE[-9:],
    "999-88-77",
    EMAIL,
    "qanareev",
    STREET,
    REFERENCE,
    CARD,
    TICKET,
    COMMENT,
    "49.8766",
]


def canary() -> dict[str, object]:
    """A form that is full of them."""
    wanted = form("delivery")
    wanted["applicant"] = {
        "iin": IIN,
        "surname": SURNAME,
        "given_name": GIVEN,
        "patronymic": PATRONYMIC,
        "phone": "+7 (701) 999-88-77",
        "email": EMAIL,
    }
    wanted["card"]["number"] = CARD
    wanted["identification"]["reference"] = REFERENCE
    wanted["receiving"]["address"]["street"] = STREET
    return wanted


def found(text: bytes | str) -> list[str]:
    """The planted data that stand in a text: also as JSON or a URL spells them."""
    content = text.encode() if isinstance(text, str) else text
    lowered = content.lower()
    hits = []
    for planted in PLANTED:
        spellings = [planted, json.dumps(planted)[1:-1], str(httpx.QueryParams({"": planted}))[1:]]
        if any(spelling.encode().lower() in lowered for spelling in spellings):
            hits.append(planted)
    return hits


def test_the_search_finds_what_it_should() -> None:
    assert found(json.dumps(canary())) and found(json.dumps(canary(), ensure_ascii=False))
    assert len(found(json.dumps(canary()))) >= 11
    assert found(f"GET /?q={httpx.QueryParams({'q': SURNAME})}") == [SURNAME]


def test_what_was_planted_shows_nowhere(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    http, office = portal.http, portal.office
    told: list[httpx.Response] = []

    filed = portal.file(canary(), key="canary-key-0123456")
    assert filed.status_code == 201, filed.text
    state = answer(filed)
    number, at = state["number"], "2026-02-10T09:00:00+05:00"
    told.append(portal.file(canary()))
    portal.moves(number, "paid", at, amount=state["due"])
    portal.moves(number, "registered", at, ticket=TICKET)
    feedback = {"overall": 5, "channel": "portal", "at": at, "comment": f"{COMMENT} {PHONE} {IIN}"}
    assert http.post("/feedback", json=feedback).status_code == 204
    http.get("/centres", params={"latitude": "49.8766", "longitude": "71.43"})

    # Every request that there is, with the data in all the wrong places.
    for value in PLANTED:
        # A plain word that is the name of a field is shown: it may be a slip of the keyboard.
        name = f"{value} "
        broken = canary()
        broken[name] = value
        broken["language"] = value
        broken["applicant"] = {**dict(broken["applicant"]), name: {name: value}}  # type: ignore[call-overload]
        headers = {"idempotency-key": "x", "x-request-id": value.encode().hex()}
        told += [
            portal.file(broken, lang="ru"),
            portal.file(json.dumps(canary()).replace("}", f"{value}}}", 1)),
            http.post("/applications", headers=headers, **parts(canary())),
            http.post("/applications", json=canary()),
            http.post("/applications", data={value: value}, files={value: (value, b"x")}),
            http.post("/photo-checks", json=canary(), params={"x": value}),
            http.get(f"/applications/{value}"),
            http.get(f"/applications/{value}/booking"),
            http.get(f"/{value}"),
            http.get("/fees", params={"ground": value, "exemption": value, value: value}),
            http.get("/centres", params={"latitude": value, "longitude": "71.43"}),
            http.get(f"/centres/{value}/slots"),
            http.get(f"/codes/{value}"),
            http.put(f"/applications/{number}/booking", json={name: value}),
            http.put(f"/applications/{number}/booking", json={"centre": value, "day": value}),
            office.post(f"/applications/{number}/events", json={"id": value, "at": value}),
            office.post(f"/applications/{number}/events", json={name: value}),
            http.post("/feedback", json={"overall": value, name: value}),
            office.get("/feedback/summary", params={"length": value}),
            http.request(IIN, f"/applications/{number}"),
            http.get("/rulebook", headers={"authorization": f"Bearer {value.encode().hex()}"}),
        ]
    with portal.client(None) as stranger:
        told += [stranger.get(f"/applications/{value}") for value in PLANTED]
    wrong = [response for response in told if response.status_code >= 400]
    assert len(wrong) > 300
    assert not any(response.status_code >= 500 for response in wrong)
    for response in wrong:
        # An address that somebody asked for stands in no answer either.
        assert found(response.content) == [], response.text
        assert found(repr(dict(response.headers))) == [], response.headers

    metrics = portal.monitor.get(f"{portal.url}/metrics").text
    assert 'qujat_requests_total{method="other"' in metrics
    assert found(metrics) == []
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("service.sqlite*"))
    assert number.encode() in kept
    assert found(kept) == []
    copy = tmp_path / "copy.sqlite"
    for words in (["backup", str(copy)], ["erase", "--application", IIN], ["rotate-key"]):
        ended = portal.command(*words)
        assert found(ended.stdout + ended.stderr) == []
    assert found(copy.read_bytes()) == []
    portal.stop()
    log = portal.log.read_text()
    assert "POST /v1/applications 201" in log
    assert "POST /v1/applications/{number}/events 422" in log
    assert found(log) == [] and number not in log


def test_a_defect_is_logged_without_what_it_says() -> None:
    import logging

    from service.logs import PrivateFormatter

    record = None
    try:
        try:
            int(IIN + "x")
        except ValueError as error:
            raise StatementError(EMAIL, SURNAME, {"iin": IIN}, error) from error
    except StatementError:
        import sys

        record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", None, sys.exc_info())
    assert record is not None
    text = PrivateFormatter("%(message)s").format(record)
    assert "StatementError" in text and "ValueError" in text and "test_canary.py" in text
    assert found(text) == []
