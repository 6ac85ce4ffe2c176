"""Tries the jar from projects that have nothing else: the README's, and the example's.

    python3 try_kotlin.py FOLDER

The jar is the one that Maven has installed. Of the README, everything between ```xml, ```kotlin and
```text is taken as it stands; of the example, `expected.txt` is what it prints.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLE = HERE / "kotlin/example"


def built(project: Path, into: Path) -> str:
    """Compiles a project; the classpath that it runs with."""
    subprocess.run(
        ["mvn", "--batch-mode", "--quiet", "--file", project / "pom.xml", f"-Dbuilt={into}", "compile"],
        check=True,
    )
    dependencies = (into / "classpath.txt").read_text()
    return f"{into / 'classes'}{os.pathsep}{dependencies}"


def printed(classpath: str, main: str, *arguments: str | Path) -> str:
    java = ["java", "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-cp", classpath, main]
    command = [*java, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def compare(name: str, expected: str, found: str) -> None:
    if expected == found:
        return
    lines = (expected.splitlines(True), found.splitlines(True))
    sys.exit("".join(difflib.unified_diff(*lines, f"{name}: expected", f"{name}: printed")))


def block(text: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    return found.group(1) if found else sys.exit(f"the README has no block of {language}")


def try_readme(folder: Path) -> None:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    pom = (EXAMPLE / "pom.xml").read_text(encoding="utf-8")
    dependency = re.compile(r" *<dependency>.*?</dependency>\n", re.S)
    pom = dependency.sub(lambda _: block(readme, "xml"), pom, count=1)
    source = folder / "project/src/main/kotlin/Main.kt"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(block(readme, "kotlin"), encoding="utf-8")
    (folder / "project/pom.xml").write_text(pom, encoding="utf-8")
    classpath = built(folder / "project", folder / "project-built")
    compare("README", block(readme, "text"), printed(classpath, "MainKt"))


def try_example(folder: Path) -> None:
    classpath = built(EXAMPLE, folder / "example-built")
    found = ""
    for form, day in (("eligible", "2026-02-10"), ("six_mistakes", "2026-02-10"), ("too_early", "2026-01-02")):
        data = ROOT / "examples/data"
        photo = ROOT / "core/vectors/images/photos" / ("good.png" if form == "eligible" else "tilted.png")
        found += printed(classpath, "PhoneKt", data / f"{form}.json", photo, data / "strokes.json", day)
    if os.environ.get("QUJAT_WRITE"):
        (EXAMPLE / "expected.txt").write_text(found, encoding="utf-8")
    compare("example", (EXAMPLE / "expected.txt").read_text(encoding="utf-8"), found)


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    try_readme(folder)
    try_example(folder)


if __name__ == "__main__":
    main()
