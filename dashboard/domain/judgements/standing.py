"""Give each indicator exactly one status, by its target or else by its deciding comparison."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.indicator import Indicator, Judgement, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.change import RealChange, RealVerdict, is_beyond_chance
from dashboard.domain.judgements.target import JUDGED, TargetFinding, TargetVerdict
from dashboard.domain.judgements.travel import Comparison


class Rating(StrEnum):
    """The statuses; an indicator has the first that applies."""

    MISSES = "misses its target"
    WITHIN = "within tolerance"
    MEETS = "meets its target"
    WORSE = "worse, more than chance"
    WORSE_BY_CHANCE = "worse, could be chance"
    WORSE_UNTESTED = "worse, not tested"
    NOT_WORSE = "not worse"
    NO_JUDGEMENT = "no judgement"


class Unjudged(StrEnum):
    """Why an indicator has no judgement, which does not mean that it is on track."""

    NO_FIGURE = "no current figure"
    NEUTRAL = "neither way is better"
    BASELINE = "baseline year"
    BREAK = "new definition"
    YEAR_END = "judged at year end"
    NOTHING = "no earlier figure to compare with"


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator's status, and what sorts it.

    `real` is the test of the deciding comparison, None where there is no change to test.
    `distance` is the gap to the target, otherwise to the deciding figure, as a share of that;
    None where the base is zero or missing.
    """

    rating: Rating
    judgement: Judgement
    real: RealChange | None
    distance: Decimal | None
    unjudged: Unjudged | None = None

    @property
    def is_beyond_chance(self) -> bool:
        """Whether the deciding change is more than chance."""
        return is_beyond_chance(self.real)

    @property
    def is_tested(self) -> bool:
        """Whether the deciding change was tested against chance."""
        return self.real is not None and self.real.verdict is not RealVerdict.NOT_TESTED

    @property
    def is_worse(self) -> bool:
        """Whether it is worse than the deciding figure by more than chance."""
        return self.judgement is Judgement.WORSE and self.is_beyond_chance

    @property
    def is_better(self) -> bool:
        """Whether it is better than the deciding figure by more than chance."""
        return self.judgement is Judgement.BETTER and self.is_beyond_chance

    @property
    def is_exception(self) -> bool:
        """Whether it misses its target, or has none to judge by and is worse beyond chance."""
        return self.rating in (Rating.MISSES, Rating.WORSE)

    @property
    def is_to_watch(self) -> bool:
        """Whether it is near to being an exception, or might be one."""
        near = (Rating.WITHIN, Rating.WORSE_BY_CHANCE, Rating.WORSE_UNTESTED)
        return self.rating in near or (self.rating is Rating.MEETS and self.is_worse)

    @property
    def order(self) -> tuple[int, bool, Decimal]:
        """Sort key: the worst status first, and the largest distance first in each."""
        rank = _ORDER.index(self.rating)
        if self.rating is Rating.MISSES and self.is_worse:
            rank = -1
        return rank, self.distance is None, -(self.distance or Decimal(0))


_ORDER = (
    Rating.MISSES,
    Rating.WORSE,
    Rating.WITHIN,
    Rating.WORSE_BY_CHANCE,
    Rating.WORSE_UNTESTED,
    Rating.MEETS,
    Rating.NOT_WORSE,
    Rating.NO_JUDGEMENT,
)
_OF_TARGETS = {
    TargetVerdict.MISSED: Rating.MISSES,
    TargetVerdict.WITHIN: Rating.WITHIN,
    TargetVerdict.MET: Rating.MEETS,
}
BY_TARGET = tuple(_OF_TARGETS.values())
"""The statuses of indicators that a target judges, worst first."""
_OF_WORSE = {
    RealVerdict.MORE_THAN_CHANCE: Rating.WORSE,
    RealVerdict.COULD_BE_CHANCE: Rating.WORSE_BY_CHANCE,
    RealVerdict.NOT_TESTED: Rating.WORSE_UNTESTED,
}


def standing(
    indicator: Indicator,
    is_current: bool,
    target: TargetFinding,
    deciding: Comparison | None,
    real: RealChange | None,
) -> Standing:
    """The status at a quarter, from the verdict on the target and the test of the change."""
    change = deciding.change if deciding else None
    judgement = change.judgement if change else Judgement.NONE
    if not is_current:
        return Standing(Rating.NO_JUDGEMENT, Judgement.NONE, None, None, Unjudged.NO_FIGURE)
    ranged = target.target is not None and target.target.rule is TargetRule.BETWEEN
    if indicator.polarity is Polarity.NEUTRAL and not ranged:
        return Standing(Rating.NO_JUDGEMENT, judgement, None, None, Unjudged.NEUTRAL)
    if target.verdict in JUDGED:
        rating = _OF_TARGETS[target.verdict]
        return Standing(rating, judgement, real, from_target(target))
    if target.verdict is TargetVerdict.BASELINE:
        return Standing(Rating.NO_JUDGEMENT, judgement, real, None, Unjudged.BASELINE)
    if deciding is None or change is None or judgement is Judgement.NONE:
        return Standing(Rating.NO_JUDGEMENT, judgement, None, None, _why_not(target, deciding))
    rating = Rating.NOT_WORSE
    if judgement is Judgement.WORSE:
        rating = _OF_WORSE[real.verdict if real else RealVerdict.NOT_TESTED]
    return Standing(rating, judgement, real, from_deciding(deciding))


def from_target(target: TargetFinding) -> Decimal | None:
    """How far the figure is from its target, as a share of that; None where either is unknown."""
    if target.gap is None or not target.base:
        return None
    return abs(target.gap) / abs(target.base)


def from_deciding(deciding: Comparison | None) -> Decimal | None:
    """How far the figure is from the one that decides, as a share of that; None if unknown."""
    if deciding is None or deciding.change is None:
        return None
    there = deciding.there.value if deciding.there else None
    return abs(deciding.change.amount) / abs(there) if there else None


def _why_not(target: TargetFinding, deciding: Comparison | None) -> Unjudged:
    if target.verdict is TargetVerdict.NOT_YET:
        return Unjudged.YEAR_END
    broken = deciding is not None and deciding.is_broken
    return Unjudged.BREAK if broken else Unjudged.NOTHING
