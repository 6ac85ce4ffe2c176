"""Prints the table of fuzz/README.md from the logs of `scripts/fuzz.sh`: FOLDER/TARGET.log."""

import re
import sys
from pathlib import Path


def main():
    corpus = Path(__file__).resolve().parent / "corpus"
    print("| target | seconds | executions | edges | features | committed inputs |")
    print("|---|---|---|---|---|---|")
    totals = [0, 0]
    for path in sorted(Path(sys.argv[1]).glob("*.log")):
        log = path.read_text(errors="replace")
        runs = [int(number) for number in re.findall(r"number_of_executed_units: (\d+)", log)]
        seconds = [int(number) for number in re.findall(r"Done \d+ runs in (\d+) second", log)]
        reached = re.findall(r"cov: (\d+) ft: (\d+)", log)
        if not runs or not reached:
            continue
        edges, features = (max(int(each[n]) for each in reached) for n in (0, 1))
        inputs = len(list((corpus / path.stem).glob("*")))
        totals = [totals[0] + sum(seconds), totals[1] + sum(runs)]
        row = (path.stem, sum(seconds), f"{sum(runs):,}", f"{edges:,}", f"{features:,}", inputs)
        print("| " + " | ".join(str(cell).replace(",", " ") for cell in row) + " |")
    print(f"| all | {totals[0]} | {totals[1]:,} | | | |".replace(",", " "))


if __name__ == "__main__":
    main()
