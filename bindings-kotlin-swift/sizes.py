"""The ledger of sizes: what an app gains in weight.

    python3 sizes.py check          compares what was built with sizes.json
    python3 sizes.py write          writes sizes.json

A row is measured if its file is there: the Kotlin rows after `make kotlin`, the Swift ones after
`make swift`. A row that has grown or shrunk by more than the tolerance fails: sizes change by
decision. Libraries are measured for this platform.
"""

from __future__ import annotations

import json
import platform
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


def main() -> None:
    found = {name: file.stat().st_size for name, file in ROWS.items() if file.exists()}
    ledger: dict[str, int] = json.loads(LEDGER.read_text()) if LEDGER.exists() else {}
    if sys.argv[1:] == ["write"]:
        LEDGER.write_text(json.dumps({**ledger, **found}, indent=2) + "\n")
        return
    failed = False
    for name, size in found.items():
        recorded = ledger.get(name, 0)
        is_far = abs(size - recorded) * 1000 > recorded * TOLERANCE
        failed |= is_far
        print(f"   {name}: {size:,} bytes, recorded {recorded:,}{' DIFFERS' if is_far else ''}")
    if failed:
        sys.exit("sizes have changed: `python3 bindings-kotlin-swift/sizes.py write` records them")


if __name__ == "__main__":
    main()
