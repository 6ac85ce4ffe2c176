"""Sealed rows: which data key opens what, and where."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from service.keys import Envelope, KeyRing, SealError
from service.storage import DataKey


def of_application(number: str) -> str:
    """The owner of a data key: an application."""
    return f"application:{number}"


def of_day(day: str) -> str:
    """The owner of a data key: a day's feedback."""
    return f"feedback:{day}"


@dataclass(frozen=True)
class Sealer:
    """Seals and opens the rows of one owner. A place is `TABLE.COLUMN` with what tells its row
    from the owner's others."""

    owner: str
    envelope: Envelope

    def seal(self, place: str, content: str | bytes) -> bytes:
        """Encrypts a value for its place."""
        plain = content.encode() if isinstance(content, str) else content
        return self.envelope.seal(f"{place}.{self.owner}", plain)

    def open(self, place: str, sealed: bytes) -> bytes:
        """The value of a place."""
        return self.envelope.open(f"{place}.{self.owner}", sealed)


@dataclass(frozen=True)
class Vault:
    """Makes and finds the data keys of owners."""

    ring: KeyRing

    def new(self, owner: str) -> tuple[Sealer, DataKey]:
        """A new data key and the row that keeps it, for the caller to add."""
        envelope, key, wrapped = self.ring.new(owner)
        return Sealer(owner, envelope), DataKey(owner, key, wrapped)

    def of(self, session: Session, owner: str) -> Sealer:
        """The sealer of an owner whose data key is stored."""
        row = session.get(DataKey, owner)
        if row is None:
            raise SealError("the data key is not stored")
        return Sealer(owner, self.ring.unwrap(owner, row.key, row.wrapped))

    def of_or_new(self, session: Session, owner: str) -> Sealer:
        """The sealer of an owner, whose data key is made and stored if it is missing."""
        row = session.get(DataKey, owner)
        if row is not None:
            return Sealer(owner, self.ring.unwrap(owner, row.key, row.wrapped))
        sealer, made = self.new(owner)
        session.add(made)
        session.flush()
        return sealer
