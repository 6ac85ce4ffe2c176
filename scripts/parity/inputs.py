"""Seeded random inputs of every operation: the oracle's own cases, and vectors that were mutated.

Each input depends on the seed and its number alone. A field that an adapter reads itself keeps
its JSON type, and the documents that the library reads (forms, centres, events, strokes, ...) may
become anything that is JSON. Two things are left out, because JavaScript's numbers cannot tell
them apart: whole numbers from 2^53, and whole numbers written with a point.
"""

import json
import random
import sys
from pathlib import Path

ORACLE = Path(__file__).resolve().parents[2] / "core" / "tests" / "oracle"
sys.path.insert(0, str(ORACLE))
import generate  # noqa: E402

# Operations whose cases are pictures: dear, and mutated as files.
PICTURES = {"photo": ".png .jpg".split(), "signature": ".png .jpg".split()}
# Fields of an input that the library reads as whole documents.
DOCUMENTS = {
    "form", "register", "centres", "centre", "events", "attempt", "faults", "strokes", "params",
    "overlay",
}
LETTERS = (
    "aZ09 -'.,@+()/\\\"<>&%{}$\t\n\r\0\x1b\x7f"
    "әғқңөұүһіӘҚЁёЪыЙй"
    "éßİıſﬁ٣९１½²"
    "\u00a0\u00ad\u0301\u0308\u0306\u200b\u200d\u2028\u2029\u202e\u2066\ufeff\ufffd"
    "🙂🇰🇿👨‍👩‍👧𝟗"
)
NUMBERS = [
    0, 1, -1, 2, 5, 6, 15, 30, 31, 99, 100, 255, 256, 65535, 65536, 2**31 - 1, 2**31, 2**32, 2**53 - 1,
    -(2**31), 0.5, -0.5, 1e-7, 43.238949, 90.0001, 1e21, 1.5e300,
]
WORDS = [
    "", "identity_card", "passport", "expiry", "KZ-75", "2026-02-10", "2024-02-29", "9999-12-31",
    "0001-01-01", "24:00", "09:30", "2026-02-10T09:00:00Z", "2026-02-10T09:00:00.123456789+06:00",
    "900101300007", "+77011234567", "a@b.kz", "786.50", "0.00", "-1", "service-2025", "kk", "null",
]
KEYS = ["extra", "", "a/b", "m~n", "__proto__", "constructor", "тест", "source", "day", "id"]


class Inputs:
    """All inputs of a seed."""

    def __init__(self, seed, vectors):
        self.seed = seed
        # An input that an adapter could not read is not changed again.
        self.vectors = [
            (name, vector["input"]) for name, vector in vectors
            if name not in PICTURES and ("error" not in vector or len(vector["input"]) == 1)
        ]

    def question(self, number):
        """Question `number`, counted from 0."""
        rng = random.Random(f"{self.seed}:{number}")
        if rng.random() < 0.4:
            operation = rng.choice(sorted(generate.GENERATORS))
            given = generate.case(operation, self.seed, number)
        else:
            operation, given = rng.choice(self.vectors)
            given = mutated(rng, given)
        return {"operation": operation, "input": given}


def mutated(rng, given):
    """A copy of an input with one change of what an adapter reads, or a few inside its documents.

    Never both: which of two unreadable arguments is reported is the adapter's choice, not the
    library's.
    """
    given = json.loads(json.dumps(given))
    documents = [field for field in sorted(given) if field in DOCUMENTS and isinstance(given[field], (dict, list))]
    if documents and rng.random() < 0.8:
        field = rng.choice(documents)
        if field == "form" and rng.random() < 0.25:
            given[field] = broken(rng, json.dumps(given[field], ensure_ascii=rng.random() < 0.5))
            return given
        for _ in range(rng.choice([1, 1, 1, 2, 2, 3, 6])):
            change_inside(rng, given[field])
        return given
    field = rng.choice(sorted(given))
    value = given[field]
    if field == "booked" and value:
        # The adapters complete its entries, so these stay objects.
        change_inside(rng, rng.choice(value))
    elif field == "ratings":
        given[field] = [rng.choice([0, 1, 2, 3, 4, 5, 5, 5, 6, 255]) for _ in range(rng.randrange(9))]
    elif isinstance(value, str) and field not in ("edition", "file"):
        given[field] = changed_text(rng, value)
    elif isinstance(value, int) and not isinstance(value, bool):
        given[field] = rng.choice([value + 1, max(0, value - 1), *LIMITS[field]])
    elif isinstance(value, float):
        given[field] = rng.choice([value + 0.0001, -value, 90, -90.001, 180, 181, 0])
    return given


# Whole numbers that adapters read: what the typed API can take.
LIMITS = {
    "count": [0, 1, 20, 250, 100_000],
    "year": [1, 2023, 2024, 2025, 2026, 2027, 2028, 9999],
    "pages": [0, 24, 36, 48, 65535],
    "max": [0, 1, 2, 1000],
    "days": [0, 1, 7, 31, 366, 100_000],
    "latitude": [0, 90, 91], "longitude": [0, 180, 181],
}


def change_inside(rng, document):
    """Changes one place somewhere in a document."""
    holder = document
    while True:
        keys = sorted(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            break
        key = rng.choice(keys)
        if isinstance(holder[key], (dict, list)) and rng.random() < 0.85:
            holder = holder[key]
            continue
        kind = rng.randrange(8)
        if kind == 0:
            del holder[key]
        elif kind == 1:
            holder[key] = rng.choice([None, True, False, [], {}, "", 0, rng.choice(NUMBERS), rng.choice(WORDS)])
        elif kind == 2 and isinstance(holder, list):
            holder.insert(rng.randrange(len(holder) + 1), json.loads(json.dumps(holder[key])))
        elif isinstance(holder[key], str):
            holder[key] = changed_text(rng, holder[key])
        elif isinstance(holder[key], (int, float)):
            holder[key] = rng.choice([*NUMBERS, rng.randint(-5, 400)])
        return
    if isinstance(holder, dict):
        holder[rng.choice(KEYS)] = rng.choice([None, 1, "x", [], {}])
    else:
        holder.append(rng.choice([None, 1, "x", [], {}]))


def changed_text(rng, text):
    """A text with one change, or another one."""
    at = rng.randrange(len(text) + 1)
    kind = rng.randrange(9)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + rng.choice(LETTERS) + text[at:]
    if kind <= 4:
        return text[:at] + rng.choice(LETTERS if kind == 2 else "0123456789") + text[at + 1 :]
    if kind == 5:
        return rng.choice(WORDS)
    if kind == 6:
        return text[:at] + text[rng.randrange(len(text) + 1) :]
    if kind == 7:
        return text[:at] + rng.choice(LETTERS) * rng.choice([2, 70, 300]) + text[at:]
    return "".join(rng.choice(LETTERS) for _ in range(rng.randrange(12)))


def broken(rng, text):
    """The text of a document with some changes to its characters: mostly no JSON."""
    for _ in range(rng.choice([1, 1, 2, 4])):
        at = rng.randrange(len(text) + 1)
        text = rng.choice([
            text[:at], text[:at] + rng.choice('{}[]",:0e.-\\tu ') + text[at:], text[:at] + text[at + 1 :],
            text[:at] + rng.choice(LETTERS) + text[at:], text + rng.choice([" ", "x", "{}"]),
        ])
    return text


def mutated_file(rng, file):
    """A picture file with some bytes changed, moved, repeated or lost."""
    file = bytearray(file)
    for _ in range(rng.choice([0, 1, 1, 2, 5])):
        # The beginning, where the sizes and tables are, as often as the rest.
        at = rng.randrange(len(file) + 1) if rng.random() < 0.5 else rng.randrange(min(len(file) + 1, 700))
        size = rng.choice([1, 2, 4, 16, 64])
        kind = rng.randrange(5)
        if kind <= 1:
            file[at : at + 1] = bytes(byte ^ 1 << rng.randrange(8) for byte in file[at : at + 1])
        elif kind == 2:
            file[at : at + size] = rng.randbytes(size)
        elif kind == 3:
            del file[at : at + size]
        else:
            file[at:at] = file[at : at + size]
    return bytes(file)
