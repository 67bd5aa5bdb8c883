"""Yearly series for tests of the recent trend, and what is made of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Symbol
from dashboard.domain.judgements.recent_trend import recent_trend
from tests.build import finding, record

RISING = (
    (24.67, 23.16, 26.25, 994, 40299),
    (24.6, 23.15, 26.19, 1023, 41527),
    (28, 26.44, 29.64, 1199, 42811),
    (30.2, 28.63, 31.9, 1332, 44064),
    (30.6, 28.98, 32.25, 1367, 44701),
)
OBESITY = (
    (37.22, 32.43, 41.83),
    (35.63, 30.98, 40.24),
    (33.21, 28.68, 37.82),
    (33.23, 29.82, 36.75),
    (32.22, 28.9, 35.77),
)
NOW = "FY2024-25Q4"
YEARS = [f"FY{n}-{n + 1 - 2000}" for n in range(2019, 2025)]


def rows_of(figures, counted=False, **more):
    """A record; a figure is "12.3", (value, lower, upper), or that with its count and its n."""
    plain = {
        period: figure if isinstance(figure, Symbol | str) else str(figure[0])
        for period, figure in figures.items()
    }
    made = record(plain, **({"basis": Basis.PERIOD, "unit": Unit.PERCENT} | more))
    rows = [
        row if isinstance(figure := figures[row.period.id], Symbol | str) else _with(row, figure)
        for row in made.observations
    ]
    if counted:
        rows = [replace(row, lower=None, upper=None) for row in rows]
    return replace(made, observations=tuple(rows))


def _with(row, figure):
    _, lower, upper, *counts = (Decimal(str(each)) for each in figure)
    x, n = counts or (None, None)
    return replace(row, lower=lower, upper=upper, numerator=x, denominator=n)


def judged(made, quarter=NOW, **more):
    found = finding(quarter, made)
    return recent_trend(found.indicator, found.known.main, found.deciding, **more)


def yearly(*figures, **more):
    """The trend of figures of the years up to 2024/25."""
    return judged(rows_of(dict(zip(YEARS[-len(figures) :], figures, strict=True)), **more))
