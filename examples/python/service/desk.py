"""The tools of every request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import qujat
from fastapi import Depends, Request

from service.archive import Rules
from service.files import FileError
from service.keys import KeyRing
from service.metrics import Metrics
from service.settings import Settings
from service.storage import Store
from service.vault import Vault


@dataclass(frozen=True)
class Desk:
    """The rules, the directory of centres, the keys and the store. They do not change while
    it runs, except stored data."""

    settings: Settings
    archived: Rules
    centres: qujat.CentreDirectory
    vault: Vault
    store: Store
    metrics: Metrics

    @property
    def rules(self) -> qujat.Rulebook:
        """The rules in force."""
        return self.archived.rulebook

    @staticmethod
    def open(settings: Settings) -> Desk:
        """Reads the files and opens the database, which is made if it is missing."""
        if settings.keys is None:
            raise FileError(
                "QUJAT_KEYS names no key file: make one with `python -m service set-up`"
            )
        vault = Vault(KeyRing.read(settings.keys))
        archived = Rules.read(settings.rulebook.read_bytes())
        centres = qujat.CentreDirectory.from_json(settings.centres.read_bytes())
        store = Store.open(settings.database)
        with store.writing() as session:
            archived.keep(session)
        return Desk(settings, archived, centres, vault, store, Metrics())


def desk_of(request: Request) -> Desk:
    """The desk of the service that a request came to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


TheDesk = Annotated[Desk, Depends(desk_of)]
