"""Set two series with units of their own side by side: each figure as a share of one period's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.record import Observation

BASE = Decimal(100)
HALF_A_YEAR = timedelta(days=183)
"""How far apart two figures may end to be the base together: 2015/16 and 2015 are."""
_BUILDS_UP = (Basis.YEAR_TO_DATE, Basis.YEAR_TO_DATE_AVERAGE)
Shown = tuple[Observation, Decimal]
"""A figure, and its value as it is shown: the rate or the count."""


@dataclass(frozen=True, slots=True)
class IndexBase:
    """The values of two series, each of which is 100, and the names of their periods."""

    one: Decimal
    other: Decimal
    one_period: str
    other_period: str


@dataclass(frozen=True, slots=True)
class NoBase:
    """Why two series cannot be indexed, as the end of a sentence."""

    reason: str


def index_base(
    one: Line, ours: Sequence[Shown], other: Line, theirs: Sequence[Shown]
) -> IndexBase | NoBase:
    """The earliest values above zero that both series show at about the same date.

    The figures shown come oldest first. What builds up from April starts anew each year, and what
    lies before a break compares with nothing after it: neither can be a base.
    """
    if any(line.series.basis in _BUILDS_UP for line in (one, other)):
        return NoBase("a figure that builds up from April starts again each year")
    possible = [(o, v) for o, v in since_break(other, theirs) if v > 0]
    for figure, value in since_break(one, ours):
        near = [each for each in possible if abs(each[0].ends - figure.ends) <= HALF_A_YEAR]
        if value > 0 and near:
            match, other_value = min(near, key=lambda each: abs(each[0].ends - figure.ends))
            return IndexBase(value, other_value, figure.period.label, match.period.label)
    return NoBase("they have no figures above zero for the same time")


def since_break(line: Line, shown: Sequence[Shown]) -> list[Shown]:
    """The figures that compare with the latest: those since the last break in the series."""
    unbroken = set(line.unbroken)
    return [each for each in shown if each[0] in unbroken]


def index_number(value: Decimal, base: Decimal) -> Decimal:
    """A figure as an index number: 174.7 on a base of 162.8 is 107.3 (here unrounded)."""
    return value / base * BASE
