"""The tables of a dataset as a version's SQLite file stores them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import Column as SqlColumn
from sqlalchemy import Dialect, Index, Integer, MetaData, String, Table
from sqlalchemy.types import TypeDecorator, TypeEngine

from dashboard.store.schema import TABLES
from dashboard.store.table import Kind, TableSpec


class NumberText(TypeDecorator[Decimal]):
    """A number, stored as the text of its cell and read as a Decimal.

    Text keeps what a binary float would round ("884.8") and what a Decimal would rewrite
    ("0.0000001"), so that a downloaded table has the very cells that were checked.
    """

    impl = String
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


FURTHER = "further_columns"
"""The column that keeps, as JSON, what an open table has in columns of the council's own."""
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
    if spec.open:
        columns.append(SqlColumn(FURTHER, String()))
    indexes = [Index(f"{spec.name}_{'_'.join(on)}", *on) for on in spec.indexes]
    return Table(spec.name, metadata, *columns, *indexes)


METADATA = MetaData()
SQL: dict[str, Table] = {spec.name: _sql_table(spec, METADATA) for spec in TABLES}
LOADING_WARNINGS = Table(
    "loading_warnings",
    METADATA,
    SqlColumn("number", Integer, primary_key=True),
    SqlColumn("content", String),
)
"""The warnings on loading that nobody had accepted, as JSON, in the order of finding."""
