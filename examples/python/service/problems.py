"""Problem documents after RFC 9457, in the caller's language."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Sequence
from http import HTTPStatus

import qujat
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException

from service.desk import desk_of
from service.language import language_of
from service.texts import MESSAGES, REFUSED, STATUS, TITLES, ServiceCode
from service.views import NoticeView, notice_view

log = logging.getLogger("service")

MEDIA_TYPE = "application/problem+json"

# Everything else that the rules object to is a matter of the data.
_STATUS_OF_RULES = {
    qujat.Code.NO_FREE_SLOT: HTTPStatus.CONFLICT,
    qujat.Code.EVENT_NOT_ALLOWED: HTTPStatus.CONFLICT,
    qujat.Code.EVENT_OUT_OF_ORDER: HTTPStatus.CONFLICT,
    qujat.Code.EVENT_ID_REUSED: HTTPStatus.CONFLICT,
    qujat.Code.PAYMENT_MISMATCH: HTTPStatus.CONFLICT,
    qujat.Code.JSON_TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
}
_CODES_OF_HTTP = {
    404: ServiceCode.ROUTE_UNKNOWN,
    405: ServiceCode.METHOD_NOT_ALLOWED,
    408: ServiceCode.BODY_TOO_SLOW,
    413: ServiceCode.BODY_TOO_LARGE,
}


# The library shows no such names in its own places. That of an unknown parameter is typed text, too; it
# may be an IIN or an address.
_HARMLESS = re.compile(r"(?!(?:[^0-9]*[0-9]){6})[A-Za-z0-9_.-]{0,64}")


class ProblemView(BaseModel):
    """One problem: what it is, where, and what to tell the citizen."""

    code: str = Field(description="Stable, in capitals.", examples=["IIN_CHECK_DIGIT"])
    severity: str = Field(description="`error`, `refusal`, `warning` or `info`.")
    pointer: str = Field(
        description="An RFC 6901 JSON pointer; empty for the whole.", examples=["/applicant/iin"]
    )
    params: dict[str, str | int] = Field(description="Figures and dates that belong to the code.")
    source: str | None = Field(description="The rulebook's source of the rule.")
    message: str = Field(description="In the language asked for.")


class ProblemDocument(BaseModel):
    """What went wrong, after RFC 9457. `code`, `pointer` and `params` are the first problem's."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "/v1/codes/EVENT_NOT_ALLOWED",
                    "title": "Not possible in the present state",
                    "status": 409,
                    "detail": "In the state “filed” the event “issued” is not possible.",
                    "code": "EVENT_NOT_ALLOWED",
                    "pointer": "",
                    "params": {"event": "issued", "state": "filed"},
                    "problems": [],
                    "notices": [],
                }
            ]
        }
    )
    type: str = Field(description="A relative reference to what the code means.")
    title: str
    status: int
    detail: str
    code: str
    pointer: str
    params: dict[str, str | int]
    problems: list[ProblemView] = Field(description="All problems, the leading one first.")
    notices: list[NoticeView] = Field(description="What a refused applicant is sent.")


class ServiceError(Exception):
    """Something that the service itself objects to."""

    def __init__(self, code: ServiceCode, pointer: str = "", **params: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.pointer = pointer
        self.params = params


class NotFiled(Exception):
    """An assessment with which nothing can be filed."""

    def __init__(self, assessment: qujat.Assessment) -> None:
        super().__init__(assessment.outcome.value)
        self.assessment = assessment


def shown(name: str) -> str:
    """The name of a parameter of the service's own, unless it could be personal data."""
    return name if _HARMLESS.fullmatch(name) else "<unknown>"


def problem_views(
    problems: Sequence[qujat.Problem], rules: qujat.Rulebook, language: qujat.Language
) -> list[ProblemView]:
    """Problems of the rules with their texts."""
    return [
        ProblemView(
            code=problem.code,
            severity=problem.severity,
            pointer=problem.pointer,
            params=json.loads(problem.params.to_json()),
            source=problem.source,
            message=rules.text(problem, language),
        )
        for problem in problems
    ]


def all_problems(assessment: qujat.Assessment) -> list[qujat.Problem]:
    """Why it was refused, and everything wrong with the form; warnings come last."""
    refusal = assessment.decision.why() if assessment.decision else []
    problems = [reason.at("") for reason in refusal] + assessment.problems
    return sorted(problems, key=lambda problem: not problem.is_blocking)


def document(
    status: HTTPStatus,
    problems: list[ProblemView],
    language: qujat.Language,
    *,
    title: str | None = None,
    detail: str | None = None,
    notices: Sequence[NoticeView] = (),
) -> Response:
    """A problem document about at least one problem."""
    first = problems[0]
    body = ProblemDocument(
        type=f"/v1/codes/{first.code}",
        title=title or TITLES[status].get(language),
        status=status,
        detail=detail or first.message,
        code=first.code,
        pointer=first.pointer,
        params=first.params,
        problems=problems,
        notices=list(notices),
    )
    headers = {"content-language": language.value}
    return Response(body.model_dump_json(), status, headers, MEDIA_TYPE)


def own_document(error: ServiceError, language: qujat.Language) -> Response:
    """A problem document about something of the service's own."""
    view = ProblemView(
        code=error.code.value,
        severity="error",
        pointer=error.pointer,
        params=error.params,
        source=None,
        message=MESSAGES[error.code].get(language),
    )
    return document(STATUS[error.code], [view], language)


def install(app: FastAPI) -> None:
    """Makes problem documents of all that is raised."""

    @app.exception_handler(ServiceError)
    def own(request: Request, error: ServiceError) -> Response:
        return own_document(error, language_of(request))

    @app.exception_handler(qujat.Error)
    def of_rules(request: Request, error: qujat.Error) -> Response:
        language = language_of(request)
        status = _STATUS_OF_RULES.get(error.code, HTTPStatus.UNPROCESSABLE_ENTITY)
        if error.code == qujat.Code.CENTRE_UNKNOWN and "centre" in request.path_params:
            status = HTTPStatus.NOT_FOUND
        views = problem_views(error.problems, desk_of(request).rules, language)
        return document(status, views, language)

    @app.exception_handler(NotFiled)
    def not_filed(request: Request, error: NotFiled) -> Response:
        language, assessment = language_of(request), error.assessment
        rules = desk_of(request).rules
        views = problem_views(all_problems(assessment), rules, language)
        title = detail = None
        if assessment.outcome == qujat.AssessmentOutcome.REFUSED and assessment.decision:
            title = REFUSED.get(language)
            detail = rules.explain(assessment.decision, language)[0].text
        notices = [notice_view(notice) for notice in assessment.notices]
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return document(status, views, language, title=title, detail=detail, notices=notices)

    @app.exception_handler(RequestValidationError)
    def parameters(request: Request, error: RequestValidationError) -> Response:
        names = ".".join(str(part) for part in error.errors()[0]["loc"])
        names = shown(names)
        wrong = ServiceError(ServiceCode.PARAMETER_INVALID, name=names)
        return own_document(wrong, language_of(request))

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        code = _CODES_OF_HTTP.get(error.status_code, ServiceCode.REQUEST_INVALID)
        response = own_document(ServiceError(code), language_of(request))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(OperationalError)
    @app.exception_handler(NoConnection)
    def busy(request: Request, error: Exception) -> Response:
        name = getattr(getattr(error, "orig", None), "sqlite_errorname", type(error).__name__)
        log.error("the database did not answer: %s", name)
        response = own_document(ServiceError(ServiceCode.BUSY), language_of(request))
        response.headers["retry-after"] = "5"
        return response

    @app.exception_handler(Exception)
    def defect(request: Request, error: Exception) -> Response:
        return own_document(ServiceError(ServiceCode.INTERNAL), language_of(request))
