"""Figures, columns and signs as an Exception Report prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.as_at import stated
from dashboard.domain.facts.indicator import Judgement, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Measure, Unit
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.domain.facts.record import Observation, Record, Symbol
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.change import is_beyond_chance
from dashboard.domain.judgements.outlook_chance import year_target
from dashboard.domain.judgements.status import Status
from dashboard.domain.judgements.travel import Against, Comparison
from dashboard.domain.wording.verdict import chance_said
from dashboard.reports.wording import (
    BAD,
    DOWN,
    GOOD,
    LEVEL,
    NUMBER_AND_RATE,
    PUBLISHED,
    SYMBOLS,
    TARGET,
    UP,
    YEAR_END,
)

_YEARS_BACK = 2
PERIODS = 5
_ARROWS = {"▲": UP, "▼": DOWN, "↔": LEVEL}
_MARKS = {Judgement.BETTER: GOOD, Judgement.WORSE: BAD}
_APPENDIX = re.compile(r"(?P<title>[^,]+\(.+\)), (?P<appendix>[^,]+)$")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the history: the year above it, its own heading if any, and its figure.

    Neighbouring columns of the same year share one cell above them. `stated` says of a figure
    that a later report states it: "as stated in Q3 2016/17".
    """

    over: str
    name: str
    figure: str
    stated: str = ""


def history(record: Record, finding: IndicatorFinding) -> tuple[_Column, ...]:
    """Earlier years with figures, this year's quarters, its outturn if stated, and the target.

    If the indicator is measured by official statistics, their latest periods instead.
    """
    main = finding.known.main
    year = finding.quarter.financial_year
    wanted = year_target(finding.targets, year)
    wanted = wanted or finding.target.target
    target = wanted.printed if wanted else ""
    told = stated_in(wanted, finding.quarter) if wanted else ""
    if main is not None and main.origin is Origin.PUBLISHED:
        points = main.points[-PERIODS:]
        found = [_Column(PUBLISHED, p.period.label, _cell(record, p, main)) for p in points]
        return (*_label(record, points), *found, _Column(PUBLISHED, TARGET, target, told))
    rows = _stated(record, finding.quarter)

    def column(over: str, name: str, period: Period) -> _Column:
        row = rows.get(period)
        later = stated_in(row, finding.quarter) if row and row.value is not None else ""
        return _Column(over, name, _cell(record, row), later)

    shown = _year_shown(rows, year)
    columns = [*_label(record, rows.values())]
    for back in range(_YEARS_BACK, 0, -1):
        before = shown.shifted(-back)
        if before in rows:
            columns.append(column(long_year(before), "", before))
    for number in range(1, 5):
        quarter = Period(PeriodKind.QUARTER, shown.first, number)
        columns.append(column(long_year(shown), f"Q{number}", quarter))
    if shown in rows:
        columns.append(column(long_year(shown), YEAR_END, shown))
    return (*columns, _Column(TARGET, "", target, told))


def stated_later(columns: Iterable[_Column]) -> str:
    """Which figures a later report states: "As stated in Q3 2016/17: 2015/2016, Q1, Q2."; or ""."""
    found: dict[str, list[str]] = {}
    for column in columns:
        if column.stated:
            found.setdefault(column.stated, []).append(column.name or column.over)
    return " ".join(f"{capitalised(words)}: {', '.join(names)}." for words, names in found.items())


def _year_shown(rows: Mapping[Period, Observation], year: Period) -> Period:
    """The given year, or the last one with figures if it has none yet."""
    years = [p.financial_year for p, row in rows.items() if row.symbol is not Symbol.NOT_DUE]
    return max(years, key=lambda each: each.order) if years and year not in years else year


def _label(record: Record, rows: Iterable[Observation]) -> tuple[_Column, ...]:
    """The column that labels numbers with their rates; none for other figures."""
    dual = any(row.numerator is not None for row in rows)
    dual = dual and record.indicator.unit in (Unit.RATE, Unit.PERCENT)
    return (_Column("", "", NUMBER_AND_RATE),) if dual else ()


def _stated(record: Record, quarter: Period) -> dict[Period, Observation]:
    """The council's returns as known at the quarter by period, those not yet due included."""
    found: dict[Period, list[Observation]] = {}
    for row in record.observations:
        ours = row.area == record.council and row.origin is Origin.REPORTED
        due = row.symbol is Symbol.NOT_DUE or row.ends <= quarter.end
        if ours and due:
            found.setdefault(row.period, []).append(row)
    return {period: stated(rows, quarter) for period, rows in found.items()}


def _cell(record: Record, row: Observation | None, line: Line | None = None) -> str:
    """A figure as the report printed it; with a `line`, as the screen writes it."""
    if row is None:
        return ""
    if row.value is None:
        return SYMBOLS[row.symbol] if row.symbol else ""
    measure = record.indicator.measure
    value = line.said(record.indicator, row) if line else _value(row.value, measure)
    text = value if row.numerator is None else f"{row.numerator:,} ({value})"
    return f"{text} ({row.mark})" if row.mark else text


def _value(value: Decimal, measure: Measure) -> str:
    if measure.unit is Unit.PERCENT:
        return f"{value}%"
    return measure.money(f"{value:,}") if measure.is_money else f"{value:,}"


def long_year(year: Period) -> str:
    """A financial year with both years in full: "2015/2016"."""
    return f"{year.first}/{year.first + 1}"


def report_title(quarter: Period) -> str:
    """The title of a report that we write, which names the quarter."""
    year = long_year(quarter.financial_year)
    return f"Exception Reports (Quarter {quarter.quarter} {year})"


def page_title(record: Record, quarter: Period) -> str:
    """The title at the end of an indicator's page, taken from the quarter's own report if held."""
    sources = (row.source for row in record.observations if row.release == quarter)
    found = next(filter(None, map(_APPENDIX.search, sources)), None)
    if found is None:
        return report_title(quarter)
    return f"{found['appendix']} - {found['title'].strip()}"


def travel(finding: IndicatorFinding) -> tuple[tuple[str, str, Status], ...]:
    """Each comparison that can be made: its heading, its signs recomputed, its status."""
    found = {
        _heading(each): (_signs(finding, each), finding.change_status(each))
        for each in finding.travel
        if each.change
    }
    return tuple((heading, *signs) for heading, signs in found.items())


def _heading(comparison: Comparison) -> str:
    period = comparison.there.period if comparison.there else None
    if period is None:
        return "Current"
    year = period.financial_year
    short = f"{year.first % 100:02d}/{(year.first + 1) % 100:02d}"
    if comparison.against is Against.AREA and comparison.area:
        when = short if period.kind is PeriodKind.FINANCIAL_YEAR else period.label
        return f"Current vs. {comparison.area.short_name} ({when})"
    if period.quarter:
        return f"Current vs. Q{period.quarter} ({short})"
    when = f"{YEAR_END} ({short})" if period.kind is PeriodKind.FINANCIAL_YEAR else period.label
    return f"Current vs. {when}"


def _signs(finding: IndicatorFinding, comparison: Comparison) -> str:
    """The printed arrow and mark, and the words of chance where they qualify the mark."""
    change = comparison.change
    if change is None:
        return ""
    mark = _MARKS.get(change.judgement, "")
    real = finding.real_change(comparison)
    doubt = chance_said(real) if mark and not is_beyond_chance(real) else ""
    return " ".join(filter(None, (_ARROWS[change.arrow], mark, doubt)))
