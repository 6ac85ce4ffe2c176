"""Days (`YYYY-MM-DD`) and instants (RFC 3339), read strictly and written canonically."""

import re
from datetime import date, datetime, timedelta, timezone

from refused import Refused

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
INSTANT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"(?:\.([0-9]{1,9}))?(Z|[+-][0-9]{2}:[0-9]{2})"
)
NANOSECONDS = 1_000_000_000
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def read_day(text):
    """The date that `text` names, or None if there is no such date."""
    parts = DAY.fullmatch(text)
    if parts is None:
        return None
    try:
        return date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        return None


def read_days(given, *fields):
    """The dates of several fields of an input; all bad ones are refused together."""
    days = [read_day(given[field]) for field in fields]
    bad = [f"DATE_INVALID /{field}" for field, day in zip(fields, days) if day is None]
    if bad:
        raise Refused(bad)
    return days


def read_instant(text):
    """Nanoseconds since 1970-01-01T00:00:00Z, a whole number of any size."""
    parts = INSTANT.fullmatch(text)
    if parts is None:
        raise ValueError("not an RFC 3339 instant of at most nanoseconds")
    year, month, day, hour, minute, second = (int(parts[n]) for n in range(1, 7))
    moment = datetime(year, month, day, hour, minute, second, tzinfo=timezone.utc)
    if parts[8] != "Z":
        offset = timedelta(hours=int(parts[8][1:3]), minutes=int(parts[8][4:6]))
        # Local time is UTC plus the offset, so UTC is local time less the offset.
        moment = moment - offset if parts[8][0] == "+" else moment + offset
    since = moment - EPOCH
    whole = since.days * 86_400 + since.seconds
    return whole * NANOSECONDS + int((parts[7] or "0").ljust(9, "0"))


def write_instant(nanoseconds):
    """RFC 3339 in UTC, with as many decimals of a second as are needed."""
    whole, fraction = divmod(nanoseconds, NANOSECONDS)
    text = (EPOCH + timedelta(seconds=whole)).strftime("%Y-%m-%dT%H:%M:%S")
    if fraction:
        text += "." + str(fraction).rjust(9, "0").rstrip("0")
    return text + "Z"
