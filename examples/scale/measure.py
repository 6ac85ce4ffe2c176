"""Runs both jobs on registers of growing size, compares what they have written, and reports the cost.

python measure.py CARDS FOLDER WHEEL > report.md
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from pathlib import Path

import cards
import jobs
import outcomes

SIZES = [1_000_000, 5_000_000, 20_000_000]
HEADER = """\
| cards | engine | start, s | job, s | processor, s | of one million, s | library | memory, MB | checksum |
|---:|---|---:|---:|---:|---:|---:|---:|---|"""


def row(count: int, cost: jobs.Cost, checksum: str) -> str:
    """A row of the report."""
    millions = count / 1_000_000
    memory = f"{cost.peak_megabytes:.0f}" if cost.peak_megabytes else "–"
    return (
        f"| {count:,} | {cost.engine} | {cost.start_seconds:.1f} | {cost.seconds:.2f} "
        f"| {cost.processor_seconds:.2f} | {cost.processor_seconds / millions:.2f} "
        f"| {cost.library_seconds / cost.processor_seconds:.2%} | {memory} | `{checksum}` |"
    )


def main(count: int, folder: Path, wheel: Path) -> None:
    """Prints the report, and writes the figures next to the cards."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {load}, on {cards.TODAY}.\n")
    print(HEADER, flush=True)
    measured = []
    for size in [size for size in SIZES if size < count] + [count]:
        register = cards.write(size, folder / "cards")
        found = {}
        for job in ("spark", "polars"):
            with tempfile.TemporaryDirectory(dir=folder) as new:
                cost = jobs.run(job, register, Path(new, job), cards.TODAY, wheel)
                found[job] = outcomes.summary(Path(new, job))
            print(row(size, cost, found[job].checksum), flush=True)
            measured.append({"cards": size, **cost._asdict(), "checksum": found[job].checksum})
        if found["spark"] != found["polars"] or found["spark"].cards != size:
            sys.exit(f"the outcomes differ: {found}")
    counts = ", ".join(f"{number:,} {code}" for code, number in found["spark"].codes.items())
    print(f"\nOf {count:,} cards: {counts}; {found['spark'].reminded:,} holders are reminded.")
    (folder / "scale.json").write_text(json.dumps(measured, indent=1) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
