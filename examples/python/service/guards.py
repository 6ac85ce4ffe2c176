"""The frame of all routes: limits on bodies, headers of answers, the log and the counters."""

from __future__ import annotations

import asyncio
import logging
import time
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.metrics import Metrics, known_method

log = logging.getLogger("service")

_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_HSTS = {"strict-transport-security": "max-age=31536000; includeSubDomains"}


class BodyLimit:
    """Refuses a body as soon as it is known to be too long: by its declared length before any of it
    is read, and else when the limit is passed. One that takes too long is refused as well, however
    steadily it comes."""

    def __init__(self, app: ASGIApp, limit: int, seconds: float) -> None:
        self.app = app
        self.limit = limit
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        length, complete = 0, False
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        deadline = time.monotonic() + self.seconds

        async def limited() -> Message:
            nonlocal length, complete
            if declared.isdigit() and int(declared[:20]) > self.limit:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            if complete:
                # From now on nothing comes but the end of the connection.
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), deadline - time.monotonic())
            except (TimeoutError, asyncio.TimeoutError):
                raise HTTPException(
                    HTTPStatus.REQUEST_TIMEOUT, headers={"connection": "close"}
                ) from None
            length += len(message.get("body", b""))
            complete = not message.get("more_body", False)
            if length > self.limit:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return message

        await self.app(scope, limited, send)


class Watch:
    """Logs and counts each request: method, route, status and time. Neither numbers of applications
    nor parameters are told, since they lead to persons; and nothing that a client could choose."""

    def __init__(self, app: ASGIApp, metrics: Metrics, https: bool) -> None:
        self.app = app
        self.metrics = metrics
        self.headers = {**_HEADERS, **(_HSTS if https else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        try:
            with self.metrics.running.track_inprogress():
                await self.app(scope, receive, watched)
        finally:
            took = time.perf_counter() - begun
            method = known_method(scope["method"])
            route = getattr(scope.get("route"), "path", "no route")
            self.metrics.requests.labels(method, route, str(status)).inc()
            self.metrics.seconds.labels(route).observe(took)
            log.info("%s %s %d %.0f ms", method, route, status, took * 1000)
