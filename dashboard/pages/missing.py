"""What stands where no page is: what was not found, and the way on."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from dash import html

from dashboard.components.text import page_link
from dashboard.pages.filters import quarter_choices
from dashboard.pages.navigation import navigation
from dashboard.pages.panel import Panel
from dashboard.selection import Selection
from dashboard.store.catalogue import Catalogue
from dashboard.store.dataset import Dataset
from dashboard.view import View


def missing_page(dataset: Dataset, selection: Selection) -> Panel:
    """The panel for an address that no page or no indicator has."""
    catalogue = dataset.catalogue
    asked = selection.view.indicator
    heading = f"There is no indicator “{asked}”" if asked else "There is no such page"
    base = View(portfolio=selection.view.portfolio, quarter=selection.view.quarter)
    close = _similar(catalogue, asked)
    content: list[Any] = [
        html.H1(heading, tabIndex="-1"),
        html.P("The address may be mistyped, or the indicator may have been renamed."),
    ]
    if close:
        links = [
            html.Li(page_link(indicator.name, base.of_indicator(indicator.id).href))
            for indicator in close
        ]
        content += [html.P("Did you mean:"), html.Ul(links)]
    content.append(html.P(page_link("Go to the overview", base.overview().href)))
    first = next(iter(catalogue.indicators), None)
    return Panel(
        title="Not found",
        said=heading,
        portfolio=selection.portfolio_value,
        quarter=selection.quarter.id,
        quarters=quarter_choices(catalogue, selection),
        **navigation(base, first.id if first else ""),
        plain_hidden=False,
        plain=content,
    )


def _similar(catalogue: Catalogue, asked: str) -> list[Any]:
    by_text = {i.id: i for i in catalogue.indicators} | {
        i.name.lower(): i for i in catalogue.indicators
    }
    found = get_close_matches(asked.lower(), list(by_text), n=3, cutoff=0.4) if asked else []
    return list({by_text[text].id: by_text[text] for text in found}.values())
