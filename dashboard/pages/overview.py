"""The overview: a portfolio at a quarter, exceptions first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html

from dashboard.components.gallery import gallery
from dashboard.components.scorecard import scorecard
from dashboard.components.text import page_link
from dashboard.domain.facts.indicator import AreaKind, Portfolio
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.change_since import since_last_quarter
from dashboard.domain.portfolio.counts import counts
from dashboard.domain.portfolio.ordering import ordered, shown
from dashboard.domain.portfolio.overall import overall_headline
from dashboard.findings import portfolio_findings
from dashboard.pages.filters import quarter_choices
from dashboard.pages.navigation import navigation
from dashboard.pages.notes import notes
from dashboard.pages.panel import Panel
from dashboard.selection import Selection
from dashboard.store.dataset import Dataset
from dashboard.view import ALL_PORTFOLIOS, SHOWS, SORTS, View

MOST_NAMED = 6
Grouped = list[tuple[str, Sequence[IndicatorFinding]]]
EMPTY = {
    "all": "This portfolio has no indicators.",
    "exceptions": "No indicator is an exception in this quarter.",
    "others": "Every indicator is an exception in this quarter.",
}


def overview(dataset: Dataset, selection: Selection) -> Panel:
    """The page for a selection."""
    catalogue, quarter, view = dataset.catalogue, selection.quarter, selection.view
    found = {p.name: portfolio_findings(dataset, p.id, quarter) for p in selection.portfolios}
    everything = [finding for findings in found.values() for finding in findings]
    new = [finding for finding in everything if finding.is_new]
    headline = overall_headline(everything, quarter)
    since = _since(dataset, selection.portfolios, everything)
    name = selection.portfolio_name
    # An indicator of its own would open at its portfolio's latest, not at all portfolios' quarter.
    quarter_id = view.quarter if selection.portfolio else quarter.id
    here = replace(view, portfolio=selection.portfolio_value, quarter=quarter_id)
    country = next((a for a in catalogue.areas if a.kind is AreaKind.COUNTRY), None)
    drawn = (
        _groups(found, view, quarter.label),
        quarter,
        country,
        lambda indicator: here.of_indicator(indicator).href,
        EMPTY[view.show],
    )
    first = next((finding.indicator.id for finding in everything), "")
    return Panel(
        title=f"{name}, {quarter.label}",
        said=" ".join((headline, *_shown(selection, everything))),
        sentence=_sentence(name, headline, everything),
        portfolio=selection.portfolio_value,
        quarter=quarter.id,
        quarters=quarter_choices(catalogue, selection),
        notes=notes(selection.notes),
        overview_class="page-tab active",
        overview_hidden=False,
        show_hidden=False,
        show=view.show,
        overview_head=[
            html.H1(headline, tabIndex="-1"),
            html.P(
                [f"{name}. {_rule(new, view.sort)} ", html.B(since)],
                className="under",
            ),
            *_portfolio_note(selection),
            *_better_quarter(dataset, selection, len(everything), len(new)),
            html.P(_counts(everything), className="counts"),
            *_clear(selection, everything),
        ],
        tools_hidden=False,
        sort=view.sort,
        form=view.form,
        find=view.find,
        everywhere_href=replace(here.overview(), portfolio=ALL_PORTFOLIOS, quarter=quarter.id).href,
        everywhere_hidden=not (view.find and selection.portfolio and len(catalogue.portfolios) > 1),
        **navigation(here, first),
        rows=gallery(*drawn) if view.form == "charts" else scorecard(*drawn).plain(),
    )


def _sentence(name: str, headline: str, everything: Sequence[IndicatorFinding]) -> str:
    """The headline to be quoted, with the exceptions' names."""
    names = [finding.indicator.name for finding in everything if finding.is_exception]
    named = f" ({', '.join(names)})" if 0 < len(names) <= MOST_NAMED else ""
    return f"{name}: {headline}{named}."


def _since(
    dataset: Dataset, chosen: Sequence[Portfolio], everything: Sequence[IndicatorFinding]
) -> str:
    """What has changed since the quarter before."""
    if not everything:
        return ""
    earlier = everything[0].quarter.shifted(-1)
    before = [f for each in chosen for f in portfolio_findings(dataset, each.id, earlier)]
    return since_last_quarter(everything, before)


def _portfolio_note(selection: Selection) -> list[Any]:
    note = selection.portfolio.note if selection.portfolio else ""
    return [html.P(note, className="under")] if note else []


def _rule(new: Sequence[IndicatorFinding], sort: str) -> str:
    if not new:
        return "The latest figures stand below."
    rule = "An exception misses its target or is worse than last year."
    return f"{rule} Worst first." if sort == SORTS[0] else rule


def _groups(found: dict[str, tuple[IndicatorFinding, ...]], view: View, quarter: str) -> Grouped:
    several = len(found) > 1
    groups: Grouped = []
    for name, findings in found.items():
        read = shown(ordered(findings, view.sort), view.show)
        old = f"No new figure in {quarter}"
        groups.append((name if several else "", [f for f in read if f.is_new]))
        groups.append(
            (
                f"{name}: {old[:1].lower() + old[1:]}" if several else old,
                [f for f in read if not f.is_new],
            )
        )
    return groups


def _counts(everything: Sequence[IndicatorFinding]) -> list[Any]:
    return [
        html.Span([html.B(each.number, className=each.status or None), f" {each.words}"])
        for each in counts(everything)
    ]


def _shown(selection: Selection, everything: Sequence[IndicatorFinding]) -> list[str]:
    """How many rows the filter leaves, where it leaves any out."""
    if selection.view.show == SHOWS[0]:
        return []
    return [f"Showing {len(shown(everything, selection.view.show))} of {len(everything)}."]


def _clear(selection: Selection, everything: Sequence[IndicatorFinding]) -> list[Any]:
    """What the filter leaves, and the way back to all of them."""
    href = replace(selection.view, show=SHOWS[0], notes=()).href
    return [
        html.P([f"{text} ", page_link("Show all", href)]) for text in _shown(selection, everything)
    ]


def _better_quarter(dataset: Dataset, selection: Selection, total: int, new: int) -> list[Any]:
    """A link to the portfolio's own latest quarter, where this one leaves most without figures."""
    portfolio = selection.portfolio
    latest = dataset.catalogue.latest_quarter(portfolio.id if portfolio else None)
    if latest is None or latest == selection.quarter or new * 2 >= total:
        return []
    there = replace(selection.view, portfolio=selection.portfolio_value, quarter=latest.id)
    text = f"{total - new} of {total} have no new figure in {selection.quarter.label}. "
    return [html.P([text, page_link(f"Go to {latest.label}", there.overview().href)])]
