"""Queries over a whole dataset: its tables for download, its series, its cross-references."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, String, func, select, type_coerce

from dashboard.domain.facts import period
from dashboard.domain.facts.indicator import Series
from dashboard.domain.facts.period import Period
from dashboard.store.reading.problem import LoadingWarning
from dashboard.store.rows import make_series
from dashboard.store.schema import TABLES
from dashboard.store.sql import FURTHER, LOADING_WARNINGS, SQL, NumberText

_ROWS_AT_ONCE = 2_000
Value = str | int | None


def read_counts(connection: Connection) -> dict[str, int]:
    """The number of rows in each table, by table name."""
    return {
        spec.name: connection.execute(select(func.count()).select_from(SQL[spec.name])).scalar_one()
        for spec in TABLES
    }


def read_header(connection: Connection, name: str) -> list[str]:
    """The names of a table's columns, those of the council's own last."""
    return [*_columns(name), *_further_names(connection, name)]


def _columns(name: str) -> list[str]:
    return [column.name for column in SQL[name].columns if column.name != FURTHER]


def _further_names(connection: Connection, name: str) -> list[str]:
    table = SQL[name]
    if FURTHER not in table.columns:
        return []
    first = connection.execute(select(table.c[FURTHER]).limit(1)).scalar()
    return list(json.loads(first)) if first else []


def read_table(connection: Connection, name: str) -> Iterator[tuple[Value, ...]]:
    """A table's rows in the order of their key, with numbers as the text that was loaded."""
    table = SQL[name]
    further = _further_names(connection, name)
    cells = [
        type_coerce(column, String) if isinstance(column.type, NumberText) else column
        for column in table.columns
    ]
    wanted = select(*cells).order_by(*table.primary_key.columns)
    streamed = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(wanted)
    for row in streamed:
        if FURTHER in table.columns:
            own = json.loads(row[-1])
            yield (*row[:-1], *(own[column] for column in further))
        else:
            yield tuple(row)


def read_warnings(connection: Connection) -> tuple[LoadingWarning, ...]:
    """The warnings on loading that nobody had accepted."""
    columns = LOADING_WARNINGS.c
    kept = connection.execute(select(columns.content).order_by(columns.number)).scalars()
    return tuple(_warning(json.loads(content)) for content in kept)


def _warning(content: dict[str, Any]) -> LoadingWarning:
    tuples = {name: tuple(content[name]) for name in ("more_rows", "key")}
    return LoadingWarning(**content | tuples)


def read_series(connection: Connection) -> dict[str, list[Series]]:
    """Each indicator's series, one for each origin of its figures, by indicator id."""
    found: dict[str, list[Series]] = {}
    for row in connection.execute(select(SQL["series"])):
        found.setdefault(row.indicator_id, []).append(make_series(row))
    return found


def read_references(connection: Connection) -> list[tuple[str, Period, str]]:
    """Each commentary that refers to another indicator's: its own indicator id, its period, and the
    id of the indicator referred to.
    """
    table = SQL["commentary"].c
    wanted = (
        select(table.indicator_id, table.period, table.see)
        .where(table.see.is_not(None), table.indicator_id != "")
        .order_by(table.period, table.indicator_id)
    )
    return [
        (row.indicator_id, period.parse(row.period), row.see) for row in connection.execute(wanted)
    ]
