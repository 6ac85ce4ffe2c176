"""SPEC 4: the individual identification number."""

from datetime import date

from refused import Refused
from typed import without_ends

FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
CENTURY = {1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000}


def answer(given):
    text = without_ends(given["text"])
    if len(text) != 12:
        raise Refused(["IIN_LENGTH /text"])
    # Not str.isdigit: that also accepts the digits of other scripts.
    if any(character not in "0123456789" for character in text):
        raise Refused(["IIN_NOT_DIGITS /text"])
    if text[4] in "456":
        raise Refused(["IIN_IS_BIN /text"])
    seventh = int(text[6])
    if seventh not in CENTURY:
        raise Refused(["IIN_CENTURY /text"])
    try:
        born = date(CENTURY[seventh] + int(text[0:2]), int(text[2:4]), int(text[4:6]))
    except ValueError:
        raise Refused(["IIN_BIRTH_DATE /text"]) from None
    if check_digit(text[:11]) != int(text[11]):
        raise Refused(["IIN_CHECK_DIGIT /text"])
    return {"birth_date": str(born), "sex": "male" if seventh % 2 == 1 else "female"}


def check_digit(first_eleven):
    """The twelfth digit, or None if no number with these eleven digits is valid."""
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        remainder = sum(int(d) * w for d, w in zip(first_eleven, weights)) % 11
        if remainder != 10:
            return remainder
    return None
