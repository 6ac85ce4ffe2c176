"""The service's health and its metrics, for its operator."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from service import readiness
from service.clock import instant
from service.desk import TheDesk
from service.gate import MonitorCaller
from service.problems import ServiceError
from service.routes import COMMON, problems
from service.texts import ServiceCode
from service.views import HealthView, ReadyView

_NOT_READY = problems({503: "Something that requests need does not work."})
router = APIRouter(tags=["operation"])


@router.get("/v1/health", summary="Whether the process works")
async def health() -> HealthView:
    """Answers as long as the process does, whatever else is wrong: if it does not answer, start it
    again. Needs no credentials."""
    return HealthView(status="ok")


@router.get("/v1/ready", summary="Whether requests can be served", responses=_NOT_READY)
def ready(desk: TheDesk, at: Annotated[datetime, Depends(instant)]) -> ReadyView:
    """Answers if the database can be written and the rulebook covers today: if it does not, send no
    requests here. Needs no credentials."""
    if not readiness.is_ready(desk, at):
        raise ServiceError(ServiceCode.NOT_READY)
    return ReadyView(status="ready", now=at)


@router.get(
    "/metrics",
    summary="Metrics",
    response_class=Response,
    responses={
        **COMMON,
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
    },
)
def metrics(caller: MonitorCaller, desk: TheDesk) -> Response:
    """The metrics of this process, in Prometheus' format. They name nobody."""
    del caller
    return Response(desk.metrics.text(), media_type="text/plain; version=0.0.4")
