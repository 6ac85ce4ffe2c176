"""Columns of pyarrow, Polars, pandas and DuckDB go in and come out."""

from __future__ import annotations

import datetime
import importlib
import json
import runpy
import sys
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import qujat
from conftest import ROOT

# Their own types do not hold them, or say less than the library knows; here they are not tested.
duckdb: Any = importlib.import_module("duckdb")
pandas: Any = importlib.import_module("pandas")
polars: Any = importlib.import_module("polars")
pyarrow: Any = importlib.import_module("pyarrow")

DAY = datetime.date(2026, 2, 10)
EPOCH = datetime.date(1970, 1, 1)
DATES = [
    datetime.date(2026, 3, 13),
    datetime.date(2026, 3, 12),
    None,
    datetime.date(2026, 1, 31),
    datetime.date(2026, 1, 30),
]
CODES = ["TOO_EARLY", "ELIGIBLE", None, "ELIGIBLE", "TOO_LATE"]


def days(dates: list[datetime.date | None]) -> list[int | None]:
    """Days since 1970-01-01."""
    return [None if date is None else (date - EPOCH).days for date in dates]


def listed(column: object) -> list[Any]:
    """The values of a column, by way of pyarrow."""
    values: list[Any] = pyarrow.array(column).to_pylist()
    return values


def sliced() -> Any:
    """A slice with an offset that is no multiple of eight, so that its null bits are shifted."""
    return pyarrow.array([DAY, None, DAY, *DATES, None, DAY])[3:8]


def chunked() -> Any:
    """Chunks, one of them empty."""
    parts = [DATES[:1], [], DATES[1:3], DATES[3:]]
    return pyarrow.chunked_array([pyarrow.array(part, pyarrow.date32()) for part in parts])


COLUMNS: dict[str, Callable[[], Any]] = {
    "pyarrow": lambda: pyarrow.array(DATES),
    "pyarrow int32": lambda: pyarrow.array(days(DATES), pyarrow.int32()),
    "pyarrow slice": sliced,
    "pyarrow chunks": chunked,
    "pyarrow table": lambda: pyarrow.table({"expires_on": DATES}),
    "polars": lambda: polars.Series(DATES),
    "polars slice": lambda: polars.Series([DAY, *DATES, DAY])[1:6],
    "polars chunks": lambda: polars.concat(
        [polars.Series(DATES[:2]), polars.Series(DATES[2:])], rechunk=False
    ),
    "pandas": lambda: pandas.Series(DATES, dtype=pandas.ArrowDtype(pyarrow.date32())),
    "duckdb": lambda: duckdb.sql(
        "select * from (values " + ", ".join(f"(date '{d}')" if d else "(null)" for d in DATES) + ")"
    ),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_of_other_libraries_are_read(rules: qujat.Rulebook, name: str) -> None:
    column = COLUMNS[name]()
    assert listed(rules.decide_column(column, DAY)) == CODES
    assert rules.decide_column(column, DAY).null_count == 1


def test_what_is_given_back_goes_into_other_libraries(rules: qujat.Rulebook) -> None:
    table = rules.decide_table(pyarrow.array(DATES), DAY)
    names = ["code", "failed", "days_left", "first_day", "last_day"]
    assert table.names == names == pyarrow.table(table).column_names
    frame = polars.DataFrame(table)
    assert frame["days_left"].to_list() == [31, 30, None, -10, -11]
    assert frame["failed"].to_list() == [32, 0, None, 0, 128]
    assert frame["first_day"].to_list()[1] == DAY
    assert frame["last_day"].to_list()[1] == datetime.date(2026, 2, 28)
    assert polars.Series(table["code"]).cast(polars.String).to_list() == CODES
    connection = duckdb.connect()
    connection.register("decisions", table)
    query = "select count(*) from decisions where code = 'ELIGIBLE'"
    [(count,)] = connection.execute(query).fetchall()
    assert count == 2
    assert len(table) == len(table["code"]) == 5
    with pytest.raises(KeyError):
        table["no_such_column"]
    assert pyarrow.field(table["days_left"]).type == pyarrow.int32()
    assert repr(table["days_left"]) == "<Column of 5 rows of Int32>"
    assert repr(table) == "<Table of 5 rows with code, failed, days_left, first_day, last_day>"


def test_a_decision_is_what_it_is_for_one_row(rules: qujat.Rulebook) -> None:
    first = datetime.date(2025, 1, 1)
    dates = [first + datetime.timedelta(days=n * 7919 % 700) for n in range(1_000_000)]
    column = pyarrow.array(dates)
    for today in (datetime.date(2025, 5, 27), DAY, datetime.date(2026, 3, 1)):
        table = pyarrow.table(rules.decide_table(column, today))
        codes = table["code"].to_pylist()
        assert codes == listed(rules.decide_column(column, today))
        rows = table.to_pylist()
        for row in range(0, len(dates), 997):
            decision: Any = rules.decide(qujat.Inquiry.renewal(dates[row]), today)
            assert codes[row] == decision.why()[0].code
            assert rows[row]["days_left"] == decision.days_left
            online = decision.online
            assert rows[row]["first_day"] == (online and online.first)
            assert rows[row]["last_day"] == (online and online.last)


def test_every_argument_can_be_a_column(rules: qujat.Rulebook) -> None:
    grounds = pyarrow.array(["expiry", "loss", "no ground", None]).dictionary_encode()
    code = rules.decide_column(
        pyarrow.array([DAY] * 4),
        polars.Series([DAY, DAY, DAY, DAY]),
        document=pyarrow.array(["identity_card", "passport", "passport", "passport"]),
        ground=grounds,
    )
    assert listed(code) == ["ELIGIBLE", "DOCUMENT_NOT_ONLINE", "UNKNOWN_VALUE", None]
    code = rules.decide_column(pyarrow.array([DAY] * 2), DAY, ground=qujat.Ground.LOSS)
    assert listed(code) == ["GROUND_NOT_ONLINE"] * 2
    with pytest.raises(ValueError, match="today has 1 rows, and the first column has 2"):
        rules.decide_column(pyarrow.array([DAY] * 2), pyarrow.array([DAY]))


def test_the_register_can_be_columns(rules: qujat.Rulebook) -> None:
    words = ["valid", "lost", None, "no status", "expired", "lost"]
    own = [True, None, False, True, None, False]
    column = pyarrow.array([DAY] * 6)
    table = pyarrow.table(
        rules.decide_table(
            column, DAY, status=pyarrow.array(words), is_holder=pyarrow.array(own, pyarrow.bool_())
        )
    )
    codes = ["ELIGIBLE", "CARD_NOT_VALID", "NOT_HOLDER", None, "ELIGIBLE", "CARD_NOT_VALID"]
    assert table["code"].to_pylist() == codes
    assert table["failed"].to_pylist() == [0, 512, 1024, None, 0, 1536]
    assert [day is None for day in table["first_day"].to_pylist()] == [False, True, True, True, False, True]
    for code, word, is_holder in zip(codes, words, own, strict=True):
        if code is not None:
            status = word and qujat.CardStatus(word)
            inquiry = qujat.Inquiry("identity_card", "expiry", DAY, status=status, is_holder=is_holder)
            assert rules.decide(inquiry, DAY).why()[0].code == code
    # One answer for all rows, and chunks whose rows are not those of the other columns.
    assert listed(rules.decide_column(column, DAY, is_holder=False)) == ["NOT_HOLDER"] * 6
    assert listed(rules.decide_column(column, DAY, status=qujat.CardStatus.LOST)) == ["CARD_NOT_VALID"] * 6
    chunks = pyarrow.chunked_array([own[:1], own[1:]], pyarrow.bool_())
    days = pyarrow.chunked_array([pyarrow.array([DAY] * 4), pyarrow.array([DAY] * 2)])
    holders = listed(rules.decide_column(days, DAY, is_holder=chunks))
    assert holders == ["ELIGIBLE" if answer is not False else "NOT_HOLDER" for answer in own]
    assert listed(rules.decide_column(column, DAY, is_holder=pyarrow.nulls(6))) == ["ELIGIBLE"] * 6
    with pytest.raises(ValueError, match="is_holder has 1 rows, and the first column has 6"):
        rules.decide_column(column, DAY, is_holder=pyarrow.array([True]))
    with pytest.raises(TypeError, match="a column of boolean is needed, not of Int64"):
        rules.decide_column(column, DAY, is_holder=pyarrow.array([1] * 6))


def test_each_row_can_have_its_own_day(rules: qujat.Rulebook) -> None:
    first = datetime.date(2025, 5, 1)
    dates = [first + datetime.timedelta(days=n * 31 % 400) for n in range(5_000)]
    today = [first + datetime.timedelta(days=n * 17 % 370) for n in range(5_000)]
    table = pyarrow.table(rules.decide_table(pyarrow.array(dates), pyarrow.array(today)))
    for row, (expires_on, day) in zip(table.to_pylist(), zip(dates, today)):
        decision: Any = rules.decide(qujat.Inquiry.renewal(expires_on), day)
        assert row["code"] == decision.why()[0].code
        assert row["days_left"] == decision.days_left
    assert len(set(table["code"].to_pylist())) == 7


def test_a_bad_row_is_a_code_and_no_exception(rules: qujat.Rulebook) -> None:
    column = pyarrow.array([2**31 - 1, -(2**31), 20_500], pyarrow.int32())
    table = pyarrow.table(rules.decide_table(column, datetime.date(2026, 2, 16)))
    assert table["code"].to_pylist() == ["DATE_INVALID", "DATE_INVALID", "ELIGIBLE"]
    assert table["days_left"].to_pylist()[:2] == [None, None]
    assert listed(rules.reminder_column(column, DAY))[:2] == [None, None]


def test_a_wrong_type_says_what_is_needed(rules: qujat.Rulebook) -> None:
    with pytest.raises(TypeError, match="date32, or of int32 .* not of Utf8"):
        rules.decide_column(pyarrow.array(["2026-02-10"]), DAY)
    with pytest.raises(TypeError, match="date32.*not of Timestamp"):
        rules.decide_column(pyarrow.array([datetime.datetime(2026, 2, 10)]), DAY)
    with pytest.raises(TypeError, match="__arrow_c_array__ or __arrow_c_stream__ is needed, not list"):
        rules.decide_column([DAY], DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="a table of 2"):
        rules.decide_column(pyarrow.table({"a": [DAY], "b": [DAY]}), DAY)
    with pytest.raises(TypeError, match="utf8.*not of Int64"):
        rules.parse_iin_table(pyarrow.array([1]), DAY)
    with pytest.raises(TypeError, match="datetime.date is needed, not datetime"):
        rules.decide_column(pyarrow.array([DAY]), datetime.datetime(2026, 2, 10))


def test_capsules_of_another_name_are_refused(rules: qujat.Rulebook) -> None:
    class Swapped:
        """Gives the capsules in the wrong order."""

        def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
            schema, array = pyarrow.array(DATES).__arrow_c_array__()
            return (array, schema)

    class Taken:
        """Gives the same capsules twice."""

        capsules: tuple[object, object] = pyarrow.array(DATES).__arrow_c_array__()

        def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
            return self.capsules

    with pytest.raises(ValueError):
        rules.decide_column(Swapped(), DAY)
    taken = Taken()
    assert listed(rules.decide_column(taken, DAY)) == CODES
    with pytest.raises(ValueError, match="taken"):
        rules.decide_column(taken, DAY)


def test_a_stream_that_fails_raises(rules: qujat.Rulebook) -> None:
    schema = pyarrow.schema({"day": pyarrow.date32()})

    def batches() -> Any:
        yield pyarrow.record_batch({"day": pyarrow.array([DAY])})
        raise RuntimeError("the disk is gone")

    reader = pyarrow.RecordBatchReader.from_batches(schema, batches())
    with pytest.raises(ValueError, match="the disk is gone"):
        rules.decide_column(reader, DAY)


def test_empty_columns(rules: qujat.Rulebook) -> None:
    for column in (
        pyarrow.array([], pyarrow.date32()),
        pyarrow.chunked_array([], pyarrow.date32()),
        polars.Series([], dtype=polars.Date),
    ):
        assert listed(rules.decide_column(column, DAY)) == []
        assert len(rules.decide_table(column, DAY)) == 0
        assert listed(rules.reminder_column(column, DAY)) == []
        assert len(rules.quote_table(column)) == 0
    assert len(rules.parse_iin_table(pyarrow.array([], pyarrow.string()), DAY)) == 0
    assert listed(rules.decide_column(pyarrow.nulls(3), DAY)) == [None] * 3


def test_a_day_without_rules_is_refused_where_it_is_given_once(rules: qujat.Rulebook) -> None:
    text = """{"edition": "gap", "extends": "service-2025",
        "sources": {"own": {"confidence": "own_choice", "title": {"kk": "Ү", "ru": "П", "en": "E"}}},
        "window": %s}"""
    source = qujat.Rulebook.edition_text("service-2025")
    assert source is not None
    window = json.loads(source)["window"]
    for entry in window.values():
        entry["from"] = "2026-01-01"
    book = qujat.Rulebook.load(text % json.dumps(window))
    early = datetime.date(2025, 12, 31)
    for call in (book.decide_column, book.decide_table, book.reminder_column):
        with pytest.raises(qujat.Error) as raised:
            call(pyarrow.array([DAY]), early)
        assert raised.value.code == "NOT_COVERED"
    code = book.decide_column(pyarrow.array([DAY] * 2), pyarrow.array([early, DAY]))
    assert listed(code) == ["NOT_COVERED", "ELIGIBLE"]


def test_reminders(rules: qujat.Rulebook) -> None:
    dates = [DAY + datetime.timedelta(days=n) for n in range(60)]
    found = listed(rules.reminder_column(pyarrow.array([*dates, None]), DAY))
    assert found == [rules.reminder(date, DAY) is not None for date in dates] + [None]
    assert sum(map(bool, found)) == 2


NUMBERS = ["900101300007", None, "900101300008", "9001", "９00101300007", "000229500001", ""]


@pytest.mark.parametrize(
    "column",
    [
        pyarrow.array(NUMBERS),
        pyarrow.array(NUMBERS, pyarrow.large_string()),
        pyarrow.array(NUMBERS, pyarrow.string_view()),
        pyarrow.array(NUMBERS).dictionary_encode(),
        pyarrow.array(["", None, *NUMBERS])[2:],
        polars.Series(NUMBERS),
        polars.Series(NUMBERS, dtype=polars.Categorical),
    ],
    ids=lambda column: str(getattr(column, "type", getattr(column, "dtype", ""))),
)
def test_numbers_are_read_as_one_is(rules: qujat.Rulebook, column: Any) -> None:
    rows = pyarrow.table(rules.parse_iin_table(column, DAY)).to_pylist()
    for text, row in zip(NUMBERS, rows, strict=True):
        if text is None:
            assert set(row.values()) == {None}
            continue
        try:
            iin = rules.parse_iin(text, DAY).iin
            assert row == {"valid": True, "code": None, "birth_date": iin.birth_date, "sex": iin.sex}
        except qujat.Error as error:
            assert row == {"valid": False, "code": error.code, "birth_date": None, "sex": None}


def test_fees(rules: qujat.Rulebook) -> None:
    on = [datetime.date(2025, 11, 10), DAY, None, datetime.date(2027, 2, 1), DAY, DAY]
    grounds = ["expiry", "loss", "loss", "loss", "no ground", "loss"]
    exemptions = [None, None, None, None, None, "disability"]
    table = pyarrow.table(
        rules.quote_table(
            pyarrow.array(on),
            ground=pyarrow.array(grounds).dictionary_encode(),
            exemption=pyarrow.array(exemptions),
        )
    )
    amounts = [Decimal("786.40"), Decimal("865.00"), None, None, None, Decimal("0.00")]
    assert table["total"].to_pylist() == amounts
    codes = [None, None, None, "NOT_COVERED", "UNKNOWN_VALUE", None]
    assert table["code"].to_pylist() == codes
    one = rules.quote_table(pyarrow.array([DAY]), ground="loss", exemption="disability")
    assert listed(one["total"]) == [Decimal(0)]
    passport = rules.quote_table(pyarrow.array([DAY]), document="passport", pages=36, ground="loss")
    assert listed(passport["total"]) == [Decimal("34600.00")]
    assert polars.DataFrame(passport)["total"].to_list() == [Decimal("34600.00")]


def test_nothing_is_copied(rules: qujat.Rulebook) -> None:
    table = rules.decide_table(pyarrow.array(DATES), DAY)
    column = table["days_left"]
    first, second = pyarrow.array(column), pyarrow.array(column)
    assert first.buffers()[1].address == second.buffers()[1].address
    assert pyarrow.table(table)["days_left"].chunk(0).buffers()[1].address == first.buffers()[1].address
    # The null bits that come out are those that went in.
    given = pyarrow.array(DATES)
    failed = pyarrow.array(rules.decide_table(given, DAY)["failed"])
    assert failed.buffers()[0].address == given.buffers()[0].address


def test_memory_outlives_its_maker(rules: qujat.Rulebook) -> None:
    column = pyarrow.array(rules.decide_table(pyarrow.array(DATES), DAY)["code"])
    before = pyarrow.total_allocated_bytes()
    for _ in range(200):
        rules.decide_column(pyarrow.array([DAY] * 10_000), DAY)
    assert pyarrow.total_allocated_bytes() - before < 1_000_000
    assert column.to_pylist() == CODES


def test_other_threads_run_meanwhile(rules: qujat.Rulebook) -> None:
    column = pyarrow.array(["900101300007"] * 2_000_000)
    counted, stop = 0, threading.Event()

    def count() -> None:
        nonlocal counted
        while not stop.is_set():
            counted += 1
            time.sleep(0)

    before = sys.getswitchinterval()
    thread = threading.Thread(target=count)
    sys.setswitchinterval(60)
    try:
        started = counted
        thread.start()
        rules.parse_iin_table(column, DAY)
        ended = counted
    finally:
        stop.set()
        sys.setswitchinterval(before)
        thread.join()
    assert ended > started


def test_the_example_screens_cards(capsys: pytest.CaptureFixture[str]) -> None:
    example = runpy.run_path(str(ROOT / "examples" / "python" / "screen_cards.py"))
    example["main"](20_000)
    text = capsys.readouterr().out
    counts = example["screen"](example["cards"](20_000), DAY)
    assert sum(counts["codes"].values()) == 20_000
    assert counts["reminded"] > 0 and f"{counts['reminded']:,} holders" in text
