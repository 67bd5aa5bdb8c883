"""How an overview's rows should be drawn: Dash components, or one Store and a small script.

Run `python -m bench.rows`. Each variant replaces all rows by one callback; the time runs from
the click to the frame in which the last new row stands in the page. Ratios are within one run.
"""

from __future__ import annotations

import logging
import statistics
import threading
from pathlib import Path

import dash
from dash import Input, Output, dcc, html
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from tests.browser.chromium import FLAGS, find_chromium

SIZES = (20, 60, 400)
REPEATS = 5
FIRST_DRAW = 300_000
"""ms that a first drawing may take: 400 rows of components need minutes."""
CELLS = ("1,059.4", "748 above target", "2.8 worse", "174.6 worse", "about twice")
DRAWN = """(mark) => new Promise(done => {
  const start = performance.now();
  const look = () => {
    const last = document.querySelector('#rows tbody tr:last-child a');
    if (last && last.textContent.endsWith(mark))
      requestAnimationFrame(() => done(performance.now() - start));
    else requestAnimationFrame(look);
  };
  document.getElementById('go-' + mark).click(); look();
})"""


def as_components(count: int, mark: str) -> html.Table:
    """Each row as 17 Dash components, as a scorecard row needs them."""
    return html.Table(
        html.Tbody(
            [
                html.Tr(
                    [
                        html.Th([html.A(f"Indicator {n} {mark}", href="#"), html.Span("Lower")]),
                        html.Td(html.Img(src="data:image/svg+xml,%3Csvg/%3E", alt="")),
                        *[html.Td([html.Span(cell), html.Span("worse")]) for cell in CELLS[:4]],
                        html.Td(CELLS[4]),
                    ]
                )
                for n in range(count)
            ]
        )
    )


def as_findings(count: int, mark: str) -> dict[str, object]:
    """The same rows as plain data for rows_assets/draw.js."""
    return {"rows": [[f"Indicator {n} {mark}", *CELLS] for n in range(count)]}


def build(variant: str, count: int) -> dash.Dash:
    app = dash.Dash(__name__, assets_folder=str(Path(__file__).with_name("rows_assets")))
    buttons = [html.Button(mark, id=f"go-{mark}") for mark in "ab"]
    if variant == "components":
        app.layout = html.Div([*buttons, html.Div(id="rows")])
        app.callback(
            Output("rows", "children"), Input("go-a", "n_clicks"), Input("go-b", "n_clicks")
        )(lambda a, b: as_components(count, "b" if dash.ctx.triggered_id == "go-b" else "a"))
        return app
    app.layout = html.Div([*buttons, dcc.Store(id="data"), html.Div(id="rows")])
    app.callback(Output("data", "data"), Input("go-a", "n_clicks"), Input("go-b", "n_clicks"))(
        lambda a, b: as_findings(count, "b" if dash.ctx.triggered_id == "go-b" else "a")
    )
    app.clientside_callback(
        dash.ClientsideFunction("rows", "draw"), Output("rows", "title"), Input("data", "data")
    )
    return app


logging.getLogger("werkzeug").setLevel(logging.ERROR)


def measure(page: Page, variant: str, count: int) -> float:
    """Median ms from click to drawn, over REPEATS replacements."""
    app = build(variant, count)
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.locator("#rows tbody tr").nth(count - 1).wait_for(timeout=FIRST_DRAW)
        times = [page.evaluate(DRAWN, "ba"[n % 2]) for n in range(REPEATS)]
    finally:
        page.goto("about:blank")
        server.shutdown()
        thread.join()
    return statistics.median(times)


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page()
        print("| rows | Dash components, ms | Store and script, ms | ratio |")
        print("| --- | --- | --- | --- |")
        for count in SIZES:
            slow, quick = measure(page, "components", count), measure(page, "script", count)
            print(f"| {count} | {slow:,.0f} | {quick:,.0f} | {slow / quick:.1f} |")
        browser.close()


if __name__ == "__main__":
    main()
