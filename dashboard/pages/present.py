"""The slides of a portfolio at a quarter: a title, one for each indicator, and what is missing."""

from __future__ import annotations

from typing import Any

from dashboard.components.counts import counts
from dashboard.components.slide import indicator_slide, rest_slide, title_slide
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.sentences import overview_headline
from dashboard.figures.style import Size
from dashboard.findings import portfolio_findings
from dashboard.pages.overview import SHOWN
from dashboard.pages.panel import Panel
from dashboard.selection import Selection
from dashboard.store.dataset import Dataset
from dashboard.view import View

REST = "rest"
ALL = "All portfolios"


def present(dataset: Dataset, selection: Selection, size: Size) -> Panel:
    """The page: the asked slide, and the addresses of all of them."""
    view = selection.view
    everything, shown = _findings(dataset, selection)
    keys = ["", *(finding.indicator.id for finding in shown), REST]
    place = keys.index(view.slide) if view.slide in keys else 0
    slide = _slide(dataset, selection, keys[place], everything, shown, size)
    here = View(portfolio=selection.portfolio_value, quarter=selection.quarter.id)
    return Panel(
        title=f"{slide['heading']}, {selection.quarter.label}",
        said=f"Slide {place + 1} of {len(keys)}: {slide['heading']}",
        portfolio=selection.portfolio_value,
        quarter=selection.quarter.id,
        filters_hidden=True,
        overview_href=here.overview().href,
        about_href=here.about().href,
        present_hidden=False,
        deck={
            "slides": [
                {"key": key, "href": view.of_slide(key).href, "leads": _leads(key, here)}
                for key in keys
            ],
            "at": place,
            "side": view.side,
            "slide": slide,
            "of": f"{len(shown)} {_what(view.show, len(shown))}",
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
    everything, shown = _findings(dataset, selection)
    key = selection.view.slide
    if key not in ("", REST) and key not in [finding.indicator.id for finding in shown]:
        return None
    return _slide(dataset, selection, key, everything, shown, size)


def _findings(
    dataset: Dataset, selection: Selection
) -> tuple[list[IndicatorFinding], list[IndicatorFinding]]:
    """All findings of the portfolio or portfolios, and those that have a slide."""
    chosen = [selection.portfolio] if selection.portfolio else list(dataset.catalogue.portfolios)
    everything = [
        finding
        for portfolio in chosen
        for finding in portfolio_findings(dataset, portfolio.id, selection.quarter)
    ]
    return everything, [f for f in everything if SHOWN[selection.view.show](f)]


def _slide(
    dataset: Dataset,
    selection: Selection,
    key: str,
    everything: list[IndicatorFinding],
    shown: list[IndicatorFinding],
    size: Size,
) -> dict[str, Any]:
    catalogue, quarter = dataset.catalogue, selection.quarter
    name = selection.portfolio.name if selection.portfolio else ALL
    new = [finding for finding in everything if finding.is_new]
    if key == REST:
        return rest_slide(everything, name, quarter)
    finding = next((each for each in shown if each.indicator.id == key), None)
    if finding:
        portfolio = catalogue.portfolio(finding.indicator.portfolio_id)
        return indicator_slide(finding, portfolio.name if portfolio else name, size)
    exceptions = sum(each.standing.is_exception for each in new)
    judged = sum(each.standing.judged for each in new)
    headline = overview_headline(exceptions, judged, len(new), quarter, len(everything) - len(new))
    said = [each.said for each in counts(everything)]
    return title_slide(name, catalogue.council.name, quarter, headline, said)
