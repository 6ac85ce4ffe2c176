"""Every class, printed in every way that Python has, shows nothing of the planted data."""

from __future__ import annotations

import dataclasses
import io
import logging
import pprint
import reprlib
import string
import sys
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import pytest

import planted


@dataclasses.dataclass
class Holder:
    value: Any


def logged(value: Any) -> str:
    stream = io.StringIO()
    logger = logging.Logger("planted")
    logger.addHandler(logging.StreamHandler(stream))
    logger.warning("%s %r", value, value)
    logger.warning(value)
    try:
        raise ValueError(value)
    except ValueError:
        logger.exception("failed for %s", value)
    return stream.getvalue()


def traced(value: Any) -> str:
    """A traceback with the values of the variables, as error reporters send it."""
    try:
        raise ValueError(value)
    except ValueError as error:
        trace = traceback.TracebackException.from_exception(error, capture_locals=True)
        return "".join(trace.format()) + repr(error) + str(error)


def asserted(value: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        assert value == (value, "else"), value
    return str(caught.value)


def warned(value: Any) -> str:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn(f"about {value}", stacklevel=1)
    return str(caught[0].message)


def validated(value: Any) -> str:
    """The texts of pydantic for a model with the value, and for a wrong one."""
    pydantic = pytest.importorskip("pydantic")
    config = pydantic.ConfigDict(arbitrary_types_allowed=True)
    model = pydantic.create_model("Model", __config__=config, value=(type(value), ...), other=(int, ...))
    made = model.model_construct(value=value, other=1)
    try:
        model(value=value, other=value)
    except pydantic.ValidationError as error:
        return f"{made!r} {made} {error} {error!r}"
    return f"{made!r} {made}"


WAYS: dict[str, Callable[[Any], str]] = {
    "repr": repr,
    "str": str,
    "format": format,
    "f-string": lambda value: f"{value} {value!r} {value!s} {value!a}",
    "percent": lambda value: "%s %r %a" % (value, value, value),
    "str.format": "{0} {0!r} {0!s}".format,
    "template": lambda value: string.Template("$value").substitute(value=value),
    "ascii": ascii,
    "list": lambda value: str([value]),
    "dict": lambda value: str({"value": value}),
    "tuple": lambda value: repr((value, value)),
    "dataclass": lambda value: repr(Holder(value)),
    "pprint": lambda value: pprint.pformat([value]),
    "reprlib": lambda value: shortened(value),
    "print": lambda value: printed(value),
    "logging": logged,
    "traceback": traced,
    "assertion": asserted,
    "warning": warned,
    "pydantic": validated,
}


def shortened(value: Any) -> str:
    short = reprlib.Repr()
    short.maxother = 10_000
    return short.repr(value)


def printed(value: Any) -> str:
    stream = io.StringIO()
    print(value, [value], file=stream)
    return stream.getvalue()


@pytest.mark.parametrize("way", WAYS)
def test_no_class_shows_planted_data(way: str) -> None:
    names = planted.classes()
    assert len(names) > 80
    for name in names:
        for value in planted.planted(name):
            text = WAYS[way](value)
            assert text, name
            for secret in planted.SECRETS:
                # `ascii` writes other letters as escapes.
                escaped = secret.encode("unicode_escape").decode()
                assert secret not in text and escaped not in text, f"{way} of {name} shows {secret}: {text}"


def test_planted_data_are_there() -> None:
    """The search would find them: they are in the fields."""
    for name, marker in planted.TABLE["types"].items():
        if not marker["private"] or name not in planted.CONSTRUCTORS:
            continue
        for value in planted.planted(name):
            hidden = [field for field in value.__match_args__ if planted.is_hidden(name, field)]
            texts = [whole(getattr(value, field)) for field in hidden]
            if texts:
                found = [text for text in texts if any(secret in text for secret in planted.SECRETS)]
                assert found, (name, texts)


def whole(value: Any) -> str:
    """A value as text, without masks."""
    if isinstance(value, list):
        return " ".join(map(whole, value))
    if hasattr(value, "value"):
        return str(value.value)
    if hasattr(value, "to_json"):
        return str(value.to_json())
    if isinstance(value, bytes):
        return value.decode()
    return str(value)


def test_every_class_of_the_package_is_in_the_core_table() -> None:
    others = {"Calendar", "Rulebook", "Texts"}
    scalars = {row["name"] for row in planted.TABLE["scalars"]}
    classes = {"Application", "CentreDirectory", "FeedbackSummaries", "ParamSpec", "Params", "Strokes"}
    known = set(planted.TABLE["types"]) | scalars | classes | others
    assert set(planted.classes()) <= known
    assert sys.version_info >= (3, 10)
