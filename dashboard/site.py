"""The pages there are, and what follows from their declarations: addresses, screens, wiring."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from dash import html
from plotly.io.json import to_json_plotly

from dashboard.charts.style import Size
from dashboard.choices import Choice, choices_of, query_texts, texts_after
from dashboard.pages.about.page import PAGE as ABOUT
from dashboard.pages.accessibility.page import PAGE as ACCESSIBILITY
from dashboard.pages.checks.page import PAGE as CHECKS
from dashboard.pages.controls import (
    LINE,
    frame_id,
    has_control,
    set_by,
    shown_value,
    static_options,
)
from dashboard.pages.indicator.page import PAGE as INDICATOR
from dashboard.pages.line import LISTS, QUARTERS, line_values, no_line
from dashboard.pages.missing.page import PAGE as MISSING
from dashboard.pages.overview.page import PAGE as OVERVIEW
from dashboard.pages.page import EMPTY, Content, Page, component_name, places_of, section_id
from dashboard.pages.page import filled as filled_places
from dashboard.pages.present.page import PAGE as PRESENT
from dashboard.pages.print_pack.page import PAGE as PRINT
from dashboard.pages.shell import STATE, nav_id
from dashboard.selection import Filters, IndicatorFilters, Selection, select
from dashboard.store.catalogue import Catalogue
from dashboard.store.dataset import Dataset
from dashboard.store.listed import names_one

PAGES: tuple[Page[Any], ...] = (
    OVERVIEW,
    INDICATOR,
    PRESENT,
    PRINT,
    ABOUT,
    ACCESSIBILITY,
    CHECKS,
    MISSING,
)
_ID = r"(?P<{}>[A-Za-z0-9_.~-]{{1,100}})"


@dataclass(frozen=True, slots=True)
class Address:
    """A page and its choices; `notes` tell what of the address could not be read."""

    page: Page[Any]
    choices: Filters
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Screen:
    """What is on the screen: the value of every property that a page decides."""

    values: Mapping[str, Any]

    @property
    def state(self) -> dict[str, Any]:
        """What the browser's scripts know of it: title, what is said, of which address it is."""
        state: dict[str, Any] = self.values[f"{STATE}.data"]
        return state

    @cached_property
    def texts(self) -> dict[str, str]:
        """The same values as JSON, which can be compared."""
        return {key: to_json_plotly(value) for key, value in self.values.items()}


class Site:
    """The pages and all that follows from them; the last page stands in where there is none."""

    def __init__(self, pages: tuple[Page[Any], ...] = PAGES) -> None:
        self.pages = pages
        self.missing = pages[-1]
        self._paths = [(_pattern(page), page) for page in pages if page is not self.missing]

    @cached_property
    def controls(self) -> dict[str, Choice]:
        """The choices that have a control, by the control's name; a choice is one on all pages."""
        declared = [choice for page in self.pages for choice in choices_of(page.choices).values()]
        return {component_name(each.name): each for each in declared if has_control(each)}

    @property
    def filters(self) -> list[Choice]:
        """The choices whose controls are in the line."""
        return [choice for choice in self.controls.values() if choice.group == LINE]

    @cached_property
    def stores(self) -> tuple[str, ...]:
        """The names of the places that hold plain data, and of the stores of the line."""
        return (
            LISTS,
            QUARTERS,
            *(
                name
                for page in self.pages
                for _, name, place in places_of(page.places)
                if place.property == "data"
            ),
        )

    @cached_property
    def empty(self) -> dict[str, Any]:
        """Every property that some page decides, and what it is on the others."""
        values: dict[str, Any] = {f"{STATE}.data": None, "notes.children": None}
        values |= {"line.hidden": False} | no_line()
        for page in self.pages:
            values[f"{section_id(page.name)}.hidden"] = True
            values |= _empty_places(page.places)
            if page.menu:
                values[f"{nav_id(page)}.href"] = "/"
            if page.menu == "top":
                values[f"{nav_id(page)}.className"] = "page-tab"
        for name, choice in self.controls.items():
            values[f"{name}.value"] = shown_value(choice, choice.default)
            values[f"{frame_id(choice)}.hidden"] = True
            if choice.options or choice.labels:
                values[f"{name}.options"] = static_options(choice)
        return values

    def parse(self, pathname: object, search: object) -> Address | None:
        """The page of an address and its choices; None where no page has that path.

        Both come from a browser and may be anything; what cannot be read falls back with a note.
        """
        path = pathname if isinstance(pathname, str) else "/"
        texts = query_texts(search if isinstance(search, str) else "")
        for pattern, page in self._paths:
            if match := pattern.fullmatch(path):
                return self._read(page, texts | match.groupdict())
        return None

    def _read(self, page: Page[Any], texts: Mapping[str, str]) -> Address:
        choices, notes = page.choices.read(texts)
        return Address(page, choices, notes)

    def exists(self, catalogue: Catalogue, pathname: object, search: object) -> bool:
        """Whether there is a page at an address."""
        address = self.parse(pathname, search)
        return address is not None and _has_indicator(address.choices, catalogue)

    def after(self, address: Address, name: str, value: object) -> Address:
        """The address after a control was set to a value.

        It is written into the address and read back, so that whatever a browser sends is bounded
        and checked as an address is.
        """
        field = self.controls[name].name
        declared = choices_of(address.page.choices)
        texts = texts_after(address.choices, field, value) if field in declared else None
        if texts is None:
            return address
        return self._read(address.page, texts)

    def screen(self, dataset: Dataset, address: Address | None, size: Size) -> Screen:
        """The screen of an address, its charts at a size; without one, of the page that says so.

        Screens of a dataset never change, so those asked for last are kept; their keys are short,
        since `parse` bounds every part of an address.
        """
        address = address or Address(self.missing, self.missing.choices())
        if not address.page.kept:
            return self.drawn(dataset, address, size)
        one = names_one(address.choices.portfolio)
        return (kept if one else kept_of_several)(self, dataset, address, size)

    def shown(self, dataset: Dataset, drawn: object, size: Size) -> Screen | None:
        """The screen that a browser says it shows; None where this dataset has no such screen."""
        if not isinstance(drawn, str):
            return None
        path, _, query = drawn.rpartition(" ")[2].partition("?")
        screen = self.screen(dataset, self.parse(path, query), size)
        return screen if screen.state["drawn"] == drawn else None

    def drawn(self, dataset: Dataset, address: Address, size: Size) -> Screen:
        """The screen of an address, made anew."""
        page, at = address.page, select(dataset, address.choices, address.notes)
        if isinstance(address.choices, IndicatorFilters) and at.indicator is None:
            page = self.missing
        content = page.content(at, size)
        shown = replace(at, choices=content.shown or at.dated)
        # Where there are no filters, what of them could not be read matters to nobody.
        notes = (*(at.notes if page.filters else ()), *content.notes)
        drawn = " ".join((dataset.version, size.name, address.page.name, address.choices.href))
        link = at.link if page is not self.missing else ""
        return Screen(
            self.empty
            | {
                f"{STATE}.data": _state(content, shown.choices, dataset.version, drawn, link),
                "notes.children": [html.P(text, className="note") for text in notes],
                "line.hidden": not page.filters,
                f"{section_id(page.name)}.hidden": False,
            }
            | (line_values(page, at) if page.filters else {})
            | self._links(page, at)
            | dict(set_by(shown))
            | filled_places(content)
        )

    def _links(self, page: Page[Any], at: Selection[Any]) -> dict[str, str]:
        links = {f"{nav_id(each)}.href": each.link(at) for each in self.pages if each.menu}
        if page.menu == "top":
            links[f"{nav_id(page)}.className"] = "page-tab active"
        return links


kept, kept_of_several = lru_cache(128)(Site.drawn), lru_cache(8)(Site.drawn)
"""Screens asked for last; few of several portfolios, which may have hundreds of rows each."""


def _pattern(page: Page[Any]) -> re.Pattern[str]:
    """What the page's path matches: one ends in a slash as well as in none."""
    path = re.escape(page.choices.path.rstrip("/")).replace(r"\{", "{").replace(r"\}", "}")
    return re.compile(re.sub(r"\{(\w+)\}", lambda m: _ID.format(m[1]), path) + "/?")


def _has_indicator(choices: Filters, catalogue: Catalogue) -> bool:
    """Whether the indicator that an address names exists; true where it names none."""
    if not isinstance(choices, IndicatorFilters):
        return True
    return catalogue.indicator(choices.indicator) is not None


def _empty_places(places: type[Content]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for _, name, place in places_of(places):
        if place.shows:
            values |= {f"{each}.hidden": True for each in place.shows}
        else:
            values[f"{name}.{place.property}"] = EMPTY[place.property]
        if place.hides:
            values[f"{name}.hidden"] = True
    return values


def _state(content: Content, shown: Filters, version: str, drawn: str, link: str) -> dict[str, Any]:
    """What the browser's scripts know of a screen.

    `link` is the address that shows the same when the newest quarter is another one.
    """
    return {
        "title": content.title,
        "said": content.said,
        "drawn": drawn,
        "dataset": version,
        "link": link,
        "choices": shown.texts(),
        "sentence": content.sentence or f"{content.title}. {content.said}.",
    }
