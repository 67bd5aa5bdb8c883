"""The page of one indicator: where its link leads, and where a choice of portfolio leads on it."""

from __future__ import annotations

from typing import Any

from dashboard.pages.files import indicator_files
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.indicator.content import IndicatorContent, content
from dashboard.pages.indicator.layout import layout
from dashboard.pages.listing import steps
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Page
from dashboard.selection import Filters, Selection, read_quarter
from dashboard.store.catalogue import Catalogue


def _opens(at: Selection[Any]) -> Filters | None:
    """The indicator itself, else the first of the list; None where there is none."""
    if at.indicator:
        return at.here
    first = next(iter(steps(at)), None)
    return at.here.to(IndicatorChoices, indicator=first.indicator.id) if first else None


def _after(choices: IndicatorChoices, catalogue: Catalogue) -> Filters:
    """Another portfolio opens its first indicator as printed; what is not one, the overview."""
    if catalogue.portfolio(choices.portfolio) is None:
        return choices.to(OverviewChoices)
    chosen, _ = read_quarter(choices.quarter, catalogue.quarters())
    held = catalogue.at(chosen) if chosen else catalogue
    first = next(iter(held.in_portfolio(choices.portfolio)), None)
    return choices.to(IndicatorChoices, indicator=first.id) if first else choices


PAGE = Page(
    name="indicator",
    label="Indicator",
    menu="top",
    choices=IndicatorChoices,
    places=IndicatorContent,
    content=content,
    layout=layout,
    opens=_opens,
    after=_after,
    files=indicator_files,
)
