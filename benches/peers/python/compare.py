"""Compares the library with what a good team would write by hand, in one process.

    python compare.py [ROUNDS] [REPORT.json] [WITHOUT_FACE] > report.md

All ways to an answer take turns, each for about a millisecond, so that what else the machine does hits
each alike. Measured is processor time, which is that of a clock on the wall where nothing else runs:
every way uses one thread. Figures are medians of the rounds, the spread is the distance of their
quartiles, and ratios are those of the medians. Before anything is measured, all sides are asked
whether they agree.

WITHOUT_FACE is a folder with the library in a build without its face engine, which is measured too.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import packages
import pairs

HERE = Path(__file__).parent
# The least time for which a way is timed before the next has its turn.
TOGETHER_NS = 1_000_000


class Times(NamedTuple):
    """Nanoseconds of an answer."""

    median: float
    spread: float


def nanoseconds(call: pairs.Call, calls: int) -> int:
    """Processor time of some calls, one after the other."""
    started = time.process_time_ns()
    for _ in range(calls):
        call()
    return time.process_time_ns() - started


def calls_together(call: pairs.Call) -> int:
    """The number of calls to time together, so that each way is timed for about as long."""
    call()
    calls = 1
    while (taken := nanoseconds(call, calls)) < TOGETHER_NS / 4:
        calls *= 4
    return max(1, round(calls * TOGETHER_NS / taken))


def measure(row: pairs.Row, rounds: int) -> dict[str, Times]:
    """The times of all ways by name; the library's are first."""
    ways = {"qujat": pairs.Way(row.own), **row.peers}
    calls = {name: calls_together(way.call) for name, way in ways.items()}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(nanoseconds(way.call, calls[name]) / calls[name] / way.answers)
    found = {}
    for name, values in times.items():
        first, median, third = statistics.quantiles(values, n=4)
        found[name] = Times(median, third - first)
    return found


def report(row: pairs.Row, times: dict[str, Times]) -> dict[str, Any]:
    """A row as JSON."""
    own = times.pop("qujat")
    peers = [
        {
            "name": name,
            "median_ns": round(found.median, 1),
            "spread_ns": round(found.spread, 1),
            "ratio": round(found.median / own.median, 3),
        }
        for name, found in times.items()
    ]
    met = None
    if row.target:
        met = peers[0]["ratio"] >= row.target
    elif row.target_ns:
        met = own.median <= row.target_ns
    return {
        "row": row.row,
        "what": row.what,
        "median_ns": round(own.median, 1),
        "spread_ns": round(own.spread, 1),
        "peers": peers,
        "target": row.target,
        "target_ns": row.target_ns,
        "met": met,
    }


def written(nanoseconds: float) -> str:
    """Three digits with a unit."""
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def figure(measured: dict[str, Any]) -> str:
    """The figure of the library or of a peer."""
    if "bytes" in measured:
        return f"{measured['bytes'] / 1e6:.3g} MB"
    return f"{written(measured['median_ns'])} ± {written(measured['spread_ns'] / 2)}"


def markdown(row: dict[str, Any]) -> str:
    """A row, or one for each peer."""
    target = ""
    if row.get("target"):
        target = f"≥ {row['target']:.3g} ×"
    elif row.get("target_ns"):
        target = f"≤ {written(row['target_ns'])}"
    if row["met"] is False:
        target += " (missed)"
    lines = []
    for peer in row["peers"] or [None]:
        other = [figure(peer), peer["name"], f"{peer['ratio']:.3g} ×"] if peer else [""] * 3
        lines.append(" | ".join(["", row["what"], figure(row), *other, target, ""]).strip())
        target = ""
    return "\n".join(lines)


def machine() -> str:
    """The processor, how many there are, and the system."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text().splitlines() if information.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} processors, {platform.system()}"


def versions() -> dict[str, str]:
    """Of Python, the library, and what it is compared with."""
    lines = (HERE / "requirements.txt").read_text().splitlines()
    names = ["qujat", *(line.partition("==")[0] for line in lines if "==" in line)]
    found = {name: importlib.metadata.version(name) for name in names}
    return {platform.python_implementation(): platform.python_version(), **found}


def without_face(rounds: int, library: Path) -> dict[str, Any]:
    """The row of a build without the face engine, with its peers in a process of its own."""
    program = (
        "import json, compare, pairs; row = pairs.without_face()\n"
        f"print(json.dumps(compare.report(row, compare.measure(row, {rounds}))))"
    )
    environment = {**os.environ, "PYTHONPATH": str(library.resolve())}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=HERE, env=environment, stdout=subprocess.PIPE, check=True)
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def main(rounds: int, file: Path | None, library: Path | None) -> None:
    """Prints the report, and writes the same as JSON."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"# Measured: {platform.python_implementation()} {platform.python_version()}\n")
    print(
        f"{machine()}, load {load}, processor time,"
        f" medians of {rounds} rounds ± half the distance of the quartiles.\n"
    )
    print("| what | qujat | other | the other | faster by | target |")
    print("|---|---|---|---|---|---|")
    found = []
    for pair in pairs.rows():
        found.append(report(pair, measure(pair, rounds)))
        print(markdown(found[-1]), flush=True)
    others = [without_face(rounds, library)] if library else []
    others += [packages.imports(rounds // 2), packages.sizes()]
    for row in others:
        print(markdown(row))
    found += others
    if file:
        known = {"language": "Python", "machine": machine(), "load": load, "rounds": rounds}
        file.parent.mkdir(parents=True, exist_ok=True)
        whole = {**known, "versions": versions(), "rows": found}
        file.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 31,
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
        Path(sys.argv[3]) if len(sys.argv) > 3 else None,
    )
