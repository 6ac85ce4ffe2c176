"""Checks `.gitattributes`: every file that says it is generated is marked `linguist-generated`, every
file that is no text is marked `binary`, and every line of `.gitattributes` still has a file.

    python3 scripts/attributes.py
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The words with which the generators begin a line in the first lines of a file.
SAYS_SO = re.compile(rb"^\W*(Generated (by|from)|Written by|Made by|This file is automatically @generated)\b")
LINES = 5


def git(*arguments, given=b""):
    run = subprocess.run(["git", *arguments], cwd=ROOT, input=given, capture_output=True, check=True)
    return [field.decode() for field in run.stdout.split(b"\0") if field]


def marked(paths, attribute):
    """The paths that have the attribute."""
    fields = git("check-attr", "-z", "--stdin", attribute, given="\0".join(paths).encode())
    return {path for path, value in zip(fields[::3], fields[2::3]) if value == "set"}


def says_it_is_generated(path):
    lines = path.read_bytes().splitlines()[:LINES]
    return any(SAYS_SO.match(line) for line in lines)


def problems():
    paths = [path for path in git("ls-files", "-z") if (ROOT / path).is_file()]
    generated, binary = marked(paths, "linguist-generated"), marked(paths, "binary")
    for path in paths:
        if path not in generated and says_it_is_generated(ROOT / path):
            yield f"{path} says that it is generated, and is not marked"
    for line in git("ls-files", "-z", "--eol"):
        kind, path = line.split()[0], line.split("\t")[1]
        if kind == "i/-text" and path not in binary:
            yield f"{path} is no text, and is not marked as binary"
    for line in (ROOT / ".gitattributes").read_text().splitlines():
        if line.startswith("/") and not git("ls-files", "-z", "--", f":(glob){line.split()[0][1:]}"):
            yield f"{line.split()[0]} is in .gitattributes, and there is no such file"


def main():
    if not (ROOT / ".git").exists():
        print("== attributes: not checked, since this is no git repository")
        return
    if found := list(problems()):
        sys.exit("attributes:\n" + "\n".join(found))


if __name__ == "__main__":
    main()
