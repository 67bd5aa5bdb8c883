"""Count how often year ends fell within the outlook's interval, by method and steps ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.domain.judgements.outlook_pace import FEWEST_STEPS, pace_and_swing
from dashboard.domain.judgements.outlook_years import YEARS_FOR_INTERVAL, from_ratios

AHEAD = (1, 2, 3)
"""Quarters to go from Q3, Q2 and Q1 to the year's end."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many intervals were tried, and how many held what came."""

    held: int
    tried: int

    @property
    def percent(self) -> int | None:
        """The share that held, as a whole percentage; None where none was tried."""
        return round(100 * self.held / self.tried) if self.tried else None


def pace_coverage(
    series: Iterable[Sequence[float]], figures: int, rolling: bool
) -> tuple[Coverage, ...]:
    """The coverage of pace and swing from so many figures, for one, two and three steps ahead.

    Every window of each series takes part whose later figures are known. Fewer figures than the
    method takes raise ValueError.
    """
    if figures <= FEWEST_STEPS:
        raise ValueError(f"pace and swing takes more than {FEWEST_STEPS} figures")
    held, tried = dict.fromkeys(AHEAD, 0), dict.fromkeys(AHEAD, 0)
    for values in series:
        all_steps = [later - earlier for earlier, later in pairwise(values)]
        for last in range(figures - 1, len(values) - 1):
            steps = all_steps[last - figures + 1 : last]
            for ahead in AHEAD:
                if last + ahead >= len(values):
                    break
                interval = pace_and_swing(values[last], steps, ahead, rolling)
                if interval is not None:
                    tried[ahead] += 1
                    held[ahead] += interval.holds(values[last + ahead])
    return tuple(Coverage(held[ahead], tried[ahead]) for ahead in AHEAD)


def years_coverage(series: Iterable[Sequence[Sequence[float]]], years: int) -> tuple[Coverage, ...]:
    """The coverage of earlier years, for one, two and three quarters before the year's end.

    A series is a list of years of four figures each, as they stood at each quarter: totals are
    added up beforehand. Every year with so many years before it takes part. Fewer years than the
    method takes raise ValueError.
    """
    if years < YEARS_FOR_INTERVAL:
        raise ValueError(f"earlier years take {YEARS_FOR_INTERVAL} years or more")
    held, tried = dict.fromkeys(AHEAD, 0), dict.fromkeys(AHEAD, 0)
    for each in series:
        for last in range(years, len(each)):
            for ahead in AHEAD:
                before = each[last - years : last]
                if any(year[-1 - ahead] <= 0 for year in (*before, each[last])):
                    continue
                ratios = [year[-1] / year[-1 - ahead] for year in before]
                _, interval = from_ratios(each[last][-1 - ahead], ratios)
                if interval is not None:
                    tried[ahead] += 1
                    held[ahead] += interval.holds(each[last][-1])
    return tuple(Coverage(held[ahead], tried[ahead]) for ahead in AHEAD)
