"""The tables of a dataset and their columns, the same in `data/` and in the store."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column as SqlColumn
from sqlalchemy import Dialect, Index, Integer, MetaData, String, Table
from sqlalchemy.types import TypeDecorator, TypeEngine

from dashboard.domain.facts.indicator import AreaKind, Basis, Origin, Polarity, Unit
from dashboard.domain.facts.record import MARKS, Symbol, TargetRule


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
    number. A number that is `whole` counts people or events, and has no fraction. `of` is
    "quarter" or "year" where a period must be one. `choices` are the values of a choice.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: str = ""
    most: int | None = None
    whole: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: its columns, and the key that no two rows may share.

    `former` names columns that earlier versions had: a file may still have them, and they are
    ignored.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    former: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"


def _id(name: str, refers: str = "") -> Column:
    return Column(name, Kind.ID, required=True, refers=refers)


def _choice(name: str, choices: type[StrEnum], required: bool = True) -> Column:
    return Column(name, Kind.CHOICE, required, tuple(choice.value for choice in choices))


def _needed(name: str, kind: Kind = Kind.TEXT) -> Column:
    return Column(name, kind, required=True)


_INDICATOR = _id("indicator_id", "indicators")
_SOURCE = _needed("source")
_RELEASE = Column("release", Kind.PERIOD, of="quarter")

MOST_DECIMALS = 6

TABLES: tuple[TableSpec, ...] = (
    TableSpec(
        "portfolios",
        ("portfolio_id",),
        (
            _id("portfolio_id"),
            _needed("name"),
            _needed("position", Kind.WHOLE),
            Column("note"),
        ),
    ),
    TableSpec(
        "areas",
        ("area_id",),
        (
            _id("area_id"),
            _needed("name"),
            _choice("kind", AreaKind),
            Column("code"),
            Column("caveat"),
        ),
    ),
    TableSpec(
        "indicators",
        ("indicator_id",),
        (
            _id("indicator_id"),
            _id("portfolio_id", "portfolios"),
            _needed("name"),
            Column("short_name"),
            _choice("polarity", Polarity),
            _choice("unit", Unit),
            Column("per"),
            Column("noun"),
            Column("said"),
            _needed("definition"),
            _SOURCE,
            Column("caveat"),
            _needed("position", Kind.WHOLE),
        ),
        former=("frequency",),
    ),
    TableSpec(
        "series",
        ("indicator_id", "origin"),
        (
            _INDICATOR,
            _choice("origin", Origin),
            _choice("basis", Basis),
            _needed("basis_inferred", Kind.FLAG),
            Column("decimals", Kind.WHOLE, required=True, most=MOST_DECIMALS),
            Column("mean_decimals", Kind.WHOLE, most=MOST_DECIMALS),
            _needed("seasonal", Kind.FLAG),
        ),
    ),
    TableSpec(
        "observations",
        ("indicator_id", "area_id", "period", "origin", "release"),
        (
            _INDICATOR,
            _id("area_id", "areas"),
            _needed("period", Kind.PERIOD),
            _choice("origin", Origin),
            Column("ends", Kind.DATE),
            Column("value", Kind.NUMBER),
            Column("numerator", Kind.NUMBER, whole=True),
            Column("denominator", Kind.NUMBER),
            Column("lower", Kind.NUMBER),
            Column("upper", Kind.NUMBER),
            _choice("symbol", Symbol, required=False),
            Column("mark", Kind.CHOICE, choices=tuple(MARKS)),
            _RELEASE,
            _SOURCE,
        ),
        indexes=(("area_id", "period"),),
    ),
    TableSpec(
        "targets",
        ("indicator_id", "period", "release"),
        (
            _INDICATOR,
            Column("period", Kind.PERIOD, required=True, of="year"),
            _choice("rule", TargetRule),
            Column("value", Kind.NUMBER),
            Column("numerator", Kind.NUMBER, whole=True),
            Column("upper", Kind.NUMBER),
            Column("reference", Kind.ID, refers="areas"),
            _needed("printed"),
            _RELEASE,
            _SOURCE,
        ),
    ),
    TableSpec(
        "claims",
        ("release", "indicator_id", "seq"),
        (
            Column("release", Kind.PERIOD, required=True, of="quarter"),
            _INDICATOR,
            _needed("seq", Kind.WHOLE),
            Column("kind", Kind.CHOICE, True, ("comparison", "quartile")),
            _needed("heading"),
            Column("left_period", Kind.PERIOD),
            Column("right_area", Kind.ID, refers="areas"),
            Column("right_period", Kind.PERIOD),
            Column("arrow"),
            Column("mark"),
            _needed("printed"),
            _SOURCE,
        ),
    ),
    TableSpec(
        "commentary",
        ("indicator_id", "period", "version"),
        (
            _INDICATOR,
            Column("period", Kind.PERIOD, required=True, of="quarter"),
            _needed("version", Kind.WHOLE),
            _needed("body"),
            Column("summary"),
            Column("see", Kind.ID, refers="indicators"),
            Column("author"),
            Column("written_at", Kind.DATE),
            _SOURCE,
        ),
    ),
    TableSpec(
        "distributions",
        ("indicator_id", "area_group", "period"),
        (
            _INDICATOR,
            _needed("area_group"),
            _needed("period", Kind.PERIOD),
            _needed("n", Kind.WHOLE),
            _needed("lower_quartile", Kind.NUMBER),
            _needed("median", Kind.NUMBER),
            _needed("upper_quartile", Kind.NUMBER),
            Column("rank_from_highest", Kind.WHOLE),
            _SOURCE,
        ),
    ),
)


class NumberText(TypeDecorator[Decimal]):
    """A number, stored as the text of its cell and read as a Decimal.

    Text keeps what a binary float would round ("884.8") and what a Decimal would rewrite
    ("0.0000001"), so that a downloaded table has the very cells that were checked.
    """

    impl = String
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


_SQL_TYPES: dict[Kind, type[TypeEngine[Any]]] = {
    Kind.NUMBER: NumberText,
    Kind.WHOLE: Integer,
}


def _sql_table(spec: TableSpec, metadata: MetaData) -> Table:
    columns = [
        SqlColumn(
            column.name,
            _SQL_TYPES.get(column.kind, String)(),
            primary_key=column.name in spec.key,
            nullable=column.name not in spec.key,
        )
        for column in spec.columns
    ]
    indexes = [Index(f"{spec.name}_{'_'.join(on)}", *on) for on in spec.indexes]
    return Table(spec.name, metadata, *columns, *indexes)


METADATA = MetaData()
SQL: dict[str, Table] = {spec.name: _sql_table(spec, METADATA) for spec in TABLES}
