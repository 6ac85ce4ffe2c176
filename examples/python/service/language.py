"""The language of an answer."""

from __future__ import annotations

from typing import Annotated

import qujat
from fastapi import Depends, Header, Query, Request

DEFAULT = qujat.Language.KK


def preferred(lang: str | None, accept: str | None) -> qujat.Language:
    """The language asked for by `lang`, or else the one that `Accept-Language` likes best, or else
    Kazakh."""
    ranges = [(lang or "", 1.0)]
    for part in (accept or "").split(","):
        tag, _, quality = part.partition(";q=")
        ranges.append((tag, _weight(quality)))
    # Sorting keeps the order of ranges that are liked equally.
    for tag, weight in sorted(ranges, key=lambda entry: -entry[1]):
        primary = tag.strip().lower().partition("-")[0]
        if weight > 0 and primary in list(qujat.Language):
            return qujat.Language(primary)
    return DEFAULT


def language_of(request: Request) -> qujat.Language:
    """The language of a request, also of one that went wrong."""
    return preferred(request.query_params.get("lang"), request.headers.get("accept-language"))


def _language(
    request: Request,
    lang: Annotated[
        str | None, Query(description="`kk`, `ru` or `en`; goes before `Accept-Language`.")
    ] = None,
    accept_language: Annotated[
        str | None, Header(description="The languages liked, as browsers send them.")
    ] = None,
) -> qujat.Language:
    # The parameters stand here for the OpenAPI page.
    del lang, accept_language
    return language_of(request)


TheLanguage = Annotated[qujat.Language, Depends(_language)]


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
