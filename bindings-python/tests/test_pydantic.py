"""Classes of `qujat` as field types of pydantic models, and in FastAPI."""

from __future__ import annotations

import copy
import datetime
import json
import re
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter, ValidationError

import qujat
from qujat.pydantic import ReadBy, validation_error

TODAY = datetime.date(2026, 2, 10)

# For each class a text that is read, what it becomes, and one that is refused with a code.
TEXTS: list[tuple[type, str, str, str, str]] = [
    (qujat.Iin, "900101300007", "900101300007", "900101300008", "IIN_CHECK_DIGIT"),
    (qujat.Phone, "8 (701) 000-00-01", "+77010000001", "+79123456789", "PHONE_NOT_KAZAKHSTAN"),
    (qujat.EmailAddress, "serik@example.kz", "serik@example.kz", "serik@", "EMAIL_FORMAT"),
    (qujat.PersonName, "үлгіев", "үлгіев", "Ivanov", "NAME_CHARACTER"),
    (qujat.CardNumber, "012345678", "012345678", "12345678", "CARD_NUMBER_FORMAT"),
    (qujat.PassportNumber, "N12345678", "N12345678", "12345678", "PASSPORT_NUMBER_FORMAT"),
]


class Contact(BaseModel):
    iin: qujat.Iin
    phones: list[qujat.Phone]
    email: qujat.EmailAddress | None = None


class Filing(BaseModel):
    form: qujat.ApplicationForm


CONTACT = {"iin": "900101300007", "phones": ["8 701 000 00 01"], "email": "serik@example.kz"}


def lines(error: ValidationError) -> list[tuple[str, tuple[int | str, ...]]]:
    return [(line["type"], line["loc"]) for line in error.errors()]


def refused(adapter: TypeAdapter[Any], value: Any, **options: Any) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value, **options)
    return caught.value


@pytest.mark.parametrize(("cls", "good", "value", "bad", "code"), TEXTS)
class TestTexts:
    def test_it_is_read_and_written(
        self, cls: type, good: str, value: str, bad: str, code: str
    ) -> None:
        adapter: TypeAdapter[Any] = TypeAdapter(cls)
        found: list[Any] = [
            adapter.validate_python(good),
            adapter.validate_json(json.dumps(good)),
            adapter.validate_strings(good),
            adapter.validate_python(good, strict=True),
        ]
        for read in found:
            assert read.value == value and type(read) is cls
            assert adapter.validate_python(read) is read
            assert adapter.dump_python(read) is read
            assert adapter.dump_python(read, mode="json") == value
            assert adapter.validate_json(adapter.dump_json(read)) == read

    def test_a_problem_has_its_code_and_shows_nothing(
        self, cls: type, good: str, value: str, bad: str, code: str
    ) -> None:
        adapter: TypeAdapter[Any] = TypeAdapter(list[cls])  # type: ignore[valid-type]
        error = refused(adapter, [good, bad])
        assert lines(error) == [(code, (1,))]
        [line] = error.errors()
        assert line["input"] == "***"
        for shown in (str(error), repr(error), error.json()):
            assert bad not in shown
        with pytest.raises(qujat.Error) as caught:
            cls(bad) if cls not in (qujat.Phone, qujat.PersonName) else read_plainly(cls, bad)
        assert line["msg"] == caught.value.message("en")
        assert line.get("ctx", {}) == dict(caught.value.params)

    @pytest.mark.parametrize("other", [None, 900101300007, b"N12345678", ["N12345678"], {}])
    def test_nothing_else_is_a_text(
        self, other: Any, cls: type, good: str, value: str, bad: str, code: str
    ) -> None:
        adapter: TypeAdapter[Any] = TypeAdapter(cls)
        assert lines(refused(adapter, other)) == [("string_type", ())]
        assert lines(refused(adapter, "\ud800")) == [("string_unicode", ())]

    def test_its_schema_is_true(
        self, cls: type, good: str, value: str, bad: str, code: str
    ) -> None:
        adapter: TypeAdapter[Any] = TypeAdapter(cls)
        schema = adapter.json_schema()
        assert schema == adapter.json_schema(mode="serialization")
        assert schema["type"] == "string" and schema["title"] == cls.__name__
        assert schema["description"]
        for example in schema["examples"]:
            assert adapter.validate_python(example).value == example
        if "pattern" in schema:
            assert re.search(schema["pattern"], value) and not re.search(schema["pattern"], "x")


def read_plainly(cls: type, text: str) -> Any:
    rules = qujat.Rulebook.edition()
    read = rules.parse_phone if cls is qujat.Phone else rules.parse_name
    return read(text, TODAY)


def test_a_model_is_read_and_written() -> None:
    contact = Contact.model_validate(CONTACT)
    assert contact.phones == [qujat.Phone("+77010000001")]
    assert contact == Contact.model_validate_json(contact.model_dump_json())
    assert contact == contact.model_copy(deep=True)
    assert "900101300007" not in repr(contact) and "0000001" not in repr(contact)
    with pytest.raises(ValidationError) as caught:
        Contact.model_validate({"iin": "1", "phones": ["8 701 000 00 01", "x"], "email": "x"})
    assert [loc for _, loc in lines(caught.value)] == [("iin",), ("phones", 1), ("email",)]
    assert caught.value.errors()[0]["type"] == "IIN_LENGTH"


class TestRules:
    """The rulebook, the day and the language that are asked."""

    def overlay(self, since: str = "2026-03-01") -> qujat.Rulebook:
        """Since a day, only one prefix belongs to phones."""
        text = qujat.Rulebook.edition_text("service-2025")
        assert text is not None
        book = json.loads(text)
        plan = book["phone"]["plan"]
        book["phone"] = {
            "plan": {**plan, "until": since},
            "later": {**plan, "from": since, "mobile": ["700"]},
        }
        return qujat.Rulebook.load(json.dumps(book))

    def test_the_default_is_the_last_day_of_the_pilot(self) -> None:
        assert qujat.Rulebook.edition().pilot[-1].last == datetime.date(2026, 2, 28)
        for since, is_good in [("2026-03-01", True), ("2026-02-28", False)]:
            rules = self.overlay(since)
            adapter: TypeAdapter[Any] = TypeAdapter(Annotated[qujat.Phone, ReadBy(rules)])
            if is_good:
                assert adapter.validate_python("87010000001").value == "+77010000001"
            else:
                refused(adapter, "87010000001")

    def test_the_context_decides(self) -> None:
        adapter: TypeAdapter[Any] = TypeAdapter(qujat.Phone)
        context: dict[str, Any] = {"rulebook": self.overlay(), "on": datetime.date(2026, 2, 28)}
        assert adapter.validate_python("87010000001", context=context).value == "+77010000001"
        context["on"] = datetime.date(2026, 3, 1)
        refused(adapter, "87010000001", context=context)
        assert adapter.validate_python("87010000001").value == "+77010000001"

    def test_what_stands_beside_the_type_decides(self) -> None:
        days = [datetime.date(2026, 3, 1), datetime.date(2026, 2, 28)]
        later = ReadBy(self.overlay(), on=lambda: days.pop())
        adapter: TypeAdapter[Any] = TypeAdapter(Annotated[qujat.Phone, later])
        assert adapter.validate_python("87010000001").value == "+77010000001"
        refused(adapter, "87010000001")
        assert adapter.json_schema() == TypeAdapter(qujat.Phone).json_schema()
        context = {"on": datetime.date(2026, 2, 28)}
        assert adapter.validate_python("87010000001", context=context)

    def test_texts_are_in_the_language_asked_for(self) -> None:
        texts = set()
        for language in qujat.Language:
            adapter: TypeAdapter[Any] = TypeAdapter(
                Annotated[qujat.Iin, ReadBy(language=language)]
            )
            [line] = refused(adapter, "1").errors()
            texts.add(line["msg"])
            [line] = refused(
                TypeAdapter(qujat.Iin), "1", context={"language": language}
            ).errors()
            texts.add(line["msg"])
        assert len(texts) == 3

    def test_it_belongs_beside_the_type(self) -> None:
        with pytest.raises(TypeError):
            TypeAdapter(Annotated[qujat.Phone | None, ReadBy()])
        with pytest.raises(TypeError):
            TypeAdapter(Annotated[str, ReadBy()])


def parsed(form: bytes) -> dict[str, Any]:
    value = json.loads(form)
    assert isinstance(value, dict)
    return value


DELIVERY = {
    "method": "delivery",
    "address": {
        "region": "KZ-71",
        "locality": "Астана",
        "street": "Достық",
        "building": "1",
        "flat": "5",
        "postcode": "010000",
    },
}


class TestForms:
    def test_a_form_is_read_and_written(self, rules: qujat.Rulebook, form: bytes) -> None:
        value = parsed(form)
        wanted = rules.validate(form, TODAY).form
        for receiving in (value["receiving"], DELIVERY):
            value["receiving"] = receiving
            filing = Filing.model_validate({"form": value}, context={"on": TODAY})
            again = Filing.model_validate_json(filing.model_dump_json())
            assert again == filing and again.form == filing.form
            assert Filing(form=filing.form).form is filing.form
            assert isinstance(filing.model_dump()["form"], qujat.ApplicationForm)
        assert wanted == Filing.model_validate({"form": parsed(form)}).form

    def test_python_values_are_taken(self, form: bytes) -> None:
        value = parsed(form)
        read = Filing.model_validate({"form": value}).form
        value["card"]["expires_on"] = datetime.date(2026, 2, 25)
        value["card"]["number"] = read.card_number
        value["applicant"]["iin"] = read.applicant.iin
        value["applicant"]["phone"] = read.applicant.phone
        value["identification"] = read.identification
        value["receiving"] = read.receiving
        value["language"] = qujat.Language.KK
        assert Filing.model_validate({"form": value}).form == read

    def test_all_problems_come_at_once_with_their_places(
        self, rules: qujat.Rulebook, form: bytes
    ) -> None:
        value = parsed(form)
        value["applicant"]["iin"] = "900101300008"
        value["applicant"]["phone"] = "x"
        value["receiving"]["near"]["latitude"] = 91
        del value["photo"]
        value["a/b"] = 1
        with pytest.raises(ValidationError) as caught:
            Filing.model_validate({"form": value})
        blocking = [p for p in rules.validate(json.dumps(value), TODAY).problems if p.is_blocking]
        assert len(blocking) == 5
        # A name with a slash could be anything, and is not shown.
        wanted = [
            (p.code.value, ("form", *p.pointer.replace("a~1b", "<unknown>").split("/")[1:]))
            for p in blocking
        ]
        assert lines(caught.value) == wanted
        assert ("UNKNOWN_FIELD", ("form", "<unknown>")) in wanted
        texts = [line["msg"] for line in caught.value.errors()]
        assert texts == [rules.text(problem, "en") for problem in blocking]
        assert "900101300008" not in str(caught.value)

    @pytest.mark.parametrize(
        ("other", "code"),
        [
            (None, "WRONG_TYPE"),
            ("{}", "WRONG_TYPE"),
            ([], "WRONG_TYPE"),
            (float("nan"), "JSON_SYNTAX"),
            (b"{}", "dict_type"),
            ({"number": object()}, "dict_type"),
            ({"number": "\ud800"}, "JSON_SYNTAX"),
            ({"number": datetime.datetime(2026, 2, 10)}, "dict_type"),
        ],
    )
    def test_nothing_else_is_a_form(self, other: Any, code: str) -> None:
        with pytest.raises(ValidationError) as caught:
            Filing.model_validate({"form": other})
        assert lines(caught.value) == [(code, ("form",))]

    def test_the_day_decides(self, form: bytes) -> None:
        value = parsed(form)
        value["applicant"]["iin"] = child()
        adapter: TypeAdapter[Any] = TypeAdapter(qujat.ApplicationForm)
        birthday = datetime.date(2026, 2, 12)
        # Of a card that was issued on that day.
        value["card"]["expires_on"] = "2036-02-12"
        assert adapter.validate_python(value, context={"on": birthday})
        day_before = birthday - datetime.timedelta(days=1)
        error = refused(adapter, value, context={"on": day_before})
        assert ("HOLDER_TOO_YOUNG", ("applicant", "iin")) in lines(error)

    def test_the_schema_has_the_fields_that_are_read(
        self, rules: qujat.Rulebook, form: bytes
    ) -> None:
        schema = Filing.model_json_schema()["properties"]["form"]
        assert schema["title"] == "ApplicationForm"
        tried = 0
        for receiving in (parsed(form)["receiving"], DELIVERY):
            whole = parsed(form)
            whole["receiving"] = {**receiving}
            if receiving["method"] == "pickup":
                whole["receiving"]["centre"] = "astana-1"
            whole["exemption"] = rules.exemptions(TODAY).categories[0]
            assert problems(rules, whole) == []
            for path, name, required in parts(schema, whole):
                changed = copy.deepcopy(whole)
                inner: Any = changed
                for part in path:
                    inner = inner[part]
                pointer = "".join(f"/{part}" for part in path)
                inner["unknown"] = 1
                unknown = ("UNKNOWN_FIELD", f"{pointer}/unknown")
                assert unknown in problems(rules, changed)
                del inner["unknown"], inner[name]
                if required:
                    assert ("MISSING_FIELD", f"{pointer}/{name}") in problems(rules, changed)
                else:
                    assert problems(rules, changed) == []
                tried += 1
        assert tried > 40


def problems(rules: qujat.Rulebook, form: dict[str, Any]) -> list[tuple[str, str]]:
    found = rules.validate(json.dumps(form), TODAY).problems
    return [(p.code.value, p.pointer) for p in found if p.is_blocking]


def parts(
    schema: dict[str, Any], value: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Every field of a schema with the object that it belongs to, and whether it is required. The
    value has all of them, and each is of its type."""
    if "oneOf" in schema:
        method = value["method"]
        [schema] = [
            one for one in schema["oneOf"] if one["properties"]["method"]["const"] == method
        ]
    assert schema["additionalProperties"] is False
    assert set(value) == set(schema["properties"])
    for name, inner in schema["properties"].items():
        yield path, name, name in schema["required"]
        if isinstance(value[name], dict):
            yield from parts(inner, value[name], (*path, name))
        elif "enum" in inner:
            assert value[name] in inner["enum"]


def child() -> str:
    """The IIN of nobody who was born on 12 February 2010."""
    for number in range(10_000):
        for digit in range(10):
            text = f"1002125{number:04}{digit}"
            try:
                return qujat.Iin(text).value
            except qujat.Error:
                continue
    raise AssertionError


def test_an_error_becomes_pydantics(rules: qujat.Rulebook) -> None:
    with pytest.raises(qujat.InputError) as caught:
        qujat.Event.from_json('{"id": "1", "at": "x", "event": "paid", "amount": 1}')
    error = validation_error(caught.value, "Event", language="ru", rulebook=rules)
    assert error.title == "Event"
    assert lines(error) == [("MOMENT_INVALID", ("at",)), ("WRONG_TYPE", ("amount",))]
    assert [line["msg"] for line in error.errors()] == caught.value.messages("ru")
    assert validation_error(caught.value.problems).error_count() == 2
    with pytest.raises(qujat.InputError) as caught:
        qujat.History.from_json('{"events": [{"id": 1}]}')
    assert ("WRONG_TYPE", ("events", 0, "id")) in lines(validation_error(caught.value))


@pytest.mark.parametrize("code", list(qujat.Code), ids=str)
def test_every_code_becomes_pydantics(code: qujat.Code) -> None:
    reason = qujat.Reason.sample(code)
    [line] = validation_error([reason.at("/a.b/0")]).errors()
    assert (line["type"], line["loc"]) == (code.value, ("a.b", 0))
    assert line.get("ctx", {}) == dict(reason.params)
    assert "{" not in line["msg"]


FormToday = Annotated[qujat.ApplicationForm, ReadBy(on=lambda: TODAY)]


class Renewal(BaseModel):
    form: FormToday
    contact: Contact


def service() -> FastAPI:
    """A service that takes forms."""
    app = FastAPI()

    @app.post("/renewals")
    def file(renewal: Renewal) -> Contact:
        return renewal.contact

    @app.post("/forms")
    def read(form: Annotated[FormToday, Body()]) -> dict[str, str]:
        return {"number": form.number}

    return app


def test_fastapi(form: bytes) -> None:
    client = TestClient(service())
    pages = client.get("/openapi.json").json()
    renewal = pages["components"]["schemas"]["Renewal"]["properties"]["form"]
    assert renewal["properties"]["applicant"]["properties"]["iin"]["title"] == "Iin"
    contact = pages["components"]["schemas"]["Contact"]["properties"]
    assert contact["phones"]["items"]["title"] == "Phone"

    value = {"form": parsed(form), "contact": CONTACT}
    answer = client.post("/renewals", json=value)
    assert answer.status_code == 200
    assert answer.json() == {**CONTACT, "phones": ["+77010000001"]}
    assert client.post("/forms", json=parsed(form)).json() == {"number": "2026-000101"}

    value["form"] = {**parsed(form), "photo": 1, "exemption": "nobody"}
    value["contact"] = {**CONTACT, "iin": "900101300008"}
    answer = client.post("/renewals", json=value)
    assert answer.status_code == 422
    found = [(line["type"], line["loc"]) for line in answer.json()["detail"]]
    assert ("WRONG_TYPE", ["body", "form", "photo"]) in found
    assert ("IIN_CHECK_DIGIT", ["body", "contact", "iin"]) in found
    assert "900101300008" not in answer.text
