"""Look ahead by earlier years: how their year ends compared with the figure at this quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from math import sqrt
from statistics import fmean

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import Period, PeriodKind, period_of
from dashboard.domain.facts.year import year_end
from dashboard.domain.judgements.forecast import SHARE, Forecast, Method
from dashboard.domain.judgements.intervals import Interval, student, variance
from dashboard.domain.judgements.reason import Reason

YEARS_FOR_INTERVAL = 3
_SMALLEST_SPREAD = 1e-9
"""Ratios that differ by less, as a share of their mean, differ only by binary rounding."""


@dataclass(frozen=True, slots=True)
class EarlierYear:
    """An earlier year's figure at this quarter of the year, and its year end."""

    year: Period
    by_now: Decimal
    end: Decimal

    @property
    def ratio(self) -> float:
        """The year end as a multiple of the figure at this quarter."""
        return float(self.end / self.by_now)


def from_ratios(now: float, ratios: Sequence[float]) -> tuple[float, Interval | None]:
    """The year end and its interval, from year end ÷ figure at this quarter of earlier years.

    There is an interval from three years on, unless all their ratios are the same.
    """
    mean = fmean(ratios)
    if len(ratios) < YEARS_FOR_INTERVAL:
        return now * mean, None
    spread = sqrt(variance(ratios))
    if spread <= _SMALLEST_SPREAD * abs(mean):
        return now * mean, None
    half = student(len(ratios) - 1, SHARE) * spread * sqrt(1 + 1 / len(ratios))
    return now * mean, Interval(now * (mean - half), now * (mean + half))


def by_now(line: Line, quarter: Period) -> Decimal | None:
    """The figure at a quarter, quarters of a period added up since April; None if unknown.

    None too where a break in the series lies within those quarters or after them.
    """
    return _by_now(line, quarter, line.unbroken[0].ends)


def _by_now(line: Line, quarter: Period, since: date) -> Decimal | None:
    first = 1 if line.series.basis is Basis.PERIOD else quarter.quarter
    total = Decimal(0)
    for number in range(first, quarter.quarter + 1):
        point = line.at(period_of(PeriodKind.QUARTER, quarter.first, number))
        if point is None or point.value is None or point.ends < since:
            return None
        total += point.value
    return total


def earlier_years(indicator: Indicator, line: Line) -> tuple[EarlierYear, ...]:
    """The complete years since the last break before the latest figure's, oldest first."""
    latest, unbroken = line.latest.period, line.unbroken
    quarters = sorted(
        (p.period for p in unbroken if p.period.quarter == latest.quarter),
        key=lambda period: period.order,
    )
    found = []
    for quarter in quarters:
        if quarter.first >= latest.first:
            continue
        then = _by_now(line, quarter, unbroken[0].ends)
        end = year_end(indicator, line, quarter.financial_year)
        if then is not None and end is not None and end.value is not None:
            found.append(EarlierYear(quarter.financial_year, then, end.value))
    return tuple(found)


def by_years(line: Line, now: Decimal, years: Sequence[EarlierYear]) -> Forecast | str:
    """The year end that earlier years point to, or why they point to none."""
    if now <= 0 or any(year.by_now <= 0 for year in years):
        return "a figure at this quarter is zero or less, so earlier years give no ratio"
    centre, interval = from_ratios(float(now), [year.ratio for year in years])
    return Forecast(
        method=Method.EARLIER_YEARS,
        why=partial(_reason, line, now, years),
        centre=centre,
        interval=interval,
        years=tuple(each.year for each in years),
    )


def _reason(line: Line, now: Decimal, years: Sequence[EarlierYear]) -> Reason:
    places = line.decimals
    rule = (
        "The figure now, times how many times the figure at this quarter earlier years ended at, "
        "on average."
    )
    if len(years) < YEARS_FOR_INTERVAL:
        rule += " It takes three earlier years for a range."
    numbers = (
        ("now", f"{now:,.{places}f}"),
        *(
            (
                year.year.label,
                f"{year.by_now:,.{places}f} at this quarter, {year.end:,.{places}f} "
                f"at the end: × {year.ratio:.4f}",
            )
            for year in years
        ),
    )
    return Reason(rule, numbers, "prediction interval of Student’s t")
