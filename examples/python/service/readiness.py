"""Readiness to serve requests."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from datetime import datetime

import qujat

from service.desk import Desk

log = logging.getLogger("service")

LEAST_SPACE = 64 << 20
"""The free space in bytes that the database's disk has to have."""


def is_ready(desk: Desk, at: datetime) -> bool:
    """`True` if the rules cover the day, and the database can be written."""
    try:
        today = desk.rules.civil_time(at).day
        desk.rules.ready_on(today)
        desk.rules.exemptions(today)
        space = os.statvfs(desk.store.path)
        if space.f_bavail * space.f_frsize < LEAST_SPACE:
            log.error("not ready: little space is left for the database")
            return False
        _try_writing(desk)
    except qujat.Error as error:
        log.error("not ready: the rulebook does not cover today: %s", error.code.value)
    except (sqlite3.Error, OSError) as error:
        log.error("not ready: the database cannot be written: %s", type(error).__name__)
    else:
        return True
    return False


def _try_writing(desk: Desk) -> None:
    """Writes a row, and takes it back. Somebody else's transaction is no obstacle."""
    uri = f"{desk.store.path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, timeout=2, isolation_level=None)
    with closing(connection):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO rulebooks (digest, edition, text) VALUES ('probe', '', '')")
        connection.execute("ROLLBACK")
