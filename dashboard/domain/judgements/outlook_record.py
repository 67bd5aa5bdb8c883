"""How earlier outlooks at the same point of the year turned out, and when they withhold one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import comb

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import AreaKind, Indicator, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Observation, Record
from dashboard.domain.facts.year import year_end
from dashboard.domain.judgements.denominator import denominator, per
from dashboard.domain.judgements.forecast import SHARE, Forecast
from dashboard.domain.judgements.intervals import Interval
from dashboard.domain.judgements.outlook_method import forecast

_ONE_IN_20 = 0.05


@dataclass(frozen=True, slots=True)
class PastOutlook:
    """The interval as it was at a quarter's end, and the year-end figure that followed."""

    quarter: Period
    low: Decimal
    high: Decimal
    outturn: Decimal

    @property
    def held(self) -> bool:
        """Whether the year-end figure fell within the interval, ends included."""
        return self.low <= self.outturn <= self.high


def past_outlooks(record: Record, line: Line) -> tuple[PastOutlook, ...]:
    """The intervals of earlier years at this quarter of the year, oldest first.

    `line` is the record's main figure as known now. Each interval uses only what was known at its
    own quarter. Quarters that had no interval are left out, and so is what a break in the series
    makes incomparable.
    """
    latest = line.latest.period
    then_at = _lines_then(record, line)
    found = []
    for point in line.unbroken:
        if point.period.quarter != latest.quarter or point.period.first >= latest.first:
            continue
        end = year_end(record.indicator, line, point.period.financial_year)
        then = then_at(point)
        if end is None or end.value is None or then is None:
            continue
        past = forecast(record.indicator, then)
        if isinstance(past, str) or past.interval is None:
            continue
        interval = in_own_unit(record.indicator, then, past)
        if interval is not None:
            low, high = Decimal(interval.low), Decimal(interval.high)
            found.append(PastOutlook(point.period, low, high, end.value))
    return tuple(found)


def _lines_then(record: Record, line: Line) -> Callable[[Observation], Line | None]:
    """A function for the line as it was known when one of its quarters ended.

    None where the main figure was of the other origin then, or the quarter's was not stated.
    """
    # Other areas take no part, and are most of the rows.
    own = tuple(row for row in record.observations if row.area.kind is AreaKind.COUNCIL)
    stated = [row.period for row in own if row.origin is line.origin]
    once = len(set(stated)) == len(stated)

    def cut(point: Observation) -> Line | None:
        upto = bisect_right(line.points, point.ends, key=lambda each: each.ends)
        return Line(line.area, line.series, line.points[:upto])

    def chosen(point: Observation) -> Line | None:
        then = known_figures(replace(record, observations=own), point.period).main
        is_same = then and then.origin is line.origin and then.latest.period == point.period
        return then if is_same else None

    # Figures that were each stated once were known as they are now, and a return of the quarter
    # was its main figure; a published one was only where no return could be.
    always_main = line.origin is Origin.REPORTED or len(stated) == len(own)
    return cut if once and always_main else chosen


def in_own_unit(indicator: Indicator, line: Line, found: Forecast) -> Interval | None:
    """The interval in the figure's own unit, a count divided by its latest denominator.

    None without an interval, or where the denominator is not known closely enough.
    """
    if found.interval is None or not found.is_counted:
        return found.interval
    of, times = denominator(indicator, line.latest, line.decimals), per(indicator)
    if of is None or times is None or not of.is_close:
        return None
    scale = float(times / of.middle)
    return Interval(found.interval.low * scale, found.interval.high * scale)


def mostly_failed(past: Sequence[PastOutlook]) -> bool:
    """Whether so few held that chance would leave no more less than 1 time in 20.

    A binomial test of the 8 in 10 that should: 2 of 6, but not 3.
    """
    held, count = sum(each.held for each in past), len(past)
    chances = (comb(count, n) * SHARE**n * (1 - SHARE) ** (count - n) for n in range(held + 1))
    return count > 0 and sum(chances) < _ONE_IN_20
