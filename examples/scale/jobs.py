"""Runs the jobs as programs of their own, as a scheduler would."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Cost(NamedTuple):
    """The cost of a job."""

    # The engine and its version.
    engine: str
    # Until the engine is there, and from then on until the outcomes are written.
    start_seconds: float
    seconds: float
    # Of all processors together: of the whole job, and of the library's calls in it.
    processor_seconds: float
    library_seconds: float
    # Resident memory at most, where the job is a single process.
    peak_megabytes: float | None = None


def run(job: str, cards: list[Path], into: Path, on: datetime.date, wheel: Path) -> Cost:
    """Runs `spark` or `polars` on this machine. Only the job on Polars finds the library installed;
    the one on Spark has to send the wheel to its workers."""
    arguments = [sys.executable, str(HERE / f"{job}_job.py"), *map(str, cards)]
    arguments += ["--into", str(into), "--on", str(on)]
    environment = dict(os.environ)
    if job == "spark":
        arguments += ["--wheel", str(wheel)]
        environment.pop("PYTHONPATH", None)
        environment["SPARK_LOCAL_IP"] = "127.0.0.1"
        environment["PYSPARK_SUBMIT_ARGS"] = "--conf spark.ui.enabled=false pyspark-shell"
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"the job on {job} has failed:\n{done.stderr}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))
