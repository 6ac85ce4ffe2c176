"""Rulebook files of operators: what is rejected, and what a good one changes. SPEC 2."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TITLE = {"kk": "Үлгі", "ru": "Пример", "en": "Example"}
SOURCES = {"decree": {"title": TITLE, "confidence": "own_choice"}}
MRP = {"source": "decree", "amount": "4000"}
EDITION = json.loads((ROOT / "core/data/rulebook/service-2025.json").read_text(encoding="utf-8"))
PLAN = {**EDITION["phone"]["plan"], "source": "decree"}
ZONES = {**EDITION["delivery"]["illustrative"], "source": "decree"}


def overlay(**sections):
    return {"edition": "example", "extends": "service-2025", "sources": SOURCES, **sections}


# (name, the sections, the problems in order)
REJECTED = [
    ("two-mrps-for-a-day", {"mrp": {"more": {**MRP, "from": "2026-06-01", "until": "2027-01-01"}}},
     ["PERIOD_OVERLAP"]),
    ("a-gap-between-limits", {"technical_fault": {
        "pilot": {"until": "2026-06-01", "source": "decree", "more_than_seconds": 600},
        "again": {"from": "2026-07-01", "source": "decree", "more_than_seconds": 600}}}, ["PERIOD_GAP"]),
    ("a-step-of-reminding-twice", {"reminders": {"plan": {
        "source": "decree", "days": [-30, 0, -30], "made_up_days": 0}}}, ["VALUE_BOUNDS"]),
    ("one-code-fixed-and-mobile", {"phone": {"plan": {**PLAN, "fixed_line": ["71", "701"]}}},
     ["ENTRY_CONFLICT"]),
    ("a-category-without-a-title", {"exemptions": {"tax-code-2025": {
        "from": "2026-01-01", "source": "decree", "categories": ["rich"], "confirmed": True}}},
     ["ENTRY_UNKNOWN"]),
    ("a-region-in-no-zone", {"delivery": {"illustrative": {**ZONES, "regions": {
        **ZONES["regions"], "KZ-10": "moon"}}}}, ["ENTRY_UNKNOWN"]),
    ("an-empty-period", {"mrp": {"2027": {**MRP, "from": "2027-01-01", "until": "2027-01-01"}}},
     ["PERIOD_EMPTY"]),
    ("a-reversed-period", {"mrp": {"2027": {**MRP, "from": "2027-02-01", "until": "2027-01-01"}}},
     ["PERIOD_EMPTY"]),
    ("an-unknown-source", {"mrp": {"2027": {"source": "decree-1", "amount": "1", "from": "2027-01-01"}}},
     ["SOURCE_UNKNOWN"]),
    ("a-negative-amount", {"mrp": {"2027": {**MRP, "amount": "-1", "from": "2027-01-01"}}},
     ["AMOUNT_INVALID"]),
    ("an-amount-with-a-comma", {"mrp": {"2027": {**MRP, "amount": "4000,5", "from": "2027-01-01"}}},
     ["AMOUNT_INVALID"]),
    ("an-amount-as-a-number", {"mrp": {"2027": {**MRP, "amount": 4000, "from": "2027-01-01"}}},
     ["WRONG_TYPE"]),
    ("an-unknown-key", {"mrp": {"2027": {**MRP, "from": "2027-01-01", "currency": "KZT"}}},
     ["UNKNOWN_FIELD"]),
    ("an-unknown-section", {"mrps": {}}, ["UNKNOWN_FIELD"]),
    ("no-such-day", {"pilot": {"period": {"from": "2025-02-29", "until": "2026-03-01", "source": "decree"}}},
     ["DATE_INVALID"]),
    ("an-unknown-document", {"online": {"service": {"source": "decree", "documents": ["visa"],
                                                     "grounds": ["expiry"]}}}, ["UNKNOWN_VALUE"]),
    ("no-source", {"mrp": {"2027": {"amount": "4000", "from": "2027-01-01"}}}, ["MISSING_FIELD"]),
    ("a-message-unclosed", {"texts": {"kk": "IIN_LENGTH = { $length"}}, ["MESSAGE_SYNTAX"]),
    ("a-variable-of-another-code", {"texts": {"ru": "IIN_LENGTH = { $days_left }"}}, ["MESSAGE_VARIABLE"]),
    ("a-function-that-is-not-there", {"texts": {"en": "IIN_LENGTH = { UPPER($length) }"}},
     ["MESSAGE_UNSUPPORTED"]),
    ("a-rating-of-six", {"feedback": {"scale-and-length": {"source": "decree", "rating_min": 1,
                                                            "rating_max": 6, "max_characters": 2000}}},
     ["VALUE_BOUNDS"]),
]


def rejected():
    for name, sections, problems in REJECTED:
        yield {
            "name": name, "why": "SPEC 2: a malformed or contradictory rulebook is rejected on load",
            "input": {"filed_on": "2026-02-10", "overlay": overlay(**sections)}, "error": problems,
        }
    for base in ("service-2024", "", "Service-2025"):
        given = {"edition": "example", "extends": base}
        yield {
            "name": f"extends-{len(base)}-{base[:1] or 'nothing'}",
            "why": "catalogue EDITION_UNKNOWN: only shipped editions can be extended",
            "input": {"filed_on": "2026-02-10", "overlay": given}, "error": ["EDITION_UNKNOWN /extends"],
        }
    yield {
        "name": "no-such-edition", "why": "catalogue EDITION_UNKNOWN",
        "input": {"filed_on": "2026-02-10", "edition": "2024"}, "error": ["EDITION_UNKNOWN"],
    }


def changed():
    for amount, on, total in ("4000", "2027-01-01", "800.00"), ("4000.55", "2027-06-30", "800.11"), (
        "0", "2027-12-31", "0.00"), ("999999999999", "2027-01-01", "199999999999.80"):
        section = {"2027": {**MRP, "amount": amount, "from": "2027-01-01", "until": "2028-01-01"}}
        yield {
            "name": f"mrp-of-2027-{amount}", "why": "SPEC 2, 5: the operator's MRP; the rate of loss is 0.2",
            "input": {"document": "identity_card", "pages": None, "ground": "loss", "on": on,
                      "exemption": None, "region": None, "overlay": overlay(mrp=section)},
            "expect": {"total": total},
        }
    section = {"2027": {**MRP, "amount": "999999999999", "from": "2027-01-01", "until": "2028-01-01"}}
    yield {
        "name": "an-amount-that-is-too-large", "why": "catalogue AMOUNT_OVERFLOW: 12 times the largest MRP",
        "input": {"document": "passport", "pages": 48, "ground": "loss", "on": "2027-01-01",
                  "exemption": None, "region": None, "overlay": overlay(mrp=section)},
        "error": ["AMOUNT_OVERFLOW"],
    }
