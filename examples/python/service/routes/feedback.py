"""Opinions on the service."""

from __future__ import annotations

import qujat
from fastapi import APIRouter

from service import sums
from service.clock import TheTime
from service.desk import TheDesk
from service.gate import OfficeCaller, PortalCaller
from service.language import TheLanguage
from service.routes import COMMON, Body, body_of, problems
from service.routes.schemas import FEEDBACK
from service.views import FiguresView, GroupView, SummaryView

router = APIRouter(prefix="/v1", tags=["feedback"], responses=COMMON)


@router.post(
    "/feedback",
    summary="Leave feedback",
    status_code=204,
    openapi_extra=body_of(["application/json"], FEEDBACK),
    responses=problems({404: "There is no such application."}),
)
def leave(
    caller: PortalCaller, desk: TheDesk, now: TheTime, language: TheLanguage, feedback: Body
) -> None:
    """Stores ratings and texts, about an application or anonymous, and adds the ratings up."""
    del language
    sums.add(desk, now, caller, feedback)


@router.get("/feedback/summary", summary="Feedback in figures")
def summary(
    caller: OfficeCaller,
    desk: TheDesk,
    language: TheLanguage,
    length: qujat.PeriodLength = qujat.PeriodLength.MONTH,
) -> SummaryView:
    """Count, distribution, mean and the share of 4 and 5, by period, channel and region."""
    del caller, language
    with desk.store.reading() as session:
        summaries = sums.summaries(session, length)
    groups = [
        GroupView(
            period=str(group.period),
            channel=group.channel,
            region=group.region,
            figures=_figures(group.summary),
        )
        for group in summaries.groups()
    ]
    return SummaryView(total=_figures(summaries.total()), groups=groups)


def _figures(summary: qujat.FeedbackSummary) -> FiguresView:
    figures = summary.figures(qujat.FeedbackAspect.OVERALL)
    return FiguresView(
        count=figures.count,
        distribution=figures.distribution,
        mean=figures.mean,
        csat_percent=figures.csat_percent,
    )
