"""Adds what the logs of `scripts/fuzz.sh` say to the table of fuzz/README.md.

    python3 fuzz/stats.py build/fuzz README.md

The table keeps the executions of all runs, also of those whose logs are gone. What it has of the logs that
are there is remembered in build/fuzz/counted.json, so that no run counts twice.
"""

import json
import re
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parent / "corpus"
BEGIN, END = "<!-- written by stats.py -->\n", "<!-- until here -->\n"
KINDS = ("none", "address")


class Log:
    """The runs of one target: executions, edges and features."""

    def __init__(self, path):
        self.executions = self.edges = self.features = 0
        if not path.exists():
            return
        for run in re.split(r"^INFO: Running with entropic", path.read_text(errors="replace"), flags=re.M):
            # A run that was ended has no final statistics, only its last line.
            done = re.findall(r"number_of_executed_units: (\d+)", run) or re.findall(r"^#(\d+)", run, re.M)
            self.executions += max(map(int, done), default=0)
            for edges, features in re.findall(r"cov: (\d+) ft: (\d+)", run):
                self.edges = max(self.edges, int(edges))
                self.features = max(self.features, int(features))


def row(cells):
    return "| " + " | ".join(f"{cell:,}".replace(",", " ") if isinstance(cell, int) else cell for cell in cells) + " |"


def recorded(table):
    """The figures of each target in the table: executions, of these with the sanitiser, edges, features."""
    figures = {}
    for line in table.splitlines():
        target, *cells = [cell.strip().replace(" ", "") for cell in line.strip("|").split("|")]
        if len(cells) == 5 and all(cell.isdigit() for cell in cells[:4]):
            figures[target] = [int(cell) for cell in cells[:4]]
    return figures


def added(table, folder, corpus, counted):
    """The table with what the logs have beyond what was counted; `counted` is brought up to date."""
    before, totals = recorded(table), [0, 0]
    lines = [
        "| target | executions | of these with the address sanitiser | edges | features | committed inputs |",
        "|---|---|---|---|---|---|",
    ]
    for packed in sorted(corpus.glob("*.hex")):
        target = packed.stem
        *counts, edges, features = before.get(target, [0, 0, 0, 0])
        for kind in KINDS:
            log, name = Log(folder / "logs" / kind / f"{target}.log"), f"{kind}/{target}"
            # Fewer than were counted: the log is another one.
            known = counted.get(name, 0)
            more = log.executions - known if log.executions >= known else log.executions
            counted[name] = log.executions
            counts[0] += more
            if kind == "address":
                counts[1] += more
            elif log.edges:
                edges, features = log.edges, log.features
        totals = [total + count for total, count in zip(totals, counts)]
        lines.append(row([target, *counts, edges, features, len(packed.read_text().splitlines())]))
    lines.append(row(["all", *totals, "", "", ""]))
    return "\n".join(lines) + "\n"


def main(folder, readme, corpus=CORPUS):
    folder, readme = Path(folder), Path(readme)
    file = folder / "counted.json"
    counted = json.loads(file.read_text()) if file.exists() else {}
    before, rest = readme.read_text().split(BEGIN)
    table, after = rest.split(END)
    table = added(table, folder, corpus, counted)
    readme.write_text(before + BEGIN + "\n" + table + "\n" + END + after)
    file.write_text(json.dumps(counted, indent=1, sort_keys=True) + "\n")
    print(table.splitlines()[-1])


if __name__ == "__main__":
    main(*sys.argv[1:])
