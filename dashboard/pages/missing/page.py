"""The page where no page is: what was not found, and the way on."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.style import Size
from dashboard.components.text import page_link
from dashboard.domain.facts.indicator import Indicator
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.missing.choices import MissingChoices
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Children, Content, Page, children
from dashboard.selection import Filters, Selection
from dashboard.store.catalogue import Catalogue

_CLOSE = 0.4
"""How alike a name must be to be offered, from 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class MissingContent(Content):
    """One text."""

    missing_text: Children = children()


def content(at: Selection[Any], size: Size) -> MissingContent:
    """What was not found, and what may have been meant."""
    asked = at.choices.indicator if isinstance(at.choices, IndicatorChoices) else ""
    heading = f"There is no indicator “{asked}”" if asked else "Page not found"
    base = at.choices.to(Filters)
    return MissingContent(
        title="Not found",
        said=heading,
        shown=at.dated.to(MissingChoices),
        missing_text=[
            html.H1(heading, tabIndex="-1"),
            html.P("The address may be mistyped, or the indicator may have been renamed."),
            *_meant(base, _similar(at.catalogue, asked)),
            html.P(page_link("Go to the overview", base.to(OverviewChoices).href)),
        ],
    )


def _meant(base: Filters, similar: list[Indicator]) -> list[Component]:
    if not similar:
        return []
    links = [
        html.Li(page_link(each.name, base.to(IndicatorChoices, indicator=each.id).href))
        for each in similar
    ]
    return [html.P("Did you mean:"), html.Ul(links)]


def _similar(catalogue: Catalogue, asked: str) -> list[Indicator]:
    by_text = {i.id: i for i in catalogue.indicators} | {
        i.name.lower(): i for i in catalogue.indicators
    }
    found = get_close_matches(asked.lower(), list(by_text), n=3, cutoff=_CLOSE) if asked else []
    return list({by_text[text].id: by_text[text] for text in found}.values())


PAGE = Page(
    name="missing",
    label="Page not found",
    choices=MissingChoices,
    places=MissingContent,
    content=content,
)
