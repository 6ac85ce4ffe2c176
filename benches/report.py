"""Puts the benchmarks of all languages into one report: `make bench`, or `make bench-report`.

    python3 report.py BUILD DOCS

It reads the measurements (`measured.py`), and writes DOCS/benchmarks.md and charts next to it. A
missing measurement is said to be missing. A row without its reason in `limits.json` is named on
the standard error.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import chart
from measured import LANGUAGES, Figure, Peer, Report, Row, reports, written

HERE = Path(__file__).parent
# Said where `limits.json` has no reason.
UNKNOWN = "not known yet"

# The rows that every language has, if it can, in the order of the table.
ROWS = {
    "eligibility": "eligibility decision",
    "eligibility_expression": "eligibility against one ZEN expression",
    "iin": "IIN",
    "email": "e-mail",
    "phone": "phone",
    "form": "JSON text → all fields validated",
    "fee": "fee",
    "ready": "pickup date, 15 working days",
    "notices": "notice rendered: SMS, segments, e-mail",
    "sms": "SMS segments alone",
    "photo": "photo 600 × 800: the whole report, against decoding and statistics",
    "photo_draft": "photo 600 × 800: the whole report, against decoding at half the size",
    "face": "photo 600 × 800: the whole report, against finding the face alone",
    "photo_decode": "photo 600 × 800, decoded",
    "photo_large_decode": "photo 1200 × 1600, decoded",
    "signature": "signature: the whole report, against decoding and statistics",
    "all_without_images": "everything without images",
    "all": "everything",
    "all_without_face": "everything, in a build without the face engine",
    "million": "a million decisions, columnar, one thread",
    "import": "import, require",
    "size": "installed size",
}

INTRODUCTION = """\
# Benchmarks

Written by `make bench`, which compares this library in each language with the code that a good team
would write there by hand or with well-known packages (`benches/peers`). All ways to an answer take turns in
one process, and have to agree before they are measured. Figures are medians; the spread is the
distance of the quartiles; a ratio says how many times faster the library is than a peer, in the same
run: above 1 it is faster, below 1 slower. Figures of several languages come from several runs, so
compare ratios rather than times between columns. The rows of pictures compare unlike work: the
library reports on everything it knows of a photo or a signature, its face too, where the peers decode
and compute means.
"""

BASELINES_SAY = """\
## Compared with the usual alternatives

Before the library was written, each of these was measured on a machine with two shared cores: the column
“first”. A peer that takes its turn with the library in the current benchmarks has its current figure, on this
machine, the library's own of the same run, and the ratio; any other has the reason.

A peer that answers wrongly has no place here. `date-holidays` misses transfers of days off, and is asked about
days on which it is right; `workalendar`, wrong on 52 working days of Kazakhstan from 2024 to 2030, and two
validators of IINs from PyPI, one of which takes Arabic-Indic digits while the other refuses each number that
needs the second weights, are left out.
"""


def ratio(value: float) -> str:
    """Two digits, or a whole number."""
    digits = f"{value:.{1 if value < 0.01 else 2}g}" if value < 10 else f"{value:,.0f}".replace(",", " ")
    return f"{digits} ×"


def fastest_first(row: Row) -> list[Peer]:
    """The peers of a row, the strongest first."""
    return sorted(row.peers, key=lambda peer: peer.ratio)


def cell(row: Row | None) -> str:
    """A row in a language: the library's figure, and the ratio to each peer."""
    if row is None:
        return "not measured"
    peers = [f"{ratio(peer.ratio)} {peer.name}" for peer in fastest_first(row)]
    return "<br>".join([f"**{written(row.own)}**", *peers])


def table(found: list[Report]) -> list[str]:
    """Every row in every language."""
    by_language = {one.language: one for one in found}
    languages = [*LANGUAGES, *(name for name in by_language if name not in LANGUAGES)]
    lines = ["## Every row in every language", ""]
    lines += [f"| | {' | '.join(languages)} |", "|---" * (len(languages) + 1) + "|"]
    for name, title in ROWS.items():
        cells = [
            cell(by_language[language].row(name) if language in by_language else None)
            for language in languages
        ]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return [*lines, ""]


def beside(one: Report, row: str, name: str) -> str:
    """The current figure of a peer, the library's, and the ratio."""
    own, peer = one.row(row), one.peer(row, name)
    if own is None or peer is None:
        return f"**missing** among the rows of {one.language} | |"
    theirs = written(peer.figure) if peer.figure else ""
    return f"{theirs} | {written(own.own)} | {ratio(peer.ratio)}"


def baselines(found: list[Report]) -> list[str]:
    """The measurements before the library was written, each with the current figures."""
    by_language = {one.language: one for one in found}
    lines = [BASELINES_SAY]
    for title, rows in BASELINES.items():
        lines += [
            f"### {title[0].upper()}{title[1:]}",
            "",
            "| | peer | first | now | qujat | ratio |",
            "|---|---|---:|---:|---:|---:|",
        ]
        for row in rows:
            name = ROWS[row["row"]]
            for language, peer, first, *reason in row["peers"]:
                if reason:
                    now = f"not run: {reason[0]} | |"
                elif language in by_language:
                    now = beside(by_language[language], row["row"], peer)
                else:
                    now = f"not run: {language} was not measured | |"
                lines.append(f"| {name} | {language}: {peer} | {first} | {now} |")
                name = ""
        lines.append("")
    return lines


BASELINES: dict[str, list[dict[str, Any]]] = json.loads((HERE / "baselines.json").read_text())
LIMITS: dict[str, str] = json.loads((HERE / "limits.json").read_text())


def limit(one: Report, row: Row) -> str:
    """The reason that a row, or all rows of its language, is not faster, as far as it is
    known."""
    key = f"{one.language} {row.id}"
    reason = LIMITS.get(key) or LIMITS.get(one.language)
    if reason is None:
        print(f"report: limits.json does not say what limits “{key}”", file=sys.stderr)
    return reason or UNKNOWN


def title(one: Report, row: Row) -> str:
    """A row with its language."""
    return f"{one.language}: {ROWS.get(row.id, row.what)}"


def targets(found: list[Report]) -> list[str]:
    """The rows with a target, those missed with what limits them."""
    lines = ["## Targets", "", "| | target | | | what limits it |", "|---|---|---|---|---|"]
    for one in found:
        for row in one.rows:
            if row.is_met is None:
                continue
            first = f", {ratio(row.peers[0].ratio)}" if row.peers else ""
            verdict = "met |" if row.is_met else f"**missed** | {limit(one, row)}"
            lines.append(
                f"| {title(one, row)} | {row.target} | {written(row.own)}{first} | {verdict} |"
            )
    return [*lines, ""]


def slower(found: list[Report]) -> list[str]:
    """The rows in which a peer is faster."""
    lines = ["## Where a peer is faster", "", "| | peer | ratio | why |", "|---|---|---:|---|"]
    for one in found:
        for row in one.rows:
            peers = [peer for peer in fastest_first(row) if peer.ratio < 1]
            if peers:
                names = ", ".join(peer.name for peer in peers)
                lines.append(
                    f"| {title(one, row)} | {names} | {ratio(peers[0].ratio)} | {limit(one, row)} |"
                )
    return [*lines, ""]


def details(one: Report) -> list[str]:
    """All rows of a language with medians and spread."""
    versions = ", ".join(f"{name} {version}" for name, version in one.versions.items())
    lines = [f"## {one.language}", "", f"{one.machine}. {versions}.", ""]
    if has_peers(one):
        lines += [f"![Times in {one.language}](benchmarks/{one.language.lower()}.svg)", ""]
    lines += [
        "| what | median | spread | peer | median | spread | ratio |",
        "|---|---:|---:|---|---:|---:|---:|",
    ]
    for row in one.rows:
        own = f"| {row.what} | {written(row.own)} | {spread(row.own)} |"
        for peer in fastest_first(row):
            figures = f"{written(peer.figure)} | {spread(peer.figure)}" if peer.figure else " | "
            lines.append(f"{own} {peer.name} | {figures} | {ratio(peer.ratio)} |")
            own = "| | | |"
        if not row.peers:
            lines.append(f"{own} | | | |")
    return [*lines, ""]


def spread(figure: Figure) -> str:
    """The spread of a figure of time."""
    return "" if figure.is_size else written(figure._replace(median=figure.spread))


def has_peers(one: Report) -> bool:
    """`True` if there is something to draw."""
    return any(peer.figure and not peer.figure.is_size for row in one.rows for peer in row.peers)


def chart_of_times(one: Report) -> str:
    """The rows of a language that have peers."""
    groups = []
    for row in one.rows:
        peers = fastest_first(row)
        if not any(peer.figure for peer in peers) or row.own.is_size:
            continue
        bars = [chart.Bar("qujat", row.own.median, written(row.own), "c0")]
        for peer in peers:
            if peer.figure:
                bars.append(chart.Bar(peer.name, peer.figure.median, written(peer.figure), "peer"))
        groups.append(chart.Group(ROWS.get(row.id, row.what), bars))
    note = "time of one answer, shorter is better; the scale is logarithmic"
    return chart.chart(f"{one.language}: qujat and its peers", note, groups, chart.TIME)


def chart_of_ratios(found: list[Report]) -> str:
    """The ratio to the fastest peer of every row and language."""
    groups = []
    for name, title in ROWS.items():
        bars = []
        for one in found:
            row = one.row(name)
            if row and row.peers:
                best = fastest_first(row)[0]
                kind = f"c{(LANGUAGES.index(one.language) if one.language in LANGUAGES else 0) % 5}"
                bars.append(
                    chart.Bar(f"{one.language}, {best.name}", best.ratio, ratio(best.ratio), kind)
                )
        if bars:
            groups.append(chart.Group(title, bars))
    note = "how many times faster than the fastest peer; to the left of 1 × it is slower; logarithmic"
    return chart.chart("Against the fastest peer", note, groups, chart.TIMES_FASTER, base=1.0)


def main(build: Path, docs: Path) -> None:
    """Writes the report and its charts."""
    found = reports(build)
    if not found:
        sys.exit(f"there are no measurements in {build}: run `make bench`")
    charts = docs / "benchmarks"
    charts.mkdir(parents=True, exist_ok=True)
    for old in charts.glob("*.svg"):
        old.unlink()
    drawn = {one.language.lower(): chart_of_times(one) for one in found if has_peers(one)}
    lines = [INTRODUCTION]
    if drawn:
        drawn["ratios"] = chart_of_ratios(found)
        lines += ["![Ratios to the fastest peer](benchmarks/ratios.svg)", ""]
    for name, picture in drawn.items():
        (charts / f"{name}.svg").write_text(picture)
    lines += baselines(found) + table(found) + targets(found) + slower(found)
    for one in found:
        lines += details(one)
    (docs / "benchmarks.md").write_text("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
