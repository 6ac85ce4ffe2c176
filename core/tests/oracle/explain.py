"""SPEC 4 and 8: a code with its parameters as a text in a language.

The texts are the shipped ones, which notice.py reads. The parameters of each code, and what kind
each is, are those that docs/errors.md publishes.
"""

import json
import re
from functools import lru_cache
from pathlib import Path

import notice
from refused import Refused, shown

ROOT = Path(__file__).resolve().parents[3]


@lru_cache(maxsize=None)
def catalogue():
    """{code: {parameter: kind}}, in the catalogue's order."""
    codes, code = {}, None
    for line in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8").split("\n"):
        if line.startswith("### "):
            code = line[4:]
            codes[code] = {}
        elif line.startswith("- parameters: "):
            codes[code] = dict(re.findall(r"`(\w+)` \((\w+)\)", line))
    return codes


@lru_cache(maxsize=None)
def titles():
    """The rulebook's titles of its own terms: categories of persons and zones."""
    path = ROOT / "core" / "data" / "rulebook" / "service-2025.json"
    rulebook = json.loads(path.read_text(encoding="utf-8"))
    zones = [entry["zones"].items() for entry in rulebook["delivery"].values()]
    return rulebook["titles"] | {name: zone["title"] for items in zones for name, zone in items}


def answer(given):
    code, language = given["code"], given["language"]
    if code not in catalogue():
        raise Refused(["UNKNOWN_VALUE /code"])
    params, kinds = given["params"], catalogue()[code]
    problems = [f"UNKNOWN_FIELD /{shown(name)}" for name in params if name not in kinds]
    problems += [f"MISSING_FIELD /{name}" for name in kinds if params.get(name) is None]
    if problems:
        raise Refused(problems)
    if language not in notice.LANGUAGES:
        raise Refused(["UNKNOWN_VALUE /language"])
    values = {name: value(kind, params[name], language) for name, kind in kinds.items()}
    return texts(code, values, language)


def texts(code, values, language):
    """The cause, the advice if it stands apart, both in one, and the whole text for the
    operator of the service if that is another one."""
    parts = {
        part: notice.render(name, values, language)
        for part, name in (("cause", code), ("action", f"{code}.action"), ("operator", f"{code}.operator"))
        if name in notice.messages(language)
    }
    cause, action = parts.pop("cause"), parts.get("action")
    whole = cause if action is None else f"{cause} {action}"
    apart = {} if action is None else {"cause": cause}
    return {"text": whole, **apart, **parts}


def word(spelling, language):
    title = titles().get(spelling, {}).get(language, spelling)
    return notice.messages(language).get(f"w-{spelling}", title)


def value(kind, given, language):
    """A parameter in the form in which notice.py prints values."""
    # Several words stand in a row.
    if kind == "word":
        return "text", ", ".join(word(spelling, language) for spelling in given.split(", "))
    # A rate has the decimal mark of the language, and no decimals that it does not need.
    if kind == "decimal":
        return "text", given if language == "en" else given.replace(".", ",")
    return kind, given
