"""The rules in force, and what codes mean."""

from __future__ import annotations

import qujat
from fastapi import APIRouter

from service.clock import TheTime
from service.desk import TheDesk
from service.gate import AnyCaller
from service.language import TheLanguage
from service.problems import ServiceError
from service.routes import COMMON, problems
from service.texts import MESSAGES, ServiceCode
from service.views import CodeView, RulebookView

router = APIRouter(prefix="/v1", tags=["service"], responses=COMMON)


@router.get("/rulebook", summary="Edition of the rulebook")
def rulebook(caller: AnyCaller, desk: TheDesk, now: TheTime, language: TheLanguage) -> RulebookView:
    """The rules that all answers follow: an example overlay, no official document."""
    del caller
    rules = desk.rules
    return RulebookView(
        edition=rules.name,
        title=rules.title.get(language),
        example=True,
        pilot_first_day=rules.pilot[0].first,
        pilot_last_day=rules.pilot[-1].last,
        today=now.today,
        version=qujat.__version__,
    )


@router.get(
    "/codes/{code}",
    summary="What a code means",
    responses=problems({404: "There is no such code."}),
)
def code(caller: AnyCaller, language: TheLanguage, code: str) -> CodeView:
    """What the type of a problem document refers to."""
    del caller
    if code in list(ServiceCode):
        meaning = MESSAGES[ServiceCode(code)].get(language)
        return CodeView(code=code, area="service", severity="error", meaning=meaning)
    if code not in list(qujat.Code):
        raise ServiceError(ServiceCode.ROUTE_UNKNOWN)
    known = qujat.Code(code)
    return CodeView(code=known, area=known.area, severity=known.severity, meaning=known.meaning)
