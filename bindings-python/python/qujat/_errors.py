"""The exceptions of `qujat`."""

from __future__ import annotations

# As `typing` has it, whose import would take as long as that of the whole package.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from qujat._qujat import Params, Problem, Rulebook
    from qujat._words import Code, Language

__all__ = ["Error", "InternalError", "from_problems"]


class Error(Exception):
    """The exception of a call without an answer: one or more problems, the first one leading.

    There is a subclass for each area, such as `InputError`. The text of the exception names codes and
    places for developers' logs and holds no personal data; `message` is for citizens.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        if not problems:
            raise ValueError("an error has at least one problem")
        self.problems: tuple[Problem, ...] = tuple(problems)
        """All problems; at least one."""
        super().__init__(self.problems)

    @property
    def code(self) -> Code:
        """The code of the leading problem, stable and in capitals."""
        return self.problems[0].code

    @property
    def params(self) -> Params:
        """The figures and dates that belong to the leading problem."""
        return self.problems[0].params

    @property
    def pointer(self) -> str:
        """The place of the leading problem: an RFC 6901 JSON pointer, empty for the whole
        input."""
        return self.problems[0].pointer

    def message(self, language: Language | str, rules: Rulebook | None = None) -> str:
        """The text of the leading problem for a citizen, with the texts of `rules` (by default
        those of the default edition)."""
        return self.messages(language, rules)[0]

    def messages(self, language: Language | str, rules: Rulebook | None = None) -> list[str]:
        """The same of all problems, in their order."""
        from qujat._qujat import Rulebook

        texts = rules if rules is not None else Rulebook.edition()
        return [texts.text(problem, language) for problem in self.problems]

    def __str__(self) -> str:
        return "; ".join(map(str, self.problems))


class InternalError(Exception):
    """A defect of the library: the Rust code panicked. It is no `Error`, since the input is not to
    blame; please report it, with its place in the code."""

    def __init__(self, place: str | None = None) -> None:
        self.place = place
        """The line of code, such as `core/src/foundation/day.rs:12`; `None` if it is not known."""
        text = "a defect of qujat, not of the input"
        super().__init__(f"{text}, at {place}" if place else text)

    def __reduce__(self) -> tuple[type[InternalError], tuple[str | None]]:
        return (InternalError, (self.place,))


def from_problems(problems: Sequence[Problem]) -> Error:
    """The exception for these problems, of the area of the first one."""
    from qujat._areas import BY_AREA

    return BY_AREA[problems[0].code.area](problems)
