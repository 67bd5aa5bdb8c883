"""The places that an indicator's page fills: chart card, direction of travel, commentary, more."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.pages.controls import copying, segments, select

CHART_CONFIG = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "responsive": True,
}
MEASURE_CHOICES = [{"label": "Rate", "value": "rate"}, {"label": "Number", "value": "number"}]
INTERVAL_CHOICES = [{"label": "95% intervals", "value": "shown"}]
LIMITS_CHOICES = [{"label": "Limits of chance", "value": "shown"}]
SPAN_CHOICES = [{"label": "Quarters", "value": "quarters"}, {"label": "Long run", "value": "long"}]


def indicator_places() -> html.Section:
    """Every place of the page, empty."""
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
                    html.Section(id=ids.OUTLOOK, className="sheet outlook"),
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
            html.Div(
                _chart(ids.CHART, ids.CHART_SAYS, "Dates in the chart"),
                id=ids.CHART_BOX,
                className="chart-box",
            ),
            _compare(),
            html.Ul(id=ids.CHART_NOTES, className="notes"),
            _beside(),
            _points(),
        ],
        className="sheet chart-sheet",
    )


def _chart(chart_id: str, says_id: str, name: str) -> list[Component]:
    """A chart with what it says in words, and the arrow keys that step through its dates."""
    return [
        html.P(id=says_id, hidden=True),
        html.Figure(
            dcc.Graph(id=chart_id, config=CHART_CONFIG), role="img", **{"aria-labelledby": says_id}
        ),
        html.Div(
            className="dates",
            role="slider",
            tabIndex="0",
            **{
                "data-chart": chart_id,
                "aria-label": name,
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
            html.Div(
                _chart(ids.BESIDE_CHART, ids.BESIDE_SAYS, "Dates in the second chart"),
                className="chart-box",
            ),
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
                [
                    html.A("Download the figures (CSV)", id=ids.CSV_LINK, href="/"),
                    html.Button("Chart as a picture (PNG)", id=ids.PICTURE, type="button"),
                    *copying(),
                ],
                className="take-away",
            ),
        ],
        id=ids.POINTS_FIELD,
    )


def _controls() -> html.Div:
    return html.Div(
        [
            segments(ids.MEASURE_FIELD, ids.MEASURE, MEASURE_CHOICES, "Rate or number"),
            segments(ids.SPAN_FIELD, ids.SPAN, SPAN_CHOICES, "Quarters or the long run"),
            html.Div(
                [
                    html.Label("From", htmlFor=ids.FIRST),
                    select(ids.FIRST, []),
                    html.Label("to", htmlFor=ids.LAST),
                    select(ids.LAST, []),
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
                dbc.Checklist(id=ids.LIMITS, options=LIMITS_CHOICES, inline=True),
                id=ids.LIMITS_FIELD,
                className="compare",
            ),
            html.Div(
                [
                    html.Label("Another indicator", htmlFor=ids.BESIDE, className="compare-label"),
                    select(ids.BESIDE, []),
                ],
                id=ids.BESIDE_FIELD,
                className="compare",
            ),
        ],
        className="chart-choices",
    )
