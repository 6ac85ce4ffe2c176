"""What people think of the service."""

from __future__ import annotations

import qujat
from fastapi import APIRouter
from sqlalchemy import select

from service.clock import TheTime
from service.desk import TheDesk
from service.language import TheLanguage
from service.problems import ServiceError
from service.routes import COMMON, Body, body_of
from service.routes.schemas import FEEDBACK
from service.storage import FiledForm, StoredFeedback
from service.texts import ServiceCode
from service.views import FiguresView, GroupView, SummaryView

router = APIRouter(prefix="/v1", tags=["feedback"], responses=COMMON)


@router.post(
    "/feedback",
    summary="Leave feedback",
    status_code=204,
    openapi_extra=body_of(["application/json"], FEEDBACK),
)
def leave(desk: TheDesk, now: TheTime, language: TheLanguage, feedback: Body) -> None:
    """Stores ratings and texts, about an application or anonymous."""
    del language
    read = desk.rules.read_feedback(feedback, now.today)
    with desk.store.writing() as session:
        if read.application is not None and session.get(FiledForm, read.application) is None:
            raise ServiceError(ServiceCode.APPLICATION_UNKNOWN, "/application")
        session.add(StoredFeedback(read.to_json()))


@router.get("/feedback/summary", summary="Feedback in figures")
def summary(
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    length: qujat.PeriodLength = qujat.PeriodLength.MONTH,
) -> SummaryView:
    """Count, distribution, mean and the share of 4 and 5, by period, channel and region."""
    del language
    limits_day, summaries = now.today, qujat.FeedbackSummaries()
    with desk.store.reading() as session:
        for body in session.scalars(select(StoredFeedback.json)):
            summaries.add(desk.rules.read_feedback(body, limits_day), length)
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
