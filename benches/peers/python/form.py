"""The form and its fields, with pydantic, email-validator and phonenumbers."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

import phonenumbers
from email_validator import validate_email
from pydantic import AfterValidator, BaseModel, Field

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
    """The applicant."""

    iin: Annotated[str, AfterValidator(check_iin)]
    surname: Name
    given_name: Name
    patronymic: Name | None = None
    phone: Annotated[str, AfterValidator(check_phone)]
    email: Annotated[str, AfterValidator(check_email)]


class Identification(BaseModel):
    """The identification of the applicant."""

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
