"""Every function of the package, with a value for each of its parameters, as its stub says."""

from __future__ import annotations

import ast
import datetime
import importlib
import inspect
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import qujat
import samples

pyarrow: Any = importlib.import_module("pyarrow")

# By what the stub says of a parameter, some of which it says in other words too.
PLAIN: dict[str, Any] = {
    "str": "service-2025",
    "int": 1,
    "float": 51.1,
    "bool": True,
    "bytes": b"x",
    "Any": None,
    "object": None,
    "Decimal": Decimal("786.40"),
    "date": samples.TODAY,
    "datetime": samples.NOW,
    "time": datetime.time(9, 30),
    "Mapping": {},
    "Sequence": [],
    "list": [],
    "tuple": (),
    "ArrowArray": pyarrow.array([samples.TODAY]),
    "Error": qujat.InputError([qujat.Reason.sample("TOO_EARLY").at()]),
}


class Function(NamedTuple):
    """A function, or a method of an object, with arguments that it takes."""

    name: str
    call: Callable[..., Any]
    positional: list[Any]
    named: dict[str, Any]
    # The places and the names of the arguments that can be changed.
    changeable: list[int | str]


def kinds(annotation: ast.expr | None) -> Iterator[str]:
    """The names of the types that an annotation allows, in its order."""
    if isinstance(annotation, ast.BinOp):
        yield from kinds(annotation.left)
        yield from kinds(annotation.right)
    elif isinstance(annotation, ast.Subscript):
        yield from kinds(annotation.value)
    elif isinstance(annotation, ast.Attribute):
        yield annotation.attr
    elif isinstance(annotation, ast.Name):
        yield annotation.id


def value(annotation: ast.expr | None, known: dict[type, list[Any]]) -> Any:
    """A value of a parameter's type."""
    for kind in kinds(annotation):
        found = getattr(qujat, kind, None)
        if inspect.isclass(found) and issubclass(found, qujat.Word):
            return list(found)[0]
        if kind in PLAIN:
            return PLAIN[kind]
        if found is not None:
            return next(entry for cls, all in known.items() if issubclass(cls, found) for entry in all)
    raise AssertionError(ast.dump(annotation) if annotation else "no annotation")


def function(
    name: str, call: Callable[..., Any], node: ast.FunctionDef, first: int, known: dict[type, list[Any]]
) -> Function:
    """A function of the stub, whose first parameters are an object or a class."""
    arguments = [*node.args.posonlyargs, *node.args.args][first:]
    positional = [value(argument.annotation, known) for argument in arguments]
    named = {entry.arg: value(entry.annotation, known) for entry in node.args.kwonlyargs}
    return Function(name, call, positional, named, [*range(len(positional)), *named])


def methods(
    path: str, cls: type, body: list[ast.stmt], known: dict[type, list[Any]]
) -> Iterator[Function]:
    """The constructor and the methods of a class, and those of the classes in it."""
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from methods(f"{path}.{node.name}", getattr(cls, node.name), node.body, known)
        if not isinstance(node, ast.FunctionDef):
            continue
        marks = [mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)]
        name = f"{path}.{node.name}"
        if node.name == "__new__":
            yield function(path, cls, node, 1, known)
        elif "staticmethod" in marks or "classmethod" in marks:
            yield function(name, getattr(cls, node.name), node, "classmethod" in marks, known)
        elif "property" not in marks and known.get(cls):
            yield function(name, getattr(known[cls][0], node.name), node, 1, known)


def functions() -> list[Function]:
    """All of them."""
    known = samples.samples()
    known[qujat.Column] = [qujat.Rulebook.edition().decide_column(PLAIN["ArrowArray"], samples.TODAY)]
    known[qujat.Table] = [qujat.Rulebook.edition().decide_table(PLAIN["ArrowArray"], samples.TODAY)]
    stub = Path(inspect.getfile(qujat)).with_name("_qujat.pyi").read_text(encoding="utf-8")
    found: list[Function] = []
    for node in ast.parse(stub).body:
        if isinstance(node, ast.ClassDef):
            found += methods(node.name, getattr(qujat, node.name), node.body, known)
        elif isinstance(node, ast.FunctionDef):
            native = importlib.import_module("qujat._qujat")
            found.append(function(node.name, getattr(native, node.name), node, 0, known))
    return found
