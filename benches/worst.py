"""Writes what `make worst` and `make image-limits` measured into the documents.

    python3 benches/worst.py inputs build/worst docs/worst-inputs.md
    python3 benches/worst.py pictures build/image-limits.txt docs/biometrics.md

The tables stand between marks, each with the day and the processor.
"""

from __future__ import annotations

import datetime
import platform
import re
import sys
from pathlib import Path

BEGIN, END = "<!-- written by benches/worst.py -->\n", "<!-- until here -->\n"
LANGUAGES = ["Rust", "Python", "Node"]


def machine() -> str:
    """The day, the processor and the versions: figures of one machine."""
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    processor = found[1] if found else platform.machine()
    return f"Measured on {datetime.date.today().isoformat()} on one machine, {processor}."


def lines(file: Path) -> list[list[str]]:
    """Name, milliseconds, MiB, size and what was found."""
    return [line.split("\t") for line in file.read_text().splitlines()]


def size(count: int) -> str:
    """Bytes, in the unit in which limits are told."""
    return f"{count >> 20} MiB" if count % (1 << 20) == 0 else f"{round(count / 1024)} KiB"


def inputs(folder: Path) -> str:
    """Of each format, the most that its inputs take in each language; then arguments of Node."""
    costs: dict[str, dict[str, list[tuple[float, float]]]] = {}
    slowest, sizes = {}, {}
    for language in LANGUAGES:
        for name, ms, mebibytes, length, told in lines(folder / f"{language.lower()}.txt"):
            format = name.rsplit(".", 1)[0]
            costs.setdefault(format, {}).setdefault(language, []).append((float(ms), float(mebibytes)))
            sizes[format] = max(sizes.get(format, 0), int(length))
            if language == "Rust":
                slowest.setdefault(format, told.replace("|", "\\|").replace("`", "'"))
    heads = [f"{language}, {unit}" for unit in ("ms", "MiB") for language in LANGUAGES]
    table = ["| format | size | slowest in Rust | " + " | ".join(heads) + " |", "|---|---:|---|" + "---:|" * len(heads)]
    for format, each in costs.items():
        most = [
            f"{max(cost[unit] for cost in each[language]):.0f}" if language in each else ""
            for unit in (0, 1)
            for language in LANGUAGES
        ]
        table.append(f"| {format} | {size(sizes[format])} | `{slowest[format]}` | {' | '.join(most)} |")
    table += ["", "Arguments of Node with as many values as there may be, as objects and not as JSON:", ""]
    table += ["| argument | answer | ms | MiB |", "|---|---|---:|---:|"]
    for name, ms, mebibytes, _, told in lines(folder / "arguments.txt"):
        table.append(f"| {name} | {told if told == 'read' else f'`{told}`'} | {float(ms):.0f} | {float(mebibytes):.0f} |")
    return "\n".join(table) + "\n"


def pictures(file: Path) -> str:
    """The table of `make image-limits`, with names in words."""
    heads, dashes, *rows = file.read_text().splitlines()
    shown = []
    for row in rows:
        name, outcome, *figures = [cell.strip() for cell in row.strip("|").split("|")]
        outcome = outcome if outcome == "accepted" else f"`{outcome}`"
        shown.append("| " + " | ".join([name.replace("_", " "), outcome, *figures]) + " |")
    return "\n".join([heads, re.sub(r"(\|---\|---)(.*)", lambda found: found[1] + found[2].replace("---", "---:"), dashes), *shown]) + "\n"


def main(kind: str, measured: str, document: str) -> None:
    """Replaces what stands between the marks."""
    table = {"inputs": inputs, "pictures": pictures}[kind](Path(measured))
    path = Path(document)
    before, rest = path.read_text().split(BEGIN)
    _, after = rest.split(END)
    path.write_text(f"{before}{BEGIN}\n{machine()}\n\n{table}\n{END}{after}")


if __name__ == "__main__":
    main(*sys.argv[1:])
