"""Decide which indicators are exceptions, and how to sort them.

An exception misses its target or is worse than last year end. A year-to-date figure is judged by
its projected year end, a seasonal one against the same quarter last year, and a neutral one only
by its target range.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.indicator import Indicator, Judgement, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.target import TargetFinding, TargetVerdict
from dashboard.domain.judgements.travel import Comparison


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an indicator is an exception, and by how much.

    `distance` is the gap to its target, otherwise to last year, as a share of that; None where
    the base is zero or missing. `judged` is False where there was nothing to judge by, which does
    not mean that the indicator is on track.
    """

    missed: bool
    worse: bool
    judged: bool
    distance: Decimal | None

    @property
    def is_exception(self) -> bool:
        """Whether it misses its target or is worse than last year."""
        return self.missed or self.worse

    @property
    def order(self) -> tuple[int, bool, Decimal]:
        """Sort key: missed and worse, missed, worse, the rest; the largest gap first in each."""
        rank = 3 - 2 * self.missed - self.worse
        return rank, self.distance is None, -(self.distance or Decimal(0))

    @property
    def label(self) -> str:
        """The standing in words, for a badge."""
        if self.missed:
            return "Misses its target"
        if self.worse:
            return "Worse than last year"
        return "Not an exception" if self.judged else "Cannot judge"


def standing(indicator: Indicator, target: TargetFinding, deciding: Comparison | None) -> Standing:
    """Whether the indicator is an exception, by its target and the deciding comparison."""
    missed = target.verdict is TargetVerdict.MISSED
    if indicator.polarity is Polarity.NEUTRAL:
        ranged = target.target is not None and target.target.rule is TargetRule.BETWEEN
        judged = ranged and target.verdict in (TargetVerdict.MET, TargetVerdict.MISSED)
        return Standing(missed and ranged, False, judged, _distance(target, None))
    change = deciding.change if deciding else None
    worse = change is not None and change.judgement is Judgement.WORSE
    judged = change is not None or target.verdict in (TargetVerdict.MET, TargetVerdict.MISSED)
    return Standing(missed, worse, judged, _distance(target, deciding))


def _distance(target: TargetFinding, deciding: Comparison | None) -> Decimal | None:
    if target.gap is not None and target.base is not None:
        return abs(target.gap) / abs(target.base) if target.base else None
    if deciding is None or deciding.change is None:
        return Decimal(0)
    if deciding.there and deciding.there.value:
        return abs(deciding.change.amount) / abs(deciding.there.value)
    return None
