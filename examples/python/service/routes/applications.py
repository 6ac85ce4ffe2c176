"""Filing an application, and its life."""

from __future__ import annotations

import json
from typing import Annotated, Any

import qujat
from fastapi import APIRouter, File, Form, Header, Response
from pydantic import BaseModel, Field

from service import filing
from service.clock import TheTime
from service.desk import TheDesk
from service.gate import AnyCaller, PortalCaller
from service.language import TheLanguage
from service.problems import ProblemView, all_problems, problem_views
from service.routes import COMMON, Body, body_of, problems
from service.routes.images import report_view
from service.routes.schemas import EVENT, FORM_EXAMPLE
from service.views import NoticeView, ReportView, StateView, notice_view

router = APIRouter(prefix="/v1", tags=["applications"], responses=COMMON)

FormPart = Annotated[str, Form(description="The form: JSON text, UTF-8.", examples=[FORM_EXAMPLE])]
PhotoPart = Annotated[bytes, File(description="The photo: JPEG or PNG.")]
SignaturePart = Annotated[bytes, File(description="The signature sample: JPEG or PNG.")]
KeyHeader = Annotated[
    str,
    Header(
        description="Chosen by the caller for each application, at random; the same again when it "
        "sends the same again.",
        pattern=r"^[A-Za-z0-9_-]{16,64}$",
        examples=["8c1f6c1e-3a53-4f3c-9a83-6f9f6f0c2b11"],
    ),
]
_UNKNOWN = problems(
    {
        404: "There is no application with this number.",
        410: "The data of this application were erased.",
    }
)


class AssessmentView(BaseModel):
    """What would come of filing a form now."""

    outcome: qujat.AssessmentOutcome
    problems: list[ProblemView] = Field(description="Why it is refused, and what is wrong.")
    statements: list[str] = Field(description="The decision and its reasons, for the applicant.")
    photo: ReportView | None
    signature: ReportView | None
    notices: list[NoticeView] = Field(description="What would be sent.")
    answer: dict[str, Any] = Field(
        description="Decision, quote, ready date, pickup or delivery, as `qujat` writes them."
    )


@router.post("/assessments", summary="Assess a form without filing it")
def assess(
    caller: PortalCaller,
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    form: FormPart,
    photo: PhotoPart | None = None,
    signature: SignaturePart | None = None,
) -> AssessmentView:
    """Decides, quotes, schedules and checks, as filing would, and stores nothing. A refusal is an
    answer, and so is an invalid form."""
    del caller
    rules = desk.rules
    with desk.store.reading() as session:
        answer = filing.assess(desk, session, now, form, photo, signature)
    plain = json.loads(answer.to_json())
    kept = ("decision", "quote", "ready", "pickup", "delivery")
    return AssessmentView(
        outcome=answer.outcome,
        problems=problem_views(all_problems(answer), rules, language),
        statements=[
            f"{said.text} {said.action}" if said.action else said.text
            for said in rules.explain(answer, language)
        ],
        photo=report_view(answer.photo, rules, language) if answer.photo else None,
        signature=report_view(answer.signature, rules, language) if answer.signature else None,
        notices=[notice_view(notice) for notice in answer.notices],
        answer={name: plain[name] for name in kept},
    )


@router.post(
    "/applications",
    summary="File an application",
    status_code=201,
    responses={
        200: {"model": StateView, "description": "It was filed before: nothing has changed."},
        **problems(
            {
                409: "An application for this IIN is open.",
                422: "It is refused, with the notice to the applicant, or form, photo "
                "or signature have mistakes: all are listed; or the key was used for "
                "another application.",
            }
        ),
    },
)
def file(
    caller: PortalCaller,
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    response: Response,
    form: FormPart,
    photo: PhotoPart,
    signature: SignaturePart,
    idempotency_key: KeyHeader,
) -> StateView:
    """Files an application, and gives it a number; the form has none. Sending the same again with
    the same key is safe: it answers with the state of the application that is there."""
    del language
    request = filing.Request(caller, idempotency_key, form, photo, signature)
    with desk.metrics.filing() as outcome:
        dossier, is_new = filing.file(desk, now, request)
        outcome("filed" if is_new else "repeated")
    response.status_code = 201 if is_new else 200
    response.headers["location"] = f"/v1/applications/{dossier.number}"
    return state_view(dossier)


@router.get("/applications/{number}", summary="State of an application", responses=_UNKNOWN)
def state(caller: AnyCaller, desk: TheDesk, language: TheLanguage, number: str) -> StateView:
    """Where the application stands, and what may happen next."""
    del language
    with desk.store.reading() as session:
        return state_view(filing.read(desk, session, number, caller))


@router.post(
    "/applications/{number}/events",
    summary="Say what happened",
    openapi_extra=body_of(["application/json"], EVENT),
    responses={**_UNKNOWN, **problems({409: "The event is not possible in this state."})},
)
def add_event(
    caller: AnyCaller,
    desk: TheDesk,
    now: TheTime,
    language: TheLanguage,
    number: str,
    event: Body,
) -> StateView:
    """Adds an event, if the state allows it, and writes the notices that it triggers. When the card
    is ready, the first free slot is booked, if none is yet. A portal may say `paid` and
    `withdrawn`; everything else is the back office's."""
    del language
    return state_view(filing.add_event(desk, now, caller, number, event))


@router.get(
    "/applications/{number}/notices", summary="Notices of an application", responses=_UNKNOWN
)
def notices(
    caller: AnyCaller, desk: TheDesk, language: TheLanguage, number: str
) -> list[NoticeView]:
    """All notices so far, as they were sent, in the language of the application."""
    del language
    with desk.store.reading() as session:
        dossier = filing.read(desk, session, number, caller)
        return [NoticeView.model_validate_json(body) for body in filing.notices(session, dossier)]


def state_view(dossier: filing.Dossier) -> StateView:
    """An application as it is shown: without personal data."""
    application = dossier.application
    assert application.state is not None and application.receiving is not None
    return StateView(
        number=dossier.number,
        state=application.state,
        next_events=application.permitted(),
        receiving=application.receiving,
        due=str(application.due),
        ticket=application.ticket,
        centre=application.centre,
        filed_on=dossier.filed_on,
        ready_on=dossier.ready_on,
        verified=False,
    )
