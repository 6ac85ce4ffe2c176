"""Admission: nobody without credentials, and nobody to another's data."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute
from service.credentials import Credentials, Role, add_token
from service.files import FileError
from service.gate import OPEN_PATHS
from service.limits import Buckets
from service.settings import Settings

from tests.portal import Portal, answer, form, parts, problem
from tests.test_openapi import application

# The roles of each request. A route that is not here fails the test below.
ROLES = {
    "POST /v1/photo-checks": "portal",
    "POST /v1/signature-checks": "portal",
    "POST /v1/assessments": "portal",
    "POST /v1/applications": "portal",
    "POST /v1/feedback": "portal",
    "GET /v1/feedback/summary": "office",
    "GET /metrics": "monitor",
    **dict.fromkeys(
        [
            "GET /v1/applications/{number}",
            "POST /v1/applications/{number}/events",
            "GET /v1/applications/{number}/notices",
            "PUT /v1/applications/{number}/booking",
            "GET /v1/applications/{number}/booking",
            "GET /v1/applications/{number}/booking.ics",
            "GET /v1/centres",
            "GET /v1/centres/{centre}/slots",
            "GET /v1/fees",
            "POST /v1/paper-rights",
            "GET /v1/rulebook",
            "GET /v1/codes/{code}",
            "GET /openapi.json",
        ],
        "portal office",
    ),
}


def routes(tmp_path: Path) -> list[tuple[str, str]]:
    """All routes that the service has, by method and path."""
    with application(tmp_path) as app:
        assert all(isinstance(route, APIRoute) for route in _flat(app.routes))
        return [
            (method, route.path)
            for route in _flat(app.routes)
            if isinstance(route, APIRoute)
            for method in sorted(route.methods or ())
        ]


def _flat(routes: Sequence[object]) -> list[object]:
    """The routes of an application, and those of the routers that it includes."""
    found: list[object] = []
    for route in routes:
        router = getattr(route, "original_router", None)
        found += _flat(router.routes) if router is not None else [route]
    return found


def test_every_route_asks_who_calls(portal: Portal, tmp_path: Path) -> None:
    found = routes(tmp_path)
    closed = [f"{method} {path}" for method, path in found if path not in OPEN_PATHS]
    assert sorted(closed) == sorted(ROLES)
    assert len(found) == len(closed) + len(OPEN_PATHS)
    strangers = {"none": "", "wrong": "Bearer " + "x" * 43, "basic": "Basic cG9ydGFsOg=="}
    for name in closed:
        method, path = name.split(" ")
        url = portal.url + re.sub(r"\{\w+\}", "00000-00000-00000", path)
        for header in strangers.values():
            refused = httpx.request(method, url, headers={"authorization": header})
            assert problem(refused, 401)["code"] == "UNAUTHENTICATED", name
            assert refused.headers["www-authenticate"] == "Bearer"
        for role in Role:
            bearer = {"authorization": f"Bearer {portal.tokens[role.value]}"}
            status = httpx.request(method, url, headers=bearer).status_code
            assert status != 401, name
            assert (status != 403) == (role.value in ROLES[name]), (name, role, status)
    for path in OPEN_PATHS:
        assert httpx.get(portal.url + path).status_code == 200


def test_strangers_learn_nothing_of_routes_and_send_nothing(portal: Portal) -> None:
    for path in ("/", "/v1/nothing", "/docs", "/v1/health/", "/v1//health", "/v1/health%2f.."):
        assert httpx.get(portal.url + path).status_code == 401
    long = httpx.post(f"{portal.url}/v1/photo-checks", content=b"\0" * (9 << 20))
    assert problem(long, 401)["code"] == "UNAUTHENTICATED"
    two = [("authorization", f"Bearer {portal.tokens['portal']}")] * 2
    assert httpx.get(f"{portal.url}/v1/rulebook", headers=two).status_code == 401


def test_a_portal_says_only_what_is_its_own(portal: Portal) -> None:
    number, at = portal.number(), "2026-02-10T09:00:00+05:00"
    event = {"id": "r-1", "at": at, "event": "registered", "ticket": "T-1"}
    for kind in ("registered", "approved", "issued", "annulled"):
        refused = portal.http.post(
            f"/applications/{number}/events",
            json={**event, "event": kind, **({"reasons": ["photo"]} if kind == "annulled" else {})},
        )
        assert refused.status_code in (403, 422), kind
        assert answer(refused)["code"] != "EVENT_NOT_ALLOWED"
    assert answer(portal.http.get(f"/applications/{number}"))["state"] == "filed"
    left = portal.http.post(
        f"/applications/{number}/events", json={"id": "w", "at": at, "event": "withdrawn"}
    )
    assert answer(left)["state"] == "withdrawn"


def test_another_portal_sees_nothing(portal: Portal) -> None:
    number = portal.number()
    add_token(portal.secrets / "credentials", "other", Role.PORTAL, portal.secrets / "other.token")
    add_token(portal.secrets / "credentials", "portal", Role.PORTAL, portal.secrets / "next.token")
    portal.stop()
    portal.start()
    for name in ("other", "next"):
        portal.tokens[name] = (portal.secrets / f"{name}.token").read_text().strip()
    with portal.client("other") as other:
        for path in ("", "/notices", "/booking", "/booking.ics"):
            hidden = problem(other.get(f"/applications/{number}{path}"), 404)
            assert hidden["code"] == "APPLICATION_UNKNOWN"
        wish = {"centre": "astana-1", "day": "2026-03-04", "time": "09:00"}
        assert other.put(f"/applications/{number}/booking", json=wish).status_code == 404
        feedback = {"overall": 5, "channel": "portal", "at": "2026-02-10T08:00:00+05:00"}
        about = other.post("/feedback", json={**feedback, "application": number})
        assert problem(about, 404)["pointer"] == "/application"
        left = {"id": "w", "at": "2026-02-10T09:00:00+05:00", "event": "withdrawn"}
        assert other.post(f"/applications/{number}/events", json=left).status_code == 404
    # Both tokens of the first one work while one replaces the other.
    with portal.client("next") as renewed:
        assert renewed.get(f"/applications/{number}").status_code == 200
    assert portal.http.get(f"/applications/{number}").status_code == 200


def test_a_certificate_is_believed_from_a_proxy_alone(tmp_path: Path) -> None:
    subject = "CN=portal.example.kz,O=Portal"
    started = Portal(tmp_path, QUJAT_PROXIES="127.0.0.2")
    with (started.secrets / "credentials").open("a") as file:
        file.write(f"gosportal portal subject {subject}\n")
    started.stop()
    url = {}
    for proxies in ("127.0.0.2", "127.0.0.0/30"):
        started.settings["QUJAT_PROXIES"] = proxies
        started.start()
        certificate = {"x-client-certificate-subject": subject}
        url[proxies] = httpx.get(f"{started.url}/v1/rulebook", headers=certificate).status_code
        other = {"x-client-certificate-subject": f"{subject}x"}
        assert httpx.get(f"{started.url}/v1/rulebook", headers=other).status_code == 401
        twice = [*certificate.items(), *certificate.items()]
        assert httpx.get(f"{started.url}/v1/rulebook", headers=twice).status_code == 401
        started.stop()
    assert url == {"127.0.0.2": 401, "127.0.0.0/30": 200}


def test_without_credentials_only_this_machine_comes_in(tmp_path: Path) -> None:
    started = Portal(tmp_path)
    started.stop()
    started.settings["QUJAT_CREDENTIALS"] = ""
    refused = started.command("serve", QUJAT_HOST="0.0.0.0")
    assert refused.returncode == 1
    assert "without QUJAT_CREDENTIALS the service listens on a loopback address" in refused.stderr
    started.start()
    url = f"{started.url}/v1/rulebook"
    assert httpx.get(url).status_code == 200
    for headers in (
        {"x-forwarded-for": "192.0.2.1"},
        {"forwarded": "for=192.0.2.1"},
        {"origin": "https://example.com"},
        {"host": "evil.example.com"},
        {"host": f"evil.example.com:{started.port}"},
    ):
        assert httpx.get(url, headers=headers).status_code == 401, headers
    started.stop()


def test_the_service_does_not_start_without_keys(tmp_path: Path) -> None:
    started = Portal(tmp_path)
    started.stop()
    missing = started.command("serve", QUJAT_KEYS="")
    assert missing.returncode == 1 and "QUJAT_KEYS names no key file" in missing.stderr
    for name in ("keys", "credentials"):
        file = started.secrets / name
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        file.chmod(0o640)
        readable = started.command("serve")
        assert readable.returncode == 1
        assert "is open to other users: run `chmod 600" in readable.stderr
        file.chmod(0o600)
    wrong = started.command("serve", QUJAT_RATE="-1")
    assert wrong.returncode == 1 and "QUJAT_RATE cannot be '-1'" in wrong.stderr


@pytest.mark.parametrize(
    "line",
    [
        "portal portal token abc",
        "portal admin token " + "0" * 64,
        "Portal portal token " + "0" * 64,
        "portal portal password secret",
        "portal portal token",
    ],
)
def test_bent_credentials_are_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "credentials"
    file.touch(0o600)
    file.write_text(f"{line}\n")
    with pytest.raises(FileError) as refused:
        Credentials.read(file)
    assert "secret" not in str(refused.value) and "abc" not in str(refused.value)


def test_a_token_is_kept_as_a_hash(tmp_path: Path) -> None:
    add_token(tmp_path / "credentials", "desk", Role.OFFICE, tmp_path / "token")
    token = (tmp_path / "token").read_text().strip()
    assert len(token) == 43
    assert token not in (tmp_path / "credentials").read_text()
    credentials = Credentials.read(tmp_path / "credentials")
    caller = credentials.of_token(token)
    assert caller is not None and (caller.name, caller.roles) == ("desk", frozenset({Role.OFFICE}))
    assert credentials.of_token(token[:-1]) is None
    assert credentials.of_subject(token) is None
    with pytest.raises(FileExistsError):
        add_token(tmp_path / "credentials", "desk", Role.OFFICE, tmp_path / "token")


def test_buckets_fill_again_and_are_not_without_number() -> None:
    now = [0.0]
    buckets = Buckets(2, 3, clock=lambda: now[0], most=4)
    assert [buckets.wait("a") for _ in range(5)] == [0, 0, 0, 0.5, 0.5]
    assert buckets.wait("b") == 0
    now[0] = 0.5
    assert [buckets.wait("a") for _ in range(2)] == [0, 0.5]
    now[0] = 1000
    assert [buckets.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    for index in range(100):
        buckets.wait(str(index))
    assert len(buckets._clients) == 4


def test_too_many_requests_are_refused(tmp_path: Path) -> None:
    limits = {"QUJAT_RATE": "0.001", "QUJAT_BURST": "5"}
    strangers = {"QUJAT_ANONYMOUS_RATE": "0.001", "QUJAT_ANONYMOUS_BURST": "3"}
    started = Portal(tmp_path, **limits, **strangers)
    answers = [started.http.get("/rulebook") for _ in range(8)]
    assert [response.status_code for response in answers] == [200] * 5 + [429] * 3
    assert problem(answers[-1], 429)["code"] == "TOO_MANY_REQUESTS"
    assert 0 < int(answers[-1].headers["retry-after"]) <= 1000
    # Each caller has a bucket of its own, and so has an address without credentials.
    assert started.office.get("/rulebook").status_code == 200
    with started.client(None) as stranger:
        statuses = [stranger.get("/rulebook").status_code for _ in range(5)]
        assert statuses == [401, 401, 401, 429, 429]
        forged = {"x-forwarded-for": "192.0.2.9"}
        assert stranger.get("/rulebook", headers=forged).status_code == 429
        assert stranger.get("/health").status_code == 200
    started.stop()


def test_answers_carry_the_headers_of_a_careful_server(portal: Portal, tmp_path: Path) -> None:
    for response in (portal.http.get("/rulebook"), httpx.get(f"{portal.url}/v1/nothing")):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert "server" not in response.headers
        assert "strict-transport-security" not in response.headers
    started = Portal(tmp_path, QUJAT_HTTPS="1")
    secure = started.http.get("/health").headers["strict-transport-security"]
    assert secure.startswith("max-age=31536000")
    started.stop()


def test_settings_have_the_names_that_the_readme_lists() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text()
    names = {f"QUJAT_{name.upper()}" for name in Settings.__dataclass_fields__}
    assert names == set(re.findall(r"`(QUJAT_\w+)`", readme))


def test_forms_and_parts_are_few(portal: Portal) -> None:
    many = {f"extra{index}": (None, b"x") for index in range(9)}
    headers = {"idempotency-key": "3b8c1f6c1e3a534f"}
    given = parts(form())
    refused = portal.http.post(
        "/applications", headers=headers, data=given["data"], files={**given["files"], **many}
    )
    assert problem(refused, 400)["code"] == "REQUEST_INVALID"
