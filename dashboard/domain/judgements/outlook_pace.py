"""Look ahead by pace and swing: from staying as it is to going on as in the last year.

A random walk with drift (Box and Jenkins), with the prediction interval of Student's t.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache, partial
from math import sqrt

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import signed
from dashboard.domain.facts.period import QUARTERS
from dashboard.domain.judgements.forecast import LEVEL, SHARE, Forecast, Method
from dashboard.domain.judgements.intervals import Interval, student
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.travel import broken

FEWEST_STEPS = 2
SURE_FROM = 4
"""With fewer steps an outlook is called indicative."""
_PACE = 4
_SOURCE = "random walk with drift (Box and Jenkins), prediction interval of Student’s t"


def pace_and_swing(
    now: float, steps: Sequence[float], ahead: int, rolling: bool
) -> Interval | None:
    """The interval for the figure `ahead` quarters on; None where the steps are all zero.

    The steps of a rolling figure go on the same way, so its swing grows faster with time.
    """
    swing = _swing(steps, ahead, rolling)
    if swing == 0:
        return None
    then = now + ahead * _pace(steps)
    return Interval(min(now, then) - swing, max(now, then) + swing)


def _pace(steps: Sequence[float]) -> float:
    last = steps[-_PACE:]
    return sum(last) / len(last)


def _swing(steps: Sequence[float], ahead: int, rolling: bool) -> float:
    size = sqrt(sum(step * step for step in steps) / len(steps))
    growth = sqrt(ahead * (ahead + 1) / 2) if rolling else sqrt(ahead)
    return _critical(len(steps)) * size * growth


@lru_cache(maxsize=512)
def _critical(freedom: int) -> float:
    return student(freedom, SHARE)


def by_pace(indicator: Indicator, line: Line) -> Forecast | str:
    """The year end by the steps between the line's quarters, or why there is none.

    A rate that comes with its count is looked ahead to by the count.
    """
    counted = line.is_counted(indicator)
    by_quarter = _by_quarter(line, counted)
    now = by_quarter.get(line.latest.period.number)
    exact = [
        value - by_quarter[quarter - 1]
        for quarter, value in sorted(by_quarter.items())
        if quarter - 1 in by_quarter
    ]
    if now is None or len(exact) < FEWEST_STEPS:
        since = f" since the {broken(line)}" if any(p.is_break for p in line.points) else ""
        return f"it takes two changes from one quarter to the next{since}"
    steps = [float(step) for step in exact]
    ahead = QUARTERS - line.latest.period.quarter
    rolling = line.series.basis is Basis.ROLLING_12M
    interval = pace_and_swing(float(now), steps, ahead, rolling)
    if interval is None:
        return "its quarters have not moved, so its usual swing is not known"
    return Forecast(
        method=Method.PACE_AND_SWING,
        why=partial(_reason, line, exact, ahead, rolling, counted),
        interval=interval,
        indicative=len(steps) < SURE_FROM,
        is_counted=counted,
    )


def _by_quarter(line: Line, counted: bool) -> dict[int, Decimal]:
    """The values since the last break by the number of their quarter; a year's end is its Q4."""
    return {
        point.period.number: value
        for point in line.unbroken
        if point.period.number
        and (value := point.numerator if counted else point.value) is not None
    }


def _reason(
    line: Line, steps: Sequence[Decimal], ahead: int, rolling: bool, counted: bool
) -> Reason:
    places = 0 if counted else line.decimals
    exact = [float(step) for step in steps]
    swing = _swing(exact, ahead, rolling)
    numbers = (
        ("changes from quarter to quarter", ", ".join(signed(step, places) for step in steps)),
        ("pace a quarter", signed(_pace(exact), places + 1)),
        (f"usual swing to the year end, {LEVEL}", f"{swing:,.{places + 1}f} either way"),
    )
    rule = (
        "From staying as it is to going on as in the last four quarters, give or take its usual "
        "swing."
    )
    return Reason(rule, numbers, _SOURCE)
