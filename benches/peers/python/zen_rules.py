"""Eligibility and fee as decision graphs of the ZEN engine, and as one expression of its language."""

from __future__ import annotations

import json
from typing import Any

import zen

Node = dict[str, Any]
PILOT = ('date("2025-05-28")', 'date("2026-02-28")')


def graph(*inner: Node) -> Node:
    """A decision: the nodes, each after the one before it."""
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        *inner,
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": f"edge-{place}", "type": "edge", "sourceId": one["id"], "targetId": next_one["id"]}
        for place, (one, next_one) in enumerate(zip(nodes, nodes[1:]))
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def expressions(name: str, **values: str) -> Node:
    """A node that adds values."""
    entries = [{"id": f"{name}-{key}", "key": key, "value": value} for key, value in values.items()]
    content = {"expressions": entries, "passThrough": True}
    return {"id": name, "name": name, "type": "expressionNode", "content": content}


def table(name: str, policy: str, inputs: list[str], output: str, *rules: dict[str, str]) -> Node:
    """A decision table. A rule names its conditions by column, and its output."""
    columns = [{"id": field, "name": field, "field": field} for field in inputs]
    content = {
        "hitPolicy": policy,
        "inputs": columns,
        "outputs": [{"id": output, "name": output, "field": output}],
        "rules": [
            {"_id": f"{name}-{place}", **{field: "" for field in inputs}, **rule}
            for place, rule in enumerate(rules)
        ],
        "passThrough": policy == "first",
    }
    return {"id": name, "name": name, "type": "decisionTableNode", "content": content}


def reasons() -> Node:
    """All checks of the service; each that fails gives its code."""
    rules = [
        {"document": '$ != "identity_card"', "code": '"DOCUMENT_NOT_ONLINE"'},
        {"ground": '$ != "expiry"', "code": '"GROUND_NOT_ONLINE"'},
        {"day": f"< {PILOT[0]}", "code": '"PILOT_NOT_STARTED"'},
        {"day": f"> {PILOT[1]}", "code": '"PILOT_ENDED"'},
        {"days_left": "> 30", "code": '"TOO_EARLY"'},
        {"days_left": "< -10", "code": '"TOO_LATE"'},
    ]
    return table("reasons", "collect", ["document", "ground", "day", "days_left"], "code", *rules)


ELIGIBILITY = graph(
    expressions("days", day="date(today)", days_left="(date(expires_on) - date(today)) / 86400"),
    reasons(),
)
FEE = graph(
    expressions("days", day="date(on)"),
    table(
        "mrp",
        "first",
        ["day"],
        "base",
        {"day": '< date("2025-01-01")', "base": "3692"},
        {"day": '< date("2026-01-01")', "base": "3932"},
        {"day": '< date("2027-01-01")', "base": "4325"},
    ),
    table(
        "duty",
        "first",
        ["ground", "day"],
        "rate",
        {"ground": '"expiry"', "day": '>= date("2026-01-01")', "rate": "0"},
        {"ground": '"expiry","loss","damage"', "rate": "0.2"},
    ),
    expressions("amount", total="base * rate"),
)
ENGINE = zen.ZenEngine(
    {"loader": {"type": "static", "content": {"eligibility": ELIGIBILITY, "fee": FEE}}}
)
DECISION = ENGINE.create_decision(json.dumps(ELIGIBILITY))
QUOTE = ENGINE.create_decision(json.dumps(FEE))
EXPRESSION = zen.compile_expression(
    'document == "identity_card" and ground == "expiry"'
    f" and date(today) >= {PILOT[0]} and date(today) <= {PILOT[1]}"
    " and date(expires_on) - date(today) <= 30 * 86400"
    " and date(expires_on) - date(today) >= -10 * 86400"
)


def inquiry(ground: str, expires_on: str, today: str) -> dict[str, str]:
    """What is asked."""
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
    """Whether no check fails, by the expression."""
    return bool(EXPRESSION.evaluate(asked))


def total(ground: str, on: str) -> float:
    """The fee, by the graph."""
    return float(QUOTE.evaluate({"ground": ground, "on": on})["result"]["total"])
