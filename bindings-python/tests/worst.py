"""Reads the inputs that cost the library most, at the limits of size, and measures each.

    python worst.py FOLDER

`make worst` writes them into FOLDER/inputs. What a machine's speed decides is no part of the tests: it is
here. Exits with 1 if an input takes more than 250 ms of processor time or 128 MiB.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import qujat
import samples

MOST_MS = 250
MOST_MIB = 128
ROUNDS = 3
TODAY = datetime.date(2026, 2, 10)
RULES = qujat.Rulebook.edition()
CENTRE = qujat.Centre.from_json(
    json.dumps(json.loads((samples.DATA / "centres.json").read_text())["centres"][0])
)


def form(text: str) -> None:
    for problem in RULES.validate(text, TODAY).problems:
        RULES.text(problem, "kk")
    assessment = RULES.assess(text, TODAY)
    RULES.explain(assessment, "kk")
    assessment.to_json()


def history(text: str) -> None:
    qujat.History.from_json(text).replay().history.to_json()


def strokes(text: str) -> None:
    read = qujat.Strokes.from_json(text)
    RULES.explain(RULES.check_strokes(read, TODAY), "kk")
    RULES.render_strokes(read, TODAY)


def summaries(text: str) -> None:
    read = qujat.FeedbackSummaries.from_json(text)
    merged = read.merge(read)
    merged.by("region")
    merged.to_json()


def directory(text: str) -> None:
    centres = qujat.CentreDirectory.from_json(text)
    RULES.nearest(centres, qujat.NearestQuery(51.0, 71.0))


def bookings(text: str) -> None:
    read = qujat.Booking.list_from_json(text)
    RULES.free_slots(CENTRE, TODAY, 30, read)


def faults(text: str) -> None:
    RULES.paper_right(qujat.FaultQuery.from_json(text))


def notice(text: str) -> None:
    RULES.notice(qujat.NoticeData.of_kind("refused", text), "kk", TODAY)


def overlay_of_texts(text: str) -> None:
    overlay = {"schema": 1, "edition": "own", "extends": "service-2025", "texts": {"kk": text}}
    qujat.Rulebook.load(json.dumps(overlay))


def values(text: str) -> None:
    calls: list[Callable[[], object]] = [
        lambda: RULES.parse_iin(text, TODAY),
        lambda: RULES.parse_phone(text, TODAY),
        lambda: RULES.parse_email(text, TODAY),
        lambda: RULES.latin_name(RULES.parse_name(text, TODAY), TODAY),
        lambda: qujat.CardNumber(text),
        lambda: qujat.PassportNumber(text),
    ]
    for call in calls:
        refused(call)


def calendar_entry(text: str) -> None:
    offer = RULES.first_free_slot(CENTRE, TODAY)
    RULES.icalendar(qujat.Appointment.at_centre(offer, CENTRE, text, samples.NOW, "kk"))


READERS: dict[str, Callable[[str], object]] = {
    "form": form,
    "form-delivered": form,
    "register": qujat.RegisterRecord.from_json,
    "event": lambda text: qujat.Application().apply(qujat.Event.from_json(text)),
    "history": history,
    "feedback": lambda text: RULES.read_feedback(text, TODAY),
    "strokes": strokes,
    "parameters": lambda text: RULES.text(qujat.Reason.from_params("TOO_EARLY", text), "kk"),
    "rulebook": qujat.Rulebook.load,
    "overlay": qujat.Rulebook.load,
    "centre": lambda text: RULES.free_slots(qujat.Centre.from_json(text), TODAY, 30),
    "directory": directory,
    "bookings": bookings,
    "summary": qujat.FeedbackSummary.from_json,
    "summaries": summaries,
    "faults": faults,
    "notice": notice,
    "texts": overlay_of_texts,
    "comment": lambda text: qujat.mask_feedback(text, 2**32 - 1),
    "message": qujat.count_sms,
    "values": values,
    "names": lambda text: RULES.latin_name(qujat.PersonName(text), TODAY),
    "calendar-entry": calendar_entry,
}


def outcome(call: Callable[[], object]) -> str:
    """`read`, or the code of the refusal, which is printed as a program would log it."""
    try:
        call()
    except qujat.Error as error:
        str(error)
        return str(error.code)
    except ValueError as error:
        return str(error)[:40]
    return "read"


def refused(call: Callable[[], object]) -> None:
    """For calls of which each may be refused."""
    outcome(call)


def peak() -> int:
    """The most resident memory since the last call of `forget_peak`, in bytes, on Linux."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) << 10


def forget_peak() -> int:
    """Forgets it; what is resident now."""
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


def measured(path: Path) -> str:
    """A line of the table: what the fastest of some rounds took, and the most memory."""
    text = path.read_text()
    read = partial(outcome, partial(READERS[path.stem], text))
    # What is made once is made before.
    outcome(partial(READERS[path.stem], "{}"))
    before, times, found = forget_peak(), [], ""
    for _ in range(ROUNDS):
        begun = time.process_time()
        found = read()
        times.append(time.process_time() - begun)
    memory = max(0, peak() - before) / 2**20
    return f"{path.name}\t{min(times) * 1000:.1f}\t{memory:.1f}\t{len(text.encode())}\t{found}"


def main(folder: Path) -> int:
    """Measures each input in a process of its own, which has no memory left of others; 1 if one takes too much."""
    files = sorted((folder / "inputs").iterdir())
    names = {path.stem for path in files}
    assert names == set(READERS), f"read on one side only: {names ^ set(READERS)}"
    table, failed = "", False
    for path in files:
        command = [sys.executable, __file__, str(folder), path.name]
        line = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        name, taken, memory, _, found = line.split("\t")
        is_too_much = float(taken) > MOST_MS or float(memory) > MOST_MIB
        failed |= is_too_much
        print(f"{taken:>7} ms {memory:>6} MiB  {name}: {found}{'  TOO MUCH' * is_too_much}", flush=True)
        table += line + "\n"
    (folder / "python.txt").write_text(table)
    return int(failed)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(measured(Path(sys.argv[1], "inputs", sys.argv[2])))
    else:
        sys.exit(main(Path(sys.argv[1])))
