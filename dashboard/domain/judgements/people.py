"""Express the gap between a figure and its target as a number of people."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from dashboard.domain.facts.as_at import Line
from dashboard.domain.facts.indicator import Basis, Indicator, formatted, formatted_count
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.denominator import denominator, per
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.target import TargetFinding, TargetVerdict


@dataclass(frozen=True, slots=True)
class PeopleGap:
    """The gap in people, without a sign; `count` is None if unknown, and `sentence` says why."""

    count: Decimal | None
    sentence: str
    reason: Reason


def people_gap(indicator: Indicator, line: Line | None, target: TargetFinding) -> PeopleGap | None:
    """The gap to the target in people; None without a figure or a target that has a level."""
    wanted = target.target
    if line is None or line.latest.value is None or wanted is None or wanted.value is None:
        return None
    if wanted.rule not in (TargetRule.AT_MOST, TargetRule.AT_LEAST):
        return None
    if target.count_gap is not None and wanted.numerator is not None:
        return _printed(indicator, line, target, wanted.numerator)
    return _implied(indicator, line, target, wanted.value)


def _printed(indicator: Indicator, line: Line, target: TargetFinding, level: Decimal) -> PeopleGap:
    gap, count = target.count_gap or Decimal(0), line.latest.numerator or Decimal(0)
    numbers = (("figure", formatted_count(count)), ("target", formatted_count(level)))
    return PeopleGap(
        abs(gap), _said(indicator, gap, ""), Reason("Figure less target, as printed.", numbers)
    )


def _implied(indicator: Indicator, line: Line, target: TargetFinding, level: Decimal) -> PeopleGap:
    """The gap from the denominator, rounded up to whole people."""
    latest, times = line.latest, per(indicator)
    of = denominator(indicator, latest, line.decimals)
    if latest.value is None or of is None or times is None or not of.is_close:
        why = "How many people that is cannot be told: the number behind the figure is not stated"
        return PeopleGap(None, why, Reason("It would need the count and what it is of."))
    gap = (latest.value - level) * of.middle / times
    people = abs(gap).quantize(Decimal(1), rounding=ROUND_CEILING)
    numbers = (
        ("figure", formatted(latest.value, line.decimals, indicator.measure)),
        ("target", formatted(level, line.decimals, indicator.measure)),
        ("of", of.label),
    )
    reason = Reason("The gap to the target times what the figure is of, in whole people.", numbers)
    yearly = line.series.basis is Basis.YEAR_TO_DATE and latest.period.quarter in (1, 2, 3)
    if yearly and target.verdict is TargetVerdict.NOT_YET and gap < 0:
        noun = indicator.counted(people)
        sentence = f"About {formatted_count(people)} more {noun} by year end would reach the target"
        return PeopleGap(people, " ".join(sentence.split()), reason)
    return PeopleGap(people, _said(indicator, people.copy_sign(gap), "about "), reason)


def _said(indicator: Indicator, gap: Decimal, about: str) -> str:
    if gap == 0:
        return "Exactly on target"
    side = "above" if gap > 0 else "below"
    noun = indicator.counted(gap) or "cases"
    text = f"{about}{formatted_count(abs(gap))} {noun} {side} target"
    return capitalised(text)
