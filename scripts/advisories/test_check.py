"""The check of advisories itself: requirements of versions, and planted crates. Advisories here are invented."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

import check

ADVISORY = """```toml
[advisory]
id = "RUSTSEC-0000-0001"
package = "planted"
date = "2020-01-01"
{more}

[versions]
patched = [">= 1.2.3", "^0.9.5"]
unaffected = ["< 0.4"]
```

# Invented
"""


def advisory(more: str = "") -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        crate = Path(folder) / "crates" / "planted"
        crate.mkdir(parents=True)
        (crate / "RUSTSEC-0000-0001.md").write_text(ADVISORY.format(more=more))
        (read,) = check.advisories(Path(folder))
        return read


class Requirements(unittest.TestCase):
    def test_versions_within_and_without(self) -> None:
        cases = {
            ">= 1.2": ("1.2.0 1.10.0 2.0.0", "1.1.9 1.2.0-rc.1"),
            "> 1.2.3, < 2": ("1.2.4 1.99.0", "1.2.3 2.0.0"),
            "<= 0.3.1": ("0.3.1 0.3.1-alpha 0.0.1", "0.3.2"),
            "= 1.0.0": ("1.0.0 1.0.0+build", "1.0.1 1.0.0-pre"),
            "^1.2.3": ("1.2.3 1.9.0", "1.2.2 2.0.0 2.0.0-alpha"),
            "^0.3.2": ("0.3.2 0.3.9", "0.3.1 0.4.0"),
            "^0.0.7": ("0.0.7", "0.0.6 0.0.8"),
            "^0": ("0.0.1 0.9.0", "1.0.0"),
            "1.4": ("1.4.0 1.5.0", "1.3.0 2.0.0"),
            "~1.4": ("1.4.9", "1.5.0 1.3.9"),
            "~1": ("1.9.0", "2.0.0 0.9.0"),
            "*": ("0.0.1", ""),
            ">= 1.0.0-beta.2": ("1.0.0-beta.10 1.0.0-rc 1.0.0", "1.0.0-beta.1 1.0.0-alpha"),
        }
        for requirement, (within, without) in cases.items():
            for version in within.split():
                self.assertTrue(check.satisfies(version, requirement), f"{version} {requirement}")
            for version in without.split():
                self.assertFalse(check.satisfies(version, requirement), f"{version} {requirement}")

    def test_what_is_no_requirement_is_not_passed_over(self) -> None:
        with self.assertRaises(ValueError):
            check.satisfies("1.0.0", "=> 1.0")


class Planted(unittest.TestCase):
    lock = """
        [[package]]
        name = "planted"
        version = "{version}"
        source = "registry+https://github.com/rust-lang/crates.io-index"
        [[package]]
        name = "own"
        version = "0.1.0"
    """

    def told(self, version: str, more: str = "", accepted: list[dict[str, str]] | None = None) -> list[str]:
        present = check.packages(self.lock.format(version=version))
        return check.problems([advisory(more)], present, accepted or [])

    def test_old_versions_are_found_and_patched_ones_are_not(self) -> None:
        for version in ("1.2.2", "0.9.4", "0.4.0", "1.2.3-rc.1", "0.10.0"):
            self.assertEqual(self.told(version), [f"RUSTSEC-0000-0001: planted {version}: vulnerability"])
        for version in ("1.2.3", "0.9.6", "0.3.9", "5.0.0"):
            self.assertEqual(self.told(version), [])

    def test_an_unmaintained_crate_is_found(self) -> None:
        self.assertEqual(
            self.told("1.0.0", 'informational = "unmaintained"'),
            ["RUSTSEC-0000-0001: planted 1.0.0: unmaintained"],
        )

    def test_a_withdrawn_advisory_counts_for_nothing(self) -> None:
        self.assertEqual(self.told("1.0.0", 'withdrawn = "2021-01-01"'), [])

    def test_what_is_accepted_needs_a_reason_and_a_day_and_has_to_be_there(self) -> None:
        accepted = {"id": "RUSTSEC-0000-0001", "crate": "planted", "reason": "not built", "on": "2026-01-01"}
        self.assertEqual(self.told("1.0.0", "", [accepted]), [])
        self.assertEqual(len(self.told("1.0.0", "", [accepted | {"reason": ""}])), 1)
        self.assertEqual(len(self.told("2.0.0", "", [accepted])), 1)

    def test_a_crate_that_was_never_checked_is_found_without_a_database(self) -> None:
        present = check.packages(self.lock.format(version="1.0.0"))
        self.assertEqual(check.unreviewed(present, {"crates": ["planted 1.0.1"]}), ["planted 1.0.0"])
        self.assertEqual(check.unreviewed(present, {"crates": ["planted 1.0.0"]}), [])

    def test_a_planted_crate_ends_the_command(self) -> None:
        reviewed = json.loads(check.REVIEWED.read_text())
        for each in reviewed["accepted"]:
            self.assertTrue(each["reason"] and each["on"], each)
        with tempfile.TemporaryDirectory() as folder:
            scripts = Path(folder) / "scripts" / "advisories"
            scripts.mkdir(parents=True)
            (Path(folder) / "fuzz").mkdir()
            for name in ("check.py", "reviewed.json"):
                (scripts / name).write_text((check.HERE / name).read_text())
            for lock, more in (("fuzz/Cargo.lock", ""), ("Cargo.lock", self.lock.format(version="1.0.0"))):
                (Path(folder) / lock).write_text((check.ROOT / lock).read_text() + more)
            command = [sys.executable, str(scripts / "check.py"), "check"]
            ended = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(ended.returncode, 1)
        self.assertIn("planted 1.0.0", ended.stderr)


if __name__ == "__main__":
    unittest.main()
