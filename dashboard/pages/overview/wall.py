"""The overview of several portfolios as a wall: a tile for each, in the order of the dataset."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from dashboard.components.wall import Tile, wall
from dashboard.domain.portfolio.wall import by_shape, wall_headline
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.overview.head import better_quarter
from dashboard.pages.overview.view import At, Groups, View


def wall_view(at: At, groups: Groups, empty: str) -> View:
    """The wall; each tile has its own news, so that the head has the headline alone."""
    headline = wall_headline(at.findings)
    tiles = [
        Tile(
            name=portfolio.name,
            href=replace(at.here, portfolio=portfolio.id, form="", show="all").href,
            findings=findings,
            before=[f for f in at.before if f.indicator.portfolio_id == portfolio.id],
            shown=by_shape(shown),
        )
        for portfolio, findings, (_, shown) in zip(
            at.portfolios, at.found.values(), groups, strict=True
        )
    ]
    data = wall(
        tiles,
        f"Portfolios as at {at.quarter.label}",
        lambda indicator: at.here.to(IndicatorChoices, indicator=indicator).href,
        empty,
    )
    new = sum(finding.is_new for finding in at.findings)
    return View(headline, [html.H1(headline, tabIndex="-1"), *better_quarter(at, new)], data)
