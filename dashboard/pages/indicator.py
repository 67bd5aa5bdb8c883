"""One indicator: the finding, the figure, the chart, its direction of travel, its commentary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html

from dashboard.charts.style import Size
from dashboard.components.commentary import commentary_card
from dashboard.components.definition import definition_card
from dashboard.components.lead import figure, lead
from dashboard.components.outlook import outlook_card
from dashboard.components.place import place_card
from dashboard.components.text import page_link
from dashboard.components.travel import travel_card
from dashboard.domain.checks.claims import ClaimFinding, ClaimVerdict, judged_claims
from dashboard.domain.checks.forecast_backtest import past_outlooks
from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.finding import IndicatorFinding
from dashboard.findings import authorities_place, portfolio_findings, record_of
from dashboard.pages.chart import chart, chart_fields
from dashboard.pages.filters import indicator_choices, quarter_choices
from dashboard.pages.navigation import navigation
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
    drawn = chart(finding, findings, selection.view)
    places = [*finding.places, *filter(None, [authorities_place(dataset, finding)])]
    placed = place_card(finding, places)
    record = record_of(dataset, finding)
    scored = past_outlooks(record, selection.quarter)
    outlook = outlook_card(finding, scored)
    here = replace(selection.view, portfolio=indicator.portfolio_id, notes=())
    return Panel(
        title=f"{indicator.name}, {selection.quarter.label}",
        said=finding.headline,
        portfolio=indicator.portfolio_id,
        quarter=selection.quarter.id,
        quarters=quarter_choices(dataset.catalogue, selection),
        notes=notes((*selection.notes, *drawn.notes)),
        **_navigation(here, finding),
        indicator_class="page-tab active",
        indicator_hidden=False,
        indicator=indicator.id,
        indicators=indicator_choices(findings),
        crumbs=_crumbs(selection, findings, place, here),
        lead=lead(finding),
        value=figure(finding, drawn.options.number),
        **chart_fields(drawn, findings, here, size),
        csv_href=here.csv_href(selection.quarter.id),
        travel=[*travel_card(finding), *_printed(here, judged_claims(record, selection.quarter))],
        outlook=outlook,
        outlook_hidden=not outlook,
        place=placed,
        place_hidden=not placed,
        commentary=commentary_card(finding.commentary, lambda i: here.of_indicator(i).href),
        definition=definition_card(finding),
    )


def _printed(here: View, claims: Sequence[ClaimFinding]) -> list[Any]:
    """A quiet way to the checks, where a report printed arrows about this indicator."""
    if not claims:
        return []
    verdicts = [claim.verdict for claim in claims]
    differ = verdicts.count(ClaimVerdict.CONTRADICTS)
    agree, cannot = verdicts.count(ClaimVerdict.AGREES), verdicts.count(ClaimVerdict.CANNOT)
    verb = "agrees" if agree == 1 else "agree"
    text = f"{len(claims)} printed claims: {agree} {verb}, {cannot} cannot be checked"
    if differ:
        text = f"{differ} printed {'arrow differs' if differ == 1 else 'arrows differ'}"
    return [html.P(page_link(text, here.checks().href), className="quiet")]


def _navigation(here: View, finding: IndicatorFinding) -> dict[str, Any]:
    """The links; the one to Present leads to the indicator's own slide."""
    indicator = finding.indicator.id
    show = "exceptions" if finding.is_exception else "all"
    slide = replace(here.present(), show=show).of_slide(indicator).href
    return navigation(here, indicator) | {"indicator_href": here.href, "present_href": slide}


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
