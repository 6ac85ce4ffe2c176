"""The operations of the conformance vectors, through the typed API.

A value that has no type for JSON, such as a date that does not exist, is refused here as the
vectors' README says; everything else is the library's answer.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import zlib
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import qujat
from qujat import Rulebook

W = TypeVar("W", bound=qujat.Word)

SHIPPED = Path(__file__).resolve().parents[2] / "core" / "vectors"
FOLDER = Path(os.environ.get("QUJAT_VECTORS") or SHIPPED)


class Failed(Exception):
    """The problems of an operation, each as `CODE` or `CODE /pointer`."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(problems)
        self.problems = problems


def plain(value: Any) -> Any:
    """A typed value in the canonical form of the vectors."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime.datetime):
        text = value.astimezone(datetime.timezone.utc).isoformat()
        return text.replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return "24:00" if value == datetime.time.max else value.strftime("%H:%M")
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, qujat.Params):
        return {name: plain(entry) for name, entry in value.items()}
    if isinstance(value, qujat.Decision):
        return decision(value)
    if isinstance(value, qujat.QuoteLine):
        own = {name: plain(getattr(value, name)) for name in value.__match_args__}
        reason = own.pop("reason")
        return {**own, **reason}
    if hasattr(value, "value"):
        return value.value
    if hasattr(value, "__match_args__"):
        names = value.__match_args__
        return {name.rstrip("_"): plain(getattr(value, name)) for name in names}
    return value


def decision(answer: qujat.Decision) -> dict[str, Any]:
    """A decision, by its two variants."""
    match answer:
        case qujat.Decision.Eligible(days_left, online, again, _, edition):
            return whole("eligible", days_left, online, again, answer.why(), edition)
        case qujat.Decision.Refused(days_left, online, again, _, edition):
            return whole("refused", days_left, online, again, answer.why(), edition)
        case _:
            raise AssertionError(answer)


def whole(outcome: str, *values: Any) -> dict[str, Any]:
    """A decision's fields with their names."""
    names = ("days_left", "online", "again", "reasons", "edition")
    return {"outcome": outcome, **dict(zip(names, map(plain, values)))}


def dumps(value: Any) -> str:
    """JSON as the library reads it."""
    return json.dumps(value, ensure_ascii=False)


class Case:
    """One case: its input, and the rulebook that it asks."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        overlay = given.get("overlay")
        if overlay is not None:
            self.rules = Rulebook.load(dumps(overlay))
        else:
            self.rules = Rulebook.edition(given.get("edition", Rulebook.DEFAULT_EDITION))

    def day(self, field: str) -> datetime.date:
        text = self.given[field]
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
                return datetime.date.fromisoformat(text)
        except ValueError:
            pass
        raise Failed([f"DATE_INVALID /{field}"])

    def on(self) -> datetime.date:
        """The day of the rules, for an operation without a day of its own."""
        return self.day("on") if self.given.get("on") else datetime.date(2026, 2, 10)

    def word(self, field: str, kind: type[W]) -> W:
        try:
            return kind(self.given[field])
        except ValueError:
            raise Failed([f"UNKNOWN_VALUE /{field}"]) from None

    def service(self) -> str | None:
        service: str | None = self.given.get("service")
        try:
            return qujat.NearestQuery(0, 0, service=service).service
        except qujat.Error as error:
            raise Failed([f"{error.code} /service"]) from error

    def optional_word(self, field: str, kind: type[W]) -> W | None:
        return None if self.given.get(field) is None else self.word(field, kind)

    def register(self) -> qujat.RegisterRecord | None:
        record = self.given.get("register")
        return None if record is None else qujat.RegisterRecord.from_json(dumps(record))

    def form(self) -> str:
        form = self.given["form"]
        return form if isinstance(form, str) else dumps(form)

    def eligibility(self) -> Any:
        days, failed = [], []
        for field in ("expires_on", "today"):
            try:
                days.append(self.day(field))
            except Failed as error:
                failed += error.problems
        if failed:
            raise Failed(failed)
        inquiry = qujat.Inquiry(
            self.word("document", qujat.DocumentKind),
            self.word("ground", qujat.Ground),
            days[0],
            status=self.optional_word("status", qujat.CardStatus),
            is_holder=self.given.get("is_holder"),
        )
        return self.rules.decide(inquiry, days[1])

    def iin(self) -> Any:
        iin = self.rules.parse_iin(self.given["text"], self.on()).iin
        return {"birth_date": iin.birth_date, "sex": iin.sex}

    def card_number(self) -> Any:
        return {"number": qujat.CardNumber(self.given["text"]).value}

    def passport_number(self) -> Any:
        return {"number": qujat.PassportNumber(self.given["text"]).value}

    def phone(self) -> Any:
        return {"e164": self.rules.parse_phone(self.given["text"], self.on()).value}

    def email(self) -> Any:
        return {"address": self.rules.parse_email(self.given["text"], self.on()).value}

    def name(self) -> Any:
        name = self.rules.parse_name(self.given["text"], self.on())
        return {"name": name.value, "latin": self.rules.latin_name(name, self.on())}

    def postcode(self) -> Any:
        address = qujat.Address("KZ-71", "a", "1", self.given["text"], street="b")
        return {"postcode": address.postcode}

    def working_days(self) -> Any:
        calendar, day = self.rules.calendar, self.day("day")
        working = calendar.is_working_day(day)
        return {"working": working, "after": calendar.add_working_days(day, self.given["count"])}

    def days_off(self) -> Any:
        return self.rules.calendar.days_off(self.given["year"])

    def ready(self) -> Any:
        registered = self.given.get("registered_on") is not None
        filed_on = self.day("filed_on")
        return self.rules.ready_on(filed_on, self.day("registered_on") if registered else None)

    def fee(self) -> Any:
        region = self.optional_word("region", qujat.Region)
        inquiry = qujat.FeeInquiry(
            self.word("document", qujat.DocumentKind),
            self.word("ground", qujat.Ground),
            self.day("on"),
            pages=self.given.get("pages"),
            exemption=self.given.get("exemption"),
            deliver_to=region,
        )
        quote = self.rules.quote(inquiry)
        warnings = [warning.code for warning in quote.warnings]
        return {"lines": quote.lines, "total": quote.total, "warnings": warnings}

    def sms(self) -> Any:
        return qujat.count_sms(self.given["text"])

    def fault(self) -> Any:
        fields = ("attempt", "faults", "known_until", "number", "expires_on")
        query = {field: self.given[field] for field in fields if field in self.given}
        right = self.rules.paper_right(qujat.FaultQuery.from_json(dumps(query)))
        if right.statement is None:
            return right
        # A `datetime` has microseconds; the canonical form has all that was read.
        exact = json.loads(right.statement.to_json())
        typed = canonical(right.statement)
        for end in ("from", "to"):
            assert exact[end][:19] == typed[end][:19]
        return {**canonical(right), "statement": exact}

    def lifecycle(self) -> Any:
        history = qujat.History.from_json(dumps({"events": self.given["events"]}))
        application, applied = qujat.Application(), 0
        notices: list[qujat.NoticeKind] = []
        for event in history.events:
            result = application.apply(event)
            applied += result.changed
            notices += result.notices
        assert history.replay().state == application.state
        return {"state": application.state, "applied": applied, "notices": notices}

    def feedback_mask(self) -> Any:
        return {"text": qujat.mask_feedback(self.given["text"], self.given["max"])}

    def feedback_summary(self) -> Any:
        ratings = [max(0, rating) for rating in self.given["ratings"]]
        return qujat.FeedbackSummary.of_ratings(ratings).figures("overall")

    def nearest(self) -> Any:
        directory = qujat.CentreDirectory.from_json(dumps(self.given["centres"]))
        query = qujat.NearestQuery(
            self.given["latitude"],
            self.given["longitude"],
            region=self.optional_word("region", qujat.Region),
            service=self.service(),
            on=self.day("on") if self.given.get("on") else None,
        )
        found = self.rules.nearest(directory, query)
        return {
            "centres": [near.centre for near in found],
            "metres": [near.metres for near in found],
        }

    def slots(self) -> Any:
        centre = qujat.Centre.from_json(dumps(self.given["centre"]))
        booked = [{**taken, "centre": centre.id} for taken in self.given.get("booked") or []]
        bookings = qujat.Booking.list_from_json(dumps(booked))
        days = self.given["days"]
        return {"slots": self.rules.free_slots(centre, self.day("from"), days, bookings)}

    def validate(self) -> Any:
        register, today = self.register(), self.day("today")
        validation = self.rules.validate(self.form(), today, register=register)
        return {
            "problems": [
                {"code": p.code, "pointer": p.pointer, "severity": p.severity}
                for p in validation.problems
            ]
        }

    def notice(self) -> Any:
        kind = self.word("kind", qujat.NoticeKind)
        data = qujat.NoticeData.of_kind(kind, dumps(self.given["params"]))
        return self.rules.notice(data, self.word("language", qujat.Language), self.on())

    def explain(self) -> Any:
        code = self.word("code", qujat.Code)
        reason = qujat.Reason.from_params(code, dumps(self.given.get("params") or {}))
        language = self.word("language", qujat.Language)
        [statement] = self.rules.explain(reason, language)
        return {
            "text": self.rules.text(reason, language),
            "cause": statement.text,
            "action": statement.action,
            "operator": self.rules.operator_text(reason, language),
        }

    def assess(self) -> Any:
        register, centres = self.register(), self.given.get("centres")
        directory = None if centres is None else qujat.CentreDirectory.from_json(dumps(centres))
        faults = self.given.get("faults")
        query = None if faults is None else qujat.FaultQuery.from_json(dumps(faults))
        today = self.day("today")
        assessment = self.rules.assess(
            self.form(), today, register=register, centres=directory, faults=query
        )
        assert qujat.Assessment.from_json(assessment.to_json()) == assessment
        if assessment.form is not None:
            typed = self.rules.assess(
                assessment.form, today, register=register, centres=directory, faults=query
            )
            assert typed == assessment
        # The form is the one that was given, and no answer.
        answer: dict[str, Any] = json.loads(assessment.to_json())
        del answer["form"]
        return answer

    def image(self) -> bytes:
        """An image next to the vectors; `scripts/setup.sh photos` makes the photos."""
        path: Path = FOLDER / "images" / self.given["file"]
        return path.read_bytes()

    def photo(self) -> Any:
        file = self.image()
        report = self.rules.check_photo(file, self.on())
        return {
            "input_crc32": zlib.crc32(file),
            "verdict": report.verdict,
            "profile": report.profile,
            "edition": report.edition,
            "file": report.file,
            "checks": {
                check.kind.value: {
                    "verdict": check.verdict,
                    "code": check.reason.code,
                    "measured": check.measured,
                    "source": check.reason.source,
                }
                for check in report.checks
            },
            "face": report.face,
            "crop": report.crop,
            "fingerprints": report.fingerprints,
        }

    def signature(self) -> Any:
        file, on = self.image(), self.on()
        report = self.rules.check_signature(file, on)
        return sample(report, lambda: self.rules.normalise_signature(file, on))

    def strokes(self) -> Any:
        strokes, on = qujat.Strokes.from_json(dumps(self.given["strokes"])), self.on()
        report = self.rules.check_strokes(strokes, on)
        return sample(report, lambda: self.rules.render_strokes(strokes, on))


def sample(report: qujat.SignatureReport, normal: Callable[[], bytes]) -> dict[str, Any]:
    """A report in the form of the vectors, with the checksum of the normalised picture."""
    checks = report.checks
    try:
        crc32 = zlib.crc32(normal())
    except qujat.Error:
        crc32 = None
    return {
        "verdict": report.verdict,
        "problems": [c.reason.code for c in checks if c.verdict is qujat.Verdict.FAIL],
        "measures": {c.kind.value: c.measured for c in checks if c.measured is not None},
        "ink": report.ink,
        "fingerprint": report.fingerprint,
        "normal": crc32,
    }


def answer(operation: str, given: dict[str, Any]) -> Any:
    """The answer to one case in the canonical form; `Failed` with its problems without an
    answer."""
    try:
        case = Case(given)
        method: Callable[[], Any] = getattr(case, operation)
        return canonical(method())
    except qujat.Error as error:
        problems = [f"{p.code} {p.pointer}".rstrip() for p in error.problems]
        raise Failed(problems) from error


def canonical(value: Any) -> Any:
    """Plain JSON, through and through."""
    if isinstance(value, dict):
        return {name: canonical(entry) for name, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [canonical(entry) for entry in value]
    made = plain(value)
    return canonical(made) if isinstance(made, (dict, list)) and made is not value else made
