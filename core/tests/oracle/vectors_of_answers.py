"""Assessments, faults and slots whose answers follow from a rule each."""

import json
from pathlib import Path

import oracle
from vectors_of_forms import DELIVERY, GOOD, TODAY, changed

ROOT = Path(__file__).resolve().parents[3]
RECORD = json.loads((ROOT / "examples/data/register/eligible.json").read_text(encoding="utf-8"))
CENTRES = json.loads((ROOT / "examples/data/centres.json").read_text(encoding="utf-8"))


# What a refusal says that has three causes, in each language.
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


def assessed(name, why, expect, form=GOOD, today=TODAY, register=RECORD, centres=None):
    given = {"form": form, "today": today, "register": register, "centres": centres}
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
            {"outcome": "accepted", "problems": [], "decision": {"outcome": "eligible"}},
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
            f"ready-filed-{today}", "SPEC 6: the reason of the ready date, with its figures",
            {"ready": {"ready_on": ready_on, "reason": {"code": "READY_ON", "params": {
                "filed_on": today, "ready_on": ready_on, "working_days": 15}}}}, today=today,
        )
    yield assessed(
        "unknown-centre", "catalogue CENTRE_UNKNOWN: the directory has no such centre",
        {"outcome": "invalid", "pickup": None, "problems": [{"code": "CENTRE_UNKNOWN"}]},
        form=changed(GOOD, "/receiving", {"method": "pickup", "centre": "nowhere-1"}), centres=CENTRES,
    )
    yield assessed(
        "delivery-estimated", "SPEC 6: an estimate by zone, after the ready date",
        {"delivery": {"reason": {"code": "DELIVERY_ESTIMATED"}}, "pickup": None}, form=DELIVERY,
        today="2026-02-11", register=None,
    )
    yield assessed(
        "pickup-offered", "SPEC 6: at the nearest centre, the first free slot on the ready date",
        {"pickup": {"offer": {"reason": {"code": "PICKUP_OFFERED"}}}}, centres=CENTRES,
    )
    closed = {**CENTRES, "centres": [{**centre, "timetable": {}, "overrides": {}}
                                     for centre in CENTRES["centres"]]}
    yield assessed(
        "no-free-slot", "catalogue NO_FREE_SLOT: the centres are never open",
        {"pickup": None, "problems": [{"code": "NO_FREE_SLOT"}]}, centres=closed,
    )
    for language, (subject, text) in REFUSAL.items():
        form = {**GOOD, "language": language, "document": "passport", "ground": "loss"}
        yield assessed(
            f"causes-are-a-list-{language}", "SPEC 13: several causes are a list, the action is said once",
            {"outcome": "refused", "notices": [
                {"kind": "refused", "language": language, "email": {"subject": subject, "text": text}}]},
            form=form, today="2026-03-02", register=None,
        )
    for text, code in ("{", "JSON_SYNTAX"), ("[]", "WRONG_TYPE"), ("", "JSON_SYNTAX"):
        yield assessed(
            f"form-of-{len(text)}-{code.lower().replace('_', '-')}", "SPEC 4: a form that cannot be read",
            {"outcome": "invalid", "application": None, "decision": None, "quote": None,
             "problems": [{"code": code, "pointer": ""}, {"code": "DATA_UNVERIFIED"}], "notices": []},
            form=text, register=None,
        )


def faults():
    for seconds in (0, 1, 59, 60, 300, 599, 600, 601, 602, 900, 3599, 3600):
        begins, ends = "2026-02-10T09:00:00Z", f"2026-02-10T{9 + seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}Z"
        paper = seconds > 600
        length = "duration" if paper else "longest"
        yield {
            "name": f"reason-{seconds}", "why": "SPEC 9: more than 600 seconds; 600 exactly do not",
            "input": {
                "attempt": {"from": begins, "to": "2026-02-10T10:00:00Z"},
                "faults": [{"from": begins, "to": ends, "channel": "mobile_app", "reference": "F-1"}],
            },
            "expect": {
                "paper": paper, "longest_seconds": seconds,
                "reason": {"code": "PAPER_ALLOWED" if paper else "PAPER_NOT_ALLOWED",
                           "params": {length: seconds, "limit": 600}},
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
