"""Find the denominator of a rate or a share, as stated or as its count implies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Unit, half_place
from dashboard.domain.facts.record import Observation

_CLOSE = Decimal("0.01")
"""An implied denominator is precise enough where its range is under this share of it."""
_NUMBER = re.compile(r"[0-9][0-9,]*")


@dataclass(frozen=True, slots=True)
class Denominator:
    """A denominator as a range; `low` and `high` differ where a rounded rate implies it."""

    low: Decimal
    high: Decimal
    implied: bool

    @property
    def middle(self) -> Decimal:
        """The middle of the range, for use in calculations."""
        return (self.low + self.high) / 2

    @property
    def is_close(self) -> bool:
        """Whether the range is narrow enough to calculate with."""
        return not self.implied or self.high - self.low < _CLOSE * self.low

    @property
    def label(self) -> str:
        """The denominator in words: "28,685", "28,681 (implied by count and rate)"."""
        return f"{self.middle:,.0f}" + (" (implied by count and rate)" if self.implied else "")


def per(indicator: Indicator) -> Decimal | None:
    """The multiplier of a rate: 100 for a percentage, 10,000 for "10,000 children", else None."""
    if indicator.unit is Unit.PERCENT:
        return Decimal(100)
    return _number_in(indicator.per) if indicator.unit is Unit.RATE else None


@lru_cache
def _number_in(words: str) -> Decimal | None:
    found = _NUMBER.match(words)
    return Decimal(found[0].replace(",", "")) if found else None


def denominator(
    indicator: Indicator, point: Observation, decimals: int, spare: Decimal = Decimal(0)
) -> Denominator | None:
    """The denominator of a figure; None where neither it nor a count is stated.

    A count n and a rate r rounded to `decimals` imply n ÷ (r ± half its last place). `spare` is
    the rounding error of the count, either way.
    """
    if point.denominator:
        return Denominator(point.denominator, point.denominator, implied=False)
    times = per(indicator)
    if times is None or not point.numerator or not point.value:
        return None
    half = half_place(decimals)
    if point.value <= half:
        return None
    low = (point.numerator - spare) / (point.value + half) * times
    high = (point.numerator + spare) / (point.value - half) * times
    return Denominator(low, high, implied=True)


def close_denominator(indicator: Indicator, point: Observation, line: Line) -> Denominator | None:
    """The denominator of a figure of the line; None unless it is known to within 1%."""
    found = denominator(indicator, point, line.decimals_of(point))
    return found if found and found.is_close else None
