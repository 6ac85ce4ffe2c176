"""Dates, times, amounts and words: what is taken, and what is not taken silently."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

import qujat
from qujat import Action, Attempt, Booking, Inquiry, TimeRange

UTC = datetime.timezone.utc
DAY = datetime.date(2026, 2, 10)


class TestDates:
    def test_a_date_goes_through(self) -> None:
        for day in (datetime.date.min, DAY, datetime.date.max):
            assert Inquiry.renewal(day).expires_on == day
            assert type(Inquiry.renewal(day).expires_on) is datetime.date

    @pytest.mark.parametrize(
        "other",
        [
            datetime.datetime(2026, 2, 10),
            datetime.datetime(2026, 2, 10, tzinfo=UTC),
            "2026-02-10",
            20_000,
            None,
        ],
    )
    def test_nothing_else_is_a_date(self, other: Any) -> None:
        with pytest.raises(TypeError):
            Inquiry.renewal(other)

    def test_a_subclass_of_date_is_one(self) -> None:
        class Birthday(datetime.date):
            pass

        assert Inquiry.renewal(Birthday(2026, 2, 10)).expires_on == DAY


class TestTimes:
    def test_minutes_go_through(self) -> None:
        for time in (datetime.time(0, 0), datetime.time(9, 30), datetime.time(23, 59)):
            assert Booking("astana-1", DAY, time, 1).time == time

    def test_the_end_of_a_day_is_time_max(self) -> None:
        hours = TimeRange(datetime.time(22), datetime.time.max)
        assert hours.until == datetime.time.max > datetime.time(23, 59)
        assert json.loads(hours.to_json()) == {"from": "22:00", "until": "24:00"}

    @pytest.mark.parametrize(
        "other", [datetime.time(9, 0, 1), datetime.time(9, 0, 0, 1), datetime.time(23, 59, 59)]
    )
    def test_seconds_are_refused(self, other: datetime.time) -> None:
        with pytest.raises(qujat.InputError) as caught:
            Booking("astana-1", DAY, other, 1)
        assert caught.value.code == "TIME_INVALID"

    @pytest.mark.parametrize("other", ["09:00", 540, datetime.datetime(2026, 2, 10, 9), None])
    def test_nothing_else_is_a_time(self, other: Any) -> None:
        with pytest.raises(TypeError):
            Booking("astana-1", DAY, other, 1)

    def test_a_time_with_a_zone_is_refused(self) -> None:
        with pytest.raises(ValueError):
            Booking("astana-1", DAY, datetime.time(9, tzinfo=UTC), 1)


class TestInstants:
    def test_any_zone_is_taken_and_utc_given(self) -> None:
        almaty = datetime.timezone(datetime.timedelta(hours=5))
        moment = datetime.datetime(2026, 2, 10, 9, 30, 0, 123456, tzinfo=almaty)
        attempt = Attempt(moment, moment)
        assert attempt.from_ == moment
        assert attempt.from_.utcoffset() == datetime.timedelta(0)

    def test_a_zone_with_rules_is_taken(self, rules: qujat.Rulebook) -> None:
        zoneinfo = pytest.importorskip("zoneinfo")
        try:
            zone = zoneinfo.ZoneInfo("Europe/Berlin")
        except zoneinfo.ZoneInfoNotFoundError:
            zone = datetime.timezone(datetime.timedelta(hours=1))
        moment = datetime.datetime(2026, 2, 10, 20, 30, tzinfo=zone)
        expected = qujat.CivilTime(datetime.date(2026, 2, 11), datetime.time(0, 30))
        assert rules.civil_time(moment) == expected

    @pytest.mark.parametrize("other", [datetime.datetime(2026, 2, 10), DAY, "2026-02-10T00:00Z", 0])
    def test_nothing_without_a_zone_is_an_instant(self, other: Any) -> None:
        with pytest.raises(TypeError):
            Attempt(other, other)

    def test_what_python_cannot_hold_is_cut_off(self) -> None:
        text = '{"id": "e", "at": "2026-02-10T00:00:00.123456789Z", "event": "issued"}'
        event = qujat.Event.from_json(text)
        assert event.at.microsecond == 123456
        assert json.loads(event.to_json())["at"].endswith(".123456789Z")


class TestAmounts:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            (Decimal("786.40"), "786.40"),
            (Decimal("30.30"), "30.30"),
            (Decimal("1E+3"), "1000.00"),
            (Decimal("0"), "0.00"),
            (Decimal("-0.00"), None),
            (865, "865.00"),
            (Decimal("0.123456789012"), "0.123456789012"),
            (Decimal("0.1234567890123"), None),
            (Decimal("-1"), None),
            (10**12, None),
            (Decimal("NaN"), None),
            (Decimal("Infinity"), None),
        ],
    )
    def test_exact_amounts_are_taken(self, given: Any, kept: str | None) -> None:
        if kept is None:
            with pytest.raises(qujat.InputError) as caught:
                Action.Paid(given)
            assert caught.value.code == "AMOUNT_INVALID"
        else:
            assert str(Action.Paid(given).amount) == kept
            assert type(Action.Paid(given).amount) is Decimal

    @pytest.mark.parametrize("other", [1.5, 786.0, True, "786.40", None])
    def test_nothing_else_is_an_amount(self, other: Any) -> None:
        with pytest.raises(TypeError):
            Action.Paid(other)


class TestWords:
    def test_a_member_or_its_spelling_is_taken(self) -> None:
        member = Inquiry(qujat.DocumentKind.IDENTITY_CARD, qujat.Ground.EXPIRY, DAY)
        assert member == Inquiry("identity_card", "expiry", DAY)
        assert member.document is qujat.DocumentKind.IDENTITY_CARD

    def test_a_member_is_its_spelling(self) -> None:
        kind = qujat.DocumentKind.IDENTITY_CARD
        assert kind == "identity_card" == str(kind) == f"{kind}" == json.loads(json.dumps(kind))
        assert {"identity_card": 1}[kind] == 1
        assert qujat.DocumentKind("identity_card") is kind

    def test_another_word_is_refused(self) -> None:
        with pytest.raises(qujat.InputError) as caught:
            Inquiry("driving_licence", "expiry", DAY)
        assert caught.value.code == "UNKNOWN_VALUE"
        assert caught.value.params["allowed"] == "identity_card, passport"
        with pytest.raises(TypeError):
            Inquiry(1, "expiry", DAY)  # type: ignore[arg-type]

    def test_names_are_strings(self, rules: qujat.Rulebook) -> None:
        assert rules.name == "service-2025"
        with pytest.raises(qujat.InputError) as caught:
            rules.source("No such id!")
        assert caught.value.code == "ID_INVALID"


class TestParams:
    def test_they_are_an_immutable_mapping(self) -> None:
        params = qujat.Reason.sample("TOO_EARLY").params
        assert issubclass(type(params), Mapping) and len(params) == 2
        assert dict(params) == {"days_left": 42, "opens_on": datetime.date(2026, 2, 13)}
        assert params == dict(params) and params != {"days_left": 42}
        assert list(params) == params.keys() == ["days_left", "opens_on"]
        assert params.values() == [value for _, value in params.items()]
        assert params.get("days_left") == 42 and params.get("x") is None and params.get("x", 1) == 1
        assert "days_left" in params and "x" not in params and 1 not in params
        match params:
            case {"days_left": left}:
                assert left == 42
        with pytest.raises(KeyError):
            params["x"]
        with pytest.raises(TypeError):
            params["days_left"] = 1  # type: ignore[index]

    def test_they_are_made_for_a_code(self) -> None:
        reason = qujat.Reason.of("TOO_EARLY", days_left=42, opens_on=datetime.date(2026, 2, 13))
        assert reason == qujat.Reason.sample("TOO_EARLY")
        for wrong, code, place in [
            ({"days_left": 42}, "MISSING_FIELD", "/opens_on"),
            ({**reason.params, "x": 1}, "UNKNOWN_FIELD", "/x"),
        ]:
            with pytest.raises(qujat.InputError) as caught:
                qujat.Params.of("TOO_EARLY", wrong)
            assert (caught.value.code, caught.value.pointer) == (code, place)
        with pytest.raises(TypeError):
            qujat.Reason.of("TOO_EARLY", days_left="42", opens_on=datetime.date(2026, 2, 13))
