"""What a reader can choose in an indicator's chart, and which choices there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.domain.facts.as_at import Line
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding

YEARS_BACK = 2


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader has chosen: the number instead of the rate, all years, which comparators.

    `compare` holds area ids and the origin of the council's other series. `first` and `last` are
    the years in which figures end that are shown, 0 for no limit. `limits` are those of chance.
    """

    number: bool = False
    long_run: bool = False
    compare: frozenset[str] = frozenset()
    intervals: bool = False
    first: int = 0
    last: int = 0
    limits: bool = False


def can_choose_span(finding: IndicatorFinding) -> bool:
    """Whether the quarters and the long run are different pictures."""
    line = finding.known.main
    if line is None or not _has_quarters(line, finding.quarter):
        return False
    first = window_start(finding.quarter)
    every = (line, *finding.known.comparators)
    return any(each.points[0].ends < first for each in every)


def _has_quarters(line: Line, quarter: Period) -> bool:
    first = window_start(quarter)
    return any(p.period.quarter and p.ends > first for p in line.points)


def is_long_run(finding: IndicatorFinding, options: Options) -> bool:
    """Whether all years are shown: by choice, by chosen years, or where there are no quarters."""
    main, cut = finding.known.main, bool(options.first or options.last)
    return (
        options.long_run
        or options.limits
        or cut
        or main is None
        or not _has_quarters(main, finding.quarter)
    )


def window_start(quarter: Period) -> date:
    """Where the short view begins: two year ends before the current year's."""
    return quarter.financial_year.shifted(-YEARS_BACK).end


def years_shown(finding: IndicatorFinding) -> tuple[int, int] | None:
    """The first and the last year in which a figure of the council or a comparator ends."""
    known = finding.known
    lines = [line for line in (known.main, known.other, *known.comparators) if line]
    years = [point.ends.year for line in lines for point in line.points]
    return (min(years), max(years)) if years else None
