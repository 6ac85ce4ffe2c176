"""Notices with Jinja2, and the segments of a short message by hand."""

from __future__ import annotations

import datetime
from functools import lru_cache

import jinja2

ENVIRONMENT = jinja2.Environment(autoescape=False, undefined=jinja2.StrictUndefined)
ESCAPING = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
SMS = ENVIRONMENT.from_string(
    "Жеке куәлік дайын. Удостоверение {{ number }} готово: {{ day }} в {{ time }}, {{ centre }}."
)
SUBJECT = ENVIRONMENT.from_string("Удостоверение личности готово: заявление {{ number }}")
TEXT = ENVIRONMENT.from_string(
    "Здравствуйте!\n\nУдостоверение личности по заявлению {{ number }} готово.\n"
    "Получите его {{ day }} в {{ time }}: {{ centre }}, {{ address }}.\n\n"
    "Возьмите с собой прежнее удостоверение.\n"
)
HTML = ESCAPING.from_string(
    "<!DOCTYPE html><html lang='ru'><body><p>Здравствуйте!</p>"
    "<p>Удостоверение личности по заявлению <b>{{ number }}</b> готово.</p>"
    "<p>Получите его {{ day }} в {{ time }}: {{ centre }}, {{ address }}.</p>"
    "<p>Возьмите с собой прежнее удостоверение.</p></body></html>"
)
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("^{}\\[~]|€\f")


def segments(text: str) -> int:
    """The number of short messages of a text."""
    letters = set(text)
    if letters <= GSM_7 | EXTENSION:
        units = len(text) + sum(text.count(letter) for letter in letters & EXTENSION)
        return 1 if units <= 160 else -(-units // 153)
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= 70 else -(-units // 67)


@lru_cache
def written(day: datetime.date) -> str:
    """The day in Russian."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} года"


def notice(day: datetime.date) -> tuple[str, str, str, int, str]:
    """SMS, subject, text, segments, HTML."""
    data = {
        "number": "2026-000101",
        "day": written(day),
        "time": "09:30",
        "centre": "ЦОН № 1",
        "address": "Достық 1, Астана",
    }
    sms = SMS.render(data)
    return sms, SUBJECT.render(data), TEXT.render(data), segments(sms), HTML.render(data)
