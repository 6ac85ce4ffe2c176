"""The routes, all under `/v1`.

They are no coroutines: they run in threads, and so do the checks of pictures, for which the library
releases the interpreter's lock. Bodies are read beforehand by the loop.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request

from service.problems import ProblemDocument


async def _body(request: Request) -> bytes:
    return await request.body()


Body = Annotated[bytes, Depends(_body)]
"""The body as it was sent: what it says is read by the library."""

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
        413: "The body is too long.",
        422: "Parameters or data are wrong; all problems are listed.",
    }
)
