"""Eligibility and fee as decision graphs of the ZEN engine, and as one expression of its language."""

from __future__ import annotations

import json
from pathlib import Path

import zen

# The graphs as the engine's editor stores them, and the expression; Node is asked the same.
RULES = json.loads((Path(__file__).resolve().parents[1] / "zen.json").read_text())
GRAPHS = {name: RULES[name] for name in ("eligibility", "fee")}
ENGINE = zen.ZenEngine({"loader": {"type": "static", "content": GRAPHS}})
DECISION = ENGINE.create_decision(json.dumps(GRAPHS["eligibility"]))
QUOTE = ENGINE.create_decision(json.dumps(GRAPHS["fee"]))
EXPRESSION = zen.compile_expression(RULES["expression"])


def inquiry(ground: str, expires_on: str, today: str) -> dict[str, str]:
    """The question."""
    return {"document": "identity_card", "ground": ground, "expires_on": expires_on, "today": today}


def codes(asked: dict[str, str]) -> list[str]:
    """The codes of the checks that fail, by the graph."""
    return [row["code"] for row in DECISION.evaluate(asked)["result"] or []]


def batch(asked: list[dict[str, str]]) -> list[list[str]]:
    """The same for many inquiries at once."""
    requests = [{"key": "eligibility", "context": context} for context in asked]
    answers = ENGINE.evaluate_batch(requests)
    return [[row["code"] for row in answer["data"]["result"] or []] for answer in answers]


def is_eligible(asked: dict[str, str]) -> bool:
    """`True` if no check fails, by the expression."""
    return bool(EXPRESSION.evaluate(asked))


def total(ground: str, on: str) -> float:
    """The fee, by the graph."""
    return float(QUOTE.evaluate({"ground": ground, "on": on})["result"]["total"])
