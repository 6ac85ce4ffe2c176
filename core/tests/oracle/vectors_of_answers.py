"""Assessments, faults and slots whose answers follow from a rule each."""

import json
from pathlib import Path

import oracle
from vectors_of_forms import DELIVERY, GOOD, TODAY, changed

ROOT = Path(__file__).resolve().parents[3]
RECORD = json.loads((ROOT / "examples/data/register/eligible.json").read_text(encoding="utf-8"))
SMS = json.loads((ROOT / "core/data/rulebook/service-2025.json").read_text(encoding="utf-8"))["sms"]
CENTRES = json.loads((ROOT / "examples/data/centres.json").read_text(encoding="utf-8"))


# The text of a refusal with three causes, in each language.
REFUSAL = {
    "kk": ("Жеке куәлікті онлайн ауыстыру мүмкін емес", """Сәлеметсіз бе!

Жеке куәлікті онлайн ауыстыру туралы сұрау салуыңыз бойынша: «ресімдеу қолжетімді емес, ХҚКО-ға жүгініңіз».

Себептері:
Онлайн тек жеке куәлік ауыстырылады, ал таңдалған құжат – «паспорт».
Жеке куәлік жарамдылық мерзімінің аяқталуына байланысты ғана онлайн ауыстырылады, ал таңдалған негіз – «жоғалту».
Онлайн ауыстыру жөніндегі пилоттық жоба аяқталды, оның соңғы күні: 2026 жылғы 28 ақпан.

Жеке куәлікті кез келген ХҚКО-да ауыстыруға болады.

Құрметпен,
жеке куәлікті онлайн ауыстыру қызметі"""),
    "ru": ("Онлайн-замена удостоверения личности недоступна", """Здравствуйте!

По вашему запросу на онлайн-замену удостоверения личности: «оформление не доступно, обратитесь в ЦОН».

Причины:
Онлайн заменяется только удостоверение личности, а выбран документ «паспорт».
Онлайн удостоверение личности заменяется только по истечении срока действия, а выбрано основание «утрата».
Пилотный проект онлайн-замены завершён, его последний день — 28 февраля 2026 года.

Заменить удостоверение личности можно в любом ЦОНе.

С уважением,
служба онлайн-замены удостоверения личности"""),
    "en": ("Your identity card cannot be renewed online", """Hello,

Your request to renew your identity card online: “issuance is not available, please contact a Public Service Centre”.

Reasons:
Only an identity card can be renewed online, but the document chosen is “passport”.
Online renewal is only for identity cards that expire, but the ground chosen is “loss”.
The pilot of online renewal is over; its last day was 28 February 2026.

You can renew your identity card at any Public Service Centre.

Yours sincerely,
the online identity card renewal service"""),
}

# No vector gives the bytes of the pictures.
UNCHECKED = [{"code": "PHOTO_UNCHECKED", "pointer": "/photo"},
             {"code": "SIGNATURE_UNCHECKED", "pointer": "/signature"}]


def assessed(name, why, expect, form=GOOD, today=TODAY, register=RECORD, centres=None,
             faults=None):
    given = {"form": form, "today": today, "register": register, "centres": centres}
    given |= {} if faults is None else {"faults": faults}
    return {"name": name, "why": why, "input": given, "expect": expect}


def assessments():
    for status in ("lost", "revoked", "replaced"):
        yield assessed(
            f"card-{status}", "SPEC 3: a card that is revoked or lost is refused",
            {"outcome": "refused", "decision": {"outcome": "refused", "reasons": [
                {"code": "CARD_NOT_VALID", "params": {"status": status}}]}, "next_events": []},
            register={**RECORD, "status": status},
        )
    for status in ("valid", "expired"):
        yield assessed(
            f"card-{status}", "SPEC 3: expiry is what the service is for",
            {"outcome": "accepted", "problems": UNCHECKED, "decision": {"outcome": "eligible"}},
            register={**RECORD, "status": status},
        )
    yield assessed(
        "another-persons-card", "SPEC 3: holder only",
        {"outcome": "refused", "decision": {"outcome": "refused", "reasons": [{"code": "NOT_HOLDER"}]}},
        register={**RECORD, "iin": "900101300017"},
    )
    for today in ("2026-02-11", "2026-02-27"):
        ready_on = oracle.expected("ready", {"filed_on": today})["expect"]["ready_on"]
        yield assessed(
            f"ready-filed-{today}", "SPEC 6: before the registration, as if it were that of filing",
            {"ready": {"ready_on": ready_on, "reason": {"code": "READY_ASSUMED", "params": {
                "filed_on": today, "ready_on": ready_on, "working_days": 15}}}}, today=today,
        )
    yield assessed(
        "unknown-centre", "catalogue CENTRE_UNKNOWN: the directory has no such centre",
        {"outcome": "invalid", "pickup": None, "problems": [*UNCHECKED, {"code": "CENTRE_UNKNOWN"}]},
        form=changed(GOOD, "/receiving", {"method": "pickup", "centre": "nowhere-1"}), centres=CENTRES,
    )
    yield assessed(
        "delivery-estimated", "SPEC 6: an estimate by zone, after the ready date",
        {"delivery": {"reason": {"code": "DELIVERY_ESTIMATED"}}, "pickup": None}, form=DELIVERY,
        today="2026-02-11", register=None,
    )
    yield assessed(
        "pickup-offered", "SPEC 6: at the nearest centre, the first free slot after the ready date",
        {"pickup": {"offer": {"reason": {"code": "PICKUP_OFFERED"}}}}, centres=CENTRES,
    )
    for language, (subject, text) in REFUSAL.items():
        form = {**GOOD, "language": language, "document": "passport", "ground": "loss"}
        yield assessed(
            f"causes-are-a-list-{language}", "SPEC 13: several causes are a list, the action is said once",
            {"outcome": "refused", "notices": [
                {"kind": "refused", "language": language, "email": {"subject": subject, "text": text}}]},
            form=form, today="2026-03-02", register=None,
        )
    yield from assessed_with_faults()
    yield from full_centres()
    yield from gaps()
    yield from zones()
    for text, code in ("{", "JSON_SYNTAX"), ("[]", "WRONG_TYPE"), ("", "JSON_SYNTAX"):
        yield assessed(
            f"form-of-{len(text)}-{code.lower().replace('_', '-')}", "SPEC 4: a form that cannot be read",
            {"outcome": "invalid", "application": None, "decision": None, "quote": None,
             "problems": [{"code": code, "pointer": ""}, {"code": "DATA_UNVERIFIED"}], "notices": []},
            form=text, register=None,
        )


# Five minutes in the middle of an outage of three hours, on the day of filing and on another.
def outage(day):
    return {
        "attempt": {"from": f"{day}T09:00:00+05:00", "to": f"{day}T09:05:00+05:00"},
        "faults": [{"from": f"{day}T08:30:00+05:00", "to": f"{day}T11:30:00+05:00",
                    "channel": "portal", "reference": "INC-2026-0217"}],
        "number": "S-2026-0001",
    }


def assessed_with_faults():
    right = {"paper": True, "longest_seconds": 10_800}
    for name, day, outcome in ("on-the-day", TODAY, "eligible"), ("before-the-window", "2026-01-12", "refused"):
        yield assessed(
            f"outage-{name}", "SPEC 9: the right with the decision of that day, and its notice",
            {"outcome": "accepted", "notices": [{"kind": "received"}, {"kind": "paper_filing_allowed"}],
             "paper": {**right, "statement": {"number": "S-2026-0001", "day": day, "decision": {"outcome": outcome}}}},
            faults=outage(day),
        )
    yield assessed(
        "outage-and-a-card-refused", "SPEC 9: the card is replaced on paper anyhow, and no notice says so twice",
        {"outcome": "refused", "notices": [{"kind": "refused"}],
         "paper": {**right, "statement": {"decision": {"outcome": "refused"}}}},
        register={**RECORD, "status": "lost"}, faults=outage(TODAY),
    )
    yield assessed(
        "outage-before-the-form-was-filled-in", "SPEC 9: the form may be as far as the applicant came",
        {"outcome": "invalid", "notices": [{"kind": "paper_filing_allowed", "language": "kk"}],
         "paper": {**right, "statement": {"decision": None}}},
        form={}, register=None, faults=outage(TODAY),
    )
    calm = {**outage(TODAY), "faults": []}
    yield assessed(
        "no-outage", "SPEC 9: no fault, no right, no notice",
        {"outcome": "accepted", "notices": [{"kind": "received"}],
         "paper": {"paper": False, "longest_seconds": 0, "statement": None}},
        faults=calm,
    )
    yield assessed("no-attempt", "SPEC 9: not asked for, not told", {"outcome": "accepted", "paper": None})


CHOSEN = "astana-1"


def full_centres():
    """SPEC 6: a centre without a free slot does not stop an application. The two centres of Astana are
    4 748 metres apart; the next ones are farther away than 50 kilometres."""
    for kind, receiving, place in (
        ("chosen", {"method": "pickup", "centre": CHOSEN}, "/receiving/centre"),
        ("nearest", {"method": "pickup", "near": {"latitude": 51.128, "longitude": 71.43}},
         "/receiving/near"),
    ):
        form = changed(GOOD, "/receiving", receiving)
        yield assessed(
            f"{kind}-centre", "SPEC 6: the first free slot the day after the ready date",
            {"outcome": "accepted", "problems": UNCHECKED, "pickup": {
                "offer": {"centre": CHOSEN, "day": "2026-03-04", "time": "09:00"},
                "metres": None if kind == "chosen" else 0}},
            form=form, centres=CENTRES,
        )
        yield assessed(
            f"{kind}-centre-full", "SPEC 6: the next nearest centre with a free slot is offered",
            {"outcome": "accepted", "next_events": ["filed"], "problems": [*UNCHECKED, {
                "code": "CENTRE_FULL", "pointer": place, "severity": "warning",
                "params": {"first_day": "2026-03-04", "last_day": "2026-04-02"}}],
             "pickup": {"offer": {"centre": "astana-2", "day": "2026-03-04", "time": "09:00"},
                        "metres": 4748}},
            form=form, centres=closed(CHOSEN),
        )
        yield assessed(
            f"{kind}-centre-and-all-near-it-full",
            "SPEC 6: if none has a slot, the application is accepted with the appointment open",
            {"outcome": "accepted", "next_events": ["filed"], "pickup": None,
             "problems": [*UNCHECKED, {
                 "code": "APPOINTMENT_OPEN", "pointer": place, "severity": "warning",
                 "params": {"first_day": "2026-03-04", "last_day": "2026-04-02"}}]},
            form=form, centres=closed(CHOSEN, "astana-2"),
        )
    yield assessed(
        "no-centre-hands-out", "SPEC 6: the appointment stays open",
        {"outcome": "accepted", "pickup": None, "problems": [*UNCHECKED, {"code": "APPOINTMENT_OPEN"}]},
        centres={**CENTRES, "centres": [{**centre, "services": ["filing"]}
                                        for centre in CENTRES["centres"]]},
    )
    far = changed(GOOD, "/receiving", {"method": "pickup", "near": {"latitude": 45.0, "longitude": 60.0}})
    yield assessed(
        "nearest-centre-far-away", "SPEC 6: the bound is on centres that stand in for a full one",
        {"outcome": "accepted", "problems": UNCHECKED, "pickup": {"offer": {"centre": "aktau-1"}}},
        form=far, centres=CENTRES,
    )
    for metres, found in ((4748, True), (4747, False)):
        pickup = {"default": {"source": "service-description", "search_days": 30,
                              "days_after_ready": 1, "max_metres": metres}}
        yield with_overlay(assessed(
            f"within-{metres}-metres", "SPEC 6: within max_metres, inclusive",
            {"outcome": "accepted", "pickup": {"offer": {"centre": "astana-2"}} if found else None,
             "problems": [*UNCHECKED, {"code": "CENTRE_FULL" if found else "APPOINTMENT_OPEN"}]},
            centres=closed(CHOSEN),
        ), pickup=pickup)
    for days, day in ((0, "2026-03-03"), (1, "2026-03-04"), (4, "2026-03-07"), (5, "2026-03-10")):
        pickup = {"default": {"source": "service-description", "search_days": 30,
                              "days_after_ready": days, "max_metres": 0}}
        # 7 March 2026 is a Saturday, on which a duty centre is open; on 9 March it is closed.
        yield with_overlay(assessed(
            f"{days}-days-after-ready", "SPEC 6: calendar days after the ready date, 3 March 2026",
            {"pickup": {"offer": {"day": day}}}, centres=CENTRES,
        ), pickup=pickup)
    yield assessed(
        "neither-centre-nor-spot", "SPEC 6: a problem of the form",
        {"outcome": "invalid", "pickup": None, "notices": [], "problems": [
            {"code": "PICKUP_PLACE_MISSING", "pointer": "/receiving"}, *UNCHECKED]},
        form=changed(GOOD, "/receiving", {"method": "pickup"}), centres=CENTRES,
    )


def closed(*ids):
    """The directory, in which these centres are never open."""
    return {**CENTRES, "centres": [
        {**centre, "timetable": {}, "overrides": {}} if centre["id"] in ids else centre
        for centre in CENTRES["centres"]]}


def with_overlay(case, **sections):
    overlay = {"edition": "example", "extends": "service-2025", **sections}
    return {**case, "input": {**case["input"], "overlay": overlay}}


def zones():
    """SPEC 5: by zone; the postcode comes before the locality, and that before the region."""
    address = DELIVERY["receiving"]["address"]
    region, locality, postcode = (address[name] for name in ("region", "locality", "postcode"))
    def zone(fee, days):
        return {"title": {"kk": "а", "ru": "а", "en": "a"}, "working_days": days, "fee": fee,
                "illustrative": False}

    tariff = {
        "source": "illustrative-tariff", "zones": {"a": zone("100.00", 1), "b": zone("200.00", 2),
                                                   "c": zone("300.00", 3)}, "regions": {region: "a"},
    }
    other = "9" * len(postcode) if postcode.isdigit() else "Z99Z9Z9"
    for name, places, total, days in (
        ("region", {}, "100.00", 1),
        ("locality", {"localities": {region: {f" {locality.upper()} ": "b"}}}, "200.00", 2),
        ("postcode", {"localities": {region: {locality: "b"}},
                      "postcodes": {region: {postcode[:4]: "c"}}}, "300.00", 3),
        ("longest-postcode", {"postcodes": {region: {postcode[:3]: "b", postcode: "c"}}}, "300.00", 3),
        ("another-postcode", {"localities": {region: {locality: "b"}},
                              "postcodes": {region: {other[:4]: "c"}}}, "200.00", 2),
    ):
        yield with_overlay(assessed(
            f"zone-of-the-{name}", "SPEC 5: the most specific zone counts, for fee and estimate",
            {"outcome": "accepted", "quote": {"total": total}, "delivery": {"working_days": days}},
            form=DELIVERY, register=None,
        ), delivery={"illustrative": {**tariff, **places}})


PILOT = {"period": {"from": "2025-05-28", "until": "2029-01-01", "source": "service-description"}}
NOTHING_SENT = {"notices": [], "next_events": []}


def gaps():
    """SPEC 2: a gap in the rulebook is nobody's mistake of the form."""
    def renewal(name, why, expect, today, expires_on, form=GOOD, pilot=PILOT, **sections):
        form = changed(form, "/card/expires_on", expires_on)
        return with_overlay(assessed(name, why, expect, form=form, today=today, register=None),
                            pilot=pilot, **sections)

    unverified = {"code": "DATA_UNVERIFIED"}
    gap = {"code": "NOT_COVERED", "severity": "error"}
    yield renewal(
        "2027-without-an-mrp", "SPEC 2, 5: a duty whose rate is 0 needs no MRP",
        {"outcome": "accepted", "problems": [unverified, *UNCHECKED],
         "quote": {"total": "0.00", "lines": [{
             "code": "DUTY_FREE", "params": {"document": "identity_card", "ground": "expiry"},
             "source": "tax-code-2025", "amount": "0.00", "base": None, "rate": "0",
             "exemption": None}]},
         "next_events": ["filed"]}, "2027-02-10", "2027-02-20",
    )
    yield renewal(
        "2028-without-a-calendar", "SPEC 2: what cannot be answered is unavailable, not invalid",
        {"outcome": "unavailable", "ready": None, "problems": [unverified, *UNCHECKED, gap],
         **NOTHING_SENT}, "2028-02-10", "2028-02-20",
    )
    yield renewal(
        "a-duty-without-an-mrp", "SPEC 2: the MRP of 2027 is needed where a duty is charged",
        {"outcome": "unavailable", "quote": None, "problems": [unverified, *UNCHECKED, gap],
         **NOTHING_SENT}, "2027-02-10", "2027-02-20",
        duties={"card-2025-free": {
            "from": "2026-01-01", "source": "tax-code-2025", "document": "identity_card",
            "grounds": ["expiry"], "rate": "0.1"}},
    )
    yield renewal(
        "a-gap-and-a-mistake", "core/src/filing/assess.rs: a gap comes first; the mistake is listed too",
        {"outcome": "unavailable", "problems": [
            {"code": "EMAIL_FORMAT", "pointer": "/applicant/email"}, unverified, *UNCHECKED, gap],
         **NOTHING_SENT}, "2028-02-10", "2028-02-20", changed(GOOD, "/applicant/email", "serik"),
    )
    yield renewal(
        "a-gap-and-a-refusal", "SPEC 2: a refusal that can be decided is one",
        {"outcome": "refused", "decision": {"reasons": [{"code": "GROUND_NOT_ONLINE"}]}},
        "2028-02-10", "2028-02-20", changed(GOOD, "/ground", "loss"),
    )
    yield with_overlay(assessed(
        "a-gap-found-while-notices-are-written", "SPEC 2: the outcome is settled last",
        {"outcome": "unavailable", "decision": {"outcome": "eligible"},
         "problems": [*UNCHECKED, gap], **NOTHING_SENT},
    ), sms={name: {**entry, "until": TODAY} for name, entry in SMS.items()})
    yield assessed(
        "fee-of-the-registers-document", "SPEC 3: fees use the record's document",
        {"outcome": "invalid", "problems": [
            {"code": "REGISTER_MISMATCH", "pointer": "/document"}, *UNCHECKED],
         "quote": {"total": "0.00"}}, form=changed(GOOD, "/document", "passport"),
    )


def faults():
    for seconds in (0, 1, 59, 60, 300, 599, 600, 601, 602, 900, 3599, 3600):
        begins, ends = "2026-02-10T09:00:00Z", f"2026-02-10T{9 + seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}Z"
        paper = seconds > 600
        yield {
            "name": f"reason-{seconds}", "why": "SPEC 9: more than 600 seconds; 600 exactly do not",
            "input": {
                "attempt": {"from": begins, "to": "2026-02-10T10:00:00Z"},
                "faults": [{"from": begins, "to": ends, "channel": "mobile_app", "reference": "F-1"}],
            },
            "expect": {
                "paper": paper, "longest_seconds": seconds,
                "reason": {"code": "PAPER_ALLOWED" if paper else "PAPER_NOT_ALLOWED",
                           "params": {"minutes": seconds // 60, "seconds": seconds % 60,
                                      "limit_minutes": 10, "limit_seconds": 0}},
                **({"statement": {"reason": {"code": "FAULT_STATEMENT", "params": {
                    "number": "—", "channels": "mobile_app", "from_day": "2026-02-10",
                    "from_time": "14:00:00", "to_day": "2026-02-10",
                    "to_time": f"{14 + seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}",
                    "minutes": seconds // 60, "seconds": seconds % 60, "limit_minutes": 10,
                    "limit_seconds": 0, "references": "F-1", "online": "online_unknown"}}}} if paper else {}),
            },
        }


def slots():
    centre = CENTRES["centres"][0]
    broken = [
        ("time-without-zero", {"mon": [{"from": "9:00", "until": "18:00"}]}, "TIME_INVALID"),
        ("time-beyond-the-day", {"mon": [{"from": "09:00", "until": "24:01"}]}, "TIME_INVALID"),
        ("time-of-60-minutes", {"mon": [{"from": "09:60", "until": "18:00"}]}, "TIME_INVALID"),
        ("overlapping-ranges", {"mon": [{"from": "09:00", "until": "13:00"}, {"from": "12:00", "until": "18:00"}]},
         "TIMETABLE_OVERLAP"),
        ("no-such-weekday", {"monday": []}, "UNKNOWN_FIELD"),
    ]
    for name, timetable, code in broken:
        yield slot_case(name, f"catalogue {code}", {**centre, "timetable": timetable}, code)
    for name, value in ("spaces", "astana 1"), ("capitals", "Astana-1"), ("empty", ""), ("long", "a" * 33):
        yield slot_case(f"id-{name}", "catalogue ID_INVALID", {**centre, "id": value}, "ID_INVALID")
    for name, value in ("north", 90.5), ("south", -91):
        yield slot_case(f"too-far-{name}", "`Centre`: a coordinate beyond 90 degrees is VALUE_BOUNDS",
                        {**centre, "latitude": value}, "VALUE_BOUNDS")


def slot_case(name, why, centre, code):
    return {
        "name": name, "why": why,
        "input": {"centre": centre, "from": "2026-02-09", "days": 1, "booked": []}, "error": [code],
    }
