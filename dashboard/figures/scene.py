"""What stands in an indicator's chart: which lines, points, joins, targets, and which stretch.

The chart, its table and its download are drawn from one scene, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.as_at import Line
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.indicator import (
    AreaKind,
    Basis,
    Indicator,
    Origin,
    Unit,
    count_written,
    written,
)
from dashboard.domain.period import Period, PeriodKind
from dashboard.domain.record import MARKS, Observation
from dashboard.figures.style import Role

YEARS_BACK = 2
ROLES = {
    AreaKind.COUNTRY: Role.COUNTRY,
    AreaKind.REGION: Role.REGION,
    AreaKind.NEIGHBOURS: Role.NEIGHBOURS,
}


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader has chosen: the number instead of the rate, all years, which comparators.

    `compare` holds area ids and the origin of the council's other series.
    """

    number: bool = False
    long_run: bool = False
    compare: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mark:
    """One point: `value` in the chart's unit, `text` as it is written."""

    at: date
    value: float
    text: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class Run:
    """Points joined by one stroke; `strong` for steps within the year, thin for year to year."""

    marks: tuple[Mark, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One area's line."""

    role: Role
    name: str
    line: Line
    marks: tuple[Mark, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class DrawnTarget:
    """A target over its own period; `upper` closes a band."""

    start: date
    end: date
    level: float
    upper: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything to be drawn, and the words for what is not."""

    indicator: Indicator
    quarter: Period
    unit: Unit
    decimals: int
    lines: tuple[DrawnLine, ...]
    targets: tuple[DrawnTarget, ...]
    start: date
    end: date
    long_run: bool
    notes: tuple[str, ...]

    @property
    def council(self) -> DrawnLine | None:
        """The council's own line, if it has a figure here."""
        return next((line for line in self.lines if line.role is Role.COUNCIL), None)


def can_show_number(finding: IndicatorFinding) -> bool:
    """Whether the indicator is a dual measure, "No. (Rate)"."""
    line = finding.known.main
    return line is not None and line.is_counted(finding.indicator)


def can_choose_span(finding: IndicatorFinding) -> bool:
    """Whether the quarters and the long run are different pictures."""
    line = finding.known.main
    if line is None or not _has_quarters(line, finding.quarter):
        return False
    first = _window_start(finding.quarter)
    every = (line, *finding.known.comparators)
    return any(each.points[0].ends < first for each in every)


def _has_quarters(line: Line, quarter: Period) -> bool:
    return any(p.period.quarter and p.ends > _window_start(quarter) for p in line.points)


def _window_start(quarter: Period) -> date:
    return quarter.financial_year.shifted(-YEARS_BACK).end


def scene(finding: IndicatorFinding, options: Options) -> Scene:
    """The lines and targets of a finding for the reader's options."""
    indicator, known, quarter = finding.indicator, finding.known, finding.quarter
    number = options.number and can_show_number(finding)
    long_run = options.long_run or known.main is None or not _has_quarters(known.main, quarter)
    shown = list(_chosen(finding, options, number))
    year_start, year_end = quarter.financial_year.shifted(-1).end, quarter.financial_year.end
    start = _first_date([line for _, line in shown], _window_start(quarter), long_run, year_start)
    drawn = tuple(
        line for role, each in shown if (line := _drawn(indicator, role, each, start, number)).marks
    )
    main = known.main
    return Scene(
        indicator,
        quarter,
        Unit.COUNT if number else indicator.unit,
        0 if number else main.decimals if main else 0,
        drawn,
        tuple(_targets(finding, start, number)),
        start,
        year_end,
        long_run,
        tuple(_notes(finding, number)),
    )


def _first_date(lines: list[Line], window: date, long_run: bool, year_start: date) -> date:
    """The first figure of any line, in the short view within its window; the year is always in."""
    dates = [p.ends for line in lines for p in line.points if long_run or p.ends >= window]
    return min([*dates, year_start])


def _chosen(
    finding: IndicatorFinding, options: Options, number: bool
) -> Iterable[tuple[Role, Line]]:
    known = finding.known
    if known.main:
        yield Role.COUNCIL, known.main
    other = known.other
    wanted = other is not None and other.origin.value in options.compare
    if other and wanted and (not number or other.is_counted(finding.indicator)):
        yield Role.OTHER_SERIES, other
    if number or finding.indicator.unit is Unit.COUNT:
        return
    for line in known.comparators:
        if line.area.id in options.compare:
            yield ROLES[line.area.kind], line


def _drawn(indicator: Indicator, role: Role, line: Line, start: date, number: bool) -> DrawnLine:
    marks = tuple(
        mark
        for point in line.points
        if point.ends >= start and (mark := _mark(indicator, line, point, number))
    )
    marks = _without_doubles(line, marks)
    name = line.area.short_name
    if role is Role.OTHER_SERIES:
        name = "Published" if line.origin is Origin.PUBLISHED else "Council return"
    return DrawnLine(role, name, line, marks, joined(line, marks))


def _mark(indicator: Indicator, line: Line, point: Observation, number: bool) -> Mark | None:
    value = point.numerator if number else point.value
    if value is None:
        return None
    text = count_written(value) if number else written(value, line.decimals, indicator.unit)
    return Mark(point.ends, float(value), text, point)


def _without_doubles(line: Line, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """A snapshot's or rolling figure's year end is its Q4: one moment, one mark.

    Where the two are stated differently, both stand.
    """
    if line.series.basis not in (Basis.SNAPSHOT, Basis.ROLLING_12M):
        return marks
    quarters = {(mark.at, mark.value) for mark in marks if mark.observation.period.quarter}
    return tuple(
        mark
        for mark in marks
        if mark.observation.period.quarter or (mark.at, mark.value) not in quarters
    )


def joined(line: Line, marks: tuple[Mark, ...]) -> tuple[Run, ...]:
    """The runs of points that may be joined: nothing across a gap or between unlike figures."""
    if not marks:
        return ()
    only_years = not any(mark.observation.period.quarter for mark in marks)
    runs: list[Run] = []
    for chain in _chains(line, marks):
        current = [chain[0]]
        strong = True
        for before, after in pairwise(chain):
            step = only_years or bool(after.observation.period.quarter)
            if len(current) > 1 and step != strong:
                runs.append(Run(tuple(current), strong))
                current = [before]
            strong = step
            current.append(after)
        runs.append(Run(tuple(current), strong))
    return tuple(run for run in runs if len(run.marks) > 1)


def _chains(line: Line, marks: tuple[Mark, ...]) -> list[list[Mark]]:
    """Marks that follow each other: each is appended to the chain whose last it continues."""
    chains: list[list[Mark]] = []
    for mark in marks:
        chain = next((c for c in reversed(chains) if _follows(line, c[-1], mark)), None)
        if chain:
            chain.append(mark)
        else:
            chains.append([mark])
    return chains


def _follows(line: Line, before: Mark, after: Mark) -> bool:
    first, second = before.observation.period, after.observation.period
    basis = line.series.basis
    if first.kind is second.kind:
        restarts = basis is Basis.YEAR_TO_DATE and first.financial_year != second.financial_year
        return first.shifted(1) == second and not (first.quarter and restarts)
    if basis not in (Basis.SNAPSHOT, Basis.ROLLING_12M):
        return False
    return _as_quarter(first).shifted(1) == _as_quarter(second) or (
        first.kind is PeriodKind.QUARTER
        and first.quarter == 4
        and first.financial_year.shifted(1) == second
    )


def _as_quarter(period: Period) -> Period:
    """A financial year's end as the quarter it falls in; other periods stay what they are."""
    if period.kind is PeriodKind.FINANCIAL_YEAR:
        return Period(PeriodKind.QUARTER, period.first, 4)
    return period


def _targets(finding: IndicatorFinding, start: date, number: bool) -> Iterable[DrawnTarget]:
    for line in finding.target_lines:
        target = line.target
        if target.period.end <= start:
            continue
        level, upper = (line.count, None) if number else (line.level, line.upper)
        if level is None:
            continue
        label = f"Target {count_written(level)}" if number else line.label
        if target.period.end < finding.quarter.financial_year.end:
            label = f"{label}, {target.period.label}"
        begins = target.period.shifted(-1).end
        yield DrawnTarget(max(begins, start), target.period.end, float(level), _float(upper), label)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _notes(finding: IndicatorFinding, number: bool) -> Iterable[str]:
    if number and finding.known.comparators:
        yield "Numbers are not compared with other areas, which differ in size."
    if number and any(line.count is None for line in finding.target_lines):
        yield "The target is set as a rate and has no number."
    main = finding.known.main
    if main and main.series.basis_inferred:
        yield f"Each quarter is taken to sum up {main.series.basis.said} (inferred)."
    if main and main.series.basis is Basis.UNSTATED:
        yield "The report does not say over what period its quarters run; years stand apart."
    if main and main.series.basis is Basis.YEAR_TO_DATE:
        yield "The line adds up from 1 April and starts again each year."
    for point in main.points if main else ():
        if point.symbol:
            yield f"{point.period.label}: {point.symbol.said}."
    for line in finding.target_lines:
        if line.target.period.end < finding.quarter.financial_year.end:
            yield f"{line.label} was set for {line.target.period.label}."
    for mark in sorted({p.mark for p in main.points if p.mark} if main else set()):
        yield f"Some figures are marked {mark}: {MARKS[mark]}."
