"""Prints docs/limits.md: every limit that the code declares, with its comment.

A limit is a constant whose name has MAX or MOST in it, in the library or the Node binding.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ["core/src", "bindings-node/src"]
DECLARED = re.compile(
    r"((?:^ *//[^\n]*\n)+)?(?:^ *#\[[^\n]*\n)*^ *(?:pub(?:\([a-z]+\))? )?const (\w*(?:MAX|MOST)\w*): (?:usize|[ui]\d+) =\s*([^;]+);",
    re.MULTILINE,
)

HEAD = """\
# Limits

Every limit that the code declares; `make generate` writes this page from it, and `make check` compares.
What a rulebook sets itself (pictures, names, texts of feedback) stands in [its schema](rulebook.schema.json)
with the bounds that it may not pass, and what the example services set in their READMEs. Within the limits
work and memory grow in proportion to an input ([how that is counted](performance.md#growth)).

| limit | where | what it bounds |
|---|---:|---|
"""


def shown(expression: str, told: str) -> str:
    """The value of an expression of numbers, bytes in KiB or MiB where it is a round number of them."""
    if not re.fullmatch(r"[0-9_ <*()]+", expression):
        return f"`{expression}`"
    value = eval(expression, {"__builtins__": {}})  # Digits, `<<`, `*` and brackets alone.
    for unit, name in ((1 << 20, "MiB"), (1 << 10, "KiB")):
        if ("bytes" in told or "<<" in expression) and value % unit == 0:
            return f"{value // unit} {name}"
    return f"{value:,}".replace(",", " ")


def main() -> None:
    """Prints the page."""
    rows = []
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.rs")):
            if "tests" in str(file.relative_to(ROOT)):
                continue
            text = file.read_text("utf-8")
            values = {name: expression for _, name, expression in DECLARED.findall(text)}
            for comment, name, expression in DECLARED.findall(text):
                expression = re.sub(r"\b[A-Z_]{2,}\b", lambda found: f"({values[found[0]]})" if found[0] in values else found[0], expression)
                if expression.startswith(("$", "T::", "Self::")):
                    continue  # Another constant's value.
                told = " ".join(line.strip().lstrip("/").strip() for line in comment.splitlines())
                if not told:
                    sys.exit(f"{file}: {name} does not say what it bounds")
                told = re.sub(r"\[(`[^`]+`)\]", r"\1", told).replace("|", "\\|")
                rows.append(f"| {shown(expression, told)} | `{file.relative_to(ROOT)}` | {told} |")
    print(HEAD + "\n".join(rows))


if __name__ == "__main__":
    main()
