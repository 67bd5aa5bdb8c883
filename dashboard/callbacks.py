"""What happens when the address or a control moves, and the one callback that is wired to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from flask import Response, has_request_context, request
from plotly.io.json import to_json_plotly

from dashboard.charts.style import SIZES, WIDE, Size
from dashboard.choices import LONGEST_QUERY
from dashboard.pages.shell import STATE, URL
from dashboard.site import Screen, Site
from dashboard.store.dataset import Store

SIZE_HEADER = "X-Chart-Size"
"""In which of its sizes the browser can show the chart; assets/fetch.js says so."""
LONGEST_DRAWN = LONGEST_QUERY + 200
"""The most characters of what is read of a drawn screen: version, size, page and address."""
PATHNAME, SEARCH = f"{URL}.pathname", f"{URL}.search"


def update(
    site: Site,
    store: Store,
    trigger: str | None,
    inputs: Mapping[str, object],
    shown: object,
    size: Size,
) -> dict[str, Any]:
    """The values to set by "component.property": the screen's, and the address's where it moved.

    `inputs` are path, query and the controls' values in the browser; the control `trigger` has
    been set anew. `shown` is the screen's state: it tells which screen was drawn, of which only
    what differs is set.
    """
    dataset = store.current()
    address = moved = site.parse(inputs["pathname"], inputs["search"])
    typing = False
    if address and trigger in site.controls:
        moved = site.after(address, trigger, inputs.get(trigger))
        typing = site.controls[trigger].control == "search"
    drawn = shown.get("drawn") if isinstance(shown, dict) else None
    before, after = site.shown(dataset, drawn, size), site.screen(dataset, moved, size)
    values = differences(before, after, inputs)
    if typing:
        # The reader may still be typing, so never overwrite the search box.
        values.pop(f"{trigger}.value", None)
    if address and moved and moved.choices.href != address.choices.href:
        values[SEARCH] = moved.choices.search
    if address and moved and moved.choices.pathname != address.choices.pathname:
        values[PATHNAME] = moved.choices.pathname
    return values


UNKNOWN = object()
"""The value of a control of which nothing is known."""


def differences(
    before: Screen | None, after: Screen, inputs: Mapping[str, object]
) -> dict[str, Any]:
    """The values of `after` that differ from the screen's: all where it is not known.

    The screen shows `before`, except in its controls: after a failed update they are as chosen.
    """
    if before is None:
        return dict(after.values)

    def differs(key: str, value: Any) -> bool:
        name, _, prop = key.rpartition(".")
        if prop == "value":
            return bool(inputs.get(name, UNKNOWN) != value)
        return before.texts[key] != after.texts[key]

    return {key: value for key, value in after.values.items() if differs(key, value)}


def screen_answer(site: Site, store: Store) -> Callable[[], Response]:
    """`/screen.json?at=…&from=…&size=…`: what `update` answers to that address, as Dash writes it.

    A browser fetches the screens that may be wanted next, and answers Dash with them itself. `from`
    is what was drawn of the screen that it shows.
    """

    def answer() -> Response:
        path, _, query = request.args.get("at", "/")[:LONGEST_QUERY].partition("?")
        size = SIZES.get(request.args.get("size", ""), WIDE)
        dataset = store.current()
        before = site.shown(dataset, request.args.get("from", "")[:LONGEST_DRAWN], size)
        screen = site.screen(dataset, site.parse(path, query), size)
        found: dict[str, dict[str, Any]] = {}
        for key, value in differences(before, screen, {}).items():
            name, prop = _property(key)
            found.setdefault(name, {})[prop] = value
        body = to_json_plotly({"multi": True, "response": found})
        return Response(body, mimetype="application/json")

    return answer


def wanted_size() -> Size:
    """The chart's size that the request asks for."""
    asked = request.headers.get(SIZE_HEADER, "") if has_request_context() else ""
    return SIZES.get(asked, WIDE)


def _on_change(site: Site, store: Store) -> Callable[..., Any]:
    """`update` with the values that Dash hands over; what it does not set stays as it is."""
    keys, names = (*site.empty, PATHNAME, SEARCH), ("pathname", "search", *site.controls)

    def on_change(*given: object) -> list[Any]:
        *controls, shown = given
        inputs = dict(zip(names, controls, strict=True))
        values = update(site, store, ctx.triggered_id, inputs, shown, wanted_size())
        return [values.get(key, no_update) for key in keys]

    return on_change


def _property(key: str) -> tuple[str, str]:
    name, _, prop = key.rpartition(".")
    return name, prop


def register(app: Dash, site: Site, store: Store) -> None:
    """Wires every callback of the app."""
    app.callback(
        # Lists, named again at once in `_on_change`: Dash takes a sixth longer over dicts.
        [Output(*_property(key)) for key in (*site.empty, PATHNAME, SEARCH)],
        [
            *(Input(*_property(key)) for key in (PATHNAME, SEARCH)),
            *(Input(name, "value") for name in site.controls),
        ],
        State(STATE, "data"),
        prevent_initial_call=True,
    )(_on_change(site, store))
    app.clientside_callback(
        ClientsideFunction("screen", "arrived"),
        Output("live", "data-drawn"),
        [Input(name, "data") for name in (STATE, *site.stores)],
    )
