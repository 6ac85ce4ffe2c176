"""Runs the service: `python -m service [PORT]`."""

from __future__ import annotations

import logging
import sys

import uvicorn

from service.app import create_app


def main() -> None:
    """Serves on 127.0.0.1, with a log of its own that names no person."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    uvicorn.run(create_app(), host="127.0.0.1", port=port, access_log=False, log_config=None)


if __name__ == "__main__":
    main()
