"""One rulebook is used from many threads, and long work lets others run."""

from __future__ import annotations

import asyncio
import datetime
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

import qujat
import samples


def test_threads_get_the_same_answers(
    rules: qujat.Rulebook, form: bytes, today: datetime.date
) -> None:
    wanted = rules.assess(form, today)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: rules.assess(form, today), range(200)))
    assert all(answer == wanted for answer in answers)


def test_editions_are_loaded_once_from_many_threads() -> None:
    barrier = threading.Barrier(8)

    def load(_: int) -> qujat.Rulebook:
        barrier.wait()
        return qujat.Rulebook.edition("order-389-253")

    with ThreadPoolExecutor(8) as pool:
        books = list(pool.map(load, range(8)))
    assert len(set(books)) == 1


def long_work() -> list[tuple[str, Callable[[], object]]]:
    rules, today = qujat.Rulebook.edition(), samples.TODAY
    text = qujat.Rulebook.edition_text("service-2025")
    assert text is not None
    photo = (samples.IMAGES / "photos" / "good.jpg").read_bytes()
    ink = (samples.IMAGES / "signatures" / "signature-1.png").read_bytes()
    strokes = samples.strokes()
    return [
        ("load", lambda: qujat.Rulebook.load(text)),
        ("check_photo", lambda: rules.check_photo(photo, today)),
        ("decode_image", lambda: rules.decode_image(photo, today)),
        ("check_signature", lambda: rules.check_signature(ink, today)),
        ("normalise_signature", lambda: rules.normalise_signature(ink, today)),
        ("check_strokes", lambda: rules.check_strokes(strokes, today)),
        ("render_strokes", lambda: rules.render_strokes(strokes, today)),
    ]


@pytest.mark.parametrize(("name", "work"), long_work(), ids=lambda value: value if isinstance(value, str) else "")
def test_other_threads_run_meanwhile(name: str, work: Callable[[], object]) -> None:
    counted, stop = 0, threading.Event()

    def count() -> None:
        nonlocal counted
        while not stop.is_set():
            counted += 1
            time.sleep(0)

    # With a switch interval this long, nobody runs unless the others let go.
    before = sys.getswitchinterval()
    thread = threading.Thread(target=count)
    sys.setswitchinterval(60)
    try:
        thread.start()
        started, deadline = counted, time.monotonic() + 20
        # A loaded machine may not get round to the other thread during one call.
        while counted == started and time.monotonic() < deadline:
            work()
        ended = counted
    finally:
        stop.set()
        sys.setswitchinterval(before)
        thread.join()
    assert ended > started


def test_asyncio_to_thread(rules: qujat.Rulebook, form: bytes, today: datetime.date) -> None:
    async def many() -> list[qujat.Assessment]:
        calls = (asyncio.to_thread(rules.assess, form, today) for _ in range(20))
        return await asyncio.gather(*calls)

    assert len(set(map(hash, asyncio.run(many())))) == 1
