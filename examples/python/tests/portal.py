"""A portal as the service sees it: a process to talk to, forms, pictures and events."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

PYTHON = Path(__file__).resolve().parents[1]
EXAMPLES = PYTHON.parent
PICTURES = EXAMPLES.parent / "core" / "vectors" / "images"
PHOTOS = PICTURES / "photos"
PHOTO = (PHOTOS / "good.png").read_bytes()
SIGNATURE = (PICTURES / "signatures" / "signature-1.png").read_bytes()

Json = dict[str, Any]


class Portal:
    """The service in a process of its own, on a port of this machine, and a client of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clock = folder / "clock.txt"
        self.log = folder / "log.txt"
        self.database = folder / "service.sqlite"
        self.set_clock("2026-02-10T09:00:00+05:00")
        self.start()

    def is_on(self, day: str) -> None:
        """Makes it nine o'clock in the morning of this day."""
        self.set_clock(f"{day}T09:00:00+05:00")

    def set_clock(self, moment: str) -> None:
        """Sets the clock."""
        self._clock.write_text(moment)

    def start(self) -> None:
        """Starts the process, and waits until it answers."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        files = [str(self.database), str(self._clock)]
        command = [sys.executable, "-m", "tests.served", str(port), *files]
        with self.log.open("a") as log:
            self._process = subprocess.Popen(command, cwd=PYTHON, stdout=log, stderr=log)
        self.url = f"http://127.0.0.1:{port}"
        self.http = httpx.Client(base_url=f"{self.url}/v1", timeout=60)
        for _ in range(300):
            try:
                self.http.get("/health").raise_for_status()
                return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def stop(self) -> None:
        """Ends the process as a supervisor would."""
        self.http.close()
        self._process.terminate()
        self._process.wait(30)

    def kill(self) -> None:
        """Ends the process as a power cut would."""
        self.http.close()
        self._process.kill()
        self._process.wait(30)

    def file(self, form: Json, photo: bytes = PHOTO, **query: str) -> httpx.Response:
        """Files a form."""
        return self.http.post("/applications", params=query, **parts(form, photo))

    def filed(self, form: Json) -> Json:
        """Files a form that must be accepted, and gives the application's state."""
        response = self.file(form)
        assert response.status_code == 201, response.text
        assert response.headers["location"] == f"/v1/applications/{form['number']}"
        return answer(response)

    def happens(self, number: str, event: str, at: str, **more: Any) -> httpx.Response:
        """Says that an event happened."""
        body = {"id": f"{event}-1", "at": at, "event": event, **more}
        return self.http.post(f"/applications/{number}/events", json=body)

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


def form(name: str = "eligible", **changes: Any) -> Json:
    """An example form with some of its fields changed."""
    read: Json = json.loads((EXAMPLES / "data" / f"{name}.json").read_text("utf-8"))
    return {**read, **changes}


def parts(form: Json, photo: bytes = PHOTO, signature: bytes = SIGNATURE) -> Json:
    """A form with its pictures, as a request's parts."""
    files = {"photo": ("photo.png", photo), "signature": ("signature.png", signature)}
    return {"data": {"form": json.dumps(form, ensure_ascii=False)}, "files": files}


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
