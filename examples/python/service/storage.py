"""The tables, in SQLite through SQLAlchemy."""

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
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, Session, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry


class Base(MappedAsDataclass, DeclarativeBase, repr=False):
    """All tables. Their objects print no values: some are personal data."""


class FiledForm(Base):
    """What was filed under a number: it never changes. The photo has no metadata any more, and the
    signature sample is as the card needs it."""

    __tablename__ = "forms"
    number: Mapped[str] = mapped_column(primary_key=True)
    form: Mapped[str]
    photo: Mapped[bytes]
    signature: Mapped[bytes]


class StoredEvent(Base):
    """An event as JSON. Events are only added; replaying them gives the application's state."""

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("number", "event"),)
    place: Mapped[int] = mapped_column(primary_key=True, init=False)
    number: Mapped[str] = mapped_column(ForeignKey("forms.number"))
    event: Mapped[str]
    json: Mapped[str]


class StoredNotice(Base):
    """A notice as it was sent, as JSON."""

    __tablename__ = "notices"
    place: Mapped[int] = mapped_column(primary_key=True, init=False)
    number: Mapped[str] = mapped_column(ForeignKey("forms.number"), index=True)
    json: Mapped[str]


class StoredBooking(Base):
    """When and where a card is to be picked up; one for an application at most."""

    __tablename__ = "bookings"
    __table_args__ = (Index("bookings_by_day", "centre", "day"),)
    number: Mapped[str] = mapped_column(ForeignKey("forms.number"), primary_key=True)
    centre: Mapped[str]
    day: Mapped[date]
    time: Mapped[time]


class StoredFeedback(Base):
    """Feedback as JSON, its texts already masked."""

    __tablename__ = "feedback"
    place: Mapped[int] = mapped_column(primary_key=True, init=False)
    json: Mapped[str]


for _change in ("UPDATE", "DELETE"):
    _kept = DDL(  # type: ignore[no-untyped-call]
        f"CREATE TRIGGER events_are_kept_{_change.lower()} BEFORE {_change} ON events "
        "BEGIN SELECT RAISE(ABORT, 'events are only added'); END"
    )
    event.listen(StoredEvent.__table__, "after_create", _kept)


class Store:
    """The database. A writing transaction keeps others from writing from its beginning, so that
    what it has read stays true until it is committed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = engine.execution_options(begin="BEGIN IMMEDIATE")

    @staticmethod
    def open(path: Path) -> Store:
        """Opens the database in this file, and makes the tables that it lacks."""
        # Parameters are personal data, and would stand in the log with an exception.
        engine = create_engine(
            f"sqlite:///{path}", hide_parameters=True, connect_args={"timeout": 30}
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        Base.metadata.create_all(engine)
        return Store(engine)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view of the database at one time."""
        with Session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that is committed at its end, or undone by an exception."""
        with Session(self._writing) as session, session.begin():
            yield session

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()


def _prepare(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    del entry
    # The driver would begin transactions in its own way, later than they are needed.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql(options.get("begin", "BEGIN"))
