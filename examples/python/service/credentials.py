"""The callers that are admitted: tokens and certificates, and the roles that they have.

The file holds a line for each, `NAME ROLE token SHA256` or `NAME ROLE subject TEXT`. A name may
stand in several lines, so that a token can be replaced while the old one still works. Tokens are
random, so a plain hash of one tells nothing.
"""

from __future__ import annotations

import enum
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from service.files import FileError, append_private, read_private, write_private

_NAME = re.compile(r"[a-z0-9-]{1,32}")
_HASH = re.compile(r"[0-9a-f]{64}")


class Role(str, enum.Enum):
    """The role of a caller."""

    PORTAL = "portal"
    """Files and follows applications for citizens: only those that it filed itself."""
    OFFICE = "office"
    """The back office: says what happened to any application."""
    MONITOR = "monitor"
    """Reads metrics, and nothing else."""


@dataclass(frozen=True)
class Caller:
    """The caller."""

    name: str
    roles: frozenset[Role]

    def may(self, role: Role) -> bool:
        """`True` if the caller has this role."""
        return role in self.roles


@dataclass(frozen=True)
class _Line:
    caller: Caller
    kind: str
    digest: bytes = field(repr=False)


class Credentials:
    """The callers that are known, by hashes."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines

    @staticmethod
    def read(path: Path) -> Credentials:
        """Reads the file of credentials."""
        lines: list[_Line] = []
        roles: dict[str, str] = {}
        for text in read_private(path).splitlines():
            if not text or text.startswith("#"):
                continue
            name, role, kind, value = [*text.split(" ", 3), "", "", ""][:4]
            known = _NAME.fullmatch(name) and role in list(Role) and value
            if kind == "token" and known and _HASH.fullmatch(value):
                digest = bytes.fromhex(value)
            elif kind == "subject" and known:
                digest = hashlib.sha256(value.encode()).digest()
            else:
                raise FileError(f"{path}: a line is no `NAME ROLE token HASH|subject TEXT`")
            if roles.setdefault(name, role) != role:
                raise FileError(f"{path}: {name} has two roles")
            lines.append(_Line(Caller(name, frozenset({Role(role)})), kind, digest))
        if not lines:
            raise FileError(f"{path} names nobody")
        return Credentials(lines)

    def of_token(self, token: str) -> Caller | None:
        """The caller with this token."""
        return self._find("token", token)

    def of_subject(self, subject: str) -> Caller | None:
        """The caller whose certificate has this subject."""
        return self._find("subject", subject)

    def _find(self, kind: str, secret: str) -> Caller | None:
        digest, found = hashlib.sha256(secret.encode()).digest(), None
        # All lines are compared, so that the time tells nothing.
        for line in self._lines:
            if hmac.compare_digest(line.digest, digest) and line.kind == kind:
                found = line.caller
        return found


def add_token(path: Path, name: str, role: Role, into: Path) -> None:
    """Makes a token: its hash goes into the file of credentials, itself into a file of its own."""
    if not _NAME.fullmatch(name):
        raise FileError("a name has 1 to 32 small letters, digits and dashes")
    token = secrets.token_urlsafe(32)
    write_private(into, f"{token}\n")
    digest = hashlib.sha256(token.encode()).hexdigest()
    append_private(path, f"{name} {role.value} token {digest}")
