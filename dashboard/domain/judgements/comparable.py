"""Which figure of another area is like ours: not after it, and for a similar length of time."""

from __future__ import annotations

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import QUARTERS
from dashboard.domain.facts.record import Observation


def comparable(line: Line, other: Line) -> Observation | None:
    """The other area's latest figure, not after ours, that covers a similar length of time.

    None if it has none.
    """
    latest = line.latest
    bases = {line.series.basis, other.series.basis}
    return next(
        (
            point
            for point in reversed(other.points)
            if point.value is not None
            and point.ends <= latest.ends
            and _alike(line, latest, other, point, bases)
        ),
        None,
    )


def _alike(
    line: Line, latest: Observation, other: Line, point: Observation, bases: set[Basis]
) -> bool:
    if Basis.YEAR_TO_DATE in bases:
        # At the year end, the total so far is the total for the year.
        return point.period == latest.period or (
            _whole_year(line, latest) and _whole_year(other, point)
        )
    if bases <= {Basis.SNAPSHOT}:
        return True
    if line.series.basis in (Basis.PERIOD, Basis.ROLLING_36M):
        same_kind = point.period.kind is latest.period.kind
        same_quarter = point.period.quarter == latest.period.quarter
        return same_kind and same_quarter and point.period.months == latest.period.months
    # Figures for 12 months or an unstated period compare with whole years, not single quarters.
    return other.series.basis is not Basis.PERIOD or point.period.months == 12


def _whole_year(line: Line, point: Observation) -> bool:
    if line.series.basis is Basis.YEAR_TO_DATE:
        return point.period.quarter in (0, QUARTERS)
    return point.period.months == 12
