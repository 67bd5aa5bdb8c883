"""Quarterly series for tests of the usual range, and what is made of them."""

from __future__ import annotations

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import Symbol
from dashboard.domain.judgements.usual_range import usual_range
from tests.build import finding, record

STEADY = [31, 28, 30, 33, 29, 32, 27, 31, 30, 28, 32, 29, 31, 30, 28, 39]
QUIET = [*STEADY[:-1], 30]


def quarters(values, last="FY2016-17Q4"):
    """Quarters up to one; None leaves a quarter out."""
    end = int(last[2:6]) * 4 + int(last[-1]) - 1
    numbers = range(end - len(values) + 1, end + 1)
    names = [f"FY{n // 4}-{(n // 4 + 1) % 100:02d}Q{n % 4 + 1}" for n in numbers]
    return {
        name: value if isinstance(value, Symbol) else str(value)
        for name, value in zip(names, values, strict=True)
        if value is not None
    }


def rows_of(figures, **more):
    return record(figures, **({"basis": Basis.PERIOD} | more))


def judged(made, quarter="FY2016-17Q4", **more):
    found = finding(quarter, made)
    return usual_range(found.indicator, found.known.main, found.target, **more)


def told(values, quarter="FY2016-17Q4", **more):
    return judged(rows_of(quarters(values), **more), quarter)
