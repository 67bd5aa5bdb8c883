"""Show a chart's points as a table, from the same model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.charts.chart_model import ChartLine, ChartModel
from dashboard.charts.style import Role
from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import formatted, formatted_count
from dashboard.domain.facts.period import QUARTERS, Period
from dashboard.domain.facts.record import MARKS, Observation
from dashboard.domain.facts.stated_in import stated_in


def figures_table(model: ChartModel) -> Grid:
    """The table: one row per period, newest first, and one column per line, blank where missing."""
    periods = sorted(
        {p.period for line in model.lines for p in _points(model, line)},
        key=lambda period: period.order,
        reverse=True,
    )
    unit = model.indicator.per_label if model.measure == model.indicator.measure else ""
    columns = (
        f"Period, {unit}" if unit else "Period",
        *(_heading(line) for line in model.lines),
        *_target_heading(model),
    )
    rows = tuple(_row(model, period, _events(model, periods, period)) for period in periods)
    return Grid(f"{model.indicator.name}: the figures in the chart", columns, (Group("", rows),))


def _points(model: ChartModel, line: ChartLine) -> tuple[Observation, ...]:
    return tuple(point for point in line.line.points if model.start <= point.ends <= model.end)


def _heading(line: ChartLine) -> str:
    area = line.line.area.name
    if line.role in (Role.COUNCIL, Role.OTHER_SERIES):
        return f"{area}, {line.line.origin.label}"
    return area


def _target_heading(model: ChartModel) -> tuple[str, ...]:
    return ("Target",) if model.targets else ()


def _events(model: ChartModel, periods: Sequence[Period], period: Period) -> str:
    """The events of a row: those since the row before; of the newest row also the later ones."""
    at = periods.index(period)
    since = periods[at + 1].end if at + 1 < len(periods) else date.min
    until = period.end if at else date.max
    return "; ".join(event.dated for event in model.events if since < event.day <= until)


def _row(model: ChartModel, period: Period, events: str) -> GridRow:
    cells = [Cell(period.label, events)]
    for line in model.lines:
        point = next((p for p in _points(model, line) if p.period == period), None)
        cells.append(_cell(model, line, point))
    if model.targets:
        cells.append(Cell(_levels(model, period)))
    return GridRow(tuple(cells))


def _is_part(model: ChartModel, period: Period) -> bool:
    """Whether a figure is only a part of what its year's target is for."""
    ours = model.council
    so_far = ours is not None and ours.line.series.basis is Basis.YEAR_TO_DATE
    return so_far and 1 <= period.quarter < QUARTERS


def _levels(model: ChartModel, period: Period) -> str:
    """The targets that apply to a period: those of the quarter itself, else the year's."""
    found = [t for t in model.targets if t.start < period.end <= t.end]
    own = [t for t in found if t.period == period]
    years = [t for t in found if not t.period.quarter and not _is_part(model, period)]
    named = own or years
    if len(named) == 1:
        return named[0].level_text
    return ", ".join(target.label for target in named)


def _cell(model: ChartModel, line: ChartLine, point: Observation | None) -> Cell:
    if point is None:
        return Cell()
    if point.value is None:
        label = point.symbol.label if point.symbol else "not known"
        return Cell(label, point.note, status="none")
    mark = MARKS.get(point.mark, "")
    text = line.line.said(model.indicator, point)
    if line.role in (Role.COUNCIL, Role.OTHER_SERIES) and point.numerator is not None:
        number = formatted_count(point.numerator)
        text = f"{text} ({number})"
    remarks = (_interval(model, line, point), mark, stated_in(point, model.quarter), point.note)
    return Cell(text, ", ".join(filter(None, remarks)))


def _interval(model: ChartModel, line: ChartLine, point: Observation) -> str:
    if line.role is not Role.COUNCIL or point.lower is None or point.upper is None:
        return ""
    decimals, unit = line.line.decimals, model.indicator.measure
    low, high = (formatted(end, decimals, unit) for end in (point.lower, point.upper))
    return f"95% interval {low} to {high}"
