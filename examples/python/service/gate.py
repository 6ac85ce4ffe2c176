"""Admission: the caller of a request is known before anything else of it is read.

The gate refuses whoever has no credentials, on every path but the two that say whether the service
works. Each route then asks by a dependency for the role that it needs; a route that forgot would
still be closed to strangers, and a test tries every route.
"""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Request, Security
from fastapi.security import HTTPBearer
from starlette.types import ASGIApp, Receive, Scope, Send

from service.credentials import Caller, Credentials, Role
from service.language import language_of
from service.limits import Buckets
from service.problems import ServiceError, own_document
from service.settings import Settings
from service.texts import ServiceCode

OPEN_PATHS = ("/v1/health", "/v1/ready")
"""The paths that need no credentials: they say nothing but that the service works."""

_LOOPBACK = Caller("loopback", frozenset(Role))
_LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_FROM_ELSEWHERE = (b"forwarded", b"x-forwarded-for", b"x-real-ip", b"via", b"origin")
_BEARER = HTTPBearer(auto_error=False, description="A token of the file of credentials.")


class Gate:
    """Knows the caller, and refuses those without credentials or with too many requests."""

    def __init__(self, app: ASGIApp, settings: Settings, credentials: Credentials | None) -> None:
        self.app = app
        self._proxies = settings.proxies
        self._certificate = settings.certificate_header.encode()
        self._credentials = credentials
        self._callers = Buckets(settings.rate, settings.burst)
        self._addresses = Buckets(settings.anonymous_rate, settings.anonymous_burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or (scope["type"] == "http" and scope["path"] in OPEN_PATHS):
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            raise RuntimeError("only HTTP is spoken here")
        caller = self._caller(scope)
        if caller:
            wait = self._callers.wait(caller.name)
        else:
            wait = self._addresses.wait(self._address(scope))
        if caller and not wait:
            scope["caller"] = caller
            await self.app(scope, receive, send)
            return
        if wait:
            error = ServiceError(ServiceCode.TOO_MANY_REQUESTS)
            headers = {"retry-after": str(math.ceil(wait))}
        else:
            error = ServiceError(ServiceCode.UNAUTHENTICATED)
            headers = {"www-authenticate": "Bearer"}
        response = own_document(error, language_of(Request(scope)))
        response.headers.update(headers)
        await response(scope, receive, send)

    def _caller(self, scope: Scope) -> Caller | None:
        if self._credentials is None:
            return _LOOPBACK if _is_local(scope) else None
        subjects = _values(scope, self._certificate)
        if subjects and self._is_proxy(scope):
            return self._credentials.of_subject(subjects[0]) if len(subjects) == 1 else None
        tokens = _values(scope, b"authorization")
        scheme, _, token = tokens[0].partition(" ") if len(tokens) == 1 else ("", "", "")
        return self._credentials.of_token(token.strip()) if scheme.lower() == "bearer" else None

    def _is_proxy(self, scope: Scope) -> bool:
        return self._is_among_proxies(_peer(scope))

    def _is_among_proxies(self, address: str) -> bool:
        try:
            number = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(number in network for network in self._proxies)

    def _address(self, scope: Scope) -> str:
        """The client's address: the last one that no trusted proxy has."""
        address = _peer(scope)
        hops = ",".join(_values(scope, b"x-forwarded-for")).split(",")
        while hops and self._is_among_proxies(address):
            address = hops.pop().strip()
        try:
            return str(ipaddress.ip_address(address))
        except ValueError:
            return _peer(scope)


def _is_local(scope: Scope) -> bool:
    """`True` if a request comes from a program of this machine: over a loopback address, by no
    proxy and no page of a browser."""
    addresses = [_peer(scope), str((scope.get("server") or ("",))[0])]
    if any(name in _FROM_ELSEWHERE for name, _ in scope["headers"]):
        return False
    host = _values(scope, b"host")
    name = host[0].rpartition(":")[0] or host[0] if len(host) == 1 else ""
    try:
        local = all(ipaddress.ip_address(address).is_loopback for address in addresses)
    except ValueError:
        return False
    return local and (name in _LOCAL_HOSTS or host[0] in _LOCAL_HOSTS)


def _peer(scope: Scope) -> str:
    return str((scope.get("client") or ("",))[0])


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def allowed(*roles: Role) -> Callable[..., Caller]:
    """A dependency that lets callers with one of these roles in."""

    def check(request: Request, bearer: Annotated[Any, Security(_BEARER)] = None) -> Caller:
        # The parameter stands here for the OpenAPI page: the gate has read the header.
        del bearer
        caller = request.scope.get("caller")
        if not isinstance(caller, Caller):
            raise ServiceError(ServiceCode.UNAUTHENTICATED)
        if not any(caller.may(role) for role in roles):
            raise ServiceError(ServiceCode.FORBIDDEN)
        return caller

    return check


PortalCaller = Annotated[Caller, Depends(allowed(Role.PORTAL))]
OfficeCaller = Annotated[Caller, Depends(allowed(Role.OFFICE))]
AnyCaller = Annotated[Caller, Depends(allowed(Role.PORTAL, Role.OFFICE))]
MonitorCaller = Annotated[Caller, Depends(allowed(Role.MONITOR))]
