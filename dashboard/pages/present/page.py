"""The slides of a portfolio at a quarter: a title, one for each indicator, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dash.development.base_component import Component

from dashboard.charts.style import Size
from dashboard.components.slide import indicator_slide, rest_slide, title_slide
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import plural
from dashboard.domain.portfolio.counts import counts
from dashboard.domain.portfolio.ordering import shown
from dashboard.domain.portfolio.overall import exceptions_said, overall_headline
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Content, Data, Page, data, drawn
from dashboard.pages.present.choices import REST, PresentChoices
from dashboard.selection import Selection

At = Selection[PresentChoices]
_WORDS = {"exceptions": "exception", "others": "other"}


@dataclass(frozen=True, kw_only=True)
class PresentContent(Content):
    """The slides, which assets/present.js shows one by one."""

    deck: Data = data("slides")


def content(at: At, size: Size) -> PresentContent:
    """The asked slide, and the addresses of all of them."""
    slides = _slides(at)
    keys = ["", *(finding.indicator.id for finding in slides), REST]
    place = keys.index(at.choices.slide) if at.choices.slide in keys else 0
    slide = _slide(at, keys[place], slides, size)
    return PresentContent(
        title=f"{slide['heading']}, {at.quarter.label}",
        said=f"Slide {place + 1} of {len(keys)}: {slide['heading']}",
        deck={
            "slides": [
                {"key": key, "href": _address(at, key).href, "leads": _leads(at, key)}
                for key in keys
            ],
            "at": place,
            "side": at.choices.side,
            "slide": slide,
            "of": f"{len(slides)} {plural(len(slides), _named(slides, at))}",
            "out": _overview(at),
        },
    )


def _slides(at: At) -> list[IndicatorFinding]:
    """The indicators with a slide: those asked for, or all where none is an exception."""
    found = shown(at.findings, at.choices.show, at.before)
    return found if found or at.choices.show != "exceptions" else list(at.findings)


def _address(at: At, key: str) -> PresentChoices:
    return replace(at.choices, slide=key, side="chart")


def _overview(at: At) -> str:
    return at.dated.to(OverviewChoices, show="all").href


def _leads(at: At, key: str) -> str:
    """Where a slide's indicator is looked at in full."""
    if key in ("", REST):
        return _overview(at)
    return at.dated.to(IndicatorChoices, indicator=key).href


def slide_data(at: At, size: Size) -> dict[str, Any] | None:
    """One slide's content, for a browser that fetches it ahead; None where there is none."""
    slides, key = _slides(at), at.choices.slide
    if key not in ("", REST) and key not in [finding.indicator.id for finding in slides]:
        return None
    return _slide(at, key, slides, size)


def _slide(at: At, key: str, slides: list[IndicatorFinding], size: Size) -> dict[str, Any]:
    name = at.portfolio_name
    if key == REST:
        return rest_slide(at.findings, slides, name, at.quarter)
    finding = next((each for each in slides if each.indicator.id == key), None)
    if finding:
        portfolio = at.catalogue.portfolio(finding.indicator.portfolio_id)
        return indicator_slide(finding, portfolio.name if portfolio else name, size)
    headline = overall_headline(at.findings)
    said = [*(each.label for each in counts(at.findings)), exceptions_said(at.findings)]
    exceptions = [each.indicator.name for each in at.findings if each.is_exception]
    return title_slide(name, at.catalogue.council.name, at.quarter, headline, said, exceptions)


def _named(slides: list[IndicatorFinding], at: At) -> str:
    """What the slides are of; "indicator" where all stand in for exceptions that there are none."""
    none = at.choices.show == "exceptions" and not any(each.is_exception for each in slides)
    return _WORDS.get("all" if none else at.choices.show, "indicator")


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
