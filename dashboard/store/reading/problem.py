"""What is wrong or doubtful in a dataset, as sentences that a performance officer can act on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

_MOST_STRETCHES = 30
"""How many stretches of rows a sentence names; the remark itself has every row."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about a dataset's files: where it is, and what to do about it.

    `row` is the first row concerned as a spreadsheet numbers it, None where the whole file or
    column is meant, and `more_rows` are the others. `value` is the cell of the first row. `cause`
    groups remarks that differ only in the value they quote; where it is empty, `what` serves.
    `printed_at` is set where the row comes from a printed report: its place there, in words, which
    the sentence then names instead of file and row.
    """

    file: str
    what: str
    remedy: str
    row: int | None = None
    column: str = ""
    value: str = ""
    more_rows: tuple[int, ...] = ()
    cause: str = ""
    printed_at: str = ""

    @property
    def rows(self) -> tuple[int, ...]:
        """Every row concerned."""
        return () if self.row is None else (self.row, *self.more_rows)

    @property
    def place(self) -> str:
        """File, rows and column: "areas.csv, rows 2 to 4 and 7, column code"."""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{_said(self.rows)}{column}"

    @property
    def sentence(self) -> str:
        """Place, what is said and remedy on one line, to be printed."""
        if self.printed_at:
            column = f" ({self.column} in {self.file})" if self.column else ""
            return f"{self.printed_at}: {self.what} {self.remedy}{column}"
        return f"{self.place}: {self.what} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Problem(Remark):
    """A remark that refuses the dataset."""


@dataclass(frozen=True, slots=True)
class LoadingWarning(Remark):
    """A remark that does not refuse the dataset, until a person has looked at it.

    `kind` says which, and `key` is the key of the row that it is about, in the table `table`, as
    accepted.csv names it. `indicator` is whose figures they are, and `area` whose a single figure
    is; `ends` is the day on which the newest figure concerned was known: its last, or that of the
    release which states it, if later.
    """

    kind: str = ""
    table: str = ""
    key: tuple[str, ...] = ()
    indicator: str = ""
    ends: str = ""
    area: str = ""

    @property
    def acceptance(self) -> str:
        """The beginning of the line in accepted.csv that accepts it."""
        return f"{self.table},{';'.join(self.key)},{self.kind}"


R = TypeVar("R", bound=Remark)


def _said(rows: Sequence[int]) -> str:
    """The rows as words: ", row 2", ", rows 2 to 4 and 7"; empty without rows."""
    if not rows:
        return ""
    if len(rows) == 1:
        return f", row {rows[0]:,}"
    stretches = _stretches(rows)
    named = [
        f"{first:,}" if first == last else f"{first:,} to {last:,}"
        for first, last in stretches[:_MOST_STRETCHES]
    ]
    left = sum(last - first + 1 for first, last in stretches[_MOST_STRETCHES:])
    if left:
        named.append(f"{left:,} more")
    head, tail = ", ".join(named[:-1]), named[-1]
    return f", rows {head} and {tail}" if head else f", rows {tail}"


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow one another, as first and last."""
    ends = [last for last, following in pairwise(rows) if following != last + 1]
    begins = [following for last, following in pairwise(rows) if following != last + 1]
    return list(zip([rows[0], *begins], [*ends, rows[-1]], strict=True))


def merged(remarks: Iterable[R]) -> list[R]:
    """One remark for those of the same file, column and cause, which names all their rows."""
    causes: dict[tuple[str, str, str], list[R]] = {}
    for remark in remarks:
        key = remark.file, remark.column, remark.cause or remark.what
        causes.setdefault(key, []).append(remark)
    return [_together(alike) for alike in causes.values()]


def _together(alike: Sequence[R]) -> R:
    first = min(alike, key=lambda each: each.row or 0)
    if len(alike) == 1 or first.row is None:
        return first
    rows = sorted({row for remark in alike for row in remark.rows})
    return replace(first, more_rows=tuple(rows[1:]))


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
