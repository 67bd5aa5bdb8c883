"""Choose the points of a line, and which of them may be joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.facts.record import Observation


class Kinds(StrEnum):
    """Which figures for the period alone the value axis can hold."""

    QUARTERS = "quarters"
    YEARS = "years"
    BOTH = "both"

    def holds(self, period: Period) -> bool:
        """Whether a figure of the period may be drawn."""
        return self is Kinds.BOTH or (self is Kinds.QUARTERS) == bool(period.quarter)


@dataclass(frozen=True, slots=True)
class Point:
    """One point: its value in the chart's unit, its label, and the ends of its interval.

    `stated` is the figure itself where the value is an index number.
    """

    at: date
    value: float
    text: str
    observation: Observation
    interval: tuple[float, float] | None = None
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Points joined by one line, thick (`strong`) within a year and thin from year to year."""

    points: tuple[Point, ...]
    strong: bool


def one_kind(line: Line, stretch: tuple[date, date], long_run: bool) -> Kinds:
    """Whether a chart shows the line's quarters or its years; the long run shows years.

    A year of figures for the period alone may be a multiple of its quarters.
    """
    if line.series.basis is not Basis.PERIOD:
        return Kinds.BOTH
    start, end = stretch
    inside = [p for p in line.points if start <= p.ends <= end and p.value is not None]
    quarters = sum(bool(point.period.quarter) for point in inside)
    years = len(inside) - quarters
    if not inside:
        return Kinds.BOTH
    return Kinds.YEARS if not quarters or (long_run and years > 1) else Kinds.QUARTERS


def points_of(
    indicator: Indicator, line: Line, stretch: tuple[date, date], number: bool
) -> tuple[Point, ...]:
    """The line's points with a value within a stretch of dates; `number` selects the counts."""
    start, end = stretch
    inside = (point for point in line.points if start <= point.ends <= end)
    found = (_mark(indicator, line, point, number) for point in inside)
    return _without_doubles(line, tuple(mark for mark in found if mark))


def with_intervals(marks: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same points with the 95% intervals that their source gives."""
    return tuple(replace(mark, interval=_interval(mark.observation)) for mark in marks)


def _mark(indicator: Indicator, line: Line, point: Observation, number: bool) -> Point | None:
    value = point.numerator if number else point.value
    if value is None:
        return None
    text = formatted_count(value) if number else line.said(indicator, point)
    return Point(point.ends, float(value), text, point)


def _interval(point: Observation) -> tuple[float, float] | None:
    if point.lower is None or point.upper is None:
        return None
    return float(point.lower), float(point.upper)


def _without_doubles(line: Line, marks: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points without the year ends of snapshot or rolling figures that repeat their Q4.

    Where the two have different values, both are kept.
    """
    if line.series.basis not in (Basis.SNAPSHOT, Basis.ROLLING_12M):
        return marks
    quarters = {(mark.at, mark.value) for mark in marks if mark.observation.period.quarter}
    return tuple(
        mark
        for mark in marks
        if mark.observation.period.quarter or (mark.at, mark.value) not in quarters
    )


def joined(line: Line, marks: tuple[Point, ...]) -> tuple[Segment, ...]:
    """The points that may be joined: never across a gap or between different kinds of figure."""
    if not marks:
        return ()
    only_years = not any(mark.observation.period.quarter for mark in marks)
    runs: list[Segment] = []
    for chain in _chains(line, marks):
        current = [chain[0]]
        strong = True
        for before, after in pairwise(chain):
            step = only_years or bool(after.observation.period.quarter)
            if len(current) > 1 and step != strong:
                runs.append(Segment(tuple(current), strong))
                current = [before]
            strong = step
            current.append(after)
        runs.append(Segment(tuple(current), strong))
    return tuple(run for run in runs if len(run.points) > 1)


def _chains(line: Line, marks: tuple[Point, ...]) -> list[list[Point]]:
    """The points in chains, each point added to the chain whose last one it continues."""
    chains: list[list[Point]] = []
    for mark in marks:
        chain = next((c for c in reversed(chains) if _follows(line, c[-1], mark)), None)
        if chain:
            chain.append(mark)
        else:
            chains.append([mark])
    return chains


def _follows(line: Line, before: Point, after: Point) -> bool:
    first, second = before.observation.period, after.observation.period
    if line.is_broken(before.observation, after.observation):
        return False
    basis = line.series.basis
    if first.kind is second.kind:
        restarts = basis is Basis.YEAR_TO_DATE and first.financial_year != second.financial_year
        return first.shifted(1) == second and not (first.quarter and restarts)
    if basis not in (Basis.SNAPSHOT, Basis.ROLLING_12M):
        return False
    return _as_quarter(first).shifted(1) == _as_quarter(second) or (
        first.kind is PeriodKind.QUARTER
        and first.quarter == QUARTERS
        and first.financial_year.shifted(1) == second
    )


def _as_quarter(period: Period) -> Period:
    """The Q4 of a financial year; other periods are returned unchanged."""
    if period.kind is PeriodKind.FINANCIAL_YEAR:
        return Period(PeriodKind.QUARTER, period.first, 4)
    return period
