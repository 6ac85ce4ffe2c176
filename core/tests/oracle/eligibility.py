"""SPEC 2 and 3: may this card be renewed online on this day?

Nothing is computed with periods: whether a card is renewed online is asked day by day, of the rules in
force on each day.
"""

from datetime import date, timedelta

from times import read_day, read_days

# The entries of the default edition, by their names in the rulebook (SPEC 2, 3).
ONLINE = {"service": {"documents": ["identity_card"], "grounds": ["expiry"]}}
WINDOW = {"expiry": {"opens_days_before": 30, "closes_days_after": 10}}
PERIOD = {"from": "2025-05-28", "until": "2026-03-01"}
# The pilot of each edition; `until` is exclusive.
PILOT = {
    "service-2025": {"period": PERIOD},
    "order-389-253": {"period": {**PERIOD, "until": "2026-04-01"}},
}
ONE_DAY = timedelta(days=1)
# The first and the last day of each.
PILOT_DAYS = {
    edition: (date.fromisoformat(pilot["period"]["from"]),
              date.fromisoformat(pilot["period"]["until"]) - ONE_DAY)
    for edition, pilot in PILOT.items()
}


class Rules:
    """The rules of an edition, or of an overlay that replaces entries of one."""

    def __init__(self, given):
        overlay = given.get("overlay") or {}
        edition = overlay.get("extends") or given.get("edition") or "service-2025"
        self.edition = overlay.get("edition") or edition
        self.online = entries(ONLINE, overlay.get("online"))
        self.windows = entries(WINDOW, overlay.get("window"))
        self.pilot = entries(PILOT[edition], overlay.get("pilot"))

    def renews(self, document, ground, expires_on, day):
        """`True` if the card is renewed online on a day."""
        services, window = on(self.online, day), on(self.windows, day)
        if services is None or window is None or on(self.pilot, day) is None:
            return False
        left = (expires_on - day).days
        return (
            document in services["documents"]
            and ground in services["grounds"]
            and -window["closes_days_after"] <= left <= window["opens_days_before"]
        )

    def runs(self, document, ground, expires_on):
        """The runs of days on which it is, each as its first and its last day."""
        before = max((w["opens_days_before"] for *_, w in self.windows), default=0)
        after = max((w["closes_days_after"] for *_, w in self.windows), default=0)
        runs, is_open = [], False
        for number in range(-before, after + 1):
            day = expires_on + number * ONE_DAY
            if not self.renews(document, ground, expires_on, day):
                is_open = False
            elif is_open:
                runs[-1][1] = day
            else:
                runs.append([day, day])
                is_open = True
        return runs


def entries(own, replaced):
    """(first day, day after the last, entry) of each entry. `replaced` has entries by their names;
    null takes one away."""
    named = {**own, **(replaced or {})}
    return [
        (read_day(entry.get("from") or "0001-01-01"), read_day(entry.get("until") or "9999-12-31"), entry)
        for entry in named.values() if entry is not None
    ]


def on(dated, day):
    """The entry in force on a day, or None."""
    return next((entry for first, until, entry in dated if first <= day < until), None)


def answer(given):
    expires_on, today = read_days(given, "expires_on", "today")
    rules = Rules(given)
    document, ground = given["document"], given["ground"]
    days_left = (expires_on - today).days
    services, window = on(rules.online, today), on(rules.windows, today)

    reasons = []
    if document not in services["documents"]:
        reasons.append(reason("DOCUMENT_NOT_ONLINE", document=document))
    if ground not in services["grounds"]:
        reasons.append(reason("GROUND_NOT_ONLINE", ground=ground))
    # The state register's answer, if it was asked: SPEC 3.
    register = []
    if given.get("status") not in (None, "valid", "expired"):
        register.append(reason("CARD_NOT_VALID", status=given["status"]))
    if given.get("is_holder") is False:
        register.append(reason("NOT_HOLDER"))

    # A card refused for its document, ground, status or holder has no online days: unless the document
    # or the ground will be served, for changes are seen ahead.
    runs = [] if register else rules.runs(document, ground, expires_on)
    if reasons and all(run[1] < today for run in runs):
        runs = []
    passed = [run for run in runs if run[1] < today]
    coming = [run for run in runs if run[1] >= today]
    online, *rest = coming or passed[-1:] or [None]
    again = rest[0] if rest else None
    is_ahead = bool(coming) and coming[0][0] > today

    starts_later = False
    if on(rules.pilot, today) is None:
        over = [until - ONE_DAY for _, until, _ in rules.pilot if until <= today]
        ahead = [first for first, _, _ in rules.pilot if first > today]
        starts_later = bool(ahead)
        if not over:
            reasons.append(reason("PILOT_NOT_STARTED", first_day=str(min(ahead))))
        elif ahead:
            last, first = str(max(over)), str(min(ahead))
            reasons.append(reason("PILOT_PAUSED", last_day=last, first_day=first))
        else:
            reasons.append(reason("PILOT_ENDED", last_day=str(max(over))))

    early = days_left > window["opens_days_before"]
    late = days_left < -window["closes_days_after"]
    if (early or late) and is_ahead:
        reasons.append(reason("TOO_EARLY", days_left=days_left, opens_on=str(online[0])))
    elif late and online:
        reasons.append(reason("TOO_LATE", days_expired=-days_left, last_day=str(online[1])))
    elif late:
        reasons.append(reason("LONG_EXPIRED", days_expired=-days_left))
    elif early or (starts_later and not is_ahead):
        reasons.append(reason("NEVER_ONLINE", days_left=days_left))
    reasons += register

    outcome = "refused" if reasons else "eligible"
    if not reasons:
        reasons.append(reason("ELIGIBLE", days_left=days_left, **span(online)))
        if again:
            reasons.append(reason("ONLINE_AGAIN", **span(again)))
    return {
        "outcome": outcome,
        "days_left": days_left,
        "online": written(online),
        "again": written(again),
        "reasons": reasons,
        "edition": rules.edition,
    }


def written(run):
    return run and {"first": str(run[0]), "last": str(run[1])}


def span(run):
    first, last = run
    return {"days": (last - first).days + 1, "first_day": str(first), "last_day": str(last)}


def reason(code, **params):
    return {"code": code, "params": params}
