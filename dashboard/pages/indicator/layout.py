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

HINT = (
    "Drag across the chart to choose years, double click for all. "
    "Click a point for its quarter, a label to hide its line."
)
TOUCH_HINT = "Tap a point for its figures, and once more for its quarter. Drag across for years."


def layout() -> list[Component]:
    """Every place of the page, empty: a first screen, links to what is below, two columns.

    The cards below can be focused, since the links lead to them.
    """
    return [
        html.Div(
            [html.Div(id="lead"), html.P(copying(), className="take-away")], className="lead-line"
        ),
        html.Div(
            [
                _chart_card(),
                html.Div(
                    [
                        html.Section(id="travel", className="sheet"),
                        html.Section(id="doing", className="sheet doing"),
                    ],
                    className="aside",
                ),
            ],
            className="first-screen",
        ),
        html.Nav(id="below", className="below", **{"aria-label": "On this page"}),
        html.Div(
            [
                html.Div(
                    [
                        html.Section(id="outlook", className="sheet outlook", tabIndex="-1"),
                        html.Section(id="by-quarter", className="sheet", tabIndex="-1"),
                        _points(),
                    ],
                    className="column",
                ),
                html.Div(
                    [
                        html.Section(
                            [html.Div(id="ranking"), drawn(IndicatorContent, "authorities")],
                            id="place",
                            className="sheet place",
                            tabIndex="-1",
                        ),
                        html.Section(id="usual", className="sheet", tabIndex="-1"),
                        html.Section(id="commentary", className="sheet commentary", tabIndex="-1"),
                    ],
                    className="column",
                ),
            ],
            className="columns",
        ),
        # A disclosure with a tab index of -1 would take its own summary out of the tab order.
        html.Div(
            html.Details(
                [html.Summary(html.H2("About this indicator")), html.Div(id="about-indicator")],
                className="sheet definition",
            ),
            id="definition",
            tabIndex="-1",
        ),
        drawn(IndicatorContent, "paper", "on-paper"),
    ]


def _chart_card() -> html.Section:
    return html.Section(
        [
            html.Div(
                [
                    html.Div(id="value"),
                    *controls(IndicatorChoices, "measure"),
                    html.Div(id="target", className="against"),
                ],
                className="figure-line",
            ),
            html.Div(
                _chart("chart", "chart-says", "Dates in the chart"),
                id="chart-box",
                className="chart-box",
            ),
            _second_chart(),
            html.Div(className="scrubber", **{"data-draw": "scrubber", "data-from": "quarters"}),
            html.Div(
                [_compare(), drawn(IndicatorContent, "another", "another"), _years()],
                className="chart-foot",
            ),
            html.Div(
                [
                    html.Ul(id="cautions", className="notes"),
                    html.P(HINT, className="hint"),
                    html.P(TOUCH_HINT, className="hint touch"),
                ],
                className="remarks",
            ),
        ],
        className="sheet chart-sheet",
    )


def _compare() -> html.Details:
    """What else is in the chart, and what is to be known of its figures."""
    return html.Details(
        [
            html.Summary("Compare, and notes"),
            html.Div(
                [
                    *controls(IndicatorChoices, "compare"),
                    *controls(IndicatorChoices, "index"),
                ],
                className="chart-choices",
            ),
            html.Ul(id="chart-notes", className="notes"),
        ],
        className="compare",
    )


def _years() -> html.Div:
    """How far back the chart goes: quarters or the long run, between which years."""
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
                "aria-valuetext": "Arrow keys step through the dates, Enter goes to the quarter",
            },
        ),
        # What assets/readout.js and span.js show over the chart; the slider says it in words.
        *(
            html.Div(className=name, hidden=True, **{"aria-hidden": "true"})
            for name in ("crosshair", "readout", "chosen-years")
        ),
    ]


def _second_chart() -> html.Div:
    """The other indicator's chart, under the first and on its time axis."""
    return html.Div(
        [
            html.Div(id="beside-head"),
            html.Div(
                _chart("beside-chart", "beside-says", "Dates in the second chart"),
                id="beside-chart-box",
                className="chart-box",
            ),
            html.Ul(id="beside-notes", className="notes"),
        ],
        id="beside-box",
        className="beside-box",
    )


def _points() -> html.Section:
    """The chart's figures as a table, and to take away."""
    table = html.Div(
        drawn(IndicatorContent, "points"),
        className="points",
        # It may scroll sideways, which the keyboard must be able to do too.
        tabIndex="0",
        role="region",
        **{"aria-label": "The figures in the chart"},
    )
    head = html.Div(
        [
            html.H2("The figures as a table"),
            html.P(
                [
                    html.A("Excel", id="excel-link", href="/", download=True),
                    html.A("CSV", id="csv-link", href="/", download=True),
                    html.Button("Chart as a picture", id="picture", type="button"),
                ],
                className="take-away",
            ),
        ],
        className="card-head",
    )
    return html.Section([head, table], id="points-field", className="sheet", tabIndex="-1")
