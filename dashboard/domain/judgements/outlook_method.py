"""Choose how a figure's year end is looked ahead to, or say why it is not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from math import inf

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import WHOLE, Unit
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.facts.year import YearKind, year_kind
from dashboard.domain.judgements.forecast import Forecast, Method
from dashboard.domain.judgements.intervals import Interval
from dashboard.domain.judgements.outlook_pace import by_pace
from dashboard.domain.judgements.outlook_years import (
    YEARS_FOR_INTERVAL,
    by_now,
    by_years,
    earlier_years,
)
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.travel import UNSTATED

_ASK = "is it a running average?"


def forecast(indicator: Indicator, line: Line) -> Forecast | str:
    """The year end of a line whose latest figure is a quarter's, or why there is none."""
    basis = line.series.basis
    if basis in (Basis.SNAPSHOT, Basis.ROLLING_12M):
        found = _of_levels(indicator, line)
    elif basis is Basis.YEAR_TO_DATE:
        found = _of_totals_so_far(indicator, line)
    elif basis is Basis.YEAR_TO_DATE_AVERAGE:
        found = _of_averages(indicator, line)
    elif basis is Basis.PERIOD:
        found = _of_periods(indicator, line)
    elif basis is Basis.UNSTATED:
        found = UNSTATED
    else:
        found = "a figure for three years hardly moves within one"
    return found if isinstance(found, str) else _within_bounds(indicator, line, found)


def _of_levels(indicator: Indicator, line: Line) -> Forecast | str:
    """The year end of a state on the last day, or of a figure for twelve months."""
    if not line.series.seasonal:
        return by_pace(indicator, line)
    if line.series.basis is Basis.ROLLING_12M:
        return "it is marked seasonal, and a figure for twelve months has no season"
    years, now = earlier_years(indicator, line), by_now(line, line.latest.period)
    if now is None or len(years) < YEARS_FOR_INTERVAL:
        return "it is seasonal, and it takes three earlier years to know its season"
    return by_years(line, now, years)


def _of_averages(indicator: Indicator, line: Line) -> Forecast | str:
    years, now = earlier_years(indicator, line), by_now(line, line.latest.period)
    if now is None:
        return "there is no figure"
    if len(years) >= YEARS_FOR_INTERVAL:
        return by_years(line, now, years)
    rule = "The average of the year so far. It takes three earlier years for a range."
    return Forecast(Method.AVERAGE_SO_FAR, partial(Reason, rule), centre=float(now))


def _of_totals_so_far(indicator: Indicator, line: Line) -> Forecast | str:
    """The year end of a total or share that adds up from April."""
    fall = first_fall(line)
    if fall is not None:
        return f"it fell within {fall.financial_year.label}, which a total so far cannot: {_ASK}"
    years, now = earlier_years(indicator, line), by_now(line, line.latest.period)
    if now is None:
        return "there is no figure"
    if years:
        found = by_years(line, now, years)
    elif line.series.seasonal:
        return "it is seasonal, and no earlier year is known by quarter"
    elif now <= 0:
        return "there is nothing so far this year to go by"
    else:
        found = _at_even_pace(line, now)
    passes = not isinstance(found, str) and (found.centre or 0) > WHOLE
    if _is_share(indicator, line) and (now > WHOLE or passes):
        return f"at this rate it would pass 100%, which a share so far cannot: {_ASK}"
    return found


def _at_even_pace(line: Line, now: Decimal) -> Forecast:
    quarter = line.latest.period.quarter
    rule = (
        "The figure so far, times four, divided by the quarters gone. No earlier year is known by "
        "quarter, so there is no range."
    )
    return Forecast(Method.EVEN_PACE, partial(Reason, rule), float(now * QUARTERS / quarter))


def _of_periods(indicator: Indicator, line: Line) -> Forecast | str:
    """The year's total of a figure for each quarter alone."""
    kind = year_kind(indicator, line)
    if kind is YearKind.AVERAGE:
        return "its quarters do not add up to a year"
    if kind is YearKind.UNKNOWN:
        return "no stated year tells whether its quarters add up to one"
    now = by_now(line, line.latest.period)
    if now is None:
        return "a quarter of this year is missing, or not comparable with the others"
    years = earlier_years(indicator, line)
    if not years:
        return "no earlier year is known by quarter"
    if any(year.end < year.by_now for year in years):
        return "an earlier year is stated as less than its first quarters add up to"
    return by_years(line, now, years)


def first_fall(line: Line) -> Period | None:
    """The first quarter or year end since the last break that is below one earlier in its year."""
    highest: dict[Period, Decimal] = {}
    for point in line.unbroken:
        year, value = point.period.financial_year, point.value
        is_known = point.period.quarter or point.period.kind is PeriodKind.FINANCIAL_YEAR
        if value is None or not is_known:
            continue
        if value < highest.get(year, value):
            return point.period
        highest[year] = value
    return None


def _is_share(indicator: Indicator, line: Line) -> bool:
    """Whether a figure is a share of a whole, so that it cannot pass 100%."""
    return indicator.unit is Unit.PERCENT and not line.series.above_100


def _within_bounds(indicator: Indicator, line: Line, found: Forecast) -> Forecast:
    """The forecast within what the figure can be, as long as its own figures keep to that."""
    interval = found.interval
    ends = [found.centre] if interval is None else [found.centre, interval.low, interval.high]
    known = [end for end in ends if end is not None]
    low = _least(indicator, line, min(known, default=0))
    high = _most(indicator, line, found, max(known, default=0))
    if all(low <= end <= high for end in known):
        return found
    if interval is not None:
        interval = Interval(*(min(max(end, low), high) for end in (interval.low, interval.high)))
    centre = None if found.centre is None else min(max(found.centre, low), high)
    return replace(found, centre=centre, interval=interval)


def _least(indicator: Indicator, line: Line, lowest: float) -> float:
    """The least that the year can end at, for a forecast that goes as low as `lowest`."""
    if line.series.basis in (Basis.YEAR_TO_DATE, Basis.PERIOD):
        return float(by_now(line, line.latest.period) or 0)
    bounded = indicator.unit in (Unit.PERCENT, Unit.RATE, Unit.COUNT) or _is_amount(indicator)
    # The figures are many, and asked only where they would hold the forecast up.
    return 0.0 if lowest < 0 and bounded and min(_values(line)) >= 0 else -inf


def _most(indicator: Indicator, line: Line, found: Forecast, highest: float) -> float:
    """The most that the year can end at, for a forecast that goes as high as `highest`."""
    is_share = _is_share(indicator, line) and not found.is_counted
    return float(WHOLE) if highest > WHOLE and is_share and max(_values(line)) <= WHOLE else inf


def _values(line: Line) -> list[Decimal]:
    return [p.value for p in line.unbroken if p.value is not None]


def _is_amount(indicator: Indicator) -> bool:
    """Whether figures are of a unit of their own that is not money, such as days."""
    return indicator.unit in (Unit.YEARS, Unit.OTHER) and not indicator.measure.is_money
