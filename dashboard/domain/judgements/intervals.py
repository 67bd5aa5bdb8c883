"""Intervals and tests for counts, rates and shares, each by a published method.

scipy.special is used, and not scipy.stats, which takes twice as long to import and as much memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from scipy.special import gammaincinv, gammaln, stdtrit

Z = 1.959963984540054
"""Of the normal distribution, for 95%."""
FEWEST_FOR_BYAR = 10
TIES = 1 + 1e-7


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies in it, its ends included."""
        return self.low <= value <= self.high


def wilson(count: float, of: float) -> Interval:
    """95% for a share, as a part of 1 (Wilson 1927): 65 of 100 gives 0.552544 to 0.736358."""
    share = count / of
    middle = share + Z * Z / (2 * of)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    return Interval((middle - half) / (1 + Z * Z / of), (middle + half) / (1 + Z * Z / of))


def count_interval(count: float) -> Interval:
    """95% for a count: Byar's approximation (Breslow and Day 1987), exact Poisson below 10."""
    if count < FEWEST_FOR_BYAR:
        low = float(gammaincinv(count, 0.025)) if count else 0.0
        return Interval(low, float(gammaincinv(count + 1, 0.975)))
    more = count + 1
    low = count * (1 - 1 / (9 * count) - Z / (3 * sqrt(count))) ** 3
    return Interval(low, more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3)


def newcombe(count: float, of: float, other: float, other_of: float) -> Interval:
    """95% for the first share less the second (Newcombe 1998, method 10), as parts of 1."""
    one, two = wilson(count, of), wilson(other, other_of)
    return mover(count / of, one, other / other_of, two)


def mover(value: float, interval: Interval, other: float, other_interval: Interval) -> Interval:
    """95% for a difference of two values with intervals of their own (Zou and Donner 2008)."""
    difference = value - other
    low = sqrt((value - interval.low) ** 2 + (other_interval.high - other) ** 2)
    high = sqrt((interval.high - value) ** 2 + (other - other_interval.low) ** 2)
    return Interval(difference - low, difference + high)


def same_rate(count: int, of: float, other: int, other_of: float) -> float:
    """The chance of counts at least as uneven if both rates were the same, two-sided.

    The exact conditional binomial test (Przyborowski and Wilenski 1940): all splits of the total
    that are no likelier than this one. 504 and 501 on 28,685 each give 0.9497.
    """
    total, share = count + other, of / (of + other_of)
    splits = np.arange(total + 1)
    logs = (
        gammaln(total + 1)
        - gammaln(splits + 1)
        - gammaln(total - splits + 1)
        + splits * log(share)
        + (total - splits) * log(1 - share)
    )
    chances = np.exp(logs)
    return min(1.0, float(chances[chances <= chances[count] * TIES].sum()))


def student(freedom: int, share: float) -> float:
    """How many standard deviations hold so great a share on both sides: 2 and 0.8 give 1.8856."""
    return float(stdtrit(freedom, (1 + share) / 2))
