"""A new key for what is encrypted at rest. Add it to the key file, restart the services so that all
of them know it, rotate, and remove the old one when no copy of the database needs it any more."""

from __future__ import annotations

import json

from sqlalchemy import select

from service import vault
from service.desk import Desk
from service.storage import DataKey, Filed, OpenApplication

_BATCH = 500


def rotate(desk: Desk) -> int:
    """Wraps every data key by the current key, and hashes the holders of open applications by it.
    Services may run meanwhile. Gives how many data keys were wrapped by another one."""
    ring, count = desk.vault.ring, 0
    while True:
        with desk.store.writing() as session:
            others = select(DataKey).where(DataKey.key != ring.current).limit(_BATCH)
            batch = list(session.scalars(others))
            for row in batch:
                row.key, row.wrapped = ring.rewrap(row.owner, row.key, row.wrapped)
        count += len(batch)
        if len(batch) < _BATCH:
            break
    with desk.store.writing() as session:
        outdated = select(OpenApplication).where(OpenApplication.key != ring.current)
        for held in session.scalars(outdated):
            stored = session.get_one(Filed, held.number)
            sealer = desk.vault.of(session, vault.of_application(held.number))
            form = json.loads(sealer.open("applications.form", stored.form))["form"]
            held.holder = ring.holders(form["applicant"]["iin"])[ring.current]
            held.key = ring.current
    desk.store.compact()
    return count
