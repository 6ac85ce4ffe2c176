"""The OpenAPI page: what it promises is kept, whatever is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from service.app import create_app
from service.settings import Settings

from tests.portal import Portal, answer

KEPT = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


PAGE = create_app(Settings(database=Path(":memory:"))).openapi()
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
    case.call_and_validate(base_url=portal.url, checks=KEPT)


def test_everything_is_described(portal: Portal) -> None:
    assert answer(httpx.get(f"{portal.url}/openapi.json")) == PAGE
    operations = [
        (f"{method} {path}", operation)
        for path, item in PAGE["paths"].items()
        for method, operation in item.items()
    ]
    assert len(operations) == 18
    for name, operation in operations:
        assert operation["summary"] and operation["description"] and operation["tags"], name
        assert "HTTPValidationError" not in str(operation), name
        errors = {status for status in operation["responses"] if status >= "400"}
        assert {"413", "422"} <= errors, name
        for status in errors:
            assert list(operation["responses"][status]["content"]) == ["application/problem+json"]
        schemas = [response for response in operation["responses"].values()]
        assert all(response["description"] for response in schemas), name
    assert httpx.get(f"{portal.url}/docs").status_code == 200
