"""Two processes on one database, many clients, and power cuts: nothing is lost or given twice.

`KILLED_FILINGS` says how many filings are to be acknowledged while processes are killed.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count

import httpx
import pytest

from tests.portal import Json, Portal, answer, form, parts, problem

FILINGS = int(os.environ.get("KILLED_FILINGS", "40"))
KILLS = max(4, FILINGS // 25)
CLIENTS = 50

# Aqtau hands out cards at two places at a time, in slots of half an hour.
CENTRE, CAPACITY, DAY = "aktau-1", 2, "2026-03-04"

Two = tuple[Portal, Portal]


@pytest.fixture
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Two processes on one database."""
    folder = tmp_path_factory.mktemp("two")
    both = Portal(folder, QUJAT_CONNECTIONS="200"), Portal(folder, QUJAT_CONNECTIONS="200")
    yield both
    for process in both:
        process.stop()


def sent(portal: Portal, method: str, path: str, **more: object) -> httpx.Response:
    """A request on a connection of its own: the process may end at any time."""
    headers = {"authorization": f"Bearer {portal.tokens['portal']}"}
    key = more.pop("key", None)
    if key:
        headers["idempotency-key"] = str(key)
    url = f"{portal.url}/v1{path}"
    return httpx.request(method, url, headers=headers, timeout=600, **more)  # type: ignore[arg-type]


def test_fifty_clients_want_the_last_place(two: Two) -> None:
    with ThreadPoolExecutor(4) as threads:
        numbers = list(threads.map(lambda index: two[index % 2].number(), range(CLIENTS)))
    taker, *others = numbers
    for _ in range(CAPACITY - 1):
        assert two[0].book(taker, CENTRE, DAY, "09:00").status_code == 200
    gate = threading.Barrier(len(others))

    def book(index: int) -> httpx.Response:
        wish = {"centre": CENTRE, "day": DAY, "time": "09:00"}
        gate.wait()
        return sent(two[index % 2], "PUT", f"/applications/{others[index]}/booking", json=wish)

    with ThreadPoolExecutor(len(others)) as threads:
        answers = list(threads.map(book, range(len(others))))
    assert Counter(response.status_code for response in answers) == {200: 1, 409: CLIENTS - 2}
    codes = {problem(r, 409)["code"] for r in answers if r.status_code == 409}
    assert codes == {"SLOT_NOT_FREE"}
    with closing(sqlite3.connect(two[0].database)) as database:
        seats = database.execute("SELECT seat FROM bookings ORDER BY seat").fetchall()
    assert seats == [(seat,) for seat in range(CAPACITY)]


def test_nothing_is_paid_twice(two: Two) -> None:
    state = two[0].filed(form("delivery"))
    number = state["number"]
    gate = threading.Barrier(20)

    def pay(index: int) -> httpx.Response:
        event = {"id": f"paid-{index}", "at": "2026-02-10T09:00:00+05:00", "event": "paid"}
        gate.wait()
        path = f"/applications/{number}/events"
        return sent(two[index % 2], "POST", path, json={**event, "amount": state["due"]})

    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(pay, range(20)))
    assert Counter(response.status_code for response in answers) == {200: 1, 409: 19}
    with closing(sqlite3.connect(two[0].database, isolation_level=None)) as database:
        assert database.execute(
            "SELECT kind FROM events WHERE number = ?", (number,)
        ).fetchall() == [
            ("filed",),
            ("paid",),
        ]
        # The database would not take a second one, whatever the service read before.
        for step, kind in ((1, "withdrawn"), (2, "paid")):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(
                    "INSERT INTO events (number, step, kind, json) VALUES (?, ?, ?, x'00')",
                    (number, step, kind),
                )
        other = two[1].number()
        assert two[1].book(other, CENTRE, DAY, "09:00").status_code == 200
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(
                "INSERT INTO bookings SELECT ?, centre, day, time, seat FROM bookings", (number,)
            )


class Crowd:
    """Clients that file and book until they are answered, whatever happens to the processes."""

    def __init__(self, two: Two) -> None:
        self.two = two
        self.filed: dict[str, tuple[Json, str]] = {}
        self.booked: dict[str, Json] = {}
        self.broken = 0
        self.told = threading.Event()
        self.turns = threading.Semaphore(0)
        self._ways = count()

    def work(self, index: int) -> None:
        """Files an application, and books a slot for it; most slots are wanted by several."""
        self.turns.acquire()
        wanted, key = form(), secrets.token_hex(16)
        filed = self._answered("POST", "/applications", key=key, **parts(wanted))
        assert filed.status_code in (200, 201), filed.text
        number = answer(filed)["number"]
        self.filed[key] = (wanted, number)
        slot = index * 2 // 7
        wish = {
            "centre": CENTRE,
            "day": f"2026-03-{4 + slot // 9:02}",
            "time": f"{9 + slot % 9:02}:30",
        }
        booked = self._answered("PUT", f"/applications/{number}/booking", json=wish)
        assert booked.status_code in (200, 409), booked.text
        if booked.status_code == 200:
            self.booked[number] = answer(booked)

    def _answered(self, method: str, path: str, **more: object) -> httpx.Response:
        while True:
            try:
                return sent(self.two[next(self._ways) % 2], method, path, **more)
            except httpx.TransportError:
                self.broken += 1


def test_nothing_is_lost_or_given_twice_when_processes_are_killed(two: Two) -> None:
    crowd, batch = Crowd(two), FILINGS // KILLS
    with ThreadPoolExecutor(6) as threads:
        works = [threads.submit(crowd.work, index) for index in range(FILINGS)]
        for kill in range(KILLS):
            # Half of a batch is acknowledged, and the other half under way or still to come.
            crowd.turns.release(batch)
            while len(crowd.filed) < kill * batch + batch // 2:
                crowd.told.wait(0.01)
            process = two[kill % 2]
            process.kill()
            process.start()
        crowd.turns.release(FILINGS)
        for work in works:
            work.result()
    assert len(crowd.filed) == FILINGS
    assert crowd.broken > 0

    numbers = {number for _, number in crowd.filed.values()}
    assert len(numbers) == FILINGS
    for key, (wanted, number) in crowd.filed.items():
        again = sent(two[0], "POST", "/applications", key=key, **parts(wanted))
        assert (again.status_code, answer(again)["number"]) == (200, number)
        assert [notice["kind"] for notice in two[1].notices(number)] == ["received"]
    for number, booked in crowd.booked.items():
        there = answer(two[0].http.get(f"/applications/{number}/booking"))
        assert there == booked
    with closing(sqlite3.connect(two[0].database)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = ("applications", "pictures", "open_applications", "events", "data_keys")
        counts = {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in tables
        }
        assert counts == dict.fromkeys(tables, FILINGS)
        full = database.execute(
            "SELECT count(*) FROM bookings GROUP BY centre, day, time"
        ).fetchall()
        assert max(full) == (CAPACITY,)
        stored = database.execute("SELECT count(*) FROM bookings").fetchone()[0]
        assert stored == len(crowd.booked)
    print(f"{FILINGS} filings acknowledged, {KILLS} kills, {crowd.broken} requests broken")
