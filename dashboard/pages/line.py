"""The line under the top bar: what is shown, as at which quarter, and what can be taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.domain.facts.indicator import Origin
from dashboard.domain.portfolio.mark import mark_of
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.page import Children, FileLink, Page
from dashboard.pages.print_pack.choices import PrintChoices
from dashboard.selection import ALL, ALL_NAME, Filters, Selection
from dashboard.store.catalogue import Stop

LISTS, QUARTERS = "lists", "quarters"
"""The stores of what the pickers list and of the quarters; assets/chooser.js and scrubber.js."""
BROUGHT = {Origin.REPORTED: "council return", Origin.PUBLISHED: "published", None: "nothing new"}
PAGE_LINK = {"data-page": "true", "data-stay": "true"}
At = Selection[Any]


def line_values(page: Page[Any], at: At) -> dict[str, Any]:
    """What a page sets on the line, by "component.property"."""
    return {
        "where.children": _where(page, at),
        f"{LISTS}.data": _lists(page, at),
        f"{QUARTERS}.data": _quarters(at),
        "files.children": [_file(each) for each in page.files(at)] if page.files else None,
        "download.hidden": page.files is None,
    }


NO_LINE: dict[str, Any] = {
    "where.children": None,
    f"{LISTS}.data": None,
    f"{QUARTERS}.data": None,
    "files.children": None,
    "download.hidden": True,
}
"""The same where a page says nothing of it."""


def _where(page: Page[Any], at: At) -> Children:
    return [
        html.Div([_picker("portfolio", at.portfolio_name), *_indicator(at)], className="what"),
        *_indicator_steps(at),
        _stepper(at),
        *_newer(at),
    ]


def _picker(what: str, shown: str) -> html.Button:
    """The button that opens a list to choose from."""
    return html.Button(
        html.Span(shown),
        type="button",
        className="picker",
        **{
            "data-list": what,
            "aria-haspopup": "dialog",
            "aria-expanded": "false",
            "aria-label": f"{what.capitalize()}: {shown}",
        },
    )


def _indicator(at: At) -> list[Component]:
    if at.indicator is None:
        return []
    apart = html.Span("›", **{"aria-hidden": "true"})
    return [apart, _picker("indicator", at.finding.indicator.name)]


def _indicator_steps(at: At) -> list[Component]:
    """The way to the indicators before and after, in the overview's order."""
    if at.indicator is None:
        return []
    place = at.findings.index(at.finding)
    ways = []
    for name, sign, step in (("Previous", "‹", place - 1), ("Next", "›", place + 1)):
        there = at.findings[step] if 0 <= step < len(at.findings) else None
        said = f"{name} indicator: {there.indicator.name}" if there else f"No {name.lower()} one"
        href = at.here.to(IndicatorChoices, indicator=there.indicator.id).href if there else ""
        ways.append(_step(sign, said, href, f"indicator-{name.lower()}"))
    position = html.Span(f"{place + 1} of {len(at.findings)}")
    return [_steps("Indicators of the portfolio", [ways[0], position, ways[1]])]


def _stepper(at: At) -> html.Div:
    """The quarter, and the way to those before and after it with something new."""
    ways = []
    for name, sign, stop in (("Earlier", "‹", _before(at)), ("Later", "›", _after(at))):
        said = f"{name}: {_said(stop)}" if stop else f"Nothing {name.lower()}"
        href = replace(at.here, quarter=stop.quarter.id).href if stop else ""
        ways.append(_step(sign, said, href, f"quarter-{name.lower()}"))
    return _steps("Quarter", [ways[0], _picker("quarter", at.quarter.label), ways[1]])


def _steps(name: str, parts: list[Component]) -> html.Div:
    return html.Div(parts, className="steps", role="group", **{"aria-label": name})


def _step(sign: str, said: str, href: str, name: str) -> html.A:
    """One step; at an end it leads nowhere, but it is still there."""
    if not href:
        return html.A(sign, id=name, role="link", **{"aria-label": said, "aria-disabled": "true"})
    return html.A(sign, id=name, href=href, title=said, **{"aria-label": said}, **PAGE_LINK)


def _said(stop: Stop) -> str:
    return f"{stop.quarter.label}, {BROUGHT[stop.brought]}"


def _before(at: At) -> Stop | None:
    earlier = (s for s in reversed(at.timeline) if s.quarter.end < at.quarter.end and s.brought)
    return next(earlier, None)


def _after(at: At) -> Stop | None:
    return next((s for s in at.timeline if s.quarter.end > at.quarter.end and s.brought), None)


def _newer(at: At) -> list[Component]:
    """That there are newer figures, up to when, and the way there; nothing at the newest."""
    newest = next((stop for stop in reversed(at.timeline) if stop.brought), None)
    if newest is None or newest.quarter.end <= at.quarter.end:
        return []
    there = replace(at.here, quarter=newest.quarter.id).href
    text = f"Newer figures, up to {newest.quarter.label}"
    return [html.A(f"{text} ›", href=there, className="newer", **PAGE_LINK)]


def _quarters(at: At) -> dict[str, Any]:
    """The timeline for the scripts: [id, label, year, what it brought] for each quarter."""
    stops = [
        [s.quarter.id, s.quarter.label, s.quarter.financial_year.label, BROUGHT[s.brought]]
        for s in at.timeline
    ]
    return {"stops": stops, "chosen": [s.quarter for s in at.timeline].index(at.quarter)}


def _lists(page: Page[Any], at: At) -> dict[str, Any]:
    """What portfolio and indicator can be chosen from: [name, address, shape, whether chosen]."""
    return {
        "portfolio": [
            [name, _in_portfolio(page, at, chosen), "", chosen == at.dated.portfolio]
            for name, chosen in _portfolios(at)
        ],
        "indicator": [
            [
                each.indicator.name,
                at.here.to(IndicatorChoices, indicator=each.indicator.id).href,
                mark_of(each.standing),
                each is at.finding,
            ]
            for each in (at.findings if at.indicator else ())
        ],
    }


def _portfolios(at: At) -> list[tuple[str, str]]:
    """The name and id of every portfolio; all of them together where there are several."""
    found = [(portfolio.name, portfolio.id) for portfolio in at.catalogue.portfolios]
    return [*found, (ALL_NAME, ALL)] if len(found) > 1 else found


def _in_portfolio(page: Page[Any], at: At, chosen: str) -> str:
    """Where a choice of portfolio leads on a page."""
    there: Filters = at.choices.to(type(at.choices), portfolio=chosen)
    return (page.after(there, at.dataset.catalogue) if page.after else there).href


def _file(file: FileLink) -> html.A:
    """One file of the menu; a page of ours is opened, not downloaded."""
    ours = file.href.partition("?")[0] == PrintChoices.path
    opens: dict[str, Any] = {"data-page": "true"} if ours else {"download": True}
    return html.A(
        [html.Span(file.text), html.Span(file.holds, className="sub")], href=file.href, **opens
    )
