"""Show the overview as small charts, one card per indicator, a time axis per portfolio."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
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
    years: int = 0,
) -> dict[str, Any]:
    """The cards as plain data for assets/gallery.js, from pairs of a heading and its findings.

    The charts of a group have one time axis: of its figures, or of the last `years`.
    """
    made = [
        {"heading": heading, "rows": _cards(findings, quarter, country, href, years)}
        for heading, findings in groups
        if findings
    ]
    caption = f"Indicators as at {quarter.label}"
    return {"form": "charts", "caption": caption, "empty": empty, "groups": made}


def _cards(
    findings: Sequence[IndicatorFinding],
    quarter: Period,
    country: Area | None,
    href: Callable[[str], str],
    years: int,
) -> list[dict[str, Any]]:
    """The cards of one portfolio, on one time axis."""
    choices = ChartChoices(compare=(country.id,) if country else (), intervals=False)
    began = quarter.financial_year.shifted(-years).end
    if years:
        choices = replace(choices, first=began.year)
    # The charts share a time axis, so if one has no quarters, all show the long run.
    elif any(choices.on(finding).span == "long" for finding in findings if finding.known.main):
        choices = replace(choices, span="long")
    models = [chart_model(finding, choices) for finding in findings]
    start = began if years else min((m.start for m in models if m.lines), default=quarter.start)
    pairs = zip(findings, models, strict=True)
    return [_card(f, quarter, model, start, href) for f, model in pairs]


def _card(
    finding: IndicatorFinding,
    quarter: Period,
    drawn: ChartModel,
    start: date,
    href: Callable[[str], str],
) -> dict[str, Any]:
    mark = mark_of(finding.standing)
    return {
        "name": finding.indicator.name,
        "href": href(finding.indicator.id),
        "mark": mark,
        "alt": mark.label,
        "find": searched(finding),
        "polarity": finding.indicator.polarity.label,
        "figure": given(figure_cell(finding, quarter)),
        "verdict": given(target_cell(finding)),
        "says": finding.headline,
        "chart": small_chart(drawn, start),
    }
