"""Connections whose clients are too slow are closed: uvicorn itself waits for ever for the head of
a request, and for a client that does not read its answer."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from service.metrics import Metrics


class GuardedProtocol(H11Protocol):
    """HTTP/1.1 with limits of time in addition to those that uvicorn has."""

    def __init__(
        self, *args: Any, head_seconds: float, write_seconds: float, metrics: Metrics, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._head_seconds = head_seconds
        self._write_seconds = write_seconds
        self._metrics = metrics
        self._head: asyncio.TimerHandle | None = None
        self._write: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            # A part of the next request's head, or the rest of a body that nobody reads.
            self._await_head()
        else:
            self._end_head()

    def on_response_complete(self) -> None:
        self._end_head()
        super().on_response_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._write = self.loop.call_later(self._write_seconds, self._drop, "answer not read")

    def resume_writing(self) -> None:
        self._end_write()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_head()
        self._end_write()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        if self._head is None and not self.transport.is_closing():
            self._head = self.loop.call_later(self._head_seconds, self._drop, "head not sent")

    def _end_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _end_write(self) -> None:
        if self._write is not None:
            self._write.cancel()
            self._write = None

    def _drop(self, reason: str) -> None:
        self._metrics.dropped.labels(reason).inc()
        self.transport.abort()


def protocol(head_seconds: float, write_seconds: float, metrics: Metrics) -> type[asyncio.Protocol]:
    """The protocol with these limits, for uvicorn."""

    class Limited(GuardedProtocol):
        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(
                *args,
                head_seconds=head_seconds,
                write_seconds=write_seconds,
                metrics=metrics,
                **more,
            )

    return Limited
