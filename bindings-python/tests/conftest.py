"""Fixtures that the tests share."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import qujat

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "examples" / "data"


@pytest.fixture(scope="session")
def rules() -> qujat.Rulebook:
    """The default edition."""
    return qujat.Rulebook.edition()


@pytest.fixture(scope="session")
def centres() -> qujat.CentreDirectory:
    """The example directory of service centres."""
    return qujat.CentreDirectory.from_json((DATA / "centres.json").read_bytes())


@pytest.fixture(scope="session")
def register() -> qujat.RegisterRecord:
    """The register's record of the example application."""
    return qujat.RegisterRecord.from_json((DATA / "register" / "eligible.json").read_bytes())


@pytest.fixture(scope="session")
def form() -> bytes:
    """The example application."""
    return (DATA / "eligible.json").read_bytes()


@pytest.fixture(scope="session")
def today() -> datetime.date:
    """The day of the examples."""
    return datetime.date(2026, 2, 10)
