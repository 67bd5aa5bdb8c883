"""The one page shell: top bar, filters, and every place that a panel fills."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.pages.filters import portfolio_choices
from dashboard.pages.panel import PROPERTIES, Panel
from dashboard.store.catalogue import Catalogue

CHART_CONFIG = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "responsive": True,
}
SHOW_CHOICES = [
    {"label": "All indicators", "value": "all"},
    {"label": "Exceptions only", "value": "exceptions"},
    {"label": "All but exceptions", "value": "others"},
]
MEASURE_CHOICES = [{"label": "Rate", "value": "rate"}, {"label": "Number", "value": "number"}]
INTERVAL_CHOICES = [{"label": "95% intervals", "value": "shown"}]
SPAN_CHOICES = [{"label": "Quarters", "value": "quarters"}, {"label": "Long run", "value": "long"}]


def shell(catalogue: Catalogue, panel: Panel, title: str, location: dict[str, str]) -> html.Div:
    """The whole page with a panel filled in; `location` is the address it was drawn for."""
    layout = html.Div(
        [
            dcc.Location(id=ids.URL, refresh=False, **location),
            *(dcc.Store(id=store) for store in (ids.STATE, ids.ROWS, ids.POINTS)),
            html.A("Skip to the content", href=f"#{ids.MAIN}", className="skip"),
            _top_bar(catalogue, title),
            _filters(catalogue),
            _failed(),
            html.Main(
                [
                    html.Div(id=ids.NOTES, role="status"),
                    html.Section(id=ids.MISSING, className="missing"),
                    _overview(),
                    _indicator(),
                ],
                id=ids.MAIN,
                tabIndex="-1",
            ),
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


def _top_bar(catalogue: Catalogue, title: str) -> html.Header:
    return html.Header(
        [
            html.Span(title, className="product"),
            html.Nav(
                [
                    html.A("Overview", id=ids.NAV_OVERVIEW, href="/", **{"data-page": "true"}),
                    html.A("Indicator", id=ids.NAV_INDICATOR, href="/", **{"data-page": "true"}),
                ],
                **{"aria-label": "Pages"},
            ),
            html.Span(catalogue.council.name, className="council"),
        ],
        className="top",
    )


def _filters(catalogue: Catalogue) -> html.Div:
    return html.Div(
        [
            _field("Portfolio", _select(ids.PORTFOLIO, portfolio_choices(catalogue)), "wide"),
            _field("Quarter", _select(ids.QUARTER, [])),
            _field("Show", _select(ids.SHOW, SHOW_CHOICES), id=ids.SHOW_FIELD),
            _field("Indicator", _select(ids.INDICATOR, []), "wide", id=ids.INDICATOR_FIELD),
        ],
        className="filters",
        role="search",
        **{"aria-label": "Filters"},
    )


def _select(select_id: str, options: list[dict[str, Any]]) -> dbc.Select:
    return dbc.Select(id=select_id, options=options)


def _field(label: str, control: Component, class_name: str = "", **props: str) -> html.Div:
    return html.Div(
        [html.Label(label, htmlFor=control.id), control],
        className=f"field {class_name}".strip(),
        **props,
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
        [html.Div(id=ids.OVERVIEW_HEAD), html.Div(id=ids.ROWS_TABLE, className="sheet scorecard")],
        id=ids.OVERVIEW,
    )


def _indicator() -> html.Section:
    return html.Section(
        [
            html.Div(id=ids.CRUMBS, className="crumbs"),
            html.Div(
                [
                    _chart_card(),
                    html.Div(
                        [
                            html.Section(id=ids.TRAVEL, className="sheet"),
                            html.Section(id=ids.COMMENTARY, className="sheet commentary"),
                        ],
                        className="aside",
                    ),
                    html.Section(id=ids.PLACE, className="sheet place"),
                    html.Section(id=ids.DEFINITION, className="sheet definition"),
                ],
                className="columns",
            ),
        ],
        id=ids.INDICATOR_PAGE,
    )


def _chart_card() -> html.Section:
    return html.Section(
        [
            html.Div(id=ids.LEAD, className="head"),
            html.Div([html.Div(id=ids.VALUE), _controls()], className="figure-line"),
            html.Div(_chart(ids.CHART, ids.CHART_SAYS), id=ids.CHART_BOX, className="chart-box"),
            _compare(),
            html.Ul(id=ids.CHART_NOTES, className="notes"),
            _beside(),
            _points(),
        ],
        className="sheet chart-sheet",
    )


def _chart(chart_id: str, says_id: str) -> list[Component]:
    """A chart with what it says in words, and the arrow keys that step through its dates."""
    return [
        html.P(id=says_id, className="visually-hidden"),
        html.Figure(
            dcc.Graph(id=chart_id, config=CHART_CONFIG), role="img", **{"aria-labelledby": says_id}
        ),
        html.Div(
            className="dates",
            role="slider",
            tabIndex="0",
            **{
                "data-chart": chart_id,
                "aria-label": "Dates in the chart",
                "aria-valuemin": "1",
                "aria-valuemax": "1",
                "aria-valuenow": "1",
                "aria-valuetext": "Arrow keys step through the dates",
            },
        ),
    ]


def _beside() -> html.Div:
    """The other indicator's chart, under the first and on its time axis."""
    return html.Div(
        [
            html.Div(id=ids.BESIDE_HEAD),
            html.Div(_chart(ids.BESIDE_CHART, ids.BESIDE_SAYS), className="chart-box"),
            html.Ul(id=ids.BESIDE_NOTES, className="notes"),
        ],
        id=ids.BESIDE_BOX,
        className="beside-box",
    )


def _points() -> html.Div:
    """The chart's figures as a table, and to take away."""
    return html.Div(
        [
            html.Details(
                [
                    html.Summary("The figures as a table"),
                    html.Div(
                        id=ids.POINTS_TABLE,
                        className="points",
                        # It may scroll sideways, which the keyboard must be able to do too.
                        tabIndex="0",
                        role="region",
                        **{"aria-label": "The figures in the chart"},
                    ),
                ]
            ),
            html.P(
                html.A("Download the figures (CSV)", id=ids.CSV_LINK, href="/"),
                className="download",
            ),
        ],
        id=ids.POINTS_FIELD,
    )


def _controls() -> html.Div:
    return html.Div(
        [
            _segments(ids.MEASURE_FIELD, ids.MEASURE, MEASURE_CHOICES, "Rate or number"),
            _segments(ids.SPAN_FIELD, ids.SPAN, SPAN_CHOICES, "Quarters or the long run"),
            html.Div(
                [
                    html.Label("From", htmlFor=ids.FIRST),
                    _select(ids.FIRST, []),
                    html.Label("to", htmlFor=ids.LAST),
                    _select(ids.LAST, []),
                ],
                id=ids.RANGE_FIELD,
                className="range",
            ),
        ],
        className="controls",
    )


def _compare() -> html.Div:
    """What is laid into the chart, and what stands under it."""
    return html.Div(
        [
            html.Div(
                [
                    html.Span("Compare with", id="compare-label", className="compare-label"),
                    dbc.Checklist(id=ids.COMPARE, options=[], inline=True),
                ],
                id=ids.COMPARE_FIELD,
                className="compare",
                role="group",
                **{"aria-labelledby": "compare-label"},
            ),
            html.Div(
                dbc.Checklist(id=ids.INTERVALS, options=INTERVAL_CHOICES, inline=True),
                id=ids.INTERVALS_FIELD,
                className="compare",
            ),
            html.Div(
                [
                    html.Label("Another indicator", htmlFor=ids.BESIDE, className="compare-label"),
                    _select(ids.BESIDE, []),
                ],
                id=ids.BESIDE_FIELD,
                className="compare",
            ),
        ],
        className="chart-choices",
    )


def _segments(
    field_id: str, control_id: str, options: list[dict[str, Any]], label: str
) -> html.Div:
    return html.Div(
        dbc.RadioItems(
            id=control_id,
            options=options,
            className="segments",
            inputClassName="segment-input",
            labelClassName="segment",
        ),
        id=field_id,
        role="radiogroup",
        **{"aria-label": label},
    )
