"""Input and objects that are made to end, stall or fool the library."""

from __future__ import annotations

import datetime
import enum
import json
import os
import subprocess
import sys
import tracemalloc
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

import qujat
from qujat import _pydantic, _qujat
from qujat.pydantic import ReadBy

HERE = Path(__file__).parent
UTC = datetime.timezone.utc
DAY = datetime.date(2026, 2, 10)
# Set by `make python` for a build that checks overflows, and has a function that panics.
IS_DEBUG = os.environ.get("QUJAT_BUILD") == "debug"


def program(*arguments: str) -> str:
    """The last line of a Python program. If it has ended by a signal, that names the case."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=HERE)
    last = (done.stdout.splitlines() or [""])[-1]
    assert done.returncode == 0, f"{last}: {done.returncode}, {done.stderr[-2_000:]}"
    return last


def test_bent_columns_are_refused() -> None:
    last = program("bent.py")
    assert last.startswith("refused: ") and int(last.split()[1]) > 1_400


def test_objects_that_lie_end_nothing() -> None:
    assert program("hostile.py") == "held"


class TestAmounts:
    @pytest.mark.parametrize(
        "amount",
        [
            Decimal("1E+100000000"),
            Decimal("1E+999999999999999999"),
            Decimal("1E-100000000"),
            Decimal("0E+100000000"),
            Decimal("9" * 100_000),
            Decimal("0." + "0" * 100_000 + "1"),
            10**100_000,
            -(10**100_000),
        ],
        ids=lambda amount: f"{type(amount).__name__} {amount.__sizeof__()}",
    )
    def test_what_is_too_long_is_not_written_out(self, amount: Any) -> None:
        tracemalloc.start()
        try:
            with pytest.raises(qujat.InputError) as caught:
                qujat.Action.Paid(amount)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert caught.value.code == "AMOUNT_INVALID"
        assert peak < 1_000_000

    def test_a_subclass_counts_as_what_it_is(self) -> None:
        class Loud(int):
            def __str__(self) -> str:
                return "1"

            __repr__ = __index__ = __int__ = __format__ = __str__  # type: ignore[assignment]

        class Written(Decimal):
            def __format__(self, *_: Any) -> str:
                return "1"

            def __str__(self) -> str:
                return "1"

            def adjusted(self) -> int:
                return 0

        class Fee(enum.IntEnum):
            PHOTO = 865

        assert qujat.Action.Paid(Loud(865)).amount == 865
        assert qujat.Action.Paid(Fee.PHOTO).amount == 865
        assert qujat.Action.Paid(Written("786.40")).amount == Decimal("786.40")
        with pytest.raises(qujat.InputError):
            qujat.Action.Paid(Written("1E+100000000"))


def test_instants_beyond_the_calendar_have_a_code() -> None:
    ahead = datetime.timezone(datetime.timedelta(hours=14))
    behind = datetime.timezone(datetime.timedelta(hours=-14))
    for moment in (
        datetime.datetime.min.replace(tzinfo=ahead),
        datetime.datetime.max.replace(tzinfo=behind),
    ):
        with pytest.raises(qujat.Error) as caught:
            qujat.Attempt(moment, moment)
        assert caught.value.code == "MOMENT_INVALID"


def test_half_of_a_surrogate_pair_is_not_shown(rules: qujat.Rulebook) -> None:
    text = "Жасырынбек\ud800"
    for call in (
        lambda: qujat.Iin(text),
        lambda: rules.parse_name(text, DAY),
        lambda: rules.validate(text, DAY),
        lambda: qujat.Address("KZ-71", text, "1", "010000", street="a"),
        lambda: qujat.Feedback(5, "portal", datetime.datetime.now(UTC), comment=text),
        lambda: qujat.Inquiry(text, "expiry", DAY),
        lambda: rules.source(text),
        lambda: qujat.mask_feedback(text, 100),
    ):
        with pytest.raises(ValueError, match="no Unicode") as caught:
            call()
        assert "Жасырынбек" not in repr(caught.value)


class TestForms:
    """Values given to pydantic in place of a form."""

    def refused(self, value: Any) -> str:
        adapter: TypeAdapter[Any] = TypeAdapter(qujat.ApplicationForm)
        tracemalloc.start()
        try:
            with pytest.raises(ValidationError) as caught:
                adapter.validate_python(value)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        # Not a third of what is copied below.
        assert peak < 20_000_000
        [line] = caught.value.errors()
        return line["type"]

    def test_deep_ones(self) -> None:
        value: Any = "x"
        for _ in range(30_000):
            value = {"a": [value]}
        assert self.refused(value) in ("dict_type", "JSON_TOO_LARGE", "JSON_SYNTAX")
        itself: list[Any] = []
        itself.append(itself)
        assert self.refused(itself) == "JSON_TOO_LARGE"

    def test_long_ones(self) -> None:
        assert self.refused([1] * 2_000_000) == "JSON_TOO_LARGE"
        assert self.refused({"number": "ә" * 5_000_000}) == "JSON_TOO_LARGE"
        assert self.refused({str(n): n for n in range(100_000)}) == "JSON_TOO_LARGE"
        assert self.refused({"number": 10**300_000}) == "JSON_TOO_LARGE"

    def test_what_is_too_long_is_what_the_library_says(self) -> None:
        rules = qujat.Rulebook.edition()
        validation = rules.validate(" " * 1_000_000, datetime.date(2026, 2, 10))
        [problem] = [one for one in validation.problems if one.code == qujat.Code.JSON_TOO_LARGE]
        assert problem.params["limit"] == _pydantic.LONGEST_FORM

    def test_names_that_are_no_texts(self) -> None:
        assert self.refused({(1, 2): 3}) == "dict_type"
        assert self.refused({b"number": 3}) == "dict_type"


    @pytest.mark.parametrize(
        "name",
        ["9" * 5_000, "900101377777", "0900101", "٣" * 12, "canary@example.kz", "a\nb", "\x1b]0;x", "x" * 65],
        ids=ascii,
    )
    def test_names_of_fields_are_not_shown(self, form: bytes, name: str) -> None:
        adapter: TypeAdapter[Any] = TypeAdapter(qujat.ApplicationForm)
        value = json.loads(form)
        value[name] = 1
        applicant = value["applicant"]
        with pytest.raises(ValidationError) as caught:
            adapter.validate_python(value)
        error = caught.value
        [line] = error.errors()
        assert (line["type"], line["loc"], line["input"]) == ("UNKNOWN_FIELD", ("<unknown>",), "***")
        for shown in (str(error), repr(error), error.json(), str(error.errors()), ascii(error)):
            assert name not in shown
            for secret in ("iin", "surname", "given_name", "phone", "email"):
                assert applicant[secret] not in shown

    def test_what_pydantic_would_show_is_hidden(self, form: bytes) -> None:
        """Exceptions that pydantic takes for errors of the value come from elsewhere too."""

        def today() -> datetime.date:
            raise ValueError("no day")

        value = json.loads(form)
        by_day: TypeAdapter[Any] = TypeAdapter(Annotated[qujat.ApplicationForm, ReadBy(on=today)])
        adapter: TypeAdapter[Any] = TypeAdapter(qujat.ApplicationForm)
        with pytest.raises(RuntimeError, match="cannot be told"):
            by_day.validate_python(value)
        with pytest.raises(RuntimeError, match="cannot be told"):
            adapter.validate_python(value, context={"language": "xx"})


def test_it_needs_the_interpreters_lock() -> None:
    code = "import sys; sys._is_gil_enabled = lambda: False\ntry: import qujat\nexcept ImportError as e: print(e)"
    assert "needs the interpreter's lock" in program("-c", code)


def test_a_panic_shows_nothing() -> None:
    if not IS_DEBUG:
        assert not hasattr(_qujat, "_panic_for_test")
        return
    code = """
import qujat
from qujat import _qujat
from qujat.pydantic import ReadBy
try:
    _qujat._panic_for_test("900101377777")
except Exception as error:
    assert type(error) is qujat.InternalError and "900101377777" not in repr(error)
    print(error.place)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("core/src/kits/python/functions.rs:")
    assert done.stderr == ""
