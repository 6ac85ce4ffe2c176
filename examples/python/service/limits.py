"""The number of requests that a client may send."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable


class Buckets:
    """A bucket of tokens for each client. A request takes one; they come back at a rate a second,
    up to `burst`. Of the clients, those that were here last are remembered."""

    def __init__(
        self,
        rate: float,
        burst: int,
        clock: Callable[[], float] = time.monotonic,
        most: int = 10_000,
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._most = most
        self._clients: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Takes a token: 0 if there was one, or else the seconds until there is one."""
        now = self._clock()
        tokens, since = self._clients.pop(client, (float(self._burst), now))
        tokens = min(self._burst, tokens + (now - since) * self._rate)
        allowed = tokens >= 1
        self._clients[client] = (tokens - 1 if allowed else tokens, now)
        if len(self._clients) > self._most:
            self._clients.popitem(last=False)
        return 0 if allowed else (1 - tokens) / self._rate
