"""Show how often outlooks held when they were tried, from the table that was measured."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dash import html
from dash.development.base_component import Component

COVERAGE = Path(__file__).with_name("coverage.csv")
"""What `make backtest` writes."""
_AHEAD = ("one_ahead", "two_ahead", "three_ahead")
_COLUMNS = ("method", "series", "figures", *_AHEAD, "tried")
_OF = {"Earlier years": "years"}
SAID = (
    "The range of an outlook is meant to hold 8 times in 10. We tried it on series made up to "
    "behave in known ways and on published ones. The tables give the share of year ends, in %, "
    "that fell within the range when one, two and three quarters were still to come.",
    "Pace and swing goes from “stays as it is” to “goes on as in the last four quarters”, give or "
    "take the series’ usual swing. Earlier years takes how their year ends compared with their "
    "figure at the same quarter. An average so far and an even pace have no range.",
    "Above 80 the range is wider than it need be. Where a series’ own earlier outlooks mostly "
    "failed, we give no range.",
)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The shares in % that held, for one, two and three quarters ahead, None where not tried.

    `figures` is how many figures, or for the method of earlier years how many years, it had;
    `tried` is how many outlooks one quarter ahead.
    """

    method: str
    series: str
    figures: int
    shares: tuple[int | None, ...]
    tried: int


def coverage_text(rows: Iterable[CoverageRow]) -> str:
    """The rows as CSV."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in rows:
        shares = ("" if share is None else share for share in row.shares)
        table.writerow((row.method, row.series, row.figures, *shares, row.tried))
    return text.getvalue()


@lru_cache(maxsize=1)
def coverage_rows() -> tuple[CoverageRow, ...]:
    """The rows that were measured."""
    with COVERAGE.open(encoding="utf-8", newline="") as text:
        return tuple(
            CoverageRow(
                row["method"],
                row["series"],
                int(row["figures"]),
                tuple(int(row[ahead]) if row[ahead] else None for ahead in _AHEAD),
                int(row["tried"]),
            )
            for row in csv.DictReader(text)
        )


def coverage() -> list[Component]:
    """The texts about the outlook, and one table a method."""
    rows = coverage_rows()
    methods = dict.fromkeys(row.method for row in rows)
    tables = (_table(method, [row for row in rows if row.method == method]) for method in methods)
    return [*(html.P(text) for text in SAID), *tables]


def _table(method: str, rows: Sequence[CoverageRow]) -> Component:
    sizes = sorted({row.figures for row in rows})
    heads = {size: f"{size} {_OF.get(method, 'figures')}" for size in sizes}
    shares = {(row.series, row.figures): row.shares for row in rows}
    head = [html.Th(text, scope="col", className="number") for text in heads.values()]
    body = [
        html.Tr(
            [
                html.Th(series, scope="row"),
                *(_cell(shares.get((series, s)), heads[s]) for s in sizes),
            ]
        )
        for series in dict.fromkeys(row.series for row in rows)
    ]
    return html.Table(
        [
            html.Caption(method),
            html.Thead(html.Tr([html.Th("Series", scope="col"), *head])),
            html.Tbody(body),
        ],
        className="tables coverage",
    )


def _cell(shares: tuple[int | None, ...] | None, head: str) -> Component:
    """Three shares as "83 / 84 / 85"; a dash where nothing was tried."""
    texts = ["–" if share is None else str(share) for share in shares or (None,)]
    return html.Td(" / ".join(texts), className="number", **{"data-label": head})
