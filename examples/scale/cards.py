"""Invents the cards of a register: a number and an expiry date each, and no holders.

    python cards.py 20000000 FOLDER

The cards are the same on every machine. Each file holds a million of them, so that the first files of
a large register are the small one.
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import numpy
import numpy.typing
import pyarrow
import pyarrow.parquet

Numbers = numpy.typing.NDArray[numpy.uint64]

# Under the default edition the pilot ended on 1 March 2026, so the example names its day.
TODAY = datetime.date(2026, 1, 20)
EPOCH = datetime.date(1970, 1, 1)
SEED = 20250528
CARDS_A_FILE = 1_000_000
SCHEMA = pyarrow.schema({"card": pyarrow.int64(), "expires_on": pyarrow.date32()})


def mixed(numbers: Numbers) -> Numbers:
    """Numbers of 64 bits, well mixed: different ones for different numbers (SplitMix64)."""
    mixture: Numbers = numbers + numpy.uint64(0x9E3779B97F4A7C15)
    mixture = (mixture ^ (mixture >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    mixture = (mixture ^ (mixture >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    mixture = mixture ^ (mixture >> numpy.uint64(31))
    return mixture


def cards(first: int, count: int) -> pyarrow.Table:
    """The cards numbered from `first`. Their expiry dates are spread over the ten years that a card
    is valid, from 20 days ago; one in a thousand is not known."""
    number = numpy.arange(first, first + count, dtype=numpy.uint64)
    random = mixed(number * numpy.uint64(SEED))
    earliest = (TODAY - EPOCH).days - 20
    days = (earliest + (random >> numpy.uint64(32)) % numpy.uint64(3653)).astype(numpy.int32)
    is_unknown = random % numpy.uint64(1000) == 7
    expires_on = pyarrow.array(days, mask=is_unknown).cast(pyarrow.date32())
    return pyarrow.table([pyarrow.array(number.astype(numpy.int64)), expires_on], SCHEMA)


def write(count: int, folder: Path) -> list[Path]:
    """Writes the cards as Parquet, and gives the files in their order. A file that is there is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for first in range(0, count, CARDS_A_FILE):
        rows = min(CARDS_A_FILE, count - first)
        file = folder / f"cards-{first:010}-{rows}.parquet"
        if not file.exists():
            unfinished = file.with_suffix(".unfinished")
            pyarrow.parquet.write_table(cards(first, rows), unfinished, row_group_size=250_000)
            unfinished.rename(file)
        files.append(file)
    return files


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
