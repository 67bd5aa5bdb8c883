"""Rows for the dataset's tables, each with its place in the document and the text as printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.reports.importing.matching import Match
from dashboard.reports.importing.read import Doubt
from dashboard.store.schema import TABLES

Row = dict[str, str]
Told = Mapping[str, str]
Tables = Mapping[str, Sequence[Told]]
KEYS = {spec.name: spec.key for spec in TABLES}


@dataclass(frozen=True, slots=True)
class Added:
    """A row that a report adds to a table, and what of the document it was read from."""

    table: str
    row: Row
    place: str
    printed: str


@dataclass(frozen=True, slots=True)
class Restated:
    """Something that an earlier report states otherwise; both as they would be written."""

    what: str
    before: str
    now: str
    place: str


@dataclass
class Taken:
    """What came of one indicator of the report."""

    indicator_id: str
    match: Match
    is_new: bool
    added: list[Added] = field(default_factory=list)
    known: int = 0
    restated: list[Restated] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, place: str, printed: str, why: str) -> None:
        """Something to look at."""
        self.doubts.append(Doubt(place, printed, why))


class Held:
    """The tables of a dataset as text, found by some of their columns."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._found: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], list[Told]]] = {}

    def rows(self, table: str, columns: Sequence[str], like: Told) -> list[Told]:
        """The rows of a table that have in some columns what another row has."""
        names = tuple(columns)
        if (table, names) not in self._found:
            found: dict[tuple[str, ...], list[Told]] = {}
            for row in self.tables[table]:
                found.setdefault(tuple(row[name] for name in names), []).append(row)
            self._found[table, names] = found
        key = tuple(like.get(name, "") for name in names)
        return self._found[table, names].get(key, [])


class Understood:
    """What a report adds to a dataset, indicator by indicator in its order."""

    def __init__(self, tables: Tables) -> None:
        self.held = Held(tables)
        self.taken: list[Taken] = []
        self._rows: dict[str, dict[tuple[str, ...], Added]] = {}
        self._spoken: set[tuple[str, str]] = set()

    @property
    def added(self) -> dict[str, list[Added]]:
        """All rows by table."""
        return {table: list(rows.values()) for table, rows in self._rows.items()}

    @property
    def new(self) -> list[str]:
        """The ids of the indicators that the dataset does not hold yet."""
        return list(dict.fromkeys(each.indicator_id for each in self.taken if each.is_new))

    @property
    def doubts(self) -> list[Doubt]:
        """All doubts, in the report's order."""
        return [doubt for each in self.taken for doubt in each.doubts]

    @property
    def restated(self) -> list[Restated]:
        """All that is restated, in the report's order."""
        return [restated for each in self.taken for restated in each.restated]

    def rows(self, table: str) -> list[Row]:
        """The rows that are added to a table."""
        return [added.row for added in self._rows.get(table, {}).values()]

    def speaks_first(self, row: Row) -> bool:
        """Whether it is this report's first commentary on an indicator; asked once for each."""
        key = row["indicator_id"], row["period"]
        first = key not in self._spoken
        self._spoken.add(key)
        return first

    def add(self, taken: Taken, table: str, row: Row, place: str, printed: str) -> None:
        """Adds a row, unless the report has said the same, or another thing, in another place."""
        rows = self._rows.setdefault(table, {})
        added = Added(table, row, place, printed)
        before = rows.setdefault(tuple(row.get(name, "") for name in KEYS[table]), added)
        if before is added:
            taken.added.append(added)
        elif before.row != row:
            taken.doubt(place, printed, "stands twice here; this one differs: left out")

    def add_unless_held(self, taken: Taken, table: str, row: Row, place: str, printed: str) -> None:
        """Adds a row, unless the dataset has one in its place; that one is left as it is."""
        before = next(iter(self.held.rows(table, KEYS[table], row)), None)
        if before is None:
            self.add(taken, table, row, place, printed)
        elif differing := [name for name, text in row.items() if before[name] != text]:
            why = f"{table}.csv has it otherwise ({', '.join(differing)}): left as it is there"
            taken.doubt(place, printed, why)
        else:
            taken.known += 1
