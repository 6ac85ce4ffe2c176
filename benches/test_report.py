"""The report: what it reads, and what it says of it. `python3 -m unittest test_report` here."""

import contextlib
import io
import json
import os
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

import report
from measured import reports

PYTHON = {
    "language": "Python",
    "machine": "a processor",
    "versions": {"CPython": "3.11.7"},
    "rows": [
        {
            "row": "eligibility",
            "what": "a decision",
            "median_ns": 100.0,
            "spread_ns": 4.0,
            "peers": [
                {"name": "slow <engine>", "median_ns": 150_000.0, "spread_ns": 900.0, "ratio": 1500.0},
                {"name": "by hand", "median_ns": 300.0, "spread_ns": 8.0, "ratio": 3.0},
            ],
            "target": 3.5,
            "met": False,
        },
        {
            "row": "million",
            "what": "columns",
            "median_ns": 6e5,
            "spread_ns": 1e4,
            "peers": [{"name": "NumPy", "median_ns": 3e5, "spread_ns": 1e3, "ratio": 0.5}],
            "target_ns": 2e6,
            "met": True,
        },
        {"row": "size", "what": "installed", "bytes": 10_800_000, "peers": [], "met": None},
    ],
}
# Two rows of one name, with different peers.
NODE = {
    "language": "Node",
    "machine": "a processor",
    "rows": [
        {
            "row": "fee",
            "what": f"a fee, against {name}",
            "median_ns": own,
            "spread_ns": 30.0,
            "peers": [{"name": name, "median_ns": median, "spread_ns": 1.0, "ratio": median / own}],
            "target": target,
            "met": met,
        }
        for name, own, median, target, met in (
            ("luxon", 500.0, 5000.0, 4, True),
            ("texts", 600.0, 300.0, None, None),
        )
    ],
}
RUST = {
    "language": "Rust",
    "machine": "a processor",
    "rows": [
        {
            "row": "assess",
            "what": "x",
            "median_ns": 9000.0,
            "spread_ns": 1.0,
            "target_ns": 8000.0,
            "met": False,
        },
        {"row": "own-row", "what": "what only Rust has", "median_ns": 5.0, "spread_ns": 1.0},
    ],
}


class ReportTest(unittest.TestCase):
    def written(self, *files: tuple[str, object]) -> tuple[str, dict[str, str]]:
        """The report and the charts on some measurements."""
        with tempfile.TemporaryDirectory() as folder:
            build, docs = Path(folder, "build"), Path(folder, "docs")
            for name, content in files:
                file = build / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(json.dumps(content))
            with contextlib.redirect_stderr(io.StringIO()) as said:
                report.main(build, docs)
            self.said = said.getvalue()
            charts = {file.name: file.read_text() for file in (docs / "benchmarks").iterdir()}
            return (docs / "benchmarks.md").read_text(), charts

    def cells(self, text: str, first: str, part: str = "") -> list[str]:
        """The cells of the first row that begins so, in the table under a heading."""
        text = text[text.index(f"## {part}") :]
        line = next(line for line in text.splitlines() if line.startswith(f"| {first} |"))
        return [cell.strip() for cell in line.strip("|").split("|")][1:]

    def test_every_row_is_there_with_what_was_measured(self):
        text, charts = self.written(("bench/python.json", PYTHON), ("node-bench.json", NODE))
        every = "Every row in every language"
        for title in report.ROWS.values():
            self.assertEqual(len(self.cells(text, title, every)), 5)
        rust, python, node, kotlin, swift = self.cells(text, "eligibility decision", every)
        self.assertEqual({rust, node, kotlin, swift}, {"not measured"})
        # The strongest peer is first.
        self.assertEqual(python, "**100 ns**<br>3 × by hand<br>1 500 × slow <engine>")
        self.assertEqual(self.cells(text, "installed size", every)[1], "**10.8 MB**")
        # The first of two rows with one name gives the library's figure.
        fee = self.cells(text, "fee", every)
        self.assertEqual(fee[2], "**500 ns**<br>0.5 × texts<br>10 × luxon")
        self.assertEqual(set(charts), {"python.svg", "node.svg", "ratios.svg"})

    def test_targets_and_faster_peers_are_listed(self):
        text, _ = self.written(("bench/python.json", PYTHON), ("bench-rust.json", RUST))
        missed = self.cells(text, "Python: eligibility decision")
        target = ["≥ 3.5 × of slow <engine>", "100 ns, 1 500 ×", "**missed**"]
        self.assertEqual(missed[0:3], target)
        self.assertTrue(missed[3])
        million = "Python: a million decisions, columnar, one thread"
        self.assertEqual(self.cells(text, million)[2], "met")
        self.assertEqual(
            self.cells(text, "Rust: everything without images")[0:3], ["≤ 8 µs", "9 µs", "**missed**"]
        )
        faster = text[text.index("## Where a peer is faster") :]
        self.assertEqual(self.cells(faster, million)[0:2], ["NumPy", "0.5 ×"])
        self.assertIn("| what only Rust has | 5 ns | 1 ns |", text)

    def test_a_baseline_has_the_figures_of_now_or_says_why_not(self):
        text, _ = self.written(("bench/python.json", PYTHON), ("node-bench.json", NODE))
        for title, rows in report.BASELINES.items():
            part = text[text.index(f"### {title[0].upper()}{title[1:]}") :]
            for row in rows:
                for language, peer, first, *reason in row["peers"]:
                    start = f" | {language}: {peer} | {first} | "
                    line = next(line for line in part.splitlines() if start in line)
                    if reason:
                        self.assertIn(f"| not run: {reason[0]} |", line)
        self.assertIn(
            "| fee | Python: hand-written Python | 0.67 µs | **missing** among the rows of Python | | |",
            text,
        )
        self.assertIn("| Node: luxon | 7.2 µs | 5 µs | 500 ns | 10 × |", text)
        self.assertIn("| Rust: plain Rust | 58 ns | not run: Rust was not measured | | |", text)

    def test_what_is_slower_without_a_reason_is_said_aloud(self):
        named = {**RUST, "rows": [{**RUST["rows"][0], "row": "nobody-knows"}]}
        text, _ = self.written(("bench-rust.json", named))
        self.assertIn("Rust nobody-knows", self.said)
        self.assertEqual(self.cells(text, "Rust: x")[3], report.UNKNOWN)

    def test_the_report_as_it_stands_leaves_nothing_unsaid(self):
        """A missed or slower row has its reason, and each baseline its figures. On another machine
        other rows may be slower: then the report of there names them, and this one stays whole."""
        text = (report.HERE.parent / "docs" / "benchmarks.md").read_text()
        for gap in (report.UNKNOWN, "**missing**", "was not measured", "| **missed** |  |"):
            self.assertEqual([line for line in text.splitlines() if gap in line], [])
        for key in report.LIMITS:
            self.assertIn(key.partition(" ")[0], report.LANGUAGES)

    def test_charts_are_well_formed_and_logarithmic(self):
        _, charts = self.written(("bench/python.json", PYTHON))
        for chart in charts.values():
            xml.etree.ElementTree.fromstring(chart)
            self.assertIn("prefers-color-scheme: dark", chart)
        root = xml.etree.ElementTree.fromstring(charts["python.svg"])
        bars = [bar for bar in root.findall("{*}rect") if bar.get("class") != "paper"]
        own, by_hand, engine = (float(bar.get("width")) for bar in bars[:3])
        # 300 and 150 000 are these powers of ten away from 100.
        step = (by_hand - own) / 0.4771
        self.assertAlmostEqual((engine - own) / step, 3.1761, places=2)

    def test_the_newest_file_of_a_language_counts(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, median, age in (("bench-rust.json", 1.0, 10), ("bench/rust.json", 2.0, 5)):
                file = Path(folder, name)
                file.parent.mkdir(exist_ok=True)
                file.write_text(
                    json.dumps({**RUST, "rows": [{"row": "iin", "what": "IIN", "median_ns": median}]})
                )
                os.utime(file, (1e9 - age, 1e9 - age))
            self.assertEqual(reports(Path(folder))[0].row("iin").own.median, 2.0)

    def test_nothing_measured_is_no_report(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaises(SystemExit):
            report.main(Path(folder), Path(folder))


if __name__ == "__main__":
    unittest.main()
