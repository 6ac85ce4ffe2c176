"""The routes, all under `/v1`.

They are no coroutines: they run in threads, and so do the checks of pictures, for which the library
releases the interpreter's lock. Bodies are read beforehand by the loop.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from pydantic import BaseModel, ValidationError

from service.problems import ProblemDocument, ServiceError, shown
from service.texts import ServiceCode


async def _body(request: Request) -> bytes:
    return await request.body()


Body = Annotated[bytes, Depends(_body)]
"""The body as it was sent: what it says is read by the library."""

Model = TypeVar("Model", bound=BaseModel)


def read_json(model: type[Model], body: bytes) -> Model:
    """A body as one of the service's own types. A field that stands twice is refused: two readers
    could take different ones."""
    try:
        return model.model_validate(json.loads(body, object_pairs_hook=_once))
    except ValidationError as error:
        names = ".".join(["body", *(str(part) for part in error.errors()[0]["loc"])])
        raise ServiceError(ServiceCode.PARAMETER_INVALID, name=shown(names)) from None
    except (ValueError, RecursionError):
        raise ServiceError(ServiceCode.REQUEST_INVALID) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError
    return fields


Responses = dict[int | str, dict[str, Any]]


def body_of(media_types: list[str], schema: dict[str, Any]) -> dict[str, Any]:
    """A body for the OpenAPI page."""
    content = {name: {"schema": schema} for name in media_types}
    return {"requestBody": {"required": True, "content": content}}


def problems(texts: dict[int, str]) -> Responses:
    """The problem documents that a route may answer with, by status."""
    return {
        status: {"model": ProblemDocument, "description": text} for status, text in texts.items()
    }


COMMON = problems(
    {
        400: "The request is malformed.",
        401: "Credentials are missing, or are not valid.",
        403: "These credentials do not allow this.",
        408: "The body was sent too slowly.",
        413: "The body is too long.",
        422: "Parameters or data are wrong; all problems are listed.",
        429: "Too many requests of this caller.",
        503: "The service is busy.",
    }
)
