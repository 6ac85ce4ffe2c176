"""The rulebooks under which something was filed, so that it is read by them and by no others."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

import qujat
from sqlalchemy.orm import Session

from service.storage import StoredRulebook


@dataclass(frozen=True)
class Rules:
    """A rulebook and the digest of its text."""

    rulebook: qujat.Rulebook
    text: str
    digest: str

    @staticmethod
    def read(text: bytes) -> Rules:
        """Loads a rulebook's file. The digest covers the shipped edition that it extends."""
        rulebook = qujat.Rulebook.load(text)
        base = json.loads(text).get("extends")
        under = qujat.Rulebook.edition_text(base) if base else None
        digest = hashlib.sha256(text + b"\0" + (under or "").encode()).hexdigest()
        return Rules(rulebook, text.decode(), digest)

    def keep(self, session: Session) -> None:
        """Stores the text, in a writing transaction, unless it is stored."""
        if session.get(StoredRulebook, self.digest) is None:
            session.add(StoredRulebook(self.digest, self.rulebook.name, self.text))


def rulebook(session: Session, digest: str) -> qujat.Rulebook:
    """The rulebook with this digest."""
    return _load(session.get_one(StoredRulebook, digest).text)


@lru_cache(maxsize=16)
def _load(text: str) -> qujat.Rulebook:
    return qujat.Rulebook.load(text)
