"""The nightly job on Spark: decides for each card, and says whether its holder is reminded in this
run.

    python spark_job.py CARDS.parquet... --into FOLDER --on 2026-01-20 --wheel qujat-….whl

FOLDER must not be there yet: nothing is removed. The library need not be installed on the workers: Spark
sends them the wheel, and unpacks it there. `spark-submit --master …` runs the same file on a cluster. The
workers have this file alone, so nothing of the other files here is used in it. The cost of the job is
printed as a line of JSON.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow
import pyspark
from pyspark import Accumulator, SparkFiles
from pyspark.sql import SparkSession

Batches = Iterator[pyarrow.RecordBatch]

# The folder with the unpacked wheel on each worker.
UNPACKED = "qujat-wheel"
OUTCOME = "card bigint, code string, remind boolean"
# Cards handed to Python at once; Spark's own default is 10 000.
BATCH = 100_000


def session(wheel: Path, folder: Path) -> SparkSession:
    """A session whose workers get the wheel, as an archive that Spark knows how to unpack."""
    # Workers run this Python, unless the cluster has another one.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    archive = shutil.copy(wheel, folder / "qujat.zip")
    builder = SparkSession.builder.appName("reminders").config(
        "spark.archives", f"{archive}#{UNPACKED}"
    )
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", BATCH)
    started = builder.config("spark.ui.showConsoleProgress", False).getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    return started


def screening(
    on: datetime.date,
    last_run: datetime.date | None,
    in_library: Accumulator[float],
    in_worker: Accumulator[float],
) -> Callable[[Batches], Batches]:
    """The work of each worker with its batches of cards. The accumulators sum up seconds of a
    processor."""

    def screen(batches: Batches) -> Batches:
        begun = time.process_time()
        sys.path.insert(0, SparkFiles.get(UNPACKED))
        import qujat

        rules = qujat.Rulebook.edition()
        for batch in batches:
            expires_on = batch.column("expires_on")
            asked = time.thread_time()
            code = rules.decide_column(expires_on, on)
            remind = rules.reminder_column(expires_on, on, last_run=last_run)
            in_library.add(time.thread_time() - asked)
            # Spark takes no dictionaries.
            columns = [
                batch.column("card"),
                pyarrow.array(code).dictionary_decode(),
                pyarrow.array(remind),
            ]
            yield pyarrow.RecordBatch.from_arrays(columns, ["card", "code", "remind"])
        in_worker.add(time.process_time() - begun)

    return screen


def seconds_of_processor(process: int) -> float:
    """The time that a running process has used of the processors."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Runs the job, and prints what it cost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cards", nargs="+")
    parser.add_argument("--into", required=True)
    parser.add_argument("--on", type=datetime.date.fromisoformat, required=True)
    # All holders who had to be reminded since then are reminded now; by default the last run was the
    # day before.
    parser.add_argument("--last-run", type=datetime.date.fromisoformat)
    parser.add_argument("--wheel", type=Path, required=True)
    given = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        spark = session(given.wheel, Path(folder))
        started = time.perf_counter()
        in_library = spark.sparkContext.accumulator(0.0)
        in_worker = spark.sparkContext.accumulator(0.0)
        screen = screening(given.on, given.last_run, in_library, in_worker)
        cards = spark.read.schema("card bigint, expires_on date").parquet(*given.cards)
        cards.mapInArrow(screen, OUTCOME).write.mode("errorifexists").parquet(given.into)
        ended = time.perf_counter()
        gateway = spark.sparkContext._gateway
        engine = seconds_of_processor(gateway.proc.pid) if gateway else 0.0
        spark.stop()
    cost = {
        "engine": f"Spark {pyspark.__version__}",
        "start_seconds": started - begun,
        "seconds": ended - started,
        "processor_seconds": engine + in_worker.value + time.process_time(),
        "library_seconds": in_library.value,
    }
    print(json.dumps(cost))


if __name__ == "__main__":
    main()
