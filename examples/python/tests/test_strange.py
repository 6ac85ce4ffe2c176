"""Forms, events and pictures that are nearly right: what is wrong is told, and nothing fails."""

from __future__ import annotations

import copy
import json
from functools import lru_cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.portal import PHOTO, Json, Portal, form

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=40)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=4,
)
DATES = st.dates().map(str) | st.sampled_from(["0001-01-01", "9999-12-31", "2026-02-30"])
BOUNDED = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def places(value: Any, so_far: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of all fields of an object, at all depths."""
    if not isinstance(value, dict):
        return []
    found = []
    for name, inner in value.items():
        found += [(*so_far, name), *places(inner, (*so_far, name))]
    return found


def changed(original: Json, place: tuple[str, ...], value: Any) -> Json:
    """The object with another value at a place."""
    copied = copy.deepcopy(original)
    target = copied
    for name in place[:-1]:
        target = target[name]
    target[place[-1]] = value
    return copied


FORMS = [form("eligible"), form("delivery")]
CASES = [(original, place) for original in FORMS for place in places(original)]


@BOUNDED
@given(case=st.sampled_from(CASES), value=VALUES | DATES)
def test_forms(portal: Portal, case: tuple[Json, tuple[str, ...]], value: Any) -> None:
    text = json.dumps(changed(*case, value))
    assessed = portal.http.post("/assessments", data={"form": text})
    assert assessed.status_code == 200, (text, assessed.text)


@lru_cache
def number_of_strange_events(portal: Portal) -> str:
    """One application, to which they all happen."""
    return portal.number()


@BOUNDED
@given(
    event=st.fixed_dictionaries(
        {
            "id": st.text(max_size=66) | st.sampled_from(["filed", "1"]),
            "at": st.datetimes().map(lambda at: f"{at.isoformat()}Z") | VALUES,
            "event": st.sampled_from(["paid", "registered", "annulled", "ready_for_pickup"]),
        },
        optional={
            "amount": VALUES | st.sampled_from(["865.00", "1e9", "-1"]),
            "ticket": VALUES,
            "centre": VALUES | st.sampled_from(["astana-1", "nowhere"]),
            "reasons": VALUES | st.just(["photo"]),
        },
    )
)
def test_events(portal: Portal, event: Json) -> None:
    number = number_of_strange_events(portal)
    response = portal.office.post(f"/applications/{number}/events", content=json.dumps(event))
    assert response.status_code in (200, 409, 422), (event, response.text)
    assert portal.http.get(f"/applications/{number}/notices").status_code == 200


@BOUNDED
@given(at=st.integers(0, len(PHOTO) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_pictures(portal: Portal, at: int, byte: int, cut: bool) -> None:
    damaged = PHOTO[:at] + bytes([byte]) + (b"" if cut else PHOTO[at + 1 :])
    for path in ("/photo-checks", "/signature-checks"):
        response = portal.http.post(path, content=damaged)
        assert response.status_code == 200, response.text


def test_an_unknown_centre_is_told_before_anything_is_stored(portal: Portal) -> None:
    number, at = portal.number(), "2026-02-10T09:00:00+05:00"
    portal.moves(number, "registered", at, ticket="T-9")
    portal.moves(number, "review_started", at)
    portal.moves(number, "approved", at)
    response = portal.happens(number, "ready_for_pickup", at, centre="paris-1")
    assert response.status_code == 422, response.text
    state = portal.http.get(f"/applications/{number}").json()
    assert state["state"] == "in_production"
