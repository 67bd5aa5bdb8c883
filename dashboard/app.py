"""Build the app: shell, callbacks, downloads and headers, all before the first request."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from wsgiref.headers import Headers

from dash import Dash, html
from flask import Flask, Response, has_request_context, request
from whitenoise import WhiteNoise

from dashboard.callbacks import register, screen_answer, wanted_size
from dashboard.charts.style import WIDE
from dashboard.opening import draw_opening_pages
from dashboard.pages.shell import Owner, fill, shell
from dashboard.settings import Settings
from dashboard.site import Site
from dashboard.store.dataset import Store
from dashboard.store.folder_watch import FolderWatch
from dashboard.store.publishing import publish_in_subprocess
from dashboard.store.reading.problem import DatasetError
from dashboard.store.versions import current_version
from dashboard.web.branding import STANDARD, Logo, main_colour, own_colours, read_logo
from dashboard.web.compression import compress
from dashboard.web.downloads import (
    dataset_download,
    indicator_download,
    report_download,
    slide_download,
    table_download,
)
from dashboard.web.freshness import not_modified, program_tag, tagged
from dashboard.web.frontend import fingerprint, read_manifest
from dashboard.web.security import SAFE_HEADERS, content_security_policy, headers

CATCH_ALL = "/<path:path>"
UNUSED = re.compile(r'<script src="[^"]*/(?:dash_table/|deps/polyfill)[^"]*"></script>\n?')
"""What Dash adds to every page: a table that none has, and what browsers of 2015 lack."""
HASHED = re.compile(r"\.[0-9a-f]{12}\.")
MOST_BYTES = 1_000_000
"""The largest request body in bytes; our callbacks send a few kilobytes."""
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Crect width='32' height='32' rx='6' fill='%2312436D'/%3E%3Cpath d='M6 23l7-8 5 4 8-10' "
    "fill='none' stroke='%23fff' stroke-width='3'/%3E%3C/svg%3E"
)
INDEX = """<!DOCTYPE html>
<html lang="en-GB">
<head>
{%metas%}
<title>{%title%}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="ICON">
PRELOAD
{%css%}
OWN
</head>
<body>
{%app_entry%}
<noscript>This dashboard needs JavaScript. Its figures can be downloaded without: add .csv to an
indicator's address.</noscript>
{%config%}
{%scripts%}
{%renderer%}
</body>
</html>"""


def load(settings: Settings) -> None:
    """Load the data folder; if it has errors, report them and keep the last good dataset.

    Raises DatasetError where there is no good dataset either.
    """
    try:
        publish_in_subprocess(settings.data, settings.var)
    except DatasetError as bad:
        if current_version(settings.var) is None:
            raise
        print(f"{bad.report}\nThe last good dataset is kept.", file=sys.stderr)


def create_app(settings: Settings, site: Site | None = None) -> Dash:
    """The app for one installation, ready to serve, with the pages of `site`."""
    site = site or Site()
    load(settings)
    store = Store(settings.var)
    vendor = read_manifest(settings.vendor, settings.assets)
    app = Dash(
        __name__,
        assets_folder=str(settings.assets),
        title=settings.title,
        update_title=None,
        index_string=_index(vendor, main_colour(settings.colour)),
        external_scripts=[f"/vendor/{vendor[name]}" for name in ("plotly", "scripts") if vendor],
        external_stylesheets=[f"/vendor/{vendor['styles']}"] if vendor else [],
        include_assets_files=not vendor,
        compress=False,
    )
    logo = read_logo(settings.logo)
    app.layout = _layout(site, store, settings, logo)
    # Otherwise Dash keeps the first layout for validation and sends its figures with every page.
    app.validation_layout = None
    app.interpolate_index = _named(app.interpolate_index, site, store, settings.title)
    register(app, site, store)
    prepare = partial(draw_opening_pages, site)
    watch = FolderWatch(settings.data, settings.var, follow=lambda: store.follow(prepare))
    _serve(app, site, store, settings, bool(vendor), watch)
    if logo:
        app.server.add_url_rule("/logo", "logo", logo.answer)
    # Dash sets itself up in its first request, which must not run twice at once, so send it now
    # that all hooks are registered.
    app.server.test_client().get("/")
    app.server.extensions["folder-watch"] = watch
    return app


def _index(vendor: dict[str, str], colour: str) -> str:
    preload = ""
    if vendor:
        preload = (
            f'<link rel="preload" href="/vendor/{vendor["font"]}" as="font" type="font/woff2" '
            "crossorigin>"
        )
    icon = ICON.replace("12436D", colour.removeprefix("#"))
    own = "" if colour == STANDARD else f"<style>{own_colours(colour)}</style>"
    return INDEX.replace("ICON", icon).replace("PRELOAD", preload).replace("OWN", own)


def _named(index: Callable[..., str], site: Site, store: Store, title: str) -> Callable[..., str]:
    """A function that adds the title and description of each address, for previews of links."""

    def named(**parts: str) -> str:
        address = site.parse(request.path, request.query_string.decode("utf-8", "replace"))
        state = site.screen(store.current(), address, WIDE).state
        full, said = escape(f"{state['title']} - {title}"), escape(state["said"])
        tags = (
            f'<meta name="description" content="{said}">',
            f'<meta property="og:title" content="{full}">',
            f'<meta property="og:description" content="{said}">',
            f'<meta property="og:site_name" content="{escape(title)}">',
            '<meta property="og:type" content="website">',
        )
        metas, scripts = "\n".join((parts["metas"], *tags)), UNUSED.sub("", parts["scripts"])
        return index(**parts | {"title": full, "metas": metas, "scripts": scripts})

    return named


def _layout(
    site: Site, store: Store, settings: Settings, logo: Logo | None
) -> Callable[[], html.Div]:
    """The layout function, which fills in the page at the requesting address."""

    def layout() -> html.Div:
        address = _asking_address()
        search = f"?{address.query}" if address.query else ""
        location = {"pathname": address.path, "search": search} if address.path else {}
        dataset = store.current()
        owner = Owner(
            title=settings.title,
            council=dataset.catalogue.council.name,
            contact=settings.contact,
            logo=logo.href if logo else "",
        )
        body = shell(site.pages, site.filters, site.stores, owner, location)
        screen = site.screen(dataset, site.parse(address.path or "/", search), wanted_size())
        fill(body, screen.values)
        return body

    return layout


def _asking_address() -> SplitResult:
    """The address of the page that requests its layout; empty where the referrer is missing."""
    try:
        return urlsplit((request.referrer or "") if has_request_context() else "")
    except ValueError:
        return urlsplit("")


def _serve(
    app: Dash, site: Site, store: Store, settings: Settings, built: bool, watch: FolderWatch
) -> None:
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    answers: dict[str, Callable[..., Response]] = {
        "/indicator/<name>.csv": indicator_download(store),
        "/screen.json": screen_answer(site, store),
        "/present/slide.json": slide_download(store),
        "/report.<kind>": report_download(store),
        "/data/<name>.csv": table_download(store),
        "/data/dataset.zip": dataset_download(store),
    }
    for rule, answer in answers.items():
        server.add_url_rule(rule, rule, answer)
    server.before_request(watch.look)
    program = program_tag(repr(settings), fingerprint(settings.assets))
    server.before_request(not_modified(store, ("/", CATCH_ALL, *answers), program))
    # Flask runs these hooks in reverse order, so that compression comes last.
    server.after_request(compress)
    server.after_request(headers(content_security_policy(app.csp_hashes())))
    server.after_request(tagged(store))
    server.after_request(_not_found(site, store))
    if built:
        server.wsgi_app = _static(server.wsgi_app, settings.vendor)  # type: ignore[method-assign]


def _static(wsgi_app: Any, vendor: Path) -> WhiteNoise:
    return WhiteNoise(
        wsgi_app,
        root=str(vendor),
        prefix="vendor/",
        allow_all_origins=False,
        immutable_file_test=lambda path, url: bool(HASHED.search(url)),
        add_headers_function=_safe_headers,
    )


def _safe_headers(given: Headers, path: str, url: str) -> None:
    for name, value in SAFE_HEADERS.items():
        given[name] = value


def _not_found(site: Site, store: Store) -> Callable[[Response], Response]:
    """An `after_request` hook that sets 404 where Dash's catch-all served an unknown address."""

    def status(response: Response) -> Response:
        if request.endpoint == CATCH_ALL and response.status_code == 200:
            query = request.query_string.decode("utf-8", "replace")
            if not site.exists(store.current().catalogue, request.path, query):
                response.status_code = 404
        return response

    return status
