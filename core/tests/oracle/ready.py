"""SPEC 6: the card is ready within 15 working days of the registration; before it is
known, of the filing, and the answer says that this is assumed."""

from refused import Refused
from times import read_days
from working_calendar import require_covered, working_day_after

WORKING_DAYS = 15


def answer(given):
    if given.get("registered_on") is None:
        (begins_on,) = read_days(given, "filed_on")
        code, begin = "READY_ASSUMED", "filed_on"
    else:
        filed_on, begins_on = read_days(given, "filed_on", "registered_on")
        code, begin = "READY_ON", "registered_on"
        if begins_on < filed_on:
            raise Refused(["INTERVAL_REVERSED"])
    require_covered(begins_on.year)
    # Day 1 is the first working day after the registration.
    ready_on = working_day_after(begins_on, WORKING_DAYS)
    params = {begin: str(begins_on), "ready_on": str(ready_on), "working_days": WORKING_DAYS}
    return {
        "ready_on": str(ready_on), "working_days": WORKING_DAYS,
        "reason": {"code": code, "params": params},
    }
