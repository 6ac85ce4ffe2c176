"""The schemas that make classes of `qujat` field types of pydantic models; imported when pydantic asks
for it.

`qujat.pydantic` has what is public of it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from pydantic import GetCoreSchemaHandler, ValidationError, ValidationInfo
from pydantic_core import (
    CoreSchema,
    InitErrorDetails,
    PydanticCustomError,
    PydanticKnownError,
    core_schema as core,
)

import qujat
from qujat import ApplicationForm, Language, Problem, Rulebook

Day = datetime.date | Callable[[], datetime.date] | None

# The mask in errors in place of the typed text.
HIDDEN = "***"
# A place in a list: what is longer, or begins with a zero, is the name of a field.
INDEX = re.compile("0|[1-9][0-9]{0,8}")

# Characters, names and values of a form; every form with more is too long as JSON.
LONGEST_FORM = 65_536

# The readers of each text under the rules of a day.
READERS: dict[type, Callable[[Rulebook, str, datetime.date], Any]] = {
    qujat.Iin: lambda rules, text, on: rules.parse_iin(text, on).iin,
    qujat.Phone: Rulebook.parse_phone,
    qujat.EmailAddress: Rulebook.parse_email,
    qujat.PersonName: Rulebook.parse_name,
    qujat.CardNumber: lambda rules, text, on: qujat.CardNumber(text),
    qujat.PassportNumber: lambda rules, text, on: qujat.PassportNumber(text),
}

# Their description in JSON Schema.
FORMATS: dict[type, dict[str, Any]] = {
    qujat.Iin: {"pattern": "^[0-9]{12}$", "examples": ["900101300007"]},
    qujat.Phone: {"examples": ["+77010000001"]},
    qujat.EmailAddress: {"format": "email", "examples": ["serik.ulgiev@example.kz"]},
    qujat.PersonName: {"examples": ["ҮЛГІЕВ"]},
    qujat.CardNumber: {"pattern": "^[0-9]{9}$", "examples": ["012345678"]},
    qujat.PassportNumber: {"pattern": "^N[0-9]{8}$", "examples": ["N12345678"]},
}

# Objects that may stand in the values of a form; their JSON is what a form has there.
PARTS = (
    qujat.Address,
    qujat.Applicant,
    qujat.Identification,
    qujat.ReceivingChoice,
    qujat.Coordinates,
)


class ReadBy:
    """The rulebook, the day and the language by which a field is read.

    It stands next to the type: `Annotated[Phone, ReadBy(rules, on=date.today)]`. The day may be a
    function, which is called whenever a value is read. An argument that is left out has its default:
    the default edition, the last day of its pilot, and English for the texts of errors. The
    validation's context goes before it: `Model.model_validate(data, context={"rulebook": …, "on": …,
    "language": …})`.
    """

    def __init__(
        self,
        rulebook: Rulebook | None = None,
        on: Day = None,
        language: Language | str = Language.EN,
    ) -> None:
        self.rulebook = rulebook
        """The rulebook; `None` for the default edition."""
        self.on = on
        """The day, or a function that tells it; `None` for the last day of the pilot."""
        self.language = Language(language)
        """The language of the texts of errors."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        if source is not ApplicationForm and source not in READERS:
            raise TypeError("ReadBy belongs directly beside a type that qujat reads")
        # The schema that pydantic asks the class for, JSON Schema included, with another reader.
        return cast(CoreSchema, {**handler(source), "function": function(source, self)})

    def within(self, context: Any) -> tuple[Rulebook, datetime.date, Language]:
        """The settings of one validation, whose context may override them."""
        told: Mapping[str, Any] = context if isinstance(context, Mapping) else {}
        rules: Rulebook = told.get("rulebook") or self.rulebook or Rulebook.edition()
        on: Day = told.get("on") or self.on
        try:
            day = on() if callable(on) else on
            return rules, day or rules.pilot[-1].last, Language(told.get("language", self.language))
        except (ValueError, AssertionError) as error:
            # As it is, pydantic would take it for an error of the value, and show that.
            raise RuntimeError("the day or the language to read by cannot be told") from error


def validation_error(
    error: qujat.Error | Sequence[Problem],
    title: str = "qujat",
    *,
    language: Language | str = Language.EN,
    rulebook: Rulebook | None = None,
) -> ValidationError:
    """The problems of an error as pydantic's: each with its code as `type`, its place as `loc`, its
    text as `msg`, and its parameters as `ctx`. `input` is hidden.

    Raised within a validator, it becomes part of the model's own error, at the field's place.
    """
    problems = error.problems if isinstance(error, qujat.Error) else error
    rules = rulebook or Rulebook.edition()
    lines: list[InitErrorDetails] = []
    for problem in problems:
        code, text = problem.code.value, rules.text(problem, language)
        params = dict(problem.params) or None
        kind = PydanticCustomError(code, text, params)  # pyright: ignore[reportArgumentType]
        lines.append({"type": kind, "loc": place(problem.pointer), "input": HIDDEN})
    return ValidationError.from_exception_data(title, lines)


def place(pointer: str) -> tuple[int | str, ...]:
    """A JSON pointer of the core as pydantic's `loc`, which is printed with the error: it shows no name
    that could be a person's."""
    parts = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
    return tuple(int(part) if INDEX.fullmatch(part) else part for part in parts)


def core_schema(cls: type) -> CoreSchema:
    """The schema by which pydantic reads and writes objects of a class: as they are in Python, as
    JSON elsewhere."""
    written = write_form if cls is ApplicationForm else write_text
    return core.with_info_plain_validator_function(
        function(cls, ReadBy())["function"],
        serialization=core.plain_serializer_function_ser_schema(written, when_used="json"),
    )


def function(cls: type, by: ReadBy) -> core.WithInfoValidatorFunctionSchema:
    """The reader of a class."""

    def validate(value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, cls):
            return value
        rules, on, language = by.within(info.context)
        try:
            if cls is ApplicationForm:
                return read_form(value, rules, on)
            return READERS[cls](rules, text_of(value), on)
        except qujat.Error as error:
            hidden = validation_error(error, cls.__name__, language=language, rulebook=rules)
        except PydanticKnownError as error:
            hidden = hidden_error(cls, error.type)
        except (ValueError, AssertionError):
            # pydantic would show the value with it.
            hidden = hidden_error(cls, PydanticCustomError("value_error", "Value error"))
        raise hidden

    return {"type": "with-info", "function": validate}


def hidden_error(cls: type, kind: str | PydanticCustomError) -> ValidationError:
    """An error of one line without what was typed."""
    line: InitErrorDetails = {"type": kind, "input": HIDDEN}
    return ValidationError.from_exception_data(cls.__name__, [line])


def text_of(value: Any) -> str:
    """A text in Unicode."""
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    try:
        str.encode(value)
    except UnicodeEncodeError:
        raise PydanticKnownError("string_unicode") from None
    return value


def read_form(value: Any, rules: Rulebook, on: datetime.date) -> ApplicationForm:
    """A form out of the values of its fields, in the layout of its JSON."""
    try:
        # A value that is too long is refused by its length, so it need not be written out.
        text = json.dumps(value, default=json_of) if is_short(value) else " " * (LONGEST_FORM + 1)
    except (TypeError, ValueError, RecursionError):
        raise PydanticKnownError("dict_type") from None
    validation = rules.validate(text, on)
    if validation.form is None:
        blocking = [problem for problem in validation.problems if problem.is_blocking]
        raise qujat.InputError(blocking)
    return validation.form


def is_short(value: Any) -> bool:
    """`True` if a value has few enough characters, names and values for a form. It may be nested as
    deeply as it likes, or hold itself."""
    left, values = LONGEST_FORM, [value]
    while values and left >= 0:
        value = values.pop()
        left -= 1
        if isinstance(value, int):
            left -= value.bit_length() // 4
        elif isinstance(value, (str, list, tuple, dict)):
            left -= len(value)
            if left >= 0 and isinstance(value, dict):
                values.extend(value)
                values.extend(value.values())
            elif left >= 0 and not isinstance(value, str):
                values.extend(value)
    return left >= 0


def json_of(value: Any) -> Any:
    """The JSON value of an object that may stand in a form."""
    if type(value) is datetime.date:
        return value.isoformat()
    if type(value) in READERS:
        return value.value
    if isinstance(value, PARTS):
        return json.loads(value.to_json())
    raise ValueError("not in a form")


def write_text(value: Any) -> str:
    """The whole text."""
    text: str = value.value
    return text


def write_form(form: ApplicationForm) -> dict[str, Any]:
    """A form as JSON, without what is absent."""
    written: dict[str, Any] = present(json.loads(form.to_json()))
    return written


def present(value: Any) -> Any:
    """Fields that are there."""
    if not isinstance(value, dict):
        return value
    return {name: present(entry) for name, entry in value.items() if entry is not None}


def json_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema of a class."""
    documented = {"title": cls.__name__, "description": (cls.__doc__ or "").strip()}
    if cls is ApplicationForm:
        return {**form_schema(), **documented}
    return {"type": "string", **documented, **FORMATS[cls]}


def words(kind: type[qujat.Word]) -> dict[str, Any]:
    """The schema of a closed vocabulary."""
    return {"type": "string", "enum": [word.value for word in kind]}


def fields(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """The schema of an object with these fields and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def form_schema() -> dict[str, Any]:
    """The schema of a form. Limits are left out: they are the rulebook's."""
    text = {"type": "string"}
    name = json_schema(qujat.PersonName)
    spot = fields(
        {
            "latitude": {"type": "number", "minimum": -90, "maximum": 90},
            "longitude": {"type": "number", "minimum": -180, "maximum": 180},
        }
    )
    address = fields(
        {
            "region": words(qujat.Region),
            "locality": text,
            "building": text,
            "postcode": text,
        },
        {"street": text, "flat": text},
    )
    pickup = fields({"method": {"const": "pickup"}}, {"centre": text, "near": spot})
    delivery = fields({"method": {"const": "delivery"}, "address": address})
    return fields(
        {
            "number": text,
            "language": words(qujat.Language),
            "channel": words(qujat.Channel),
            "document": words(qujat.DocumentKind),
            "ground": words(qujat.Ground),
            "card": fields(
                {"expires_on": {"type": "string", "format": "date"}},
                {"number": json_schema(qujat.CardNumber)},
            ),
            "applicant": fields(
                {
                    "iin": json_schema(qujat.Iin),
                    "surname": name,
                    "given_name": name,
                    "phone": json_schema(qujat.Phone),
                    "email": json_schema(qujat.EmailAddress),
                },
                {"patronymic": name},
            ),
            "identification": fields(
                {"kind": words(qujat.IdentificationKind), "reference": text}
            ),
            "photo": text,
            "signature": text,
            "receiving": {"oneOf": [pickup, delivery]},
        },
        {"exemption": text},
    )
