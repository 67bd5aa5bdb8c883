"""Rank the council among authorities, and give its quartile.

Rank 1 is best by the indicator's polarity; equal values share the better rank. Bands are
`floor((k + 1) − ceil((n + 1 − rank) / (n / k)))` with k = 4 on those ranks, so that ties share a
band; quartiles use linear interpolation (type 7 of Hyndman and Fan 1996).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Indicator, Origin, Polarity
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import rounded
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Claim, Record, Spread
from dashboard.domain.facts.year import is_total
from dashboard.domain.judgements.stored_rank import Contradiction, contradiction

BANDS = 4
_FEWEST = 8
"""The fewest authorities for which quartiles are given."""
BAND_NAMES = ("best quartile", "upper middle", "lower middle", "worst quartile")
NEUTRAL_NAMES = ("highest quartile", "upper middle", "lower middle", "lowest quartile")


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rank of the council's published figure among a group of authorities in one period.

    `rank` counts from the best, or from the highest if neutral; None if unknown, or if it is
    stored and the stored quartiles contradict it, as `refused` then says. `about` is True where
    ties are unknown because only quartiles are stored. `others` are the authorities' values in
    ascending order, if known.
    """

    spread: Spread
    line: Line
    value: Decimal
    rank: int | None
    tied: bool
    about: bool
    neutral: bool
    others: tuple[Decimal, ...] = ()
    refused: Contradiction | None = None

    @property
    def band(self) -> str:
        """The quartile's name; empty where there is no rank."""
        if self.rank is None:
            return ""
        names = NEUTRAL_NAMES if self.neutral else BAND_NAMES
        return names[band(self.rank, self.spread.n) - 1]

    @property
    def rank_label(self) -> str:
        """The rank in words: "about 3rd of 148 (1st is best)", "2nd= of 24 (1st is best)"."""
        if self.rank is None:
            return ""
        end = "highest" if self.neutral else "best"
        about = "about " if self.about else ""
        tied = "=" if self.tied else ""
        if self.rank == self.spread.n and self.about:
            lowest = "lowest" if self.neutral else "ranked last"
            return f"{lowest} of {self.spread.n}, or close to it"
        if self.rank == self.spread.n:
            return f"last of {self.spread.n} (1st is {end})"
        return f"{about}{ordinal(self.rank)}{tied} of {self.spread.n} (1st is {end})"


def ordinal(number: int) -> str:
    """The number as an ordinal: "1st", "2nd", "11th", "112th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def band(rank: int, n: int, bands: int = BANDS) -> int:
    """The band of a rank among `n`, where 1 is the best band."""
    return bands + 1 + (-(n + 1 - rank) * bands // n)


def quantile(values: Sequence[Decimal], share: Decimal) -> Decimal:
    """The quantile by linear interpolation (type 7): the lower quartile of 1 to 50 is 13.25."""
    ordered = sorted(values)
    position = (len(ordered) - 1) * share
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


def spread_of(group: str, period: Period, values: Sequence[Decimal], source: str) -> Spread | None:
    """The distribution of the authorities' values; None for fewer than eight."""
    if len(values) < _FEWEST:
        return None
    low, middle, high = (quantile(values, Decimal(share) / 4) for share in (1, 2, 3))
    return Spread(group, period, len(values), low, middle, high, None, source)


def ranking(
    indicator: Indicator, known: KnownFigures, spread: Spread, others: Sequence[Decimal] = ()
) -> Ranking | None:
    """The council's rank in the spread's period; None without a published figure for it.

    None for a total too: what an area of another size adds up to says nothing about ours.
    `others` are the values of all authorities in the group, including ours.
    """
    line = published_line(known)
    point = line.at(spread.period) if line else None
    if line is None or point is None or point.value is None or spread.n < _FEWEST:
        return None
    if is_total(indicator):
        return None
    refused = None if others else contradiction(spread, point.value)
    rank, tied = None if refused else _stored_rank(indicator, spread), False
    if others:
        rank, tied = _counted_rank(
            indicator,
            rounded(point.value, line.decimals),
            [rounded(value, line.decimals) for value in others],
        )
    neutral = indicator.polarity is Polarity.NEUTRAL
    ordered = tuple(sorted(others))
    return Ranking(spread, line, point.value, rank, tied, not others, neutral, ordered, refused)


def _stored_rank(indicator: Indicator, spread: Spread) -> int | None:
    rank = spread.rank_from_highest
    if rank is None or indicator.polarity is not Polarity.LOW:
        return rank
    return spread.n + 1 - rank


def _counted_rank(
    indicator: Indicator, ours: Decimal, everyone: Sequence[Decimal]
) -> tuple[int, bool]:
    """Our rank, counting only strictly better values, and whether we share it."""
    low = indicator.polarity is Polarity.LOW
    better = sum(value < ours if low else value > ours for value in everyone)
    return better + 1, everyone.count(ours) > 1


def known_rankings(record: Record, known: KnownFigures) -> tuple[Ranking, ...]:
    """The council's latest ranking in each group that has a stored distribution."""
    groups: dict[str, Ranking] = {}
    for spread in sorted(record.spreads, key=lambda each: each.period.order):
        found = ranking(record.indicator, known, spread)
        if found:
            groups[spread.group] = found
    return tuple(groups.values())


def rankings_to_show(stored: Sequence[Ranking], computed: Ranking | None) -> tuple[Ranking, ...]:
    """The stored rankings and the computed one, without those that it makes superfluous.

    It does so where it is of as many authorities, and of no earlier a period.
    """
    if computed is None:
        return tuple(stored)
    kept = (
        each
        for each in stored
        if each.spread.n > computed.spread.n
        or each.spread.period.order > computed.spread.period.order
    )
    return (*kept, computed)


def published_line(known: KnownFigures) -> Line | None:
    """The council's published statistics, main or not; None if there are none."""
    lines = (line for line in (known.main, known.other) if line)
    return next((line for line in lines if line.origin is Origin.PUBLISHED), None)


def printed_quartile(record: Record, quarter: Period) -> Claim | None:
    """The quartile printed in the latest report up to the quarter; None if it prints none."""
    printed = [
        claim
        for claim in record.claims
        if claim.kind == "quartile" and claim.release.end <= quarter.end
    ]
    return max(printed, key=lambda claim: claim.release.order, default=None)
