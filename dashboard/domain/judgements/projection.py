"""Project the year end of a year-to-date figure, without an interval."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.facts.as_at import Line
from dashboard.domain.facts.indicator import Basis, Indicator, Unit
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.domain.facts.record import Observation
from dashboard.domain.facts.year import year_end

_WHOLE_SHARE = Decimal(100)
YEARS_FOR_SHARES = 3


def projected_year_end(indicator: Indicator, line: Line, latest: Observation) -> Decimal | None:
    """The projected year end of a year-to-date figure before Q4; None for any other figure.

    With quarters for three earlier years, the figure is divided by the mean share of the year
    reached by this quarter; otherwise it is scaled by the quarters gone. Percentages stop at 100.
    """
    quarter = latest.period.quarter
    if line.series.basis is not Basis.YEAR_TO_DATE or not 1 <= quarter <= 3:
        return None
    if latest.value is None:
        return None
    shares = shares_by_now(indicator, line, latest.period)
    if goes_by_earlier_years(indicator, line, latest):
        centre = latest.value * len(shares) / sum(shares)
    else:
        centre = latest.value * 4 / quarter
    return min(centre, _WHOLE_SHARE) if indicator.unit is Unit.PERCENT else centre


def goes_by_earlier_years(indicator: Indicator, line: Line, latest: Observation) -> bool:
    """Whether there are enough earlier years to project by their shares of the year end."""
    return len(shares_by_now(indicator, line, latest.period)) >= YEARS_FOR_SHARES


def shares_by_now(indicator: Indicator, line: Line, period: Period) -> list[Decimal]:
    """The share of the year end reached by this quarter, for each earlier year with both."""
    shares = []
    for point in line.points:
        then = point.period
        if then.kind is not PeriodKind.QUARTER or then.quarter != period.quarter:
            continue
        end = year_end(indicator, line, then.financial_year)
        if then.first < period.first and point.value and end and end.value:
            shares.append(point.value / end.value)
    return shares
