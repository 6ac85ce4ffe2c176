"""Checks of photos and signature samples."""

from __future__ import annotations

import json
from typing import Any

import qujat
from fastapi import APIRouter

from service.clock import TheTime
from service.desk import TheDesk
from service.gate import PortalCaller
from service.language import TheLanguage
from service.routes import COMMON, Body, body_of
from service.routes.schemas import IMAGE
from service.views import CheckView, ReportView

router = APIRouter(prefix="/v1", tags=["pictures"], responses=COMMON)
_IMAGES = body_of(["image/jpeg", "image/png"], IMAGE)


@router.post("/photo-checks", summary="Check a photo", openapi_extra=_IMAGES)
def check_photo(
    caller: PortalCaller, desk: TheDesk, now: TheTime, language: TheLanguage, photo: Body
) -> ReportView:
    """Checks a photo, JPEG or PNG, sent as it is. A photo that is not accepted is no error: the
    report says what is wrong with it and what the applicant can do. Nothing is stored."""
    del caller
    return report_view(desk.rules.check_photo(photo, now.today), desk.rules, language)


@router.post("/signature-checks", summary="Check a signature sample", openapi_extra=_IMAGES)
def check_signature(
    caller: PortalCaller, desk: TheDesk, now: TheTime, language: TheLanguage, signature: Body
) -> ReportView:
    """Checks a picture of a signature, JPEG or PNG, sent as it is. Nothing is stored."""
    del caller
    return report_view(desk.rules.check_signature(signature, now.today), desk.rules, language)


def report_view(
    report: qujat.PhotoReport | qujat.SignatureReport,
    rules: qujat.Rulebook,
    language: qujat.Language,
) -> ReportView:
    """A report with the texts of its checks."""
    plain: dict[str, Any] = json.loads(report.to_json())
    checks = [
        CheckView(
            kind=check.kind,
            verdict=check.verdict,
            code=check.reason.code,
            message=rules.text(check.reason, language),
            measured=check.measured,
            unit=check.unit,
            limits=described["limits"],
        )
        for check, described in zip(report.checks, plain["checks"], strict=True)
    ]
    return ReportView(
        verdict=report.verdict,
        profile=report.profile,
        edition=report.edition,
        file=plain["file"],
        checks=checks,
        face=plain.get("face"),
        crop=plain.get("crop"),
        ink=plain.get("ink"),
    )
