"""What stood in one version of the dataset and would be gone in another."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.facts.record import Symbol
from dashboard.domain.grammar import number_of
from dashboard.store.reading.problem import DatasetError, Problem
from dashboard.store.schema import TABLES
from dashboard.store.table import Column, TableSpec

_STATED = {
    "observations": "figure/figures",
    "targets": "target/targets",
    "claims": "printed claim/printed claims",
    "commentary": "commentary/commentaries",
    "distributions": "distribution/distributions",
    "events": "event/events",
    "actions": "action/actions",
}
"""The tables whose rows somebody stated, and what a row is called."""
_MOST_NAMED = 20
_REMEDY = (
    "Put them back; if they are meant to go, accept it with: python -m dashboard load --accept."
)


class HeldBackError(DatasetError):
    """A valid folder that would lose what stands today; `problems` are the losses."""

    @property
    def report(self) -> str:
        """A heading, then one line for each table and indicator that loses rows."""
        heading = f"{self.folder}: held back, because rows that stand today would vanish."
        return "\n".join([heading, *self.sentences])


def losses(before: Path, after: Path) -> list[Problem]:
    """The rows of one version's file that another's lacks, one problem a table and indicator.

    A figure that has become a symbol is a loss too. Versions of different councils are not
    compared: then nothing is a loss. Rows of a figure that was not due yet are none either.
    """
    with closing(sqlite3.connect(_read_only(after), uri=True)) as connection:
        connection.execute("ATTACH ? AS earlier", (_read_only(before),))
        if _council(connection, "earlier") != _council(connection, "main"):
            return []
        return [
            problem
            for spec in TABLES
            if spec.name in _STATED
            for problem in _of_table(connection, spec)
        ]


def _read_only(file: Path) -> str:
    return f"file:{quote(str(file.resolve()))}?mode=ro&immutable=1"


def _council(connection: sqlite3.Connection, version: str) -> list[tuple[str]]:
    wanted = f"SELECT area_id FROM {version}.areas WHERE kind = ?"
    return connection.execute(wanted, (AreaKind.COUNCIL.value,)).fetchall()


def _of_table(connection: sqlite3.Connection, spec: TableSpec) -> Iterator[Problem]:
    key = _shared_key(connection, spec)
    if not key:
        return
    names = ", ".join(key)
    due = ""
    if spec.name == "observations":
        due = f"WHERE symbol IS NOT '{Symbol.NOT_DUE.value}'"
    gone = f"SELECT {names} FROM earlier.{spec.name} {due} EXCEPT SELECT {names} FROM {spec.name}"
    yield from _told(spec, key, connection.execute(gone).fetchall(), "no longer there")
    if spec.name == "observations":
        emptied = (
            f"SELECT {names} FROM earlier.observations WHERE value IS NOT NULL INTERSECT "
            f"SELECT {names} FROM observations WHERE symbol IS NOT NULL"
        )
        rows = connection.execute(emptied).fetchall()
        yield from _told(spec, key, rows, "now a symbol without a value")


def _told(
    spec: TableSpec, key: Sequence[str], lost: Sequence[Sequence[Any]], what: str
) -> Iterator[Problem]:
    """One problem for each owner of lost rows, which names them by their keys."""
    whose = _owner(key)
    one, _, many = _STATED[spec.name].partition("/")
    for owner, rows in groupby(sorted(lost, key=whose), whose):
        said = sorted(" ".join(str(c) for c in row if c and c != owner) for row in rows)
        listed = ", ".join(said[:_MOST_NAMED])
        if len(said) > _MOST_NAMED:
            listed += f" and {len(said) - _MOST_NAMED:,} more"
        verb = "is" if len(said) == 1 else "are"
        yield Problem(
            file=spec.file,
            what=f"{number_of(len(said), one, many)} of {owner} {verb} {what}: {listed}.",
            remedy=_REMEDY,
        )


def _owner(key: Sequence[str]) -> Callable[[Sequence[Any]], str]:
    """How to tell of a row whose it is: its indicator's, its portfolio's, or else of all."""
    places = [key.index(name) for name in ('"indicator_id"', '"portfolio_id"') if name in key]
    return lambda row: next((str(row[place]) for place in places if row[place]), "all")


def _shared_key(connection: sqlite3.Connection, spec: TableSpec) -> list[str]:
    """The key's columns that both files have, in SQL; an earlier release may have had fewer."""
    held = [
        {str(row[1]) for row in connection.execute(f"PRAGMA {version}.table_info({spec.name})")}
        for version in ("main", "earlier")
    ]
    return [
        _as_meant(column)
        for column in spec.columns
        if column.name in spec.key and all(column.name in columns for columns in held)
    ]


def _as_meant(column: Column) -> str:
    """The column in SQL, with what an empty cell means in its place."""
    name = f'"{column.name}"'
    return f"COALESCE(NULLIF({name}, ''), '{column.default}')" if column.default else name
