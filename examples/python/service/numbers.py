"""The numbers of applications. The service makes them: they follow from nothing, so that nobody can
guess another's, nor count from one's own how many there are."""

from __future__ import annotations

import secrets

import qujat

PATTERN = r"^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$"
"""The form of a number: 75 random bits in Crockford's base 32."""

SAMPLE = "00000-00000-00000"
"""The number in notices that are not sent."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SPACES = " \t\r\n"


def new() -> str:
    """A new number."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(3))
    return "-".join(groups)


def numbered(form: str, number: str) -> str:
    """The form with this number as its first field. The library reads all else in it: a form
    that brings its own number then has the field twice, and is refused for that."""
    text = form.lstrip(_SPACES)
    if not text.startswith("{"):
        return form
    fields = text[1:]
    comma = "" if fields.lstrip(_SPACES).startswith("}") else ","
    return f'{{"number":"{number}"{comma}{fields}'


def is_given(problems: list[qujat.Problem]) -> bool:
    """`True` if a form brought its own number, by the problems that `numbered` leads to."""
    wrong = (qujat.Code.DUPLICATE_FIELD, "/number")
    return any((problem.code, problem.pointer) == wrong for problem in problems)
