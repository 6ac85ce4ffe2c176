"""Clients that are slow, and a service that is told to stop. Times are limits set for the test:
what is asserted is what happens at their end, never how soon."""

from __future__ import annotations

import json
import signal
import socket
import time
from collections.abc import Iterator

import httpx
import pytest

from tests.portal import PHOTO, SIGNATURE, Portal, answer, form, problem


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A service that waits a second for everything."""
    started = Portal(
        tmp_path_factory.mktemp("hasty"),
        QUJAT_HEADER_SECONDS="1",
        QUJAT_BODY_SECONDS="1",
        QUJAT_WRITE_SECONDS="1",
        QUJAT_KEEP_ALIVE_SECONDS="1",
    )
    yield started
    started.stop()


def connected(portal: Portal, sent: bytes) -> socket.socket:
    """A connection on which this was sent."""
    connection = socket.create_connection(("127.0.0.1", portal.port), timeout=600)
    connection.sendall(sent)
    return connection


def rest(connection: socket.socket) -> bytes:
    """The bytes until the service ends the connection; it never ends by itself."""
    read = b""
    try:
        while part := connection.recv(65536):
            read += part
    except ConnectionResetError:
        pass
    connection.close()
    return read


def head(portal: Portal, length: int) -> bytes:
    """The head of a request with a body."""
    return (
        f"POST /v1/photo-checks HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: {length}\r\n"
        f"authorization: Bearer {portal.tokens['portal']}\r\n\r\n"
    ).encode()


def patient(client: httpx.Client, url: str) -> httpx.Response:
    """An answer, even if this process was halted for so long that the service gave it up."""
    while True:
        try:
            return client.get(url)
        except httpx.TransportError:
            pass


HALVES = [
    b"",
    b"G",
    b"GET /v1/health HTTP/1.1\r\nhost: 127.0.0.1\r\n",
    b"GET /v1/health HTTP/1.1\r\nhost: 127.0.0.1\r\nx: " + b"a" * 9000,
    # Another half after a whole one.
    b"GET /v1/health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\nGET /v1/he",
]


def test_half_sent_heads_are_dropped(hasty: Portal) -> None:
    connections = [connected(hasty, half) for half in HALVES for _ in range(8)]
    # All places are taken by now, or nearly: when they are dropped, others come in.
    ends = [rest(connection) for connection in connections]
    assert len(ends) == 40
    assert all(end == b"" for end in ends[:32])
    assert all(end.startswith(b"HTTP/1.1 200") for end in ends[32:])
    assert patient(hasty.http, "/rulebook").status_code == 200
    metrics = patient(hasty.monitor, f"{hasty.url}/metrics").text
    dropped = 'qujat_connections_dropped_total{reason="head not sent"} '
    count = next(line for line in metrics.splitlines() if line.startswith(dropped))
    assert float(count.removeprefix(dropped)) >= 32


def test_a_head_that_trickles_is_dropped(hasty: Portal) -> None:
    connection = connected(hasty, b"GET /v1/health HTTP/1.1\r\nhost: 127.0.0.1\r\n")
    with pytest.raises(OSError):
        while True:
            connection.sendall(b"x: a\r\n")
            time.sleep(0.05)
    connection.close()


def test_half_sent_bodies_are_dropped(hasty: Portal) -> None:
    chunked = head(hasty, 0).replace(b"content-length: 0", b"transfer-encoding: chunked")
    for sent in (
        head(hasty, 1000),
        head(hasty, 1000) + b"x" * 999,
        chunked,
        chunked + b"5\r\nabcde\r\n5\r\nab",
    ):
        end = rest(connected(hasty, sent))
        assert end.startswith(b"HTTP/1.1 408"), end
        assert b"BODY_TOO_SLOW" in end and b"connection: close" in end
    # Refused before its body: what comes of the body is not waited for without end.
    stranger = head(hasty, 1000).replace(b"Bearer ", b"Bearer x")
    assert rest(connected(hasty, stranger + b"x" * 10)).startswith(b"HTTP/1.1 401")


def test_a_client_that_does_not_read_is_dropped(tmp_path_factory: pytest.TempPathFactory) -> None:
    started = Portal(tmp_path_factory.mktemp("unread"), QUJAT_WRITE_SECONDS="1")
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", started.port))
    request = (
        f"GET /openapi.json HTTP/1.1\r\nhost: 127.0.0.1\r\n"
        f"authorization: Bearer {started.tokens['portal']}\r\n\r\n"
    ).encode()
    # As many answers as no buffer between here and there holds.
    with pytest.raises(OSError):
        while True:
            connection.sendall(request)
    connection.close()
    metrics = started.monitor.get(f"{started.url}/metrics").text
    assert 'qujat_connections_dropped_total{reason="answer not read"} 1.0' in metrics
    started.stop()


def test_further_connections_are_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    started = Portal(tmp_path_factory.mktemp("full"), QUJAT_CONNECTIONS="8")
    held = [connected(started, b"") for _ in range(8)]
    refused = rest(connected(started, b"GET /v1/health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n"))
    assert refused.startswith(b"HTTP/1.1 503")
    for connection in held:
        connection.close()
    while httpx.get(f"{started.url}/v1/health").status_code == 503:
        time.sleep(0.05)
    started.stop()


def test_what_has_begun_is_finished_when_it_stops(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    started = Portal(tmp_path_factory.mktemp("stopping"))
    key = "4b8c1f6c1e3a534f"
    text = json.dumps(form())
    request = httpx.Request(
        "POST",
        f"{started.url}/v1/applications",
        headers={"authorization": f"Bearer {started.tokens['portal']}", "idempotency-key": key},
        data={"form": text},
        files={"photo": ("p", PHOTO), "signature": ("s", SIGNATURE)},
    )
    body = request.read()
    lines = [f"{name}: {value}" for name, value in request.headers.items()]
    begin = "\r\n".join(["POST /v1/applications HTTP/1.1", *lines, "", ""]).encode()
    connection = connected(started, begin + body[:-100])
    metrics = f"{started.url}/metrics"
    # The metrics' own request is the other one at work.
    while "qujat_requests_running 2.0" not in started.monitor.get(metrics).text:
        time.sleep(0.05)
    started.process.send_signal(signal.SIGTERM)
    while True:
        try:
            httpx.get(f"{started.url}/v1/health")
            time.sleep(0.05)
        except httpx.TransportError:
            break
    connection.sendall(body[-100:])
    end = rest(connection)
    assert end.startswith(b"HTTP/1.1 201"), end
    assert started.process.wait() == 0
    started.start()
    again = started.file(text, key=key)
    assert again.status_code == 200
    assert answer(again)["number"] in end.decode()
    started.stop()


def test_ready_is_not_the_same_as_healthy(tmp_path_factory: pytest.TempPathFactory) -> None:
    started = Portal(tmp_path_factory.mktemp("readiness"))
    with started.client(None) as probe:
        assert answer(probe.get("/health")) == {"status": "ok"}
        assert answer(probe.get("/ready"))["status"] == "ready"
        started.is_on("2031-01-01")
        assert problem(probe.get("/ready"), 503)["code"] == "NOT_READY"
        assert probe.get("/health").status_code == 200
        started.is_on("2026-02-10")
        assert probe.get("/ready").status_code == 200
        # A database that is not there any more.
        hidden = started.database.with_name("hidden")
        started.database.rename(hidden)
        assert probe.get("/ready").status_code == 503
        hidden.rename(started.database)
        assert probe.get("/ready").status_code == 200
    started.stop()
