"""Writes the table of fuzz/README.md from the logs of `scripts/fuzz.sh`.

    python3 fuzz/stats.py build/fuzz [README.md]

Without a file to write to, the table is printed.
"""

import re
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parent / "corpus"
BEGIN, END = "<!-- written by stats.py -->\n", "<!-- until here -->\n"


class Log:
    """The runs of one target: seconds, executions, edges and features."""

    def __init__(self, path):
        self.seconds = self.executions = self.edges = self.features = 0
        if not path.exists():
            return
        for run in re.split(r"^INFO: Running with entropic", path.read_text(errors="replace"), flags=re.M):
            # A run that was ended has no final statistics, only its last line.
            done = re.findall(r"number_of_executed_units: (\d+)", run) or re.findall(r"^#(\d+)", run, re.M)
            self.executions += max(map(int, done), default=0)
            self.seconds += sum(map(int, re.findall(r"Done \d+ runs in (\d+) second", run)))
            for edges, features in re.findall(r"cov: (\d+) ft: (\d+)", run):
                self.edges = max(self.edges, int(edges))
                self.features = max(self.features, int(features))


def row(cells):
    return "| " + " | ".join(f"{cell:,}".replace(",", " ") if isinstance(cell, int) else cell for cell in cells) + " |"


def table(folder):
    yield "| target | executions | of these with the address sanitiser | edges | features | committed inputs |"
    yield "|---|---|---|---|---|---|"
    totals = [0, 0]
    for packed in sorted(CORPUS.glob("*.hex")):
        target = packed.stem
        plain, address = (Log(folder / "logs" / kind / f"{target}.log") for kind in ("none", "address"))
        counts = [plain.executions + address.executions, address.executions]
        totals = [total + count for total, count in zip(totals, counts)]
        inputs = len(packed.read_text().splitlines())
        yield row([target, *counts, plain.edges, plain.features, inputs])
    yield row(["all", *totals, "", "", ""])


def main():
    folder, *readme = map(Path, sys.argv[1:])
    text = "\n".join(table(folder)) + "\n"
    if not readme:
        print(text, end="")
        return
    before, rest = readme[0].read_text().split(BEGIN)
    _, after = rest.split(END)
    readme[0].write_text(before + BEGIN + "\n" + text + "\n" + END + after)
    print(text.splitlines()[-1])


if __name__ == "__main__":
    main()
