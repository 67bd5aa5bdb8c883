"""Write the short verdict at the top of an indicator, for page, slide and file."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.facts.measure import IN_CASH
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.change import RealChange, RealVerdict, is_beyond_chance
from dashboard.domain.judgements.standing import BY_TARGET, Rating, Standing, Unjudged
from dashboard.domain.judgements.status import SIGNS, Status, standing_status
from dashboard.domain.judgements.target import TargetFinding
from dashboard.domain.judgements.travel import Comparison


@dataclass(frozen=True, slots=True)
class Verdict:
    """The words of a verdict, with their sign, and its status."""

    text: str
    status: Status


def verdict(standing: Standing, target: TargetFinding, deciding: Comparison | None) -> Verdict:
    """The verdict: by the target if one judges the figure, otherwise by the comparison."""
    said = _said(standing, target, deciding)
    if standing.is_better and standing.rating is Rating.NOT_WORSE and _is_money(deciding):
        said = f"{said}, {IN_CASH}"
    sign = SIGNS.get(target.verdict, "") if standing.rating in BY_TARGET else ""
    return Verdict(f"{sign}{capitalised(said)}", standing_status(standing))


def _said(standing: Standing, target: TargetFinding, deciding: Comparison | None) -> str:
    rating = standing.rating
    if rating is Rating.MISSES:
        return f"{rating.value}, below minimum" if target.misses_minimum else rating.value
    if rating is Rating.MEETS:
        stretch = " and the stretch" if target.meets_stretch else ""
        worse = f", but worse by {RealVerdict.MORE_THAN_CHANCE.value}" if standing.is_worse else ""
        return f"{rating.value}{stretch}{worse}"
    if rating is Rating.WITHIN:
        return rating.value
    if rating is Rating.NO_JUDGEMENT:
        broken = standing.unjudged is Unjudged.BREAK and deciding
        return deciding.omitted if broken and deciding else (standing.unjudged or rating).value
    when = deciding.there.period.label if deciding and deciding.there else ""
    if standing.judgement is Judgement.SAME:
        return f"the same as in {when}"
    return f"{standing.judgement.value} than in {when}, {chance_said(standing.real)}"


def _is_money(deciding: Comparison | None) -> bool:
    change = deciding.change if deciding else None
    return change is not None and change.measure.is_money


def chance_said(real: RealChange | None) -> str:
    """Whether a change is more than chance, in the words used everywhere, without the reason."""
    return (real.verdict if real else RealVerdict.NOT_TESTED).value


def change_said(judgement: Judgement, real: RealChange | None) -> str:
    """The judgement of a change with its chance: "worse, could be chance", "better", "same".

    The bare word is left to a change of more than chance.
    """
    if judgement not in (Judgement.BETTER, Judgement.WORSE):
        return judgement.value
    if is_beyond_chance(real):
        return judgement.value
    return f"{judgement.value}, {chance_said(real)}"
