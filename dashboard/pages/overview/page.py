"""The overview: a portfolio at a quarter, exceptions first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.style import Size
from dashboard.components.commentary import narrative
from dashboard.components.gallery import gallery
from dashboard.components.scorecard import scorecard
from dashboard.components.text import page_link
from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.ranking import Ranking
from dashboard.domain.portfolio.change_since import since_last_quarter
from dashboard.domain.portfolio.counts import counts
from dashboard.domain.portfolio.ordering import ordered, shown
from dashboard.domain.portfolio.overall import beside_headline, overall_headline
from dashboard.findings import portfolio_findings, portfolio_narrative, portfolio_rankings
from dashboard.pages.controls import copying
from dashboard.pages.files import portfolio_files
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Children, Content, Data, Page, children, data, drawn, href
from dashboard.selection import ALL, Selection

MOST_NAMED = 6
_EMPTY = {
    "all": "This portfolio has no indicators.",
    "exceptions": "No indicator here is an exception in this quarter.",
    "others": "Every indicator here is an exception in this quarter.",
    "tag": "No indicator here has this tag.",
}
At = Selection[OverviewChoices]


@dataclass(frozen=True, kw_only=True)
class OverviewContent(Content):
    """The heading, the rows, and the way to find in all portfolios."""

    overview_head: Children = children()
    find_everywhere: str = href(hides=True)
    rows: Data = data("grid")


def content(at: At, size: Size) -> OverviewContent:
    """The page for a selection."""
    choices = at.choices
    headline = overall_headline(at.findings)
    table = (
        _groups(at),
        at.quarter,
        next((area for area in at.catalogue.areas if area.kind is AreaKind.COUNTRY), None),
        lambda indicator: at.here.to(IndicatorChoices, indicator=indicator).href,
        _EMPTY[_emptied_by(at)],
    )
    return OverviewContent(
        title=f"{at.portfolio_name}, {at.quarter.label}",
        said=" ".join((headline, *_left(at))),
        sentence=_sentence(at, headline),
        overview_head=_head(at, headline),
        find_everywhere=_everywhere(at),
        rows=gallery(*table) if choices.form == "charts" else scorecard(*table).plain(),
    )


def _head(at: At, headline: str) -> list[Component]:
    beside = beside_headline(at.findings, _rankings(at))
    return [
        html.H1(headline, tabIndex="-1"),
        html.P([html.B(_since(at)), *(f" {said}" for said in beside)], className="under"),
        html.P(_rule(at), className="under"),
        *_narrative(at),
        *_portfolio_note(at),
        *_better_quarter(at, sum(finding.is_new for finding in at.findings)),
        html.P(_counts(at.findings), className="counts"),
        *_clear(at),
    ]


def _rankings(at: At) -> dict[str, tuple[Ranking, ...]]:
    found = (portfolio_rankings(at.dataset, each.id, at.quarter) for each in at.portfolios)
    return {name: rankings for each in found for name, rankings in each.items()}


def _everywhere(at: At) -> str:
    """Where the same words are looked for in all portfolios; empty without words."""
    if not (at.choices.find and at.portfolio and len(at.catalogue.portfolios) > 1):
        return ""
    return replace(at.dated, portfolio=ALL).href


def _sentence(at: At, headline: str) -> str:
    """The headline to be quoted, with the exceptions' names."""
    names = [finding.indicator.name for finding in at.findings if finding.is_exception]
    named = f" ({', '.join(names)})" if 0 < len(names) <= MOST_NAMED else ""
    return f"{at.portfolio_name}: {headline}{named}."


def _since(at: At) -> str:
    """What has changed since the quarter before."""
    if not at.findings:
        return ""
    earlier = at.quarter.shifted(-1)
    before = [f for p in at.portfolios for f in portfolio_findings(at.dataset, p.id, earlier)]
    return since_last_quarter(at.findings, before)


def _narrative(at: At) -> list[Component]:
    """What was written about the portfolio in the quarter; nothing where all are shown."""
    if at.portfolio is None:
        return []
    return narrative(portfolio_narrative(at.dataset, at.portfolio.id, at.quarter))


def _portfolio_note(at: At) -> list[html.P]:
    note = at.portfolio.note if at.portfolio else ""
    return [html.P(note, className="under")] if note else []


def _rule(at: At) -> str:
    if not any(finding.is_current for finding in at.findings):
        return "The latest figures stand below."
    rule = (
        "An exception misses its target or, without a target to judge by, is worse than its own "
        "earlier figure by more than chance."
    )
    return f"{rule} Worst first." if at.choices.sort == "worst" else rule


def _groups(at: At) -> list[tuple[str, Sequence[IndicatorFinding]]]:
    """The rows of each portfolio."""
    several = len(at.found) > 1
    return [
        (name if several else "", _chosen(at, ordered(findings, at.choices.sort)))
        for name, findings in at.found.items()
    ]


def _chosen(at: At, findings: Sequence[IndicatorFinding]) -> list[IndicatorFinding]:
    """The findings that the choices leave."""
    tag = at.choices.tag
    return [f for f in shown(findings, at.choices.show) if not tag or tag in f.indicator.tags]


def _emptied_by(at: At) -> str:
    """Which of the choices leaves no row, if none is left."""
    tag = at.choices.tag
    if tag and not any(tag in finding.indicator.tags for finding in at.findings):
        return "tag"
    return at.choices.show


def _counts(findings: Sequence[IndicatorFinding]) -> list[html.Span]:
    return [
        html.Span([html.B(each.number, className=each.status or None), f" {each.words}"])
        for each in counts(findings)
    ]


def _left(at: At) -> list[str]:
    """How many rows the choice leaves, where it leaves any out."""
    if at.choices.show == "all" and not at.choices.tag:
        return []
    return [f"Showing {len(_chosen(at, at.findings))} of {len(at.findings)}."]


def _clear(at: At) -> list[html.P]:
    """What the choice leaves, and the way back to all of them."""
    everything = replace(at.choices, show="all", tag="").href
    return [
        html.P([f"{text} ", page_link("Show all", everything)], className="cut")
        for text in _left(at)
    ]


def _better_quarter(at: At, new: int) -> list[Any]:
    """A link to the portfolio's own latest quarter, where this one leaves most without figures."""
    total = len(at.findings)
    latest = at.catalogue.latest_quarter(at.portfolio.id if at.portfolio else None)
    if latest is None or latest == at.quarter or new * 2 >= total:
        return []
    there = replace(at.dated, quarter=latest.id)
    text = f"{total - new} of {total} have no new figure in {at.quarter.label}. "
    return [html.P([text, page_link(f"Go to {latest.label}", there.href)])]


def layout() -> list[Component]:
    """The heading, what was found, the rows, the quarters, what can be copied."""
    return [
        html.Div(id="overview-head"),
        html.Div(
            [
                html.Span(id="found", role="status", className="quiet"),
                html.A(
                    "Find in all portfolios",
                    id="find-everywhere",
                    href="/",
                    **{"data-page": "true"},
                ),
            ],
            className="found",
        ),
        drawn(OverviewContent, "rows", "sheet scorecard"),
        html.Div(className="scrubber", **{"data-draw": "scrubber", "data-from": "quarters"}),
        html.P(copying(), className="take-away"),
    ]


PAGE = Page(
    name="overview",
    label="Overview",
    menu="top",
    choices=OverviewChoices,
    places=OverviewContent,
    content=content,
    layout=layout,
    files=portfolio_files,
)
