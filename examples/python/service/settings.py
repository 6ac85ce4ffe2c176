"""What the service is started with."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Settings:
    """Files and limits of one service."""

    database: Path = Path("qujat-service.sqlite")
    rulebook: Path = EXAMPLES / "rulebooks" / "extended-example.json"
    centres: Path = EXAMPLES / "data" / "centres.json"
    max_body: int = 8 << 20
    """The longest body of a request in bytes: a photo, a signature sample and a form."""

    @staticmethod
    def from_environment() -> Settings:
        """The settings, with the database that `QUJAT_DATABASE` names, if it does."""
        database = os.environ.get("QUJAT_DATABASE")
        return Settings(database=Path(database)) if database else Settings()
