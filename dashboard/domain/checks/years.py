"""Check a year's own figure against what its quarters make of it, or could."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from dashboard.domain.checks.result import Check, CheckVerdict
from dashboard.domain.facts.as_at import KnownFigures, stated_rows
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted, rounded, stated_decimals
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.facts.record import Observation, Record
from dashboard.domain.facts.year import POOLED, SUMMED, year_of_quarters
from dashboard.domain.grammar import in_a_row
from dashboard.domain.judgements.reason import Reason

_SAME_MOMENT = "Both are the state at the year’s end, or the time up to it."
_FITS = Decimal("0.1")
"""How far a year may be from what its quarters could make, as a share of that."""


def check_years(record: Record, known: KnownFigures) -> Iterator[Check]:
    """Years whose own figure differs from what their quarters make."""
    for line in (known.main, known.other):
        if line is None:
            continue
        for point in line.points:
            if point.period.kind is PeriodKind.FINANCIAL_YEAR and point.value is not None:
                quarters = {
                    row.period: row
                    for row in stated_rows(record, line.area, line.origin, known.quarter)
                    if row.period.quarter and row.period.financial_year == point.period
                }
                yield from _against_quarters(record.indicator, line, point, quarters)


def _against_quarters(
    indicator: Indicator, line: Line, year: Observation, quarters: Mapping[Period, Observation]
) -> Iterator[Check]:
    unstated = line.series.basis is Basis.UNSTATED
    made = None if unstated else year_of_quarters(indicator, line, year.period, quarters)
    if made is None or made.value is None or year.value is None:
        yield from _against_all(indicator, line, year, quarters)
        return
    places = min(stated_decimals(made.value), stated_decimals(year.value))
    if rounded(made.value, places) == rounded(year.value, places):
        return
    texts = [_said(indicator, line, each) for each in (made.value, year.value)]
    name = {SUMMED: "four quarters add up to", POOLED: "four quarters together make"}.get(made.note)
    said = f"The {name}" if name else "The fourth quarter is stated as"
    why = "A year is the sum of its quarters." if name else _SAME_MOMENT
    yield Check(
        (indicator,),
        year.period.label,
        CheckVerdict.DIFFERS,
        f"{said} {texts[0]}, the year {'is stated as' if name else 'end as'} {texts[1]}",
        Reason(f"{why} The year’s own figure counts."),
    )


def _against_all(
    indicator: Indicator, line: Line, year: Observation, quarters: Mapping[Period, Observation]
) -> Iterator[Check]:
    """Whether the year is anything that four quarters of an unknown kind could make of it."""
    values = [row.value for row in quarters.values() if row.value is not None]
    if len(values) < QUARTERS or year.value is None:
        return
    possible = {"sum": sum(values, Decimal(0)), "mean": sum(values, Decimal(0)) / QUARTERS}
    if line.series.basis is Basis.UNSTATED:
        fourth = max(quarters, key=lambda period: period.end)
        possible["fourth quarter"] = quarters[fourth].value or Decimal(0)
    if any(abs(year.value - each) <= _FITS * abs(each) for each in possible.values()):
        return
    named = [f"the {name} ({_said(indicator, line, each)})" for name, each in possible.items()]
    yield Check(
        (indicator,),
        year.period.label,
        CheckVerdict.DIFFERS,
        f"The year, {_said(indicator, line, year.value)}, is not near {in_a_row(named)} of its "
        "quarters",
        Reason("A year is within a tenth of what its quarters make, or they are of other things."),
    )


def _said(indicator: Indicator, line: Line, value: Decimal) -> str:
    return formatted(value, line.decimals, indicator.measure)
