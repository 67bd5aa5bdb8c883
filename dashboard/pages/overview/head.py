"""The overview's head: the headline, the news, what an exception is, and the counts that filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.components.commentary import narrative
from dashboard.components.text import page_link
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.change_since import changed_since, quarter_since, since_last_quarter
from dashboard.domain.portfolio.counts import Count, counts
from dashboard.domain.portfolio.ordering import ORDERS
from dashboard.domain.portfolio.overall import beside_headline
from dashboard.findings import portfolio_narrative
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Children
from dashboard.selection import Selection

At = Selection[OverviewChoices]
RULE = (
    "An exception misses its target or, without a target to judge by, is worse than its own "
    "earlier figure by more than chance."
)
STAYS = {"data-page": "true", "data-stay": "true"}


def head(at: At, headline: str) -> list[Component]:
    """The headline and what is news, with the rule to be opened in its place."""
    beside = beside_headline(at.findings, at.rankings)
    said = since_last_quarter(at.findings, at.before)
    return [
        html.H1(headline, tabIndex="-1"),
        html.P([html.B(said), *(f" {each}" for each in beside)], className="under"),
        html.Div([*_changes(at), _rule(at)], className="asides"),
        *_narrative(at),
        *_portfolio_note(at),
        *better_quarter(at, sum(finding.is_new for finding in at.findings)),
    ]


def _rule(at: At) -> html.Details:
    return html.Details([html.Summary("What is an exception?"), html.P(RULE)])


def _changes(at: At) -> list[html.Details]:
    """Everything that changed since the quarter before, complete; nothing where nothing did."""
    became, ceased = changed_since(at.findings, at.before)
    new = [finding for finding in at.findings if finding.is_new]
    groups = (
        ("New exceptions", became, ""),
        ("No longer exceptions", ceased, ""),
        ("New figures", new, "headline"),
    )
    lists = [
        html.Section(
            [html.H2(f"{name}: {len(found)}"), html.Ul([_change(at, f, bool(says)) for f in found])]
        )
        for name, found, says in groups
        if found
    ]
    if not lists:
        return []
    since = quarter_since(at.quarter, at.quarter.shifted(-1))
    return [html.Details([html.Summary(f"What changed since {since}"), *lists])]


def _change(at: At, finding: IndicatorFinding, with_headline: bool) -> html.Li:
    indicator = finding.indicator
    link = page_link(indicator.name, at.here.to(IndicatorChoices, indicator=indicator.id).href)
    return html.Li([link, f": {finding.headline}" if with_headline else ""])


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


def counted(at: At) -> Children:
    """The counts, each a filter, and the orders; the numbers stay whatever is filtered."""
    if not at.findings:
        return None
    found = counts(at.findings)
    chosen = at.choices.show
    every = [_count(at, "all", ["All ", html.B(str(len(at.findings)))], chosen)]
    return [
        html.Nav([*every, *(_of(at, each, chosen) for each in found)], **{"aria-label": "Show"}),
        _orders(at),
    ]


def _of(at: At, count: Count, chosen: str) -> Component:
    number = html.B(count.number, className=count.status or None)
    text: list[str | Component] = [number, f" {count.words}"]
    if not count.count:
        return html.Span(text, className="count")
    return _count(at, count.key, text, chosen)


def _count(at: At, key: str, text: list[str | Component], chosen: str) -> html.A:
    """A filter; pressed again it lets all of them be seen."""
    pressed = {"aria-current": "true"} if key == chosen else {}
    show = "all" if key == chosen else key
    href = replace(at.here, show=show).href
    return html.A(text, href=href, className="count", **STAYS, **pressed)


def _orders(at: At) -> html.Details:
    """The ways to sort, those of the headings too."""
    by = at.choices.sort.removeprefix("-")
    links = [
        html.A(
            order.words,
            href=replace(at.here, sort=name).href,
            **STAYS,
            **({"aria-current": "true"} if name == by else {}),
        )
        for name, order in ORDERS.items()
    ]
    return html.Details(
        [html.Summary(ORDERS[by].words), html.Div(links, className="files")], className="orders"
    )


def sorting(at: At) -> dict[str, tuple[str, str]]:
    """For each order the address that sorts by it, or turns it round, and how it sorts now."""
    chosen = at.choices.sort
    found = {}
    for name, order in ORDERS.items():
        turned = chosen == name
        href = replace(at.here, sort=f"-{name}" if turned else name).href
        down = order.largest_first != chosen.startswith("-")
        now = ("descending" if down else "ascending") if chosen.removeprefix("-") == name else ""
        found[name] = (href, now)
    return found


def names_of(findings: Sequence[IndicatorFinding], most: int) -> str:
    """The exceptions' names between brackets, where they are few enough."""
    names = [finding.indicator.name for finding in findings if finding.is_exception]
    return f" ({', '.join(names)})" if 0 < len(names) <= most else ""
