"""Compare the latest figure with earlier ones and other areas, like for like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Area, Basis, Indicator, Judgement
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Measure, formatted_difference, rounded
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.facts.record import Observation
from dashboard.domain.facts.year import is_total, year_end
from dashboard.domain.judgements.comparable import comparable

OVERLAP = "windows of 36 months that overlap do not compare"
UNSTATED = "the report does not say over what period its quarters run"


class Against(StrEnum):
    """The standard comparisons, in the order in which they are shown."""

    PREVIOUS_QUARTER = "previous quarter"
    SAME_QUARTER = "same quarter last year"
    YEAR_END = "last year end"
    PREVIOUS_YEAR = "last year"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Change:
    """The change between two figures, at the precision of the less precise one.

    `amount` is signed; `count` is the same change in people or events, None unless both have one.
    """

    amount: Decimal
    decimals: int
    measure: Measure
    judgement: Judgement
    count: Decimal | None = None

    @property
    def arrow(self) -> str:
        """An arrow for the direction of the figure, whether or not that is good."""
        return arrow(self.amount)

    @property
    def size(self) -> str:
        """The size of the change with its unit, without a sign: "3.0 points"."""
        return formatted_difference(self.amount, self.decimals, self.measure)

    @property
    def has_count(self) -> bool:
        """Whether it can be said in people or events: both are known and move the same way."""
        count, amount = self.count, self.amount
        return count is not None and (count > 0, count < 0) == (amount > 0, amount < 0)


def arrow(amount: Decimal) -> str:
    """The arrow of a change by `amount`."""
    return "▲" if amount > 0 else "▼" if amount < 0 else "↔"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison; where `change` is None, `omitted` says why.

    `here` is our side, the latest figure; `is_broken` if a break in the series lies between.
    """

    against: Against
    label: str
    here: Decimal | None = None
    there: Observation | None = None
    there_decimals: int = 0
    area: Area | None = None
    change: Change | None = None
    caveat: str = ""
    omitted: str = ""
    is_broken: bool = False


def change_between(
    indicator: Indicator, here: Decimal, there: Decimal, decimals: int, count: Decimal | None = None
) -> Change:
    """The change from `there` to `here`, with both first rounded to `decimals`, as displayed."""
    amount = rounded(here, decimals) - rounded(there, decimals)
    return Change(amount, decimals, indicator.measure, indicator.judge(amount), count)


def direction_of_travel(
    indicator: Indicator, known: KnownFigures, comparator_areas: tuple[Area, ...]
) -> tuple[Comparison, ...]:
    """The standard comparisons for the latest figure, in order; empty without a figure."""
    line = known.main
    if line is None or line.latest.value is None:
        return ()
    latest = line.latest
    if latest.period.kind is PeriodKind.QUARTER:
        own = [
            _previous_quarter(indicator, line, latest),
            _same_quarter(indicator, line, latest),
            _last_year_end(indicator, line, latest),
        ]
    else:
        own = [_previous_year(indicator, line, latest)]
    areas = [_against_area(indicator, known, line, area) for area in comparator_areas]
    if not known.comparators:
        areas = [Comparison(Against.AREA, "Other areas", omitted="no comparator in this dataset")]
    return tuple(comparison for comparison in (*own, *areas) if comparison)


def _with(
    indicator: Indicator,
    line: Line,
    latest: Observation,
    there: Observation | None,
    against: Against,
    label: str,
    period: Period,
) -> Comparison:
    """A comparison with the council's own figure for `period`, or why there is none."""
    if there is None:
        return Comparison(against, label, omitted=no_figure(period))
    if line.is_broken(there, latest):
        return Comparison(against, label, there=there, omitted=broken(line), is_broken=True)
    if there.value is None or latest.value is None:
        reason = there.symbol.label if there.symbol else "not known"
        return Comparison(against, label, there=there, omitted=reason)
    count = None
    counted = line.is_counted(indicator)
    if counted and latest.numerator is not None and there.numerator is not None:
        count = latest.numerator - there.numerator
    places = min(line.decimals_of(latest), line.decimals_of(there))
    return Comparison(
        against=against,
        label=label,
        here=latest.value,
        there=there,
        there_decimals=line.decimals_of(there),
        area=line.area,
        change=change_between(indicator, latest.value, there.value, places, count),
        caveat=UNSTATED if line.series.basis is Basis.UNSTATED else "",
    )


def no_figure(period: Period) -> str:
    """Why nothing compares with a period: "no figure for Q3 2015/16"."""
    return f"no figure for {period.label}"


def broken(line: Line) -> str:
    """Why nothing compares across the line's last break: "new definition from 2024/25"."""
    return f"new definition from {line.unbroken[0].period.label}"


def deciding_comparison(line: Line | None, travel: Sequence[Comparison]) -> Comparison | None:
    """The comparison over time that alone decides whether an indicator is better or worse.

    Where it cannot be made it holds the reason, and no other stands in for it; None where the
    figure has none.
    """
    if line is None:
        return None
    wanted = _deciding(line)
    found = [c for against in wanted for c in travel if c.against is against]
    return next((c for c in found if c.change), found[0] if found else None)


def deciding_alone(indicator: Indicator, line: Line) -> Comparison | None:
    """What `deciding_comparison` finds, without the comparisons that decide nothing."""
    latest = line.latest
    if latest.value is None:
        return None
    if not latest.period.quarter:
        return deciding_comparison(line, [_previous_year(indicator, line, latest)])
    makers = {Against.SAME_QUARTER: _same_quarter}
    wanted = [makers.get(each, _last_year_end) for each in _deciding(line)]
    return deciding_comparison(line, [make(indicator, line, latest) for make in wanted])


_BY_QUARTER = (Basis.PERIOD, Basis.YEAR_TO_DATE, Basis.YEAR_TO_DATE_AVERAGE)


def _deciding(line: Line) -> tuple[Against, ...]:
    quarter = line.latest.period.quarter
    if not quarter or line.series.basis is Basis.ROLLING_36M:
        return (Against.PREVIOUS_YEAR,)
    if line.series.basis is Basis.PERIOD:
        return (Against.SAME_QUARTER,)
    if line.series.seasonal or line.series.basis in _BY_QUARTER:
        # At Q4 last year end is the same quarter of last year.
        return (Against.SAME_QUARTER, Against.YEAR_END)[: 1 + (quarter == QUARTERS)]
    return (Against.YEAR_END,)


def _previous_quarter(indicator: Indicator, line: Line, latest: Observation) -> Comparison:
    period = latest.period.shifted(-1)
    against, label = Against.PREVIOUS_QUARTER, period.label
    if line.series.basis is Basis.YEAR_TO_DATE:
        return Comparison(against, label, omitted="the figure builds up from April")
    if line.series.basis is Basis.PERIOD:
        return Comparison(against, label, omitted="see the same quarter of last year")
    if line.series.basis is Basis.ROLLING_36M:
        return Comparison(against, label, omitted=OVERLAP)
    there = line.at(period)
    if there is None and latest.period.quarter == 1 and line.at(period.financial_year):
        return Comparison(against, label, omitted="that is last year end")
    return _with(indicator, line, latest, there, against, label, period)


def _same_quarter(indicator: Indicator, line: Line, latest: Observation) -> Comparison:
    period = latest.period.year_before()
    if line.series.basis is Basis.ROLLING_36M:
        return Comparison(Against.SAME_QUARTER, period.label, omitted=OVERLAP)
    there = line.at(period)
    has_year_end = period.quarter == QUARTERS and line.at(period.financial_year) is not None
    if there is None and has_year_end and line.series.basis is not Basis.PERIOD:
        return Comparison(Against.SAME_QUARTER, period.label, omitted="that is last year end")
    return _with(indicator, line, latest, there, Against.SAME_QUARTER, period.label, period)


def _last_year_end(indicator: Indicator, line: Line, latest: Observation) -> Comparison:
    year = latest.period.financial_year.shifted(-1)
    against, label = Against.YEAR_END, f"Last year end, {year.label}"
    there = year_end(indicator, line, year)
    if line.series.basis is Basis.PERIOD:
        return Comparison(against, label, omitted="a quarter is not a year")
    if line.series.basis is Basis.ROLLING_36M:
        return _three_years_before(indicator, line, latest)
    if line.series.basis is Basis.YEAR_TO_DATE and latest.period.quarter < QUARTERS:
        return Comparison(against, label, omitted="part of a year against a whole year")
    return _with(indicator, line, latest, there, against, label, year)


def _three_years_before(indicator: Indicator, line: Line, latest: Observation) -> Comparison:
    """The comparison with the latest 36-month total that does not overlap this one."""
    period = latest.period.shifted(-12)
    there, against = line.at(period), Against.PREVIOUS_YEAR
    return _with(indicator, line, latest, there, against, period.label, period)


def _previous_year(indicator: Indicator, line: Line, latest: Observation) -> Comparison:
    window = latest.period.last - latest.period.first + 1 if latest.period.last else 1
    if line.series.basis is Basis.ROLLING_36M:
        window = 3
    period = latest.period.shifted(-window)
    snapshot = line.series.basis is Basis.SNAPSHOT
    financial = latest.period.kind is PeriodKind.FINANCIAL_YEAR
    name = "Last year end" if financial and snapshot else "Last year"
    label = f"{name}, {period.label}" if window == 1 else period.label
    there = line.at(period) or (year_end(indicator, line, period) if financial else None)
    return _with(indicator, line, latest, there, Against.PREVIOUS_YEAR, label, period)


def _against_area(indicator: Indicator, known: KnownFigures, line: Line, area: Area) -> Comparison:
    other = next((each for each in known.comparators if each.area.id == area.id), None)
    if other is None:
        return Comparison(Against.AREA, area.name, area=area, omitted="no figure in this dataset")
    if is_total(indicator):
        reason = "totals of areas of different sizes"
        return Comparison(Against.AREA, area.name, area=area, omitted=reason)
    there = comparable(line, other)
    if there is None or there.value is None or line.latest.value is None:
        reason = (
            "part of a year against a whole year"
            if line.series.basis is Basis.YEAR_TO_DATE
            else "no figure for a period of the same kind"
        )
        return Comparison(Against.AREA, area.name, area=area, omitted=reason)
    decimals = min(line.decimals_of(line.latest), other.decimals_of(there))
    return Comparison(
        against=Against.AREA,
        label=f"{area.short_name}, {there.period.label}",
        here=line.latest.value,
        there=there,
        there_decimals=other.decimals_of(there),
        area=area,
        change=change_between(indicator, line.latest.value, there.value, decimals),
        caveat=UNSTATED if line.series.basis is Basis.UNSTATED else "",
    )
