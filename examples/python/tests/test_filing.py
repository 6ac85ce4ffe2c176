"""Filings, refusals, and the notices to the applicant."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from inspect import iscoroutinefunction

import pytest
from fastapi.routing import APIRoute
from service.numbers import PATTERN
from service.routes import applications, fees, images, pickup

from tests.portal import PHOTOS, SIGNATURE, Portal, answer, form, parts, problem

VERBATIM = "оформление не доступно, обратитесь в ЦОН"


def test_a_refusal_carries_the_verbatim_notice(portal: Portal) -> None:
    response = portal.file(form("too_early"), lang="ru")
    refused = problem(response, 422)
    assert refused["detail"] == VERBATIM
    assert refused["code"] == "TOO_EARLY"
    assert refused["problems"][0]["severity"] == "refusal"
    assert refused["params"]["opens_on"] == "2026-05-31"
    assert response.headers["content-language"] == "ru"
    assert [notice["kind"] for notice in refused["notices"]] == ["refused"]
    notice = refused["notices"][0]
    assert notice["language"] == "ru"
    assert VERBATIM in notice["sms"]["text"]
    assert VERBATIM in notice["email"]["html"]
    unknown = problem(portal.http.get("/applications/00000-00000-00000"), 404)
    assert unknown["code"] == "APPLICATION_UNKNOWN"


def test_six_mistakes_are_told_at_once(portal: Portal) -> None:
    headers = {"accept-language": "fr, en;q=0.8, ru;q=0.5"}
    headers["idempotency-key"] = "0123456789abcdef"
    response = portal.http.post("/applications", headers=headers, **parts(form("six_mistakes")))
    invalid = problem(response, 422)
    mistakes = [entry for entry in invalid["problems"] if entry["severity"] == "error"]
    found = {entry["pointer"]: entry for entry in mistakes}
    assert len(mistakes) == len(found)
    assert sorted(found) == [
        "/applicant/email",
        "/applicant/iin",
        "/applicant/phone",
        "/applicant/surname",
        "/card/number",
        "/receiving/address/postcode",
    ]
    assert found["/applicant/iin"]["code"] == "IIN_CHECK_DIGIT"
    assert found["/applicant/iin"]["message"].startswith("The IIN is mistyped")
    assert "900101300008" not in response.text
    assert invalid["notices"] == []


@pytest.mark.parametrize(
    ("name", "code"), [("no_face.png", "PHOTO_NO_FACE"), ("tilted.png", "PHOTO_TILTED")]
)
def test_a_bad_photo_is_told_and_not_filed(portal: Portal, name: str, code: str) -> None:
    photo = (PHOTOS / name).read_bytes()
    report = answer(portal.http.post("/photo-checks", content=photo, params={"lang": "en"}))
    assert report["verdict"] == "fail"
    failed = [check for check in report["checks"] if check["verdict"] == "fail"]
    assert code in [check["code"] for check in failed]
    assert all(check["message"] for check in report["checks"])

    wanted = form()
    invalid = problem(portal.file(wanted, photo), 422)
    places = {(entry["code"], entry["pointer"]) for entry in invalid["problems"]}
    assert (code, "/photo") in places
    assert portal.file(wanted).status_code == 201


def test_good_pictures_pass(portal: Portal) -> None:
    photo = (PHOTOS / "good.jpg").read_bytes()
    report = answer(portal.http.post("/photo-checks", content=photo))
    assert report["verdict"] in ("pass", "warn")
    assert report["face"] is not None
    signature = answer(portal.http.post("/signature-checks", content=SIGNATURE))
    assert signature["verdict"] in ("pass", "warn")
    nothing = answer(portal.http.post("/signature-checks", content=b"no picture"))
    assert nothing["verdict"] == "fail"
    assert nothing["file"] is None


def test_the_same_request_again_changes_nothing_on_any_day(portal: Portal) -> None:
    wanted, key = form(), "0b8c1f6c1e3a534f"
    state = answer(portal.file(wanted, key=key))
    again = portal.file(wanted, key=key)
    assert again.status_code == 200
    # The same, spelled in another way.
    spelled = json.dumps(wanted, indent=4).replace("+7 (701) 000-00-01", "8 701 000 00 01")
    assert portal.file(spelled, key=key).status_code == 200
    # By then the card has expired too long ago for a new application.
    portal.is_on("2026-06-01")
    much_later = portal.file(wanted, key=key)
    assert much_later.status_code == 200
    assert answer(much_later) == state
    assert len(portal.notices(state["number"])) == 1
    other = portal.file({**wanted, "language": "ru"}, key=key, lang="en")
    assert problem(other, 422)["code"] == "KEY_REUSED"
    other_photo = portal.file(wanted, (PHOTOS / "good.jpg").read_bytes(), key=key)
    assert problem(other_photo, 422)["code"] == "KEY_REUSED"


def test_what_is_the_same_the_library_decides(portal: Portal) -> None:
    wanted, key = form(), "1b8c1f6c1e3a534f"
    text = json.dumps(wanted, ensure_ascii=False)
    assert portal.file(text, key=key).status_code == 201
    # To Python's reader, which takes the last one, this is the same form.
    twice = text.replace('{"language": "kk"', '{"language": "ru", "language": "kk"', 1)
    assert twice != text and json.loads(twice) == wanted
    assert problem(portal.file(twice, key=key), 422)["code"] == "KEY_REUSED"
    refused = problem(portal.file(twice), 422)
    assert (refused["code"], refused["pointer"]) == ("DUPLICATE_FIELD", "/language")


def test_the_service_gives_the_number(portal: Portal) -> None:
    numbers = {portal.number() for _ in range(3)}
    assert len(numbers) == 3
    assert all(re.fullmatch(PATTERN, number) and len(number) <= 32 for number in numbers)
    for given in ("2026-000101", "../../etc", 7, None):
        refused = problem(portal.file({**form(), "number": given}), 422)
        assert (refused["code"], refused["pointer"]) == ("NUMBER_GIVEN", "/number")
    broken = problem(portal.file('{\n "language": }'), 422)
    assert broken["code"] == "JSON_SYNTAX"
    assert broken["params"]["line"] == 2
    for text in ("", "[]", "{}", "{", "null", '\ufeff{"language": "kk"}', '{"a": "}', "{,}"):
        assert problem(portal.file(text), 422)["notices"] == []


def test_one_open_application_for_an_iin(portal: Portal) -> None:
    wanted = form()
    number = portal.filed(wanted)["number"]
    again = problem(portal.file({**wanted, "language": "ru"}), 409)
    assert (again["code"], again["pointer"]) == ("APPLICATION_OPEN", "/applicant/iin")
    at = "2026-02-10T09:00:00+05:00"
    assert portal.moves(number, "withdrawn", at) == "withdrawn"
    assert portal.file(wanted).status_code == 201


def test_filed_at_the_same_time_it_is_filed_once(portal: Portal) -> None:
    wanted, key = form(), "2b8c1f6c1e3a534f"
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: portal.file(wanted, key=key), range(6)))
    assert sorted(response.status_code for response in answers) == [200, 200, 200, 200, 200, 201]
    numbers = {answer(response)["number"] for response in answers}
    assert len(numbers) == 1
    assert len(portal.notices(numbers.pop())) == 1
    with ThreadPoolExecutor(6) as threads:
        wanted = form()
        answers = list(threads.map(lambda _: portal.file(wanted), range(6)))
    assert sorted(response.status_code for response in answers) == [201, 409, 409, 409, 409, 409]


def test_an_assessment_stores_nothing(portal: Portal) -> None:
    wanted = form()
    response = portal.http.post("/assessments", params={"lang": "en"}, **parts(wanted))
    assessed = answer(response)
    assert assessed["outcome"] == "accepted"
    assert assessed["answer"]["ready"]["ready_on"] == "2026-03-03"
    assert assessed["answer"]["pickup"]["offer"]["centre"] == "astana-1"
    assert assessed["notices"][0]["kind"] == "received"
    assert portal.file(wanted).status_code == 201
    lost = portal.http.post("/assessments", params={"lang": "en"}, **parts(form("lost")))
    assert answer(lost)["outcome"] == "refused"
    assert answer(lost)["problems"][0]["code"] == "GROUND_NOT_ONLINE"


def test_a_body_that_is_too_long_is_not_read(portal: Portal) -> None:
    long = b"\0" * (9 << 20)
    declared = portal.http.post("/photo-checks", content=long)
    assert problem(declared, 413)["code"] == "BODY_TOO_LARGE"
    streamed = portal.http.post("/photo-checks", content=iter([b"\0" * (1 << 20)] * 9))
    assert problem(streamed, 413)["code"] == "BODY_TOO_LARGE"
    as_part = portal.file(form(), long)
    assert problem(as_part, 413)["code"] == "BODY_TOO_LARGE"


def test_the_clock_decides_the_day(portal: Portal) -> None:
    # Still 10 February in London, and already the 11th in Kazakhstan.
    portal.set_clock("2026-02-10T20:00:00+00:00")
    assert answer(portal.http.get("/rulebook"))["today"] == "2026-02-11"
    state = portal.filed(form())
    assert (state["filed_on"], state["ready_on"]) == ("2026-02-11", "2026-03-04")


def test_routes_parameters_and_methods_have_problem_documents(portal: Portal) -> None:
    http = portal.http
    assert problem(http.get("/nothing"), 404)["code"] == "ROUTE_UNKNOWN"
    wrong_method = http.delete("/fees")
    assert problem(wrong_method, 405)["code"] == "METHOD_NOT_ALLOWED"
    assert wrong_method.headers["allow"] == "GET"
    parameter = problem(http.get("/fees", params={"ground": "whim", "lang": "ru"}), 422)
    assert (parameter["code"], parameter["params"]) == (
        "PARAMETER_INVALID",
        {"name": "query.ground"},
    )
    assert parameter["detail"] == "Параметр запроса не указан или указан неверно."
    code = answer(http.get("/codes/IIN_CHECK_DIGIT"))
    assert code["area"] == "identity"
    assert http.get("/codes/NO_SUCH_CODE").status_code == 404


def test_fees_and_centres(portal: Portal) -> None:
    quote = answer(portal.http.get("/fees", params={"ground": "damage", "lang": "en"}))
    assert quote["total"] == "865.00"
    assert quote["lines"][0]["source"]
    delivered = answer(portal.http.get("/fees", params={"deliver_to": "KZ-75"}))
    assert [line["code"] for line in delivered["lines"]] == ["DUTY_FREE", "DELIVERY_FEE"]
    assert [line["base"] for line in delivered["lines"]] == [None, "1500.00"]
    assert delivered["warnings"]
    outside = portal.http.get("/fees", params={"ground": "damage", "on": "2031-01-01"})
    assert problem(outside, 422)["code"] == "NOT_COVERED"
    place = {"latitude": "43.24", "longitude": "76.94", "service": "handing_out"}
    nearest = portal.http.get("/centres", params=place).json()
    assert nearest[0]["centre"] == "almaty-1"
    assert "almaty-2" not in [centre["centre"] for centre in nearest]


def test_pictures_are_checked_beside_the_loop() -> None:
    routers = (images.router, applications.router, pickup.router, fees.router)
    routes = [route for router in routers for route in router.routes]
    endpoints = [route.endpoint for route in routes if isinstance(route, APIRoute)]
    assert len(endpoints) == len(routes)
    assert images.check_photo in endpoints
    coroutines = [endpoint for endpoint in endpoints if iscoroutinefunction(endpoint)]
    assert coroutines == []
