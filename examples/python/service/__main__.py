"""The service and what its operator does: `python -m service --help`."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import qujat

from service import backup, logs, retention, rotation, server, set_up
from service.app import create_app
from service.credentials import Role, add_token
from service.desk import Desk
from service.files import FileError
from service.keys import KeyRing, SealError
from service.problems import ServiceError
from service.settings import Settings


def main(words: list[str] | None = None) -> None:
    """Carries a command out; a problem that the operator has to fix is one line on
    standard error."""
    os.umask(0o077)
    logs.set_up()
    given = _parser().parse_args(words)
    try:
        _run(given, Settings.from_environment())
    except (FileError, SealError) as error:
        sys.exit(f"service: {error}")
    except qujat.Error as error:
        sys.exit(f"service: a file of the rules cannot be read: {error}")
    except ServiceError as error:
        sys.exit(f"service: {error.code.value}")
    except retention.StillOpen:
        sys.exit("service: the application is not closed: withdraw it first")


def _run(given: argparse.Namespace, settings: Settings) -> None:
    match given.command:
        case "serve":
            settings = replace(settings, port=given.port or settings.port)
            server.check(settings)
            server.serve(create_app(settings), settings)
        case "set-up":
            for file in set_up.set_up(given.folder):
                print(f"{file.stem}: {file}")
        case "add-token":
            if settings.credentials is None:
                raise FileError("QUJAT_CREDENTIALS names no file")
            add_token(settings.credentials, given.name, Role(given.role), given.into)
        case "add-key":
            KeyRing.add(_key_file(settings), given.name)
        case "rotate-key":
            print(f"{rotation.rotate(Desk.open(settings))} data keys wrapped anew")
        case "backup":
            backup.backup(settings.database, given.file)
        case "restore":
            ring = KeyRing.read(_key_file(settings))
            backup.restore(given.file, settings.database, ring, replace=given.replace)
        case "erase":
            desk = Desk.open(settings)
            retention.erase(desk, given.application, _today(desk))
        case "purge":
            desk = Desk.open(settings)
            today = _today(desk)
            before = given.before or today - timedelta(days=settings.retention_days)
            if before > today:
                raise FileError("what is to come cannot be purged")
            applications, feedback = retention.purge(desk, before, today)
            print(f"{applications} applications and {feedback} feedback erased")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m service")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("serve", help="serve until told to stop")
    command.add_argument("port", nargs="?", type=int)
    command = commands.add_parser("set-up", help="make keys, and a token for each role")
    command.add_argument("folder", type=Path)
    command = commands.add_parser("add-token", help="make a token, beside those that there are")
    command.add_argument("name")
    command.add_argument("role", choices=[role.value for role in Role])
    command.add_argument("into", type=Path, help="the file for the token")
    command = commands.add_parser("add-key", help="add a key, the current one from now on")
    command.add_argument("name")
    commands.add_parser("rotate-key", help="wrap all data keys by the current key")
    command = commands.add_parser("backup", help="copy the database, also while services run")
    command.add_argument("file", type=Path)
    command = commands.add_parser("restore", help="put a copy in the place of the database")
    command.add_argument("file", type=Path)
    command.add_argument("--replace", action="store_true")
    command = commands.add_parser("erase", help="erase a closed application")
    command.add_argument("--application", required=True)
    command = commands.add_parser("purge", help="erase what was closed before a day")
    command.add_argument(
        "--before", type=date.fromisoformat, help="by default QUJAT_RETENTION_DAYS ago"
    )
    return parser


def _key_file(settings: Settings) -> Path:
    if settings.keys is None:
        raise FileError("QUJAT_KEYS names no file")
    return settings.keys


def _today(desk: Desk) -> date:
    return desk.rules.civil_time(datetime.now(timezone.utc)).day


if __name__ == "__main__":
    main()
