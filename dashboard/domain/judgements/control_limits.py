"""Find the control limits of a series, the points that stand out, and whether limits fit it.

An XmR chart as in NHS England's Making Data Count: the limits are the mean ± 2.66 × the mean moving
range, where ranges of at least 3.267 × their mean are left out once. They describe only figures
that vary about one level, so that a series whose figures follow one another has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from dashboard.domain.facts.period import QUARTERS

LIMITS = Decimal("2.66")
NEAR = Decimal("1.7733")
SCREEN = Decimal("3.267")
RUN = 7
FOLLOWS = Decimal("0.3")
"""The autocorrelation from which on figures follow the one before."""
FOLLOWS_THE_YEAR = Decimal("0.4")
"""The same for figures a year apart."""


class Signal(StrEnum):
    """The rules, in the order in which they are applied."""

    OUTSIDE = "outside the usual range"
    RISING = "seven rising in a row"
    FALLING = "seven falling in a row"
    TWO_OF_THREE = "two of three near one end of the usual range"
    ABOVE = "seven above the mean in a row"
    BELOW = "seven below the mean in a row"


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean and control limits of a series, in its own unit."""

    mean: Decimal
    low: Decimal
    high: Decimal
    near_low: Decimal
    near_high: Decimal


def limits_of(values: Sequence[Decimal]) -> Limits | None:
    """The limits of figures in a row; None where none of them differs from the one before."""
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    moving = _mean(ranges)
    if moving == 0:
        return None
    # Where all steps but one are zero, the one is screened out and no range would remain.
    moving = _mean([each for each in ranges if each < SCREEN * moving]) or moving
    mean, wide, near = _mean(values), LIMITS * moving, NEAR * moving
    return Limits(mean, mean - wide, mean + wide, mean - near, mean + near)


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values) if values else Decimal(0)


def autocorrelation(values: Sequence[Decimal], lag: int) -> Decimal:
    """How far figures `lag` apart go together, from −1 to 1; 0 where the figures do not vary."""
    mean = _mean(values)
    apart = [value - mean for value in values]
    around = sum((each * each for each in apart), Decimal(0))
    together = sum(
        (a * b for a, b in zip(apart[:-lag], apart[lag:], strict=True)),
        Decimal(0),
    )
    return together / around if around else Decimal(0)


def drifts(values: Sequence[Decimal], signals: Sequence[Signal | None]) -> bool:
    """Whether one mean does not describe the figures, so that limits around it mean nothing.

    The first test leaves the last seven out, so that a lasting shift in them can still be found.
    """
    return (
        autocorrelation(values[:-RUN], 1) >= FOLLOWS
        or autocorrelation(values, QUARTERS) >= FOLLOWS_THE_YEAR
        or 2 * sum(signal is not None for signal in signals) > len(signals)
    )


def signals_in(values: Sequence[Decimal], limits: Limits) -> tuple[Signal | None, ...]:
    """The first rule that each of the figures in a row breaks, or None."""
    found: list[Signal | None] = [None] * len(values)
    for places, signal in _signals(values, limits):
        for place in places:
            found[place] = found[place] or signal
    return tuple(found)


def places_of(values: Sequence[Decimal], limits: Limits) -> dict[Signal, tuple[int, ...]]:
    """All places that each rule flags, including those that another rule flagged first."""
    fired: dict[Signal, set[int]] = {}
    for places, signal in _signals(values, limits):
        fired.setdefault(signal, set()).update(places)
    return {signal: tuple(sorted(places)) for signal, places in fired.items()}


def _signals(values: Sequence[Decimal], limits: Limits) -> Iterator[tuple[Sequence[int], Signal]]:
    for place, value in enumerate(values):
        if value > limits.high or value < limits.low:
            yield [place], Signal.OUTSIDE
    for start in range(len(values) - RUN + 1):
        steps = [later - earlier for earlier, later in pairwise(values[start : start + RUN])]
        if all(step > 0 for step in steps):
            yield range(start, start + RUN), Signal.RISING
        elif all(step < 0 for step in steps):
            yield range(start, start + RUN), Signal.FALLING
    for start in range(len(values) - 2):
        yield from _two_of_three(values, start, limits)
    for start in range(len(values) - RUN + 1):
        window = values[start : start + RUN]
        if all(value > limits.mean for value in window):
            yield range(start, start + RUN), Signal.ABOVE
        elif all(value < limits.mean for value in window):
            yield range(start, start + RUN), Signal.BELOW


def _two_of_three(
    values: Sequence[Decimal], start: int, limits: Limits
) -> Iterator[tuple[Sequence[int], Signal]]:
    window = range(start, start + 3)
    upper = [place for place in window if limits.near_high < values[place] <= limits.high]
    lower = [place for place in window if limits.low <= values[place] < limits.near_low]
    if len(upper) >= 2 and all(values[place] > limits.mean for place in window):
        yield upper, Signal.TWO_OF_THREE
    if len(lower) >= 2 and all(values[place] < limits.mean for place in window):
        yield lower, Signal.TWO_OF_THREE
