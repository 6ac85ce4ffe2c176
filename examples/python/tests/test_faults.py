"""Technical faults, and the right to file on paper."""

from __future__ import annotations

import re
from typing import Any

import pytest
from service import numbers

from tests.portal import Portal, answer, problem

DAY = "2026-02-10"


def asked(until: str, **more: Any) -> dict[str, Any]:
    """An attempt of five minutes, and a fault since ten minutes before."""
    fault = {"from": f"{DAY}T08:50:00+05:00", "to": f"{DAY}T{until}+05:00", "channel": "portal"}
    return {
        "attempt": {"from": f"{DAY}T09:00:00+05:00", "to": f"{DAY}T09:05:00+05:00"},
        "faults": [{**fault, "reference": "INC-2026-0217"}],
        **more,
    }


def right(portal: Portal, query: dict[str, Any], lang: str = "ru") -> dict[str, Any]:
    """The answer in a language."""
    response = portal.http.post("/paper-rights", json=query, params={"lang": lang})
    found: dict[str, Any] = answer(response)
    return found


def test_a_whole_fault_of_more_than_ten_minutes_allows_filing_on_paper(portal: Portal) -> None:
    found = right(portal, asked("09:01:01", expires_on="2026-02-25"))
    assert found["paper"]
    assert "11 минут 1 секунду, более 10 минут" in found["text"]
    assert found["source"] == "service-description"
    statement = found["statement"]
    assert re.fullmatch(numbers.PATTERN, statement["number"])
    assert statement["begins"] == f"{DAY}T03:50:00Z"
    assert statement["ends"] == f"{DAY}T04:01:01Z"
    assert statement["duration_seconds"] == 661
    assert statement["channels"] == ["portal"]
    assert statement["references"] == ["INC-2026-0217"]
    assert statement["day"] == DAY
    assert statement["renewable_online"] is True
    assert f"№ {statement['number']}" in statement["texts"]["kk"]
    assert "Продолжительность: 11 минут 1 секунда" in statement["texts"]["ru"]
    assert "11 minutes 1 second (more than 10 minutes)" in statement["texts"]["en"]
    notice = found["notice"]
    assert notice["kind"] == "paper_filing_allowed"
    assert notice["language"] == "ru"
    assert notice["sms"]["text"].endswith(f"Подтверждение № {statement['number']}")


def test_ten_minutes_exactly_allow_nothing(portal: Portal) -> None:
    found = right(portal, asked("09:00:00"), lang="en")
    # The fault was over when the attempt began.
    assert found["text"].startswith("There was no technical fault while you were applying.")
    ten = asked("09:00:01")
    ten["faults"][0]["from"] = f"{DAY}T08:50:01+05:00"
    found = right(portal, ten, lang="en")
    assert not found["paper"]
    assert found["statement"] is None
    assert found["notice"] is None
    assert "10 minutes, not more than 10 minutes" in found["text"]


@pytest.mark.parametrize(
    ("expires_on", "renewable"), [("2026-04-30", False), ("2026-03-01", True), (None, None)]
)
def test_the_statement_says_what_was_decided_that_day(
    portal: Portal, expires_on: str | None, renewable: bool | None
) -> None:
    found = right(portal, asked("09:01:01", expires_on=expires_on, number="S-1"))
    assert found["statement"]["renewable_online"] is renewable
    assert found["statement"]["number"] == "S-1"


def test_what_is_wrong_with_the_faults_is_told_with_its_place(portal: Portal) -> None:
    wrong = asked("08:40:00", number="№ 1")
    found = problem(portal.http.post("/paper-rights", json=wrong), 422)
    places = {entry["pointer"]: entry["code"] for entry in found["problems"]}
    assert places == {"/number": "REFERENCE_INVALID", "/faults/0": "INTERVAL_REVERSED"}
