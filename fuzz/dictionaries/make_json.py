"""Prints a dictionary for JSON: the field names and words of the vectors and of the rulebook."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 24


def words(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)
    elif isinstance(value, str):
        yield value


def main():
    found = {"null", "true", "false", "1e99", "-0", "\\u0000", "\\ud83d", "{}", "[]"}
    for path in ["examples/data/eligible.json", "examples/data/delivery.json",
                 "core/data/rulebook/order-389-253.json"]:
        found |= {f'"{word}"' for word in words(json.loads((ROOT / path).read_text()))}
    sections = json.loads((ROOT / "core/data/rulebook/service-2025.json").read_text())
    found |= {f'"{name}"' for name in sections}
    for operation in ("lifecycle", "fault", "strokes"):
        vectors = json.loads((ROOT / f"core/vectors/{operation}.json").read_text())["vectors"]
        for case in vectors[:40]:
            found |= {f'"{word}"' for word in words(case["input"])}
    found |= {'"extends"', '"feedback"', '"overall"', '"speed"', '"comment"', '"2026-02-10"'}
    print("# Made by make_json.py: names and words of JSON inputs.")
    for word in sorted(found):
        octets = word.encode()
        if len(octets) <= LONGEST and octets.isascii():
            print('"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"')


if __name__ == "__main__":
    main()
