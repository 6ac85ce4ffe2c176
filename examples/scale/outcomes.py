"""Sums up the outcomes that a job has written: how many there are of each, and a checksum.

    python outcomes.py FOLDER

The checksum is the sum of a number for each card, which is made of the card's number and its outcome.
It does not depend on the order of the cards, nor on how they are spread over files.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy
import pyarrow
import pyarrow.compute
import pyarrow.dataset

from cards import Numbers, mixed

COLUMNS = ["card", "code", "remind"]


class Summary(NamedTuple):
    """The output of a job. The checksum is 16 hexadecimal digits."""

    cards: int
    checksum: str
    codes: dict[str, int]
    reminded: int


def numbers(outcomes: pyarrow.RecordBatch) -> Numbers:
    """A number for each card and outcome. A null is an outcome of its own."""
    code = outcomes.column("code").dictionary_encode()
    of_code = [zlib.crc32(str(text).encode()) for text in [*code.dictionary.to_pylist(), None]]
    place = code.indices.fill_null(len(of_code) - 1).to_numpy(zero_copy_only=False)
    remind = outcomes.column("remind").cast(pyarrow.uint8()).fill_null(2)
    outcome = numpy.array(of_code, numpy.uint64)[place] * numpy.uint64(4)
    outcome += remind.to_numpy(zero_copy_only=False)
    card = outcomes.column("card").to_numpy(zero_copy_only=False).astype(numpy.uint64)
    return mixed(mixed(card) ^ outcome)


def summary(folder: Path) -> Summary:
    """Reads all files of a folder, a batch at a time."""
    count, total, reminded = 0, numpy.uint64(0), 0
    codes: Counter[str] = Counter()
    for batch in pyarrow.dataset.dataset(folder, format="parquet").to_batches(columns=COLUMNS):
        count += batch.num_rows
        # Beyond 64 bits the sum goes round, in NumPy as in every other language.
        total = numpy.add.reduce([total, numpy.add.reduce(numbers(batch), dtype=numpy.uint64)])
        for entry in batch.column("code").value_counts().to_pylist():
            codes[str(entry["values"])] += entry["counts"]
        reminded += pyarrow.compute.sum(batch.column("remind")).as_py() or 0
    return Summary(count, f"{int(total):016x}", dict(sorted(codes.items())), reminded)


if __name__ == "__main__":
    print(summary(Path(sys.argv[1])))
