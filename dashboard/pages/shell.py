"""The one page shell: top bar, filters, and every place that a panel fills."""

from __future__ import annotations

from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.pages.controls import copying, field, segments, select
from dashboard.pages.filters import portfolio_choices
from dashboard.pages.indicator_places import indicator_places
from dashboard.pages.panel import PROPERTIES, Panel
from dashboard.store.catalogue import Catalogue
from dashboard.view import LONGEST_FIND

SHOW_CHOICES = [
    {"label": "All indicators", "value": "all"},
    {"label": "Exceptions only", "value": "exceptions"},
    {"label": "All but exceptions", "value": "others"},
]
SORT_CHOICES = [
    {"label": "Worst first", "value": "worst"},
    {"label": "As printed", "value": "printed"},
    {"label": "By name", "value": "name"},
    {"label": "Furthest from target", "value": "target"},
    {"label": "Most worsened on last year", "value": "change"},
]
PAGE = {"data-page": "true"}
FORM_CHOICES = [{"label": "Table", "value": "table"}, {"label": "Charts", "value": "charts"}]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose dashboard it is: its title, whom to ask, and the address of a logo, if any."""

    title: str
    contact: str = ""
    logo: str = ""


def shell(catalogue: Catalogue, panel: Panel, owner: Owner, location: dict[str, str]) -> html.Div:
    """The whole page with a panel filled in; `location` is the address it was drawn for."""
    layout = html.Div(
        [
            dcc.Location(id=ids.URL, refresh=False, **location),
            *(
                dcc.Store(id=store)
                for store in (
                    ids.STATE,
                    ids.ROWS,
                    ids.POINTS,
                    ids.DEFINITIONS,
                    ids.DECK,
                    ids.PACK,
                    ids.CHECKED,
                )
            ),
            html.A("Skip to the content", href=f"#{ids.MAIN}", className="skip"),
            _top_bar(catalogue, owner),
            _filters(catalogue),
            html.Div(id=ids.BUSY, className="busy", hidden=True),
            _failed(),
            html.Main(
                [
                    html.Div(id=ids.NOTES, role="status"),
                    html.Section(id=ids.PLAIN, className="plain"),
                    _overview(),
                    indicator_places(),
                    html.Section(id=ids.PRESENT, className="present"),
                    html.Section(html.Div(id=ids.PACK_SHEETS), id=ids.PRINT, className="pack"),
                    html.Section(
                        [
                            html.Div(id=ids.CHECKS_HEAD),
                            html.Div(id=ids.CHECKED_TABLE, className="sheet"),
                        ],
                        id=ids.CHECKS,
                        className="checks",
                    ),
                    _about(),
                ],
                id=ids.MAIN,
                tabIndex="-1",
            ),
            _foot(owner),
            html.Div(id=ids.LIVE, className="visually-hidden", **{"aria-live": "polite"}),
        ]
    )
    fill(layout, panel)
    return layout


def fill(layout: Component, panel: Panel) -> None:
    """Sets every property of the layout that the panel decides."""
    places = {part.id: part for part in layout._traverse() if getattr(part, "id", None)}
    for name, component_id, prop in PROPERTIES:
        setattr(places[component_id], prop, getattr(panel, name))


def _top_bar(catalogue: Catalogue, owner: Owner) -> html.Header:
    council = catalogue.council.name
    logo = [html.Img(src=owner.logo, alt=council)] if owner.logo else [council]
    return html.Header(
        [
            html.Span(owner.title, className="product"),
            html.Nav(
                [
                    html.A("Overview", id=ids.NAV_OVERVIEW, href="/", **PAGE),
                    html.A("Indicator", id=ids.NAV_INDICATOR, href="/", **PAGE),
                    html.A("Present", id=ids.NAV_PRESENT, href="/", className="page-tab", **PAGE),
                    html.A("Print", id=ids.NAV_PRINT, href="/print", **PAGE),
                    html.A("About the data", id=ids.NAV_ABOUT, href="/", **PAGE),
                ],
                **{"aria-label": "Pages"},
            ),
            html.Span(logo, className="council"),
        ],
        className="top",
    )


def _foot(owner: Owner) -> html.Footer:
    links: list[Component] = [
        html.A("Accessibility", id=ids.ACCESSIBILITY, href="/accessibility", **PAGE),
        html.A("Checks", id=ids.NAV_CHECKS, href="/checks", **PAGE),
    ]
    if "@" in owner.contact:
        links.append(html.A(owner.contact, href=f"mailto:{owner.contact}"))
    elif owner.contact.startswith(("https://", "http://")):
        links.append(html.A("Contact", href=owner.contact))
    elif owner.contact:
        links.append(html.Span(owner.contact))
    return html.Footer(links, className="foot")


def _filters(catalogue: Catalogue) -> html.Div:
    return html.Div(
        [
            field("Portfolio", select(ids.PORTFOLIO, portfolio_choices(catalogue)), "wide"),
            field("Quarter", select(ids.QUARTER, []), "quarter"),
            field("Show", select(ids.SHOW, SHOW_CHOICES), id=ids.SHOW_FIELD),
            field("Order", select(ids.SORT, SORT_CHOICES), id=ids.SORT_FIELD),
            field("Indicator", select(ids.INDICATOR, []), "wide", id=ids.INDICATOR_FIELD),
        ],
        id=ids.FILTERS,
        className="filters",
        role="search",
        **{"aria-label": "Filters"},
    )


def _failed() -> html.Div:
    return html.Div(
        [
            html.Span("The figures could not be fetched. What you see may not match your choice. "),
            html.Button("Try again", id=ids.RETRY, type="button", className="button"),
        ],
        id=ids.FAILED,
        className="failed",
        role="alert",
        hidden=True,
    )


def _overview() -> html.Section:
    return html.Section(
        [
            html.Div(id=ids.OVERVIEW_HEAD),
            _tools(),
            html.Div(id=ids.ROWS_TABLE, className="sheet scorecard"),
            html.P(copying(), className="take-away"),
        ],
        id=ids.OVERVIEW,
    )


def _about() -> html.Section:
    """About the data: texts, every definition as a table, and the choice about the / key."""
    return html.Section(
        [
            html.Div(id=ids.ABOUT),
            html.Section(
                [html.H2("Every indicator"), html.Div(id=ids.DEFINITIONS_TABLE)],
                className="sheet",
            ),
            html.Section(
                [
                    html.H2("Keys"),
                    html.P("The key / leads from any page to finding an indicator."),
                    html.Div(id=ids.KEYS),
                ],
                className="sheet",
            ),
        ],
        id=ids.ABOUT_PAGE,
        className="about",
    )


def _tools() -> html.Div:
    """How the overview is looked through: by words, as a table or as charts."""
    find = dbc.Input(id=ids.FIND, type="search", debounce=400, maxLength=LONGEST_FIND, value="")
    return html.Div(
        [
            field("Find", find, "find"),
            html.Span(id=ids.FOUND, role="status", className="quiet"),
            html.A("Find in all portfolios", id=ids.EVERYWHERE, href="/", **PAGE),
            segments(ids.FORM_FIELD, ids.FORM, FORM_CHOICES, "Table or charts"),
        ],
        id=ids.TOOLS,
        className="tools",
    )
