"""SPEC 7, with the table of core/vectors/README.md: replaying an application."""

from decimal import Decimal

from names import EVENT_ILLEGAL
from refused import Refused
from times import read_instant

# event -> (states it may come in, state it leads to, notices). None: nothing is filed yet.
# `filed` and `paid` have more to them and `ready_for_pickup` and `handed_to_courier` depend on how
# the card is received: see below.
TABLE = {
    "filed": ([None], "filed", ["received"]),
    "paid": (["awaiting_payment"], "filed", []),
    "registered": (["filed"], "registered", ["registered"]),
    "review_started": (["registered"], "under_review", []),
    "approved": (["under_review"], "in_production", ["in_production"]),
    "annulled": (["under_review"], "annulled", ["annulled"]),
    "ready_for_pickup": (["in_production"], "ready_for_pickup", ["ready"]),
    "handed_to_courier": (["in_production"], "with_courier", ["with_courier"]),
    "delivered": (["with_courier"], "issued", ["delivered", "feedback_invitation"]),
    "delivery_failed": (["with_courier"], "ready_for_pickup", ["delivery_failed"]),
    "issued": (["ready_for_pickup"], "issued", ["feedback_invitation"]),
    "withdrawn": (
        ["filed", "awaiting_payment", "registered", "under_review"],
        "withdrawn",
        ["withdrawn"],
    ),
}
RECEIVING_NEEDED = {"ready_for_pickup": "pickup", "handed_to_courier": "delivery"}


def answer(given):
    state = None
    receiving = None
    due = None
    latest = None
    seen = {}
    notices = []
    for number, event in enumerate(given["events"]):
        here = f"/events/{number}"
        # Identity.
        if event["id"] in seen:
            if seen[event["id"]] == event:
                continue
            raise Refused([f"EVENT_ID_REUSED {here}"])
        # Order in time.
        at = read_instant(event["at"])
        if latest is not None and at < latest:
            raise Refused([f"EVENT_OUT_OF_ORDER {here}"])
        # State.
        kind = event["event"]
        comes_from, leads_to, triggers = TABLE[kind]
        if state not in comes_from or RECEIVING_NEEDED.get(kind, receiving) != receiving:
            raise Refused([f"{EVENT_ILLEGAL} {here}"])
        # Amount.
        if kind == "paid" and Decimal(event["amount"]) != due:
            raise Refused([f"PAYMENT_MISMATCH {here}"])

        seen[event["id"]] = event
        latest = at
        state = leads_to
        notices.extend(triggers)
        if kind == "filed":
            receiving = event["receiving"]
            due = Decimal(event["due"])
            if due != 0:
                state = "awaiting_payment"
                notices.append("payment_due")
    return {"state": state, "applied": len(seen), "notices": notices}
