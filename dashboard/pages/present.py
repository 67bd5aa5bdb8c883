"""The slides of a portfolio at a quarter: a title, one for each indicator, and what is missing."""

from __future__ import annotations

from typing import Any

from dashboard.charts.style import Size
from dashboard.components.slide import indicator_slide, rest_slide, title_slide
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.counts import counts
from dashboard.domain.portfolio.ordering import shown
from dashboard.domain.portfolio.overall import overall_headline
from dashboard.findings import portfolio_findings
from dashboard.pages.navigation import navigation
from dashboard.pages.panel import Panel
from dashboard.selection import Selection
from dashboard.store.dataset import Dataset
from dashboard.view import View

REST = "rest"


def present(dataset: Dataset, selection: Selection, size: Size) -> Panel:
    """The page: the asked slide, and the addresses of all of them."""
    view = selection.view
    everything, slides = _findings(dataset, selection)
    keys = ["", *(finding.indicator.id for finding in slides), REST]
    place = keys.index(view.slide) if view.slide in keys else 0
    slide = _slide(dataset, selection, keys[place], everything, slides, size)
    here = View(portfolio=selection.portfolio_value, quarter=selection.quarter.id)
    return Panel(
        title=f"{slide['heading']}, {selection.quarter.label}",
        said=f"Slide {place + 1} of {len(keys)}: {slide['heading']}",
        portfolio=selection.portfolio_value,
        quarter=selection.quarter.id,
        filters_hidden=True,
        **navigation(here, everything[0].indicator.id if everything else ""),
        present_hidden=False,
        deck={
            "slides": [
                {"key": key, "href": view.of_slide(key).href, "leads": _leads(key, here)}
                for key in keys
            ],
            "at": place,
            "side": view.side,
            "slide": slide,
            "of": f"{len(slides)} {_what(view.show, len(slides))}",
            "out": here.overview().href,
        },
    )


def _leads(key: str, here: View) -> str:
    """Where a slide's indicator is looked at in full."""
    return here.of_indicator(key).href if key not in ("", REST) else here.overview().href


def _what(show: str, count: int) -> str:
    words = {"exceptions": ("exception", "exceptions"), "others": ("other", "others")}
    one, many = words.get(show, ("indicator", "indicators"))
    return one if count == 1 else many


def slide(dataset: Dataset, selection: Selection, size: Size) -> dict[str, Any] | None:
    """One slide's content, for a browser that fetches it ahead; None where there is none."""
    everything, slides = _findings(dataset, selection)
    key = selection.view.slide
    if key not in ("", REST) and key not in [finding.indicator.id for finding in slides]:
        return None
    return _slide(dataset, selection, key, everything, slides, size)


def _findings(
    dataset: Dataset, selection: Selection
) -> tuple[list[IndicatorFinding], list[IndicatorFinding]]:
    """All findings of the portfolio or portfolios, and those that have a slide."""
    everything = [
        finding
        for portfolio in selection.portfolios
        for finding in portfolio_findings(dataset, portfolio.id, selection.quarter)
    ]
    return everything, shown(everything, selection.view.show)


def _slide(
    dataset: Dataset,
    selection: Selection,
    key: str,
    everything: list[IndicatorFinding],
    slides: list[IndicatorFinding],
    size: Size,
) -> dict[str, Any]:
    catalogue, quarter = dataset.catalogue, selection.quarter
    name = selection.portfolio_name
    if key == REST:
        return rest_slide(everything, slides, name, quarter)
    finding = next((each for each in slides if each.indicator.id == key), None)
    if finding:
        portfolio = catalogue.portfolio(finding.indicator.portfolio_id)
        return indicator_slide(finding, portfolio.name if portfolio else name, size)
    headline = overall_headline(everything, quarter)
    said = [each.said for each in counts(everything)]
    exceptions = [each.indicator.name for each in everything if each.is_exception]
    return title_slide(name, catalogue.council.name, quarter, headline, said, exceptions)
