"""Express the gap between a figure and its target as a number of people.

Only for rates and percentages whose numerators are known, from the printed counts where the
target has one; a count, homes or pounds are numbers already. A share so far this year of a known
whole says how many more by year end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import (
    Unit,
    formatted,
    formatted_count,
    half_place,
    rounded,
    stated_decimals,
)
from dashboard.domain.facts.record import Observation, TargetRule
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.denominator import Denominator, denominator, per
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.target import JUDGED, TargetFinding, TargetVerdict


@dataclass(frozen=True, slots=True)
class PeopleGap:
    """The gap in people, without a sign, and the sentence that says it."""

    count: Decimal
    sentence: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Gap:
    """A figure and the level that it is held against, both as shown, and their difference."""

    figure: Observation
    level: Decimal
    difference: Decimal
    places: int
    is_met: bool


def people_gap(indicator: Indicator, line: Line | None, target: TargetFinding) -> PeopleGap | None:
    """The gap to the target in people; None where it is not known, or is no number of people."""
    wanted = target.target
    if line is None or wanted is None or wanted.value is None:
        return None
    if wanted.rule not in (TargetRule.AT_MOST, TargetRule.AT_LEAST):
        return None
    figure = target.figure or line.latest
    if indicator.unit not in (Unit.RATE, Unit.PERCENT) or figure.value is None:
        return None
    places = line.decimals_of(figure)
    difference = rounded(figure.value, places) - wanted.value
    is_met = difference <= 0 if wanted.rule is TargetRule.AT_MOST else difference >= 0
    gap = _Gap(figure, wanted.value, difference, places, is_met)
    if target.verdict is TargetVerdict.NOT_YET:
        at_least = wanted.rule is TargetRule.AT_LEAST
        return _by_year_end(indicator, line, gap) if at_least and not is_met else None
    if target.verdict not in JUDGED or figure.numerator is None:
        return None
    printed = wanted.numerator
    found = (
        _implied(indicator, gap)
        if printed is None
        else _printed(indicator, gap, figure.numerator, printed)
    )
    if found is None or figure is line.latest:
        return found
    # The screen shows the quarter's figure, so say that the year's figure was judged.
    return replace(found, sentence=f"{found.sentence} for the year")


def _printed(indicator: Indicator, gap: _Gap, count: Decimal, level: Decimal) -> PeopleGap:
    """The gap between two printed counts; where the rates lie the other way, it says so."""
    people = count - level
    numbers = (("figure", formatted_count(count)), ("target", formatted_count(level)))
    sentence = _said(indicator, people, "")
    if _side(people) != _side(gap.difference):
        sentence = f"By the printed counts, {sentence[0].lower()}{sentence[1:]}"
    return PeopleGap(abs(people), sentence, Reason("Figure less target, as printed.", numbers))


def _side(difference: Decimal) -> int:
    return (difference > 0) - (difference < 0)


def _implied(indicator: Indicator, gap: _Gap) -> PeopleGap | None:
    """The gap from the denominator, in whole people.

    None within the rounding of the figure, and where the target is met by less than one.
    """
    of, times = _denominator(indicator, gap), per(indicator)
    if of is None or times is None:
        return None
    if gap.difference and abs(gap.difference) <= half_place(gap.places):
        return None
    people = _whole_people(gap, of, times)
    if gap.difference and not people:
        return None
    sentence = _said(indicator, people.copy_sign(gap.difference), "about ")
    return PeopleGap(people, sentence, _reason(indicator, gap, of))


def _by_year_end(indicator: Indicator, line: Line, gap: _Gap) -> PeopleGap | None:
    """How many more the share so far needs by year end; None where it is no such share."""
    of, times = _denominator(indicator, gap), per(indicator)
    cumulative = line.series.basis is Basis.YEAR_TO_DATE and indicator.unit is Unit.PERCENT
    if not cumulative or of is None or times is None:
        return None
    people = _whole_people(gap, of, times)
    noun = indicator.counted(people)
    sentence = f"About {formatted_count(people)} more {noun} by year end would reach the target"
    return PeopleGap(people, " ".join(sentence.split()), _reason(indicator, gap, of))


def _denominator(indicator: Indicator, gap: _Gap) -> Denominator | None:
    found = denominator(indicator, gap.figure, gap.places)
    return found if found and found.is_close else None


def _whole_people(gap: _Gap, of: Denominator, times: Decimal) -> Decimal:
    """The gap in people without a sign: as many as it takes, or as there are to spare.

    From the count itself where it is known, because a rounded rate may hide some.
    """
    count = gap.figure.numerator
    exact = None if count is None else count - gap.level * of.middle / times
    if exact is None or _side(exact) != _side(gap.difference):
        exact = gap.difference * of.middle / times
    people = abs(exact)
    return people.quantize(Decimal(1), rounding=ROUND_FLOOR if gap.is_met else ROUND_CEILING)


def _reason(indicator: Indicator, gap: _Gap, of: Denominator) -> Reason:
    value = formatted(gap.figure.value or Decimal(0), gap.places, indicator.measure)
    level = formatted(gap.level, stated_decimals(gap.level), indicator.measure)
    numbers = (("figure", value), ("target", level), ("of", of.label))
    return Reason("The gap to the target times what the figure is of, in whole people.", numbers)


def _said(indicator: Indicator, gap: Decimal, about: str) -> str:
    if gap == 0:
        return "Exactly on target"
    side = "above" if gap > 0 else "below"
    noun = indicator.counted(gap) or "cases"
    text = f"{about}{formatted_count(abs(gap))} {noun} {side} target"
    return capitalised(text)
