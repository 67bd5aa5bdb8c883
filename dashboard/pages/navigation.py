"""Where the tabs at the top and the links at the foot lead from a page."""

from __future__ import annotations

from typing import Any

from dashboard.view import View


def navigation(here: View, indicator: str) -> dict[str, Any]:
    """The panel's links to all pages, for the same portfolio and quarter.

    `indicator` is the one that its tab opens; empty where there is none.
    """
    return {
        "overview_href": here.overview().href,
        "indicator_href": here.of_indicator(indicator).href if indicator else "/",
        "present_href": here.present().href,
        "print_href": here.printed().href,
        "about_href": here.about().href,
        "checks_href": here.checks().href,
        "accessibility_href": here.accessibility().href,
    }
