"""Tests of the table of what was run: `python3 -m unittest test_stats`."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import stats

README = f"""# Before

{stats.BEGIN}
| target | executions | of these with the address sanitiser | edges | features | committed inputs |
|---|---|---|---|---|---|
| iin | 1 234 567 | 1 000 | 300 | 700 | 9 |
| all | 1 234 567 | 1 000 |  |  |  |

{stats.END}
After
"""
DONE = """INFO: Running with entropic power schedule (0xFF, 100).
#1024\tpulse  cov: 310 ft: 720 corp: 5/9b exec/s: 512 rss: 40Mb
#2000\tDONE   cov: 311 ft: 730 corp: 6/9b exec/s: 500 rss: 40Mb
Done 2000 runs in 4 second(s)
stat::number_of_executed_units: 2000
"""
ENDED = """INFO: Running with entropic power schedule (0xFF, 100).
#512\tpulse  cov: 400 ft: 800 corp: 5/9b exec/s: 512 rss: 40Mb
"""


class Adding(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder, self.corpus = Path(folder.name, "fuzz"), Path(folder.name, "corpus")
        self.readme = Path(folder.name, "README.md")
        self.readme.write_text(README)
        self.corpus.mkdir()
        (self.corpus / "iin.hex").write_text("00\n01\n")
        (self.corpus / "png.hex").write_text("00\n")
        self.folder.mkdir()

    def log(self, kind, target, text):
        path = self.folder / "logs" / kind / f"{target}.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def rows(self):
        with contextlib.redirect_stdout(io.StringIO()):
            stats.main(self.folder, self.readme, self.corpus)
        text = self.readme.read_text()
        self.assertTrue(text.startswith("# Before\n") and text.endswith("\nAfter\n"))
        return [line for line in text.splitlines() if line.startswith(("| iin", "| png", "| all"))]

    def test_runs_whose_logs_are_gone_stay(self):
        self.assertEqual(self.rows(), [
            "| iin | 1 234 567 | 1 000 | 300 | 700 | 2 |", "| png | 0 | 0 | 0 | 0 | 1 |",
            "| all | 1 234 567 | 1 000 |  |  |  |",
        ])

    def test_new_runs_are_added_once(self):
        self.log("none", "iin", DONE + ENDED)
        self.log("address", "png", DONE)
        added = [
            "| iin | 1 237 079 | 1 000 | 400 | 800 | 2 |", "| png | 2 000 | 2 000 | 0 | 0 | 1 |",
            "| all | 1 239 079 | 3 000 |  |  |  |",
        ]
        self.assertEqual(self.rows(), added)
        self.assertEqual(self.rows(), added)

    def test_a_log_that_grew_adds_what_is_new(self):
        self.log("none", "png", DONE)
        self.rows()
        self.log("none", "png", DONE + DONE)
        self.assertIn("| png | 4 000 | 0 | 311 | 730 | 1 |", self.rows())

    def test_a_log_that_begins_again_adds_all_of_it(self):
        self.log("none", "png", DONE)
        self.rows()
        self.log("none", "png", ENDED)
        self.assertIn("| png | 2 512 | 0 | 400 | 800 | 1 |", self.rows())


if __name__ == "__main__":
    unittest.main()
