"""List the indicators that became exceptions, or stopped being one, since the last quarter."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import in_a_row
from dashboard.domain.judgements.standing import BY_TARGET, Rating

MOST_NAMES = 3
Findings = Sequence[IndicatorFinding]


def since_last_quarter(now: Findings, before: Findings) -> str:
    """The change as a sentence; empty where no indicator has a current figure in both quarters."""
    pairs = _pairs(now, before)
    if not pairs:
        return ""
    since = quarter_since(now[0].quarter, pairs[0][1].quarter)
    parts = [
        f"{words} since {since}: {_names(found)}."
        for found, words in zip(
            changed_since(now, before), ("New exceptions", "No longer exceptions"), strict=True
        )
        if found
    ]
    if not parts and not any(f.is_exception for f, _ in pairs):
        return ""
    return " ".join(parts) or f"The same exceptions as in {since}."


def changed_since(now: Findings, before: Findings) -> tuple[Findings, Findings]:
    """Those that became exceptions, and those that stopped being one."""
    pairs = _pairs(now, before)
    became = [f for f, was in pairs if f.is_exception and not was.is_exception]
    ceased = [f for f, was in pairs if was.is_exception and _is_cleared(f, was)]
    return became, ceased


def quarter_since(now: Period, then: Period) -> str:
    """The earlier quarter, without its year where that is the same."""
    return then.short_label if then.financial_year == now.financial_year else then.label


def _pairs(now: Findings, before: Findings) -> list[tuple[IndicatorFinding, IndicatorFinding]]:
    """The indicators with a current figure in both quarters, as they are and as they were."""
    earlier = {finding.indicator.id: finding for finding in before if finding.is_current}
    current = (finding for finding in now if finding.is_current)
    return [(f, earlier[f.indicator.id]) for f in current if f.indicator.id in earlier]


def _is_cleared(now: IndicatorFinding, was: IndicatorFinding) -> bool:
    """Whether what made it an exception was judged anew; a target not yet judged clears none."""
    if now.is_exception or now.standing.rating is Rating.NO_JUDGEMENT:
        return False
    return was.standing.rating not in BY_TARGET or now.standing.rating in BY_TARGET


def _names(found: Findings) -> str:
    names = [finding.indicator.name for finding in found]
    if len(names) > MOST_NAMES:
        rest = len(names) - MOST_NAMES + 1
        names = [*names[: MOST_NAMES - 1], f"{rest} more"]
    return in_a_row(names)
