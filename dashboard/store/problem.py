"""What is wrong with a dataset, in sentences that a performance officer can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (file, row as a spreadsheet counts it, column), what, the remedy."""

    file: str
    what: str
    remedy: str
    row: int | None = None
    column: str = ""

    @property
    def sentence(self) -> str:
        """The whole of it on one line."""
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {self.what} {self.remedy}"


class DatasetError(Exception):
    """A folder that is no valid dataset; carries every problem found."""

    def __init__(self, folder: Path, problems: Sequence[Problem]) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        super().__init__(self.report)

    @property
    def report(self) -> str:
        """A heading and one line a problem."""
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        lines = [f"{self.folder}: {count} {noun}.", *(p.sentence for p in self.problems)]
        return "\n".join(lines)
