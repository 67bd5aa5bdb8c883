"""Where everything is on an indicator's page: chart card, direction of travel, commentary, more."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.pages.controls import controls, copying
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.indicator.content import IndicatorContent
from dashboard.pages.page import drawn

CHART_CONFIG = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "responsive": True,
}


def layout() -> list[Component]:
    """Every place of the page, empty."""
    return [
        html.Div(
            [
                _chart_card(),
                html.Div(
                    [
                        html.Section(id="travel", className="sheet"),
                        html.Section(id="commentary", className="sheet commentary"),
                    ],
                    className="aside",
                ),
                html.Section(id="outlook", className="sheet outlook"),
                html.Section(id="place", className="sheet place"),
                html.Section(id="definition", className="sheet definition"),
            ],
            className="columns",
        ),
    ]


def _chart_card() -> html.Section:
    return html.Section(
        [
            html.Div(id="lead", className="head"),
            html.Div([html.Div(id="value"), _choices()], className="figure-line"),
            html.Div(
                _chart("chart", "chart-says", "Dates in the chart"),
                id="chart-box",
                className="chart-box",
            ),
            html.Div(controls(IndicatorChoices, "compare"), className="chart-choices"),
            html.Div(className="scrubber", **{"data-draw": "scrubber", "data-from": "quarters"}),
            html.Ul(id="chart-notes", className="notes"),
            _second_chart(),
            _points(),
        ],
        className="sheet chart-sheet",
    )


def _choices() -> html.Div:
    """How the chart is drawn: rate or number, quarters or the long run, between which years."""
    return html.Div(
        [
            *controls(IndicatorChoices, "chart"),
            html.Div(controls(IndicatorChoices, "range"), className="range"),
        ],
        className="controls",
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


def _second_chart() -> html.Div:
    """The other indicator's chart, under the first and on its time axis."""
    return html.Div(
        [
            html.Div(id="beside-head"),
            html.Div(
                _chart("beside-chart", "beside-says", "Dates in the second chart"),
                className="chart-box",
            ),
            html.Ul(id="beside-notes", className="notes"),
        ],
        id="beside-box",
        className="beside-box",
    )


def _points() -> html.Div:
    """The chart's figures as a table, and to take away."""
    table = html.Div(
        drawn(IndicatorContent, "points"),
        className="points",
        # It may scroll sideways, which the keyboard must be able to do too.
        tabIndex="0",
        role="region",
        **{"aria-label": "The figures in the chart"},
    )
    return html.Div(
        [
            html.Details([html.Summary("The figures as a table"), table]),
            html.P(
                [
                    html.A("Download the figures (CSV)", id="csv-link", href="/"),
                    html.Button("Chart as a picture (PNG)", id="picture", type="button"),
                    *copying(),
                ],
                className="take-away",
            ),
        ],
        id="points-field",
    )
