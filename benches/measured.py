"""Reads what the benchmarks of the languages have written, each a JSON file under `build`.

The form is that of `peers/python/compare.py`: a row with the library's time and those of its peers, in
nanoseconds. Read too is a row for each peer, with times in the unit that the file names.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

LANGUAGES = ["Rust", "Python", "Node", "Kotlin", "Swift"]

# What languages call a row otherwise.
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
    "eligibility at an instant": "eligibility",
    "JSON text, all fields validated": "form",
    "e-mail": "email",
    "IIN": "iin",
    "pickup date, 15 working days": "ready",
    "pickup date, 15 working days, where the library is right": "ready",
    "notice: SMS with its segments, e-mail": "notices",
    "segments of an SMS": "sms",
    "everything without pictures": "all_without_images",
    "everything": "all",
}
# The same, by how the name begins.
BEGINNINGS = {
    "photo 600 × 800": "photo",
    "signature 600 × 200": "signature",
    "a million decisions over typed arrays": "million",
}
UNITS = {"ns": 1.0, "µs": 1e3, "us": 1e3, "ms": 1e6, "s": 1e9}


class Figure(NamedTuple):
    """A median with the distance of its quartiles: nanoseconds, or bytes."""

    median: float
    spread: float
    is_size: bool = False


class Peer(NamedTuple):
    """What the library is compared with. The ratio says how many times the library's figure this is."""

    name: str
    figure: Figure | None
    ratio: float


class Row(NamedTuple):
    """A row of a language. `is_met` is None where there is no target."""

    id: str
    what: str
    own: Figure
    peers: list[Peer]
    target: str
    is_met: bool | None


class Report(NamedTuple):
    """What was measured in a language."""

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
    for unit in ("s", "ms", "µs"):
        if value >= UNITS[unit]:
            return f"{value / UNITS[unit]:.3g} {unit}"
    return f"{value:.3g} ns"


def figure(found: dict[str, Any], unit: float) -> Figure | None:
    """A figure in any of the forms."""
    if "bytes" in found:
        return Figure(float(found["bytes"]), 0.0, True)
    for key, factor in [("median_ns", 1.0), ("median_us", 1e3), ("median_ms", 1e6), ("median", unit)]:
        if found.get(key) is None:
            continue
        spread = found.get(key.replace("median", "spread"))
        if spread is None and "quarter" in found:
            spread = found["threeQuarters"] - found["quarter"]
        return Figure(found[key] * factor, (spread or 0.0) * factor)
    return None


def name_of(row: dict[str, Any]) -> str:
    """The row's name in the table of all languages."""
    given = str(row.get("row") or row.get("name"))
    begun = (name for start, name in BEGINNINGS.items() if given.startswith(start))
    return SAME.get(given) or next(begun, given)


def target_of(row: dict[str, Any]) -> str:
    """What is asked of a row."""
    if row.get("target_ns"):
        return f"≤ {written(Figure(row['target_ns'], 0.0))}"
    if row.get("target"):
        of = f" of {row['other']}" if "other" in row else ""
        return f"≥ {row['target']:.3g} ×{of}"
    return ""


def peers_of(row: dict[str, Any], own: Figure, unit: float) -> list[Peer]:
    """The peers of a row."""
    given = list(row.get("peers") or [])
    if "peer" in row:
        given.append({"name": row["other"], "ratio": row.get("ratio"), **row["peer"]})
    peers = []
    for peer in given:
        found = figure(peer, unit)
        ratio = peer.get("ratio") or (found.median / own.median if found else None)
        if ratio is not None:
            peers.append(Peer(str(peer["name"]), found, float(ratio)))
    return peers


def report(found: dict[str, Any]) -> Report:
    """A file. Rows of one name that have different peers are put together; the first of them gives the
    library's figure."""
    unit = UNITS.get(str(found.get("unit")), 1.0)
    rows: dict[str, Row] = {}
    for row in found["rows"]:
        own = figure(row.get("qujat") or row, unit)
        if own is None:
            continue
        name, met = name_of(row), row.get("met", row.get("isMet"))
        peers = peers_of(row, own, unit)
        what = str(row.get("what") or row.get("name") or name)
        new = Row(name, what, own, peers, target_of(row), met)
        if (before := rows.get(name)) is None:
            rows[name] = new
            continue
        if {peer.name for peer in peers} & {peer.name for peer in before.peers}:
            # The same peers on something else: a row of its own.
            rows[what] = new._replace(id=what)
            continue
        verdicts = [verdict for verdict in (before.is_met, met) if verdict is not None]
        rows[name] = before._replace(
            peers=before.peers + peers,
            target=", ".join(filter(None, [before.target, new.target])),
            is_met=all(verdicts) if verdicts else None,
        )
    machine = str(found.get("machine") or f"{found.get('processors', '?')} processors")
    if load := found.get("load"):
        machine += f", load {load}"
    language = str(found["language"]).capitalize()
    versions = {name: str(version) for name, version in (found.get("versions") or {}).items()}
    return Report(language, machine, versions, list(rows.values()))


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
