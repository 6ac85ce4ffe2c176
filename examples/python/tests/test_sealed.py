"""At rest: who may read the files, what stands in them, and what the operator's commands do."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from service.files import FileError
from service.keys import KeyRing, SealError

from tests.portal import PHOTOS, Portal, answer, form, problem

AT = "2026-02-10T09:00:00+05:00"


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    """A service with a database of its own."""
    started = Portal(tmp_path)
    yield started
    if started.process.poll() is None:
        started.stop()


def withdrawn(portal: Portal) -> str:
    """The number of an application that is closed."""
    number = portal.number()
    assert portal.moves(number, "withdrawn", AT) == "withdrawn"
    return number


def done(portal: Portal, *words: str, **settings: str) -> str:
    """The output of a command that went well."""
    ended = portal.command(*words, **settings)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def refused(portal: Portal, *words: str, **settings: str) -> str:
    """The reason that a command was refused, in one line."""
    ended = portal.command(*words, **settings)
    assert ended.returncode == 1, (ended.stdout, ended.stderr)
    lines = [line for line in ended.stderr.splitlines() if line.startswith("service: ")]
    assert len(lines) == 1, ended.stderr
    return lines[0]


def test_files_are_the_services_alone(portal: Portal) -> None:
    portal.number()
    done(portal, "backup", str(portal.folder / "copy.sqlite"))
    files = [*portal.folder.glob("*.sqlite*"), *portal.secrets.iterdir()]
    names = {file.name for file in files}
    assert {"service.sqlite", "service.sqlite-wal", "service.sqlite-shm", "copy.sqlite"} <= names
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    # One that was open to others is closed at the next start.
    portal.stop()
    portal.database.chmod(0o644)
    portal.start()
    portal.number()
    for file in portal.folder.glob("service.sqlite*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_pictures_are_sealed_and_without_metadata(portal: Portal) -> None:
    photo = (PHOTOS / "gps.jpg").read_bytes()
    assert b"Exif" in photo
    state = answer(portal.file(form(), photo))
    kept = b"".join(file.read_bytes() for file in portal.folder.glob("service.sqlite*"))
    assert state["number"].encode() in kept
    for plain in (b"Exif", b"\xff\xd8\xff", b"\x89PNG"):
        assert plain not in kept
    with closing(sqlite3.connect(portal.database)) as database:
        sealed = database.execute("SELECT photo, signature FROM pictures").fetchone()
        (owner, key, wrapped) = database.execute("SELECT * FROM data_keys").fetchone()
    envelope = KeyRing.read(portal.secrets / "keys").unwrap(owner, key, wrapped)
    for name, picture in zip(("photo", "signature"), sealed, strict=True):
        opened = envelope.open(f"pictures.{name}.{owner}", picture)
        assert opened.startswith((b"\xff\xd8\xff", b"\x89PNG")) and b"Exif" not in opened
    # Sealed data open in no other place.
    with pytest.raises(SealError):
        envelope.open(f"pictures.signature.{owner}", sealed[0])


def test_what_was_changed_or_moved_is_not_taken(portal: Portal) -> None:
    number, other = portal.number(), portal.number()
    portal.stop()
    with closing(sqlite3.connect(portal.database)) as database:
        database.execute(
            "UPDATE notices SET json = (SELECT json FROM notices WHERE number = ?) "
            "WHERE number = ?",
            (other, number),
        )
        database.commit()
    portal.start()
    assert problem(portal.http.get(f"/applications/{number}/notices"), 500)["code"] == "INTERNAL"
    assert portal.http.get(f"/applications/{other}/notices").status_code == 200
    assert "SealError" in portal.log.read_text()


def test_the_holder_is_hashed_by_a_key(portal: Portal) -> None:
    wanted = form()
    portal.filed(wanted)
    with closing(sqlite3.connect(portal.database)) as database:
        (holder, key) = database.execute("SELECT holder, key FROM open_applications").fetchone()
    iin = wanted["applicant"]["iin"]
    assert holder == KeyRing.read(portal.secrets / "keys").holders(iin)[key]
    assert holder != KeyRing({"key-1": bytes(32)}).holders(iin)["key-1"]


def test_a_key_is_replaced_while_the_service_runs(portal: Portal) -> None:
    wanted = form()
    state = portal.filed(wanted)
    portal.http.post("/feedback", json={"overall": 5, "channel": "portal", "at": AT})
    done(portal, "add-key", "key-2")
    assert "has a key key-2 already" in refused(portal, "add-key", "key-2")
    portal.stop()
    portal.start()
    # Filed under the old key, found under the new one.
    assert problem(portal.file(wanted), 409)["code"] == "APPLICATION_OPEN"
    newer = portal.number()
    assert done(portal, "rotate-key") == "2 data keys wrapped anew\n"
    assert done(portal, "rotate-key") == "0 data keys wrapped anew\n"
    assert answer(portal.http.get(f"/applications/{state['number']}")) == state
    portal.stop()
    keys = portal.secrets / "keys"
    old, new = keys.read_text().splitlines()
    keys.write_text(f"{new}\n")
    portal.start()
    for number in (state["number"], newer):
        assert portal.http.get(f"/applications/{number}/notices").status_code == 200
    assert problem(portal.file(wanted), 409)["code"] == "APPLICATION_OPEN"
    portal.stop()
    keys.write_text(f"{old}\n")
    portal.start()
    assert portal.http.get(f"/applications/{state['number']}").status_code == 500


def test_erasing_leaves_a_row_that_names_nobody(portal: Portal) -> None:
    number, wanted = portal.number(), form("delivery")
    assert "is not closed: withdraw it first" in refused(portal, "erase", "--application", number)
    assert portal.http.get(f"/applications/{number}").status_code == 200
    state = portal.filed(wanted)
    other = state["number"]
    portal.moves(other, "paid", AT, amount=state["due"])
    portal.moves(other, "withdrawn", AT)
    done(portal, "erase", "--application", other)
    assert problem(portal.office.get(f"/applications/{other}"), 410)["code"] == "APPLICATION_ERASED"
    assert problem(portal.http.get(f"/applications/{other}"), 404)["code"] == "APPLICATION_UNKNOWN"
    assert "APPLICATION_ERASED" in refused(portal, "erase", "--application", other)
    assert "APPLICATION_UNKNOWN" in refused(portal, "erase", "--application", "nothing")
    with closing(sqlite3.connect(portal.database)) as database:
        tables = [
            row[0]
            for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        holding = []
        for table in tables:
            rows = database.execute(f"SELECT * FROM {table}").fetchall()
            if any(other in str(value) for row in rows for value in row):
                holding.append(table)
        assert holding == ["erased"]
        row = database.execute("SELECT state, filed_on, paid FROM erased").fetchone()
        assert row == ("withdrawn", "2026-02-10", state["due"])
    assert portal.http.get(f"/applications/{number}").status_code == 200
    assert portal.file(wanted).status_code == 201


def test_what_was_deleted_is_overwritten(portal: Portal) -> None:
    number = withdrawn(portal)
    with closing(sqlite3.connect(portal.database)) as database:
        key = database.execute("SELECT wrapped FROM data_keys").fetchone()[0]
        event = database.execute("SELECT json FROM events").fetchone()[0]
    done(portal, "erase", "--application", number)
    kept = b"".join(file.read_bytes() for file in portal.folder.glob("service.sqlite*"))
    assert key not in kept and event not in kept


def test_purging_erases_what_was_closed_before_a_day(portal: Portal) -> None:
    old, open_still = withdrawn(portal), portal.number()
    given = {"overall": 5, "channel": "portal", "at": AT, "comment": "Жақсы"}
    portal.http.post("/feedback", json=given)
    portal.is_on("2026-02-20")
    new = portal.number()
    assert portal.moves(new, "withdrawn", "2026-02-20T09:00:00+05:00") == "withdrawn"
    portal.http.post("/feedback", json={**given, "at": "2026-02-20T08:00:00+05:00"})
    assert "what is to come" in refused(portal, "purge", "--before", "9999-12-31")
    assert done(portal, "purge", "--before", "2026-02-10").startswith("0 applications and 0 ")
    assert done(portal, "purge", "--before", "2026-02-11").startswith("1 applications and 1 ")
    statuses = [portal.office.get(f"/applications/{n}").status_code for n in (old, open_still, new)]
    assert statuses == [410, 200, 200]
    # The real clock of the command may be years after the test's.
    assert done(portal, "purge", QUJAT_RETENTION_DAYS="100000").startswith("0 applications and 0 ")
    summary = answer(portal.office.get("/feedback/summary"))
    assert summary["total"]["count"] == 2


def test_a_backup_is_restored(portal: Portal) -> None:
    state = portal.filed(form())
    copy = portal.folder / "copy.sqlite"
    done(portal, "backup", str(copy))
    assert "exists already" in refused(portal, "backup", str(copy))
    later = portal.number()
    assert "is in use: stop the services first" in refused(portal, "restore", str(copy))
    portal.stop()
    assert "say --replace" in refused(portal, "restore", str(copy))
    done(portal, "restore", str(copy), "--replace")
    portal.start()
    assert answer(portal.http.get(f"/applications/{state['number']}")) == state
    assert portal.http.get(f"/applications/{later}").status_code == 404
    portal.stop()
    # Onto another machine, with the keys.
    moved = portal.folder / "moved.sqlite"
    done(portal, "restore", str(copy), QUJAT_DATABASE=str(moved))
    assert stat.S_IMODE(moved.stat().st_mode) == 0o600
    other_keys = portal.folder / "other-keys"
    KeyRing.add(other_keys, "key-1")
    without = refused(
        portal,
        "restore",
        str(copy),
        QUJAT_DATABASE=str(portal.folder / "x.sqlite"),
        QUJAT_KEYS=str(other_keys),
    )
    assert "the keys do not open this copy" in without
    assert not (portal.folder / "x.sqlite").exists()


def test_a_bent_backup_is_refused(portal: Portal) -> None:
    portal.number()
    copy = portal.folder / "copy.sqlite"
    done(portal, "backup", str(copy))
    portal.stop()
    content = copy.read_bytes()
    for name, bent in {
        "cut": content[: len(content) // 2],
        "no database": b"nothing" * 1000,
        "page": content[:8192] + b"\xff" * 4096 + content[12288:],
    }.items():
        copy.write_bytes(bent)
        assert "service: " in refused(portal, "restore", str(copy), "--replace"), name
    portal.start()
    assert portal.http.get("/ready").status_code == 200


def test_another_versions_database_is_left_alone(portal: Portal) -> None:
    portal.stop()
    portal.database.unlink()
    with closing(sqlite3.connect(portal.database)) as database:
        database.execute("CREATE TABLE forms (number TEXT)")
    before = portal.database.read_bytes()
    assert "is of another version of this service" in refused(portal, "serve")
    assert portal.database.read_bytes()[100:] == before[100:]


@pytest.mark.parametrize("text", ["", "key-1 00", "key-1 " + "0" * 63 + "g", "a/b " + "0" * 64])
def test_bent_key_files_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "keys"
    file.touch(0o600)
    file.write_text(f"{text}\n")
    with pytest.raises(FileError):
        KeyRing.read(file)
    shutil.copy(file, tmp_path / "twice")
    (tmp_path / "twice").write_text(f"a {'0' * 64}\na {'1' * 64}\n")
    with pytest.raises(FileError):
        KeyRing.read(tmp_path / "twice")
