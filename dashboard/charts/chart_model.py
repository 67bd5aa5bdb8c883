"""Decide what an indicator's chart shows: its lines, points, targets and dates.

The chart, its table and its download all use this model, so that they cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from dashboard.charts.choices import ChartChoices, window_start
from dashboard.charts.events import ChartEvent, drawn_events
from dashboard.charts.notes import chart_notes
from dashboard.charts.overlays import (
    ChartOutlook,
    ChartPace,
    ChartUsualRange,
    drawn_outlook,
    drawn_pace,
    drawn_usual_range,
)
from dashboard.charts.points import (
    Kinds,
    Point,
    Segment,
    joined,
    one_kind,
    points_of,
    with_intervals,
)
from dashboard.charts.style import AUTHORITIES, Role
from dashboard.domain.facts.indicator import AreaKind, Basis, Indicator, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import COUNT, Measure
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import TargetLevel
from dashboard.domain.facts.year import YearKind, is_total, year_kind
from dashboard.domain.finding import IndicatorFinding

_FIGURE = r"[−£]*[0-9](?:[0-9,.]*[0-9])?%?"
_NUMBER = re.compile(f"{_FIGURE}(?: to {_FIGURE})?")
ROLES = {
    AreaKind.COUNTRY: Role.COUNTRY,
    AreaKind.REGION: Role.REGION,
    AreaKind.NEIGHBOURS: Role.NEIGHBOURS,
}


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One area's line, with its points and the segments that join them."""

    role: Role
    name: str
    line: Line
    points: tuple[Point, ...]
    segments: tuple[Segment, ...]

    @property
    def option(self) -> str:
        """Its value in the choice of what to compare with; empty for the council's main figures."""
        if self.role in (Role.COUNCIL, Role.BESIDE):
            return ""
        return self.line.origin if self.role is Role.OTHER_SERIES else self.line.area.id


@dataclass(frozen=True, slots=True)
class ChartTarget:
    """A target over its own period; `upper` is the top of a target range, None otherwise.

    Of the targets of a year's quarters only the chosen quarter's is `named` in the chart. An
    earlier one is named `at_edge` where there is no room at its line.
    """

    period: Period
    start: date
    end: date
    level: float
    upper: float | None
    label: str
    named: bool
    kind: TargetLevel = TargetLevel.TARGET
    at_edge: bool = False

    @property
    def level_text(self) -> str:
        """The label without what its row in a table says already."""
        return self.label.removeprefix("Target ").removesuffix(f", {self.period.short_label}")

    @property
    def number(self) -> str:
        """The figure in the label, with its unit and without its count."""
        found = _NUMBER.search(self.label)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class ChartBreak:
    """A break in the council's series, at a date between the figures that it parts."""

    at: date
    label: str


@dataclass(frozen=True, slots=True)
class ChartModel:
    """Everything that a chart draws, and notes on what it leaves out."""

    indicator: Indicator
    quarter: Period
    measure: Measure
    decimals: int
    lines: tuple[ChartLine, ...]
    targets: tuple[ChartTarget, ...]
    start: date
    end: date
    long_run: bool
    notes: tuple[str, ...]
    outlook: ChartOutlook | None = None
    usual_range: ChartUsualRange | None = None
    breaks: tuple[ChartBreak, ...] = ()
    events: tuple[ChartEvent, ...] = ()
    pace: ChartPace | None = None

    @property
    def council(self) -> ChartLine | None:
        """The council's own line; None if it has no point in the chart."""
        return next((line for line in self.lines if line.role is Role.COUNCIL), None)

    def names_at_edge(self, target: ChartTarget) -> bool:
        """Whether a target's label stands at the edge: the current year's, the chosen quarter's."""
        own = target.end >= self.end or target.period == self.quarter
        return target.at_edge or (target.named and own)


def chart_model(
    finding: IndicatorFinding, choices: ChartChoices, authorities: Sequence[Line] = ()
) -> ChartModel:
    """The chart of a finding, with the reader's choices as far as they apply to it.

    `authorities` are the lines of single authorities to draw, at most three.
    """
    indicator, main, quarter = finding.indicator, finding.known.main, finding.quarter
    choices = choices.on(finding)
    number, long_run = choices.measure == "number", choices.span == "long"
    shown = list(_chosen(finding, choices, authorities))
    stretch = start, end = _stretch([line for _, line in shown], quarter, choices)
    long_years = long_run and not choices.usual_range
    kind = one_kind(main, stretch, long_years) if main else Kinds.BOTH
    drawn = (_drawn(indicator, role, line, stretch, choices, kind) for role, line in shown)
    usual_range = drawn_usual_range(finding, start, end) if choices.usual_range else None
    events = drawn_events(finding, start, end)
    return ChartModel(
        indicator=indicator,
        quarter=quarter,
        measure=COUNT if number else indicator.measure,
        decimals=0 if number else main.decimals if main else 0,
        lines=tuple(line for line in drawn if line.points),
        targets=tuple(_targets(finding, stretch, number, kind)),
        start=start,
        end=end,
        long_run=long_run,
        notes=(
            *chart_notes(finding, choices, kind, stretch),
            *(usual_range.notes if usual_range else ()),
            *(event.said for event in events),
        ),
        outlook=None if long_run else drawn_outlook(finding, end, number),
        usual_range=usual_range,
        breaks=tuple(_breaks(main, stretch)) if main else (),
        events=events,
        pace=drawn_pace(finding, end, number) if choices.pace and not long_run else None,
    )


def _breaks(line: Line, stretch: tuple[date, date]) -> Iterable[ChartBreak]:
    start, end = stretch
    for before, point in pairwise(line.points):
        if point.is_break and start <= before.ends < point.ends <= end:
            middle = before.ends + (point.ends - before.ends) / 2
            yield ChartBreak(middle, f"New definition from {point.period.label}")


def _stretch(lines: list[Line], quarter: Period, choices: ChartChoices) -> tuple[date, date]:
    """The first and last day: from the first figure to the current year's end by default.

    Chosen years narrow it. The short view starts with its window.
    """
    year_start, end = quarter.financial_year.shifted(-1).end, quarter.financial_year.end
    first = date(choices.first, 1, 1) if choices.first else date.min
    if choices.span == "quarters":
        first = window_start(quarter)
    if choices.last:
        end = min(end, date(choices.last, 12, 31))
    dates = [p.ends for line in lines for p in line.points if first <= p.ends <= end]
    # Show at least a year, so that a single figure is at the right-hand end.
    a_year_before = end - timedelta(days=365)
    return min([*dates, year_start if year_start < end else a_year_before]), end


def _chosen(
    finding: IndicatorFinding, choices: ChartChoices, authorities: Sequence[Line]
) -> Iterable[tuple[Role, Line]]:
    known, compared = finding.known, choices.compare or ()
    if known.main:
        yield Role.COUNCIL, known.main
    if choices.usual_range:
        return
    number = choices.measure == "number"
    other = known.other
    wanted = other is not None and other.origin.value in compared
    if other and wanted and (not number or other.is_counted(finding.indicator)):
        yield Role.OTHER_SERIES, other
    if number or is_total(finding.indicator):
        return
    for line in known.comparators:
        if line.area.id in compared:
            yield ROLES[line.area.kind], line
    yield from zip(AUTHORITIES, authorities, strict=False)


def _drawn(
    indicator: Indicator,
    role: Role,
    line: Line,
    stretch: tuple[date, date],
    choices: ChartChoices,
    kind: Kinds,
) -> ChartLine:
    number = choices.measure == "number"
    marks = points_of(indicator, line, stretch, number)
    if choices.intervals and role is Role.COUNCIL and not number:
        marks = with_intervals(marks)
    if line.series.basis is Basis.PERIOD:
        marks = tuple(mark for mark in marks if kind.holds(mark.observation.period))
    name = line.area.short_name
    if role is Role.OTHER_SERIES:
        name = "Published" if line.origin is Origin.PUBLISHED else "Council return"
    return ChartLine(role, name, line, marks, joined(line, marks))


def _targets(
    finding: IndicatorFinding, stretch: tuple[date, date], number: bool, kind: Kinds
) -> Iterable[ChartTarget]:
    start, end = stretch
    main = finding.known.main
    averaged = main is not None and year_kind(finding.indicator, main) is YearKind.AVERAGE
    for line in finding.target_lines:
        target = line.target
        if not kind.holds(target.period) and not (averaged and kind is Kinds.QUARTERS):
            continue
        begins = target.period.shifted(-1).end
        if target.period.end <= start or begins >= end:
            continue
        level, upper = (line.count, None) if number else (line.level, line.upper)
        if level is None:
            continue
        label = line.count_label if number else line.label
        if target.period.quarter:
            label = f"{label}, {target.period.short_label}"
        elif target.period.end < finding.quarter.financial_year.end:
            label = f"{label}, {target.period.label}"
        ends = min(target.period.end, end)
        yield ChartTarget(
            period=target.period,
            start=max(begins, start),
            end=ends,
            level=float(level),
            upper=_float(upper),
            label=label,
            named=not target.period.quarter or target.period == finding.quarter,
            kind=target.level,
        )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
