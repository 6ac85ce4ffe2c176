"""Reads what the benchmarks of the languages have written, each a JSON file under `build`.

The form is the same in all of them: a row with the library's time and those of its peers, in nanoseconds
(README.md).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

LANGUAGES = ["Rust", "Python", "Node", "Kotlin", "Swift"]

# Rust's names of rows, if they differ.
SAME = {
    "assess": "all_without_images",
    "assess-images": "all",
    "notice": "notices",
    "sms-segments": "sms",
    "photo-report": "photo",
    "photo-decode": "photo_decode",
    "photo-large-decode": "photo_large_decode",
    "photo-large-report": "photo_large",
    "signature-report": "signature",
    "million-codes": "million",
}
UNITS = {"s": 1e9, "ms": 1e6, "µs": 1e3}


class Figure(NamedTuple):
    """A median with the distance of its quartiles: nanoseconds, or bytes."""

    median: float
    spread: float
    is_size: bool = False


class Peer(NamedTuple):
    """A peer of the library. The ratio says how many times the library's figure this is."""

    name: str
    figure: Figure | None
    ratio: float


class Row(NamedTuple):
    """A row of a language. `is_met` is None without a target."""

    id: str
    what: str
    own: Figure
    peers: list[Peer]
    target: str
    is_met: bool | None


class Report(NamedTuple):
    """The measurements of a language."""

    language: str
    machine: str
    versions: dict[str, str]
    rows: list[Row]

    def peer(self, row: str, name: str) -> Peer | None:
        """The peer with this name in a row, which may count packages in brackets behind it."""
        peers = found.peers if (found := self.row(row)) else []
        return next((peer for peer in peers if peer.name.partition(" (")[0] == name), None)

    def row(self, name: str) -> Row | None:
        """The row with this name."""
        return next((row for row in self.rows if row.id == name), None)


def written(figure: Figure) -> str:
    """Three digits with a unit."""
    value = figure.median
    if figure.is_size:
        return f"{value / 1e6:.3g} MB"
    for unit, size in UNITS.items():
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value:.3g} ns"


def figure(found: dict[str, Any]) -> Figure | None:
    """The figure of the library or of a peer."""
    if "bytes" in found:
        return Figure(float(found["bytes"]), 0.0, True)
    if found.get("median_ns") is None:
        return None
    return Figure(float(found["median_ns"]), float(found.get("spread_ns") or 0.0))


def target_of(row: dict[str, Any]) -> str:
    """The target of a row."""
    if row.get("target_ns"):
        return f"≤ {written(Figure(row['target_ns'], 0.0))}"
    if row.get("target"):
        return f"≥ {row['target']:.3g} × of {row['peers'][0]['name']}"
    return ""


def peers_of(row: dict[str, Any]) -> list[Peer]:
    """The peers of a row."""
    return [
        Peer(peer["name"], figure(peer), float(peer["ratio"])) for peer in row.get("peers") or []
    ]


def report(found: dict[str, Any]) -> Report:
    """A file. Rows of one name that have different peers are put together; the first of them gives the
    library's figure."""
    rows: dict[str, Row] = {}
    for row in found["rows"]:
        own = figure(row)
        if own is None:
            continue
        name, what, met = SAME.get(row["row"], row["row"]), row["what"], row.get("met")
        peers = peers_of(row)
        new = Row(name, what, own, peers, target_of(row), met)
        if (before := rows.get(name)) is None:
            rows[name] = new
            continue
        verdicts = [verdict for verdict in (before.is_met, met) if verdict is not None]
        rows[name] = before._replace(
            peers=before.peers + peers,
            target=", ".join(filter(None, [before.target, new.target])),
            is_met=all(verdicts) if verdicts else None,
        )
    machine = str(found["machine"])
    if load := found.get("load"):
        machine += f", load {load}"
    versions = {name: str(version) for name, version in (found.get("versions") or {}).items()}
    return Report(found["language"], machine, versions, list(rows.values()))


def reports(build: Path) -> list[Report]:
    """The newest report of each language, in the order of the languages."""
    files = [*build.glob("*bench*.json"), *build.glob("bench/*.json"), *build.glob("*/bench*.json")]
    found: dict[str, Report] = {}
    for file in sorted(set(files), key=lambda file: file.stat().st_mtime):
        text = json.loads(file.read_text())
        if isinstance(text, dict) and "language" in text and "rows" in text:
            one = report(text)
            found[one.language] = one
    order = [*LANGUAGES, *sorted(set(found) - set(LANGUAGES))]
    return [found[language] for language in order if language in found]
