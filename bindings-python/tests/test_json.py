"""One JSON for every type: Python reads what another language wrote, and writes the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import qujat

VECTORS = Path(__file__).resolve().parents[2] / "core" / "vectors"
STORED = (VECTORS / "json" / "assessment.json").read_text(encoding="utf-8").strip()


def test_an_assessment_of_another_language_is_read_and_written_as_the_same_bytes() -> None:
    assessment = qujat.Assessment.from_json(STORED)
    assert assessment.outcome == "accepted"
    assert assessment.to_json() == STORED
    assert qujat.Assessment.from_json(STORED.encode()) == assessment


def test_every_problem_of_a_text_is_told_with_its_place() -> None:
    broken = json.loads(STORED)
    del broken["problems"]
    broken["on"] = "2026-02-30"
    broken["quote"]["more"] = 1
    with pytest.raises(qujat.Error) as told:
        qujat.Assessment.from_json(json.dumps(broken))
    found = {(str(problem.code), problem.pointer) for problem in told.value.problems}
    expected = {
        ("MISSING_FIELD", "/problems"),
        ("DATE_INVALID", "/on"),
        ("UNKNOWN_FIELD", "/quote/more"),
    }
    assert found == expected


def test_the_form_of_an_assessment_is_assessed_as_it_is_and_as_json() -> None:
    form = qujat.Assessment.from_json(STORED).form
    assert form is not None
    rules, today = qujat.Rulebook.edition(), qujat.Assessment.from_json(STORED).on
    typed = rules.assess(form, today)
    assert typed == rules.assess(form.to_json(), today)
    assert typed.form == form


def test_every_class_with_json_has_both_directions() -> None:
    classes = [value for value in vars(qujat).values() if isinstance(value, type)]
    with_json = [value for value in classes if hasattr(value, "to_json")]
    assert len(with_json) > 80
    # The parameters of a code are read with it.
    one_way = {value for value in with_json if not hasattr(value, "from_json")}
    assert one_way == {qujat.Params}
