"""The overview's counts, each of which filters, and the ways to sort: where each leads."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.domain.portfolio.counts import counts
from dashboard.domain.portfolio.ordering import ORDERS, STANDARD
from dashboard.pages.overview.choices import OverviewChoices, in_form
from dashboard.pages.page import Children, Data
from dashboard.selection import Selection

At = Selection[OverviewChoices]
STAYS = {"data-page": "true", "data-stay": "true"}


def filters(at: At) -> Data:
    """The counts for assets/counts.js; the numbers stay whatever is filtered, a 0 leads nowhere.

    The pressed one leads back to all.
    """
    if not at.findings:
        return None
    every = _filter(at, "all", len(at.findings), number=str(len(at.findings)))
    return {
        "filters": [
            every,
            *(
                _filter(at, c.key, c.count, mark=c.mark, number=str(c.count), words=c.words)
                | {"status": c.status}
                for c in counts(at.findings)
            ),
        ]
    }


def _filter(at: At, key: str, count: int, **shown: Any) -> dict[str, Any]:
    pressed = at.choices.show == key
    href = in_form(at, show="all" if pressed else key)
    return shown | {"href": href if count else "", "pressed": pressed}


def orders(at: At) -> Children:
    """The ways to sort, those of the headings too."""
    by = at.choices.sort.removeprefix("-")
    links: list[Component] = [
        html.A(
            order.words,
            href=in_form(at, sort=name),
            **STAYS,
            **({"aria-current": "true"} if name == by else {}),
        )
        for name, order in ORDERS.items()
    ]
    summary = html.Summary([html.Span("Order: ", className="quiet"), ORDERS[by].words])
    return [summary, html.Div(links, className="files")] if at.findings else None


def sorting(at: At) -> dict[str, tuple[str, str]]:
    """For each order where a press of its heading leads, and how it sorts now."""
    chosen = at.choices.sort
    found = {}
    for name, order in ORDERS.items():
        href = in_form(at, sort=_pressed(name, chosen))
        down = order.largest_first != chosen.startswith("-")
        now = ("descending" if down else "ascending") if chosen.removeprefix("-") == name else ""
        found[name] = (href, now)
    return found


def _pressed(name: str, chosen: str) -> str:
    """The order after a press: by this heading, then the other way round, then the standard one."""
    if chosen == name:
        return f"-{name}"
    return STANDARD if chosen == f"-{name}" else name
