"""Check the stored ranks against the quartiles that are stored with them."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.checks.result import Check, CheckVerdict
from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.measure import formatted, stated_decimals
from dashboard.domain.facts.record import Record
from dashboard.domain.judgements.ranking import Ranking, ordinal, ranking
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.stored_rank import Contradiction

_RULE = (
    "A figure above a quartile is among the authorities above it, one below is not. "
    "Such a rank is not shown."
)


def check_ranks(record: Record, known: KnownFigures) -> Iterator[Check]:
    """The stored ranks that their own quartiles contradict, the newest first."""
    for spread in sorted(record.spreads, key=lambda each: each.period.order, reverse=True):
        found = ranking(record.indicator, known, spread)
        if found and found.refused:
            yield _contradicted(record.indicator, found, found.refused)


def _contradicted(indicator: Indicator, found: Ranking, refused: Contradiction) -> Check:
    spread, measure = found.spread, indicator.measure
    places = max(found.line.decimals, stated_decimals(refused.bound))
    value = formatted(found.value, max(found.line.decimals, stated_decimals(found.value)), measure)
    bound = formatted(refused.bound, places, measure)
    rank = f"{ordinal(spread.rank_from_highest or 0)} highest of {spread.n}"
    side = "above" if refused.above else "below"
    return Check(
        (indicator,),
        f"Rank, {spread.period.label}",
        CheckVerdict.DIFFERS,
        f"{value} is {side} the {refused.quartile} of {bound}, so it cannot be {rank}",
        Reason(
            _RULE,
            (("figure", value), (refused.quartile, bound), ("stored rank", rank)),
        ),
    )
