"""Nothing prints personal data; the whole text comes from `value` and `to_json` alone."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

import qujat
import samples

DAY = datetime.date(2026, 2, 10)

VALUES = [
    (qujat.Iin("900101300007"), "Iin('**********07')", "900101300007"),
    (qujat.Phone("+77011234567"), "Phone('+7********67')", "+77011234567"),
    (qujat.EmailAddress("aigerim@example.kz"), "EmailAddress('a***@***.kz')", "aigerim@example.kz"),
    (qujat.CardNumber("012345678"), None, "012345678"),
    (qujat.PassportNumber("N12345678"), None, "N12345678"),
    (qujat.PersonName("Әбілқайыр"), "PersonName('***')", "Әбілқайыр"),
]


@pytest.mark.parametrize(("value", "shown", "whole"), VALUES, ids=lambda v: type(v).__name__)
class TestPrivateTexts:
    def test_it_is_printed_masked(self, value: Any, shown: str | None, whole: str) -> None:
        for text in (repr(value), str(value), f"{value}", f"{value!r:>40}", "%s" % value):
            assert whole not in text
        if shown is not None:
            assert repr(value) == shown

    def test_its_value_is_whole(self, value: Any, shown: str | None, whole: str) -> None:
        assert value.value == whole
        assert type(value)(whole) == value
        assert value != whole
        assert not value < type(value)(whole) and value <= type(value)(whole)

    def test_it_is_matched_by_its_value(self, value: Any, shown: str | None, whole: str) -> None:
        assert type(value).__match_args__ == ("value",)


def secrets() -> list[str]:
    record = json.loads((samples.DATA / "register" / "eligible.json").read_text())
    form = json.loads((samples.DATA / "eligible.json").read_text())
    names = ("iin", "surname", "given_name", "card_number")
    told = [record[name] for name in names] + [form["applicant"][n] for n in ("phone", "email")]
    return [secret for secret in told if secret]


def test_no_object_of_an_application_prints_personal_data() -> None:
    known = secrets()
    assert len(known) >= 6
    shown = 0
    for values in samples.samples().values():
        for value in values:
            shown += 1
            for secret in known:
                assert secret not in repr(value) and secret not in str(value), type(value)
    assert shown > 200


def test_json_is_whole(register: qujat.RegisterRecord) -> None:
    assert register.iin.value in register.to_json()
    assert qujat.RegisterRecord.from_json(register.to_json()) == register


def test_an_exemption_and_a_place_are_not_printed() -> None:
    rules = qujat.Rulebook.edition("service-2025")
    inquiry = qujat.FeeInquiry("identity_card", "loss", DAY, exemption="disability")
    quote = rules.quote(inquiry)
    assert quote.lines[0].exemption == "disability"
    near = qujat.NearestQuery(51.128207, 71.430411)
    for value in (inquiry, quote, quote.lines[0], *rules.explain(quote, "en"), near):
        for secret in ("disab", "51.1", "71.4"):
            assert secret not in repr(value).lower() and secret not in str(value).lower()


def test_an_address_and_a_reference_are_not_printed() -> None:
    address = qujat.Address(
        region="KZ-71",
        locality="Secretown",
        street="Hidden street",
        building="77",
        flat="88",
        postcode="010000",
    )
    identification = qujat.Identification("sms_code", "secret-reference")
    for value in (address, qujat.ReceivingChoice.Delivery(address), identification):
        for secret in ("Secretown", "Hidden", "77", "88", "010000", "secret-reference"):
            assert secret not in repr(value) and secret not in str(value)
