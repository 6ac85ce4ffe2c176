"""A service for the tests of one module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.portal import Portal


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The service, on 10 February 2026, nine o'clock."""
    started = Portal(tmp_path_factory.mktemp("portal"))
    yield started
    started.stop()


@pytest.fixture(autouse=True)
def morning(request: pytest.FixtureRequest) -> None:
    """Each test begins on 10 February 2026."""
    if "portal" in request.fixturenames:
        request.getfixturevalue("portal").is_on("2026-02-10")
