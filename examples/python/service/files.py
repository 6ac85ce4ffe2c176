"""Files that only this service's user may read."""

from __future__ import annotations

import fcntl
import os
import stat
from pathlib import Path


class FileError(Exception):
    """A file that the service cannot work with, and what to do about it."""


def read_private(path: Path) -> str:
    """The text of a file with secrets. A file that others may read is refused."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise FileError(f"{path} cannot be read: {error.strerror}") from None
    with os.fdopen(handle, "r", encoding="utf-8") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise FileError(f"{path} is no ordinary file")
        if status.st_mode & 0o077:
            raise FileError(f"{path} is open to other users: run `chmod 600 {path}`")
        if status.st_uid not in (0, os.geteuid()):
            raise FileError(f"{path} belongs to another user")
        return file.read(1 << 20)


def write_private(path: Path, text: str) -> None:
    """Makes a file with mode 0600; one that is there already is never written over."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(handle)


def append_private(path: Path, line: str) -> None:
    """Adds a line to a file with secrets, which is made if it is missing."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(handle)


def make_private(path: Path) -> None:
    """Sees to it that a file exists with mode 0600. SQLite gives its journals the same mode. A file
    that exists is not opened: closing it would end the locks that SQLite has on it."""
    if not path.exists():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        beside = path.with_name(name)
        if beside.exists():
            beside.chmod(0o600)


def sync_folder(folder: Path) -> None:
    """Makes a renaming in this folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Lock:
    """Says that a database is in use. Services share the lock; whoever puts another database in its
    place needs it alone. It ends with the process, however that ends."""

    def __init__(self, database: Path, *, alone: bool = False) -> None:
        path = database.with_name(f"{database.name}.lock")
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
            fcntl.flock(self._handle, kind | fcntl.LOCK_NB)
        except OSError:
            os.close(self._handle)
            raise FileError(f"{database} is in use: stop the services first") from None

    def release(self) -> None:
        """Says that the database is no longer in use."""
        os.close(self._handle)
