"""The answers of the service, as the OpenAPI page documents them. Amounts are decimal strings."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import qujat
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from service import numbers

Time = Annotated[str, Field(description="Civil time in Kazakhstan.", examples=["09:30"])]
Amount = Annotated[str, Field(description="Tenge.", examples=["865.00"], pattern=r"^\d+(\.\d+)?$")]
Document = Annotated[dict[str, Any], PlainSerializer(lambda value: value)]


class SmsView(BaseModel):
    """An SMS, with its length as the operator counts it."""

    text: str
    encoding: qujat.SmsEncoding
    units: int
    segments: int = Field(description="How many SMS it takes.")


class EmailView(BaseModel):
    """An e-mail: the same as text and as HTML."""

    subject: str
    text: str
    html: str


class PushView(BaseModel):
    """A message of the mobile app."""

    title: str
    body: str


class NoticeView(BaseModel):
    """A notice by all channels, in the language of the application."""

    kind: qujat.NoticeKind
    language: qujat.Language
    sms: SmsView
    email: EmailView
    push: PushView


class StateView(BaseModel):
    """Where an application stands."""

    number: str = Field(examples=["K7Q29-XJM4T-8WPN3"], pattern=numbers.PATTERN)
    state: qujat.State
    next_events: list[qujat.ActionKind] = Field(description="What may happen next.")
    receiving: qujat.Receiving
    due: Amount = Field(description="What was to be paid at the filing, in tenge.")
    ticket: str | None = Field(description="Since the registration.")
    centre: str | None = Field(description="Where the card lies, once it is ready.")
    filed_on: date
    ready_on: date = Field(description="The day by which the card is ready.")
    verified: bool = Field(description="Whether the state register was asked: here never.")


class SlotView(BaseModel):
    """A time at which a card can be picked up."""

    day: date
    time: Time
    free: int = Field(description="Free places, at least 1.")


class SlotsView(BaseModel):
    """The free slots of a centre."""

    centre: str
    slots: list[SlotView]


class BookingWish(BaseModel):
    """The slot that is wanted."""

    model_config = ConfigDict(extra="forbid")

    centre: str = Field(examples=["astana-1"])
    day: date
    time: Time = Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")


class BookingView(BaseModel):
    """When and where a card is picked up."""

    number: str
    centre: str
    name: str = Field(description="The centre's name in the language asked for.")
    address: str
    day: date
    time: Time


class CentreView(BaseModel):
    """A service centre, with its distance."""

    centre: str
    metres: int
    name: str
    address: str
    latitude: float
    longitude: float


class LineView(BaseModel):
    """A line of a quote: `amount` is `rate` times `base`, or zero by the exemption."""

    code: str
    text: str
    amount: Amount
    base: Annotated[Amount | None, Field(description="None where nothing is charged.")]
    rate: str
    exemption: str | None
    source: str | None


class QuoteView(BaseModel):
    """What is to be paid, and why."""

    on: date
    edition: str
    currency: qujat.Currency
    total: Amount
    lines: list[LineView]
    warnings: list[str]


class CheckView(BaseModel):
    """One check of a picture, with the figure measured and the rulebook's limits for it."""

    kind: str
    verdict: str = Field(description="`pass`, `warn`, `fail` or `not_checked`.")
    code: str
    message: str
    measured: int | None
    unit: str
    limits: Document | None


class ReportView(BaseModel):
    """The report on a photo or on a signature sample."""

    verdict: str = Field(description="All checks together.")
    profile: str
    edition: str
    file: Document | None = Field(description="What the file is, if it is accepted.")
    checks: list[CheckView]
    face: Document | None = Field(description="Where the face is, in pixels; of photos.")
    crop: Document | None = Field(description="A better cut, if there is one; of photos.")
    ink: Document | None = Field(description="The box around the ink; of signature samples.")


class FiguresView(BaseModel):
    """How the service as a whole was rated."""

    count: int
    distribution: list[int] = Field(description="How many gave 1, 2, 3, 4 and 5.")
    mean: str | None
    csat_percent: str | None = Field(description="The share of 4 and 5.")


class GroupView(BaseModel):
    """Feedback of one period, channel and region."""

    period: str = Field(examples=["2026-02"])
    channel: qujat.Channel
    region: qujat.Region | None
    figures: FiguresView


class SummaryView(BaseModel):
    """Feedback in figures: in all, and by period, channel and region."""

    total: FiguresView
    groups: list[GroupView]


class RulebookView(BaseModel):
    """The rules in force."""

    edition: str
    title: str
    example: bool = Field(description="Always true: the overlay is no official document.")
    pilot_first_day: date
    pilot_last_day: date
    today: date
    version: str = Field(description="Of the library.")


class CodeView(BaseModel):
    """What a code means."""

    code: str
    area: str
    severity: str
    meaning: str


class HealthView(BaseModel):
    """That the process works."""

    status: str


class ReadyView(BaseModel):
    """That requests can be served."""

    status: str
    now: datetime


class LocalView(BaseModel):
    """A text in the three languages."""

    kk: str
    ru: str
    en: str


class FaultStatementView(BaseModel):
    """What a service centre can be shown of a technical fault."""

    number: str | None = Field(examples=["K7Q29-XJM4T-8WPN3"])
    begins: datetime
    ends: datetime
    duration_seconds: int
    channels: list[qujat.Channel]
    references: list[str] = Field(description="The operator's names for the faults in it.")
    day: date = Field(description="The civil day of the attempt.")
    renewable_online: bool | None = Field(
        description="Whether the card could be renewed online on that day, if its expiry is known."
    )
    texts: LocalView = Field(description="All of it, to be printed or shown.")


class PaperRightView(BaseModel):
    """Whether a technical fault allows filing on paper."""

    paper: bool
    text: str = Field(description="What it says to the applicant.")
    source: str | None
    statement: FaultStatementView | None
    notice: NoticeView | None = Field(description="What to send; nothing without the right.")


def notice_view(notice: qujat.Notice) -> NoticeView:
    """A notice as it is sent."""
    return NoticeView.model_validate_json(notice.to_json())


def minutes(time: Any) -> str:
    """A time of day as everybody writes it."""
    return f"{time:%H:%M}"
