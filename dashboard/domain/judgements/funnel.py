"""Compare authorities of different size: does one lie further off than chance makes likely?

A funnel plot with control limits about the pooled value (Spiegelhalter 2005), widened for
overdispersion by an additive variance after winsorising a tenth of the z scores at either end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.denominator import per
from dashboard.domain.judgements.reason import Reason

FEWEST = 20
"""The fewest authorities with numerator and denominator for which there is a funnel."""
WINSORISED = 0.1
Z_95, Z_998 = 1.9600, 3.0902
SOURCE = "Spiegelhalter 2005, funnel plots with additive overdispersion"
_STEPS = 48


class FunnelPlace(StrEnum):
    """Where an authority lies in the funnel."""

    WITHIN = "within the limits"
    OUTSIDE_95 = "outside the 95% limits"
    OUTSIDE_998 = "outside the 99.8% limits"


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """An authority: what its figure is of, and the figure in the indicator's unit."""

    figure: Observation
    of: float
    value: float
    place: FunnelPlace


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits at one denominator, in the indicator's unit; none lies below zero."""

    of: float
    low_998: float
    low_95: float
    high_95: float
    high_998: float


@dataclass(frozen=True, slots=True)
class Funnel:
    """The pooled value, each authority, and the limits over their denominators."""

    pooled: float
    points: tuple[FunnelPoint, ...]
    limits: tuple[Limits, ...]
    sentence: str
    reason: Reason

    def point_of(self, area_id: str) -> FunnelPoint | None:
        """An authority's point; None where its counts are not known."""
        return next((p for p in self.points if p.figure.area.id == area_id), None)


@dataclass(frozen=True, slots=True)
class Spread:
    """The pooled share and the additive variance between authorities, both per one."""

    pooled: float
    between: float
    is_proportion: bool

    def error(self, of: float) -> float:
        """The standard error of an authority's share by chance alone."""
        variance = self.pooled * (1 - self.pooled) if self.is_proportion else self.pooled
        return sqrt(variance / of)

    def half(self, of: float, z: float) -> float:
        """How far the limits at `z` lie from the pooled share."""
        return z * sqrt(self.error(of) ** 2 + self.between)


def funnel(indicator: Indicator, figures: Sequence[Observation], council_id: str) -> Funnel | None:
    """The funnel of authorities in one period; None for a unit or with counts that have none.

    It takes numerator and denominator of at least 20 authorities, the council's among them.
    """
    times = per(indicator)
    counted = [
        (figure, float(figure.numerator), float(figure.denominator))
        for figure in figures
        if figure.numerator is not None and figure.denominator
    ]
    if times is None or len(counted) < FEWEST:
        return None
    spread = pooled_spread([(x, n) for _, x, n in counted], indicator.unit is Unit.PERCENT)
    if spread is None:
        return None
    scale = float(times)
    points = tuple(
        FunnelPoint(figure, n, x / n * scale, _place(x / n, n, spread)) for figure, x, n in counted
    )
    ours = next((point for point in points if point.figure.area.id == council_id), None)
    if ours is None:
        return None
    return Funnel(
        pooled=spread.pooled * scale,
        points=points,
        limits=_limits(spread, [n for _, _, n in counted], scale, indicator.unit is Unit.PERCENT),
        sentence=_sentence(ours, spread.pooled * scale, len(points)),
        reason=_reason(spread, len(points)),
    )


def pooled_spread(counts: Sequence[tuple[float, float]], is_proportion: bool) -> Spread | None:
    """The pooled share and the variance between authorities; None where all or none are counted."""
    pooled = sum(x for x, _ in counts) / sum(n for _, n in counts)
    chance = Spread(pooled, 0.0, is_proportion)
    if pooled <= 0 or (is_proportion and pooled >= 1):
        return None
    errors = [chance.error(n) for _, n in counts]
    scores = sorted((x / n - pooled) / error for (x, n), error in zip(counts, errors, strict=True))
    cut = int(WINSORISED * len(scores))
    if cut:
        scores[:cut] = [scores[cut]] * cut
        scores[-cut:] = [scores[-cut - 1]] * cut
    total, free = sum(score * score for score in scores), len(scores) - 1
    weights = [1 / error**2 for error in errors]
    whole = sum(weights)
    between = 0.0
    if total > free:
        between = (total - free) / (whole - sum(w * w for w in weights) / whole)
    return Spread(pooled, between, is_proportion)


def _place(share: float, of: float, spread: Spread) -> FunnelPlace:
    off = abs(share - spread.pooled)
    if off > spread.half(of, Z_998):
        return FunnelPlace.OUTSIDE_998
    return FunnelPlace.OUTSIDE_95 if off > spread.half(of, Z_95) else FunnelPlace.WITHIN


def _limits(
    spread: Spread, of: Sequence[float], scale: float, is_proportion: bool
) -> tuple[Limits, ...]:
    low, high = min(of), max(of)
    most = scale if is_proportion else float("inf")
    # Closer together where the funnel is narrow, since it widens as 1 / √n.
    at = [low * (high / low) ** (step / _STEPS) for step in range(_STEPS + 1)]
    found = []
    for n in at:
        near, far = (spread.half(n, z) for z in (Z_95, Z_998))
        ends = (-far, -near, near, far)
        found.append(
            Limits(n, *(min(max((spread.pooled + end) * scale, 0.0), most) for end in ends))
        )
    return tuple(found)


def _sentence(ours: FunnelPoint, pooled: float, n: int) -> str:
    if ours.place is FunnelPlace.WITHIN:
        return f"For its size within what is usual among {n} authorities"
    side = "above" if ours.value > pooled else "below"
    if ours.place is FunnelPlace.OUTSIDE_95:
        return f"For its size {side} the 95% limits, as about 1 authority in 20 would be by chance"
    return f"For its size {side} the 99.8% limits, further than chance makes likely"


def _reason(spread: Spread, n: int) -> Reason:
    rule = (
        "The limits hold 95% and 99.8% of authorities of each size, if all were alike but for "
        "chance and for the usual differences between them."
    )
    numbers = (
        ("authorities with numerator and denominator", f"{n}"),
        ("variance between them, per one", f"{spread.between:.3g}"),
    )
    return Reason(rule, numbers, SOURCE)
