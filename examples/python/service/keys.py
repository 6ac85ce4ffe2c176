"""Encryption at rest, with the AES-256-GCM of `cryptography`.

Each application has a data key of its own. It seals all that is stored about the applicant, and is
itself wrapped by a key of the key file. Changing that key rewraps the data keys and touches nothing
else; destroying a data key makes unreadable what it sealed.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from service.files import FileError, append_private, read_private

_NONCE = 12
_LINE = re.compile(r"([a-z0-9-]{1,32}) ([0-9a-f]{64})")


class SealError(Exception):
    """Something sealed that cannot be opened: it was changed, moved, or sealed by a key that the
    key file lacks."""


@dataclass(frozen=True, repr=False)
class Envelope:
    """A data key. `place` binds what is sealed to its row and column: moved elsewhere, it does not
    open any more."""

    key: bytes

    def seal(self, place: str, content: bytes) -> bytes:
        """Encrypts the content of a place."""
        return _seal(self.key, place, content)

    def open(self, place: str, sealed: bytes) -> bytes:
        """The content of a place."""
        return _open(self.key, place, sealed)


class KeyRing:
    """The keys of the key file, the current one last."""

    def __init__(self, keys: dict[str, bytes]) -> None:
        self._wrapping = {name: _derived(key, "qujat/wrap") for name, key in keys.items()}
        self._hashing = {name: _derived(key, "qujat/holder") for name, key in keys.items()}
        self.current = list(keys)[-1]

    @staticmethod
    def read(path: Path) -> KeyRing:
        """Reads the key file: `NAME HEX` in each line, 64 hexadecimal digits. The last is the
        current one."""
        keys: dict[str, bytes] = {}
        for line in read_private(path).splitlines():
            if not line or line.startswith("#"):
                continue
            found = _LINE.fullmatch(line)
            if not found or found[1] in keys:
                raise FileError(f"{path} has a line that is no `NAME HEX`, or a name twice")
            keys[found[1]] = bytes.fromhex(found[2])
        if not keys:
            raise FileError(f"{path} holds no key")
        return KeyRing(keys)

    @staticmethod
    def add(path: Path, name: str) -> None:
        """Adds a random key to the key file, which is made if it is missing."""
        line = f"{name} {secrets.token_hex(32)}"
        known = read_private(path).splitlines() if path.exists() else []
        if not _LINE.fullmatch(line) or any(text.startswith(f"{name} ") for text in known):
            raise FileError(f"{path} has a key {name} already, or that is no name for one")
        append_private(path, line)

    def new(self, owner: str) -> tuple[Envelope, str, bytes]:
        """A new data key, the name of the key that wraps it, and it wrapped."""
        envelope = Envelope(secrets.token_bytes(32))
        return envelope, self.current, self._wrap(owner, envelope.key)

    def unwrap(self, owner: str, name: str, wrapped: bytes) -> Envelope:
        """The data key of an owner."""
        key = self._wrapping.get(name)
        if key is None:
            raise SealError("the key file lacks a key that is in use")
        return Envelope(_open(key, _place_of_key(owner, name), wrapped))

    def rewrap(self, owner: str, name: str, wrapped: bytes) -> tuple[str, bytes]:
        """The same data key, wrapped by the current key."""
        return self.current, self._wrap(owner, self.unwrap(owner, name, wrapped).key)

    def holders(self, iin: str) -> dict[str, bytes]:
        """The keyed hash of an IIN in the database, by each key: the same for the same IIN, and
        not to be read or tried out without the key."""
        return {
            name: hmac.digest(key, iin.encode(), hashlib.sha256)
            for name, key in self._hashing.items()
        }

    def _wrap(self, owner: str, key: bytes) -> bytes:
        wrapping = self._wrapping[self.current]
        return _seal(wrapping, _place_of_key(owner, self.current), key)


def _place_of_key(owner: str, name: str) -> str:
    return f"data_keys.wrapped.{owner}.{name}"


def _derived(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(key)


def _seal(key: bytes, place: str, content: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def _open(key: bytes, place: str, sealed: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())
    except (InvalidTag, ValueError):
        raise SealError("something stored was changed or moved, or the key is another") from None
