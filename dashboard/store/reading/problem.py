"""What is wrong with a dataset, in sentences that a performance officer can act on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (file, row as a spreadsheet counts it, column), what, the remedy.

    `rows` have it, of which `row` is the first. Problems of one `cause` are told once; without
    one, `what` is the cause.
    """

    file: str
    what: str
    remedy: str
    row: int | None = None
    column: str = ""
    rows: int = 1
    cause: str = ""

    @property
    def sentence(self) -> str:
        """The whole of it on one line."""
        place = self.file
        if self.row is not None:
            place += f", row {self.row:,}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {self.what}{self._more} {self.remedy}"

    @property
    def _more(self) -> str:
        if self.rows == 1:
            return ""
        return (
            " One more row has it." if self.rows == 2 else f" {self.rows - 1:,} more rows have it."
        )


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """One problem a cause, file and column, at its first row and with all its rows counted."""
    causes: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        key = problem.file, problem.column, problem.cause or problem.what
        first = causes.setdefault(key, problem)
        if first is not problem:
            earlier = min(first, problem, key=lambda each: each.row or 0)
            causes[key] = replace(earlier, rows=first.rows + problem.rows)
    return list(causes.values())


class DatasetError(Exception):
    """A folder that is no valid dataset; carries every problem as a sentence."""

    def __init__(self, folder: Path, problems: Sequence[str]) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        super().__init__(self.report)

    @property
    def report(self) -> str:
        """A heading and one line a problem."""
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        return "\n".join([f"{self.folder}: {count} {noun}.", *self.problems])
