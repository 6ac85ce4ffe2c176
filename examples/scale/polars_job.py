"""The nightly job on Polars: decides for each card, and says whether its holder is reminded in this
run.

    python polars_job.py CARDS.parquet... --into FOLDER --on 2026-01-20

The cards stream through: they are never in memory together. FOLDER must not be there yet: nothing is
removed, and it has its name only once the outcomes are whole. The cost of the job is printed as a line
of JSON.
"""

from __future__ import annotations

import argparse
import datetime
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

import qujat

OUTCOME = pl.Struct({"code": pl.String(), "remind": pl.Boolean()})


def screened(
    cards: pl.LazyFrame,
    on: datetime.date,
    last_run: datetime.date | None,
    in_library: list[float],
) -> pl.LazyFrame:
    """The outcome for each card. `in_library` gets the seconds of a processor spent in each call."""
    rules = qujat.Rulebook.edition()

    def outcomes(expires_on: pl.Series) -> pl.Series:
        asked = time.thread_time()
        code = rules.decide_column(expires_on, on)
        remind = rules.reminder_column(expires_on, on, last_run=last_run)
        in_library.append(time.thread_time() - asked)
        columns = {"code": pl.Series(code).cast(pl.String), "remind": pl.Series(remind)}
        return pl.DataFrame(columns).to_struct()

    outcome = pl.col("expires_on").map_batches(outcomes, return_dtype=OUTCOME, is_elementwise=True)
    return cards.select("card", outcome=outcome).unnest("outcome")


@contextmanager
def written_whole(into: Path) -> Iterator[Path]:
    """A folder next to `into` that is renamed to it at the end. One of a run that failed is left."""
    if into.exists() or into.is_symlink():
        raise SystemExit(f"{into} is there already: name a new folder")
    unfinished = into.with_name(f"{into.name}.unfinished")
    try:
        unfinished.mkdir(parents=True)
    except FileExistsError:
        raise SystemExit(f"{unfinished} is there already: remove it, or name another folder") from None
    yield unfinished
    unfinished.rename(into)


def peak_megabytes() -> float:
    """The memory at most of this process since it was started, without what it inherited."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def main() -> None:
    """Runs the job, and prints what it cost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cards", nargs="+")
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--on", type=datetime.date.fromisoformat, required=True)
    # All holders who had to be reminded since then are reminded now; by default the last run was the
    # day before.
    parser.add_argument("--last-run", type=datetime.date.fromisoformat)
    given = parser.parse_args()
    started = time.perf_counter()
    in_library: list[float] = []
    outcomes = screened(
        pl.scan_parquet(given.cards), given.on, given.last_run, in_library
    )
    with written_whole(given.into) as folder:
        outcomes.sink_parquet(folder / "outcomes.parquet", engine="streaming", compression="snappy")
    cost = {
        "engine": f"Polars {pl.__version__}",
        "start_seconds": 0.0,
        "seconds": time.perf_counter() - started,
        "processor_seconds": time.process_time(),
        "library_seconds": sum(in_library),
        "peak_megabytes": peak_megabytes(),
    }
    print(json.dumps(cost))


if __name__ == "__main__":
    main()
