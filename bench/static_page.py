"""The floor: one static page with the same chart and no framework, served as our files are.

Like the product it fetches the chosen quarter's figure from its server; everything else it omits.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whitenoise import WhiteNoise

from dashboard.app import load
from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.style import WIDE, Figure
from dashboard.charts.time_series import time_series
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_findings
from dashboard.settings import Settings
from dashboard.store.dataset import Store
from dashboard.web.compression import squeezed
from dashboard.web.frontend import read_manifest

COMPARE = ChartChoices(
    compare=("england", "north-west", "stat-neighbours"),
    intervals=False,
)
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Static</title>
<link rel="stylesheet" href="STYLES">
<script src="PLOTLY" defer></script><script src="page.js" defer></script></head><body>
<label for="quarter">Quarter</label><select id="quarter"><option>FY2016-17Q3<option>FY2016-17Q2
</select><div id="chart"></div></body></html>"""
SCRIPT = """const draw = async (quarter) => {
  const figure = await (await fetch(`${quarter}.json`, { cache: "no-store" })).json();
  Plotly.react("chart", figure.data, figure.layout, {displayModeBar: false, responsive: true});
};
document.getElementById("quarter").addEventListener("change", (e) => draw(e.target.value));
draw("FY2016-17Q3");
"""


def figures(settings: Settings) -> dict[str, Figure]:
    """The chart of one indicator by quarter, as the product draws it."""
    load(settings)
    dataset = Store(settings.var).current()
    drawn = {}
    for quarter in ("FY2016-17Q3", "FY2016-17Q2"):
        found = portfolio_findings(dataset, "resilient-communities", parse(quarter))
        finding = next(each for each in found if each.indicator.id == "looked-after")
        drawn[quarter] = time_series(chart_model(finding, COMPARE), WIDE)
    return drawn


def build() -> Path:
    """A folder with the page, its script and the files that the product serves too."""
    settings = Settings()
    made = {"page.js": SCRIPT}
    made |= {f"{quarter}.json": json.dumps(drawn) for quarter, drawn in figures(settings).items()}
    folder = Path(tempfile.mkdtemp())
    vendor = read_manifest(settings.vendor, settings.assets)
    for name in (vendor["plotly"], vendor["styles"], vendor["font"]):
        for file in settings.vendor.glob(f"{name}*"):
            shutil.copy(file, folder)
    made["index.html"] = PAGE.replace("STYLES", vendor["styles"]).replace(
        "PLOTLY", vendor["plotly"]
    )
    for name, text in made.items():
        content = text.encode()
        (folder / name).write_bytes(content)
        (folder / f"{name}.br").write_bytes(squeezed(content, "br", hard=True))
        (folder / f"{name}.gz").write_bytes(squeezed(content, "gzip", hard=True))
    return folder


def nothing(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    start("404 Not Found", [("Content-Type", "text/plain")])
    return [b"not here"]


server = WhiteNoise(nothing, root=str(build()), index_file=True)
