"""The packages are those that were looked at: each by its hash, from wherever it is fetched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]


def names(file: str) -> dict[str, str]:
    """The packages that a file of wishes names, with their versions."""
    wanted: dict[str, str] = {}
    for line in (HERE / file).read_text().splitlines():
        if line.startswith("-r "):
            wanted |= names(line.removeprefix("-r "))
        elif line and not line.startswith("#"):
            name, version = line.split("==")
            wanted[name] = version
    return wanted


@pytest.mark.parametrize("name", ["requirements", "requirements-tests"])
def test_all_packages_have_hashes(name: str) -> None:
    text = (HERE / f"{name}.txt").read_text()
    entries = [entry.split() for entry in re.split(r"\n(?=\S)", text.strip())]
    locked = {}
    for pinned, *hashes in entries:
        package, version = pinned.split("==")
        locked[package] = version
        found = [part for part in hashes if part != "\\"]
        assert found and all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", part) for part in found)
    assert names(f"{name}.in").items() <= locked.items()
    assert "://" not in text and "--index" not in text and "--find-links" not in text
