"""List the indicators that became exceptions, or stopped being one, since the last quarter."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import in_a_row
from dashboard.domain.judgements.standing import BY_TARGET, Rating

MOST_NAMES = 3


def since_last_quarter(now: Sequence[IndicatorFinding], before: Sequence[IndicatorFinding]) -> str:
    """The change as a sentence; empty where no indicator has a current figure in both quarters."""
    earlier = {finding.indicator.id: finding for finding in before if finding.is_current}
    current = [finding for finding in now if finding.is_current]
    pairs = [(f, earlier[f.indicator.id]) for f in current if f.indicator.id in earlier]
    if not pairs:
        return ""
    then = pairs[0][1].quarter
    since = then.short_label if then.financial_year == now[0].quarter.financial_year else then.label
    became = [f for f, was in pairs if f.is_exception and not was.is_exception]
    ceased = [f for f, was in pairs if was.is_exception and _is_cleared(f, was)]
    parts = [
        f"{words} since {since}: {_names(found)}."
        for found, words in ((became, "New exceptions"), (ceased, "No longer exceptions"))
        if found
    ]
    if not parts and not any(f.is_exception for f, _ in pairs):
        return ""
    return " ".join(parts) or f"The same exceptions as in {since}."


def _is_cleared(now: IndicatorFinding, was: IndicatorFinding) -> bool:
    """Whether what made it an exception was judged anew; a target not yet judged clears none."""
    if now.is_exception or now.standing.rating is Rating.NO_JUDGEMENT:
        return False
    return was.standing.rating not in BY_TARGET or now.standing.rating in BY_TARGET


def _names(found: Sequence[IndicatorFinding]) -> str:
    names = [finding.indicator.name for finding in found]
    if len(names) > MOST_NAMES:
        rest = len(names) - MOST_NAMES + 1
        names = [*names[: MOST_NAMES - 1], f"{rest} more"]
    return in_a_row(names)
