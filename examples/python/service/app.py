"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.formparsers import MultiPartParser

from service import problems
from service.credentials import Credentials
from service.desk import Desk
from service.gate import AnyCaller, Gate
from service.guards import BodyLimit, Watch
from service.routes import (
    applications,
    faults,
    feedback,
    fees,
    images,
    operation,
    pickup,
    rulebook,
)
from service.settings import Settings

DESCRIPTION = """
Files applications for the online renewal of Kazakhstan identity cards, with the library `qujat`.

**An example.** Its rulebook extends the pilot by no official act, its service centres are invented,
and nobody is identified.

- Every request but those for `/v1/health` and `/v1/ready` needs credentials: a token, as
  `authorization: Bearer …`, or a certificate that a proxy has verified. A caller is a portal, the
  back office, or who watches the service.
- Days are civil days in Kazakhstan. Amounts are decimal strings, in tenge.
- Whatever goes wrong is an `application/problem+json` document (RFC 9457) with a stable code, the
  place as a JSON pointer, parameters, and a message in the language of `lang` or `Accept-Language`:
  Kazakh, Russian or English.
"""


# The library reads forms of at most 64 KiB.
_MOST_OF_A_FORM = 128 << 10


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service with these settings, by default those of the environment."""
    settings = settings or Settings.from_environment()
    credentials = Credentials.read(settings.credentials) if settings.credentials else None
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
        # The pages that would show the document load their scripts from elsewhere.
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        form_limits={"max_files": 4, "max_fields": 4, "max_part_size": _MOST_OF_A_FORM},
    )
    app.state.desk = desk
    # Uploads stay in memory: a temporary file would hold them in plain.
    MultiPartParser.spool_max_size = settings.max_body
    app.add_middleware(BodyLimit, limit=settings.max_body, seconds=settings.body_seconds)
    app.add_middleware(Gate, settings=settings, credentials=credentials)
    app.add_middleware(Watch, metrics=desk.metrics, https=settings.https)
    problems.install(app)
    for module in (images, applications, pickup, fees, faults, feedback, rulebook, operation):
        app.include_router(module.router)

    @app.get("/openapi.json", include_in_schema=False)
    def openapi(caller: AnyCaller) -> dict[str, Any]:
        del caller
        return app.openapi()

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
