"""The bodies that callers send, for the OpenAPI page; the library reads and
checks them."""

from __future__ import annotations

from typing import Any

import qujat

from service.settings import EXAMPLES

FORM_EXAMPLE = (EXAMPLES / "data" / "eligible.json").read_text("utf-8")
"""A form that can be filed, as JSON text."""

IMAGE: dict[str, Any] = {"type": "string", "format": "binary"}

_MOMENT: dict[str, Any] = {"type": "string", "format": "date-time"}
_REFERENCE: dict[str, Any] = {
    "type": "string",
    "pattern": "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$",
    "maxLength": 64,
}

FAULTS: dict[str, Any] = {
    "title": "Attempt and faults",
    "type": "object",
    "required": ["attempt", "faults"],
    "additionalProperties": False,
    "properties": {
        "attempt": {
            "description": "When the applicant tried to apply.",
            "type": "object",
            "required": ["from", "to"],
            "additionalProperties": False,
            "properties": {"from": _MOMENT, "to": _MOMENT},
        },
        "faults": {
            "description": "The faults known for that time; one without an end lasts.",
            "type": "array",
            "maxItems": 10_000,
            "items": {
                "type": "object",
                "required": ["from", "channel", "reference"],
                "additionalProperties": False,
                "properties": {
                    "from": _MOMENT,
                    "to": _MOMENT,
                    "channel": {"enum": [channel.value for channel in qujat.Channel]},
                    "reference": _REFERENCE,
                },
            },
        },
        "known_until": {"description": "Until when faults are known.", **_MOMENT},
        "number": {"description": "The statement's; by default the service's own.", **_REFERENCE},
        "expires_on": {
            "description": "Of the card, to say whether it could be renewed online that day.",
            "type": "string",
            "format": "date",
        },
    },
}

EVENT: dict[str, Any] = {
    "title": "Event",
    "description": "What happened to the application. `paid` has an amount, `registered` a ticket, "
    "`annulled` reasons, `ready_for_pickup` and `delivery_failed` a centre.",
    "type": "object",
    "required": ["id", "at", "event"],
    "additionalProperties": False,
    "properties": {
        "id": {
            "description": "Unique within the application: the same event again changes nothing.",
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
        },
        "at": {"description": "When it happened.", "type": "string", "format": "date-time"},
        "event": {"type": "string", "enum": [kind.value for kind in qujat.ActionKind]},
        "amount": {"description": "In tenge, exactly what was due.", "type": "string"},
        "ticket": {"type": "string", "minLength": 1, "maxLength": 64},
        "centre": {"type": "string", "pattern": "^[a-z0-9._-]{1,32}$"},
        "reasons": {
            "type": "array",
            "items": {"enum": [reason.value for reason in qujat.AnnulmentReason]},
            "minItems": 1,
            "maxItems": 2,
        },
    },
    "examples": [
        {
            "id": "r-1",
            "at": "2026-02-10T10:00:00+05:00",
            "event": "registered",
            "ticket": "T-2026-000101",
        }
    ],
}

_RATING = {"type": "integer", "minimum": 1, "maximum": 5}
_TEXT = {"type": "string", "maxLength": 2000}
FEEDBACK: dict[str, Any] = {
    "title": "Feedback",
    "description": "Phone numbers, e-mail addresses and IINs in the texts are masked.",
    "type": "object",
    "required": ["overall", "channel", "at"],
    "additionalProperties": False,
    "properties": {
        "overall": _RATING,
        "speed": _RATING,
        "clarity": _RATING,
        "courtesy": _RATING,
        "comment": _TEXT,
        "suggestion": _TEXT,
        "application": {"description": "Its number; none if anonymous.", "type": "string"},
        "channel": {"type": "string", "enum": [channel.value for channel in qujat.Channel]},
        "region": {"type": "string", "enum": [region.value for region in qujat.Region]},
        "at": {"type": "string", "format": "date-time"},
    },
    "examples": [
        {
            "overall": 5,
            "speed": 4,
            "channel": "portal",
            "at": "2026-03-04T10:20:00+05:00",
            "comment": "Бәрі тез!",
        }
    ],
}
