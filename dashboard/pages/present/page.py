"""The slides of a portfolio at a quarter: a title, one for each indicator, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dash.development.base_component import Component

from dashboard.charts.style import Size
from dashboard.components.slide import (
    indicator_slide,
    rest_slide,
    title_slide,
)
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.change_since import since_last_quarter
from dashboard.domain.portfolio.ordering import shown
from dashboard.domain.portfolio.overall import overall_headline
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.line import timeline, timeline_address
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Content, Data, Page, data, drawn
from dashboard.pages.present.choices import PORTFOLIO, REST, PresentChoices
from dashboard.selection import Selection

At = Selection[PresentChoices]


@dataclass(frozen=True, kw_only=True)
class PresentContent(Content):
    """The slides, which assets/present.js shows one by one."""

    deck: Data = data("slides")


def content(at: At, size: Size) -> PresentContent:
    """The asked slide, and the addresses of all of them."""
    shown = _shown(at)
    keys = _keys(at, shown)
    place = keys.index(at.choices.slide) if at.choices.slide in keys else 0
    slide = _slide(at, keys[place], shown, size)
    return PresentContent(
        title=f"{slide['heading']}, {at.quarter.label}",
        said=f"Slide {place + 1} of {len(keys)}: {slide['heading']}",
        deck={
            "slides": [
                {
                    "key": key,
                    "href": _address(at, key).href,
                    "leads": _leads(at, key),
                    "position": f"{number} of {len(keys)}",
                    "timeline": timeline_address(replace(at.here, slide=key, side="chart")),
                }
                for number, key in enumerate(keys, start=1)
            ],
            "at": place,
            "side": at.choices.side,
            "slide": slide,
            "quarters": timeline(at),
            "out": _overview(at),
        },
    )


def _shown(at: At) -> dict[str, list[IndicatorFinding]]:
    """The indicators with a slide by portfolio: those asked for, or all where none is one."""
    found = {
        portfolio.id: shown(at.found[portfolio.name], at.choices.show, at.before)
        for portfolio in at.portfolios
    }
    if at.choices.show != "exceptions" or any(found.values()):
        return found
    return {portfolio.id: list(at.found[portfolio.name]) for portfolio in at.portfolios}


def _every(shown: dict[str, list[IndicatorFinding]]) -> list[IndicatorFinding]:
    return [finding for found in shown.values() for finding in found]


def _keys(at: At, shown: dict[str, list[IndicatorFinding]]) -> list[str]:
    """The slides by name: a title, one for each portfolio of several, the indicators, the rest."""
    several = len(shown) > 1
    return [
        "",
        *(
            key
            for portfolio, found in shown.items()
            for key in (*([PORTFOLIO + portfolio] if several else []), *(_id(f) for f in found))
        ),
        REST,
    ]


def _id(finding: IndicatorFinding) -> str:
    return finding.indicator.id


def _address(at: At, key: str) -> PresentChoices:
    return replace(at.choices, slide=key, side="chart")


def _overview(at: At) -> str:
    return at.dated.to(OverviewChoices, show="all").href


def _leads(at: At, key: str) -> str:
    """Where a slide's indicator is looked at in full."""
    if key in ("", REST) or key.startswith(PORTFOLIO):
        return _overview(at)
    return at.dated.to(IndicatorChoices, indicator=key).href


def slide_data(at: At, size: Size) -> dict[str, Any] | None:
    """One slide's content, for a browser that fetches it ahead; None where there is none."""
    shown, key = _shown(at), at.choices.slide
    return _slide(at, key, shown, size) if key in _keys(at, shown) else None


def _slide(
    at: At, key: str, shown: dict[str, list[IndicatorFinding]], size: Size
) -> dict[str, Any]:
    name, every = at.portfolio_name, _every(shown)
    if key == REST:
        return rest_slide(at.findings, every, name, at.quarter)
    finding = next((each for each in every if _id(each) == key), None)
    if finding:
        portfolio = at.catalogue.portfolio(finding.indicator.portfolio_id)
        return indicator_slide(finding, portfolio.name if portfolio else name, size)
    portfolio = at.catalogue.portfolio(key.removeprefix(PORTFOLIO)) if key else None
    return _title(at, portfolio.name if portfolio else "")


def _title(at: At, portfolio: str) -> dict[str, Any]:
    """The title of all that is shown, or of one portfolio of several."""
    found = at.found[portfolio] if portfolio else at.findings
    ids = {_id(finding) for finding in found}
    news = since_last_quarter(found, [each for each in at.before if _id(each) in ids])
    exceptions = [f.indicator.name for f in found if f.is_exception]
    watched = [f.indicator.name for f in found if f.standing.is_to_watch]
    named = {"Exceptions": exceptions, "To watch": watched}
    return title_slide(
        portfolio or at.portfolio_name,
        at.catalogue.council.name,
        at.quarter,
        overall_headline(found),
        [
            *(f"{words}: {', '.join(names)}" for words, names in named.items() if names),
            *(turn.said for turn in news),
        ],
    )


def _opens(at: Selection[Any]) -> PresentChoices:
    """From an indicator, its own slide."""
    if at.indicator is None:
        return at.here.to(PresentChoices)
    return at.here.to(
        PresentChoices,
        show="exceptions" if at.finding.is_exception else "all",
        slide=at.indicator.id,
    )


def layout() -> list[Component]:
    """The place of the slides, which covers everything else."""
    return [drawn(PresentContent, "deck", "present")]


PAGE = Page(
    name="present",
    label="Present",
    menu="act",
    choices=PresentChoices,
    places=PresentContent,
    content=content,
    layout=layout,
    filters=False,
    opens=_opens,
)
