"""The service with a clock that a test sets: `python -m tests.served CLOCK`. Its settings are those
of the environment; CLOCK is a file with an RFC 3339 date and time.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from service import logs, server
from service.app import create_app
from service.clock import instant
from service.settings import Settings


def main(clock: str) -> None:
    """Serves until it is terminated."""
    os.umask(0o077)
    logs.set_up()
    settings = Settings.from_environment()
    app = create_app(settings)
    app.dependency_overrides[instant] = lambda: datetime.fromisoformat(Path(clock).read_text())
    server.serve(app, settings)


if __name__ == "__main__":
    main(*sys.argv[1:])
