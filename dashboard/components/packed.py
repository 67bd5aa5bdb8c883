"""Describe very long tables with every text once, for assets/packed.js."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import count
from typing import Any

from dashboard.components.grid import Cell, Grid


def packed(grid: Grid) -> dict[str, Any]:
    """A table of texts as plain data: `texts` has each once, and cells tell their places in it.

    Its rows are one text of JSON, since Dash would go through each of many thousand lists, twice.
    A cell is [main, sub, status, href, *why]; it has no line and no mark, nor has its row a status
    or words for search.
    """
    places: defaultdict[str, int] = defaultdict(count().__next__)
    # What is empty has the first place.
    places[""]

    def cell(given: Cell) -> list[int]:
        texts = (given.main, given.sub, given.status, given.href, *given.why)
        found = [places[text] for text in texts]
        while found and not found[-1]:
            found.pop()
        return found

    groups = [
        {
            "heading": group.heading,
            "rows": _json([list(map(cell, row.cells)) for row in group.rows]),
        }
        for group in grid.groups
        if group.rows
    ]
    return grid.plain_without_rows() | {"groups": groups, "texts": list(places)}


def _json(rows: list[list[list[int]]]) -> str:
    return json.dumps(rows, separators=(",", ":"))
