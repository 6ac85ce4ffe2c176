"""Feedback, and its figures: added up when it comes, so that no summary reads it again. A sum says
how often each rating was given, which no later scale changes."""

from __future__ import annotations

import json
import secrets

import qujat
from sqlalchemy import select
from sqlalchemy.orm import Session

from service import filing, vault
from service.clock import Now
from service.credentials import Caller
from service.desk import Desk
from service.problems import ServiceError
from service.storage import FeedbackSum, StoredFeedback
from service.texts import ServiceCode

KAZAKHSTAN = 300
"""Minutes from UTC: the days of feedback are those of Kazakhstan."""


def add(desk: Desk, now: Now, caller: Caller, body: bytes) -> None:
    """Stores feedback, and adds its ratings to the sums of its day and of its month."""
    feedback = desk.rules.read_feedback(body, now.today)
    day = desk.rules.civil_time(feedback.at).day
    if feedback.at > now.instant + filing.TOLERANCE or day < desk.rules.pilot[0].first:
        raise ServiceError(ServiceCode.FEEDBACK_OUT_OF_RANGE, "/at")
    name = secrets.token_hex(8)
    with desk.store.writing() as session:
        if feedback.application is not None:
            try:
                filing.read(desk, session, feedback.application, caller)
            except ServiceError as error:
                raise ServiceError(error.code, "/application") from None
        sealer = desk.vault.of_or_new(session, vault.of_day(day.isoformat()))
        sealed = sealer.seal(f"feedback.json.{name}", feedback.to_json())
        session.add(StoredFeedback(name, day, desk.archived.digest, sealed))
        for length in qujat.PeriodLength:
            _add_up(session, feedback, length)
    desk.metrics.feedback.inc()


def summaries(session: Session, length: qujat.PeriodLength) -> qujat.FeedbackSummaries:
    """The sums of all days, or of all months."""
    rows = session.scalars(select(FeedbackSum).where(FeedbackSum.length == length.value))
    groups = [
        {
            "period": row.period,
            "channel": row.channel,
            "region": row.region or None,
            "summary": json.loads(row.summary),
        }
        for row in rows
    ]
    return qujat.FeedbackSummaries.from_json(json.dumps({"groups": groups}))


def _add_up(session: Session, feedback: qujat.Feedback, length: qujat.PeriodLength) -> None:
    alone = qujat.FeedbackSummaries()
    alone.add(feedback, length, utc_offset_minutes=KAZAKHSTAN)
    for group in alone.groups():
        place = (length.value, str(group.period), group.channel.value, group.region.value if group.region else "")
        row = session.get(FeedbackSum, place)
        if row is None:
            session.add(FeedbackSum(*place, group.summary.to_json()))
        else:
            so_far = qujat.FeedbackSummary.from_json(row.summary)
            row.summary = so_far.merge(group.summary).to_json()
