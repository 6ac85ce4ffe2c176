"""An input that has no answer: the problems, each `CODE /json/pointer` or `CODE`."""


import re


class Refused(Exception):
    def __init__(self, problems):
        super().__init__(", ".join(problems))
        self.problems = list(problems)


def shown(field):
    """The name of a field that is not known, as pointers show it."""
    plain = re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", field)
    return field if plain and sum(character.isdigit() for character in field) < 6 else "<unknown>"
