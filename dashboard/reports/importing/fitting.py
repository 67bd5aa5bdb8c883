"""Which column each cell of a row is under; a row may be a column off its header."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.facts.indicator import Polarity
from dashboard.reports.importing.figure import Measure, measure_of
from dashboard.reports.importing.header import Column, is_figure
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.target import NO_TARGET, read_target

TARGETS = ("target", "targets")
SHIFTS = (0, 1, -1)


def columns_over(
    row: Line, columns: Sequence[Column], polarity: Polarity | None
) -> dict[int, Column]:
    """The columns by the index of the cell below each.

    If a cell has no column above it, the row may be a tab off its header; then the shift is used
    that fits best.
    """
    shifted = [{column.index + shift: column for column in columns} for shift in SHIFTS]
    first = next((index for index, cell in enumerate(row.cells) if cell), 0)
    orphans = [
        index
        for index, cell in enumerate(row.cells)
        if cell and index not in shifted[0] and (index != first or is_figure(cell))
    ]
    if not orphans:
        return shifted[0]
    return max(
        shifted,
        key=lambda under: sum(
            _suits(text, under.get(index), polarity) for index, text in enumerate(row.cells) if text
        ),
    )


def _suits(text: str, column: Column | None, polarity: Polarity | None) -> int:
    """How well a cell fits its column; negative where it does not."""
    if column is None:
        return 0 if measure_of(text) is not None or text.lower() in TARGETS else -3
    if column.is_target:
        worded = text.lower() in NO_TARGET or read_target(text, polarity, Measure.SINGLE)
        return 3 if worded else 0
    return 2 if is_figure(text) else -2
