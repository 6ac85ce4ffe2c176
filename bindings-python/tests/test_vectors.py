"""Runs the conformance vectors. `QUJAT_VECTORS=DIR` brings others than the shipped ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import operations

FOLDER = operations.FOLDER
FILES = sorted(p for p in FOLDER.glob("*.json") if not p.name.endswith(".schema.json"))


def matches(expected: Any, actual: Any) -> bool:
    """`True` if everything expected is there: fields that are left out of an expected object
    are not compared, lists are compared whole."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return all(name in actual and matches(expected[name], actual[name]) for name in expected)
    if isinstance(expected, list) and isinstance(actual, list):
        return len(expected) == len(actual) and all(map(matches, expected, actual))
    return type(expected) is type(actual) and bool(expected == actual)


def is_expected(expected: list[str], actual: list[str]) -> bool:
    """`True` if an error is the expected one: `CODE`, or `CODE /pointer` if the place matters."""
    return len(expected) == len(actual) and all(
        found == wanted or (" " not in wanted and found.split(" ")[0] == wanted)
        for wanted, found in zip(expected, actual)
    )


def run(operation: str, case: dict[str, Any]) -> str | None:
    """The fault of the answer; `None` without any."""
    try:
        answer = operations.answer(operation, case["input"])
    except operations.Failed as failed:
        if is_expected(case.get("error", []), failed.problems):
            return None
        return f"got {failed.problems}"
    if "expect" in case and matches(case["expect"], answer):
        return None
    return f"got {answer}"


def test_there_are_vectors() -> None:
    assert FILES, f"no vectors in {FOLDER}"


def test_every_operation_has_vectors() -> None:
    names = [name for name in vars(operations.Case) if not name.startswith("_")]
    tools = {"day", "on", "word", "optional_word", "service", "register", "form", "image"}
    files = [json.loads(path.read_text(encoding="utf-8")) for path in FILES]
    assert {file["operation"] for file in files} == set(names) - tools


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_vector_gets_its_answer(path: Path) -> None:
    file = json.loads(path.read_text(encoding="utf-8"))
    ran, wrong = 0, []
    for case in file["vectors"]:
        ran += 1
        if found := run(file["operation"], case):
            wanted = case.get("expect", case.get("error"))
            wrong.append(f"{case['name']}\n  wanted {wanted}\n  {found}")
    assert ran == file["cases"]
    assert not wrong, f"{len(wrong)} of {ran} differ:\n" + "\n".join(wrong)


def test_the_comparison_can_fail() -> None:
    case = {"input": {"text": "900101300007"}, "expect": {"sex": "female"}}
    assert run("iin", case)
    assert run("iin", {**case, "expect": {"sex": "male"}}) is None
    assert run("iin", {"input": {"text": "1"}, "expect": {"sex": "male"}})
    assert run("iin", {"input": {"text": "1"}, "error": ["IIN_LENGTH"]}) is None
    assert run("iin", {"input": {"text": "1"}, "error": ["IIN_LENGTH /text"]})
