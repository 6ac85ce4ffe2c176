"""Bytes and text that come in."""

from __future__ import annotations

import array
import datetime
import zlib
from typing import Any

import pytest

import qujat


def png() -> bytes:
    """One white pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    header = bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    pixels = zlib.compress(b"\0\xff")
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_a_form_is_text_or_bytes(
    rules: qujat.Rulebook, form: bytes, today: datetime.date
) -> None:
    whole = b"xx" + form + b"xx"
    kinds: list[Any] = [
        form,
        form.decode(),
        bytearray(form),
        memoryview(form),
        memoryview(whole)[2:-2],
        memoryview(bytearray(form)),
        memoryview(form[::-1])[::-1],
    ]
    answers = [rules.assess(kind, today) for kind in kinds]
    assert all(answer == answers[0] for answer in answers)
    assert answers[0].outcome is qujat.AssessmentOutcome.ACCEPTED


@pytest.mark.parametrize("other", [None, 1, ["{}"], array.array("B", b"{}"), {"iin": "1"}])
def test_nothing_else_is_a_form(other: Any, rules: qujat.Rulebook, today: datetime.date) -> None:
    with pytest.raises(TypeError):
        rules.validate(other, today)


def test_text_that_is_no_utf8_is_a_problem(rules: qujat.Rulebook, today: datetime.date) -> None:
    problem = rules.validate(b"\xff", today).problems[0]
    assert problem.code == "INVALID_UTF8" and problem.params["offset"] == 0
    with pytest.raises(ValueError, match="no Unicode"):
        rules.validate("\ud800", today)


def test_an_image_is_bytes(rules: qujat.Rulebook, today: datetime.date) -> None:
    data = png()
    for kind in (data, bytearray(data), memoryview(data)):
        image = rules.inspect_image(kind, today)
        assert (image.format, image.width, image.height) == ("png", 1, 1)
        assert type(rules.sanitize_image(kind, today)) is bytes
    with pytest.raises(TypeError):
        rules.inspect_image("text", today)  # type: ignore[arg-type]
    with pytest.raises(qujat.ImageError) as caught:
        rules.inspect_image(b"", today)
    assert caught.value.code == "IMAGE_EMPTY"
    with pytest.raises(qujat.ImageError) as caught:
        rules.inspect_image(data[:-12], today)
    assert caught.value.code == "IMAGE_CUT"
