"""Every page in every state that one choice leads to: for axe, sizes, statuses and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dashboard.choices import Choice, choices_of
from dashboard.selection import Filters, IndicatorFilters
from dashboard.site import PAGES

EXAMPLES: dict[str, Any] = {
    "portfolio": ("all", "health", "mine"),
    "own": (("looked-after",),),
    "quarter": ("FY2016-17Q2", "FY2017-18Q4", "banana"),
    "indicator": ("annual-reviews", "healthy-life-male", "nothing"),
    "show": ("exceptions", "others", "miss", "awaiting"),
    "sort": ("-target", "rank", "name"),
    "find": ("children", "nothing like it"),
    "compare": (("england", "published"), ()),
    "beside": ("referrals",),
    "first": (2012,),
    "last": (2016,),
    "slide": ("looked-after", "rest"),
    "tag": ("Council Plan",),
    "until": ("FY2016-17Q4",),
}
"""Values of the choices whose declaration lists none; without them a test fails by a KeyError."""


def addresses() -> list[str]:
    """The addresses of all pages but the one that stands in for what is missing."""
    return list(dict.fromkeys(_addresses()))


def _addresses() -> Iterator[str]:
    for page in PAGES[:-1]:
        start = page.choices()
        if isinstance(start, IndicatorFilters):
            start = replace(start, indicator="looked-after")
        yield start.href
        for name, choice in choices_of(page.choices).items():
            # A choice that all pages have is tried on the first.
            tried = () if name in choices_of(Filters) and page is not PAGES[0] else values(choice)
            for value in tried:
                changed: dict[str, Any] = {name: value}
                yield replace(start, **changed).href


def values(choice: Choice) -> tuple[Any, ...]:
    """What a choice is tried with: examples, else the values that it lists."""
    if choice.name in EXAMPLES:
        found: tuple[Any, ...] = EXAMPLES[choice.name]
        return found
    if choice.control == "checkbox":
        return (not choice.default,)
    return tuple(choice.values or EXAMPLES[choice.name])
