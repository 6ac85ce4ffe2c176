"""A portal as the service sees it: a process to talk to, forms, pictures and events."""

from __future__ import annotations

import copy
import itertools
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
from service.set_up import set_up

PYTHON = Path(__file__).resolve().parents[1]
EXAMPLES = PYTHON.parent
PICTURES = EXAMPLES.parent / "core" / "vectors" / "images"
PHOTOS = PICTURES / "photos"
PHOTO = (PHOTOS / "good.png").read_bytes()
SIGNATURE = (PICTURES / "signatures" / "signature-1.png").read_bytes()
UNLIMITED = {
    "QUJAT_RATE": "1000000",
    "QUJAT_BURST": "1000000",
    "QUJAT_ANONYMOUS_RATE": "1000000",
    "QUJAT_ANONYMOUS_BURST": "1000000",
}

Json = dict[str, Any]


class Portal:
    """The service in a process of its own, on a port of this machine, and clients of it: a portal,
    the back office and who watches it. Further processes can work on the same database."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self._clock = folder / "clock.txt"
        self.log = folder / "log.txt"
        self.database = folder / "service.sqlite"
        self.secrets = folder / "secrets"
        self.tokens = {file.stem: file.read_text().strip() for file in set_up(self.secrets)}
        self.settings = {**UNLIMITED, **settings}
        self.set_clock("2026-02-10T09:00:00+05:00")
        self.start()

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which the process is started."""
        files = {
            "QUJAT_DATABASE": str(self.database),
            "QUJAT_KEYS": str(self.secrets / "keys"),
            "QUJAT_CREDENTIALS": str(self.secrets / "credentials"),
        }
        return {**os.environ, **files, **self.settings}

    def is_on(self, day: str) -> None:
        """Makes it nine o'clock in the morning of this day."""
        self.set_clock(f"{day}T09:00:00+05:00")

    def set_clock(self, moment: str) -> None:
        """Sets the clock."""
        fresh = self._clock.with_suffix(".new")
        fresh.write_text(moment)
        fresh.replace(self._clock)

    def start(self) -> None:
        """Starts the process, and waits until it answers."""
        self.port = free_port()
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.served", str(self._clock)],
                cwd=PYTHON,
                stdout=log,
                stderr=log,
                env={**self.environment, "QUJAT_PORT": str(self.port)},
            )
        self.url = f"http://127.0.0.1:{self.port}"
        self.http = self.client("portal")
        self.office = self.client("office")
        self.monitor = self.client("monitor")
        while True:
            try:
                self.http.get("/health").raise_for_status()
                return
            except httpx.TransportError:
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.1)

    def client(self, name: str | None) -> httpx.Client:
        """A client with the token of this name."""
        headers = {"authorization": f"Bearer {self.tokens[name]}"} if name else {}
        limits = httpx.Limits(max_connections=60, max_keepalive_connections=0)
        return httpx.Client(base_url=f"{self.url}/v1", timeout=600, headers=headers, limits=limits)

    def stop(self) -> int:
        """Ends the process as a supervisor would, and gives its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Ends the process as a power cut would."""
        self._end(signal.SIGKILL)

    def _end(self, number: int) -> int:
        self.process.send_signal(number)
        code = self.process.wait()
        for client in (self.http, self.office, self.monitor):
            client.close()
        return code

    def command(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Runs a command of the operator."""
        return subprocess.run(
            [sys.executable, "-m", "service", *words],
            cwd=PYTHON,
            env={**self.environment, **settings},
            capture_output=True,
            text=True,
            check=False,
        )

    def file(
        self, form: Json | str, photo: bytes = PHOTO, key: str | None = None, **query: str
    ) -> httpx.Response:
        """Files a form, by default under a key of its own."""
        headers = {"idempotency-key": key or secrets.token_hex(16)}
        return self.http.post("/applications", params=query, headers=headers, **parts(form, photo))

    def filed(self, form: Json) -> Json:
        """Files a form that must be accepted, and gives the application's state."""
        response = self.file(form)
        assert response.status_code == 201, response.text
        state = answer(response)
        assert response.headers["location"] == f"/v1/applications/{state['number']}"
        return state

    def number(self, **changes: Any) -> str:
        """The number of an application that was filed just now."""
        return str(self.filed(form(**changes))["number"])

    def happens(self, number: str, event: str, at: str, **more: Any) -> httpx.Response:
        """Says as the back office that an event happened."""
        body = {"id": f"{event}-1", "at": at, "event": event, **more}
        return self.office.post(f"/applications/{number}/events", json=body)

    def moves(self, number: str, event: str, at: str, **more: Any) -> str:
        """Says that a permitted event happened, and gives the state after it."""
        response = self.happens(number, event, at, **more)
        assert response.status_code == 200, response.text
        return str(answer(response)["state"])

    def notices(self, number: str) -> list[Json]:
        """The notices of an application."""
        response = self.http.get(f"/applications/{number}/notices")
        assert response.status_code == 200, response.text
        return list(response.json())

    def book(self, number: str, centre: str, day: str, time: str) -> httpx.Response:
        """Books a slot."""
        wish = {"centre": centre, "day": day, "time": time}
        return self.http.put(f"/applications/{number}/booking", json=wish)


_SERIALS = itertools.count(1)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def iin() -> str:
    """An IIN that no test has had: invented, with the right check digit."""
    while True:
        digits = [int(digit) for digit in f"9001013{next(_SERIALS):04}"]
        for shift in (0, 2):
            weights = [(place + shift) % 11 + 1 for place in range(11)]
            check = sum(map(int.__mul__, weights, digits)) % 11
            if check < 10:
                return "".join(map(str, [*digits, check]))


def form(name: str = "eligible", **changes: Any) -> Json:
    """An example form with some of its fields changed. The service gives it a number. Each holder
    is another one, but in the forms that have mistakes."""
    read: Json = json.loads((EXAMPLES / "data" / f"{name}.json").read_text("utf-8"))
    del read["number"]
    if name in ("eligible", "delivery"):
        read = copy.deepcopy(read)
        read["applicant"]["iin"] = iin()
    return {**read, **changes}


def parts(form: Json | str, photo: bytes = PHOTO, signature: bytes = SIGNATURE) -> Json:
    """A form with its pictures, as a request's parts."""
    files = {"photo": ("photo.png", photo), "signature": ("signature.png", signature)}
    text = form if isinstance(form, str) else json.dumps(form, ensure_ascii=False)
    return {"data": {"form": text}, "files": files}


def answer(response: httpx.Response) -> Json:
    """An answer's JSON object."""
    body: Json = response.json()
    return body


def problem(response: httpx.Response, status: int) -> Json:
    """The problem document of an answer with this status."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = answer(response)
    first = body["problems"][0]
    assert (body["status"], body["code"]) == (status, first["code"])
    assert body["type"] == f"/v1/codes/{body['code']}"
    return body
