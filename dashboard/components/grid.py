"""Describe tables as plain data for assets/grid.js, because large Dash component trees are slow.

The measurements behind that choice are in bench/README.md.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a main text with a smaller one under it, and optionally a link or an image.

    `why` are the lines that open when the reader asks "Why?".
    """

    main: str = ""
    sub: str = ""
    status: str = ""
    href: str = ""
    image: str = ""
    alt: str = ""
    why: tuple[str, ...] = ()


CELL = tuple(each.name for each in fields(Cell))


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
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    empty: str = ""

    def plain(self) -> dict[str, Any]:
        """The table as plain data for the browser, without empty groups or empty cell fields."""
        return {
            "form": "table",
            "caption": self.caption,
            "columns": list(self.columns),
            "empty": self.empty,
            "groups": [
                {"heading": group.heading, "rows": [_row(row) for row in group.rows]}
                for group in self.groups
                if group.rows
            ],
        }


def _row(row: GridRow) -> dict[str, Any]:
    return {"status": row.status, "find": row.find, "cells": [given(cell) for cell in row.cells]}


def given(cell: Cell) -> dict[str, Any]:
    """The fields of a cell that are not empty."""
    return {name: value for name in CELL if (value := getattr(cell, name))}
