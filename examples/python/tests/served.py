"""The service with a clock that a test sets: `python -m tests.served PORT DATABASE CLOCK`.

CLOCK is a file with an RFC 3339 date and time.
"""

from __future__ import annotations

import logging
import sys
from datetime import datetime
from pathlib import Path

import uvicorn
from service.app import create_app
from service.clock import instant
from service.settings import Settings


def main(port: str, database: str, clock: str) -> None:
    """Serves until it is terminated."""
    logging.basicConfig(level=logging.INFO)
    app = create_app(Settings(database=Path(database)))
    app.dependency_overrides[instant] = lambda: datetime.fromisoformat(Path(clock).read_text())
    uvicorn.run(app, host="127.0.0.1", port=int(port), access_log=False, log_config=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
