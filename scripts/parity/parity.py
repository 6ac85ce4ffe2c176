"""Runs every conformance vector in every language, and writes one table: operation x language.

    parity.py VECTORS INTO --least CASES LANGUAGE=COMMAND...

An answer counts as right if it has all that the vector expects, and as the same if it is, byte for
byte in the canonical form, the answer of the first language. INTO gets `parity.md`, `parity.html`
and `differences.jsonl`. The exit status is 1 if any answer is wrong or differs, or if there are
fewer cases than CASES.
"""

import argparse
import json
import platform
import sys
import time
from pathlib import Path

import table
from programs import Program


def matches(expected, found):
    """`True` if everything expected is there: fields that are left out of an expected object
    are not compared, an absent value is null, lists are compared whole."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(matches(value, found.get(name)) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(matches, expected, found))
    return type(expected) is type(found) and expected == found


def is_right(vector, answer):
    """`True` if an answer is that of the vector; an error may be expected as its code alone."""
    found = json.loads(answer)
    if "expect" in vector:
        return "expect" in found and matches(vector["expect"], found["expect"])
    wanted, problems = vector["error"], found.get("error", [])
    return len(wanted) == len(problems) and all(
        problem == code or (" " not in code and problem.split(" ")[0] == code)
        for code, problem in zip(wanted, problems)
    )


def read(folder):
    """All vectors, as (operation, vector)."""
    vectors = []
    for path in sorted(folder.glob("*.json")):
        if path.name.endswith(".schema.json"):
            continue
        file = json.loads(path.read_text(encoding="utf-8"))
        if len(file["vectors"]) != file["cases"]:
            raise SystemExit(f"{path}: {len(file['vectors'])} vectors, but {file['cases']} cases")
        vectors += [(file["operation"], vector) for vector in file["vectors"]]
    return vectors


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vectors", type=Path)
    parser.add_argument("into", type=Path)
    parser.add_argument("--least", type=int, required=True)
    parser.add_argument("programs", nargs="+", type=Program)
    given = parser.parse_args()

    vectors = read(given.vectors)
    questions = [{"operation": name, "input": vector["input"]} for name, vector in vectors]
    answers, seconds = {}, {}
    for program in given.programs:
        began = time.monotonic()
        answers[program.language] = program.ask(questions)
        seconds[program.language] = time.monotonic() - began

    first = answers[given.programs[0].language]
    counts, differences = {}, []
    for language, found in answers.items():
        for (operation, vector), answer, model in zip(vectors, found, first):
            right, same = is_right(vector, answer), answer == model
            count = counts.setdefault(operation, {}).setdefault(language, table.Count())
            count.add(right and same)
            if not (right and same):
                name = f"{operation}/{vector['name']}"
                text = answer.decode("utf-8", "replace")
                differences.append({"language": language, "vector": name, "right": right, "same": same, "answer": text})

    given.into.mkdir(parents=True, exist_ok=True)
    about = f"{len(vectors)} vectors on {platform.machine()}, Python {platform.python_version()} comparing"
    page = table.Page("Parity", about, list(answers), counts, seconds)
    (given.into / "parity.md").write_text(page.markdown(), encoding="utf-8")
    (given.into / "parity.html").write_text(page.html(), encoding="utf-8")
    with (given.into / "differences.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(entry, ensure_ascii=False) + "\n" for entry in differences)
    print(page.markdown())

    for entry in differences[:20]:
        print(json.dumps(entry, ensure_ascii=False), file=sys.stderr)
    ran = {language: len(found) for language, found in answers.items()}
    if len(vectors) < given.least or set(ran.values()) != {len(vectors)}:
        sys.exit(f"parity: {ran} of at least {given.least} cases ran")
    if differences:
        sys.exit(f"parity: {len(differences)} answers differ, see {given.into}/differences.jsonl")
    print(f"== parity: {len(vectors)} cases in {len(ran)} languages, all equal")


if __name__ == "__main__":
    main()
