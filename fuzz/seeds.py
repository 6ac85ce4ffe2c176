"""Writes the first inputs of the fuzz targets: from the conformance vectors, the example forms and
drawn pictures, into FOLDER/TARGET. Personal data are synthetic, as they are there."""

import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VECTORS = ROOT / "core" / "vectors"
# No photos: those of the vectors show a person.
PICTURES = {
    ".png": ("png", "photo_report", "signature"),
    ".jpg": ("jpeg", "photo_report", "signature"),
}
MOST_PICTURE = 6_000


def cases(operation):
    for path in sorted(VECTORS.glob("*.json")):
        file = json.loads(path.read_text())
        if file.get("operation") == operation:
            yield from (case["input"] for case in file["vectors"])


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def texts():
    """(target, bytes) made of the vectors."""
    for target, operation in [
        ("iin", "iin"), ("phone", "phone"), ("email", "email"), ("names", "name"), ("sms", "sms"),
        ("feedback", "feedback_mask"),
    ]:
        for given in cases(operation):
            yield target, given["text"].encode()
    for given in cases("validate"):
        form = given["form"]
        for target in ("command", "form"):
            yield target, form.encode() if isinstance(form, str) else compact(form)
        if "overlay" in given:
            yield "rulebook", compact(given["overlay"])
    for given in cases("lifecycle"):
        yield "lifecycle", compact({"events": given["events"]})
    for given in cases("fault"):
        yield "fault", compact({"attempt": given["attempt"], "faults": given["faults"]})
    for given in cases("strokes"):
        yield "strokes", compact(given["strokes"])
    for operation in ("ready", "fee", "validate", "slots", "explain"):
        for given in cases(operation):
            overlay = given.get("overlay", {})
            yield "overlays", compact(overlay)
            for text in overlay.get("texts", {}).values():
                yield "texts", b"\0" + text.encode()
    for given in cases("nearest"):
        yield "centres", compact(given["centres"])
    for given in cases("slots"):
        yield "bookings", compact(given.get("bookings", []))
    for path in sorted((ROOT / "core/data/texts").rglob("*.ftl")):
        for number, entry in enumerate(path.read_text().split("\n\n")):
            if number % 12 == 0:
                yield "texts", b"\0" + entry.encode()
    yield "texts", b"\0A = { F(\nF(\nF(\n"
    for key in ("900101300007", "a@example.kz", "\x1b]0;x\x07", "line\nline", "\u202ex", "plain"):
        for reader in range(13):
            yield "pointers", bytes([reader, 0, 0, 5]) + key.encode()
            yield "pointers", bytes([reader, 2, 2, 5]) + key.encode()
    for path in sorted((ROOT / "examples").glob("data/*.json")):
        for target in ("command", "form"):
            yield target, path.read_bytes()
    yield "rulebook", (ROOT / "core/data/rulebook/order-389-253.json").read_bytes()
    yield "feedback", compact({
        "channel": "portal", "overall": 4, "speed": 5, "clarity": 3, "courtesy": 1,
        "comment": "жақсы 87010000001", "suggestion": "a@example.kz", "application": "KZ-1",
        "region": "KZ-75",
    })
    dull = random.Random(1)
    for target in ("bookings", "calendar", "centres", "columns", "eligibility", "fault", "fee",
                   "icalendar", "lifecycle", "notice", "overlays", "rulebook", "strokes"):
        for size in (8, 24, 80, 200):
            yield target, dull.randbytes(size)
    for kind in range(15):
        words = "Астана\0Сарыарқа 10, <b>\"&'\0a\r\nb\u202ec\0x;y,z\\\0" * 2
        yield "notice", bytes([kind, kind % 3, kind % 3, 2]) + words.encode()
        yield "icalendar", bytes([kind % 3, 0, 0, 2, kind, 0, 0, 1, kind]) + bytes(10) + words.encode()


def pictures(folders):
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix in PICTURES and path.stat().st_size <= MOST_PICTURE:
                for target in PICTURES[path.suffix]:
                    yield target, path.read_bytes()


def main():
    into, *folders = sys.argv[1:]
    count = 0
    for target, data in [*texts(), *pictures(folders)]:
        folder = Path(into) / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"seed-{count}").write_bytes(data)
        count += 1
    print(f"{count} seeds in {into}")


if __name__ == "__main__":
    main()
