"""An input that has no answer: the problems, each `CODE /json/pointer` or `CODE`."""


class Refused(Exception):
    def __init__(self, problems):
        super().__init__(", ".join(problems))
        self.problems = list(problems)
