"""Say what each quarter changed, by what a figure covers.

A snapshot moves from quarter to quarter. A rolling total moves by the difference between a quarter
and the same quarter a year before. A figure so far this year grows by what the quarter added. Other
figures have no changes that belong to one quarter.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Unit, signed
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.rolling_breakdown import rolling_breakdown


@dataclass(frozen=True, slots=True)
class QuarterChange:
    """What one quarter changed, in the unit of its QuarterChanges."""

    quarter: Period
    change: Decimal


@dataclass(frozen=True, slots=True)
class QuarterChanges:
    """The changes of the quarters since the last break, oldest first; there is at least one.

    `is_counted` says that they are in people or events, with no decimals; else they are in the
    figure's own unit, with `places` decimals. `caption` says what a change is.
    """

    steps: tuple[QuarterChange, ...]
    is_counted: bool
    places: int
    caption: str
    reason: Reason

    def of_year(self, year: Period) -> tuple[QuarterChange, ...]:
        """The changes of a financial year's quarters."""
        return tuple(step for step in self.steps if step.quarter.financial_year == year)


def quarter_changes(indicator: Indicator, line: Line | None) -> QuarterChanges | None:
    """What each quarter of a line changed; None where no quarter's change can be told."""
    if line is None or line.latest.value is None or not line.latest.period.quarter:
        return None
    basis = line.series.basis
    if basis is Basis.ROLLING_12M:
        return _rolling(indicator, line)
    if basis not in (Basis.SNAPSHOT, Basis.YEAR_TO_DATE):
        return None
    counted = line.is_counted(indicator)
    steps = _so_far(line, counted) if basis is Basis.YEAR_TO_DATE else _moves(line, counted)
    if not steps:
        return None
    places = 0 if counted else line.decimals
    if basis is Basis.YEAR_TO_DATE:
        caption, rule = "What each quarter added.", "The figure so far, less that a quarter before."
    else:
        caption = f"{_what(indicator)} than at the end of the quarter before."
        rule = "The figure on the quarter’s last day, less that on the last day of the one before."
    return QuarterChanges(steps, counted, places, caption, _reason(rule, steps, places))


def _rolling(indicator: Indicator, line: Line) -> QuarterChanges | None:
    found = rolling_breakdown(line)
    if found is None:
        return None
    steps = tuple(QuarterChange(step.quarter, step.more) for step in found.steps)
    inferred = " (inferred)" if line.series.basis_inferred else ""
    caption = f"{_what(indicator)} than in the same quarter a year before{inferred}."
    return QuarterChanges(steps, True, 0, caption, found.reason)


def _moves(line: Line, counted: bool) -> tuple[QuarterChange, ...]:
    values = _by_quarter(line, counted)
    return tuple(
        QuarterChange(quarter, value - values[quarter.shifted(-1)])
        for quarter, value in values.items()
        if quarter.shifted(-1) in values
    )


def _so_far(line: Line, counted: bool) -> tuple[QuarterChange, ...]:
    """What each quarter added: the first its whole figure, the others more than the one before."""
    values, zero = _by_quarter(line, counted), Decimal(0)
    return tuple(
        QuarterChange(quarter, value - (zero if quarter.quarter == 1 else values[before]))
        for quarter, value in values.items()
        if quarter.quarter == 1 or (before := quarter.shifted(-1)) in values
    )


def _by_quarter(line: Line, counted: bool) -> dict[Period, Decimal]:
    """The figures since the last break by their quarter, in order; a year's stands for its Q4."""
    found: dict[Period, Decimal] = {}
    for point in line.unbroken:
        value = point.numerator if counted else point.value
        period = point.period
        if period.kind is PeriodKind.FINANCIAL_YEAR:
            period = Period(PeriodKind.QUARTER, period.first, QUARTERS)
        if period.quarter and value is not None:
            found.setdefault(period, value)
    return dict(sorted(found.items(), key=lambda each: each[0].order))


def _what(indicator: Indicator) -> str:
    """What is more or fewer: "Children looked after, more or fewer"; "Higher or lower"."""
    if indicator.unit in (Unit.RATE, Unit.COUNT):
        return f"{indicator.name}, more or fewer"
    return f"{indicator.name}, higher or lower"


def _reason(rule: str, steps: tuple[QuarterChange, ...], places: int) -> Reason:
    return Reason(rule, tuple((step.quarter.label, signed(step.change, places)) for step in steps))
