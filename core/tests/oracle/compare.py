"""Compares a program's answers with the oracle's on random cases.

The program reads lines {"operation", "input"} on its standard input and writes one line for each,
in order: {"expect": the canonical answer} or {"error": [codes]}. It may buffer as it likes.

The first difference of an operation is shown with its seed and case, and ends that operation
(unless --all). A table of operations, cases and differences follows. The exit status is 1 if there
is any difference.
"""

import argparse
import json
import shlex
import subprocess
import sys
import threading
from collections import deque
from decimal import Decimal, InvalidOperation

import generate
import oracle
from times import read_instant

MISSING = object()


def differences(expected, found, pointer=""):
    """The differences of `found` from `expected`, as (JSON pointer, expected, found).

    Only the fields that the oracle gives are compared, so `source` and `edition` of reasons are
    not. A field that is null may as well be left out. Lists are compared whole.
    """
    if isinstance(expected, dict) and isinstance(found, dict):
        for field, value in expected.items():
            there = found.get(field, None if value is None else MISSING)
            yield from differences(value, there, f"{pointer}/{field}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (value, there) in enumerate(zip(expected, found)):
            yield from differences(value, there, f"{pointer}/{index}")
    elif not same(expected, found, pointer):
        yield pointer, expected, found


def same(expected, found, pointer):
    if type(expected) is not type(found):
        return False
    if expected == found:
        return True
    # Different texts may stand for the same multiple of the MRP, or for the same instant.
    if isinstance(expected, str) and pointer.endswith("/rate"):
        return value_or_none(Decimal, expected) == value_or_none(Decimal, found)
    if isinstance(expected, str) and pointer.startswith("/expect/statement/"):
        return found.endswith("Z") and read_instant(expected) == value_or_none(read_instant, found)
    return False


def value_or_none(read, text):
    try:
        return read(text)
    except (ValueError, InvalidOperation):
        return None


def without_pointers(answer):
    """An answer whose errors are codes alone."""
    if isinstance(answer, dict) and isinstance(answer.get("error"), list):
        codes = [e.split()[0] if isinstance(e, str) and e.split() else e for e in answer["error"]]
        return {**answer, "error": codes}
    return answer


def judge(expected, line):
    """The differences between the oracle's answer and a line of the program."""
    try:
        found = json.loads(line)
    except ValueError:
        return [("", "a line of JSON", line.decode("utf-8", "replace"))]
    if not isinstance(found, dict) or ("expect" in found) == ("error" in found):
        return [("", 'either "expect" or "error"', found)]
    return list(differences(without_pointers(expected), without_pointers(found)))


class Asked:
    """A program that is being asked questions, written by a thread of its own."""

    def __init__(self, command, questions):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.pending = deque()
        self.stopped = False
        self.failure = None
        self.thread = threading.Thread(target=self._write, args=(questions,), daemon=True)
        self.thread.start()

    def _write(self, questions):
        try:
            with self.process.stdin as stdin:
                for question in questions:
                    if self.stopped:
                        return
                    self.pending.append(question)
                    stdin.write(json.dumps(question, ensure_ascii=False).encode() + b"\n")
        except BrokenPipeError:
            # The program has ended; the reader notices that answers are missing.
            pass
        except Exception as failure:  # A fault of the generator must not pass for an answer.
            self.failure = failure

    def answers(self):
        """Pairs of a question and the program's line, or None without one."""
        for line in self.process.stdout:
            if not self.pending:
                raise SystemExit("the program answered what it was not asked")
            yield self.pending.popleft(), line
        self.thread.join()
        if self.failure is not None:
            raise self.failure
        if self.pending:
            yield self.pending.popleft(), None

    def stop(self):
        """Ends the program; its exit status if it ended by itself, else None."""
        self.stopped = True
        ended_by_itself = None
        try:
            ended_by_itself = self.process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.thread.join()
        self.process.stdout.close()
        return ended_by_itself


def compare(operation, command, cases, seed, stop_at_first):
    """(cases compared, differences) of one operation; shows the first difference."""
    questions = (
        {"operation": operation, "input": generate.case(operation, seed, number)}
        for number in range(cases)
    )
    program = Asked(command, questions)
    compared = different = 0
    try:
        for question, line in program.answers():
            number, compared = compared, compared + 1
            if line is None:
                status = program.stop()
                missing = [("", "an answer", f"none; exit status {status}")]
                show(operation, seed, number, question, missing)
                return compared, different + 1
            expected = oracle.expected(operation, question["input"])
            found = judge(expected, line)
            if found:
                if different == 0:
                    show(operation, seed, number, question, found, expected, line)
                different += 1
                if stop_at_first:
                    break
    except BaseException:
        print(f"stopped in {operation}: seed {seed}, at or after case {compared - 1}")
        raise
    finally:
        program.stop()
    return compared, different


def show(operation, seed, number, question, found, expected=None, line=None):
    print(f"\nDIFFERENCE in {operation}: seed {seed}, case {number}")
    print("  input  ", json.dumps(question["input"], ensure_ascii=False))
    for pointer, wanted, there in found:
        there = "nothing" if there is MISSING else json.dumps(there, ensure_ascii=False)
        print(f"  at {pointer or 'the answer'}")
        print("    oracle ", json.dumps(wanted, ensure_ascii=False))
        print("    program", there)
    if line is not None:
        print("  oracle ", json.dumps(expected, ensure_ascii=False))
        print("  program", line.decode("utf-8", "replace").rstrip("\n"))
    print(f"  again   python3 generate.py --seed {seed} --operation {operation} --case {number}")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--cases", type=int, default=1_000, help="cases of each operation")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--answer", required=True, help="the program, with its arguments if any")
    parser.add_argument("--operation", choices=oracle.OPERATIONS, action="append")
    parser.add_argument("--all", action="store_true", help="count every difference, show the first")
    options = parser.parse_args()

    command = shlex.split(options.answer)
    operations = options.operation or list(oracle.OPERATIONS)
    rows = []
    for operation in operations:
        rows.append(
            (operation, *compare(operation, command, options.cases, options.seed, not options.all))
        )

    print(f"\nseed {options.seed}")
    print(f"{'operation':<18}{'cases':>10}{'differences':>13}")
    for operation, compared, different in rows:
        print(f"{operation:<18}{compared:>10}{different:>13}")
    sys.exit(1 if any(different for _, _, different in rows) else 0)


if __name__ == "__main__":
    main()
