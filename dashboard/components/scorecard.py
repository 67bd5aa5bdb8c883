"""Show the overview as a table with one row per indicator."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from dashboard.charts.chart_model import ChartModel, chart_model
from dashboard.charts.choices import ALONE
from dashboard.charts.sparkline import sparkline
from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.domain.facts.current import period_said
from dashboard.domain.facts.indicator import Area, AreaKind
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.forecast import LEVEL
from dashboard.domain.judgements.outlook_words import AS_IT_HAS
from dashboard.domain.judgements.status import Status
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.judgements.travel import Against, Comparison
from dashboard.domain.summary import chance_words, expected_year_end
from dashboard.domain.wording.ratio import times
from dashboard.domain.wording.verdict import change_said

A_YEAR = 12
YEAR_END = f"Year end: ranges hold {LEVEL}, {AS_IT_HAS}"
Href = Callable[[str], str]


def scorecard(
    groups: Sequence[tuple[str, Sequence[IndicatorFinding]]],
    quarter: Period,
    country: Area | None,
    href: Href,
    empty: str,
) -> Grid:
    """The table, from pairs of a heading and its findings; `href` gives an indicator's address."""
    found = [finding for _, findings in groups for finding in findings]
    models = {finding.indicator.id: chart_model(finding, ALONE) for finding in found}
    # Quarters and the long run have separate time axes, or a few quarters would be too narrow.
    starts = {
        long_run: min((s.start for s in models.values() if s.long_run is long_run), default=None)
        for long_run in (False, True)
    }
    any_new = any(finding.is_new for finding in found)
    with_outlook = any(expected_year_end(finding) for finding in found)
    columns = (
        "Indicator",
        "Trend, with target",
        quarter.label if any_new else "Latest figure",
        "Against target",
        f"Since {quarter.shifted(-1).short_label}" if any_new else "Since the quarter before",
        "Since last year end",
        f"Against {country.name if country else 'other areas'}",
        *((YEAR_END,) if with_outlook else ()),
    )
    rows = tuple(
        Group(
            name,
            tuple(
                _row(f, quarter, href, _trend(models[f.indicator.id], starts), with_outlook)
                for f in findings
            ),
        )
        for name, findings in groups
    )
    return Grid(f"Indicators as at {quarter.label}", columns, rows, empty)


def _trend(drawn: ChartModel, starts: dict[bool, date | None]) -> str:
    return sparkline(drawn, starts[drawn.long_run] or drawn.start)


def _row(
    finding: IndicatorFinding, quarter: Period, href: Href, trend: str, with_outlook: bool
) -> GridRow:
    indicator = finding.indicator
    cells = (
        Cell(indicator.name, _unit(finding), href=href(indicator.id)),
        Cell(image=trend, alt=finding.headline),
        figure_cell(finding, quarter),
        target_cell(finding),
        _change(finding, _first(finding, Against.PREVIOUS_QUARTER), _without_quarters(finding)),
        _change(finding, finding.deciding, "no figure"),
        _against_country(finding),
        *((_outlook(finding),) if with_outlook else ()),
    )
    return GridRow(cells, finding.status, searched(finding))


def _outlook(finding: IndicatorFinding) -> Cell:
    """The expected year end with what its heading does not say; never in colour."""
    text = expected_year_end(finding)
    if not text:
        return Cell("", "no outlook", Status.NONE)
    notes = finding.outlook.notes if finding.outlook else ""
    sub = "; ".join(filter(None, (_counted(finding), notes, chance_words(finding))))
    return Cell(capitalised(text), sub, Status.SAME)


def _counted(finding: IndicatorFinding) -> str:
    """What a year end in numbers counts; empty where it is in the figure's own unit."""
    found = finding.outlook
    return finding.indicator.counted(Decimal(2)) if found and found.counts else ""


def searched(finding: IndicatorFinding) -> str:
    """The words that search matches: those of the name and the definition, each once."""
    indicator = finding.indicator
    words = re.findall(r"\w+", f"{indicator.name} {indicator.definition}".lower())
    return " ".join(dict.fromkeys(words))


def _unit(finding: IndicatorFinding) -> str:
    """The polarity and the unit of the figure in words."""
    parts = (finding.indicator.polarity.label, finding.indicator.per_label)
    return ", ".join(part for part in parts if part)


def figure_cell(finding: IndicatorFinding, quarter: Period) -> Cell:
    """The latest figure with its count, and its period if that is not the quarter."""
    line = finding.known.main
    if line is None:
        return Cell("", "no figure yet", Status.NONE)
    latest = line.latest
    when = "" if latest.period == quarter else period_said(line, quarter)
    whose = "published" if finding.is_published else ""
    if latest.value is None:
        said = latest.symbol.label if latest.symbol else "not known"
        return Cell("", ", ".join(part for part in (said, when) if part), Status.NONE)
    main = line.said(finding.indicator, latest)
    count = ""
    if latest.numerator is not None and line.is_counted(finding.indicator):
        count = finding.indicator.count_said(latest.numerator)
    parts = (count, when, whose, stated_in(latest, quarter))
    return Cell(main, ", ".join(filter(None, parts)), "value-cell")


def target_cell(finding: IndicatorFinding) -> Cell:
    """The figure against its target, in people where there is a count."""
    target = finding.target
    if target.verdict is TargetVerdict.NONE:
        return Cell("", target.words, Status.NONE)
    sign = finding.target_sign
    words = sign + target.words if sign else capitalised(target.words)
    counted = finding.indicator.counted(target.count_gap) if target.count_gap else ""
    stated = stated_in(target.target, finding.quarter) if target.target else ""
    return Cell(words, ", ".join(filter(None, (counted, stated))), finding.target_status)


def _without_quarters(finding: IndicatorFinding) -> str:
    """Why there is no comparison with the previous quarter."""
    line = finding.known.main
    yearly = line is not None and line.latest.value is not None and not line.latest.period.quarter
    return "yearly figure only" if yearly else "no figure"


def _first(finding: IndicatorFinding, *wanted: Against) -> Comparison | None:
    return next((c for against in wanted for c in finding.travel if c.against is against), None)


def _change(finding: IndicatorFinding, comparison: Comparison | None, otherwise: str) -> Cell:
    if comparison is None:
        return Cell("", otherwise, Status.NONE)
    change = comparison.change
    if change is None:
        return Cell("", comparison.omitted, Status.NONE)
    word = change_said(change.judgement, finding.real_change(comparison))
    line = finding.known.main
    if comparison.against is Against.SAME_QUARTER:
        word += f", on {comparison.label}"
    elif (
        comparison.there
        and comparison.there.period.months > A_YEAR
        and comparison.against is not Against.AREA
    ):
        word += f", on {comparison.there.period.label}"
    elif (
        not finding.is_new and line and comparison.there and comparison.against is not Against.AREA
    ):
        word += f", {line.latest.period.short_label} on {comparison.there.period.short_label}"
    return Cell(f"{change.arrow} {change.size}", word, finding.change_status(comparison))


def _against_country(finding: IndicatorFinding) -> Cell:
    against = [c for c in finding.travel if c.against is Against.AREA]
    country = next((c for c in against if c.area and c.area.kind is AreaKind.COUNTRY), None)
    found = country or next(iter(against), None)
    if found is None or found.change is None or found.here is None or found.there is None:
        return Cell("", found.omitted if found else "no comparator in this dataset", Status.NONE)
    ratio = times(found.here, found.there.value or found.here, finding.indicator.unit)
    if ratio:
        change = found.change
        status = finding.change_status(found)
        word = change_said(change.judgement, finding.real_change(found))
        return Cell(f"{change.arrow} {ratio}", word, status)
    return _change(finding, found, "")
