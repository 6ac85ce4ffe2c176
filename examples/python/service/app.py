"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from service import problems
from service.desk import Desk
from service.guards import BodyLimit, RequestLog
from service.routes import applications, feedback, fees, images, pickup, rulebook
from service.settings import Settings

DESCRIPTION = """
Files applications for the online renewal of Kazakhstan identity cards, with the library `qujat`.

**An example.** Its rulebook extends the pilot by no official act, its service centres are invented,
and nobody is identified.

- Days are civil days in Kazakhstan. Amounts are decimal strings, in tenge.
- Whatever goes wrong is an `application/problem+json` document (RFC 9457) with a stable code, the
  place as a JSON pointer, parameters, and a message in the language of `lang` or `Accept-Language`:
  Kazakh, Russian or English.
"""


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service with these settings, by default those of the environment."""
    settings = settings or Settings.from_environment()
    desk = Desk.open(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.store.close()

    app = FastAPI(
        title="Renewal of identity cards: an example",
        version="1",
        description=DESCRIPTION,
        lifespan=lifespan,
    )
    app.state.desk = desk
    app.add_middleware(BodyLimit, limit=settings.max_body)
    app.add_middleware(RequestLog)
    problems.install(app)
    for module in (images, applications, pickup, fees, feedback, rulebook):
        app.include_router(module.router)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _openapi(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, in which problem documents have their own media type."""
    if app.openapi_schema is None:
        app.openapi_schema = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            routes=app.routes,
        )
        for path in app.openapi_schema["paths"].values():
            for operation in path.values():
                for status, response in operation["responses"].items():
                    if status >= "400":
                        schema = response["content"].pop("application/json")
                        response["content"] = {problems.MEDIA_TYPE: schema}
    return app.openapi_schema
