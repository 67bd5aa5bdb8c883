"""Describe tables as plain data for assets/grid.js, because large Dash component trees are slow.

The measurements behind that choice are in bench/README.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a main text with smaller lines under it, and optionally a link or a small line.

    `line` is that of charts/sparkline.py, `alt` what it says; `mark` the shape of a status. `why`
    are the lines that open when the reader asks "Why?".
    """

    main: str = ""
    sub: str = ""
    status: str = ""
    href: str = ""
    line: dict[str, Any] | None = None
    alt: str = ""
    mark: str = ""
    why: tuple[str, ...] = ()


CELL = tuple(each.name for each in fields(Cell))


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; `href` sorts by it, and `sort` says how it is sorted now.

    `ticks` are texts and positions, in percent, of the time axis that its cells share.
    """

    name: str
    href: str = ""
    sort: str = ""
    ticks: Sequence[tuple[str, float]] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row; its first cell is its heading, and `find` has the words that search matches."""

    cells: tuple[Cell, ...]
    status: str = ""
    find: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a common heading; the heading may be empty."""

    heading: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its caption is for screen readers, and `empty` is shown where it has no rows."""

    caption: str
    columns: Sequence[str | Column]
    groups: tuple[Group, ...]
    empty: str = ""

    def plain(self) -> dict[str, Any]:
        """The table as plain data for the browser, without empty groups or empty cell fields."""
        groups = [
            {"heading": group.heading, "rows": [_row(row) for row in group.rows]}
            for group in self.groups
            if group.rows
        ]
        return self.plain_without_rows() | {"groups": groups}

    def plain_without_rows(self) -> dict[str, Any]:
        """What is said of the table as a whole, as plain data."""
        return {
            "form": "table",
            "caption": self.caption,
            "columns": [
                {"name": each} if isinstance(each, str) else asdict(each) for each in self.columns
            ],
            "empty": self.empty,
        }


def _row(row: GridRow) -> dict[str, Any]:
    return {"status": row.status, "find": row.find, "cells": [given(cell) for cell in row.cells]}


def given(cell: Cell) -> dict[str, Any]:
    """The fields of a cell that are not empty."""
    return {name: value for name in CELL if (value := getattr(cell, name))}
