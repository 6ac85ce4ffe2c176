"""Answers cases of the conformance vectors: JSON lines {"operation", "input"} in, and lines in the
canonical form out: {"error": [codes]} or {"expect": answer}. The parity report compares the languages
with it."""

from __future__ import annotations

import json
import sys
from typing import Any

import operations


def bare(value: Any) -> Any:
    """An absent value is left out."""
    if isinstance(value, dict):
        return {name: bare(field) for name, field in value.items() if field is not None}
    return [bare(entry) for entry in value] if isinstance(value, list) else value


def main() -> None:
    for line in sys.stdin.buffer:
        case = json.loads(line)
        try:
            answer = {"expect": operations.answer(case["operation"], case["input"])}
        except operations.Failed as failed:
            answer = {"error": failed.problems}
        text = json.dumps(bare(answer), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        sys.stdout.buffer.write(text.encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
