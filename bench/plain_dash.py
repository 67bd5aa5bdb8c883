"""The second yardstick: the same chart on a plain page of Dash, with a select and one callback."""

from __future__ import annotations

from dash import Dash, Input, Output, dcc, html
from whitenoise import WhiteNoise

from bench.static_page import figures
from dashboard.charts.style import Figure
from dashboard.settings import Settings
from dashboard.web.compression import compress
from dashboard.web.frontend import read_manifest

SETTINGS = Settings()
VENDOR = read_manifest(SETTINGS.vendor, SETTINGS.assets)
FIGURES = figures(SETTINGS)

app = Dash(
    __name__,
    external_scripts=[f"/vendor/{VENDOR['plotly']}"],
    external_stylesheets=[f"/vendor/{VENDOR['styles']}"],
)
app.layout = html.Div(
    [
        html.Label("Quarter", htmlFor="quarter"),
        dcc.Dropdown(list(FIGURES), next(iter(FIGURES)), id="quarter", clearable=False),
        dcc.Graph(id="chart", config={"displayModeBar": False, "responsive": True}),
    ]
)


@app.callback(Output("chart", "figure"), Input("quarter", "value"))
def draw(quarter: str) -> Figure:
    return FIGURES[quarter]


server = app.server
server.after_request(compress)
server.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
    server.wsgi_app, root=str(SETTINGS.vendor), prefix="vendor/", max_age=31536000
)
