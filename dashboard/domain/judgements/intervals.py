"""Intervals and tests for counts, rates and shares, each by a published method.

Uses scipy.special because scipy.stats takes twice as long to import and twice the memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt
from statistics import fmean

import numpy as np
from scipy.special import gammaincinv, gammaln, stdtrit

Z = 1.959963984540054
"""The two-sided 95% point of the normal distribution."""
Z_99 = 2.5758293035489004
"""The two-sided 99% point of the normal distribution."""
FEWEST_FOR_BYAR = 10
TIES = 1 + 1e-7
WIDTH = 3.92
"""The width of a 95% interval in standard errors."""
_FAR, _BEYOND = 40, 12


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether the value is within the interval, ends included."""
        return self.low <= value <= self.high


def wilson(count: float, of: float, z: float = Z) -> Interval:
    """The interval for a share, from 0 to 1: 65 of 100 gives 0.552544 to 0.736358.

    Wilson (1927); 95% unless `z` says otherwise.
    """
    share = count / of
    middle = share + z * z / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return Interval((middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of))


def count_interval(count: float) -> Interval:
    """The 95% interval for a count.

    Byar's approximation (Breslow and Day 1987); exact Poisson below 10.
    """
    if count < FEWEST_FOR_BYAR:
        low = float(gammaincinv(count, 0.025)) if count else 0.0
        return Interval(low, float(gammaincinv(count + 1, 0.975)))
    more = count + 1
    low = count * (1 - 1 / (9 * count) - Z / (3 * sqrt(count))) ** 3
    return Interval(low, more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3)


def newcombe(count: float, of: float, other: float, other_of: float, z: float = Z) -> Interval:
    """The interval for the first share minus the second, from −1 to 1.

    Newcombe (1998), method 10; 95% unless `z` says otherwise.
    """
    one, two = wilson(count, of, z), wilson(other, other_of, z)
    return mover(count / of, one, other / other_of, two)


def mover(
    value: float, interval: Interval, other: float, other_interval: Interval, z: float = Z
) -> Interval:
    """The interval for the first value minus the second, from their own 95% intervals.

    MOVER (Donner and Zou 2012); for another level than 95% all four distances are stretched by
    the ratio of the normal points.
    """
    difference = value - other
    low = sqrt((value - interval.low) ** 2 + (other_interval.high - other) ** 2) * z / Z
    high = sqrt((interval.high - value) ** 2 + (other - other_interval.low) ** 2) * z / Z
    return Interval(difference - low, difference + high)


def same_rate(count: int, of: float, other: int, other_of: float) -> float:
    """The two-sided p-value for two counts if both rates were the same.

    Exact conditional binomial test (Przyborowski and Wilenski 1940), which adds up all splits of
    the total that are no likelier than this one. 504 and 501 on 28,685 each give 0.9497.
    """
    total, share = count + other, of / (of + other_of)
    middle, deviation = total * share, sqrt(total * share * (1 - share))
    distance = abs(count - middle)
    if distance > _FAR * (deviation + 1):
        return 0.0
    # Splits further out add nothing, and the total may be that of a whole country.
    reach = distance + _BEYOND * (deviation + 1)
    splits = np.arange(max(0, int(middle - reach)), min(total, int(middle + reach)) + 1)
    logs = (
        gammaln(total + 1)
        - gammaln(splits + 1)
        - gammaln(total - splits + 1)
        + splits * log(share)
        + (total - splits) * log(1 - share)
    )
    chances = np.exp(logs)
    likelihood = chances[count - splits[0]]
    return min(1.0, float(chances[chances <= likelihood * TIES].sum()))


def rate_z(count: float, of: float, earlier: float, earlier_of: float) -> float:
    """The change from an earlier rate in standard errors; 0 where both counts are nothing."""
    pooled = (count + earlier) / (of + earlier_of)
    if not pooled:
        return 0.0
    return (count / of - earlier / earlier_of) / sqrt(pooled * (1 / of + 1 / earlier_of))


def share_z(count: float, of: float, earlier: float, earlier_of: float) -> float:
    """The change from an earlier share in standard errors; 0 where both are all or nothing."""
    pooled = (count + earlier) / (of + earlier_of)
    return rate_z(count, of, earlier, earlier_of) / sqrt(1 - pooled) if pooled < 1 else 0.0


def interval_z(
    value: float, interval: Interval, earlier: float, earlier_interval: Interval
) -> float | None:
    """The change from an earlier value in standard errors, by the 95% intervals of both.

    None where the intervals have no width.
    """
    widths = (interval.high - interval.low, earlier_interval.high - earlier_interval.low)
    error = sqrt(sum((width / WIDTH) ** 2 for width in widths))
    return (value - earlier) / error if error else None


def variance(values: Sequence[float]) -> float:
    """The variance of a sample.

    The libraries take five times as long over the few values of a series: one for arrays, the
    other for exact fractions.
    """
    mean = fmean(values)
    return fsum((value - mean) ** 2 for value in values) / (len(values) - 1)


def student(freedom: int, share: float) -> float:
    """The two-sided critical value of Student's t: 2 degrees of freedom and 0.8 give 1.8856."""
    return float(stdtrit(freedom, (1 + share) / 2))
