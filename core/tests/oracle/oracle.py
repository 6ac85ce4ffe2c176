"""All operations of the oracle.

As a program it speaks the protocol of compare.py: a line {"operation", "input"} on standard input
gives a line {"expect"} or {"error"} on standard output.
"""

import json
import sys

import days_off
import eligibility
import explain
import fault
import fee
import feedback_summary
import iin
import lifecycle
import notice
import ready
import sms
import working_days
from refused import Refused

OPERATIONS = {
    "eligibility": eligibility.answer,
    "iin": iin.answer,
    "working_days": working_days.answer,
    "days_off": days_off.answer,
    "ready": ready.answer,
    "fee": fee.answer,
    "sms": sms.answer,
    "fault": fault.answer,
    "lifecycle": lifecycle.answer,
    "feedback_summary": feedback_summary.answer,
    "notice": notice.answer,
    "explain": explain.answer,
}


def expected(operation, given):
    try:
        return {"expect": OPERATIONS[operation](given)}
    except Refused as refused:
        return {"error": refused.problems}


def main():
    # Bytes, so that neither the locale nor unusual line ends inside a text matter.
    for line in sys.stdin.buffer:
        case = json.loads(line)
        answer = json.dumps(expected(case["operation"], case["input"]), ensure_ascii=False)
        sys.stdout.buffer.write(answer.encode() + b"\n")


if __name__ == "__main__":
    main()
