"""The overview's head: the headline, the news, and what was written about the portfolio."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.components.commentary import narrative
from dashboard.components.text import page_link
from dashboard.domain.grammar import in_a_row, plural
from dashboard.domain.portfolio.change_since import since_last_quarter
from dashboard.domain.portfolio.overall import beside_headline
from dashboard.findings import portfolio_narrative
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.selection import Selection

At = Selection[OverviewChoices]
MOST_NAMED = 6
RULE = (
    "An exception misses its target or, without a target to judge by, is worse than its own "
    "earlier figure by more than chance."
)


def head(at: At, headline: str) -> list[Component]:
    """The headline and what is news, with the rule to be opened in its place."""
    beside = beside_headline(at.findings, at.rankings)
    return [
        html.H1(headline, tabIndex="-1"),
        html.P([html.B(news(at)), " ".join(beside)], className="under"),
        *_narrative(at),
        *_portfolio_note(at),
        *better_quarter(at, sum(finding.is_new for finding in at.findings)),
    ]


def news(at: At) -> list[str | Component]:
    """What is new since the quarter before; those that are not named are a link away."""
    said: list[str | Component] = []
    for turn in since_last_quarter(at.findings, at.before):
        said += [turn.said]
        if turn.more:
            only = replace(at.here, show="new").href
            said += [" and ", page_link(f"{turn.more} more", only)]
        said += [". "]
    return said


def _narrative(at: At) -> list[Component]:
    """What was written about the portfolio in the quarter; nothing where all are shown."""
    if at.portfolio is None:
        return []
    return narrative(portfolio_narrative(at.dataset, at.portfolio.id, at.quarter))


def _portfolio_note(at: At) -> list[html.P]:
    note = at.portfolio.note if at.portfolio else ""
    return [html.P(note, className="under")] if note else []


def better_quarter(at: At, new: int) -> list[Component]:
    """A link to the portfolio's own latest quarter, where this one leaves most without figures."""
    total = len(at.findings)
    latest = at.latest_quarter
    if latest is None or latest == at.quarter or new * 2 >= total:
        return []
    there = replace(at.dated, quarter=latest.id)
    text = f"{total - new} of {total} have no new figure in {at.quarter.label}. "
    return [html.P([text, page_link(f"Go to {latest.label}", there.href)])]


def sentence(at: At, headline: str) -> str:
    """What can be copied into a letter: whose, when, the headline, and the exceptions by name."""
    dated = "" if at.quarter.label in headline else f", {at.quarter.label}"
    names = [finding.indicator.name for finding in at.findings if finding.is_exception]
    few = 0 < len(names) <= MOST_NAMED
    named = f" {plural(len(names), 'Exception')}: {in_a_row(names)}." if few else ""
    return f"{at.portfolio_name}{dated}: {headline}.{named}"
