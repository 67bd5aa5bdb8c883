"""List the indicators that became exceptions, or stopped being one, since the last quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.standing import BY_TARGET, Rating

MOST_NAMES = 2
Findings = Sequence[IndicatorFinding]


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of some indicators: the words, the first names, and how many there are more."""

    words: str
    names: tuple[str, ...] = ()
    more: int = 0

    @property
    def said(self) -> str:
        """The words with the names, up to the number of the others."""
        return f"{self.words}: {self._named}" if self.names else self.words

    @property
    def _named(self) -> str:
        return (", " if self.more else " and ").join(self.names)


def since_last_quarter(now: Findings, before: Findings) -> tuple[Turn, ...]:
    """The new exceptions and those that are none any more, or that they are the same.

    Empty where no indicator has a current figure in both quarters, and where none is an exception.
    """
    pairs = _pairs(now, before)
    if not pairs:
        return ()
    since = quarter_since(now[0].quarter, pairs[0][1].quarter)
    named = zip(("New exceptions", "No longer exceptions"), changed_since(now, before), strict=True)
    turns = tuple(_turn(f"{words} since {since}", found) for words, found in named if found)
    if not turns and any(f.is_exception for f, _ in pairs):
        return (Turn(f"The same exceptions as in {since}"),)
    return turns


def _turn(words: str, found: Findings) -> Turn:
    names = tuple(finding.indicator.name for finding in found)
    return Turn(words, names[:MOST_NAMES], max(0, len(names) - MOST_NAMES))


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
