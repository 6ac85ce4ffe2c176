"""An object of each class whose hidden fields hold planted data, made from the stubs and the core's table.

Nobody has any of these names, numbers and addresses.
"""

from __future__ import annotations

import ast
import datetime
import inspect
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import qujat
import samples
from qujat import _qujat

ROOT = samples.ROOT
TABLE: dict[str, Any] = json.loads(
    (ROOT / "bindings-kotlin-swift" / "printing.json").read_text(encoding="utf-8")
)
STUBS = Path(qujat.__file__).with_name("_qujat.pyi")

# Parts of all planted texts; the masks leave no part.
SECRETS = [
    "hidden-31337",
    "31337",
    "313.37",
    "1937",
    "03:17",
    "datetime.time(3, 17",
    "9001013",
    "012345",
    "123456",
    "7010000",
    "ulgi",
    "example.kz",
    "ҮЛГ",
    "0713",
]
SECRET_TEXT, SHOWN_TEXT = "hidden-31337", "shown-name"
SECRET_BYTES = b"31337"
UTC = datetime.timezone.utc

PRIVATE = {
    row["name"]: getattr(qujat, row["name"])(row["example"])
    for row in TABLE["scalars"]
    if row["kind"] == "personal"
}


def value_of(name: str, secret: bool) -> Any:
    """A value of Python's own types."""
    return {
        "str": SECRET_TEXT if secret else SHOWN_TEXT,
        "int": 31337 if secret else 3,
        "float": 313.375 if secret else 6.5,
        "bool": True,
        "bytes": SECRET_BYTES if secret else b"",
        "Decimal": Decimal("31337.17") if secret else Decimal("2.5"),
        "_datetime.date": datetime.date(1937, 7, 17) if secret else samples.TODAY,
        "_datetime.time": datetime.time(3, 17) if secret else datetime.time(9, 30),
        "_datetime.datetime": datetime.datetime(1937, 7, 17, tzinfo=UTC) if secret else samples.NOW,
    }[name]


def by_hand(name: str, secret: bool) -> Any:
    """An object whose constructor does not take its contents."""
    strokes = {"width": 600, "height": 200, "strokes": [[{"x": 313.375, "y": 1, "t": 1937}]]}
    identification = qujat.Identification("sms_code", SECRET_TEXT)
    filed = qujat.Action.Filed("pickup", Decimal(0), identification=identification)
    event = qujat.Event("e-1", samples.NOW, filed)
    feedback = qujat.Feedback(5, "portal", samples.NOW, comment=SECRET_TEXT)
    summaries = qujat.FeedbackSummaries()
    summaries.add(feedback, "month")
    rules = qujat.Rulebook.edition()
    centres = qujat.CentreDirectory.from_json((samples.DATA / "centres.json").read_bytes())
    day = value_of("_datetime.date", secret).isoformat()
    number = value_of("int", secret)
    kinds = {spec.name: spec.kind for spec in qujat.Code.TOO_EARLY.params}
    params = {name: day if kind is qujat.ParamKind.DATE else number for name, kind in kinds.items()}
    reason = qujat.Reason.from_params("TOO_EARLY", json.dumps(params))
    made: dict[str, Any] = {
        "Application": qujat.Application.replay([event]),
        "Calendar": rules.calendar,
        "CentreDirectory": centres,
        "FeedbackPeriod": qujat.FeedbackPeriod("1937-07" if secret else "2026-02"),
        "FeedbackSummaries": summaries,
        "FeedbackSummary": summaries.total(),
        "ParamSpec": qujat.Code.TOO_EARLY.params[0],
        "Params": reason.params,
        "Rulebook": rules,
        "Strokes": qujat.Strokes.from_json(json.dumps(strokes)),
        "Texts": rules.texts,
        **PRIVATE,
    }
    return made.get(name)


# Columns hold no objects: their `repr` is the type and the length.
COLUMNS = ("Column", "Table")


def constructors() -> dict[str, list[ast.FunctionDef]]:
    """The constructors of each class; of a union, those of its variants."""
    found: dict[str, list[ast.FunctionDef]] = {}

    def visit(body: list[ast.stmt], name: str) -> None:
        for node in body:
            if isinstance(node, ast.ClassDef):
                visit(node.body, name or node.name)
            elif isinstance(node, ast.FunctionDef) and node.name == "__new__":
                found.setdefault(name, []).append(node)

    visit(ast.parse(STUBS.read_text(encoding="utf-8")).body, "")
    return found


CONSTRUCTORS = constructors()


def is_hidden(name: str, field: str) -> bool:
    """`True` if a field may not be printed. A class that is not in the table hides all."""
    marker = TABLE["types"].get(name, {"private": True, "shows": []})
    return marker["private"] and field.rstrip("_") not in marker["shows"]


def planted(name: str, secret: bool = False) -> list[Any]:
    """Objects of a class: one, or one for each variant of a union."""
    made = by_hand(name, secret)
    if made is not None:
        return [made]
    objects = []
    for function in CONSTRUCTORS[name]:
        returned = ast.unparse(function.returns) if function.returns else name
        cls: Any = qujat
        for part in returned.split("."):
            cls = getattr(cls, part)
        parameters = function.args
        names = parameters.posonlyargs[1:] + parameters.args + parameters.kwonlyargs
        fields = [field for field in names if field.arg not in ("cls", "self")]
        arguments = {field.arg: argument(name, field, secret) for field in fields}
        signature = inspect.signature(cls)
        bound = [arguments.pop(key) for key, it in signature.parameters.items() if it.kind is not it.KEYWORD_ONLY]
        objects.append(cls(*bound, **arguments))
    return objects


def argument(name: str, field: ast.arg, secret: bool) -> Any:
    if field.arg == "postcode":
        return "050713"
    assert field.annotation is not None, (name, field.arg)
    return of_type(field.annotation, secret or is_hidden(name, field.arg))


def of_type(annotation: ast.expr, secret: bool) -> Any:
    if isinstance(annotation, ast.BinOp):
        return of_type(annotation.left, secret)
    if isinstance(annotation, ast.Subscript):
        entry = of_type(annotation.slice, secret)
        return [entry]
    name = ast.unparse(annotation)
    try:
        return value_of(name, secret)
    except KeyError:
        pass
    word = getattr(qujat, name)
    if hasattr(word, "__members__"):
        return next(iter(word))
    return planted(name, secret)[0]


def classes() -> list[str]:
    """All classes of the module."""
    names = [name for name, _ in inspect.getmembers(_qujat, inspect.isclass)]
    return [name for name in names if name not in COLUMNS]
