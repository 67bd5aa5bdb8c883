"""The one page shell: top bar, line, every page's section, and what says that it failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.choices import Choice
from dashboard.pages.controls import control
from dashboard.pages.line import LISTS, where
from dashboard.pages.page import Page

LINK = {"data-page": "true"}
STATE = "page-state"
URL = "url"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose dashboard it is: its title, its council, whom to ask, the address of a logo, if any."""

    title: str
    council: str
    contact: str = ""
    logo: str = ""


def shell(
    pages: Sequence[Page[Any]],
    filters: Iterable[Choice],
    stores: Iterable[str],
    owner: Owner,
    location: Mapping[str, str],
) -> html.Div:
    """The whole page, empty; `location` is the address that it is to be filled for."""
    return html.Div(
        [
            dcc.Location(id=URL, refresh=False, **location),
            *(dcc.Store(id=store) for store in (STATE, *stores)),
            html.A("Skip to the content", href="#main", className="skip"),
            _top_bar(pages, owner),
            _line(pages, filters),
            html.Div(id="busy", className="busy", hidden=True),
            _failed(),
            # assets/making.js fills it.
            html.Section(
                id="making", className="making", hidden=True, **{"aria-label": "Files being made"}
            ),
            html.Main(
                [html.Div(id="notes", role="status"), *(page.laid_out() for page in pages)],
                id="main",
                tabIndex="-1",
            ),
            _foot(pages, owner),
            html.Div(id="live", className="visually-hidden", **{"aria-live": "polite"}),
        ]
    )


def fill(layout: Component, values: Mapping[str, Any]) -> None:
    """Sets every property that a screen decides, by its "component.property"."""
    parts = {part.id: part for part in layout._traverse() if getattr(part, "id", None)}
    for key, value in values.items():
        name, _, prop = key.rpartition(".")
        setattr(parts[name], prop, value)


def nav_id(page: Page[Any]) -> str:
    """The id of a page's link."""
    return f"nav-{page.name}"


def _links(pages: Sequence[Page[Any]], menu: str) -> list[html.A]:
    return [html.A(p.label, id=nav_id(p), href="/", **LINK) for p in pages if p.menu == menu]


def _line(pages: Sequence[Page[Any]], filters: Iterable[Choice]) -> html.Div:
    """What is shown, how, and what can be done with it; dashboard/pages/line.py fills it."""
    download = html.Details(
        [html.Summary("Download"), html.Div(id="files", className="files")],
        id="download",
        className="download",
        hidden=True,
    )
    fold = html.Button(
        "Choose",
        type="button",
        className="fold",
        **{"aria-expanded": "false", "aria-controls": "line"},
    )
    return html.Div(
        [
            where(),
            fold,
            html.Div([control(choice) for choice in filters], className="how"),
            html.Div([download, *_links(pages, "act")], className="acts"),
            html.Div(
                id="chooser",
                className="chooser",
                hidden=True,
                role="dialog",
                **{"data-draw": "chooser", "data-from": LISTS},
            ),
        ],
        id="line",
        className="shown-line",
        role="search",
        **{"aria-label": "What is shown"},
    )


def _top_bar(pages: Sequence[Page[Any]], owner: Owner) -> html.Header:
    logo = [html.Img(src=owner.logo, alt=owner.council)] if owner.logo else [owner.council]
    return html.Header(
        [
            html.Span(owner.title, className="product"),
            html.Button(
                "Menu",
                type="button",
                className="menu",
                **{"aria-expanded": "false", "aria-controls": "pages"},
            ),
            html.Nav(_links(pages, "top"), id="pages", **{"aria-label": "Pages"}),
            html.Span(logo, className="council"),
        ],
        className="top",
    )


def _foot(pages: Sequence[Page[Any]], owner: Owner) -> html.Footer:
    links: list[Component] = [*_links(pages, "foot")]
    if "@" in owner.contact:
        links.append(html.A(owner.contact, href=f"mailto:{owner.contact}"))
    elif owner.contact.startswith(("https://", "http://")):
        links.append(html.A("Contact", href=owner.contact))
    elif owner.contact:
        links.append(html.Span(owner.contact))
    return html.Footer(links, className="foot")


def _failed() -> html.Div:
    return html.Div(
        [
            html.Span("The figures could not be fetched. What you see may not match your choice. "),
            html.Button("Try again", id="retry", type="button", className="button"),
        ],
        id="failed",
        className="failed",
        role="alert",
        hidden=True,
    )
