"""SPEC 10: the summary of ratings."""

from fractions import Fraction
from math import floor


def answer(given):
    ratings = given["ratings"]
    distribution = [ratings.count(rating) for rating in (1, 2, 3, 4, 5)]
    assert sum(distribution) == len(ratings), "ratings are 1 to 5"
    mean = csat = None
    if ratings:
        mean = half_up(Fraction(sum(ratings), len(ratings)), 4)
        csat = half_up(Fraction(100 * (distribution[3] + distribution[4]), len(ratings)), 2)
    return {
        "count": len(ratings),
        "distribution": distribution,
        "mean": mean,
        "csat_percent": csat,
    }


def half_up(exact, places):
    """A number that is not negative, as decimal text rounded half up."""
    scaled = floor(exact * 10**places + Fraction(1, 2))
    whole, decimals = divmod(scaled, 10**places)
    return f"{whole}.{decimals:0{places}d}"
