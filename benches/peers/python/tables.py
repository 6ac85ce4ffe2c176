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
OWN = "qujat, from and to pyarrow"

EPOCH = datetime.date(1970, 1, 1)
DAY = (TODAY - EPOCH).days

# The places of the codes in the answers.
ELIGIBLE, NOT_STARTED, ENDED, TOO_EARLY, NEVER, TOO_LATE, LONG_EXPIRED = 0, 3, 5, 6, 7, 8, 9
NAMES = {
    "ELIGIBLE": ELIGIBLE,
    "PILOT_NOT_STARTED": NOT_STARTED,
    "PILOT_ENDED": ENDED,
    "TOO_EARLY": TOO_EARLY,
    "NEVER_ONLINE": NEVER,
    "TOO_LATE": TOO_LATE,
    "LONG_EXPIRED": LONG_EXPIRED,
}

# The pilot of the default edition.
FIRST = (datetime.date(2025, 5, 28) - EPOCH).days
LAST = (datetime.date(2026, 2, 28) - EPOCH).days
# A card that expires later is never renewed online, and one that expired earlier never was.
LAST_EXPIRY, FIRST_EXPIRY = LAST + 30, FIRST - 10


def expiry_days() -> numpy.ndarray:
    """Days since 1970-01-01, within 120 days of the day asked about: four answers are common."""
    return numpy.random.default_rng(20250528).integers(DAY - 120, DAY + 120, ROWS, numpy.int32)


def ways() -> dict[str, Callable[[], object]]:
    """The ways by name, each a call without arguments. All cards are asked about on one day."""
    rules = qujat.Rulebook.edition()
    days = expiry_days()
    as_dates = polars.Series("e", days).cast(polars.Date)
    as_ints = polars.DataFrame({"e": days})
    frame = polars.DataFrame({"e": as_dates})
    arrow = as_dates.to_arrow()
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    noon = (days.astype(numpy.int64) * 86_400 + 43_200) * 1_000_000
    instants = pyarrow.array(noon).cast(pyarrow.timestamp("us", "UTC"))
    connection.register("cards", pyarrow.table({"e": days, "i": instants}))

    def own() -> polars.Series:
        return polars.Series(rules.decide_column(as_dates, TODAY))

    def polars_tuned() -> polars.DataFrame:
        late = (polars.col("e") < DAY - 10).cast(polars.UInt8)
        early = (polars.col("e") > DAY + 30).cast(polars.UInt8)
        never = (polars.col("e") > LAST_EXPIRY).cast(polars.UInt8)
        return as_ints.select(code=early * TOO_EARLY + never * (NEVER - TOO_EARLY) + late * TOO_LATE)

    def polars_as_it_reads() -> polars.DataFrame:
        left = (polars.col("e") - polars.lit(TODAY)).dt.total_days()
        last = polars.lit(EPOCH + datetime.timedelta(days=LAST_EXPIRY))
        code = polars.when(polars.col("e") > last).then(polars.lit(NEVER, polars.UInt8))
        code = code.when(left > 30).then(polars.lit(TOO_EARLY, polars.UInt8))
        code = code.when(left < -10).then(polars.lit(TOO_LATE, polars.UInt8))
        return frame.select(code=code.otherwise(polars.lit(ELIGIBLE, polars.UInt8)))

    early, never, late = (numpy.empty(ROWS, numpy.bool_) for _ in range(3))

    def numpy_tuned() -> numpy.ndarray:
        numpy.greater(days, DAY + 30, out=early)
        numpy.greater(days, LAST_EXPIRY, out=never)
        numpy.less(days, DAY - 10, out=late)
        code = early.view(numpy.uint8) * numpy.uint8(TOO_EARLY)
        code += never.view(numpy.uint8) * numpy.uint8(NEVER - TOO_EARLY)
        code += late.view(numpy.uint8) * numpy.uint8(TOO_LATE)
        return code

    def numpy_plain() -> numpy.ndarray:
        left = days - DAY
        checks = [days > LAST_EXPIRY, left > 30, left < -10]
        answers = [numpy.uint8(NEVER), numpy.uint8(TOO_EARLY), numpy.uint8(TOO_LATE)]
        return numpy.select(checks, answers, numpy.uint8(ELIGIBLE))

    def duckdb_ints() -> dict[str, numpy.ndarray]:
        return connection.execute(
            f"select case when e > {LAST_EXPIRY} then {NEVER}::utinyint "
            f"when e > {DAY + 30} then {TOO_EARLY}::utinyint "
            f"when e < {DAY - 10} then {TOO_LATE}::utinyint else {ELIGIBLE}::utinyint end from cards"
        ).fetchnumpy()

    def duckdb_instants() -> dict[str, numpy.ndarray]:
        left = f"(i at time zone 'Asia/Almaty')::date - date '{TODAY}'"
        return connection.execute(
            f"select case when {left} > {LAST_EXPIRY - DAY} then {NEVER}::utinyint "
            f"when {left} > 30 then {TOO_EARLY}::utinyint "
            f"when {left} < -10 then {TOO_LATE}::utinyint else {ELIGIBLE}::utinyint end from cards"
        ).fetchnumpy()

    expected = numpy.array([NAMES[name] for name in own().cast(polars.String)], numpy.uint8)
    for frame_way in (polars_tuned, polars_as_it_reads):
        assert (frame_way()["code"].to_numpy() == expected).all()
    for codes in (numpy_tuned(), numpy_plain(), *duckdb_ints().values(), *duckdb_instants().values()):
        assert (codes == expected).all()
    return {
        OWN: lambda: pyarrow.array(rules.decide_column(arrow, TODAY)),
        "qujat, from and to Polars": own,
        "qujat, table of five columns": lambda: rules.decide_table(arrow, TODAY),
        "Polars, integers, tuned by hand": polars_tuned,
        "Polars, written as the rule reads": polars_as_it_reads,
        "NumPy, tuned": numpy_tuned,
        "NumPy, plain": numpy_plain,
        "DuckDB, integers": duckdb_ints,
        "DuckDB, instants with a time zone": duckdb_instants,
    }


def ways_of_two_columns() -> dict[str, Callable[[], object]]:
    """The same where each card is asked about on a day of its own, with the checks of the pilot."""
    rules = qujat.Rulebook.edition()
    days = expiry_days()
    asked = numpy.random.default_rng(1).integers(LAST - 60, LAST + 20, ROWS, numpy.int32)
    frame = polars.DataFrame({"e": days, "t": asked})
    expires_on, today = pyarrow.array(days), pyarrow.array(asked)
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    connection.register("cards", pyarrow.table({"e": days, "t": asked}))

    def own() -> pyarrow.Array:
        return pyarrow.array(rules.decide_column(expires_on, today))

    def polars_tuned() -> polars.DataFrame:
        e, t = polars.col("e"), polars.col("t")
        left = e - t
        code = polars.when(t < FIRST).then(polars.lit(NOT_STARTED, polars.UInt8))
        code = code.when(t > LAST).then(polars.lit(ENDED, polars.UInt8))
        code = code.when(e > LAST_EXPIRY).then(polars.lit(NEVER, polars.UInt8))
        code = code.when(left > 30).then(polars.lit(TOO_EARLY, polars.UInt8))
        code = code.when(e < FIRST_EXPIRY).then(polars.lit(LONG_EXPIRED, polars.UInt8))
        code = code.when(left < -10).then(polars.lit(TOO_LATE, polars.UInt8))
        return frame.select(code=code.otherwise(polars.lit(ELIGIBLE, polars.UInt8)))

    def numpy_tuned() -> numpy.ndarray:
        left = days - asked
        code = (left > 30).view(numpy.uint8) * numpy.uint8(TOO_EARLY)
        code += (days > LAST_EXPIRY).view(numpy.uint8) * numpy.uint8(NEVER - TOO_EARLY)
        code += (left < -10).view(numpy.uint8) * numpy.uint8(TOO_LATE)
        code += (days < FIRST_EXPIRY).view(numpy.uint8) * numpy.uint8(LONG_EXPIRED - TOO_LATE)
        numpy.copyto(code, numpy.uint8(ENDED), where=asked > LAST)
        numpy.copyto(code, numpy.uint8(NOT_STARTED), where=asked < FIRST)
        return code

    def duckdb_ints() -> dict[str, numpy.ndarray]:
        return connection.execute(
            f"select case when t < {FIRST} then {NOT_STARTED}::utinyint "
            f"when t > {LAST} then {ENDED}::utinyint "
            f"when e > {LAST_EXPIRY} then {NEVER}::utinyint "
            f"when e < {FIRST_EXPIRY} then {LONG_EXPIRED}::utinyint "
            f"when e - t > 30 then {TOO_EARLY}::utinyint "
            f"when e - t < -10 then {TOO_LATE}::utinyint else {ELIGIBLE}::utinyint end from cards"
        ).fetchnumpy()

    expected = numpy.array([NAMES[name] for name in own().to_pylist()], numpy.uint8)
    assert (polars_tuned()["code"].to_numpy() == expected).all()
    for codes in (numpy_tuned(), *duckdb_ints().values()):
        assert (codes == expected).all()
    return {
        OWN: own,
        "Polars, integers, tuned by hand": polars_tuned,
        "NumPy, tuned": numpy_tuned,
        "DuckDB, integers": duckdb_ints,
    }
