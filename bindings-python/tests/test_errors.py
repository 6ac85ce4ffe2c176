"""Exceptions: one for each code of the catalogue, in three languages, and nothing else."""

from __future__ import annotations

import datetime
import pickle
import re

import pytest

import qujat
from qujat import Code, Language, Reason
from qujat._errors import from_problems

DAY = datetime.date(2026, 2, 10)


@pytest.mark.parametrize("code", list(Code), ids=str)
class TestEveryCode:
    def test_it_becomes_an_exception_of_its_area(self, code: Code) -> None:
        reason = Reason.sample(code)
        error = from_problems([reason.at("/a/b")])
        assert type(error).__name__ == f"{code.area.name.title().replace('_', '')}Error"
        assert type(error) is getattr(qujat, type(error).__name__)
        assert isinstance(error, qujat.Error)
        assert error.code is code and error.params == reason.params and error.pointer == "/a/b"
        assert error.problems == (reason.at("/a/b"),)
        assert str(error).startswith(f"{code.value} at `/a/b`")
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error) and again.problems == error.problems

    def test_it_has_a_text_in_each_language(self, code: Code, rules: qujat.Rulebook) -> None:
        error = from_problems([Reason.sample(code).at()])
        texts = {error.message(language) for language in Language}
        assert len(texts) == len(Language)
        assert all(text and "{" not in text for text in texts)
        assert error.message("kk") == error.messages("kk", rules)[0]
        assert error.message(Language.RU) == rules.text(error.problems[0], "ru")
        [statement] = rules.explain(error, "en")
        parts = [statement.text, statement.action]
        assert " ".join(part for part in parts if part) == error.message("en")

    def test_it_says_what_it_is(self, code: Code) -> None:
        assert code.meaning and code.example
        assert code.severity in qujat.Severity
        names = [spec.name for spec in code.params]
        assert names == list(Reason.sample(code).params)


def test_each_area_has_its_class() -> None:
    for area in qujat.Area:
        assert issubclass(getattr(qujat, f"{area.name.title()}Error"), qujat.Error)


def test_all_problems_come_at_once() -> None:
    with pytest.raises(qujat.InputError) as caught:
        qujat.Event.from_json('{"id": "1", "at": "x", "event": "paid", "amount": 1}')
    codes = [(problem.code, problem.pointer) for problem in caught.value.problems]
    assert codes == [(Code.MOMENT_INVALID, "/at"), (Code.WRONG_TYPE, "/amount")]
    assert len(caught.value.messages("ru")) == 2


def test_the_first_problem_leads(rules: qujat.Rulebook) -> None:
    with pytest.raises(qujat.CalendarError) as caught:
        rules.ready_on(datetime.date(2035, 1, 1))
    assert caught.value.code == "NOT_COVERED"
    assert caught.value.params["on"] == datetime.date(2035, 1, 1)
    assert caught.value.pointer == ""


def test_no_exception_holds_what_was_typed(rules: qujat.Rulebook) -> None:
    for typed, read in [
        ("900101300008", qujat.Iin),
        ("+7 912 345 67 89", lambda text: rules.parse_phone(text, DAY)),
        ("secret@", lambda text: rules.parse_email(text, DAY)),
        ("Ivanov", lambda text: rules.parse_name(text, DAY)),
        ("12345678", qujat.CardNumber),
    ]:
        with pytest.raises(qujat.Error) as caught:
            read(typed)
        error = caught.value
        for shown in (str(error), repr(error), *error.messages("en")):
            assert typed not in shown and not re.search(r"\d{8}", shown)


def test_an_error_needs_a_problem() -> None:
    with pytest.raises(ValueError):
        qujat.Error([])


def test_a_defect_is_an_exception_that_names_its_place() -> None:
    error = qujat.InternalError("core/src/foundation/day.rs:12")
    assert isinstance(error, Exception) and not isinstance(error, qujat.Error)
    assert str(error).endswith("at core/src/foundation/day.rs:12")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is qujat.InternalError and again.place == error.place
