"""The package as a whole: what it exports, documents and depends on."""

from __future__ import annotations

import doctest
import importlib.metadata
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import qujat
from qujat import _qujat
from conftest import ROOT

NAMES = [name for name in dir(qujat) if not name.startswith("_")]


def members(cls: type) -> list[tuple[str, Any]]:
    """Methods, properties and variants of a class that are its own."""
    return [(name, member) for name, member in vars(cls).items() if not name.startswith("_")]


def test_everything_of_the_native_module_is_exported() -> None:
    public = [name for name in dir(_qujat) if not name.startswith("_")]
    assert len(public) >= 80
    for name in public:
        assert getattr(qujat, name) is getattr(_qujat, name)


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_documented(name: str) -> None:
    value = getattr(qujat, name)
    assert inspect.getdoc(value)
    if not inspect.isclass(value) or issubclass(value, qujat.Word):
        return
    for member_name, member in members(value):
        if isinstance(member, (str, tuple)):
            continue
        text = inspect.getdoc(member)
        assert text, f"{name}.{member_name}"
        assert "```" not in text and "[`" not in text and "::" not in text, member_name


def test_there_is_no_dependency() -> None:
    required = importlib.metadata.requires("qujat") or []
    assert all("extra ==" in requirement for requirement in required)
    assert importlib.metadata.version("qujat") == qujat.__version__


def test_it_is_typed() -> None:
    folder = Path(inspect.getfile(qujat)).parent
    assert (folder / "py.typed").exists()
    assert (folder / "_qujat.pyi").exists()


def test_the_bill_of_materials_names_all_and_no_machine() -> None:
    files = importlib.metadata.files("qujat") or []
    [bill] = [file.read_text() for file in files if "sboms/" in str(file)]
    assert "detector.bin" in bill and "pkg:cargo/pyo3@" in bill
    assert "timestamp" not in bill and str(ROOT) not in bill


def test_the_licences_are_there() -> None:
    files = importlib.metadata.files("qujat") or []
    texts = {file.name: file.read_text() for file in files if "licenses/" in str(file)}
    names = {"LICENSE-APACHE", "LICENSE-MIT", "LICENSE-FACE", "NOTICE.md", "THIRD-PARTY.txt"}
    assert texts.keys() == names
    assert "Permission is hereby granted" in texts["LICENSE-MIT"]
    assert "Apache License" in texts["LICENSE-FACE"] and "MediaPipe" in texts["NOTICE.md"]
    assert "pyo3 " in texts["THIRD-PARTY.txt"]
    named = importlib.metadata.metadata("qujat").get_all("License-File") or []
    assert {name.rpartition("/")[2] for name in named} == names


def test_the_library_says_nothing_of_where_it_was_built() -> None:
    library = Path(inspect.getfile(_qujat)).read_bytes()
    assert str(ROOT).encode() not in library and b".cargo/registry" not in library


def test_importing_imports_little() -> None:
    code = "import sys; a = set(sys.modules); import qujat; print(*sorted(set(sys.modules) - a))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(found.stdout.split())
    heavy = {"asyncio", "json", "decimal", "typing", "typing_extensions", "re", "pydantic"}
    assert not modules & heavy


@pytest.mark.parametrize("file", ["README.md", "bindings-python/README.md"])
def test_what_the_readme_shows_is_true(file: str) -> None:
    result = doctest.testfile(str(ROOT / file), module_relative=False)
    assert result.attempted > 3 and result.failed == 0
