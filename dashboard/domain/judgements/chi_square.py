"""Test five yearly figures for a trend by χ², as Fingertips does for its trend markers.

χ² is set against 9.5495, its 1 in 500 point at one degree of freedom. Source: OHID, Fingertips
technical guidance, trend markers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import fmean

from dashboard.domain.judgements.intervals import WIDTH

CRITICAL = 9.5495


@dataclass(frozen=True, slots=True)
class TrendTest:
    """The slope from year to year, χ², and whether the slope keeps one sign.

    It does if all figures, and the figures without each year in turn, slope the same way. `scale`
    says of what the slope is, if not of the values.
    """

    slope: float
    chi_square: float
    one_sign: bool
    scale: str = ""

    @property
    def is_trend(self) -> bool:
        """Whether the figures rise or fall by more than chance."""
        return self.one_sign and self.chi_square > CRITICAL


def trend_of_values(values: Sequence[float], widths: Sequence[float]) -> TrendTest | None:
    """The test of values by the widths of their 95% intervals; None where one has no width."""
    if not all(width > 0 for width in widths):
        return None
    weights = [(WIDTH / width) ** 2 for width in widths]
    years = list(range(1, len(values) + 1))
    slope, spread = _slope(years, values, weights)
    slopes = [
        _slope(_without(years, place), _without(values, place), _without(weights, place))[0]
        for place in range(len(values))
    ]
    return TrendTest(slope, slope * slope * spread / sum(weights), _same_sign([slope, *slopes]))


def trend_of_shares(counts: Sequence[float], of: Sequence[float]) -> TrendTest | None:
    """The test of x of n, its direction from the log odds; None where a count is none or all."""
    if not all(0 < count < whole for count, whole in zip(counts, of, strict=True)):
        return None
    years = list(range(1, len(counts) + 1))
    whole, total = sum(of), sum(counts)
    of_years = sum(year * n for year, n in zip(years, of, strict=True))
    counts_of_years = sum(year * x for year, x in zip(years, counts, strict=True))
    of_squares = sum(year * year * n for year, n in zip(years, of, strict=True))
    chi_square = (
        whole
        * (whole * counts_of_years - total * of_years) ** 2
        / (total * (whole - total) * (whole * of_squares - of_years**2))
    )
    odds = [log(x / (n - x)) for x, n in zip(counts, of, strict=True)]
    equal = [1.0] * len(odds)
    slope = _slope(years, odds, equal)[0]
    slopes = [
        _slope(_without(years, place), _without(odds, place), equal[1:])[0]
        for place in range(len(odds))
    ]
    return TrendTest(slope, chi_square, _same_sign([slope, *slopes]), " of the log odds")


def _slope(
    years: Sequence[float], values: Sequence[float], weights: Sequence[float]
) -> tuple[float, float]:
    """The weighted slope, and Σw·Σwt² − (Σwt)², by which its variance is reckoned."""
    mean = fmean(values, weights)
    whole = sum(weights)
    first = sum(w * t for w, t in zip(weights, years, strict=True))
    second = sum(w * t * t for w, t in zip(weights, years, strict=True))
    # Values are taken from their mean, which leaves the slope as it is and rounds less.
    together = sum(w * t * (x - mean) for w, t, x in zip(weights, years, values, strict=True))
    spread = whole * second - first * first
    return whole * together / spread, spread


def _without(values: Sequence[float], place: int) -> list[float]:
    return [*values[:place], *values[place + 1 :]]


def _same_sign(slopes: Sequence[float]) -> bool:
    # A slope of nothing comes out as a trace of rounding on either side.
    nothing = 1e-9 * max(abs(slope) for slope in slopes)
    return all(slope > nothing for slope in slopes) or all(slope < -nothing for slope in slopes)
