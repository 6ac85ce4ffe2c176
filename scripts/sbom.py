#!/usr/bin/env python3
"""Says what is in a library that ships, and under which licences.

    scripts/sbom.py PACKAGE FOLDER [CARGO-FLAGS...]

writes into the folder, for the crates that are linked into PACKAGE with these features:

- `sbom.cdx.json`: its parts, as CycloneDX has them;
- `LICENSE-MIT`, `LICENSE-APACHE`: its own licences;
- `THIRD-PARTY.txt`: the licences and notices of the crates;
- `NOTICE.md` and `LICENSE-FACE`: those of the face networks' weights, if they are in it.

All are the same on every machine: they have no date, no path and no random number.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACE = ROOT / "core" / "data" / "face"
TEXTS = re.compile(r"^(LICEN[CS]E|COPYING|NOTICE|UNLICENSE)", re.IGNORECASE)


def cargo(*arguments: str) -> str:
    return subprocess.run(
        ["cargo", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


def linked(package: str, flags: list[str]) -> set[tuple[str, str]]:
    """Name and version of each crate whose code is in the library; macros and build scripts are not."""
    tree = cargo(
        "tree", "--locked", "--package", package, "--edges", "normal,no-proc-macro",
        "--prefix", "none", "--no-dedupe", "--format", "{p}", *flags,
    )  # fmt: skip
    return {
        (name, version.removeprefix("v"))
        for name, version in (line.split()[:2] for line in tree.splitlines() if line)
    }


def component(package: dict[str, object], checksums: dict[tuple[str, str], str]) -> dict[str, object]:
    name, version = str(package["name"]), str(package["version"])
    checksum = checksums.get((name, version))
    # A slash is what old manifests write for "or".
    licence = re.sub(r"\s*/\s*", " OR ", str(package["license"]))
    return {
        "type": "library",
        "bom-ref": f"pkg:cargo/{name}@{version}",
        "name": name,
        "version": version,
        **({"hashes": [{"alg": "SHA-256", "content": checksum}]} if checksum else {}),
        "licenses": [{"expression": licence}],
        "purl": f"pkg:cargo/{name}@{version}",
    }


def weights() -> list[dict[str, object]]:
    """The weights of the face networks."""
    files = (line.split() for line in (FACE / "SHA256SUMS").read_text().splitlines())
    return [
        {
            "type": "machine-learning-model",
            "bom-ref": f"face/{name}",
            "group": "MediaPipe",
            "name": name,
            "hashes": [{"alg": "SHA-256", "content": checksum}],
            "licenses": [{"expression": "Apache-2.0"}],
        }
        for checksum, name in files
    ]


def texts(packages: list[dict[str, object]]) -> str:
    """The licences and notices that the crates bring, each text once."""
    found: dict[str, tuple[str, list[str]]] = {}
    for package in packages:
        folder = Path(str(package["manifest_path"])).parent
        for file in sorted(folder.iterdir()):
            if file.is_file() and TEXTS.match(file.name):
                text = file.read_text(encoding="utf-8", errors="replace").strip()
                key = hashlib.sha256(text.encode()).hexdigest()
                found.setdefault(key, (text, []))[1].append(
                    f"{package['name']} {package['version']}"
                )
    line = "=" * 80
    return "".join(f"{line}\n{', '.join(names)}\n{line}\n{text}\n\n" for text, names in found.values())


def main(package: str, folder: str, *flags: str) -> None:
    metadata = json.loads(cargo("metadata", "--locked", "--format-version", "1"))
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    checksums = {
        (entry["name"], entry["version"]): entry["checksum"]
        for entry in lock["package"]
        if "checksum" in entry
    }
    wanted = linked(package, list(flags))
    parts = sorted(
        (it for it in metadata["packages"] if (it["name"], it["version"]) in wanted),
        key=lambda it: (it["name"], it["version"]),
    )
    main_part = next(it for it in parts if it["name"] == package)
    others = [it for it in parts if it is not main_part]
    has_face = "qujat feature \"face\"" in cargo(
        "tree", "--locked", "--package", package, "--edges", "features", "--invert", "qujat", *flags
    )
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(main_part, checksums)},
        "components": [component(it, checksums) for it in others] + (weights() if has_face else []),
    }
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    (into / "sbom.cdx.json").write_text(json.dumps(bom, indent=1, ensure_ascii=False) + "\n")
    (into / "THIRD-PARTY.txt").write_text(texts([it for it in others if it["source"]]))
    for name in ("LICENSE-MIT", "LICENSE-APACHE"):
        shutil.copy(ROOT / name, into)
    if has_face:
        notice = (FACE / "NOTICE.md").read_text()
        (into / "NOTICE.md").write_text(notice.replace("[LICENSE](LICENSE)", "[LICENSE-FACE](LICENSE-FACE)"))
        shutil.copy(FACE / "LICENSE", into / "LICENSE-FACE")


if __name__ == "__main__":
    main(*sys.argv[1:])
