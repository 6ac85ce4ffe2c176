"""The settings with which the service is started. Each setting is an environment variable,
`QUJAT_` and its name in capitals; the README lists them."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from service.files import FileError

EXAMPLES = Path(__file__).resolve().parents[2]

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class Settings:
    """Files and limits of one service."""

    database: Path = Path("qujat-service.sqlite")
    keys: Path | None = None
    """The keys for encryption at rest. The service does not start without."""
    credentials: Path | None = None
    """The callers that are admitted. Without any, only this machine is, on a loopback
    address."""
    rulebook: Path = EXAMPLES / "rulebooks" / "extended-example.json"
    centres: Path = EXAMPLES / "data" / "centres.json"

    host: str = "127.0.0.1"
    port: int = 8000
    https: bool = False
    """A proxy before it speaks https."""
    proxies: tuple[Network, ...] = ()
    """Proxies whose headers about the client are believed."""
    certificate_header: str = "x-client-certificate-subject"
    """The header in which such a proxy puts the subject of a client's certificate that it has
    verified."""

    max_body: int = 8 << 20
    """The longest body of a request in bytes: a photo, a signature sample and a form."""
    rate: float = 50
    """Requests a second of one caller, on average, in each process."""
    burst: int = 200
    """Requests of one caller at once."""
    anonymous_rate: float = 5
    """The same for an address without credentials."""
    anonymous_burst: int = 20
    connections: int = 64
    """Connections at once; requests on further ones are refused."""
    header_seconds: float = 10
    """The time for the head of a request."""
    body_seconds: float = 30
    """The time for its body."""
    write_seconds: float = 30
    """The time for which a client may leave an answer unread."""
    keep_alive_seconds: int = 5
    """The time for which an idle connection is kept."""
    stop_seconds: int = 30
    """The time for which requests may go on after the service was told to stop."""
    retention_days: int = 365
    """The time for which closed applications are kept, for `purge`."""

    @staticmethod
    def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings that the environment names; the others are the defaults."""
        given: dict[str, Any] = {}
        for field in fields(Settings):
            name = f"QUJAT_{field.name.upper()}"
            text = environment.get(name, "")
            if text:
                try:
                    given[field.name] = _READERS[str(field.type)](text)
                except (ValueError, KeyError):
                    raise FileError(f"{name} cannot be {text!r}") from None
        return Settings(**given)


def _positive(number: float) -> float:
    if not 0 < number < 1e12:
        raise ValueError
    return number


_READERS: dict[str, Callable[[str], Any]] = {
    "Path": Path,
    "Path | None": Path,
    "str": str,
    "bool": lambda text: {"0": False, "1": True}[text],
    "int": lambda text: int(_positive(int(text))),
    "float": lambda text: _positive(float(text)),
    "tuple[Network, ...]": lambda text: tuple(
        ipaddress.ip_network(part.strip()) for part in text.split(",")
    ),
}
