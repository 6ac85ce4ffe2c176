"""Checks the crates of all lock files against known security advisories.

    python3 scripts/advisories/check.py check [DATABASE]
    python3 scripts/advisories/check.py record DATABASE

DATABASE is a copy of RustSec's advisory-db: a folder with `crates` in it, or a git directory. Without
one, each crate of a lock file has to be one that `reviewed.json` lists: checked at the date and commit
of the database that it names. So a crate that was added or changed cannot pass unchecked where no
database can be fetched. `record` checks, and writes that list.

Vulnerabilities, unsound and unmaintained crates and withdrawn ones (`yanked` is for cargo-deny) fail,
unless `reviewed.json` accepts the advisory for that crate, with a reason and the day it was accepted.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
REVIEWED = HERE / "reviewed.json"
LOCKS = ["Cargo.lock", "fuzz/Cargo.lock"]

# A crate's name and version.
Package = tuple[str, str]


def packages(lock: str) -> set[Package]:
    """The crates of a lock file that come from a registry."""
    listed = tomllib.loads(lock)["package"]
    return {(each["name"], each["version"]) for each in listed if "source" in each}


def order(version: str) -> tuple[Any, ...]:
    """The key by which versions are compared: SemVer's precedence, without build
    metadata."""
    numbers, _, pre = version.partition("+")[0].partition("-")
    parts = [int(part) for part in numbers.split(".")]
    parts += [0] * (3 - len(parts))
    identifiers = tuple((0, int(i), "") if i.isdigit() else (1, 0, i) for i in pre.split(".") if pre)
    return (*parts, not pre, identifiers)


def following(numbers: list[str], position: int) -> str:
    """The first version with a greater number at this position."""
    kept = [*numbers[:position], str(int(numbers[position]) + 1)]
    return ".".join(kept + ["0"] * (3 - len(kept))) + "-0"


def satisfies(version: str, requirement: str) -> bool:
    """`True` if a version is within Cargo's requirement, such as `>= 1.2, < 2` or
    `^0.3.1`."""
    return all(compares(version, part.strip()) for part in requirement.split(","))


def compares(version: str, comparator: str) -> bool:
    """`True` if a version is within one part of a requirement."""
    if comparator == "*":
        return True
    match = re.fullmatch(r"(>=|<=|>|<|=|\^|~)?\s*([0-9][0-9A-Za-z.+-]*)", comparator)
    if not match:
        raise ValueError(f"not a requirement: {comparator}")
    sign, named = match[1] or "^", match[2]
    mine, theirs = order(version), order(named)
    if sign in (">=", "<=", ">", "<", "="):
        met = {">=": mine >= theirs, "<=": mine <= theirs, ">": mine > theirs, "<": mine < theirs}
        return met.get(sign, mine == theirs)
    numbers = re.split("[-+]", named)[0].split(".")
    if sign == "~":
        position = min(len(numbers), 2) - 1
    else:
        # The first number that is not zero may not change.
        position = next((at for at, n in enumerate(numbers) if int(n)), len(numbers) - 1)
    return theirs <= mine < order(following(numbers, position))


def advisories(database: Path) -> Iterator[dict[str, Any]]:
    """The advisories about crates, out of a folder or a git directory."""
    texts: Iterator[str]
    if (database / "crates").is_dir():
        texts = (file.read_text() for file in sorted(database.glob("crates/*/RUSTSEC-*.md")))
    else:
        command = ["git", "-C", str(database), "archive", "HEAD", "crates"]
        archive = tarfile.open(fileobj=io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))
        files = (archive.extractfile(member) for member in archive if "/RUSTSEC-" in member.name)
        texts = (file.read().decode() for file in files if file)
    for text in texts:
        yield tomllib.loads(text.partition("```toml\n")[2].partition("\n```")[0])


def hits(advisory: dict[str, Any], present: set[Package]) -> Iterator[Package]:
    """The crates that an advisory is about."""
    about, versions = advisory["advisory"], advisory.get("versions", {})
    if "withdrawn" in about:
        return
    safe = versions.get("patched", []) + versions.get("unaffected", [])
    for name, version in sorted(present):
        if name == about["package"] and not any(satisfies(version, each) for each in safe):
            yield name, version


def problems(found: list[dict[str, Any]], present: set[Package], accepted: list[dict[str, str]]) -> list[str]:
    """The faults of crates, a line each; also advisories that are accepted but not found."""
    told, used = [], set()
    for advisory in found:
        about = advisory["advisory"]
        for name, version in hits(advisory, present):
            key = (about["id"], name)
            used.add(key)
            if key not in {(each["id"], each["crate"]) for each in accepted}:
                kind = about.get("informational", "vulnerability")
                told.append(f"{about['id']}: {name} {version}: {kind}")
    for each in accepted:
        if not (each.get("reason") and each.get("on")):
            told.append(f"{each['id']}: accepted without a reason and a day")
        if (each["id"], each["crate"]) not in used:
            told.append(f"{each['id']}: accepted for {each['crate']}, but not found any more")
    return told


def unreviewed(present: set[Package], reviewed: dict[str, Any]) -> list[str]:
    """The crates that no database was asked about."""
    known = set(reviewed["crates"])
    return [f"{name} {version}" for name, version in sorted(present) if f"{name} {version}" not in known]


def commit_of(database: Path) -> dict[str, str]:
    """The state of the database."""
    command = ["git", "-C", str(database), "log", "-1", "--format=%H %cs"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    commit, date = said.split()
    return {"commit": commit, "date": date}


def main(task: str, database: str = "") -> None:
    """Does what the module says."""
    present = {each for lock in LOCKS for each in packages((ROOT / lock).read_text())}
    reviewed = json.loads(REVIEWED.read_text())
    if database:
        found = list(advisories(Path(database)))
        if len(found) < 500:
            sys.exit(f"advisories: {database} holds only {len(found)}, it is no advisory-db")
        if told := problems(found, present, reviewed["accepted"]):
            sys.exit("advisories:\n" + "\n".join(told))
        print(f"== advisories: {len(present)} crates, {len(found)} advisories, {commit_of(Path(database))['date']}")
    elif new := unreviewed(present, reviewed):
        sys.exit(
            "advisories: these crates were never checked: " + ", ".join(new) + ".\nRun `make advisories-record "
            "ADVISORIES=…` with a copy of RustSec's advisory-db, and commit scripts/advisories/reviewed.json."
        )
    else:
        print(f"== advisories: {len(present)} crates, all checked with the database of {reviewed['database']['date']}")
    if task == "record":
        reviewed |= {
            "database": commit_of(Path(database)),
            "crates": sorted(f"{name} {version}" for name, version in present),
        }
        REVIEWED.write_text(json.dumps(reviewed, indent=1) + "\n")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in ("check", "record") or sys.argv[1:] == ["record"]:
        sys.exit(__doc__)
    main(*sys.argv[1:])
