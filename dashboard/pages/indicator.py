"""One indicator: the finding, the figure, the chart, its direction of travel, its commentary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html

from dashboard.components.chart_words import chart_words
from dashboard.components.commentary import commentary_card
from dashboard.components.definition import definition_card
from dashboard.components.lead import figure, lead
from dashboard.components.place import place_card
from dashboard.components.points import points_grid
from dashboard.components.text import page_link
from dashboard.components.travel import travel_card
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.indicator import Indicator, Origin, Unit
from dashboard.figures.scene import Options, Scene, can_choose_span, can_show_number, scene
from dashboard.figures.style import Size
from dashboard.figures.time_series import axis_note, time_series
from dashboard.findings import authorities_place, portfolio_findings
from dashboard.pages.filters import indicator_choices, quarter_choices
from dashboard.pages.notes import notes
from dashboard.pages.panel import Panel
from dashboard.selection import Selection
from dashboard.store.dataset import Dataset
from dashboard.view import View


def indicator_page(
    dataset: Dataset, selection: Selection, indicator: Indicator, size: Size
) -> Panel:
    """The page for a selection with an indicator, its chart drawn at a size."""
    findings = portfolio_findings(dataset, indicator.portfolio_id, selection.quarter)
    place = next(n for n, f in enumerate(findings) if f.indicator.id == indicator.id)
    finding = findings[place]
    number = selection.view.measure == "number" and can_show_number(finding)
    choices = comparator_choices(finding, number)
    compare = chosen_comparators(selection.view, choices)
    options = Options(number, selection.view.span == "long", frozenset(compare))
    drawn = scene(finding, options)
    places = [*finding.places, *filter(None, [authorities_place(dataset, finding)])]
    placed = place_card(finding, places)
    here = replace(selection.view, portfolio=indicator.portfolio_id, notes=())
    return Panel(
        title=f"{indicator.name}, {selection.quarter.label}",
        said=finding.headline,
        portfolio=indicator.portfolio_id,
        quarter=selection.quarter.id,
        quarters=quarter_choices(dataset.catalogue, selection),
        notes=notes(selection.notes),
        overview_href=here.overview().href,
        indicator_href=here.href,
        indicator_class="page-tab active",
        indicator_hidden=False,
        indicator=indicator.id,
        indicators=indicator_choices(findings),
        crumbs=_crumbs(selection, findings, place, here),
        lead=lead(finding),
        value=figure(finding, number),
        measure="number" if number else "rate",
        measure_hidden=not can_show_number(finding),
        span="long" if drawn.long_run else "quarters",
        span_hidden=not can_choose_span(finding),
        comparators=choices,
        compare=compare,
        compare_hidden=not choices,
        figure=time_series(drawn, size) if drawn.lines else {"data": [], "layout": {}},
        chart_hidden=not drawn.lines,
        chart_says=chart_words(drawn, finding.headline),
        chart_notes=_chart_notes(drawn),
        points=points_grid(drawn).plain(),
        csv_href=here.csv_href(selection.quarter.id),
        travel=travel_card(finding),
        place=placed,
        place_hidden=not placed,
        commentary=commentary_card(finding.commentary, lambda i: here.of_indicator(i).href),
        definition=definition_card(finding),
    )


def comparator_choices(finding: IndicatorFinding, number: bool) -> list[dict[str, Any]]:
    """What can be laid beside the council's line: other areas, and its other series.

    Numbers are never laid beside another area's, so those choices wait while `number` is shown.
    """
    comparable = finding.indicator.unit is not Unit.COUNT
    choices: list[dict[str, Any]] = [
        {"label": line.area.name, "value": line.area.id, "disabled": number}
        for line in finding.known.comparators
        if comparable
    ]
    other = finding.known.other
    if other:
        council = other.area.name
        published = other.origin is Origin.PUBLISHED
        label = f"Published figures for {council}" if published else f"{council}’s own return"
        choices.append({"label": label, "value": other.origin.value})
    return choices


def chosen_comparators(view: View, choices: Sequence[dict[str, Any]]) -> list[str]:
    """Those of the address that there are; by default every area and not the other series."""
    offered = [choice["value"] for choice in choices]
    if view.compare is None:
        return [value for value in offered if value not in {origin.value for origin in Origin}]
    return [value for value in offered if value in view.compare]


def _chart_notes(drawn: Scene) -> list[html.Li]:
    texts = [note for note in (axis_note(drawn), *drawn.notes) if note]
    return [html.Li(text) for text in texts]


def _crumbs(
    selection: Selection, findings: Sequence[IndicatorFinding], place: int, here: View
) -> list[Any]:
    portfolio = selection.portfolio.name if selection.portfolio else ""
    trail = html.Nav(
        [
            page_link(portfolio, here.overview().href),
            html.Span(" › ", className="quiet", **{"aria-hidden": "true"}),
            html.Span(findings[place].indicator.name, **{"aria-current": "page"}),
        ],
        **{"aria-label": "Where you are"},
    )
    before = findings[place - 1] if place else None
    after = findings[place + 1] if place + 1 < len(findings) else None
    steps = html.Nav(
        [
            *_step(before, here, "‹ {}"),
            html.Span(f"{place + 1} of {len(findings)}", className="quiet"),
            *_step(after, here, "{} ›"),
        ],
        className="steps",
        **{"aria-label": "Other indicators of the portfolio"},
    )
    return [trail, steps]


def _step(finding: IndicatorFinding | None, here: View, form: str) -> list[html.A]:
    if finding is None:
        return []
    there = here.of_indicator(finding.indicator.id)
    return [page_link(form.format(finding.indicator.name), there.href)]
