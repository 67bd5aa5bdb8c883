"""The screen of an address, and what is said of it."""

from __future__ import annotations

from dashboard.charts.style import WIDE
from dashboard.site import Screen, Site

SITE = Site()


def screen(dataset, address, size=WIDE) -> Screen:
    path, _, query = address.partition("?")
    return SITE.screen(dataset, SITE.parse(path, query), size)


def said(shown: Screen) -> str:
    return shown.state["said"]
