"""Specification section 3: may this card be renewed online on this day?"""

from datetime import date, timedelta

from times import read_days

# The pilot period of each edition, both ends inclusive (specification section 2).
PILOT = {
    "service-2025": (date(2025, 5, 28), date(2026, 2, 28)),
    "order-389-253": (date(2025, 5, 28), date(2026, 3, 31)),
}
OPENS_DAYS_BEFORE = 30
CLOSES_DAYS_AFTER = 10


def answer(given):
    expires_on, today = read_days(given, "expires_on", "today")
    edition = given.get("edition") or "service-2025"
    pilot_first, pilot_last = PILOT[edition]

    days_left = (expires_on - today).days
    opens_on = expires_on - timedelta(days=OPENS_DAYS_BEFORE)
    closes_on = expires_on + timedelta(days=CLOSES_DAYS_AFTER)
    first = max(opens_on, pilot_first)
    last = min(closes_on, pilot_last)
    online = {"first": str(first), "last": str(last)} if first <= last else None

    reasons = []
    if given["document"] != "identity_card":
        reasons.append(reason("DOCUMENT_NOT_ONLINE", document=given["document"]))
    if given["ground"] != "expiry":
        reasons.append(reason("GROUND_NOT_ONLINE", ground=given["ground"]))
    if today < pilot_first:
        reasons.append(reason("PILOT_NOT_STARTED", first_day=str(pilot_first)))
    if today > pilot_last:
        reasons.append(reason("PILOT_ENDED", last_day=str(pilot_last)))
    if days_left > OPENS_DAYS_BEFORE:
        reasons.append(reason("TOO_EARLY", days_left=days_left, opens_on=str(opens_on)))
    if days_left < -CLOSES_DAYS_AFTER:
        reasons.append(reason("TOO_LATE", days_expired=-days_left, last_day=str(closes_on)))
    # What the state register says, if it was asked: section 4.
    if given.get("status") not in (None, "valid", "expired"):
        reasons.append(reason("CARD_NOT_VALID", status=given["status"]))
    if given.get("is_holder") is False:
        reasons.append(reason("NOT_HOLDER"))

    outcome = "refused" if reasons else "eligible"
    if not reasons:
        reasons.append(
            reason("ELIGIBLE", days_left=days_left, first_day=str(first), last_day=str(last))
        )
    return {
        "outcome": outcome,
        "days_left": days_left,
        "online": online,
        "reasons": reasons,
        "edition": edition,
    }


def reason(code, **params):
    return {"code": code, "params": params}
