"""Simulated series of known behaviour, on which the outlook's intervals are tried."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
Chance = np.random.Generator
Make = Callable[[Chance, int, int], Rows]
"""Makes so many runs of so many figures, or of so many years of four figures."""
QUARTERS = 4
# So that an autoregressive series has forgotten where it began.
_RUN_IN = 50


def _walk(chance: Chance, runs: int, length: int, drift: float = 0) -> Rows:
    return np.cumsum(chance.normal(drift, 1, (runs, length)), axis=1)


def _regressive(chance: Chance, runs: int, length: int, share: float) -> Rows:
    """A first-order autoregressive series about zero."""
    shocks = chance.normal(0, 1, (runs, length + _RUN_IN))
    values = np.zeros_like(shocks)
    for step in range(1, shocks.shape[1]):
        values[:, step] = share * values[:, step - 1] + shocks[:, step]
    return values[:, _RUN_IN:]


def _seasonal(chance: Chance, runs: int, length: int) -> Rows:
    """A season of its own for each series, beginning in any quarter, with a little noise."""
    season = chance.normal(0, 1, (runs, QUARTERS))
    noise = chance.normal(0, 0.3, (runs, length))
    return season[:, np.arange(length) % QUARTERS] + noise


LEVELS: dict[str, Make] = {
    "random walk": _walk,
    "drift of half a usual step": lambda c, r, n: _walk(c, r, n, 0.5),
    "drift of a whole usual step": lambda c, r, n: _walk(c, r, n, 1),
    "steps that go on the same way (0.5)": lambda c, r, n: np.cumsum(
        _regressive(c, r, n, 0.5), axis=1
    ),
    "returns to a level (0.7)": lambda c, r, n: _regressive(c, r, n, 0.7),
    "noise about a level": lambda c, r, n: c.normal(0, 1, (r, n)),
    "seasonal, and not declared so": _seasonal,
}
"""Figures at a date."""


def _of_twelve_months(quarters: Rows) -> Rows:
    """The sum of each quarter and the three before it."""
    sums = np.cumsum(np.pad(quarters, ((0, 0), (1, 0))), axis=1)
    return sums[:, QUARTERS:] - sums[:, :-QUARTERS]


def _rolling(make: Make) -> Make:
    return lambda c, r, n: _of_twelve_months(make(c, r, n + QUARTERS - 1))


TWELVE_MONTHS: dict[str, Make] = {
    "independent quarters": _rolling(lambda c, r, n: c.normal(0, 1, (r, n))),
    "quarters that return to a level (0.8)": _rolling(lambda c, r, n: _regressive(c, r, n, 0.8)),
    "quarters with a trend": _rolling(
        lambda c, r, n: c.normal(0, 1, (r, n)) + 0.3 * np.arange(n, dtype=float)
    ),
    "quarters that walk at random": _rolling(_walk),
}
"""Figures for twelve months, one each quarter."""


def _totals(
    profile: tuple[float, ...], spread: float = 0.1, growth: float = 0.0, lasting: float = 0.0
) -> Make:
    """Totals so far of years with a profile of quarters, each off it by a share.

    `lasting` is how much of one quarter's share off the profile goes over to the next.
    """

    def made(chance: Chance, runs: int, years: int) -> Rows:
        if lasting:
            off = _regressive(chance, runs, years * QUARTERS, lasting)
        else:
            off = chance.normal(0, 1, (runs, years * QUARTERS))
        level = 100 * (1 + growth) ** np.arange(years)
        values = np.array(profile) * np.exp(spread * off.reshape(runs, years, QUARTERS))
        return np.cumsum(level[None, :, None] * values, axis=2)

    return made


def _averages(chance: Chance, runs: int, years: int) -> Rows:
    """Shares so far near 80% with a season of their own, quarter by quarter averaged."""
    season = chance.normal(0, 3, (runs, 1, QUARTERS))
    values = 80 + season + chance.normal(0, 2, (runs, years, QUARTERS))
    return np.cumsum(values, axis=2) / np.arange(1, QUARTERS + 1)


def _seasonal_levels(drift: float) -> Make:
    """States on the last day with a season, which itself may drift from year to year."""

    def made(chance: Chance, runs: int, years: int) -> Rows:
        season = chance.normal(0, 0.1, (runs, 1, QUARTERS))
        moved = np.cumsum(chance.normal(0, drift, (runs, years, QUARTERS)), axis=1)
        walk = np.cumsum(chance.normal(0, 0.01, (runs, years * QUARTERS)), axis=1)
        return 100 * np.exp(season + moved + walk.reshape(runs, years, QUARTERS))

    return made


YEARS: dict[str, Make] = {
    "totals, every quarter alike": _totals((1, 1, 1, 1)),
    "totals, more in the last quarter": _totals((0.8, 0.9, 1, 1.6)),
    "totals, most in the last quarter": _totals((0.5, 0.6, 0.7, 2.2)),
    "totals, least in the last quarter": _totals((1.3, 1.1, 1, 0.6)),
    "totals, most in summer": _totals((1, 1.8, 0.8, 0.4)),
    "totals, lumpy": _totals((1, 1, 1, 1), spread=0.3),
    "totals, growing": _totals((1, 1, 1, 1), growth=0.05),
    "totals, quarters like those before (0.5)": _totals((1, 1, 1, 1), lasting=0.5),
    "averages so far, with a season": _averages,
    "seasonal figures at a date": _seasonal_levels(0),
    "the same, the season drifting": _seasonal_levels(0.015),
}
"""Earlier years by quarter, as they stood at each quarter."""
