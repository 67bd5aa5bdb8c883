"""How earlier outlooks at the same point of the year turned out, and when they withhold one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import comb

from dashboard.domain.facts.as_at import Line, known_figures
from dashboard.domain.facts.indicator import AreaKind, Indicator
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Record
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
    own = tuple(row for row in record.observations if row.area.kind is AreaKind.COUNCIL)
    # Other areas take no part, and are most of the rows.
    small = replace(record, observations=own)
    found = []
    for point in line.unbroken:
        if point.period.quarter != latest.quarter or point.period.first >= latest.first:
            continue
        end = year_end(record.indicator, line, point.period.financial_year)
        then = known_figures(small, point.period).main
        if end is None or end.value is None or then is None or then.origin is not line.origin:
            continue
        past = forecast(record.indicator, then) if then.latest.period == point.period else ""
        if isinstance(past, str) or past.interval is None:
            continue
        interval = in_own_unit(record.indicator, then, past)
        if interval is not None:
            low, high = Decimal(interval.low), Decimal(interval.high)
            found.append(PastOutlook(point.period, low, high, end.value))
    return tuple(found)


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
