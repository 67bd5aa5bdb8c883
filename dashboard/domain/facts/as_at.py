"""Select the figures, targets and commentary that were known at a quarter's end.

A figure is known if its period ends by the quarter's end. The council return is the main figure
if there is one for the quarter or earlier in its financial year; otherwise the published
statistics are. The two are never joined.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from dashboard.domain.facts.commentary import known_version
from dashboard.domain.facts.indicator import Area, AreaKind, Basis, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import rounded, stated_decimals
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.facts.record import (
    Commentary,
    Course,
    Observation,
    Record,
    Released,
    Symbol,
    Target,
    TargetLevel,
)
from dashboard.domain.facts.stated_in import is_stated_later

_Row = TypeVar("_Row", bound=Released)


def stated(rows: Iterable[_Row], quarter: Period) -> _Row:
    """The version of a figure that applies at `quarter`.

    That is the latest revision up to the quarter, or the first one if all came later.
    """
    given = list(rows)
    if len(given) == 1:
        return given[0]
    ordered = sorted(given, key=lambda row: row.release.order if row.release else quarter.order)
    known = [row for row in ordered if not row.release or row.release.end <= quarter.end]
    return known[-1] if known else ordered[0]


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """An indicator's figures at a quarter: the council's, its other series, the comparators."""

    quarter: Period
    main: Line | None
    other: Line | None
    comparators: tuple[Line, ...]


def reported(known: KnownFigures) -> Line | None:
    """The council return, whether or not it is the main figure; None if there is none."""
    lines = (line for line in (known.main, known.other) if line)
    return next((line for line in lines if line.origin is Origin.REPORTED), None)


COMPARATORS = (AreaKind.COUNTRY, AreaKind.REGION, AreaKind.NEIGHBOURS)


def known_figures(record: Record, quarter: Period) -> KnownFigures:
    """All figures whose period ends by the quarter's end, with the main series chosen."""
    lines = _lines(record, quarter)
    own = {line.origin: line for line in lines if line.area.kind is AreaKind.COUNCIL}
    reported, published = own.get(Origin.REPORTED), own.get(Origin.PUBLISHED)
    begun = quarter.financial_year.start
    latest = reported.latest if reported else None
    has_return = latest is not None and latest.value is not None and latest.ends >= begun
    main, other = (reported, published) if has_return or not published else (published, reported)
    comparators = sorted(
        (line for line in lines if line.area.kind in COMPARATORS),
        key=lambda line: COMPARATORS.index(line.area.kind),
    )
    return KnownFigures(quarter, main, other, tuple(comparators))


def line_of(record: Record, rows: Iterable[Observation], quarter: Period) -> Line | None:
    """One area's line from its figures of one origin, as known at a quarter; None without any."""
    lines = _lines(replace(record, observations=tuple(rows)), quarter)
    return lines[0] if lines else None


def stated_rows(
    record: Record, area: Area, origin: Origin, quarter: Period
) -> tuple[Observation, ...]:
    """An area's figures of one origin as stated by the quarter's end, each row for itself."""
    rows: dict[Period, list[Observation]] = {}
    for row in record.observations:
        if row.area == area and row.origin is origin and _is_known(row, quarter):
            rows.setdefault(row.period, []).append(row)
    return tuple(stated(each, quarter) for each in rows.values())


def _is_known(row: Observation, quarter: Period) -> bool:
    return row.ends <= quarter.end and row.symbol is not Symbol.NOT_DUE


def _lines(record: Record, quarter: Period) -> list[Line]:
    """Every line with at least one figure by the quarter's end; blanks not yet due are ignored."""
    found = ((course, _points(course, quarter)) for course in record.courses)
    return [
        Line(
            course.area,
            record.series[course.origin],
            _with_year_ends(record.series[course.origin].basis, quarter, points),
        )
        for course, points in found
        if points
    ]


def _points(course: Course, quarter: Period) -> tuple[Observation, ...]:
    """The figures known by the quarter's end, each as stated then, oldest first."""
    known = course.rows[: bisect_right(course.rows, quarter.end, key=lambda row: row.ends)]
    if course.once:
        return known
    statements: dict[Period, list[Observation]] = {}
    for row in known:
        statements.setdefault(row.period, []).append(row)
    found = (stated(rows, quarter) for rows in statements.values())
    return tuple(sorted(found, key=lambda row: row.order))


_Q4_IS_NO_YEAR = (Basis.PERIOD, Basis.UNSTATED)


def _with_year_ends(
    basis: Basis, quarter: Period, points: tuple[Observation, ...]
) -> tuple[Observation, ...]:
    """The figures, with a Q4 that says otherwise than its own year replaced by the year's row.

    They state the same moment, and the year's figure is the final one; Checks shows both. A year
    that only a later report states does not replace a Q4 stated in time.
    """
    if basis in _Q4_IS_NO_YEAR:
        return points
    years = {
        point.period: point
        for point in points
        if point.period.kind is PeriodKind.FINANCIAL_YEAR and point.value is not None
    }
    if not years:
        return points
    return tuple(
        replace(years[point.period.financial_year], period=point.period)
        if point.period.quarter == QUARTERS
        and _differs(point, years.get(point.period.financial_year), quarter)
        else point
        for point in points
    )


def _differs(point: Observation, year: Observation | None, quarter: Period) -> bool:
    """Whether a Q4 says otherwise than its year, at the precision of the less precise one."""
    if year is None or year.value is None or year.value == point.value:
        return False
    if is_stated_later(year, quarter) and not is_stated_later(point, quarter):
        return False
    if point.value is None:
        return True
    places = min(stated_decimals(point.value), stated_decimals(year.value))
    return rounded(point.value, places) != rounded(year.value, places)


def known_targets(record: Record, quarter: Period) -> tuple[Target, ...]:
    """The targets of all years begun by the quarter's end, and of their quarters, oldest first.

    There is one for each period and level.
    """
    return _targets(record, quarter, begun=True)


def later_targets(record: Record, quarter: Period) -> tuple[Target, ...]:
    """The targets of years still to come that were set by the quarter's end, oldest first."""
    return _targets(record, quarter, begun=False)


def _targets(record: Record, quarter: Period, begun: bool) -> tuple[Target, ...]:
    found: dict[tuple[Period, TargetLevel], list[Target]] = {}
    for target in record.targets:
        if (target.period.financial_year.start <= quarter.end) is not begun:
            continue
        if begun or _is_set(target, record, quarter):
            found.setdefault((target.period, target.level), []).append(target)
    levels = list(TargetLevel)
    ordered = sorted(found.items(), key=lambda each: (*each[0][0].order, levels.index(each[0][1])))
    return tuple(stated(rows, quarter) for _, rows in ordered)


def _is_set(target: Target, record: Record, quarter: Period) -> bool:
    """Whether a later year's target was known: by its report, else at the newest figure alone."""
    if target.release is not None:
        return target.release.end <= quarter.end
    return all(row.ends <= quarter.end for row in record.observations if row.value is not None)


def known_commentary(record: Record, quarter: Period) -> Commentary | None:
    """The quarter's commentary, or the latest one earlier in its financial year, or None."""
    periods = {text.period for text in record.commentary}
    of_year = (p for p in periods if p.financial_year == quarter.financial_year)
    versions = (known_version(record.commentary, period, quarter) for period in of_year)
    return max(filter(None, versions), key=lambda text: text.period.end, default=None)
