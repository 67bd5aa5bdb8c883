"""What a table of a dataset is: its columns, what their cells may hold, and its key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of a column may hold."""

    ID = "id"
    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole number"
    FLAG = "yes or no"
    PERIOD = "period"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and what its cells may hold.

    `refers` names the table whose key a cell must match. `most` is the largest value of a whole
    number. `of` is "quarter" where a period must be one. `choices` are the values of a choice. A
    file may lack an `optional` column, as files of earlier versions do. `default` is what an empty
    cell means.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: str = ""
    most: int | None = None
    of: str = ""
    optional: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: its columns, and the key that no two rows may share.

    `former` names columns that earlier versions had: a file may still have them, and they are
    ignored. A folder may lack an `optional` table. An `open` table keeps columns of the council's
    own beside ours.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    former: tuple[str, ...] = ()
    optional: bool = False
    open: bool = False

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"
