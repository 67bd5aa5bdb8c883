"""Show the overview as a table with one row per indicator."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from dashboard.charts.chart_model import ChartModel, chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.sparkline import TimeAxis, sparkline
from dashboard.components.cells import (
    country_cell,
    done_cell,
    figure_cell,
    quarter_cell,
    target_cell,
    year_cell,
)
from dashboard.components.grid import Cell, Column, Grid, GridRow, Group
from dashboard.domain.facts.indicator import Area
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.mark import mark_of

Href = Callable[[str], str]
Groups = Sequence[tuple[str, Sequence[IndicatorFinding]]]


def scorecard(
    groups: Groups,
    quarter: Period,
    country: Area | None,
    href: Href,
    empty: str,
    sorting: Mapping[str, tuple[str, str]],
) -> Grid:
    """The table, from pairs of a heading and its findings; `href` gives an indicator's address.

    `sorting` has the address that sorts by a column and how it is sorted now, by the order's name.
    """
    found = [finding for _, findings in groups for finding in findings]
    choices = ChartChoices(compare=(country.id,) if country else (), intervals=False)
    models = {finding.indicator.id: chart_model(finding, choices) for finding in found}
    axes = _axes(models.values())
    any_new = any(finding.is_new for finding in found)

    def column(name: str, by: str = "") -> Column:
        return Column(name, *sorting.get(by, ("", "")))

    year = quarter.financial_year.shifted(-1)
    dot = f", ●\u00a0{country.name}" if country else ""
    columns = (
        column("Indicator", "name"),
        Column(f"Trend: –\u00a0–\u00a0target{dot}", ticks=_ticks(axes, quarter)),
        column(quarter.label if any_new else "Latest figure"),
        column("Against target", "target"),
        column(f"Since {quarter.shifted(-1).short_label}", "quarter"),
        column(f"Since year end {year.label}", "year"),
        column(country.name if country else "Other areas", "england"),
        column("What is being done"),
    )
    rows = tuple(
        Group(name, tuple(_row(f, quarter, href, models[f.indicator.id], axes) for f in findings))
        for name, findings in groups
    )
    return Grid(f"Indicators as at {quarter.label}", columns, rows, empty)


def _axes(models: Collection[ChartModel]) -> dict[bool, TimeAxis]:
    """A time axis for the quarters and one for the long run: together, quarters were too narrow."""
    found = {}
    for long_run in (False, True):
        held = [each for each in models if each.long_run is long_run]
        if held:
            ends = min(each.start for each in held), max(each.end for each in held)
            found[long_run] = TimeAxis(*ends)
    return found


def _ticks(axes: Mapping[bool, TimeAxis], quarter: Period) -> Sequence[tuple[str, float]]:
    """The texts of the axis, where all rows share one."""
    if len(axes) != 1:
        return ()
    ((long_run, axis),) = axes.items()
    return axis.ticks(quarter, long_run)


def _row(
    finding: IndicatorFinding,
    quarter: Period,
    href: Href,
    model: ChartModel,
    axes: Mapping[bool, TimeAxis],
) -> GridRow:
    indicator, mark = finding.indicator, mark_of(finding.standing)
    cells = (
        Cell(
            indicator.name,
            indicator.polarity.label,
            href=href(indicator.id),
            mark=mark,
            alt=mark.label,
        ),
        Cell(line=sparkline(model, axes[model.long_run]), alt=finding.headline),
        figure_cell(finding, quarter),
        target_cell(finding),
        quarter_cell(finding),
        year_cell(finding),
        country_cell(finding),
        done_cell(finding),
    )
    return GridRow(cells, finding.status, searched(finding))


def searched(finding: IndicatorFinding) -> str:
    """The words that search matches: those of the name and the definition, each once."""
    indicator = finding.indicator
    words = re.findall(r"\w+", f"{indicator.name} {indicator.definition}".lower())
    return " ".join(dict.fromkeys(words))
