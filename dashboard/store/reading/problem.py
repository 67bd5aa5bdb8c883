"""What is wrong with a dataset, as sentences that a performance officer can act on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it.

    `row` is the first affected row as a spreadsheet numbers it, None where the whole file or
    column is meant, and `rows` is how many rows are affected. `cause` groups problems that differ
    only in the value they quote; where it is empty, `what` serves. `printed_at` is set where the
    row comes from a printed report: its place there, in words, which the sentence then names
    instead of file and row.
    """

    file: str
    what: str
    remedy: str
    row: int | None = None
    column: str = ""
    rows: int = 1
    cause: str = ""
    printed_at: str = ""

    @property
    def sentence(self) -> str:
        """Place, problem and remedy on one line, to be printed."""
        wrong = f"{self.what}{self._more} {self.remedy}"
        if self.printed_at:
            column = f" ({self.column} in {self.file})" if self.column else ""
            return f"{self.printed_at}: {wrong}{column}"
        place = self.file
        if self.row is not None:
            place += f", row {self.row:,}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {wrong}"

    @property
    def _more(self) -> str:
        if self.rows == 1:
            return ""
        if self.rows == 2:
            return " One more row has this problem."
        return f" {self.rows - 1:,} more rows have this problem."


def merged(problems: Iterable[Problem]) -> list[Problem]:
    """One problem for those of the same file, column and cause: the first row, all rows counted."""
    causes: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        key = problem.file, problem.column, problem.cause or problem.what
        first = causes.setdefault(key, problem)
        if first is not problem:
            earlier = min(first, problem, key=lambda each: each.row or 0)
            causes[key] = replace(earlier, rows=first.rows + problem.rows)
    return list(causes.values())


class DatasetError(Exception):
    """A folder does not hold a valid dataset; `problems` are all the reasons."""

    def __init__(self, folder: Path, problems: Sequence[Problem]) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        super().__init__(self.report)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each problem as its printed sentence."""
        return tuple(problem.sentence for problem in self.problems)

    @property
    def report(self) -> str:
        """A heading that counts the problems, then one line for each."""
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        return "\n".join([f"{self.folder}: {count} {noun}.", *self.sentences])


def no_such_folder(folder: Path) -> DatasetError:
    """The error for a data folder that does not exist."""
    return DatasetError(
        folder, [Problem(str(folder), "There is no such folder.", "Check its name.")]
    )
