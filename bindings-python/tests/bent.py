"""Columns that lie: files of Arrow in which bytes were changed, and objects that break the interface.

    python bent.py

Each case has to be refused by every function that reads such columns. It is named before it is tried,
so that the last line names the case in which the process has ended.
"""

from __future__ import annotations

import datetime
import importlib
import io
import struct
from collections.abc import Callable, Iterator
from typing import Any

import qujat

pandas: Any = importlib.import_module("pandas")
pyarrow: Any = importlib.import_module("pyarrow")
pyarrow.ipc = importlib.import_module("pyarrow.ipc")

DAY = datetime.date(2026, 2, 10)
# Long enough to stand outside a view, and no two alike; one of them has letters of two bytes.
TEXTS = [f"{900101300000 + row}-{'ә' if row == 2 else 'a'}" for row in range(8)]
ROW = 3

Bend = Callable[[bytearray], None]


def number(form: str, place: int, value: int) -> Bend:
    """Writes a number at a place."""

    def bend(data: bytearray) -> None:
        struct.pack_into("<" + form, data, place, value)

    return bend


def byte(character: str) -> Bend:
    """Puts a byte that is no UTF-8 in the place of a character."""

    def bend(data: bytearray) -> None:
        data[data.index(character.encode())] = 0xFF

    return bend


def offsets(form: str) -> Iterator[tuple[str, int, bool, Bend]]:
    """The faults of offsets: a name, the buffer, and `True` if only the lengths of buffers show it."""
    size = struct.calcsize(form)
    last, row = len(TEXTS) * size, ROW * size
    most = 2 ** (8 * size - 1) - 1
    yield "descending offsets", 1, False, number(form, row, 1)
    yield "a negative offset", 1, False, number(form, row, -1)
    yield "the most negative offset", 1, False, number(form, row, -most - 1)
    yield "an offset beyond the last", 1, False, number(form, row, most)
    yield "a negative first offset", 1, False, number(form, 0, -7)
    yield "a negative last offset", 1, False, number(form, last, -1)
    yield "a last offset before others", 1, False, number(form, last, 5)
    yield "an offset within a letter", 1, False, number(form, 3 * size, len("".join(TEXTS[:3]).encode()) - 1)
    yield "a last offset beyond the texts", 1, True, number(form, last, 4_000)
    yield "a last offset beyond memory", 1, True, number(form, last, most)
    yield "no UTF-8", 2, False, byte("ә")


def views() -> Iterator[tuple[str, int, bool, Bend]]:
    """The faults of views."""
    row = ROW * 16
    yield "a negative length", 1, False, number("i", row, -1)
    yield "a length beyond the buffer", 1, False, number("i", row, 2**31 - 1)
    yield "a buffer that is not there", 1, False, number("i", row + 8, 9)
    yield "a negative buffer", 1, False, number("i", row + 8, -1)
    yield "a place beyond the buffer", 1, False, number("i", row + 12, 2**31 - 1)
    yield "a negative place", 1, False, number("i", row + 12, -4)
    yield "no UTF-8", 2, False, byte("ә")


def keys() -> Iterator[tuple[str, int, bool, Bend]]:
    """The faults of a dictionary's keys."""
    yield "a key beyond the words", 1, False, number("b", ROW, 100)
    yield "a negative key", 1, False, number("b", ROW, -1)


def written(array: Any) -> bytes:
    """An array as a file of Arrow."""
    out = io.BytesIO()
    table = pyarrow.table({"text": array})
    with pyarrow.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    return out.getvalue()


def bent(array: Any, buffer: int, bend: Bend) -> Any:
    """A table with an array as it comes out of a file, one of whose buffers was changed."""
    before = bytes(array.buffers()[buffer])
    changed = bytearray(before)
    bend(changed)
    file = written(array)
    assert before != changed and file.count(before) == 1
    file = file.replace(before, changed)
    return pyarrow.ipc.open_file(pyarrow.py_buffer(file)).read_all()


class Bare:
    """An object with the interface and nothing else: nobody can ask it for the lengths of its buffers."""

    def __init__(self, array: Any) -> None:
        self.array = array

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return self.array.__arrow_c_array__()


class BareStream(Bare):
    """The same as a stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return pyarrow.chunked_array([self.array]).__arrow_c_stream__()

    __arrow_c_array__ = None  # type: ignore[assignment]

    def __getattribute__(self, name: str) -> Any:
        if name == "__arrow_c_array__":
            raise AttributeError(name)
        return super().__getattribute__(name)


def ways(table: Any, wrong: str, needs_lengths: bool) -> Iterator[tuple[str, Any]]:
    """The ways in which a column reaches the library."""
    [batch], array = table.to_batches(), table["text"].chunk(0)
    yield "array", array
    yield "chunks", table["text"]
    yield "batch", batch
    yield "table", table
    # The fault must stay within a slice.
    cut = array[:-1] if "first" in wrong else array[1:]
    yield "slice", cut
    if not needs_lengths:
        yield "bare", Bare(array)
        yield "bare slice", Bare(cut)
        yield "stream", BareStream(array)
        yield "reader", pyarrow.RecordBatchReader.from_batches(table.schema, [batch])
        yield "pandas", pandas.Series(pandas.arrays.ArrowExtensionArray(array))


def layouts() -> Iterator[tuple[str, Any, Iterator[tuple[str, int, bool, Bend]]]]:
    """Every layout of texts, with what can be wrong with it."""
    plain = pyarrow.array(TEXTS)
    yield "string", plain, offsets("i")
    yield "large_string", plain.cast(pyarrow.large_string()), offsets("q")
    yield "string_view", pyarrow.array(TEXTS, pyarrow.string_view()), views()
    index = pyarrow.array(range(len(TEXTS)), pyarrow.int8())
    for words in (plain, plain.cast(pyarrow.large_string())):
        made = pyarrow.DictionaryArray.from_arrays(index, words)
        yield f"dictionary of {words.type}", made, keys()


def cases() -> Iterator[tuple[str, Any]]:
    """All columns that have to be refused, by name."""
    for layout, array, bends in layouts():
        for wrong, buffer, needs_lengths, bend in bends:
            for way, column in ways(bent(array, buffer, bend), wrong, needs_lengths):
                yield f"{layout}, {wrong}, {way}", column
    words = bent(pyarrow.array(TEXTS), 1, number("i", ROW * 4, -1))["text"].chunk(0)
    index = pyarrow.array(range(len(TEXTS)), pyarrow.int8())
    yield "a dictionary of bent words", pyarrow.DictionaryArray.from_arrays(index, words, safe=False)


def calls(column: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every function that reads a column of texts."""
    rules = qujat.Rulebook.edition()
    days = pyarrow.array([DAY] * (len(column) if hasattr(column, "__len__") else len(TEXTS)))
    if isinstance(column, Bare):
        days = pyarrow.array([DAY] * len(column.array))
    yield "parse_iin_table", lambda: rules.parse_iin_table(column, DAY)
    yield "quote_table, exemption", lambda: rules.quote_table(days, exemption=column)
    yield "quote_table, ground", lambda: rules.quote_table(days, ground=column)
    yield "decide_column, document", lambda: rules.decide_column(days, DAY, document=column)
    yield "decide_table, ground", lambda: rules.decide_table(days, DAY, ground=column)
    yield "decide_table, status", lambda: rules.decide_table(days, DAY, status=column)


def main() -> None:
    """Tries all cases; stops at the first that was not refused."""
    count = 0
    for name, column in cases():
        reader = isinstance(column, pyarrow.RecordBatchReader)
        for function, call in calls(column):
            print(f"{function}: {name}", flush=True)
            try:
                call()
            except ValueError as error:
                assert not any(text[:12] in str(error) for text in TEXTS), error
            else:
                raise AssertionError("it was not refused")
            count += 1
            if reader:
                # It can be read once.
                break
    print(f"refused: {count}")


if __name__ == "__main__":
    main()
