"""SPEC 5: the state duty. Delivery lines are rulebook data: not answered here."""

from datetime import date
from decimal import Decimal

from refused import Refused
from times import read_days

MRP = {2024: 3692, 2025: 3932, 2026: 4325}
PASSPORT_RATE = {24: "4", 36: "8", 48: "12"}
FREE_GROUNDS_FROM = date(2026, 1, 1)
FREE_GROUNDS = ("expiry", "first_issue", "citizenship", "soviet_passport")


def answer(given):
    (on,) = read_days(given, "on")
    assert given["region"] is None, "delivery is not the oracle's"
    rate = rate_of(given["document"], given["pages"], given["ground"], on)
    if rate == "0":
        # No duty is charged on this ground: no MRP is needed, and no exemption.
        line = {
            "code": "DUTY_FREE", "amount": "0.00", "base": None, "rate": "0", "exemption": None,
        }
        return {"lines": [line], "total": "0.00", "warnings": []}
    if on.year not in MRP:
        raise Refused(["NOT_COVERED"])
    base = Decimal(MRP[on.year])
    exemption = given["exemption"]
    amount = Decimal(0) if exemption else base * Decimal(rate)
    line = {
        "code": "STATE_DUTY",
        "amount": two_decimals(amount),
        "base": two_decimals(base),
        "rate": rate,
        "exemption": exemption,
    }
    # The exemptions of 2026 are of medium confidence only.
    unconfirmed = exemption is not None and on >= date(2026, 1, 1)
    warnings = ["EXEMPTION_UNCONFIRMED"] if unconfirmed else []
    return {"lines": [line], "total": two_decimals(amount), "warnings": warnings}


def rate_of(document, pages, ground, on):
    """The multiple of the MRP, as decimal text."""
    if document == "passport":
        return PASSPORT_RATE[pages]
    if ground == "loss_repeated":
        return "1"
    if ground in FREE_GROUNDS and on >= FREE_GROUNDS_FROM:
        return "0"
    return "0.2"


def two_decimals(amount):
    """Every amount here is exact in two decimals, so nothing is rounded."""
    text = amount.quantize(Decimal("0.01"))
    assert text == amount
    return str(text)
