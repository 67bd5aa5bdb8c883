"""Whether a stored rank can be true, given the quartiles that are stored with it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.measure import half_place, stated_decimals
from dashboard.domain.facts.record import Spread

_SLACK = 1
"""By how many places ties and rounding may set a rank off."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A quartile that a stored rank contradicts, and on which side of it the figure lies."""

    quartile: str
    bound: Decimal
    above: bool


def places_above(n: int, share: Decimal) -> int:
    """How many of `n` values lie above a quantile (type 7): of 152, 38 above the upper quartile."""
    return n - int(1 + share * (n - 1))


def contradiction(spread: Spread, value: Decimal) -> Contradiction | None:
    """The quartile that the stored rank of a figure contradicts most; None if it may be true.

    A figure above a quartile is among the `places_above` it, one below is not. Off by one place,
    or within half a unit of the quartile's last digit, ties and rounding may explain it.
    """
    rank = spread.rank_from_highest
    if rank is None:
        return None
    found: list[tuple[int, Contradiction]] = []
    for quartile, bound, share in (
        ("upper quartile", spread.upper_quartile, Decimal("0.75")),
        ("median", spread.median, Decimal("0.5")),
        ("lower quartile", spread.lower_quartile, Decimal("0.25")),
    ):
        if abs(value - bound) <= half_place(stated_decimals(bound)):
            continue
        above, places = value > bound, places_above(spread.n, share)
        off = rank - places if above else places + 1 - rank
        if off > _SLACK:
            found.append((off, Contradiction(quartile, bound, above)))
    return max(found, key=lambda each: each[0])[1] if found else None
