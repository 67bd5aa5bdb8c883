"""One indicator: the finding, the figure, the chart, its direction of travel, its commentary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.charts.choices import has_two_figures
from dashboard.charts.style import Figure, Size
from dashboard.components.actions import actions_list, events_list
from dashboard.components.commentary import commentary_card, doing_card
from dashboard.components.comparisons import comparisons_card
from dashboard.components.definition import definition_card
from dashboard.components.heading import figure as large_figure
from dashboard.components.heading import heading, target_said
from dashboard.components.outlook import outlook_card
from dashboard.components.quarters import quarters_card
from dashboard.components.ranking import ranking_card
from dashboard.components.text import named, page_link
from dashboard.components.usual_range import usual_range_card
from dashboard.domain.checks.claims import ClaimFinding, ClaimVerdict, judged_claims
from dashboard.domain.grammar import plural
from dashboard.domain.judgements.ranking import rankings_to_show
from dashboard.findings import authorities_ranking, record_of
from dashboard.pages.checks.choices import ChecksChoices
from dashboard.pages.files import indicator_files
from dashboard.pages.indicator.another import another
from dashboard.pages.indicator.chart import chart_card
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.indicator.places import authorities_place
from dashboard.pages.page import (
    Children,
    Content,
    Data,
    children,
    data,
    figure,
    href,
    shows,
)
from dashboard.pages.present.choices import PresentChoices
from dashboard.selection import Selection

At = Selection[IndicatorChoices]


@dataclass(frozen=True, kw_only=True)
class IndicatorContent(Content):
    """The places of an indicator's page, from the way to it down to its definition."""

    lead: Children = children()
    value: Children = children(hides=True)
    target: Children = children()
    chart: Figure = figure()
    has_chart: bool = shows("chart-box", "points-field")
    chart_says: Children = children()
    chart_notes: Children = children()
    cautions: Children = children(hides=True)
    beside_head: Children = children()
    beside_chart: Figure = figure()
    has_beside: bool = shows("beside-box")
    has_second_chart: bool = shows("beside-chart-box")
    beside_says: Children = children()
    beside_notes: Children = children()
    another: Data = data("another")
    points: Data = data("grid")
    excel_link: str = href()
    csv_link: str = href()
    travel: Children = children()
    doing: Children = children()
    below: Children = children(hides=True)
    outlook: Children = children(hides=True)
    by_quarter: Children = children(hides=True)
    usual: Children = children(hides=True)
    ranking: Children = children()
    authorities: Data = data("authorities")
    has_place: bool = shows("place")
    commentary: Children = children()
    about_indicator: Children = children()
    paper: Data = data("paper")


def content(at: At, size: Size) -> IndicatorContent:
    """The page for a selection with an indicator, its chart drawn at a size."""
    finding = at.finding
    card = chart_card(at, size)
    files = {file.text: file.href for file in indicator_files(at)}
    record = record_of(at.dataset, finding)
    counted = authorities_ranking(at.dataset, finding)
    places = rankings_to_show(finding.rankings, counted)
    second = card.second
    outlook, place = outlook_card(finding), ranking_card(finding, places, counted)
    by_quarter, usual = quarters_card(finding), usual_range_card(finding)
    has_chart = bool(card.main.model.lines)
    return IndicatorContent(
        title=f"{finding.indicator.name}, {at.quarter.label}",
        said=finding.headline,
        notes=card.notes,
        shown=card.shown,
        lead=[named(at.portfolio_name, finding.indicator.name), *heading(finding)],
        value=None if has_two_figures(finding) else large_figure(finding),
        target=target_said(finding),
        chart=card.main.figure,
        has_chart=has_chart,
        chart_says=card.main.says,
        chart_notes=card.chart_notes,
        cautions=card.cautions(at.here),
        beside_head=card.second_head(at.here),
        beside_chart=second.figure if second else {},
        has_beside=card.beside is not None,
        has_second_chart=second is not None,
        beside_says=second.says if second else "",
        beside_notes=card.second_notes,
        another=another(at, card.shown.beside),
        points=card.table,
        excel_link=files["Excel"],
        csv_link=files["CSV"],
        travel=comparisons_card(finding, card.shown.measure == "number"),
        doing=doing_card(finding, lambda i: _link(at, i)),
        below=_below(outlook, by_quarter, place, usual, has_chart),
        outlook=outlook,
        by_quarter=by_quarter,
        usual=usual,
        ranking=place,
        authorities=authorities_place(at, card.shown, counted),
        has_place=bool(place),
        commentary=[
            *commentary_card(finding.commentary, lambda i: _link(at, i)),
            *actions_list(finding.actions),
            *events_list(finding.events, card.main.model.events),
            *_printed(at, judged_claims(record, at.quarter)),
        ],
        about_indicator=definition_card(finding),
        paper={"sheet": _sheet(at), "dataset": at.dataset.version},
    )


def _below(
    outlook: Sequence[Component],
    by_quarter: Sequence[Component],
    place: Sequence[Component],
    usual: Sequence[Component],
    table: bool,
) -> Children:
    """The links to the cards under the first screen."""
    cards = (
        ("outlook", "Outlook", outlook),
        ("by-quarter", "Quarter by quarter", by_quarter),
        ("points-field", "Figures", table),
        ("place", "Place among authorities", place),
        ("usual", "Usual range", usual),
        ("commentary", "Commentary", True),
        ("definition", "About this indicator", True),
    )
    links = [html.A(text, href=f"#{name}") for name, text, there in cards if there]
    return [html.Span("Below:"), *links]


def _link(at: At, indicator: str) -> str:
    return at.here.to(IndicatorChoices, indicator=indicator).href


def _sheet(at: At) -> str:
    """The query that asks for the sheet which the browser prints for the page."""
    return at.dated.to(PresentChoices, show="all", slide=at.finding.indicator.id).search


def _printed(at: At, claims: Sequence[ClaimFinding]) -> list[Component]:
    """A quiet way to the checks, where a report printed arrows about this indicator."""
    if not claims:
        return []
    verdicts = [claim.verdict for claim in claims]
    differ = verdicts.count(ClaimVerdict.CONTRADICTS)
    agree, cannot = verdicts.count(ClaimVerdict.AGREES), verdicts.count(ClaimVerdict.CANNOT)
    text = (
        f"{len(claims)} printed claims: {agree} {plural(agree, 'agrees', 'agree')}, "
        f"{cannot} cannot be checked"
    )
    if differ:
        text = f"{differ} printed {plural(differ, 'arrow differs', 'arrows differ')}"
    return [html.P(page_link(text, at.here.to(ChecksChoices).href), className="quiet")]
