"""Which indicators are exceptions, and in what order they are read.

An exception misses its target or is worse than last year end: a year-to-date figure by its
projected year end, a seasonal one than the same quarter last year, a neutral one only out of range.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.indicator import Indicator, Judgement, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.target import TargetFinding, TargetVerdict
from dashboard.domain.judgements.travel import Against, Comparison


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an indicator stands at the quarter.

    `distance` is how far it is from its target, or else from last year, as a share of that; None
    with a zero base. `judged` is False where nothing could be evaluated, which is not "fine".
    """

    missed: bool
    worse: bool
    judged: bool
    distance: Decimal | None

    @property
    def is_exception(self) -> bool:
        """Misses its target or is worse than last year."""
        return self.missed or self.worse

    @property
    def order(self) -> tuple[int, bool, Decimal]:
        """Missed and worse, missed, worse, the rest; within each the furthest first."""
        rank = 3 - 2 * self.missed - self.worse
        return rank, self.distance is None, -(self.distance or Decimal(0))

    @property
    def said(self) -> str:
        """In words, for a badge."""
        if self.missed:
            return "Misses its target"
        if self.worse:
            return "Worse than last year"
        return "Not an exception" if self.judged else "Cannot judge"


def standing(
    indicator: Indicator,
    seasonal: bool,
    target: TargetFinding,
    travel: tuple[Comparison, ...],
) -> Standing:
    """Whether the indicator is an exception, from its target and its direction of travel."""
    missed = target.verdict is TargetVerdict.MISSED
    if indicator.polarity is Polarity.NEUTRAL:
        ranged = target.target is not None and target.target.rule is TargetRule.BETWEEN
        judged = ranged and target.verdict in (TargetVerdict.MET, TargetVerdict.MISSED)
        return Standing(missed and ranged, False, judged, _distance(target, None))
    yearly = yearly_comparison(seasonal, travel)
    worse = bool(yearly and yearly.change and yearly.change.judgement is Judgement.WORSE)
    judged = yearly is not None or target.verdict in (TargetVerdict.MET, TargetVerdict.MISSED)
    return Standing(missed, worse, judged, _distance(target, yearly))


def yearly_comparison(seasonal: bool, travel: tuple[Comparison, ...]) -> Comparison | None:
    """What decides: last year end, or the same quarter of last year if seasonal."""
    wanted = (
        (Against.SAME_QUARTER, Against.PREVIOUS_YEAR)
        if seasonal
        else (Against.YEAR_END, Against.PREVIOUS_YEAR, Against.SAME_QUARTER)
    )
    return next((c for w in wanted for c in travel if c.against is w and c.change), None)


def _distance(target: TargetFinding, yearly: Comparison | None) -> Decimal | None:
    if target.gap is not None and target.base is not None:
        return abs(target.gap) / abs(target.base) if target.base else None
    if yearly and yearly.change and yearly.there and yearly.there.value:
        return abs(yearly.change.amount) / abs(yearly.there.value)
    return None if yearly else Decimal(0)
