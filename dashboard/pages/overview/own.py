"""The overview of a reader's own list while it is empty: that it is, and how to fill it."""

from __future__ import annotations

from dash import html

from dashboard.components.text import page_link
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.overview.view import At, View
from dashboard.store.listed import ALL

_HEADLINE = "Nothing is in My indicators yet"
_HOW = (
    "The star ☆ beside an indicator adds it: in a table or a history, on a card, or in the line "
    "above its own page. "
)
_WHERE = "The list is kept in this browser; its address shows it to others. "


def empty_own_view(at: At) -> View:
    """What says so in the place of a headline, with the way to all that can be starred."""
    everything = at.dated.to(OverviewChoices, portfolio=ALL, form="table").href
    words = html.P([_HOW, _WHERE, page_link("Show all indicators", everything)])
    return View(_HEADLINE, [html.H1(_HEADLINE, tabIndex="-1"), words], None)
