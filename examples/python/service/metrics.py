"""Metrics for Prometheus. Labels hold routes, outcomes and codes: nothing that a client chose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class Metrics:
    """The metrics of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "qujat_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "qujat_request_seconds",
            "Time from the head of a request to the end of its answer.",
            ("route",),
            registry=self.registry,
        )
        self.running = Gauge("qujat_requests_running", "Requests at work.", registry=self.registry)
        self.filings = Counter(
            "qujat_filings",
            "Filings by what came of them.",
            ("outcome",),
            registry=self.registry,
        )
        self.events = Counter(
            "qujat_events", "Events added, by kind.", ("kind",), registry=self.registry
        )
        self.bookings = Counter("qujat_bookings", "Slots booked.", registry=self.registry)
        self.feedback = Counter("qujat_feedback", "Feedback stored.", registry=self.registry)
        self.dropped = Counter(
            "qujat_connections_dropped",
            "Connections closed because the client was too slow.",
            ("reason",),
            registry=self.registry,
        )

    @contextmanager
    def filing(self) -> Iterator[Callable[[str], None]]:
        """Counts a filing: as what is said of it, or as not filed."""
        came_of_it = "not filed"

        def outcome(word: str) -> None:
            nonlocal came_of_it
            came_of_it = word

        try:
            yield outcome
        finally:
            self.filings.labels(came_of_it).inc()

    def text(self) -> bytes:
        """All of them, in Prometheus' format."""
        return generate_latest(self.registry)


def known_method(method: str) -> str:
    """The method, or `other`: a client can write anything there."""
    return method if method in METHODS else "other"
