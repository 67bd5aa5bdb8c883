"""The overview: a portfolio at a quarter, exceptions first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dash import html
from dash.development.base_component import Component

from dashboard.charts.style import Size
from dashboard.components.gallery import gallery
from dashboard.components.scorecard import scorecard
from dashboard.components.text import named, page_link
from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.absent import absent
from dashboard.domain.portfolio.overall import overall_headline
from dashboard.pages.controls import controls, copying
from dashboard.pages.files import portfolio_files
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.listing import left, listed
from dashboard.pages.overview.changes import changes
from dashboard.pages.overview.choices import OverviewChoices, form_of, in_form
from dashboard.pages.overview.filters import filters, orders, sorting
from dashboard.pages.overview.head import RULE, head, sentence
from dashboard.pages.overview.history import history_view
from dashboard.pages.overview.own import empty_own_view
from dashboard.pages.overview.view import Groups, View
from dashboard.pages.overview.wall import wall_view
from dashboard.pages.page import Children, Content, Data, Page, children, data, drawn, href
from dashboard.selection import Selection
from dashboard.store.listed import ALL

MOST_ABSENT = 4
SHORT_SPAN = 5
"""The years that small charts show by choice."""
_EMPTY = "No indicator here is shown by this choice."
At = Selection[OverviewChoices]


@dataclass(frozen=True, kw_only=True)
class OverviewContent(Content):
    """The head, the counts, the rows, what is not in them, and the way to find everywhere."""

    overview_head: Children = children()
    counts: Data = data("counts")
    changes: Data = data("changes")
    orders: Children = children(hides=True)
    cut: Children = children(hides=True)
    find_everywhere: str = href(hides=True)
    rows: Data = data("grid")
    absent: Children = children(hides=True)


def content(at: At, size: Size) -> OverviewContent:
    """The page for a selection."""
    view = _view(at)
    headline, on_wall = view.headline, form_of(at) == "wall"
    return OverviewContent(
        title=f"{at.portfolio_name}, {at.quarter.label}",
        shown=replace(at.dated, form=form_of(at)),
        said=" ".join(filter(None, (headline, _left(at)))),
        sentence=sentence(at, headline),
        overview_head=[named(at.portfolio_name), *view.head],
        # A wall counts on its tiles, and its shapes have an order of their own.
        counts=None if on_wall else filters(at),
        changes=changes(at),
        orders=None if on_wall else orders(at),
        cut=_cut(at),
        find_everywhere=_everywhere(at),
        rows=view.rows,
        absent=_absent(at),
    )


def _view(at: At) -> View:
    """The indicators in the form in effect."""
    if at.listed.indicator_ids == ():
        return empty_own_view(at)
    groups, form, empty = _groups(at), form_of(at), _empty(at)
    if form == "wall":
        return wall_view(at, groups, empty)
    if form == "history":
        return history_view(at, groups, empty)
    headline = overall_headline(at.findings)
    return View(headline, head(at, headline), _rows(at, groups, empty))


def _rows(at: At, groups: Groups, empty: str) -> Data:
    """The indicators as a table or as small charts."""
    table = (
        groups,
        at.quarter,
        next((area for area in at.catalogue.areas if area.kind is AreaKind.COUNTRY), None),
        lambda indicator: at.here.to(IndicatorChoices, indicator=indicator).href,
        empty,
    )
    if form_of(at) == "charts":
        return gallery(*table, years=SHORT_SPAN if at.choices.axis == "five" else 0)
    return scorecard(*table, sorting(at)).plain()


def _empty(at: At) -> str:
    """What stands in the place of the rows where there are none."""
    if at.findings:
        return _EMPTY
    if at.listed.indicator_ids:
        return f"None of these indicators was listed in {at.quarter.label}."
    return "This portfolio has no indicators."


def _everywhere(at: At) -> str:
    """Where the same words are looked for in all portfolios; empty without words."""
    searched = at.listed.address == ALL or len(at.catalogue.portfolios) == 1
    if searched or not at.choices.find:
        return ""
    return at.dated.to(OverviewChoices, portfolio=ALL, form=form_of(at)).href


def _groups(at: At) -> list[tuple[str, Sequence[IndicatorFinding]]]:
    """The rows of each portfolio."""
    several = len(at.found) > 1
    return [(name if several else "", each) for name, each in listed(at).items()]


def _left(at: At) -> str:
    """How many rows the choices leave, where they leave any out."""
    some, every = len(left(at, at.findings)), len(at.findings)
    return "" if some == every else f"{some} of {every} shown."


def _cut(at: At) -> Children:
    """What the choices leave, and the way back to all of them."""
    everything = in_form(at, show="all", tag="")
    said = _left(at)
    return [f"{said} ", page_link("Show all", everything)] if said else None


def _absent(at: At) -> Children:
    """What is not in the picture: the first facts in a line, all of them with names behind it."""
    found = absent(at.findings)
    if not found:
        return None
    line = " · ".join(each.said for each in found[:MOST_ABSENT])
    every = [html.Li([html.B(f"{each.words}: "), ", ".join(each.names)]) for each in found]
    return html.Details(
        [
            html.Summary([html.B("Not in this picture "), html.Span(line), html.Span("More")]),
            html.Ul(every),
        ]
    )


def layout() -> list[Component]:
    """The head, the counts, what was found, the rows, what is not in them, the quarters."""
    return [
        html.Div(
            [html.Div(id="overview-head"), html.P(copying(), className="take-away")],
            className="lead-line",
        ),
        html.Div(
            [
                drawn(OverviewContent, "counts", "counts"),
                drawn(OverviewContent, "changes"),
                _popup([html.Summary("What is an exception?"), html.P(RULE, className="files")]),
                _popup([], id="orders"),
                *controls(OverviewChoices, "charts"),
                *controls(OverviewChoices, "history"),
            ],
            className="list-tools",
        ),
        html.P(id="cut", className="cut"),
        html.Div(
            [
                html.Span(id="found", role="status"),
                html.Button("Clear", id="find-clear", type="button", hidden=True),
                html.A(
                    "Search all portfolios",
                    id="find-everywhere",
                    href="/",
                    **{"data-page": "true"},
                ),
            ],
            className="found",
        ),
        html.Div(className="scrubber", **{"data-draw": "scrubber", "data-from": "quarters"}),
        drawn(OverviewContent, "rows", "sheet scorecard"),
        html.Div(id="absent", className="absent"),
    ]


def _popup(parts: list[Component], **given: str) -> html.Details:
    """What opens over the page under its summary; assets/popup.js closes it."""
    return html.Details(parts, className="popup", **given)


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
