"""What every request works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import qujat
from fastapi import Depends, Request

from service.settings import Settings
from service.storage import Store


@dataclass(frozen=True)
class Desk:
    """The rules, the directory of centres, and the store. None of them changes while it runs,
    except what is stored."""

    rules: qujat.Rulebook
    centres: qujat.CentreDirectory
    store: Store

    @staticmethod
    def open(settings: Settings) -> Desk:
        """Reads the files and opens the database, which is made if there is none."""
        return Desk(
            rules=qujat.Rulebook.load(settings.rulebook.read_bytes()),
            centres=qujat.CentreDirectory.from_json(settings.centres.read_bytes()),
            store=Store.open(settings.database),
        )


def desk_of(request: Request) -> Desk:
    """The desk of the service that a request came to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


TheDesk = Annotated[Desk, Depends(desk_of)]
