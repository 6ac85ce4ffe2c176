"""The OpenAPI page: what it promises is kept, whatever is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from service.app import create_app
from service.set_up import set_up
from service.settings import Settings

from tests.portal import Portal, answer

KEPT = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@contextmanager
def application(folder: Path) -> Iterator[FastAPI]:
    """A service that is not started."""
    set_up(folder)
    app = create_app(Settings(database=folder / "service.sqlite", keys=folder / "keys"))
    yield app
    app.state.desk.store.close()


def page() -> dict[str, Any]:
    """The OpenAPI document."""
    with TemporaryDirectory() as name, application(Path(name)) as app:
        document: dict[str, Any] = app.openapi()
        return document


PAGE = page()
SCHEMA = schemathesis.openapi.from_dict(PAGE)


@SCHEMA.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_what_the_page_promises_is_kept(portal: Portal, case: schemathesis.Case[Any]) -> None:
    role = "monitor" if case.path == "/metrics" else "portal"
    if case.path in ("/v1/feedback/summary", "/v1/applications/{number}/events"):
        role = "office"
    headers = {"authorization": f"Bearer {portal.tokens[role]}"}
    case.call_and_validate(base_url=portal.url, checks=KEPT, headers=headers)


def test_everything_is_described(portal: Portal) -> None:
    assert answer(portal.http.get(f"{portal.url}/openapi.json")) == PAGE
    operations = [
        (f"{method} {path}", operation)
        for path, item in PAGE["paths"].items()
        for method, operation in item.items()
    ]
    assert len(operations) == 21
    for name, operation in operations:
        assert operation["summary"] and operation["description"] and operation["tags"], name
        assert "HTTPValidationError" not in str(operation), name
        errors = {status for status in operation["responses"] if status >= "400"}
        if name not in ("get /v1/health", "get /v1/ready"):
            assert {"401", "403", "413", "422", "429"} <= errors, name
            assert operation["security"] == [{"HTTPBearer": []}], name
        for status in errors:
            assert list(operation["responses"][status]["content"]) == ["application/problem+json"]
        schemas = [response for response in operation["responses"].values()]
        assert all(response["description"] for response in schemas), name
    for path in ("/docs", "/redoc"):
        assert portal.http.get(f"{portal.url}{path}").status_code == 404
