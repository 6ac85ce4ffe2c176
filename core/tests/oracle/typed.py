"""SPEC 3 and 4: what people type, and where they slip."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

RULEBOOK = Path(__file__).resolve().parents[2] / "data" / "rulebook" / "service-2025.json"

# Unicode's White_Space.
SPACES = (
    "\t\n\x0b\x0c\r \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


def without_ends(text):
    return text.strip(SPACES)


# --- domains ------------------------------------------------------------------------------------

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.-"


@lru_cache(maxsize=None)
def common_domains():
    entry, = json.loads(RULEBOOK.read_text(encoding="utf-8"))["email_domains"].values()
    return entry["domains"]


@lru_cache(maxsize=None)
def slips(domain):
    """Every text that is one slip away: a letter more, fewer or another, or two neighbours swapped."""
    found = set()
    for place in range(len(domain) + 1):
        before, after = domain[:place], domain[place:]
        found |= {before + letter + after for letter in LETTERS}
        found |= {before + letter + after[1:] for letter in LETTERS if after}
        found |= {before + after[1:]} | {before + after[1::-1] + after[2:]}
    return found - {domain}


def suggested(domain):
    """The common domain that was probably meant, or None."""
    if domain in common_domains():
        return None
    return next((common for common in common_domains() if domain in slips(common)), None)


# --- the expiry date ----------------------------------------------------------------------------

YEARS_VALID, FIRST_AGE = 10, 16


def years_after(day, years):
    """The same day of another year; 28 February for a 29th that the year does not have."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def mistyped_year(expires_on, born, today):
    """The code of an expiry date that no card of this holder has, or None."""
    if expires_on > years_after(today, YEARS_VALID):
        return "EXPIRY_TOO_FAR"
    if expires_on < years_after(years_after(born, FIRST_AGE), YEARS_VALID):
        return "EXPIRY_BEFORE_FIRST_CARD"
    return None
