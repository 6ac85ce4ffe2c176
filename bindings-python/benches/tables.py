"""A million eligibility decisions: each way writes one byte for each row, and all agree."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import duckdb  # noqa: E402
import numpy  # noqa: E402
import polars  # noqa: E402
import pyarrow  # noqa: E402

import qujat  # noqa: E402

ROWS = 1_000_000
TODAY = datetime.date(2026, 1, 20)
OWN = "qujat, from and to Polars"

EPOCH = datetime.date(1970, 1, 1)
DAY = (TODAY - EPOCH).days

# The places of the codes in the answers.
ELIGIBLE, TOO_EARLY, TOO_LATE = 0, 5, 6
NAMES = {"ELIGIBLE": ELIGIBLE, "TOO_EARLY": TOO_EARLY, "TOO_LATE": TOO_LATE}


def expiry_days() -> numpy.ndarray:
    """Days since 1970-01-01, within 120 days of the day asked about: all three answers are common."""
    return numpy.random.default_rng(20250528).integers(DAY - 120, DAY + 120, ROWS, numpy.int32)


def ways() -> dict[str, Callable[[], object]]:
    """The ways by name, each a call without arguments."""
    rules = qujat.Rulebook.edition()
    days = expiry_days()
    as_dates = polars.Series("e", days).cast(polars.Date)
    as_ints = polars.DataFrame({"e": days})
    frame = polars.DataFrame({"e": as_dates})
    arrow = as_dates.to_arrow()
    arrow_ints = pyarrow.table({"e": days})
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    connection.register("cards", arrow_ints)

    def own() -> polars.Series:
        return polars.Series(rules.decide_column(as_dates, TODAY))

    def own_arrow() -> object:
        return pyarrow.array(rules.decide_column(arrow, TODAY))

    def polars_tuned() -> polars.DataFrame:
        late = (polars.col("e") < DAY - 10).cast(polars.UInt8)
        early = (polars.col("e") > DAY + 30).cast(polars.UInt8)
        return as_ints.select(code=early * TOO_EARLY + late * TOO_LATE)

    def polars_as_it_reads() -> polars.DataFrame:
        left = (polars.col("e") - polars.lit(TODAY)).dt.total_days()
        code = polars.when(left > 30).then(polars.lit(TOO_EARLY, polars.UInt8))
        code = code.when(left < -10).then(polars.lit(TOO_LATE, polars.UInt8))
        return frame.select(code=code.otherwise(polars.lit(ELIGIBLE, polars.UInt8)))

    early_bytes = numpy.empty(ROWS, numpy.bool_)
    late_bytes = numpy.empty(ROWS, numpy.bool_)

    def numpy_tuned() -> numpy.ndarray:
        numpy.greater(days, DAY + 30, out=early_bytes)
        numpy.less(days, DAY - 10, out=late_bytes)
        code = early_bytes.view(numpy.uint8) * numpy.uint8(TOO_EARLY)
        code += late_bytes.view(numpy.uint8) * numpy.uint8(TOO_LATE)
        return code

    def numpy_plain() -> numpy.ndarray:
        left = days - DAY
        answers = [numpy.uint8(TOO_EARLY), numpy.uint8(TOO_LATE)]
        return numpy.select([left > 30, left < -10], answers, numpy.uint8(ELIGIBLE))

    def duckdb_ints() -> object:
        return connection.execute(
            f"select case when e > {DAY + 30} then {TOO_EARLY}::utinyint "
            f"when e < {DAY - 10} then {TOO_LATE}::utinyint else {ELIGIBLE}::utinyint end from cards"
        ).fetchnumpy()

    found: dict[str, Callable[[], object]] = {
        OWN: own,
        "qujat, from and to pyarrow": own_arrow,
        "qujat, table of five columns": lambda: rules.decide_table(as_dates, TODAY),
        "Polars, integers, tuned by hand": polars_tuned,
        "Polars, written as the rule reads": polars_as_it_reads,
        "NumPy, tuned": numpy_tuned,
        "NumPy, plain": numpy_plain,
        "DuckDB, integers": duckdb_ints,
    }
    names = own().cast(polars.String)
    expected = numpy.array([NAMES[name] for name in names], numpy.uint8)
    for way in (polars_tuned, polars_as_it_reads):
        assert (way()["code"].to_numpy() == expected).all()
    for numbers in (numpy_tuned(), numpy_plain()):
        assert (numbers == expected).all()
    return found
