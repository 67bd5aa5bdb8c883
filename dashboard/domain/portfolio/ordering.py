"""Select and sort the indicators of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.standing import from_deciding, from_target
from dashboard.domain.judgements.target import TargetVerdict

Key = Callable[[IndicatorFinding], Any]


def ordered(findings: Sequence[IndicatorFinding], by: str) -> list[IndicatorFinding]:
    """The findings sorted by one of ORDERS; those without a sort value come last, unsorted."""
    return sorted(findings, key=ORDERS[by])


def shown(findings: Sequence[IndicatorFinding], which: str) -> list[IndicatorFinding]:
    """The findings to list: the exceptions, the others, or all."""
    if which == "all":
        return list(findings)
    return [finding for finding in findings if finding.is_exception == (which == "exceptions")]


def short_of_target(finding: IndicatorFinding) -> Decimal | None:
    """How far the figure misses its target, as a share of it: negative if met, None if unknown."""
    distance = from_target(finding.target)
    sign = -1 if finding.target.verdict is TargetVerdict.MET else 1
    return None if distance is None else distance * sign


def worsened(finding: IndicatorFinding) -> Decimal | None:
    """How much worse it is than before, as a share of that: negative if better, or None."""
    deciding, distance = finding.deciding, from_deciding(finding.deciding)
    if distance is None or deciding is None or deciding.change is None:
        return None
    if deciding.change.judgement is Judgement.NONE:
        return None
    return distance if deciding.change.judgement is Judgement.WORSE else -distance


def _largest_first(measure: Callable[[IndicatorFinding], Decimal | None]) -> Key:
    def key(finding: IndicatorFinding) -> tuple[bool, Decimal]:
        found = measure(finding)
        return found is None, -(found or Decimal(0))

    return key


ORDERS: dict[str, Key] = {
    "worst": lambda finding: finding.standing.order,
    "printed": lambda finding: finding.indicator.position,
    "name": lambda finding: finding.indicator.name.casefold(),
    "target": _largest_first(short_of_target),
    "change": _largest_first(worsened),
}
