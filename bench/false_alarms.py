"""How often a change is called more than chance where nothing has changed.

Run `python -m bench.false_alarms`. Yearly counts vary about one level by chance alone, and by two
and four times its variance, with enough earlier years to know the usual swing and without.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np

from dashboard.domain.facts.indicator import (
    Area,
    AreaKind,
    Basis,
    Indicator,
    Origin,
    Polarity,
    Series,
)
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.change import RealVerdict, real_change
from dashboard.domain.judgements.travel import Against, Comparison, change_between

RUNS, SEED, LEVEL = 2000, 13, 120
FIRES = Indicator(
    "fires", "p", "Fires", Polarity.LOW, Unit.COUNT, "", "fire/fires", "", "", "", "", 1
)
HERE = Area("here", "Here", AreaKind.COUNCIL)
YEARLY = Series(Origin.REPORTED, Basis.PERIOD, False, 0, 0, False)


def is_alarm(counts: list[int]) -> bool:
    """Whether the last of the yearly counts is called more than chance."""
    points = tuple(_observation(year, count) for year, count in enumerate(counts, 2000))
    line, there = Line(HERE, YEARLY, points), points[-2]
    change = change_between(FIRES, points[-1].value or Decimal(0), there.value or Decimal(0), 0)
    comparison = Comparison(Against.PREVIOUS_YEAR, "", there=there, change=change)
    found = real_change(FIRES, line, comparison, None)
    return found is not None and found.verdict is RealVerdict.MORE_THAN_CHANCE


def _observation(year: int, count: int) -> Observation:
    period = Period(PeriodKind.FINANCIAL_YEAR, year)
    ends, value = date(year + 1, 3, 31), Decimal(count)
    nothing = (None, None, None, None, None)
    return Observation(HERE, period, Origin.REPORTED, ends, value, *nothing, "", None, "")


def drawn(random: np.random.Generator, years: int, dispersion: int) -> list[int]:
    """Counts about one level, with so many times the variance that chance gives them."""
    if dispersion == 1:
        return [int(count) for count in random.poisson(LEVEL, years)]
    size = LEVEL / (dispersion - 1)
    return [int(n) for n in random.negative_binomial(size, size / (size + LEVEL), years)]


def main() -> None:
    """Prints the share of alarms for each length of series and each dispersion."""
    random = np.random.default_rng(SEED)
    for earlier in (2, 6, 11, 20):
        shares = []
        for dispersion in (1, 2, 4):
            alarms = sum(is_alarm(drawn(random, earlier + 2, dispersion)) for _ in range(RUNS))
            shares.append(f"φ = {dispersion}: {100 * alarms / RUNS:.1f}%")
        print(f"{earlier} earlier changes: {', '.join(shares)}")


if __name__ == "__main__":
    main()
