"""Tests of the tables of the costliest inputs: `python3 -m unittest test_worst`."""

import tempfile
import unittest
from pathlib import Path

import worst

DOCUMENT = f"# Before\n\n{worst.BEGIN}\nold\n\n{worst.END}After\n"


class Writing(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.document = self.folder / "page.md"
        self.document.write_text(DOCUMENT)

    def written(self, kind: str, measured: Path) -> list[str]:
        worst.main(kind, str(measured), str(self.document))
        text = self.document.read_text()
        self.assertTrue(text.startswith("# Before\n") and text.endswith(f"{worst.END}After\n"))
        self.assertNotIn("old", text)
        return [line for line in text.splitlines() if line.startswith("|")]

    def test_the_most_of_each_language_is_shown(self) -> None:
        (self.folder / "rust.txt").write_text("form.0\t4.4\t1.0\t65536\tall [1|…]\nform.1\t3.0\t7.6\t65530\t/a b\n")
        (self.folder / "python.txt").write_text("form.0\t5.0\t2.0\t65536\tread\nform.1\t9.0\t1.0\t65530\tread\n")
        (self.folder / "node.txt").write_text("")
        (self.folder / "arguments.txt").write_text("numbers\t12.3\t4.0\t250000\tLIST_LENGTH\n")
        rows = self.written("inputs", self.folder)
        self.assertIn("| form | 64 KiB | `all [1\\|…]` | 4 | 9 |  | 8 | 2 |  |", rows)
        self.assertIn("| numbers | `LIST_LENGTH` | 12 | 4 |", rows)

    def test_pictures_are_named_in_words(self) -> None:
        measured = self.folder / "limits.txt"
        measured.write_text("| file | outcome | ms |\n|---|---|---|\n| the_largest_png | accepted | 3 |\n| a_trap | IMAGE_CUT | 1 |\n")
        self.assertEqual(
            self.written("pictures", measured),
            ["| file | outcome | ms |", "|---|---|---:|", "| the largest png | accepted | 3 |", "| a trap | `IMAGE_CUT` | 1 |"],
        )


if __name__ == "__main__":
    unittest.main()
