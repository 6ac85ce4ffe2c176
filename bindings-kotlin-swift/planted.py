"""Values of all types of Kotlin and Swift with planted data in what is hidden, for the tests of printing.

A type that is not known here is an error, so that no new type goes without the test.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from printing import Table, found

# Nobody has these names, numbers and days: hidden, shown.
KOTLIN = {
    "String": ('"Құпиябек-31337"', '"text"'),
    "Boolean": ("true", "false"),
    "UShort": ("31337.toUShort()", "2.toUShort()"),
    "UInt": ("313370u", "3u"),
    "Int": ("313371", "4"),
    "Long": ("313372L", "5L"),
    "Double": ("313.375", "6.5"),
    "ByteArray": ("byteArrayOf(31, 33, 7)", "byteArrayOf(1)"),
    "Params": ('mapOf("name" to ParamValue.Text("Құпиябек-31337"))', 'mapOf("name" to ParamValue.Number(5L))'),
    "date": ("LocalDate.of(1937, 7, 17)", "LocalDate.of(2026, 2, 10)"),
    "time": ("LocalTime.of(3, 17)", "LocalTime.of(9, 30)"),
    "instant": ('Instant.parse("1937-07-17T03:17:37Z")', 'Instant.parse("2026-02-10T09:30:00Z")'),
    "decimal": ('BigDecimal("31337.17")', 'BigDecimal("2.5")'),
}
SWIFT = {
    "String": ('"Құпиябек-31337"', '"text"'),
    "Bool": ("true", "false"),
    "UInt16": ("31337", "2"),
    "UInt32": ("313370", "3"),
    "Int32": ("313371", "4"),
    "Int64": ("313372", "5"),
    "Double": ("313.375", "6.5"),
    "Data": ("Data([31, 33, 7])", "Data([1])"),
    "Params": ('["name": .text(value: "Құпиябек-31337")]', '["name": .number(value: 5)]'),
    "date": ('CivilDate("1937-07-17")!', 'CivilDate("2026-02-10")!'),
    "time": ("TimeOfDay(hour: 3, minute: 17)!", "TimeOfDay(hour: 9, minute: 30)!"),
    "instant": ('Moment("1937-07-17T03:17:37Z")!', 'Moment("2026-02-10T09:30:00Z")!'),
    "decimal": ('Decimal(string: "31337.17")!', 'Decimal(string: "2.5")!'),
}
# Names of the core, which are plain texts.
NAMES = ('"hidden-31337"', '"shown-name"')


@dataclass(frozen=True)
class Type:
    """A record, whose only variant has no name, or a union."""

    name: str
    variants: list[tuple[str, list[tuple[str, str]]]]


def kotlin_types(text: str) -> list[Type]:
    types = []
    field = re.compile(r"\bval `(\w+)`: ([\w.<>]+\??)")
    for match in found(r"^(data|sealed) class (\w+)\b", text, "class"):
        kind, name = match.groups()
        if name == "QujatException":
            continue
        body = text[match.start() : text.index(f"object FfiConverterType{name}", match.start())]
        if kind == "data":
            types.append(Type(name, [("", field.findall(body))]))
            continue
        variants = []
        starts = list(re.finditer(r"^    (?:data class|object) (\w+)", body, re.M))
        for start, end in zip(starts, [it.start() for it in starts[1:]] + [len(body)]):
            variants.append((start[1], field.findall(body[start.start() : end])))
        types.append(Type(name, variants))
    return types


def swift_types(text: str) -> list[Type]:
    types = []
    pattern = r"^(?:public )?(?:indirect )?(struct|enum) (\w+): ([^\n]*)\{\n"
    for match in found(pattern, text, "type"):
        kind, name, conforms = match.groups()
        if name.startswith("FfiConverter") or "CaseIterable" in conforms or "Equatable" not in conforms:
            continue
        body = text[match.start() : text.index("\n}\n", match.start())]
        if kind == "struct":
            fields = re.findall(r"^    public (?:let|var) `?(\w+)`?: (\S+)$", body, re.M)
            types.append(Type(name, [("", fields)]))
        elif name != "QujatError":
            cases = re.findall(r"^    case `?(\w+)`?(?:\(\n([\s\S]*?)^    \))?", body, re.M)
            field = re.compile(r"(?:\*/|^ +)`?(\w+)`?: ([\w\[\]]+\??)", re.M)
            types.append(Type(name, [(case, field.findall(inside)) for case, inside in cases]))
    return types


class Writer:
    """Expressions of one language."""

    def __init__(self, table: Table, plain: dict[str, tuple[str, str]], types: list[Type], renamed: dict[str, str]):
        self.table, self.plain, self.renamed = table, plain, renamed
        self.is_kotlin = plain is KOTLIN
        self.types = {it.name for it in types}
        self.scalars = {it.name: it for it in table.scalars}

    def rust(self, name: str) -> str:
        return {swift: rust for rust, swift in self.renamed.items()}.get(name, name)

    def expression(self, ty: str, secret: str) -> str:
        """A value of the type; `secret` is an expression that says whether it is hidden."""
        ty = ty.rstrip("?").replace("kz.qujat.", "").replace("kotlin.", "")
        entry = re.fullmatch(r"List<(.*)>|\[(.*)\]", ty)
        if entry:
            inner = self.expression(entry[1] or entry[2], secret)
            return f"listOf({inner})" if self.is_kotlin else f"[{inner}]"
        if ty in self.types:
            call = f"{function(ty)}({secret})"
            return f"{call}.first()" if self.is_kotlin else f"{call}[0]"
        scalar = self.scalars.get(ty)
        if scalar and scalar.kind == "personal":
            text = f'"{scalar.example}"'
            return f"{ty}({text})" if self.is_kotlin else f"{ty}(text: {text})"
        if scalar and scalar.mask is not None:
            return f'"{scalar.example}"'
        if scalar and scalar.kind in self.plain:
            return self.choice(self.plain[scalar.kind], secret)
        if scalar:
            return self.choice(NAMES, secret)
        if ty in self.plain:
            return self.choice(self.plain[ty], secret)
        if self.rust(ty) in self.table.shows:
            return f"{ty}.entries.first()" if self.is_kotlin else f"{ty}.allCases[0]"
        sys.exit(f"no value of {ty} is known")

    def choice(self, values: tuple[str, str], secret: str) -> str:
        hidden, shown = values
        if secret in ("true", "false"):
            return hidden if secret == "true" else shown
        return f"if (secret) {hidden} else {shown}" if self.is_kotlin else f"({secret} ? {hidden} : {shown})"

    def made(self, it: Type) -> list[str]:
        shows = self.table.private(self.rust(it.name))
        values = []
        for variant, fields in it.variants:
            arguments = []
            for field, ty in fields:
                secret = "true" if shows is not None and field not in shows else "secret"
                value = self.expression(ty, secret)
                arguments.append(f"`{field}` = {value}" if self.is_kotlin else f"{field}: {value}")
            owner = f"{it.name}.{variant}" if variant else it.name
            values.append(f"{owner}({', '.join(arguments)})" if arguments else owner)
        return values


def function(name: str) -> str:
    return "planted" + name


def kotlin(text: str, table: Table) -> str:
    types = kotlin_types(text)
    writer = Writer(table, KOTLIN, types, {})
    out = """package kz.qujat

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime

/** Values of all types; what is hidden in them is planted. */
internal object Planted {
"""
    for it in types:
        out += f"    private fun {function(it.name)}(secret: Boolean): List<{it.name}> = listOf(\n"
        out += "".join(f"        {value},\n" for value in writer.made(it))
        out += "    )\n\n"
    out += "    /** By the names of the types. */\n    val all: Map<String, List<Any>> = mapOf(\n"
    out += "".join(f'        "{it.name}" to {function(it.name)}(false),\n' for it in types)
    personal = [writer.expression(scalar.name, "true") for scalar in table.personal]
    out += "".join(f'        "{it.name}" to listOf({value}),\n' for it, value in zip(table.personal, personal))
    return out + "    )\n}\n"


def swift(text: str, table: Table, renamed: dict[str, str]) -> str:
    types = swift_types(text)
    writer = Writer(table, SWIFT, types, renamed)
    out = """import Foundation
import Qujat

"""
    for it in types:
        out += f"private func {function(it.name)}(_ secret: Bool) -> [{it.name}] {{\n    [\n"
        out += "".join(f"        {value},\n" for value in writer.made(it))
        out += "    ]\n}\n\n"
    out += "/// Values of all types, by the names of the types; what is hidden in them is planted.\n"
    out += "let planted: [(type: String, values: [any Sendable])] = [\n"
    out += "".join(f'    ("{it.name}", {function(it.name)}(false)),\n' for it in types)
    personal = [writer.expression(scalar.name, "true") for scalar in table.personal]
    out += "".join(f'    ("{it.name}", [{value}]),\n' for it, value in zip(table.personal, personal))
    return out + "]\n"


def swift_fields(text: str, table: Table, renamed: dict[str, str]) -> str:
    """The fields of private structures, which their mirrors hide, for the comparison with the vectors."""
    rust = {swift: name for name, swift in renamed.items()}
    out = """import Qujat

/// The fields of a structure whose mirror hides some; `nil` for any other value.
func hiddenFields(_ value: Any) -> [(name: String, value: Any)]? {
    switch value {
"""
    for it in swift_types(text):
        [(variant, fields), *_] = it.variants
        if variant or table.private(rust.get(it.name, it.name)) is None:
            continue
        pairs = ", ".join(f'("{field}", it.`{field}` as Any)' for field, _ in fields)
        out += f"    case let it as {it.name}: [{pairs}]\n"
    return out + "    default: nil\n    }\n}\n"
