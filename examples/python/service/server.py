"""Runs the service with uvicorn, on the address of the settings."""

from __future__ import annotations

import ipaddress
import signal

import uvicorn
from fastapi import FastAPI

from service.connections import protocol
from service.desk import Desk
from service.files import FileError
from service.settings import Settings


def serve(app: FastAPI, settings: Settings) -> None:
    """Serves until the process is told to stop; then requests that have begun come to their end."""
    check(settings)
    desk = app.state.desk
    assert isinstance(desk, Desk)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            http=protocol(settings.header_seconds, settings.write_seconds, desk.metrics),
            ws="none",
            access_log=False,
            log_config=None,
            # The gate alone believes the headers of proxies, and only of those that are named.
            proxy_headers=False,
            server_header=False,
            limit_concurrency=settings.connections,
            timeout_keep_alive=settings.keep_alive_seconds,
            timeout_graceful_shutdown=settings.stop_seconds,
        )
    )
    # uvicorn raises the signal again when all is done; whoever sent it has got what it wanted.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, server.handle_exit)
    server.run()


def check(settings: Settings) -> None:
    """Refuses to be open to a network without knowing anybody."""
    if settings.credentials is None and not _is_loopback(settings.host):
        raise FileError(
            f"without QUJAT_CREDENTIALS the service listens on a loopback address only, "
            f"not on {settings.host}"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
