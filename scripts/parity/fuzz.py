"""Asks all languages the same random questions, and compares the answers byte for byte.

    fuzz.py VECTORS INTO --seed SEED --inputs COUNT --pictures COUNT LANGUAGE=COMMAND...

Inputs come from `inputs.py`, in lots; of each lot every language answers all. INTO gets `fuzz.md`,
`fuzz.html` and `fuzz-differences.jsonl`. A difference is shown with its question, so that its
smallest form can become a vector. The exit status is 1 if there is any.
"""

import argparse
import json
import os
import random
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import parity
import table
from inputs import PICTURES, Inputs, mutated_file
from programs import Program

LOT = 20_000


def picture_questions(vectors, folder, seed, first, count):
    """Questions about mutated pictures, whose files are written into the folder's `images`."""
    images = folder / "images"
    shutil.rmtree(images, ignore_errors=True)
    images.mkdir(parents=True)
    sources = sorted({
        (name, vector["input"]["file"]) for name, vector in vectors if name in PICTURES
    })
    for number in range(first, first + count):
        rng = random.Random(f"{seed}:picture:{number}")
        operation, file = rng.choice(sources)
        made = f"{number}{Path(file).suffix}"
        original = (Path(vectors.folder) / "images" / file).read_bytes()
        (images / made).write_bytes(mutated_file(rng, original))
        yield {"operation": operation, "input": {"file": made}}


class Vectors(list):
    """The vectors, and where they came from."""

    def __init__(self, folder):
        super().__init__(parity.read(folder))
        self.folder = folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vectors", type=lambda text: Vectors(Path(text)))
    parser.add_argument("into", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--inputs", type=int, required=True)
    parser.add_argument("--pictures", type=int, required=True)
    parser.add_argument("programs", nargs="+", type=Program)
    given = parser.parse_args()

    comparison = Comparison(given)
    inputs = Inputs(given.seed, given.vectors)
    for first in range(0, given.inputs, LOT):
        last = min(first + LOT, given.inputs)
        comparison.ask([inputs.question(number) for number in range(first, last)])
        comparison.show(last)
    pictures = given.into / "fuzz"
    environment = {**os.environ, "QUJAT_VECTORS": str(pictures.resolve())}
    for first in range(0, given.pictures, 500):
        count = min(500, given.pictures - first)
        comparison.ask(
            list(picture_questions(given.vectors, pictures, given.seed, first, count)), environment
        )
        comparison.show(given.inputs + first + count)
    shutil.rmtree(pictures, ignore_errors=True)
    comparison.finish()


class Comparison:
    """The questions so far, and the differences of the languages."""

    def __init__(self, given):
        self.given = given
        self.counts, self.differences = {}, []
        self.seconds = {program.language: 0.0 for program in given.programs}

    def ask(self, questions, environment=None):
        def timed(program):
            began = time.monotonic()
            answers = program.ask(questions, environment)
            self.seconds[program.language] += time.monotonic() - began
            return answers

        with ThreadPoolExecutor(max_workers=2) as pool:
            found = list(pool.map(timed, self.given.programs))
        languages = [program.language for program in self.given.programs]
        for question, answers in zip(questions, zip(*found)):
            counts = self.counts.setdefault(question["operation"], {})
            for language, answer in zip(languages, answers):
                counts.setdefault(language, table.Count()).add(answer == answers[0])
            if len(set(answers)) > 1:
                texts = {name: answer.decode("utf-8", "replace") for name, answer in zip(languages, answers)}
                self.differences.append({"question": question, "answers": texts})

    def show(self, asked):
        print(f"{asked} inputs, {len(self.differences)} different", file=sys.stderr, flush=True)

    def finish(self):
        given = self.given
        given.into.mkdir(parents=True, exist_ok=True)
        languages = [program.language for program in given.programs]
        about = f"Random inputs of seed {given.seed}, compared byte for byte with {languages[0]}"
        page = table.Page("Cross-language fuzzing", about, languages, self.counts, self.seconds)
        (given.into / "fuzz.md").write_text(page.markdown(), encoding="utf-8")
        (given.into / "fuzz.html").write_text(page.html(), encoding="utf-8")
        with (given.into / "fuzz-differences.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(entry, ensure_ascii=False) + "\n" for entry in self.differences)
        print(page.markdown())
        if self.differences:
            for entry in self.differences[:5]:
                print(json.dumps(entry, ensure_ascii=False, indent=1), file=sys.stderr)
            sys.exit(f"fuzz: {len(self.differences)} inputs differ, see {given.into}/fuzz-differences.jsonl")
        print(f"== fuzz: {given.inputs + given.pictures} inputs in {len(languages)} languages, all equal")


if __name__ == "__main__":
    main()
