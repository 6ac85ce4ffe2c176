"""The ledger of sizes: the weight that an app gains.

    python3 sizes.py check          compares what was built with sizes.json
    python3 sizes.py write          writes sizes.json

A row is measured if its file is there: the Kotlin rows after `make kotlin`, the Swift ones after
`make swift`. A row that has grown or shrunk by more than the tolerance fails: sizes change by
decision. Libraries are what a compiler makes for a machine: with another compiler, or for another
machine, than the ledger names, what has them in it is shown and does not fail.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LEDGER = HERE / "sizes.json"

# In thousandths: compilers differ a little.
TOLERANCE = 30

NATIVE = ROOT / f"build/mobile/native/linux-{platform.machine().replace('_', '-')}"

# Each row and its file.
ROWS = {
    "library": NATIVE / "libqujat_mobile.so",
    "library without the face engine": ROOT / "build/mobile/without-face/libqujat_mobile.so",
    "jar": ROOT / "build/kotlin/qujat.jar",
    "generated Kotlin": HERE / "kotlin/src/main/generated/kz/qujat/Qujat.kt",
    "generated Swift": HERE / "swift/Sources/Qujat/Generated/Qujat.swift",
    "generated header": HERE / "swift/Sources/QujatFFI/QujatFFI.h",
}


# Rows that are sources, the same everywhere.
SOURCES = ("generated Kotlin", "generated Swift", "generated header")


def made_with() -> str:
    said = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout
    return f"{said.strip()}, {platform.system()} {platform.machine()}"


def main() -> None:
    found = {name: file.stat().st_size for name, file in ROWS.items() if file.exists()}
    ledger = json.loads(LEDGER.read_text())
    if sys.argv[1:] == ["write"]:
        LEDGER.write_text(json.dumps({**ledger, "made with": made_with(), **found}, indent=2) + "\n")
        return
    is_same = ledger.get("made with") == made_with()
    failed = False
    for name, size in found.items():
        recorded = ledger.get(name, 0)
        is_far = abs(size - recorded) * 1000 > recorded * TOLERANCE
        failed |= is_far and (is_same or name in SOURCES)
        print(f"   {name}: {size:,} bytes, recorded {recorded:,}{' DIFFERS' if is_far else ''}")
    if not is_same:
        print(f"   libraries only shown: recorded with {ledger.get('made with')}, this is {made_with()}")
    if failed:
        sys.exit("sizes have changed: `python3 bindings-kotlin-swift/sizes.py write` records them")


if __name__ == "__main__":
    main()
