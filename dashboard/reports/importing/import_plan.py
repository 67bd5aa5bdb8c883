"""What an import would change: new rows, restated values and doubts, before writing any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.reports.importing.matching import Match
from dashboard.reports.importing.read import Doubt
from dashboard.store.schema import KEYS

Row = dict[str, str]
StoredRow = Mapping[str, str]
Tables = Mapping[str, Sequence[StoredRow]]


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that a report adds to a table, with its place in the document and the text there."""

    table: str
    row: Row
    place: str
    printed: str


@dataclass(frozen=True, slots=True)
class Restated:
    """A value that an earlier report states differently; both as text."""

    what: str
    before: str
    now: str
    place: str


@dataclass
class Matched:
    """One indicator of the report: which of the dataset's it is, and what it adds there.

    `indicator_id` is empty where none was found; `known` counts the values that are there already.
    """

    indicator_id: str
    match: Match
    is_new: bool
    new_rows: list[NewRow] = field(default_factory=list)
    known: int = 0
    restated: list[Restated] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, place: str, printed: str, why: str) -> None:
        """Notes a cell for the user to check."""
        self.doubts.append(Doubt(place, printed, why))


class Existing:
    """The dataset's tables as text, with an index for each set of columns that is searched."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._found: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], list[StoredRow]]] = {}

    def rows(self, table: str, columns: Sequence[str], like: StoredRow) -> list[StoredRow]:
        """The rows of a table that equal `like` in the given columns."""
        names = tuple(columns)
        if (table, names) not in self._found:
            found: dict[tuple[str, ...], list[StoredRow]] = {}
            for row in self.tables[table]:
                found.setdefault(tuple(row.get(name, "") for name in names), []).append(row)
            self._found[table, names] = found
        key = tuple(like.get(name, "") for name in names)
        return self._found[table, names].get(key, [])


class ImportPlan:
    """What a report adds to a dataset, indicator by indicator in its order."""

    def __init__(self, tables: Tables) -> None:
        self.existing = Existing(tables)
        self.matched: list[Matched] = []
        self._rows: dict[str, dict[tuple[str, ...], NewRow]] = {}
        self._commented: set[tuple[str, str]] = set()

    @property
    def new_rows(self) -> dict[str, list[NewRow]]:
        """All new rows by table."""
        return {table: list(rows.values()) for table, rows in self._rows.items()}

    @property
    def new_indicators(self) -> list[str]:
        """The ids of the indicators that are not in the dataset yet."""
        return list(dict.fromkeys(each.indicator_id for each in self.matched if each.is_new))

    @property
    def doubts(self) -> list[Doubt]:
        """All doubts, in the report's order."""
        return [doubt for each in self.matched for doubt in each.doubts]

    @property
    def restated(self) -> list[Restated]:
        """All that is restated, in the report's order."""
        return [restated for each in self.matched for restated in each.restated]

    def rows(self, table: str) -> list[Row]:
        """The new rows of one table."""
        return [new.row for new in self._rows.get(table, {}).values()]

    def is_first_commentary(self, row: Row) -> bool:
        """Whether this is the report's first commentary on the indicator; ask once a row."""
        key = row["indicator_id"], row["period"]
        first = key not in self._commented
        self._commented.add(key)
        return first

    def add(self, matched: Matched, table: str, row: Row, place: str, printed: str) -> None:
        """Adds a row; a second one with the same key is left out, with a doubt if it differs."""
        rows = self._rows.setdefault(table, {})
        new = NewRow(table=table, row=row, place=place, printed=printed)
        before = rows.setdefault(tuple(row.get(name, "") for name in KEYS[table]), new)
        if before is new:
            matched.new_rows.append(new)
        elif before.row != row:
            matched.doubt(place, printed, "given twice in the report; this one differs: left out")

    def add_unless_existing(
        self, matched: Matched, table: str, row: Row, place: str, printed: str
    ) -> None:
        """Adds a row unless the dataset has one with its key, which is never changed."""
        before = next(iter(self.existing.rows(table, KEYS[table], row)), None)
        if before is None:
            self.add(matched, table, row, place, printed)
        elif differing := [name for name, text in row.items() if before[name] != text]:
            why = f"{table}.csv has something else ({', '.join(differing)}): left as it is there"
            matched.doubt(place, printed, why)
        else:
            matched.known += 1
