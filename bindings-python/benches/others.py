"""What a good team would write with well-known libraries, tuned where that costs no clarity."""

from __future__ import annotations

import datetime
import io
import re
from functools import lru_cache
from typing import Annotated, Literal, NamedTuple

import holidays
import jinja2
import phonenumbers
from email_validator import validate_email
from PIL import Image, ImageStat
from pydantic import AfterValidator, BaseModel, Field


class Answer(NamedTuple):
    """A decision."""

    eligible: bool
    days_left: int
    reasons: tuple[str, ...]


class Eligibility:
    """The checks of the service, by hand."""

    __slots__ = ("first", "last")

    def __init__(self) -> None:
        self.first = datetime.date(2025, 5, 28)
        self.last = datetime.date(2026, 2, 28)

    def decide(
        self, document: str, ground: str, expires_on: datetime.date, today: datetime.date
    ) -> Answer:
        """All failing checks, in order."""
        reasons = []
        if document != "identity_card":
            reasons.append("DOCUMENT_NOT_ONLINE")
        if ground != "expiry":
            reasons.append("GROUND_NOT_ONLINE")
        if today < self.first:
            reasons.append("PILOT_NOT_STARTED")
        elif today > self.last:
            reasons.append("PILOT_ENDED")
        days_left = (expires_on - today).days
        if days_left > 30:
            reasons.append("TOO_EARLY")
        elif days_left < -10:
            reasons.append("TOO_LATE")
        return Answer(not reasons, days_left, tuple(reasons))


FIRST = tuple(range(1, 12))
SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)


def check_iin(text: str) -> str:
    """Twelve ASCII digits, a birth date, and the check digit."""
    if len(text) != 12 or not (text.isascii() and text.isdigit()):
        raise ValueError("IIN_FORMAT")
    digits = [int(digit) for digit in text]
    if digits[4] in (4, 5, 6):
        raise ValueError("IIN_IS_BIN")
    century = {1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000}.get(digits[6])
    if century is None:
        raise ValueError("IIN_CENTURY")
    datetime.date(century + int(text[:2]), int(text[2:4]), int(text[4:6]))
    control = sum(d * w for d, w in zip(digits, FIRST)) % 11
    if control == 10:
        control = sum(d * w for d, w in zip(digits, SECOND)) % 11
    if control != digits[11]:
        raise ValueError("IIN_CHECK_DIGIT")
    return text


def check_phone(text: str) -> str:
    """A mobile number of Kazakhstan, as E.164."""
    number = phonenumbers.parse(text, "KZ")
    if phonenumbers.region_code_for_number(number) != "KZ":
        raise ValueError("PHONE_NOT_KAZAKHSTAN")
    if phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.MOBILE:
        raise ValueError("PHONE_NOT_MOBILE")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def check_email(text: str) -> str:
    """An address; nothing is asked of the network."""
    # The examples' domain is reserved for documentation.
    return validate_email(text, check_deliverability=False, test_environment=True).normalized


NAME = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+(?:[ '’-][А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+)*")


def check_name(text: str) -> str:
    """Cyrillic letters of Kazakh and Russian."""
    if not NAME.fullmatch(text):
        raise ValueError("NAME_CHARACTER")
    return text


Name = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(check_name)]


class Card(BaseModel):
    """The card that expires."""

    number: Annotated[str, Field(pattern=r"^\d{9}$")]
    expires_on: datetime.date


class Applicant(BaseModel):
    """Who applies."""

    iin: Annotated[str, AfterValidator(check_iin)]
    surname: Name
    given_name: Name
    patronymic: Name | None = None
    phone: Annotated[str, AfterValidator(check_phone)]
    email: Annotated[str, AfterValidator(check_email)]


class Identification(BaseModel):
    """How the applicant was identified."""

    kind: Literal["digital_signature", "sms_code", "digital_id"]
    reference: Annotated[str, Field(min_length=1, max_length=200)]


class Spot(BaseModel):
    """A place on the map."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


class Receiving(BaseModel):
    """Pickup, near a place."""

    method: Literal["pickup", "delivery"]
    near: Spot | None = None


class Form(BaseModel):
    """The application."""

    number: Annotated[str, Field(min_length=1, max_length=64)]
    language: Literal["kk", "ru", "en"]
    channel: Literal["portal", "mobile_app"]
    document: Literal["identity_card", "passport"]
    ground: Literal["expiry", "loss", "damage", "name_change", "first_issue"]
    card: Card
    applicant: Applicant
    identification: Identification
    photo: Annotated[str, Field(min_length=1, max_length=200)]
    signature: Annotated[str, Field(min_length=1, max_length=200)]
    receiving: Receiving


def validate(form: bytes) -> Form:
    """Reads and checks the form."""
    return Form.model_validate_json(form)


HOLIDAYS = holidays.country_holidays("KZ", years=range(2024, 2028))


def ready_on(filed_on: datetime.date) -> datetime.date:
    """The fifteenth working day after filing."""
    return HOLIDAYS.get_nth_working_day(filed_on, 15)


ENVIRONMENT = jinja2.Environment(autoescape=False, undefined=jinja2.StrictUndefined)
ESCAPING = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
SMS = ENVIRONMENT.from_string(
    "Жеке куәлік дайын. Удостоверение {{ number }} готово: {{ day }} в {{ time }}, {{ centre }}."
)
SUBJECT = ENVIRONMENT.from_string("Удостоверение личности готово: заявление {{ number }}")
TEXT = ENVIRONMENT.from_string(
    "Здравствуйте!\n\nУдостоверение личности по заявлению {{ number }} готово.\n"
    "Получите его {{ day }} в {{ time }}: {{ centre }}, {{ address }}.\n\n"
    "Возьмите с собой прежнее удостоверение.\n"
)
HTML = ESCAPING.from_string(
    "<!DOCTYPE html><html lang='ru'><body><p>Здравствуйте!</p>"
    "<p>Удостоверение личности по заявлению <b>{{ number }}</b> готово.</p>"
    "<p>Получите его {{ day }} в {{ time }}: {{ centre }}, {{ address }}.</p>"
    "<p>Возьмите с собой прежнее удостоверение.</p></body></html>"
)
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("^{}\\[~]|€\f")


def segments(text: str) -> int:
    """How many short messages a text takes."""
    letters = set(text)
    if letters <= GSM_7 | EXTENSION:
        units = len(text) + sum(text.count(letter) for letter in letters & EXTENSION)
        return 1 if units <= 160 else -(-units // 153)
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= 70 else -(-units // 67)


@lru_cache
def written(day: datetime.date) -> str:
    """The day in Russian."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} года"


def notice(day: datetime.date) -> tuple[str, str, str, int, str]:
    """SMS, subject, text, segments, HTML."""
    data = {
        "number": "2026-000101",
        "day": written(day),
        "time": "09:30",
        "centre": "ЦОН № 1",
        "address": "Достық 1, Астана",
    }
    sms = SMS.render(data)
    return sms, SUBJECT.render(data), TEXT.render(data), segments(sms), HTML.render(data)


def jpeg() -> bytes:
    """A soft picture with some noise, 600 × 800: as large as a photo of a document."""
    noise = Image.effect_noise((600, 800), 24).convert("RGB")
    gradient = Image.linear_gradient("L").resize((600, 800)).convert("RGB")
    file = io.BytesIO()
    Image.blend(noise, gradient, 0.6).save(file, "JPEG", quality=90)
    return file.getvalue()


def photo_statistics(data: bytes) -> tuple[tuple[int, int], list[float], list[float]]:
    """Size, means and deviations."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    statistics = ImageStat.Stat(image)
    return image.size, statistics.mean, statistics.stddev
