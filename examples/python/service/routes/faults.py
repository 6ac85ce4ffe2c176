"""Technical faults, and filing on paper."""

from __future__ import annotations

import qujat
from fastapi import APIRouter

from service import numbers
from service.clock import TheTime
from service.desk import TheDesk
from service.gate import AnyCaller
from service.language import TheLanguage
from service.routes import COMMON, Body, body_of
from service.routes.schemas import FAULTS
from service.views import FaultStatementView, LocalView, PaperRightView, notice_view

router = APIRouter(prefix="/v1", tags=["faults"], responses=COMMON)


@router.post(
    "/paper-rights",
    summary="Whether a fault allows filing on paper",
    openapi_extra=body_of(["application/json"], FAULTS),
)
def paper_right(
    caller: AnyCaller, desk: TheDesk, now: TheTime, language: TheLanguage, body: Body
) -> PaperRightView:
    """Decides on one attempt and the faults known for that time. With the right come a statement to
    show at a service centre, numbered by the service unless the caller has a number, and the
    notice for the applicant."""
    del caller
    rules = desk.rules
    asked = qujat.FaultQuery.from_json(body)
    query = qujat.FaultQuery(
        asked.attempt,
        asked.faults,
        known_until=asked.known_until,
        number=asked.number or numbers.new(),
        expires_on=asked.expires_on,
    )
    right = rules.paper_right(query)
    data = rules.paper_notice(right)
    notice = None if data is None else rules.notice(data, language, now.today)
    return PaperRightView(
        paper=right.paper,
        text=rules.text(right.reason, language),
        source=right.reason.source,
        statement=None if right.statement is None else _statement(rules, right.statement),
        notice=None if notice is None else notice_view(notice),
    )


def _statement(rules: qujat.Rulebook, statement: qujat.FaultStatement) -> FaultStatementView:
    decision = statement.decision
    texts = {
        language.value: rules.text(statement.reason, language) for language in qujat.Language
    }
    return FaultStatementView(
        number=statement.number,
        begins=statement.from_,
        ends=statement.to,
        duration_seconds=statement.duration_seconds,
        channels=statement.channels,
        references=statement.references,
        day=statement.day,
        renewable_online=(
            None if decision is None else isinstance(decision, qujat.Decision.Eligible)
        ),
        texts=LocalView(**texts),
    )
