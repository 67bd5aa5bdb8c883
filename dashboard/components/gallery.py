"""Show the overview as small charts, one card per indicator, on a shared time axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from dashboard.charts.chart_model import ChartModel, chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.small_chart import small_chart
from dashboard.components.cells import figure_cell, target_cell
from dashboard.components.grid import given
from dashboard.components.scorecard import searched
from dashboard.domain.facts.indicator import Area
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.mark import mark_of


def gallery(
    groups: Sequence[tuple[str, Sequence[IndicatorFinding]]],
    quarter: Period,
    country: Area | None,
    href: Callable[[str], str],
    empty: str,
) -> dict[str, Any]:
    """The cards as plain data for assets/gallery.js, from pairs of a heading and its findings."""
    found = [finding for _, findings in groups for finding in findings]
    choices = ChartChoices(compare=(country.id,) if country else (), intervals=False)
    # The charts share a time axis, so if one has no quarters, all show the long run.
    if any(choices.on(finding).span == "long" for finding in found if finding.known.main):
        choices = replace(choices, span="long")
    models = {finding.indicator.id: chart_model(finding, choices) for finding in found}
    start = min((drawn.start for drawn in models.values()), default=quarter.start)
    return {
        "form": "charts",
        "caption": f"Indicators as at {quarter.label}",
        "empty": empty,
        "groups": [
            {
                "heading": heading,
                "cards": [_card(f, quarter, models[f.indicator.id], start, href) for f in findings],
            }
            for heading, findings in groups
            if findings
        ],
    }


def _card(
    finding: IndicatorFinding,
    quarter: Period,
    drawn: ChartModel,
    start: date,
    href: Callable[[str], str],
) -> dict[str, Any]:
    chart = small_chart(drawn, start)
    return {
        "name": finding.indicator.name,
        "href": href(finding.indicator.id),
        "status": finding.status,
        "mark": mark_of(finding.standing),
        "find": searched(finding),
        "polarity": finding.indicator.polarity.label,
        "figure": given(figure_cell(finding, quarter)),
        "verdict": given(target_cell(finding)),
        "says": finding.headline,
        "image": chart.image if chart else "",
        "labels": [asdict(label) for label in chart.labels] if chart else [],
    }
