"""Writes the vectors that follow from rules and from search into core/vectors: `*_rules.json` and
`*_search.json`. Entries written there by hand stay, and are not repeated.

    python3 core/tests/oracle/make_vectors.py [--check]

With --check nothing is written; the exit status is 1 if a file is not as it would be written.
"""

import argparse
import json
import sys
from pathlib import Path

import vectors_by_rule
import vectors_by_search
import vectors_of_pictures

FOLDER = Path(__file__).resolve().parents[2] / "vectors"
MADE = ("_rules.json", "_search.json")
SEED = 20250528
# Of these the oracle states the codes alone, as in compare.py.
ORACLES_CODES = ("iin", "lifecycle", "fault", "fee", "ready", "working_days", "days_off", "notice")


def known_inputs():
    """{operation: the inputs of the files written by hand, as texts}."""
    known = {}
    for path in sorted(FOLDER.glob("*.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        if "vectors" in file and not path.name.endswith(MADE):
            inputs = known.setdefault(file["operation"], set())
            inputs |= {as_text(case["input"]) for case in file["vectors"]}
    return known


def as_text(given):
    return json.dumps(given, ensure_ascii=False, sort_keys=True)


def files():
    """(file name, its text)."""
    known = known_inputs()
    for name, (operation, about, cases) in vectors_by_rule.FILES.items():
        inputs = known.setdefault(operation, set())
        new = []
        for case in cases():
            if as_text(case["input"]) not in inputs:
                inputs.add(as_text(case["input"]))
                new.append(case)
        yield f"{name}_rules.json", written(operation, about, new)
    for operation in vectors_by_search.FEATURES:
        found = list(vectors_by_search.cases(operation, SEED, known.get(operation, set())))
        yield f"{operation}_search.json", written(operation, vectors_by_search.ABOUT, found)


def written(operation, about, cases):
    for case in cases:
        # The oracle names the input's own field; the places of the library are those of its types.
        if operation in ORACLES_CODES and "error" in case:
            case["error"] = [problem.split()[0] for problem in case["error"]]
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), f"{operation}: two cases have one name"
    lines = ",\n".join("    " + json.dumps(case, ensure_ascii=False) for case in cases)
    head = {"operation": operation, "about": about, "cases": len(cases)}
    fields = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()
    )
    return f'{{\n{fields},\n  "vectors": [\n{lines}\n  ]\n}}\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    options = parser.parse_args()
    made = dict(files())
    stale = [
        path.name for path in FOLDER.glob("*.json")
        if path.name.endswith(MADE) and path.name not in made
    ]
    pictures = {f"images/refused/{name}": file for name, file, *_ in vectors_of_pictures.files()}
    (FOLDER / "images/refused").mkdir(exist_ok=True)
    for name, file in [*((name, text.encode()) for name, text in made.items()), *pictures.items()]:
        path = FOLDER / name
        if not options.check:
            path.write_bytes(file)
        elif not path.exists() or path.read_bytes() != file:
            stale.append(name)
    if stale and options.check:
        sys.exit(f"not as make_vectors.py writes them: {', '.join(sorted(stale))}")
    for name, text in made.items():
        print(f"{name}: {json.loads(text)['cases']}")


if __name__ == "__main__":
    main()
