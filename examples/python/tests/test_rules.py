"""A rule that changes, and what was filed before: it stays as it is, and goes its way."""

from __future__ import annotations

import json
from pathlib import Path

from service.settings import Settings

from tests.portal import Json, Portal, answer, form, problem


def changed_rulebook(folder: Path) -> Path:
    """The rulebook, with names of at most 5 letters and a scale to 4."""
    import qujat

    overlay = json.loads(Settings().rulebook.read_text())
    base = json.loads(qujat.Rulebook.edition_text(overlay["extends"]) or "")
    names: Json = base["names"]
    limits: Json = base["feedback"]
    overlay["names"] = {name: {**entry, "max_length": 5} for name, entry in names.items()}
    overlay["feedback"] = {name: {**entry, "rating_max": 4} for name, entry in limits.items()}
    into = folder / "changed.json"
    into.write_text(json.dumps(overlay, ensure_ascii=False))
    return into


def test_a_changed_rule_leaves_what_was_filed_as_it_is(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    pickup, key = form(), "5b8c1f6c1e3a534f"
    state = answer(portal.file(pickup, key=key))
    number = state["number"]
    delivered = portal.filed(form("delivery"))
    at = "2026-02-10T09:00:00+05:00"
    feedback = {"overall": 5, "speed": 5, "channel": "portal", "at": at, "region": "KZ-75"}
    assert portal.http.post("/feedback", json=feedback).status_code == 204
    portal.stop()

    portal.settings["QUJAT_RULEBOOK"] = str(changed_rulebook(tmp_path))
    portal.start()
    # The rules have changed indeed.
    longer = {entry["code"] for entry in problem(portal.file(form()), 422)["problems"]}
    assert "TEXT_TOO_LONG" in longer
    assert problem(portal.http.post("/feedback", json=feedback), 422)["code"] == "RATING_RANGE"

    assert answer(portal.http.get(f"/applications/{number}")) == state
    assert portal.file(pickup, key=key).status_code == 200
    assert portal.book(number, "astana-1", "2026-03-04", "09:00").status_code == 200
    assert portal.http.get(f"/applications/{number}/booking.ics").status_code == 200
    for event in ("registered", "review_started", "approved"):
        portal.moves(number, event, at, **({"ticket": "T-1"} if event == "registered" else {}))
    portal.is_on("2026-03-05")
    at = "2026-03-04T10:00:00+05:00"
    portal.moves(number, "ready_for_pickup", at, centre="astana-1")
    assert portal.moves(number, "issued", at) == "issued"
    assert [notice["kind"] for notice in portal.notices(number)][-1] == "feedback_invitation"

    other = delivered["number"]
    assert portal.moves(other, "paid", at, amount=delivered["due"]) == "filed"
    portal.moves(other, "registered", at, ticket="T-2")
    portal.moves(other, "review_started", at)
    portal.moves(other, "approved", at)
    assert portal.moves(other, "handed_to_courier", at) == "with_courier"

    assert (
        portal.http.post("/feedback", json={**feedback, "overall": 4, "speed": 1}).status_code
        == 204
    )
    for length in ("month", "day"):
        summary = answer(portal.office.get("/feedback/summary", params={"length": length}))
        assert summary["total"]["distribution"] == [0, 0, 0, 1, 1]
        assert [group["region"] for group in summary["groups"]] == ["KZ-75"]
        assert summary["groups"][0]["period"] == ("2026-02" if length == "month" else "2026-02-10")
    portal.stop()


def test_sums_run_on_and_need_no_reading(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    portal.is_on("2026-03-02")
    for day, rating, channel, region in [
        ("2026-02-27T23:59:00+05:00", 1, "portal", "KZ-75"),
        ("2026-02-28T18:59:00Z", 2, "portal", "KZ-75"),
        ("2026-02-28T19:00:00Z", 3, "portal", "KZ-75"),
        ("2026-03-01T10:00:00+05:00", 4, "mobile_app", "KZ-75"),
        ("2026-03-01T10:00:00+05:00", 5, "mobile_app", None),
    ]:
        given = {"overall": rating, "channel": channel, "at": day}
        given |= {"region": region} if region else {}
        assert portal.http.post("/feedback", json=given).status_code == 204
    summary = answer(portal.office.get("/feedback/summary"))
    assert summary["total"]["distribution"] == [1, 1, 1, 1, 1]
    groups = [
        (g["period"], g["channel"], g["region"], g["figures"]["count"]) for g in summary["groups"]
    ]
    assert groups == [
        ("2026-02", "portal", "KZ-75", 2),
        ("2026-03", "portal", "KZ-75", 1),
        ("2026-03", "mobile_app", None, 1),
        ("2026-03", "mobile_app", "KZ-75", 1),
    ]
    days = answer(portal.office.get("/feedback/summary", params={"length": "day"}))
    assert len(days["groups"]) == 5
    for at in ("2026-03-02T10:00:00+05:00", "2025-05-27T10:00:00+05:00"):
        late = portal.http.post("/feedback", json={"overall": 1, "channel": "portal", "at": at})
        assert problem(late, 422)["code"] == "FEEDBACK_OUT_OF_RANGE"
    portal.stop()
