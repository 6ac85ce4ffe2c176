"""The size of the packages: on disk, and when they are imported."""

from __future__ import annotations

import importlib.metadata
import re
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

STACK = ["pydantic", "email-validator", "phonenumbers", "holidays", "Jinja2", "pillow"]
IMPORTS = {
    "pydantic": "pydantic",
    "holidays": "holidays",
    "phonenumbers": "phonenumbers",
    "all of the stack": "pydantic, email_validator, phonenumbers, holidays, jinja2, PIL.Image",
    "ZEN engine": "zen",
}


def with_dependencies(names: list[str]) -> set[str]:
    """The distributions with all that they need and that is installed."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            requires = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            # For another system or Python.
            continue
        found.add(name)
        needed = (line for line in requires if "extra ==" not in line)
        waiting += [re.split(r"[^\w.-]", line)[0] for line in needed]
    return found


def size(names: set[str]) -> int:
    """Bytes of the files of these distributions."""
    total = 0
    for name in names:
        for file in importlib.metadata.files(name) or []:
            path = Path(file.locate())
            total += path.stat().st_size if path.is_file() else 0
    return total


def sizes() -> dict[str, Any]:
    """The row of installed sizes, in bytes."""
    own = size({"qujat"})
    stack, zen = with_dependencies(STACK), with_dependencies(["zen-engine"])
    peers = [
        {"name": f"{', '.join(STACK)} ({len(stack)} packages)", "bytes": size(stack)},
        {"name": "ZEN engine beside them", "bytes": size(zen - stack)},
    ]
    for peer in peers:
        peer["ratio"] = round(peer["bytes"] / own, 3)
    return {"row": "size", "what": "installed", "bytes": own, "peers": peers, "met": None}


def import_time(names: str) -> int:
    """Nanoseconds of the processor that an import takes in a process of its own."""
    program = (
        "import time; begun = time.process_time_ns()\n"
        f"import {names}\n"
        "print(time.process_time_ns() - begun)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return int(done.stdout)


def imports(rounds: int) -> dict[str, Any]:
    """The row of imports."""
    modules = {"qujat": "qujat", **IMPORTS}
    times: dict[str, list[int]] = {name: [] for name in modules}
    for _ in range(rounds):
        for name, module in modules.items():
            times[name].append(import_time(module))
    found = []
    for name, values in times.items():
        first, median, third = statistics.quantiles(values, n=4)
        found.append({"name": name, "median_ns": median, "spread_ns": third - first})
    own = found.pop(0)
    for peer in found:
        peer["ratio"] = round(peer["median_ns"] / own["median_ns"], 3)
    del own["name"]
    return {"row": "import", "what": "import, in a new process", **own, "peers": found, "met": None}
