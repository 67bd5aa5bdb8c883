"""Show how each indicator stood in each of twelve columns, as plain data for assets/history.js."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.components.mark_key import mark_key
from dashboard.components.scorecard import searched
from dashboard.domain.facts.indicator import Basis, Indicator, Origin
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.history import History, HistoryCell
from dashboard.domain.portfolio.history_columns import HistoryColumn, in_runs
from dashboard.domain.portfolio.mark import Mark
from dashboard.domain.portfolio.since_when import Spell, since_when

Groups = Sequence[tuple[str, Sequence[IndicatorFinding]]]
PUBLISHED, CORRECTED = "p", "r"
"""The flags of a cell in the data."""
_COVERS = {
    Basis.YEAR_TO_DATE: "so far this year",
    Basis.YEAR_TO_DATE_AVERAGE: "average so far this year",
    Basis.ROLLING_12M: "in 12 months",
    Basis.ROLLING_36M: "in 36 months",
}


@dataclass(frozen=True, slots=True)
class HistoryGrid:
    """What a history is drawn from.

    `at` gives the address of the same history at a quarter, empty where there is none, and `opens`
    that of an indicator at a quarter.
    """

    groups: Groups
    columns: Sequence[HistoryColumn]
    histories: Mapping[str, History]
    spells: Mapping[str, Spell | None]
    quarter: Period
    at: Callable[[Period], str]
    opens: Callable[[str, str], str]
    empty: str


ANY = "QUARTER"
"""What stands for a quarter in a row's address of its cells, which the script completes."""


def history(grid: HistoryGrid) -> dict[str, Any]:
    """The history of every indicator of the groups, its columns oldest first."""
    cells = {
        finding.indicator.id: [grid.histories[finding.indicator.id].cell(c) for c in grid.columns]
        for _, findings in grid.groups
        for finding in findings
    }
    found = [cell for row in cells.values() for cell in row if cell]
    return {
        "form": "history",
        "caption": f"How the indicators stood, as known in {grid.quarter.label}",
        "empty": grid.empty,
        "any": ANY,
        "columns": [_column(each, grid) for each in grid.columns],
        "groups": [
            {
                "heading": heading,
                "rows": [_row(each, cells[each.indicator.id], grid) for each in findings],
            }
            for heading, findings in grid.groups
            if findings
        ],
        "key": mark_key([*(cell.mark for cell in found), Mark.NO_FIGURE]),
        "notes": _notes(found, cells.values(), grid),
    }


def _column(column: HistoryColumn, grid: HistoryGrid) -> dict[str, Any]:
    period, quarter = column.period, grid.quarter
    whole = column.is_whole or column.is_later_than(quarter)
    return {
        "name": period.short_label if whole else f"{period.label} to {quarter.short_label}",
        "year": period.financial_year.label if period.quarter else "",
        "said": period.label if whole else f"{period.label} to {quarter.label}",
        "quarter": column.as_at.id,
        "href": grid.at(column.as_at),
        "chosen": period.start <= quarter.start and quarter.end <= period.end,
        "later": column.is_later_than(quarter),
    }


def _row(
    finding: IndicatorFinding, cells: Sequence[HistoryCell | None], grid: HistoryGrid
) -> dict[str, Any]:
    indicator = finding.indicator
    since = since_when(finding, grid.spells[indicator.id])
    # One unit along the row: counts only where every figure has one.
    counted = any(cells) and all(cell.count for cell in cells if cell)
    return {
        "name": indicator.name,
        "sub": _sub(finding, counted),
        "href": grid.opens(indicator.id, grid.quarter.id),
        "cell": grid.opens(indicator.id, ANY),
        "find": searched(finding),
        "status": since.status,
        "title": since.title,
        "detail": since.detail,
        "cells": [_cell(cell, counted) if cell else None for cell in cells],
    }


def _cell(cell: HistoryCell, counted: bool) -> tuple[str, str, str]:
    """The shape, the figure, and the flags."""
    flags = PUBLISHED if cell.origin is Origin.PUBLISHED else ""
    flags += CORRECTED if cell.is_corrected else ""
    return cell.mark.value, cell.count if counted else cell.value, flags


def _sub(finding: IndicatorFinding, counted: bool) -> str:
    """What the row's figures are in, the time they cover, and which way is better."""
    indicator, line = finding.indicator, finding.known.main
    covers = _COVERS.get(line.series.basis, "") if line else ""
    unit = _plural(indicator) if counted else indicator.per_label
    return " · ".join(filter(None, (unit, covers, indicator.polarity.label.lower())))


def _plural(indicator: Indicator) -> str:
    one, _, many = indicator.noun.partition("/")
    return many or one


def _notes(
    found: Sequence[HistoryCell], rows: Collection[Sequence[HistoryCell | None]], grid: HistoryGrid
) -> list[str]:
    """What the signs mean that are no shapes, and what the columns lack."""
    notes = []
    blank = [
        column.period
        for place, column in enumerate(grid.columns)
        if not column.is_later_than(grid.quarter) and not any(row[place] for row in rows)
    ]
    if blank and found:
        notes.append(f"No figures: {in_runs(blank)}.")
    if any(cell.origin is Origin.PUBLISHED for cell in found):
        notes.append("Striped: published statistics, never counted together with council returns.")
    if any(cell.is_corrected for cell in found):
        notes.append("r: corrected since, shown as known in the chosen quarter.")
    return notes
