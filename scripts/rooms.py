"""The rooms of the core, from its source: `rooms.py check` or `rooms.py write`.

A room is a folder of core/src. A room uses another where a path `crate::other::…` stands in it outside
tests and comments. No circle may join rooms. DESIGN.md shows the rooms between two marks: a diagram of
the uses, and a table of the modules with the first sentence of their documentation.
"""

from __future__ import annotations

import re
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "core" / "src"
DESIGN = ROOT / "DESIGN.md"
MARKS = ("<!-- rooms: written by scripts/rooms.py -->\n", "<!-- end of rooms -->\n")


def without_tests(text: str) -> str:
    """A source without comments and without the items under `#[cfg(test)]`."""
    text = re.sub(r"//[^\n]*", "", text)
    while (mark := text.find("#[cfg(test)]")) >= 0:
        end, depth = mark, 0
        while end < len(text):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            if depth == 0 and text[end] in ";}":
                break
            end += 1
        text = text[:mark] + text[end + 1 :]
    return text


def is_test(file: Path) -> bool:
    return file.name == "tests.rs" or "tests" in file.parts


def declared(file: Path) -> list[str]:
    """The modules that a file declares, in their order."""
    return re.findall(r"^\s*(?:pub(?:\(crate\))? )?mod (\w+);", without_tests(file.read_text("utf-8")), re.MULTILINE)


def sentence(module: Path) -> str:
    """The first sentence of a module's documentation; its links stay readable outside the code."""
    file = module / "mod.rs" if (module / "mod.rs").exists() else module.with_suffix(".rs")
    lines = re.match(r"(?://![^\n]*\n)*", file.read_text("utf-8"))
    paragraph = " ".join(line.removeprefix("//!").strip() for line in lines[0].split("//!\n")[0].splitlines())
    if not paragraph:
        sys.exit(f"{file.relative_to(ROOT)} does not say what it is")
    first = re.split(r"(?<=\.)\s+(?=[A-Z])", paragraph)[0]
    return re.sub(r"\[(`[^`]+`)\](?:\([^)]*\))?", r"\1", first).replace("|", "\\|")


def uses(rooms: list[str]) -> dict[str, dict[str, list[str]]]:
    """For each room the other rooms that it uses, and where."""
    found: dict[str, dict[str, list[str]]] = {room: {} for room in rooms}
    for room in rooms:
        for file in sorted((SOURCE / room).rglob("*.rs")):
            if is_test(file.relative_to(SOURCE)):
                continue
            for other in set(re.findall(r"\bcrate::(\w+)", without_tests(file.read_text("utf-8")))):
                if other not in found and room != "kits":
                    sys.exit(f"{file.relative_to(ROOT)}: crate::{other} does not name the room")
                if other in found and other != room:
                    found[room].setdefault(other, []).append(str(file.relative_to(ROOT)))
    return found


def floors(used: dict[str, dict[str, list[str]]]) -> list[str]:
    """The rooms, each after those that it uses; ends the program if there is a circle."""
    try:
        return list(TopologicalSorter({room: set(others) for room, others in used.items()}).static_order())
    except CycleError as error:
        circle = error.args[1][::-1]
        steps = [f"{a} uses {b} in {', '.join(used[a][b])}" for a, b in zip(circle, circle[1:], strict=False)]
        sys.exit("a circle of rooms: " + "; ".join(steps))


def direct(used: dict[str, dict[str, list[str]]], order: list[str]) -> dict[str, list[str]]:
    """The uses that do not follow from others."""
    below: dict[str, set[str]] = {}
    for room in order:
        below[room] = set(used[room]).union(*(below[other] for other in used[room]))
    return {
        room: [other for other in reversed(order) if other in used[room] and not any(other in below[third] for third in used[room])]
        for room in order
    }


def shown(order: list[str], edges: dict[str, list[str]]) -> str:
    """The part of DESIGN.md."""
    lines = ["```mermaid", "flowchart TD"]
    for room in reversed(order):
        lines.append(f"    {room}")
        lines += [f"    {room} --> {other}" for other in edges[room]]
    lines += ["```", "", "An arrow that follows from others is left out.", ""]
    for room in reversed(order):
        lines += [f"### `{room}`", "", sentence(SOURCE / room), "", "| module | what it is |", "|---|---|"]
        lines += [f"| `{module}` | {sentence(SOURCE / room / module)} |" for module in declared(SOURCE / room / "mod.rs")]
        lines.append("")
    return "\n".join(lines) + "\n"


def main() -> None:
    rooms = declared(SOURCE / "lib.rs")
    strangers = {path.stem for path in SOURCE.iterdir()} - set(rooms) - {"lib"}
    if strangers:
        sys.exit(f"in core/src, but no room: {', '.join(sorted(strangers))}")
    used = uses(rooms)
    order = floors(used)
    text = DESIGN.read_text("utf-8")
    begin, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
    new = text[:begin] + shown(order, direct(used, order)) + text[end:]
    if sys.argv[1:] == ["write"]:
        DESIGN.write_text(new, "utf-8")
    elif new != text:
        sys.exit("DESIGN.md does not show the rooms as they are: python3 scripts/rooms.py write")


if __name__ == "__main__":
    main()
