"""From an address to its page: the one way in for first paint, updates and status codes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dashboard.charts.style import Size
from dashboard.pages.about import about_page
from dashboard.pages.accessibility import accessibility_page
from dashboard.pages.checks import checks_page
from dashboard.pages.indicator import indicator_page
from dashboard.pages.missing import missing_page
from dashboard.pages.overview import overview
from dashboard.pages.pack import pack
from dashboard.pages.panel import Panel
from dashboard.pages.present import present
from dashboard.selection import select
from dashboard.store.catalogue import Catalogue
from dashboard.store.dataset import Dataset
from dashboard.view import (
    ABOUT,
    ACCESSIBILITY,
    ALL_PORTFOLIOS,
    CHECKS,
    INDICATOR,
    OVERVIEW,
    PRESENT,
    PRINT,
    View,
    parse,
)


def draw(dataset: Dataset, view: View | None, size: Size) -> Panel:
    """The panel of a view, its chart at a size; without a view, the page that says so.

    Panels of a dataset never change, so those asked for last are kept; only About also tells what
    has been refused since. Keys are short: `view.parse` bounds every part of an address.
    """
    if view is not None and view.page == ABOUT:
        return _drawn(dataset, view, size)
    large = view is not None and view.page == OVERVIEW and view.portfolio == ALL_PORTFOLIOS
    return (kept_large if large else kept)(dataset, view, size)


def _drawn(dataset: Dataset, view: View | None, size: Size) -> Panel:
    panel = _page(dataset, view, size)
    address = view.href if view else ""
    drawn = " ".join((dataset.version, size.name, address))
    link = ""
    if view and panel.quarter and panel.plain_hidden:
        portfolio = "" if view.page == INDICATOR else panel.portfolio
        link = replace(view, quarter=panel.quarter, portfolio=portfolio).href
    return replace(panel, drawn=drawn, dataset=dataset.version, link=link)


kept = lru_cache(maxsize=128)(_drawn)
kept_large = lru_cache(maxsize=8)(_drawn)
"""Panels of all portfolios: hundreds of rows each, so few of them fit."""


def _page(dataset: Dataset, view: View | None, size: Size) -> Panel:
    selection = select(view or View(), dataset.catalogue)
    if view is None or (view.page == INDICATOR and selection.indicator is None):
        return missing_page(dataset, selection)
    if view.page == ABOUT:
        return about_page(dataset, selection)
    if view.page == ACCESSIBILITY:
        return accessibility_page(dataset, selection)
    if view.page == CHECKS:
        return checks_page(dataset, selection)
    if view.page == PRINT:
        return pack(dataset, selection)
    if view.page == PRESENT:
        return present(dataset, selection, size)
    if selection.indicator:
        return indicator_page(dataset, selection, selection.indicator, size)
    return overview(dataset, selection)


def exists(catalogue: Catalogue, pathname: str, query: str) -> bool:
    """Whether a page stands at an address."""
    view = parse(pathname, query)
    if view is None:
        return False
    return view.page != INDICATOR or catalogue.indicator(view.indicator) is not None
