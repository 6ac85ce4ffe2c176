"""Packs the inputs of a fuzz target into one file, and unpacks them again.

    python3 fuzz/pack.py pack FOLDER FILE.hex LONGEST
    python3 fuzz/pack.py unpack FILE.hex FOLDER

A packed file has one input a line, as hexadecimal digits: sorted, each input once. Inputs of more than
LONGEST bytes are left out, so that the repository stays small. An unpacked input is named after its
SHA-1, as libFuzzer names it.
"""

import hashlib
import re
import sys
from pathlib import Path

# No packed input is longer, in bytes; `laws/tests/corpus.rs` holds the committed files to it.
LONGEST = 1000
LINE = re.compile("([0-9a-f]{2})*")


def pack(inputs, longest):
    """The text of a packed file."""
    if longest > LONGEST:
        raise ValueError(f"{longest} bytes are more than {LONGEST}")
    return "".join(sorted({each.hex() + "\n" for each in inputs if len(each) <= longest}))


def unpack(text):
    """The inputs of a packed file, in its order."""
    for number, line in enumerate(text.splitlines(), 1):
        if not LINE.fullmatch(line) or len(line) > 2 * LONGEST:
            raise ValueError(f"line {number} is no input: {line[:40]!r}")
        yield bytes.fromhex(line)


def main(task, *arguments):
    if task == "pack":
        folder, file, longest = arguments
        inputs = [path.read_bytes() for path in Path(folder).iterdir()]
        Path(file).write_text(pack(inputs, int(longest)), encoding="ascii")
    elif task == "unpack":
        file, folder = map(Path, arguments)
        folder.mkdir(parents=True, exist_ok=True)
        for data in unpack(file.read_text(encoding="ascii")):
            (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
