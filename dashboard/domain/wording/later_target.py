"""Write the target of a year still to come."""

from __future__ import annotations

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.record import Target, TargetRule
from dashboard.domain.judgements.target import said_level

_LIMITS = {TargetRule.AT_MOST: "at most ", TargetRule.AT_LEAST: "at least "}


def later_target(indicator: Indicator, target: Target) -> str:
    """The target as a sentence: "The target for 2029/30 is at least 99%."; never a verdict."""
    wanted = f"“{target.printed}”"
    if target.value is not None:
        wanted = _LIMITS.get(target.rule, "") + said_level(indicator, target.value)
    if target.upper is not None:
        wanted += f" to {said_level(indicator, target.upper)}"
    return f"The {target.level} for {target.period.label} is {wanted}."
