"""Planted names and numbers come out of no exception, and are printed by no object."""

from __future__ import annotations

import datetime
import json
import logging
import io
import pickle
import traceback
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

import qujat
import every
from every import Function

# Of nobody. All printed texts are searched for each of these.
PLANTED = ["Жасырынбек", "900101377777", "77019998877", "canary@", "Құпия көшесі"]
CANARY = f"{PLANTED[0]} {PLANTED[1]} +{PLANTED[2]} {PLANTED[3]}example.kz {PLANTED[4]}, 7"
FUNCTIONS = every.functions()

# Objects that print what they are made of: what officials publish, and how services name things.
PUBLIC = {
    *("Appointment", "Band", "Booking", "Centre", "DeliveryEstimate", "DeliveryTariff", "LocalText"),
    *("ExpeditedFees", "FaultInterval", "FaultQuery", "FaultStatement", "FeedbackFigures", "FeedbackGroup"),
    *("FeedbackLimits", "FeedbackShare", "NearbyCentre", "PickupOffer", "Source", "SpecialDay"),
    *("Exemptions", "NamedSource", "Statement", "Reason", "ReceivingChoice.Pickup", "Decision", "PaperRight", "PhotoReport", "SignatureReport"),
    # Numbers of applications, events and tickets; places in an input.
    *("Action", "ApplicationForm", "Assessment", "Event", "Feedback", "Problem", "Validation"),
}
# Arguments of others that are such names: of a service, and of an edition.
NAMES = {("NearestQuery", "service"), ("Quote", 5)}
# PyO3 reads the arguments of these by itself, and Python's exception holds a text that is no Unicode.
UNIONS = ("Action.", "NoticeData.")
# As every mapping of Python does, these name the key, or the centre, that the program asked for.
MAPPINGS = {"Params.__getitem__", "Table.__getitem__", "CentreDirectory.centre"}


class Printed(str):
    """A text that prints itself, as do those below."""

    def __repr__(self) -> str:
        return CANARY


class Number(int):
    __repr__ = __str__ = Printed.__repr__


class Proxy:
    """An object that has every attribute."""

    def __getattr__(self, name: str) -> Any:
        return CANARY

    def __repr__(self) -> str:
        return CANARY


def texts() -> Iterator[str]:
    """Texts with what was planted: bare, and in JSON as it should be, and broken."""
    yield from [CANARY, *PLANTED, CANARY * 500, f"\ud800{CANARY}", Printed(CANARY)]
    inside = {"iin": CANARY, "id": CANARY, "number": CANARY, "applicant": {"iin": CANARY, "phone": CANARY}}
    yield from (json.dumps(inside), json.dumps(inside, ensure_ascii=False))
    yield json.dumps([CANARY, inside], ensure_ascii=False)
    yield json.dumps(CANARY, ensure_ascii=False)
    # As the name of a field, each alone and all together.
    yield json.dumps({name: 1 for name in [CANARY, *PLANTED]}, ensure_ascii=False)
    yield json.dumps({"applicant": {CANARY: {CANARY: 1}}}, ensure_ascii=False)
    yield f'{{"iin": "{CANARY}'


def hostile() -> Iterator[Any]:
    """The values put in the place of an argument."""
    yield from texts()
    yield from (text.encode(errors="surrogatepass") for text in texts())
    yield bytearray(CANARY.encode())
    yield memoryview(CANARY.encode())
    yield from (int(PLANTED[1]), int(PLANTED[1] * 300), Number(1), float(PLANTED[1]))
    yield from (Decimal(PLANTED[1]), Decimal(PLANTED[1] * 20), Decimal(f"{PLANTED[1]}E+900000000"))
    yield from ([CANARY], (CANARY,), {CANARY: CANARY}, {"days_left": CANARY}, [[CANARY]])
    yield from (Proxy(), [Proxy()], None, datetime.datetime(2026, 2, 10, tzinfo=datetime.timezone.utc))
    yield every.pyarrow.array([CANARY])
    yield every.pyarrow.table({CANARY: [CANARY], "b": [CANARY]})


def forms(error: BaseException) -> Iterator[str]:
    """Everything that shows an exception."""
    yield from (str(error), repr(error), f"{error}", f"{error!r:>9}", ascii(error))
    yield "".join(traceback.format_exception(error))
    out = io.StringIO()
    logger = logging.Logger("canaries")
    logger.addHandler(logging.StreamHandler(out))
    logger.error("failed: %s %r", error, error, exc_info=error)
    yield out.getvalue()
    if isinstance(error, (qujat.Error, qujat.InternalError)):
        yield pickle.dumps(error).decode(errors="replace")
    if isinstance(error, qujat.Error):
        for language in qujat.Language:
            yield from error.messages(language)
        for problem in error.problems:
            yield from (str(problem), repr(problem), problem.to_json(), repr(problem.params))


def leaks(shown: Iterator[str]) -> list[tuple[str, str]]:
    """The planted texts that are there, with the text that shows them."""
    return [(planted, text) for text in shown for planted in PLANTED if planted in text]


def test_all_functions_are_there() -> None:
    assert len(FUNCTIONS) > 600
    assert len({function.name for function in FUNCTIONS}) > 500


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_nothing_planted_is_shown(function: Function) -> None:
    # With what they take, most answer; this shows that the arguments are of the right types.
    for place in function.changeable:
        for value in hostile():
            positional, named = list(function.positional), dict(function.named)
            if isinstance(place, int):
                positional[place] = value
            else:
                named[place] = value
            if function.name.startswith(UNIONS) and isinstance(value, str) and "\ud800" in value:
                continue
            try:
                answer = function.call(*positional, **named)
            except Exception as error:
                if function.name not in MAPPINGS:
                    assert not leaks(forms(error)), (function.name, place)
                continue
            is_text = isinstance(answer, (str, bytes)) or isinstance(value, (int, float, Decimal))
            # A mapping's error for a missing key returns the key.
            is_text = is_text or answer is value or (function.name, place) in NAMES
            if not is_text and not function.name.startswith(tuple(PUBLIC)):
                assert not leaks(iter((repr(answer), str(answer)))), (function.name, place)
