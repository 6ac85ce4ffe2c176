"""The tables, in SQLite through SQLAlchemy.

Data about a person are sealed by the data key of the application or, for feedback, of its day:
forms, pictures, events, notices and comments. In plain stand numbers, days, places booked and sums.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlalchemy import (
    DDL,
    Connection,
    Engine,
    ForeignKey,
    Index,
    UniqueConstraint,
    create_engine,
    event,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, Session, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry

from service.files import FileError, Lock, make_private

VERSION = 2
"""The version of the tables. Another version's database is not opened."""


class Base(MappedAsDataclass, DeclarativeBase, repr=False):
    """All tables. Their objects print no values: some are personal data."""


class StoredRulebook(Base):
    """The text of a rulebook under which something was filed, by its digest."""

    __tablename__ = "rulebooks"
    digest: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[str]
    text: Mapped[str]


class DataKey(Base):
    """The key that seals what belongs to an owner, wrapped by the key of the key file that `key`
    names. Without it nothing of its owner can be read."""

    __tablename__ = "data_keys"
    owner: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    wrapped: Mapped[bytes]


class Filed(Base):
    """The filing under a number, with its caller and its rules: it never changes. The form is as
    it was read, sealed. `request` is the hash of the caller and the idempotency key."""

    __tablename__ = "applications"
    number: Mapped[str] = mapped_column(primary_key=True)
    caller: Mapped[str]
    request: Mapped[bytes] = mapped_column(unique=True)
    rulebook: Mapped[str] = mapped_column(ForeignKey("rulebooks.digest"))
    filed_on: Mapped[date]
    ready_on: Mapped[date]
    form: Mapped[bytes]
    ended_on: Mapped[date | None] = mapped_column(default=None, index=True)


class Pictures(Base):
    """The photo without metadata, and the signature sample as the card needs it; sealed."""

    __tablename__ = "pictures"
    number: Mapped[str] = mapped_column(ForeignKey("applications.number"), primary_key=True)
    photo: Mapped[bytes]
    signature: Mapped[bytes]


class OpenApplication(Base):
    """The holder of an application that is not closed: a keyed hash of the IIN, one application
    each."""

    __tablename__ = "open_applications"
    holder: Mapped[bytes] = mapped_column(primary_key=True)
    key: Mapped[str]
    number: Mapped[str] = mapped_column(ForeignKey("applications.number"), unique=True)


class StoredEvent(Base):
    """An event, sealed JSON. Events are only added; replaying them gives the application's state.
    Two processes cannot add the same step, nor a second payment."""

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("number", "step"),
        Index("paid_once", "number", unique=True, sqlite_where=text("kind = 'paid'")),
    )
    place: Mapped[int] = mapped_column(primary_key=True, init=False)
    number: Mapped[str] = mapped_column(ForeignKey("applications.number"))
    step: Mapped[int]
    kind: Mapped[str]
    json: Mapped[bytes]


class StoredNotice(Base):
    """A notice as it was sent, sealed JSON."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("number", "step"),)
    place: Mapped[int] = mapped_column(primary_key=True, init=False)
    number: Mapped[str] = mapped_column(ForeignKey("applications.number"))
    step: Mapped[int]
    json: Mapped[bytes]


class StoredBooking(Base):
    """The time and the place of picking a card up; one for an application at most. `seat` is
    which of the slot's places: nobody else can have it."""

    __tablename__ = "bookings"
    __table_args__ = (UniqueConstraint("centre", "day", "time", "seat"),)
    number: Mapped[str] = mapped_column(ForeignKey("applications.number"), primary_key=True)
    centre: Mapped[str]
    day: Mapped[date]
    time: Mapped[time]
    seat: Mapped[int]


class StoredFeedback(Base):
    """Feedback as it was read, its texts masked and sealed, with the rules that it was read by."""

    __tablename__ = "feedback"
    id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(index=True)
    rulebook: Mapped[str] = mapped_column(ForeignKey("rulebooks.digest"))
    json: Mapped[bytes]


class FeedbackSum(Base):
    """The ratings of one period, channel and region, added up: a mergeable summary as JSON. A
    month has a row of its own in addition to those of its days."""

    __tablename__ = "feedback_sums"
    length: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(primary_key=True)
    summary: Mapped[str]


class Erased(Base):
    """The row that is left of an erased application: the decision, its outcome, day and rules,
    and the amount paid for it. It names nobody."""

    __tablename__ = "erased"
    number: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    filed_on: Mapped[date]
    ended_on: Mapped[date | None]
    paid: Mapped[str | None]
    rulebook: Mapped[str] = mapped_column(ForeignKey("rulebooks.digest"))
    erased_on: Mapped[date]


def _trigger(name: str, change: str, otherwise: str = "1") -> None:
    kept = DDL(  # type: ignore[no-untyped-call]
        f"CREATE TRIGGER {name} BEFORE {change} ON events WHEN {otherwise} "
        "BEGIN SELECT RAISE(ABORT, 'events are only added'); END"
    )
    event.listen(StoredEvent.__table__, "after_create", kept)


_trigger("events_are_kept_update", "UPDATE")
_trigger(
    "events_are_kept_delete",
    "DELETE",
    "NOT EXISTS (SELECT 1 FROM erased WHERE number = OLD.number)",
)


class Store:
    """The database. A writing transaction keeps others from writing from its beginning, so that
    what it has read stays true until it is committed."""

    def __init__(self, path: Path, engine: Engine, lock: Lock) -> None:
        self.path = path
        self._engine = engine
        self._writing = engine.execution_options(begin="BEGIN IMMEDIATE")
        self._lock = lock

    @staticmethod
    def open(path: Path) -> Store:
        """Opens the database in this file, and makes the tables that it lacks."""
        make_private(path)
        lock = Lock(path)
        # Parameters are personal data, and would stand in the log with an exception.
        engine = create_engine(
            f"sqlite:///{path}",
            hide_parameters=True,
            connect_args={"timeout": 30},
            pool_size=16,
            max_overflow=48,
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        store = Store(path, engine, lock)
        with store.writing() as session:
            version = session.scalar(text("PRAGMA user_version"))
            tables = session.scalar(text("SELECT count(*) FROM sqlite_master"))
            if version != VERSION and (version or tables):
                store.close()
                raise FileError(f"{path} is of another version of this service: move it away")
            Base.metadata.create_all(session.connection())
            session.execute(text(f"PRAGMA user_version = {VERSION}"))
        make_private(path)
        return store

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view of the database at one time."""
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that is committed at its end, or undone by an exception."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    def compact(self) -> None:
        """Overwrites what was deleted: copies of it in the journal are cut off, and in the file
        SQLite has already overwritten it."""
        with self._engine.execution_options(begin="SELECT 1").connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()
        self._lock.release()


def _prepare(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    del entry
    # The driver would begin transactions in its own way, later than they are needed.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    # An acknowledged write survives a power cut.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql(options.get("begin", "BEGIN"))
