"""Makes the secrets that a service needs: keys, and a token for each role."""

from __future__ import annotations

from pathlib import Path

from service.credentials import Role, add_token
from service.keys import KeyRing


def set_up(folder: Path) -> list[Path]:
    """Makes what the folder lacks, all of it with mode 0600; what is there stays. Gives the files
    of the tokens."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / "keys").exists():
        KeyRing.add(folder / "keys", "key-1")
    tokens = []
    for role in Role:
        into = folder / f"{role.value}.token"
        if not into.exists():
            add_token(folder / "credentials", role.value, role, into)
        tokens.append(into)
    return tokens
