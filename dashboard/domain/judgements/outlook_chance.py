"""Say whether a year is likely to meet its target, from the interval for its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Target, TargetLevel, TargetRule
from dashboard.domain.judgements.intervals import Interval
from dashboard.domain.judgements.target_reference import AREA, REFERENCE, reference


class Chance(StrEnum):
    """How likely it is that the target will be met."""

    LIKELY = "likely to meet the target"
    UNLIKELY = "unlikely to meet the target"
    EITHER = "could go either way"
    NONE = ""

    @property
    def why(self) -> str:
        """What the range for the year's end makes of the target; empty without a chance."""
        return {
            Chance.LIKELY: "The whole range for the year’s end meets the target.",
            Chance.UNLIKELY: "The whole range for the year’s end misses the target: to meet it, "
            "the year would have to end outside, about 1 time in 10 or less.",
            Chance.EITHER: "Part of the range for the year’s end meets the target, part misses it.",
        }.get(self, "")


@dataclass(frozen=True, slots=True)
class _Goal:
    """The values that meet a target; with `strict` its ends do not."""

    low: float
    high: float
    strict: bool = False


def chance_of(
    indicator: Indicator, known: KnownFigures, targets: Sequence[Target], interval: Interval
) -> Chance:
    """The chance of meeting the year's target, NONE where that has no level that is known.

    Unlikely: the year would have to end beyond the interval, about 1 time in 10 or less.
    """
    line = known.main
    target = year_target(targets, line.latest.period.financial_year) if line else None
    goal = _goal(indicator, known, line, target) if line and target else None
    if goal is None:
        return Chance.NONE
    if goal.strict:
        misses = interval.high <= goal.low or interval.low >= goal.high
        meets = goal.low < interval.low and interval.high < goal.high
    else:
        misses = interval.high < goal.low or interval.low > goal.high
        meets = goal.low <= interval.low and interval.high <= goal.high
    return Chance.UNLIKELY if misses else Chance.LIKELY if meets else Chance.EITHER


def year_target(targets: Sequence[Target], year: Period) -> Target | None:
    """The target for a year's end, a minimum where it stands alone; None if there is none."""
    levels = {target.level: target for target in targets if target.period == year}
    return levels.get(TargetLevel.TARGET) or levels.get(TargetLevel.MINIMUM)


def _goal(indicator: Indicator, known: KnownFigures, line: Line, target: Target) -> _Goal | None:
    if target.rule in REFERENCE or target.rule in AREA:
        return _relative(indicator, known, line, target)
    if target.value is None or target.rule is TargetRule.BASELINE_YEAR:
        return None
    level = float(target.value)
    if target.rule is TargetRule.BETWEEN:
        return _Goal(level, float(target.upper)) if target.upper is not None else None
    return _Goal(-inf, level) if target.rule is TargetRule.AT_MOST else _Goal(level, inf)


def _relative(
    indicator: Indicator, known: KnownFigures, line: Line, target: Target
) -> _Goal | None:
    """The goal of a target relative to last year or to another area, whose figure may be missing.

    For part of a year the other area's figure is for that part too, which says nothing of its end.
    """
    if target.rule in AREA and line.series.basis in (Basis.PERIOD, Basis.YEAR_TO_DATE):
        return None
    there = reference(indicator, known, line, target)
    if there is None or there.value is None:
        return None
    if target.rule in REFERENCE and line.is_broken(there, line.latest):
        return None
    below = target.rule in (TargetRule.BELOW_REFERENCE, TargetRule.BELOW_AREA)
    level = float(there.value)
    return _Goal(-inf, level, strict=True) if below else _Goal(level, inf, strict=True)
