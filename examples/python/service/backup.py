"""Copies of the database. Sealed data stay sealed: a copy is of no use without the key file,
which has to be kept elsewhere."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from service.files import FileError, Lock, make_private, sync_folder
from service.keys import KeyRing, SealError
from service.storage import VERSION


def backup(database: Path, into: Path) -> None:
    """Copies the database while services run: the copy is as the database was at one time."""
    if not database.exists():
        raise FileError(f"there is no {database}")
    if into.exists():
        raise FileError(f"{into} exists already")
    unfinished = into.with_name(f"{into.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    make_private(unfinished)
    with closing(sqlite3.connect(database, timeout=30)) as source:
        with closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
            # One file is all there is of a copy.
            target.execute("PRAGMA journal_mode = DELETE")
    _check(unfinished)
    _put(unfinished, into)


def restore(copy: Path, database: Path, ring: KeyRing, *, replace: bool = False) -> None:
    """Puts a copy in the place of the database, while no service runs. The copy must be whole, and
    the keys must open it."""
    if not copy.exists():
        raise FileError(f"there is no {copy}")
    lock = Lock(database, alone=True)
    try:
        if database.exists() and not replace:
            raise FileError(f"{database} exists already: say --replace to lose what is in it")
        unfinished = database.with_name(f"{database.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        make_private(unfinished)
        uri = f"{copy.absolute().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(uri, uri=True)) as source:
                with closing(sqlite3.connect(unfinished)) as target:
                    source.backup(target)
        except sqlite3.DatabaseError:
            raise FileError(f"{copy} is no whole database") from None
        _check(unfinished)
        _try_keys(unfinished, ring)
        # The journals of what was there belong to no other file.
        for end in ("-wal", "-shm", "-journal"):
            database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
        _put(unfinished, database)
    finally:
        lock.release()


def _check(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            state = database.execute("PRAGMA integrity_check").fetchone()[0]
            broken = database.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError:
        raise FileError(f"{path} is no whole database") from None
    if version != VERSION:
        raise FileError(f"{path} is of another version of this service")
    if state != "ok" or broken:
        raise FileError(f"{path} is no whole database")


def _try_keys(path: Path, ring: KeyRing) -> None:
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT owner, key, wrapped FROM data_keys GROUP BY key")
        try:
            for owner, key, wrapped in rows:
                ring.unwrap(owner, key, wrapped)
        except SealError as error:
            raise FileError(f"the keys do not open this copy: {error}") from None


def _put(unfinished: Path, into: Path) -> None:
    with open(unfinished, "rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(into)
    sync_folder(into.parent)
