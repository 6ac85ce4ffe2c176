"""Makes a wheel that is the same wherever it was built, and says nothing of the machine.

    python finish.py WHEEL

Symbols are stripped. The bill of materials is that of `scripts/sbom.py`, and the
licences of all linked code stand next to those of the package. The archive is written
again, in order and without times.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SBOM = Path(__file__).resolve().parents[1] / "scripts" / "sbom.py"
# The earliest that an archive can state.
TIME = (1980, 1, 1, 0, 0, 0)
THIRD_PARTY = "licenses/THIRD-PARTY.txt"


def stripped(library: bytes) -> bytes:
    """A library without what only debuggers need."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library")
        path.write_bytes(library)
        subprocess.run(["strip", "--strip-unneeded", path], check=True)
        return path.read_bytes()


def finished(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a wheel, without its record."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, SBOM, "qujat-python", folder], check=True)
        bill = Path(folder, "sbom.cdx.json").read_bytes()
        third_party = Path(folder, "THIRD-PARTY.txt").read_bytes()
    [metadata] = [name for name in files if name.endswith(".dist-info/METADATA")]
    info = metadata.removesuffix("METADATA")
    made = {f"{info}licenses/{THIRD_PARTY}": third_party}
    for name, data in files.items():
        if name == metadata:
            data = data.replace(b"\nLicense-File: ", f"\nLicense-File: {THIRD_PARTY}\nLicense-File: ".encode(), 1)
        elif name.startswith(f"{info}sboms/"):
            data = bill
        elif name.endswith(".so"):
            data = stripped(data)
        made[name] = data
    return made


def line(name: str, data: bytes) -> str:
    """A line of the record."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"


def main(wheel: Path) -> None:
    """Writes the wheel in place."""
    with zipfile.ZipFile(wheel) as archive:
        names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
        files = {name: archive.read(name) for name in names}
    [record] = [name for name in files if name.endswith(".dist-info/RECORD")]
    del files[record]
    files = finished(files)
    lines = "".join(line(name, files[name]) for name in sorted(files))
    files[record] = f"{lines}{record},,\n".encode()
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in [*sorted(files.keys() - {record}), record]:
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if name.endswith(".so") else 0o644) << 16
            archive.writestr(entry, files[name])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
