"""The line under the top bar: what is shown, as at which quarter, and what can be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.domain.facts.indicator import Origin
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.mark import mark_of
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.listing import steps
from dashboard.pages.page import PRINT_THIS, FileLink, Page
from dashboard.pages.print_pack.choices import PrintChoices
from dashboard.selection import Filters, Selection
from dashboard.store.catalogue import Stop
from dashboard.store.listed import ALL, ALL_NAME, MOST_OWN, OWN

LISTS, QUARTERS = "lists", "quarters"
"""The stores of what can be chosen from and of the quarters; assets/chooser.js and scrubber.js."""
BROUGHT = {Origin.REPORTED: "council return", Origin.PUBLISHED: "published", None: "nothing new"}
STAYS = {"data-page": "true", "data-stay": "true"}
_ANY = "QUARTER"
"""What stands for a quarter in an address that scripts complete."""
_IDS = "IDS"
"""What stands there for the ids of portfolios or of indicators."""
At = Selection[Any]


def where() -> html.Div:
    """The pickers and steps, empty; they stay, so that the one in focus keeps it."""
    return html.Div(
        [
            html.Div(
                [
                    _picker("portfolio"),
                    html.Span("›", **{"aria-hidden": "true"}),
                    _picker("indicator"),
                    # assets/stars.js puts the indicator's star here.
                    html.Span(id="star-here", className="star-here"),
                ],
                className="what",
            ),
            _steps("Indicators of the list", "indicator", html.Span(id="indicator-place")),
            _steps("Quarter", "quarter", _picker("quarter")),
            html.A(id="newer", href="/", className="newer", **STAYS),
        ],
        className="where",
    )


def _picker(what: str) -> html.Button:
    """The button that opens a list to choose from."""
    return html.Button(
        id=f"pick-{what}",
        type="button",
        className="picker",
        **{"data-list": what, "aria-haspopup": "dialog", "aria-expanded": "false"},
    )


def _steps(name: str, of: str, between: Component) -> html.Div:
    before, after = (html.A(id=f"{of}-{way}", **STAYS) for way in ("before", "after"))
    return html.Div(
        [before, between, after],
        id=f"{of}-steps",
        className="steps",
        role="group",
        **{"aria-label": name},
    )


def line_values(page: Page[Any], at: At) -> dict[str, Any]:
    """What a page sets on the line, by "component.property"."""
    files = page.files(at) if page.files else ()
    return (
        _picked("portfolio", at.portfolio_name)
        | _picked("quarter", at.quarter.label)
        | _step("quarter-before", "‹", *_to_quarter(at, _before(at), "Earlier"))
        | _step("quarter-after", "›", *_to_quarter(at, _after(at), "Later"))
        | _indicator(at)
        | _newer(at)
        | {
            f"{LISTS}.data": _lists(page, at),
            f"{QUARTERS}.data": timeline(at),
            "files.children": [_file(each) for each in files],
            "download.hidden": not files,
        }
    )


def no_line() -> dict[str, Any]:
    """The same where a page says nothing of it."""
    values: dict[str, Any] = {}
    for each in ("portfolio", "indicator", "quarter"):
        values |= _picked(each, "")
    for of in ("quarter", "indicator"):
        values |= _step(f"{of}-before", "‹", "", "") | _step(f"{of}-after", "›", "", "")
    return values | {
        "pick-indicator.hidden": True,
        "indicator-steps.hidden": True,
        "indicator-place.children": None,
        "newer.children": None,
        "newer.href": "/",
        "newer.hidden": True,
        f"{LISTS}.data": None,
        f"{QUARTERS}.data": None,
        "files.children": None,
        "download.hidden": True,
    }


def _picked(what: str, shown: str) -> dict[str, Any]:
    name = html.Span(f"{what.capitalize()}: ", className="visually-hidden")
    return {f"pick-{what}.children": [name, html.Span(shown)]}


def _step(name: str, sign: str, said: str, href: str) -> dict[str, Any]:
    """One step; at an end it leads nowhere, but it is still there."""
    return {
        f"{name}.children": [
            html.Span(sign, **{"aria-hidden": "true"}),
            html.Span(said, className="visually-hidden"),
        ],
        f"{name}.href": href or None,
        f"{name}.title": said,
    }


def _indicator(at: At) -> dict[str, Any]:
    """The indicator, and the way to those before and after it in the list that led to it."""
    if at.indicator is None:
        return {name: value for name, value in no_line().items() if "indicator" in name}
    found = steps(at)
    place = found.index(at.finding)
    return (
        _picked("indicator", at.finding.indicator.name)
        | _step("indicator-before", "‹", *_to_indicator(at, found, place - 1, "Previous"))
        | _step("indicator-after", "›", *_to_indicator(at, found, place + 1, "Next"))
        | {
            "pick-indicator.hidden": False,
            "indicator-steps.hidden": False,
            "indicator-place.children": f"{place + 1} of {len(found)}",
        }
    )


def _to_indicator(
    at: At, found: Sequence[IndicatorFinding], place: int, way: str
) -> tuple[str, str]:
    """What a step to an indicator says, and where it leads."""
    if not 0 <= place < len(found):
        return f"No {way.lower()} indicator", ""
    there = found[place].indicator
    href = at.here.to(IndicatorChoices, indicator=there.id).href
    return f"{way} indicator: {there.name}", href


def _to_quarter(at: At, stop: Stop | None, way: str) -> tuple[str, str]:
    """What a step to a quarter says, and where it leads."""
    if stop is None:
        return f"No {way.lower()} figures", ""
    said = f"{way}: {stop.quarter.label}, {BROUGHT[stop.brought]}"
    return said, replace(at.here, quarter=stop.quarter.id).href


def _before(at: At) -> Stop | None:
    earlier = (s for s in reversed(at.timeline) if s.quarter.end < at.quarter.end and s.brought)
    return next(earlier, None)


def _after(at: At) -> Stop | None:
    return next((s for s in at.timeline if s.quarter.end > at.quarter.end and s.brought), None)


def _newer(at: At) -> dict[str, Any]:
    """That there are newer figures, up to when, and the way there; nothing at the newest."""
    newest = next((stop.quarter for stop in reversed(at.timeline) if stop.brought), at.quarter)
    return {
        "newer.children": f"Newer figures, up to {newest.label} ›",
        "newer.href": replace(at.here, quarter=newest.id).href,
        "newer.hidden": newest.end <= at.quarter.end,
    }


def timeline(at: At) -> dict[str, Any]:
    """The timeline for the scripts: [id, label, year, what it brought] for each quarter."""
    stops = [
        [s.quarter.id, s.quarter.label, s.quarter.financial_year.label, BROUGHT[s.brought]]
        for s in at.timeline
    ]
    return {
        "stops": stops,
        "chosen": [s.quarter for s in at.timeline].index(at.quarter),
        "href": timeline_address(at.here),
        "any": _ANY,
    }


def timeline_address(here: Filters) -> str:
    """An address at any quarter, which scripts complete."""
    return replace(here, quarter=_ANY).href


def _lists(page: Page[Any], at: At) -> dict[str, Any]:
    """What portfolio and indicator can be chosen from: [name, address, shape, whether chosen].

    Besides, how several portfolios are chosen `together`, and the reader's `own` indicators.
    """
    return {
        "together": _together(page, at),
        "own": _own(page, at),
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
            for each in (steps(at) if at.indicator else ())
        ],
    }


def _portfolios(at: At) -> list[tuple[str, str]]:
    """The name and id of every portfolio; all of them together where there are several."""
    found = [(portfolio.name, portfolio.id) for portfolio in at.catalogue.portfolios]
    return [*found, (ALL_NAME, ALL)] if len(found) > 1 else found


def _together(page: Page[Any], at: At) -> dict[str, Any]:
    """The portfolios by id, those on the screen, and the address of several with their ids left
    open; all at once is a choice of its own.
    """
    listed = at.listed.portfolio_ids or ()
    return {
        "ids": [portfolio.id for portfolio in at.catalogue.portfolios],
        "shown": list(listed),
        "href": _in_portfolio(page, at, _IDS),
        "any": _IDS,
    }


def _own(page: Page[Any], at: At) -> dict[str, Any]:
    """The address of the reader's own list with its ids left open, and the list on the screen.

    The list itself is in the browser, which forgets those of its ids that are `unknown`.
    """
    shown = at.listed.indicator_ids
    asked = at.choices.own or () if shown is not None else ()
    empty = at.choices.to(type(at.choices), portfolio=OWN)
    there = replace(empty, own=(_IDS,))
    return {
        "shown": None if shown is None else list(shown),
        "unknown": [each for each in asked if each not in (shown or ())],
        "href": _led(page, at, there),
        "empty": _led(page, at, empty),
        "any": _IDS,
        "most": MOST_OWN,
    }


def _in_portfolio(page: Page[Any], at: At, chosen: str) -> str:
    """Where a choice of portfolio leads on a page."""
    return _led(page, at, at.choices.to(type(at.choices), portfolio=chosen))


def _led(page: Page[Any], at: At, there: Filters) -> str:
    """The address that a page opens for others of its choices."""
    return (page.after(there, at.dataset.catalogue) if page.after else there).href


def _file(file: FileLink) -> html.A:
    """One file of the menu; a page of ours is opened, not downloaded."""
    opens: dict[str, Any] = {"download": True}
    if file.href == PRINT_THIS:
        opens = {}
    elif file.href.partition("?")[0] == PrintChoices.path:
        opens = {"data-page": "true"}
    return html.A(
        [html.Span(file.text), html.Span(file.holds, className="sub")], href=file.href, **opens
    )
