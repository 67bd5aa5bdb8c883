"""Compare past outlooks with how their years ended."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Record
from dashboard.domain.facts.year import year_end
from dashboard.domain.judgements.outlook import Outlook, outlook
from dashboard.domain.judgements.target import NO_TARGET


@dataclass(frozen=True, slots=True)
class PastOutlook:
    """The outlook as it was at a quarter's end, and the year-end figure that followed."""

    quarter: Period
    outlook: Outlook
    outturn: Decimal

    @property
    def held(self) -> bool:
        """Whether the year-end figure fell within the outlook's interval, ends included."""
        low, high = self.outlook.low, self.outlook.high
        return low is not None and high is not None and low <= self.outturn <= high


def past_outlooks(record: Record, quarter: Period) -> tuple[PastOutlook, ...]:
    """The outlooks of years that have ended, oldest first.

    Each uses only what was known at its own quarter; quarters without an outlook are left out.
    """
    line = known_figures(record, quarter).main
    if line is None:
        return ()
    scored = []
    for point in line.points:
        if not 1 <= point.period.quarter <= 3:
            continue
        end = year_end(record.indicator, line, point.period.financial_year)
        then = known_figures(record, point.period).main
        if end is None or end.value is None or then is None or then.origin is not line.origin:
            continue
        past = outlook(record.indicator, then, NO_TARGET)
        if past and past.centre is not None:
            scored.append(PastOutlook(point.period, past, end.value))
    return tuple(scored)
