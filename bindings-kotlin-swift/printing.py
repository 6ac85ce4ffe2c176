"""The texts that Kotlin and Swift print of a type: the table of the core, and the code that follows
from it.

UniFFI prints every field. A private type gets a text of the fields that it shows; a type that is not in
the table is an error, so that nothing is printed by oversight.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Scalar:
    """A row of the table of scalars."""

    name: str
    kind: str
    doc: str
    # Characters that stay at the start, asterisks, characters that stay at the end; or `email`.
    mask: Any
    example: str
    printed: str


@dataclass(frozen=True)
class Table:
    """The core's table of its types."""

    # The fields that a private type shows; `None` for a public type.
    shows: dict[str, list[str] | None]
    scalars: list[Scalar]
    # A mask with ends hides at least so many characters.
    hidden: int

    @staticmethod
    def read(text: bytes) -> Table:
        data = json.loads(text)
        types = data["types"].items()
        shows = {name: marker["shows"] if marker["private"] else None for name, marker in types}
        scalars = [Scalar(**row) for row in data["scalars"]]
        return Table(shows, scalars, data["hidden"])

    @property
    def personal(self) -> list[Scalar]:
        return [scalar for scalar in self.scalars if scalar.kind == "personal"]

    def private(self, name: str) -> list[str] | None:
        """The fields that a type shows, `None` for all."""
        if name not in self.shows:
            sys.exit(f"{name} is not in the table of types: list it in core/src/kits/mobile/printing.rs")
        shows = self.shows[name]
        return None if shows is None else [camel_case(field) for field in shows]


def camel_case(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def found(pattern: str, text: str, what: str) -> list[re.Match[str]]:
    matches = list(re.finditer(pattern, text, re.M))
    if not matches:
        sys.exit(f"no {what} is found")
    return matches


# MARK: Kotlin


def mask_kotlin(text: str, table: Table) -> str:
    """The sources with a `toString` in each private type."""
    for match in reversed(found(r"^(data|sealed) class (\w+)\b", text, "class")):
        name = match[2]
        # An exception prints its problems, which are public.
        shows = table.private("QujatError" if name == "QujatException" else name)
        if shows is None:
            continue
        start, end = match.start(), text.index(f"object FfiConverterType{name}", match.start())
        body = text[start:end]
        text = text[:start] + kotlin_class(name, body, shows, match[1] == "sealed") + text[end:]
    return text


def kotlin_class(name: str, body: str, shows: list[str], sealed: bool) -> str:
    """A class with its `toString`; of a sealed class, each variant with data has one."""
    head = r"^ +data class (\w+)" if sealed else r"^data class (\w+)"
    masked = 0

    def add(match: re.Match[str]) -> str:
        nonlocal masked
        above = body[: match.start()]
        owners = list(re.finditer(head, above, re.M))
        if not owners or (sealed and match[1] == "    "):
            return match[0]  # The companion of the sealed class itself.
        masked += 1
        owner = owners[-1]
        fields = re.findall(r"\bval `(\w+)`", above[owner.start() :])
        return f"{match[1]}override fun toString(): String = {kotlin_text(owner[1], fields, shows)}\n\n{match[0]}"

    body = re.sub(r"^( +)companion object\n", add, body, flags=re.M)
    expected = len(re.findall(head, body, re.M))
    if masked == 0 or masked != expected:
        sys.exit(f"{name} cannot be masked: {masked} of {expected} classes")
    return body


def kotlin_text(name: str, fields: list[str], shows: list[str]) -> str:
    parts = [f"{field}=${{`{field}`}}" for field in fields if field in shows]
    if len(parts) < len(fields):
        parts.append("***")
    return f'"{name}({", ".join(parts)})"'


def kotlin_mask(scalar: Scalar) -> str:
    if scalar.mask == "email":
        return "maskedEmail(text)"
    first, stars, last = scalar.mask
    return f"masked(text, {first}, {stars}, {last})"


def kotlin_texts(table: Table) -> str:
    """The classes of personal texts."""
    out = "package kz.qujat\n"
    for scalar in table.personal:
        out += f"""
/**
 * {scalar.doc} It prints as `{scalar.printed}`.
 *
 * @property text The text, whole. Not for logs.
 */
@JvmInline
public value class {scalar.name}(public val text: String) {{
    override fun toString(): String = {kotlin_mask(scalar)}
}}
"""
    return out + f"""
/** The ends of a text; a text that is too short to be one of the library's is hidden whole. */
private fun masked(text: String, first: Int, stars: Int, last: Int): String {{
    val fits = text.codePointCount(0, text.length) >= first + last + {table.hidden}
    val start = if (fits) text.substring(0, text.offsetByCodePoints(0, first)) else ""
    val end = if (fits) text.substring(text.offsetByCodePoints(text.length, -last)) else ""
    return start + "*".repeat(stars) + end
}}

/** The first character of an address, and its top-level domain. */
private fun maskedEmail(text: String): String {{
    val name = text.substringBefore("@")
    val domain = text.substringAfter("@", "")
    val top = text.substringAfterLast(".", "")
    if ("@" !in text || "." !in text || domain.length <= top.length) return "***"
    val first = if (name.isEmpty()) "*" else name.substring(0, name.offsetByCodePoints(0, 1))
    return "$first***@***.$top"
}}
"""


# MARK: Swift


def mask_swift(text: str, table: Table, renamed: dict[str, str]) -> str:
    """Extensions that print private types."""
    rust = {swift: name for name, swift in renamed.items()}
    masks = ""
    for match in found(r"^(?:public )?(?:indirect )?(struct|enum) (\w+): ([^\n]*)\{\n", text, "type"):
        kind, name, conforms = match.groups()
        # Converters, and words, which have no data.
        if name.startswith("FfiConverter") or "CaseIterable" in conforms or not is_value(conforms):
            continue
        shows = table.private(rust.get(name, name))
        if shows is None:
            continue
        body = text[match.start() : text.index("\n}\n", match.start())]
        masks += swift_struct(name, body, shows) if kind == "struct" else swift_enum(name, body, shows)
    return masks


def is_value(conforms: str) -> bool:
    return "Equatable" in conforms or "Swift.Error" in conforms


def swift_struct(name: str, body: str, shows: list[str]) -> str:
    fields = re.findall(r"^    public (?:let|var) `?(\w+)`?:", body, re.M)
    if not fields:
        sys.exit(f"{name} has no fields")
    shown = [field for field in fields if field in shows]
    children = ", ".join(f'("{field}", `{field}` as Any)' for field in shown)
    # A field of the name `description` is data; Swift then prints `debugDescription`.
    own = "description" in fields
    description = "" if own else "    public var description: String { debugDescription }\n"
    printed = "" if own else "CustomStringConvertible, "
    return f"""
extension {name}: {printed}CustomDebugStringConvertible, CustomReflectable {{
{description}    public var debugDescription: String {{ printed("{name}", [{children}], hides: {swift_bool(len(shown) < len(fields))}) }}
    public var customMirror: Mirror {{ Mirror(self, children: [{children}] as [Mirror.Child]) }}
}}
"""


def swift_enum(name: str, body: str, shows: list[str]) -> str:
    cases = re.findall(r"^    case `?(\w+)`?(?:\(\n([\s\S]*?)^    \))?", body, re.M)
    if not cases:
        sys.exit(f"{name} has no cases")
    printed, children = "", ""
    for case, inside in cases:
        fields = re.findall(r"(?:\*/|^ +)`?(\w+)`?: ", inside, re.M)
        if inside and not fields:
            sys.exit(f"the fields of {name}.{case} are not found")
        shown = [field for field in fields if field in shows]
        pattern = ", ".join(f"`{field}`" if field in shown else "_" for field in fields)
        bound = "let " if shown else ""
        head = f"case {bound}.{case}({pattern})" if fields else f"case .{case}"
        list_ = "[" + ", ".join(f'("{field}", `{field}` as Any)' for field in shown) + "]"
        hides = swift_bool(len(shown) < len(fields))
        printed += f'        {head}: printed("{case}", {list_}, hides: {hides})\n'
        children += f"        {head}: {list_}\n"
    return f"""
extension {name}: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {{
    public var description: String {{ debugDescription }}
    public var debugDescription: String {{
        switch self {{
{printed}        }}
    }}
    public var customMirror: Mirror {{
        let children: [Mirror.Child] = switch self {{
{children}        }}
        return Mirror(self, children: children, displayStyle: .enum)
    }}
}}
"""


def swift_bool(value: bool) -> str:
    return "true" if value else "false"


def swift_mask(scalar: Scalar) -> str:
    if scalar.mask == "email":
        return "maskedEmail(text)"
    first, stars, last = scalar.mask
    return f"masked(text, first: {first}, stars: {stars}, last: {last})"


def swift_texts(table: Table) -> str:
    """The structures of personal texts."""
    out = ""
    for scalar in table.personal:
        out += f"""
/// {scalar.doc} It prints as `{scalar.printed}`.
public struct {scalar.name}: PersonalText {{
    public let text: String

    /// A text that the library has read. Another text is refused by every call that it is given to.
    public init(text: String) {{
        self.text = text
    }}

    public var description: String {{ {swift_mask(scalar)} }}
}}
"""
    return out.lstrip("\n") + f"""
/// The ends of a text; a text that is too short to be one of the library's is hidden whole.
private func masked(_ text: String, first: Int, stars: Int, last: Int) -> String {{
    let characters = text.unicodeScalars
    let fits = characters.count >= first + last + {table.hidden}
    let start = fits ? String(characters.prefix(first)) : ""
    let end = fits ? String(characters.suffix(last)) : ""
    return start + String(repeating: "*", count: stars) + end
}}

/// The first character of an address, and its top-level domain.
private func maskedEmail(_ text: String) -> String {{
    let parts = text.unicodeScalars.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let labels = text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, labels.count > 1, parts[1].count > labels[labels.count - 1].count else {{
        return "***"
    }}
    let first = parts[0].isEmpty ? "*" : String(parts[0].prefix(1))
    return first + "***@***." + String(labels[labels.count - 1])
}}

/// The text of a private type: its name, the fields that it shows, and `***` for the others.
func printed(_ name: String, _ shown: [Mirror.Child], hides: Bool) -> String {{
    let fields = shown.map {{ field in "\\(field.label ?? ""): \\(field.value)" }}
    return name + "(" + (fields + (hides ? ["***"] : [])).joined(separator: ", ") + ")"
}}
"""
