"""Tries the README's Swift examples from an empty project.

    python3 try_readme.py README.md FOLDER

FOLDER becomes a project with the README's Package.swift; each example is its program, which must print what
the README shows below it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    readme, project = Path(sys.argv[1]).read_text(encoding="utf-8"), Path(sys.argv[2])
    manifests = re.findall(r"```swift\n(// swift-tools-version[^`]*)```", readme)
    examples = re.findall(r"```swift\n(import [^`]*)```\n```text\n([^`]*)```", readme)
    if len(manifests) != 1 or len(examples) != readme.count("```swift\nimport ") or not examples:
        sys.exit("the README has no manifest, or an example without its output")
    shutil.rmtree(project / "Sources", ignore_errors=True)
    (project / "Sources/App").mkdir(parents=True)
    package = os.path.relpath(HERE, project)
    (project / "Package.swift").write_text(manifests[0].replace("../qujat/bindings-kotlin-swift/swift", package))
    for code, shown in examples:
        (project / "Sources/App/main.swift").write_text(code, encoding="utf-8")
        command = [HERE / "../../scripts/swift.sh", "swift", "run", "--quiet", "-Xswiftc", "-warnings-as-errors"]
        ran = subprocess.run(command, cwd=project, capture_output=True, text=True)
        if ran.returncode != 0 or ran.stdout != shown:
            sys.exit(f"{code}\nprints\n{ran.stdout}{ran.stderr}\nbut the README shows\n{shown}")
    print(f"== Swift: {len(examples)} examples of the README, from an empty project")


if __name__ == "__main__":
    main()
