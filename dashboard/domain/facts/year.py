"""The figure of a financial year: its own, or what its quarters make."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Unit, rounded
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind, period_of
from dashboard.domain.facts.record import Observation

SUMMED = "sum of its four quarters"
POOLED = "its four quarters together"
_NEAR = 0.1
_AVERAGED = ("second", "minute", "day", "week", "month")
_EITHER = ("hour",)
_RELATIVE = re.compile(r"\b(?:per|points?|ratios?|index|scores?|percentage)\b|%")
"""What makes a unit of a council's own one that never adds up: "tonnes per head", "points"."""


class YearKind(StrEnum):
    """What the quarters of a figure for the period alone make of a year."""

    TOTAL = "total"
    AVERAGE = "average"
    UNKNOWN = "unknown"


def year_end(indicator: Indicator, line: Line, year: Period) -> Observation | None:
    """The figure of a financial year: its own row, else what its quarters make; None if unknown.

    A count for the period alone is the sum of its four quarters, a share with its counts is
    theirs taken together, and no other figure for the period alone has a year without a row of
    its own. All other bases end with Q4.
    """
    return line.at(year) or year_of_quarters(
        indicator, line, year, {point.period: point for point in line.points}
    )


def year_of_quarters(
    indicator: Indicator, line: Line, year: Period, figures: Mapping[Period, Observation]
) -> Observation | None:
    """What the quarters among `figures` make of a financial year; None where they make none."""
    quarters = [
        figures.get(period_of(PeriodKind.QUARTER, year.first, number + 1))
        for number in range(QUARTERS)
    ]
    if line.series.basis is not Basis.PERIOD:
        return quarters[-1]
    known = [q for q in quarters if q is not None and q.value is not None]
    if len(known) < QUARTERS or line.is_broken(known[0], known[-1]):
        return None
    counts = _counts(known)
    if is_total(indicator):
        total = sum((q.value for q in known if q.value is not None), Decimal(0))
        return _made(known[-1], year, total, None, SUMMED)
    if indicator.unit is Unit.PERCENT and counts and counts[1]:
        share = rounded(counts[0] / counts[1] * 100, line.decimals)
        return _made(known[-1], year, share, counts, POOLED)
    return None


def _made(
    last: Observation,
    year: Period,
    value: Decimal,
    counts: tuple[Decimal, Decimal] | None,
    note: str,
) -> Observation:
    """The year's figure, with the source and the end of its last quarter."""
    above, below = counts or (None, None)
    return replace(
        last,
        period=year,
        value=value,
        numerator=above,
        denominator=below,
        lower=None,
        upper=None,
        mark="",
        note=note,
    )


def _counts(quarters: Sequence[Observation]) -> tuple[Decimal, Decimal] | None:
    """The sums of numerators and denominators; None unless every quarter has both."""
    above = [q.numerator for q in quarters if q.numerator is not None]
    below = [q.denominator for q in quarters if q.denominator is not None]
    if len(above) < len(quarters) or len(below) < len(quarters):
        return None
    return sum(above, Decimal(0)), sum(below, Decimal(0))


def is_total(indicator: Indicator) -> bool:
    """Whether figures are amounts that add up: counts, tonnes, pounds without a "per"."""
    if indicator.unit is Unit.COUNT:
        return True
    if indicator.unit not in (Unit.CURRENCY, Unit.OTHER) or indicator.per:
        return False
    word = indicator.unit_word.lower()
    return not word.startswith((*_AVERAGED, *_EITHER)) and not _RELATIVE.search(word)


def year_kind(indicator: Indicator, line: Line) -> YearKind:
    """Whether quarters for the period alone add up to a year, or average to it.

    Rates are told by their stated years, which are within 10% of the sum or of the mean of their
    quarters; UNKNOWN where no year tells.
    """
    if is_total(indicator):
        return YearKind.TOTAL
    if indicator.unit in (Unit.PERCENT, Unit.SCORE, Unit.YEARS):
        return YearKind.AVERAGE
    word = indicator.unit_word.lower()
    if indicator.unit is Unit.OTHER and (word.startswith(_AVERAGED) or _RELATIVE.search(word)):
        return YearKind.AVERAGE
    return _told_by_years(line)


def _told_by_years(line: Line) -> YearKind:
    ratios = []
    for point in line.points:
        year = point.period
        if year.kind is not PeriodKind.FINANCIAL_YEAR or not point.value:
            continue
        quarters = [
            line.at(period_of(PeriodKind.QUARTER, year.first, n + 1)) for n in range(QUARTERS)
        ]
        values = [float(q.value) for q in quarters if q is not None and q.value is not None]
        if len(values) == QUARTERS:
            ratios.append(sum(values) / float(point.value))
    if not ratios:
        return YearKind.UNKNOWN
    if all(abs(ratio - 1) <= _NEAR for ratio in ratios):
        return YearKind.TOTAL
    averaged = all(abs(ratio / QUARTERS - 1) <= _NEAR for ratio in ratios)
    return YearKind.AVERAGE if averaged else YearKind.UNKNOWN
