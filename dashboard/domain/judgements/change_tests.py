"""Test two figures by their own uncertainty: by counts, by shares, or by stated intervals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from dashboard.domain.facts.measure import Measure, formatted, formatted_count, signed
from dashboard.domain.judgements.denominator import Denominator
from dashboard.domain.judgements.intervals import (
    Z_99,
    Interval,
    Z,
    interval_z,
    mover,
    newcombe,
    rate_z,
    same_rate,
    share_z,
)

BINOMIAL = "Exact conditional binomial test, two-sided (Przyborowski and Wilenski 1940)"
NEWCOMBE = "Newcombe’s interval for a difference of shares (1998, method 10)"
MOVER = "MOVER, from both figures’ own 95% intervals (Donner and Zou 2012)"
_EQUAL = "No population is stated, so both are taken as over the same one"

Numbers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """How rarely chance alone may make a difference that counts as more than chance.

    `z` is the two-sided normal point, `confidence` the level of an interval, `odds` in words.
    """

    chance: float
    z: float
    confidence: str
    odds: str


ONE_IN_20 = Level(0.05, Z, "95%", "1 time in 20")
ONE_IN_100 = Level(0.01, Z_99, "99%", "1 time in 100")


class Pair(Protocol):
    """Two figures with what is known of their uncertainty."""

    @property
    def source(self) -> str:
        """The name of the test, with its source."""

    @property
    def z(self) -> float | None:
        """The change in standard errors, signed; None where it cannot be calculated."""

    def differs(self, level: Level) -> bool:
        """Whether the figures differ by more than chance at the level."""

    def numbers(self, level: Level) -> Numbers:
        """The numbers to check the test with, as pairs of a label and a number."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count over its population; `of` is None where none is stated."""

    label: str
    count: Decimal
    of: Denominator | None

    @property
    def said(self) -> str:
        """The count in words: "501 of 28,678 (implied by count and rate)"."""
        count = formatted_count(self.count)
        return f"{count} of {self.of.label}" if self.of else count


LARGE = 10_000
"""Counts from which on single cases say nothing: nights, visits and calls come in groups."""


@dataclass(frozen=True, slots=True)
class RatePair:
    """Two counts of people or events, each over its population."""

    now: Counted
    before: Counted
    source: str = BINOMIAL

    @property
    def chance(self) -> float:
        """The two-sided p-value if both rates were the same."""
        one, of, two, other_of = _sizes(self.now, self.before)
        return same_rate(int(one), of, int(two), other_of)

    @property
    def is_large(self) -> bool:
        """Whether chance in single cases is too little to explain any change."""
        return min(self.now.count, self.before.count) >= LARGE

    @property
    def z(self) -> float:
        """The change in standard errors."""
        return rate_z(*_sizes(self.now, self.before))

    def differs(self, level: Level) -> bool:
        """Whether p is under the level."""
        return self.chance < level.chance

    def numbers(self, level: Level) -> Numbers:
        """Both counts, and how often chance makes such a difference."""
        equal = () if self.now.of else (("", f"{_EQUAL}."),)
        return (*_both(self.now, self.before), *equal, ("", f"{in_words(self.chance)}."))


@dataclass(frozen=True, slots=True)
class SharePair:
    """Two shares, each with what it is a share of."""

    now: Counted
    before: Counted
    source: str = NEWCOMBE

    @property
    def z(self) -> float:
        """The change in standard errors."""
        return share_z(*_sizes(self.now, self.before))

    def interval(self, level: Level) -> Interval:
        """The interval for the difference, from −1 to 1."""
        return newcombe(*_sizes(self.now, self.before), level.z)

    def differs(self, level: Level) -> bool:
        """Whether the interval leaves out no difference at all."""
        return not self.interval(level).holds(0)

    def numbers(self, level: Level) -> Numbers:
        """Both counts, and the interval for the difference in points."""
        found = self.interval(level)
        ends = f"{signed(found.low * 100, 1)} to {signed(found.high * 100, 1)} points"
        return (*_both(self.now, self.before), (f"the difference, {level.confidence}", ends))


@dataclass(frozen=True, slots=True)
class Ranged:
    """A value with the 95% interval that the source states."""

    label: str
    value: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class IntervalPair:
    """Two values with their own 95% intervals, written with `decimals`."""

    now: Ranged
    before: Ranged
    decimals: int
    measure: Measure
    source: str = MOVER

    @property
    def z(self) -> float | None:
        """The change in standard errors; None where the intervals have no width."""
        one, two = self.now, self.before
        return interval_z(one.value, one.interval, two.value, two.interval)

    def interval(self, level: Level) -> Interval:
        """The interval for the difference."""
        one, two = self.now, self.before
        return mover(one.value, one.interval, two.value, two.interval, level.z)

    def differs(self, level: Level) -> bool:
        """Whether the interval leaves out no difference at all."""
        return not self.interval(level).holds(0)

    def numbers(self, level: Level) -> Numbers:
        """Both values with their intervals, and the interval for the difference."""
        found = self.interval(level)
        ends = f"{signed(found.low, self.decimals)} to {signed(found.high, self.decimals)}"
        return (
            *((each.label, self._said(each)) for each in (self.now, self.before)),
            (f"the difference, {level.confidence}", ends),
        )

    def _said(self, each: Ranged) -> str:
        value, low, high = (
            formatted(Decimal(number), self.decimals, self.measure)
            for number in (each.value, each.interval.low, each.interval.high)
        )
        return f"{value} ({low} to {high})"


def in_words(chance: float) -> str:
    """How often chance alone makes a difference: "…would arise by chance 95 times in 100"."""
    said = "A difference at least this large would arise by chance"
    if chance < 0.0001:
        return f"{said} less than once in 10,000 (p under 0.0001)"
    of = 100 if chance >= 0.01 else 1_000 if chance >= 0.001 else 10_000
    times = round(chance * of)
    often = "nearly always" if times == of else f"{_times(times)} in {of:,}"
    return f"{said} {often} (p = {chance:.4f})"


def _times(times: int) -> str:
    return "once" if times == 1 else f"{times} times"


def _sizes(now: Counted, before: Counted) -> tuple[float, float, float, float]:
    """Counts and populations as floats, with equal populations where none is stated."""
    one, two = now.of, before.of
    return (
        float(now.count),
        float(one.middle) if one else 1.0,
        float(before.count),
        float(two.middle) if two else 1.0,
    )


def _both(now: Counted, before: Counted) -> Numbers:
    return (now.label, now.said), (before.label, before.said)
