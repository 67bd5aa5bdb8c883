"""Judge an indicator as at each earlier quarter, by the figures known at the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.facts.as_at import KnownFigures, known_figures, known_targets, stated
from dashboard.domain.facts.current import is_current
from dashboard.domain.facts.indicator import Basis, Indicator, Origin, Polarity
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.period import Period, quarter_of
from dashboard.domain.facts.record import Observation, Record, Symbol, Target
from dashboard.domain.facts.stated_in import is_stated_later
from dashboard.domain.facts.year import year_end
from dashboard.domain.judgements.change import real_change
from dashboard.domain.judgements.standing import Standing, standing
from dashboard.domain.judgements.target import JUDGED, judge_target
from dashboard.domain.judgements.target_reference import AREA
from dashboard.domain.judgements.travel import deciding_alone
from dashboard.domain.portfolio.history_columns import HistoryColumn, Span, column_of
from dashboard.domain.portfolio.mark import Mark, mark_of

IndicatorAt = Callable[[Period], Indicator | None]
"""What an indicator was at a quarter; None where it was not listed."""


@dataclass(frozen=True, slots=True)
class HistoryCell:
    """One figure in its column: how it stood as at that column's quarter, and how it is written.

    `count` is empty unless the figure is a rate with its count. A figure `is_corrected` if it was
    stated otherwise at the time.
    """

    column: HistoryColumn
    point: Observation
    standing: Standing
    value: str
    count: str
    is_corrected: bool

    @property
    def mark(self) -> Mark:
        """The shape of its status."""
        return mark_of(self.standing)

    @property
    def origin(self) -> Origin:
        """Whose figure it is."""
        return self.point.origin


Judged = dict[HistoryColumn, HistoryCell | None]
"""Cells judged so far, by their columns."""


class History:
    """An indicator's cells, newest first, each judged when it is first asked for."""

    def __init__(
        self, record: Record, chosen: Period, span: Span, at: IndicatorAt, judged: Judged
    ) -> None:
        """`judged` keeps cells for other chosen quarters; of restated figures they are others."""
        self._told, self._span, self._at = _judging(record), span, at
        known = settled(self._told, chosen)
        self._known = of_whole_years(known, chosen) if span is Span.YEARS else known
        self._is_restated = known is not self._told
        self._cells = {} if self._is_restated else judged
        ends = {
            row.ends
            for row in self._known.observations
            if row.area == record.council and row.value is not None and row.ends <= chosen.end
        }
        columns = {column_of(span, each, chosen) for each in ends}
        self._columns = sorted(columns, key=lambda each: each.period.end, reverse=True)

    def __iter__(self) -> Iterator[HistoryCell]:
        """Every cell with a figure, newest first."""
        for column in self._columns:
            if cell := self.cell(column):
                yield cell

    def cell(self, column: HistoryColumn) -> HistoryCell | None:
        """The cell of a column; None where the column brought no figure."""
        if column not in self._cells:
            self._cells[column] = self._judged(column) if column in self._columns else None
        return self._cells[column]

    def _judged(self, column: HistoryColumn) -> HistoryCell | None:
        indicator = self._at(column.as_at)
        known = known_figures(self._known, column.as_at)
        line = _brought(known, column)
        if indicator is None or line is None:
            return None
        latest = line.latest
        counted = latest.numerator is not None and line.is_counted(indicator)
        return HistoryCell(
            column=column,
            point=latest,
            standing=_standing(indicator, known, known_targets(self._known, column.as_at)),
            value=line.said(indicator, latest),
            count=formatted_count(latest.numerator or Decimal(0)) if counted else "",
            is_corrected=self._is_restated and self._differed(column, latest),
        )

    def _differed(self, column: HistoryColumn, latest: Observation) -> bool:
        """Whether the figure was another one, or not known, in the column's own quarter."""
        told = of_whole_years(self._told, column.as_at) if self._span is Span.YEARS else self._told
        then = _brought(known_figures(told, column.as_at), column)
        stated_then = then.latest if then else None
        return stated_then is None or (stated_then.value, stated_then.numerator) != (
            latest.value,
            latest.numerator,
        )


def _judging(record: Record) -> Record:
    """The record with the rows that a status can depend on: other areas' only by a target."""
    if any(target.rule in AREA for target in record.targets):
        return record
    own = tuple(row for row in record.observations if row.area == record.council)
    return replace(record, observations=own)


def settled(record: Record, quarter: Period) -> Record:
    """The record with each figure once, as stated by the quarter's end; itself if all are so.

    What a later report stated by then counts as known from its own period on.
    """
    rows: dict[tuple[str, Origin, Period], list[Observation]] = {}
    for row in record.observations:
        if row.ends <= quarter.end and row.symbol is not Symbol.NOT_DUE:
            rows.setdefault((row.area.id, row.origin, row.period), []).append(row)
    found = tuple(_known(stated(each, quarter)) for each in rows.values())
    held = tuple(row for each in rows.values() for row in each)
    return record if found == held else replace(record, observations=found)


def _known(row: Observation) -> Observation:
    return replace(row, release=None) if is_stated_later(row, quarter_of(row.ends)) else row


def of_whole_years(record: Record, quarter: Period) -> Record:
    """The record with years in place of the council's quarters that stand for themselves alone.

    A quarter's own count says nothing of its year; its year is stated, or made of its quarters.
    """
    alone = {o for o, series in record.series.items() if series.basis is Basis.PERIOD}
    known = known_figures(record, quarter)
    lines = [line for line in (known.main, known.other) if line and line.origin in alone]
    if not any(point.period.quarter for line in lines for point in line.points):
        return record
    kept = (
        row
        for row in record.observations
        if row.area != record.council or row.origin not in alone or not row.period.quarter
    )
    made = (year for line in lines for year in _made_years(record.indicator, line))
    return replace(record, observations=(*kept, *made))


def _made_years(indicator: Indicator, line: Line) -> Iterator[Observation]:
    """The years that have no row of their own."""
    years = {point.period.financial_year for point in line.points if point.period.quarter}
    for year in sorted(years, key=lambda each: each.end):
        found = None if line.at(year) else year_end(indicator, line, year)
        if found:
            yield found


def _brought(known: KnownFigures, column: HistoryColumn) -> Line | None:
    """The main line as at the column's quarter, if its latest figure is the column's."""
    line = known.main
    if line is None or line.latest.value is None:
        return None
    latest = line.latest
    if not column.period.start <= latest.ends <= column.as_at.end:
        return None
    # A whole year is told by its end: the figure of an earlier quarter is not that.
    is_early = latest.period.quarter and quarter_of(latest.ends) != column.as_at
    return None if is_early and column.is_whole else line


def _standing(indicator: Indicator, known: KnownFigures, targets: Sequence[Target]) -> Standing:
    """The status as at a quarter, by the rules of `finding.find`.

    The change over time is tested only where no target judges, since the status needs it nowhere
    else, and the test is what takes longest.
    """
    target = judge_target(indicator, known, targets)
    deciding = real = None
    line = known.main
    if line and target.verdict not in JUDGED and indicator.polarity is not Polarity.NEUTRAL:
        deciding = deciding_alone(indicator, line)
        if deciding and deciding.change:
            real = real_change(indicator, line, deciding, None)
    current = line is not None and is_current(line.latest, known.quarter)
    return standing(indicator, current, target, deciding, real)
