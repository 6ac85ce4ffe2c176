"""The amounts to pay."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import qujat
from fastapi import APIRouter, Query

from service.clock import TheTime
from service.desk import TheDesk
from service.gate import AnyCaller
from service.language import TheLanguage
from service.routes import COMMON
from service.views import LineView, QuoteView

router = APIRouter(prefix="/v1", tags=["fees"], responses=COMMON)


@router.get("/fees", summary="Quote the fee")
def fees(
    caller: AnyCaller,
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    document: qujat.DocumentKind = qujat.DocumentKind.IDENTITY_CARD,
    ground: qujat.Ground = qujat.Ground.EXPIRY,
    on: Annotated[date | None, Query(description="The day of filing; by default today.")] = None,
    deliver_to: Annotated[
        qujat.Region | None, Query(description="The region of a delivery.")
    ] = None,
    exemption: Annotated[str | None, Query(description="Such as `disability`.")] = None,
    pages: Annotated[int | None, Query(ge=0, le=1000, description="Of a passport.")] = None,
) -> QuoteView:
    """The state duty and the delivery, each with its base, rate and source."""
    del caller
    rules = desk.rules
    quote = rules.quote(
        qujat.FeeInquiry(
            document,
            ground,
            on or now.today,
            pages=pages,
            exemption=exemption,
            deliver_to=deliver_to,
        )
    )
    lines = [
        LineView(
            code=line.reason.code,
            text=rules.text(line.reason, language),
            amount=str(line.amount),
            base=None if line.base is None else str(line.base),
            rate=str(line.rate),
            exemption=line.exemption,
            source=line.reason.source,
        )
        for line in quote.lines
    ]
    return QuoteView(
        on=quote.on,
        edition=quote.edition,
        currency=quote.currency,
        total=str(quote.total),
        lines=lines,
        warnings=[rules.text(warning, language) for warning in quote.warnings],
    )
