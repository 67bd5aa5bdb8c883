"""Tell how long a figure stands for its indicator: until it is replaced or overdue."""

from __future__ import annotations

from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import QUARTERS, Period, quarter_of
from dashboard.domain.facts.record import Observation

QUARTERS_CURRENT = 2
YEARS_CURRENT = 3


def is_new(point: Observation, quarter: Period) -> bool:
    """Whether the figure's period ended in the quarter itself."""
    return quarter_of(point.ends) == quarter


def is_current(point: Observation, quarter: Period) -> bool:
    """Whether the figure still says how the indicator stands at the quarter's end.

    A quarterly one does until two quarters have passed since its period ended, any other until
    three years have.
    """
    ended = quarter_of(point.ends)
    passed = quarter.financial_year.first - ended.financial_year.first
    if point.period.quarter:
        return passed * QUARTERS + quarter.quarter - ended.quarter < QUARTERS_CURRENT
    return (quarter.end.year - YEARS_CURRENT, quarter.end.month, quarter.end.day) < (
        point.ends.year,
        point.ends.month,
        point.ends.day,
    )


def period_said(line: Line, quarter: Period) -> str:
    """The latest figure's period, and whether a newer one is awaited or not to be had.

    "Q3 2016/17"; "2024/25, latest"; "Q1 2016/17, Q2 awaited"; "Q1 2016/17, Q2 confidential";
    "2022, too old to judge".
    """
    latest, newest = line.latest, line.points[-1]
    label = latest.period.label
    if newest.symbol and newest.ends > latest.ends:
        return f"{label}, {newest.period.short_label} {newest.symbol.label}"
    if is_new(latest, quarter):
        return label
    if not is_current(latest, quarter):
        return f"{label}, too old to judge"
    return f"{label}, " + (f"{quarter.short_label} awaited" if latest.period.quarter else "latest")
