"""Say whether a series' latest figure is unusual for it, which way, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.facts.indicator import Indicator, Judgement
from dashboard.domain.facts.record import Observation
from dashboard.domain.grammar import plural
from dashboard.domain.judgements.control_limits import Limits, Signal
from dashboard.domain.judgements.latest_step import though
from dashboard.domain.judgements.travel import Comparison


def value_of(point: Observation) -> Decimal:
    """The value of a figure that has one."""
    return point.value or Decimal(0)


def _direction(signal: Signal | None, latest: Decimal, limits: Limits) -> bool | None:
    """Whether the latest figure is unusually high or, if False, low; None where it is neither."""
    if signal is None:
        return None
    return signal is Signal.RISING or (signal is not Signal.FALLING and latest > limits.mean)


def verdict_on(
    indicator: Indicator,
    points: Sequence[Observation],
    signals: Sequence[Signal | None],
    limits: Limits,
    deciding: Comparison | None,
    beyond_chance: bool,
) -> tuple[Judgement, str]:
    """Whether the latest figure is unusual, and good or bad for the people served, in words.

    Neither is said where the latest step goes back towards the usual level.
    """
    values = [value_of(point) for point in points]
    upward = _direction(signals[-1], values[-1], limits)
    clause = though(points[-1], deciding, upward, beyond_chance)
    if upward is None:
        return Judgement.SAME, _quiet(sum(signal is not None for signal in signals), clause)
    step = values[-1] - values[-2]
    if step and (step > 0) != upward:
        side, way = ("above", "falling") if upward else ("below", "rising")
        return Judgement.NONE, f"Still {side} its usual level, {way}"
    judgement = indicator.judge(Decimal(1 if upward else -1))
    what = _unusual(points, signals[-1], limits, upward)
    judged = "" if judgement is Judgement.NONE else f", which is {judgement.value}"
    return judgement, f"Unusual for this series: {what}{judged}{clause}"


def _quiet(before: int, clause: str) -> str:
    """The sentence where the latest figure is not unusual, with how many earlier ones were."""
    stand = plural(before, "earlier one stands", "earlier ones stand")
    more = f"; {before} {stand} out" if before else ""
    if clause:
        return f"Within its usual range{clause}{more}"
    latest = " in the latest figure" if before else ""
    return f"Within its usual range: no sign of change{latest}{more}"


def _unusual(
    points: Sequence[Observation], signal: Signal | None, limits: Limits, upward: bool
) -> str:
    """What is unusual about the latest figure, and since when."""
    values = [value_of(point) for point in points]
    side = "above" if upward else "below"
    if signal in (Signal.RISING, Signal.FALLING):
        steps = [later - earlier for earlier, later in pairwise(values)]
        run = _last([step != 0 and (step > 0) == upward for step in steps])
        way = "higher" if upward else "lower"
        return f"{way} every quarter since {points[-1 - run].period.label}"
    if signal is Signal.OUTSIDE:
        where = f"{side} its usual range"
        run = _last([v > limits.high if upward else v < limits.low for v in values])
    elif signal is Signal.TWO_OF_THREE:
        end = "top" if upward else "bottom"
        return f"two of its last three figures are near the {end} of its usual range"
    else:
        where = f"{side} its average"
        run = _last([v > limits.mean if upward else v < limits.mean for v in values])
        where = f"{where} for {run} quarters running,"
    if run == 1:
        return f"{where} in {points[-1].period.label}"
    return f"{where} since {points[-run].period.label}"


def _last(holds: Sequence[bool]) -> int:
    """How many at the end hold without a break."""
    return len(holds) if all(holds) else list(reversed(holds)).index(False)
