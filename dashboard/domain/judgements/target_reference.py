"""Find the figure that a relative target is measured against: of an earlier time, of an area."""

from __future__ import annotations

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import PeriodKind
from dashboard.domain.facts.record import Observation, Target, TargetRule
from dashboard.domain.facts.year import is_total, year_end
from dashboard.domain.judgements.comparable import comparable

REFERENCE = (TargetRule.BELOW_REFERENCE, TargetRule.ABOVE_REFERENCE)
AREA = (TargetRule.BELOW_AREA, TargetRule.ABOVE_AREA)
_A_YEAR = 12


def reference(
    indicator: Indicator, known: KnownFigures, line: Line, target: Target
) -> Observation | None:
    """The figure that a relative target is measured against; None if it is not known."""
    if target.rule in AREA:
        other = next((c for c in known.comparators if c.area.id == target.reference), None)
        if other is None or is_total(indicator):
            return None
        return comparable(line, other)
    period = target.period
    if period.quarter and line.series.basis in (Basis.PERIOD, Basis.YEAR_TO_DATE):
        return line.at(period.year_before())
    if period.quarter or period.kind is PeriodKind.FINANCIAL_YEAR:
        return year_end(indicator, line, period.financial_year.shifted(-1))
    return line.at(period.shifted(-(period.months // _A_YEAR)))
