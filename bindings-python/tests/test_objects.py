"""The abilities of every object: to be compared, hashed, copied, pickled, matched and
printed."""

from __future__ import annotations

import copy
import datetime
import inspect
import pickle
from typing import Any

import pytest

import qujat
from qujat import _qujat
import samples

FOUND = samples.samples()
MUTABLE = (qujat.Application, qujat.FeedbackSummaries)
# Columns are no values: whoever wants to keep or compare them has a library for it.
COLUMNS = (qujat.Column, qujat.Table)
CLASSES = [c for _, c in inspect.getmembers(_qujat, inspect.isclass) if c not in COLUMNS]


def variants(cls: type) -> list[type]:
    """The variants of a union; the class itself for all others."""
    inner = [c for c in vars(cls).values() if isinstance(c, type) and issubclass(c, cls)]
    return inner or [cls]


CONCRETE = [variant for cls in CLASSES for variant in variants(cls)]


@pytest.mark.parametrize("cls", CONCRETE, ids=lambda cls: cls.__qualname__)
class TestEveryClass:
    def test_it_is_pickled_and_copied(self, cls: type) -> None:
        for value in FOUND[cls]:
            for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
                again = pickle.loads(pickle.dumps(value, protocol))
                assert type(again) is cls and again == value
            for again in (copy.copy(value), copy.deepcopy(value)):
                assert again == value
                assert (again is value) == (not isinstance(value, MUTABLE))

    def test_equal_values_have_equal_hashes(self, cls: type) -> None:
        for value in FOUND[cls]:
            again = pickle.loads(pickle.dumps(value))
            assert value != "something else" and not value == 1
            if isinstance(value, MUTABLE):
                with pytest.raises(TypeError):
                    hash(value)
            else:
                assert hash(again) == hash(value)

    def test_it_cannot_be_changed(self, cls: type) -> None:
        for value in FOUND[cls][:1]:
            with pytest.raises(AttributeError):
                value.something_new = 1
            for name in match_args(value):
                with pytest.raises(AttributeError):
                    setattr(value, name, None)

    def test_it_says_what_it_is(self, cls: type) -> None:
        for value in FOUND[cls]:
            name = cls.__qualname__
            assert repr(value).lstrip("<").startswith(name.split(".")[0])

    def test_its_fields_are_matched_by_place(self, cls: type) -> None:
        for value in FOUND[cls][:1]:
            for name in match_args(value):
                assert hasattr(value, name)


def match_args(value: Any) -> tuple[str, ...]:
    return getattr(value, "__match_args__", ())


def test_every_variant_of_the_unions_was_tried() -> None:
    kinds = [action.kind for action in samples.actions()]
    assert kinds == list(qujat.ActionKind)
    notices = [data.kind for data in samples.notice_data()]
    assert notices == list(qujat.NoticeKind)


def test_a_decision_is_matched(rules: qujat.Rulebook) -> None:
    def online(expires_on: datetime.date, today: datetime.date) -> str:
        match rules.decide(qujat.Inquiry.renewal(expires_on), today):
            case qujat.Decision.Eligible(days_left=left, online=qujat.DayRange(first, last)):
                return f"{left} days left, from {first} to {last}"
            case qujat.Decision.Refused(online=None, reasons=[qujat.Reason(code), *_]):
                return f"never: {code}"
            case _:
                return "refused"

    expiry = datetime.date(2025, 11, 10)
    answer = "30 days left, from 2025-10-11 to 2025-11-20"
    assert online(expiry, datetime.date(2025, 10, 11)) == answer
    assert online(expiry, datetime.date(2025, 10, 10)) == "refused"
    never = online(datetime.date(2026, 4, 1), datetime.date(2026, 2, 20))
    assert never == "never: NEVER_ONLINE"


def test_optional_fields_are_keywords() -> None:
    day = datetime.date(2025, 11, 10)
    inquiry = qujat.Inquiry(document="identity_card", ground="expiry", expires_on=day)
    assert inquiry == qujat.Inquiry.renewal(day)
    assert inquiry.status is None
    with pytest.raises(TypeError):
        qujat.Inquiry("identity_card", "expiry", day, "valid")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        qujat.Inquiry("identity_card", "expiry")  # type: ignore[call-arg]
