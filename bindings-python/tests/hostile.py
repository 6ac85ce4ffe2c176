"""Objects that lie, and memory that changes during a call. Run as a program, since a defect would end it.

    python hostile.py

Each case is named before it is tried. The right outcome is that nothing happens but an exception.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import qujat
import samples

numpy: Any = importlib.import_module("numpy")
pyarrow: Any = importlib.import_module("pyarrow")

RULES, TODAY = qujat.Rulebook.edition(), samples.TODAY
# The stack of an app's threads on a phone; Python's own frames need some of it.
STACK = 256 * 1024


def long_list(length: int) -> Any:
    """A list that says that it is very long."""

    class Long(list[Any]):
        def __len__(self) -> int:
            return length

    return Long()


class Sized:
    """No list, but long and with places."""

    def __len__(self) -> int:
        return 2**62

    def __getitem__(self, place: int) -> Any:
        raise IndexError


class Proxy:
    """An object that has every attribute, each of which is such an object, and can be called."""

    def __getattr__(self, name: str) -> Any:
        return Proxy()

    def __call__(self, *positional: Any, **named: Any) -> Any:
        return Proxy()


class Capsules:
    """A column whose function gives what it was made with."""

    def __init__(self, given: Any) -> None:
        self.given = given

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return self.given() if callable(self.given) else self.given


def lists() -> Iterator[tuple[str, Callable[[], object]]]:
    """Lists that say that they are longer than memory."""
    for length in (2**62, 2**40):
        long = long_list(length)
        yield f"bookings of {length}", partial(RULES.assess, "{}", TODAY, bookings=long)
        yield f"faults of {length}", partial(qujat.FaultQuery, attempt(), long)
        yield f"events of {length}", partial(qujat.Application.replay, long)
        yield f"centres of {length}", partial(qujat.CentreDirectory, long)
        yield f"ratings of {length}", partial(qujat.FeedbackSummary.of_ratings, long)
        yield f"hours of {length}", partial(qujat.DayHours, TODAY, long)
    yield "bookings of no list", lambda: RULES.assess("{}", TODAY, bookings=Sized())  # type: ignore[arg-type]


def attempt() -> qujat.Attempt:
    return qujat.Attempt(samples.NOW, samples.NOW)


def nested(levels: int) -> Any:
    """A column of lists in lists."""
    kind = pyarrow.int32()
    for _ in range(levels):
        kind = pyarrow.list_(kind)
    return pyarrow.nulls(1, kind)


def columns() -> Iterator[tuple[str, Callable[[], object]]]:
    """Objects that are no columns."""
    days, texts = pyarrow.array([TODAY]), pyarrow.array(["a"])
    given: list[tuple[str, Any]] = [
        ("nothing", None),
        ("a number", 1),
        ("a tuple of nothing", ()),
        ("three capsules", (1, 2, 3)),
        ("a schema alone", (days.type.__arrow_c_schema__(), None)),
        ("the schema of another", (texts.type.__arrow_c_schema__(), days.__arrow_c_array__()[1])),
        ("the array of another", (days.type.__arrow_c_schema__(), texts.__arrow_c_array__()[1])),
        ("capsules in the wrong order", days.__arrow_c_array__()[::-1]),
        ("a proxy", Proxy()),
    ]
    for name, value in given:
        yield f"days: {name}", partial(RULES.decide_column, Capsules(value), TODAY)
        yield f"texts: {name}", partial(RULES.parse_iin_table, Capsules(value), TODAY)
    proxy: Any = Proxy()
    yield "a proxy for days", lambda: RULES.decide_column(proxy, proxy)
    yield "a proxy for texts", lambda: RULES.parse_iin_table(proxy, TODAY)
    yield "a proxy for words", lambda: RULES.decide_column(days, TODAY, ground=proxy)
    yield "a proxy for answers", lambda: RULES.decide_column(days, TODAY, is_holder=proxy)
    yield from nested_columns(100)


def nested_columns(levels: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Columns of lists in lists."""
    column = nested(levels)
    stream = pyarrow.chunked_array([column])
    yield f"{levels} lists in lists", lambda: RULES.decide_column(column, TODAY)
    yield f"{levels} lists in lists, as a stream", lambda: RULES.parse_iin_table(stream, TODAY)


def refused(cases: list[tuple[str, Callable[[], object]]]) -> None:
    """Tries what has to be refused."""
    for name, call in cases:
        print(name, flush=True)
        try:
            call()
        except (TypeError, ValueError, qujat.Error):
            pass


def changed() -> None:
    """Changes columns and pictures while they are read."""
    rows = 20_000
    offsets = numpy.arange(rows + 1, dtype=numpy.int32) * 12
    letters = numpy.frombuffer(b"900101300007" * rows, numpy.uint8).copy()
    buffers = [None, pyarrow.py_buffer(offsets), pyarrow.py_buffer(letters)]
    column = pyarrow.Array.from_buffers(pyarrow.string(), rows, buffers)
    photo = (samples.IMAGES / "photos" / "good.jpg").read_bytes()
    picture = bytearray(photo)
    view = memoryview(numpy.frombuffer(photo, numpy.uint8).copy())
    stop = threading.Event()

    def change() -> None:
        wild = numpy.array([-1, 2**31 - 1, 7], numpy.int32)
        while not stop.is_set():
            offsets[1_000:4_000:1_000] = wild
            letters[500:900] = 0xFF
            offsets[:] = numpy.arange(rows + 1, dtype=numpy.int32) * 12
            letters[500:900] = 0x31
            picture[100:200] = b"x" * 100
            picture[100:200] = photo[100:200]
            view[300:400] = b"y" * 100

    thread = threading.Thread(target=change)
    thread.start()
    for call in (
        lambda: RULES.parse_iin_table(column, TODAY),
        lambda: RULES.quote_table(pyarrow.array([TODAY] * rows), ground=column),
        lambda: RULES.inspect_image(picture, TODAY),
        lambda: RULES.inspect_image(view, TODAY),
    ):
        print("changed during the call", flush=True)
        for _ in range(3):
            try:
                call()
            except (ValueError, qujat.Error):
                pass
    stop.set()
    thread.join()


def main() -> None:
    """Tries all of it."""
    failed: list[BaseException] = []
    cases = [*lists(), *columns()]

    def guarded() -> None:
        try:
            refused(cases)
        except BaseException as error:
            failed.append(error)

    threading.stack_size(STACK)
    thread = threading.Thread(target=guarded)
    thread.start()
    thread.join()
    threading.stack_size(0)
    if failed:
        raise failed[0]
    # pyarrow itself goes down into its own types, and needs more of a stack for them.
    refused([*nested_columns(5_000)])
    changed()
    print("held")


if __name__ == "__main__":
    main()
