"""`Rulebook.explain` in Kotlin and Swift: an overload for each kind of answer that the core explains."""

from __future__ import annotations

import sys

from planted import Type, kotlin_types, swift_types

UNION = "Explainable"
# The problems of an error, which each language has as its own exception.
ERROR = "problems"


def kinds(types: list[Type]) -> list[tuple[str, str]]:
    """Variants and their types, without that of an error."""
    found = [it for it in types if it.name == UNION]
    if not found:
        sys.exit(f"no {UNION} is found")
    fields = [(variant, field) for variant, [field] in found[0].variants]
    return [(variant, ty) for variant, (name, ty) in fields if name != ERROR]


def kotlin(text: str) -> str:
    out = "package kz.qujat\n"
    for variant, ty in kinds(kotlin_types(text)):
        out += f"""
/** Explains an answer in a language: a statement for each of its reasons. */
public fun Rulebook.explain(answer: {ty.removeprefix("kz.qujat.")}, language: Language): List<Statement> =
    explainAnswer({UNION}.{variant}(answer), language)
"""
    return out + f"""
/** Explains an exception in a language: a statement for each of its problems. */
public fun Rulebook.explain(exception: QujatException, language: Language): List<Statement> =
    explainAnswer({UNION}.OfProblems(exception.problems), language)
"""


def swift(text: str) -> str:
    out = "extension Rulebook {\n"
    for variant, ty in kinds(swift_types(text)):
        out += f"""    /// Explains an answer in a language: a statement for each of its reasons.
    public func explain(_ answer: {ty}, _ language: Language) throws -> [Statement] {{
        try explainAnswer(answer: .{variant}(answer: answer), language: language)
    }}

"""
    return out + """    /// Explains an error in a language: a statement for each of its problems.
    public func explain(_ error: QujatError, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofProblems(problems: error.problems), language: language)
    }
}
"""
