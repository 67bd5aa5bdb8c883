"""What happens when the address or a filter moves, and the one table that wires it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from flask import has_request_context, request

from dashboard import ids
from dashboard.charts.style import SIZES, WIDE, Size
from dashboard.pages.draw import draw
from dashboard.pages.filters import first_in
from dashboard.pages.panel import PROPERTIES, Panel
from dashboard.store.catalogue import Catalogue
from dashboard.store.dataset import Store
from dashboard.view import ALL_PORTFOLIOS, INDICATOR, INTERVALS, LIMITS, View, parse

INPUTS: tuple[tuple[str, str], ...] = (
    (ids.URL, "pathname"),
    (ids.URL, "search"),
    (ids.PORTFOLIO, "value"),
    (ids.QUARTER, "value"),
    (ids.SHOW, "value"),
    (ids.SORT, "value"),
    (ids.FORM, "value"),
    (ids.FIND, "value"),
    (ids.INDICATOR, "value"),
    (ids.MEASURE, "value"),
    (ids.SPAN, "value"),
    (ids.FIRST, "value"),
    (ids.LAST, "value"),
    (ids.COMPARE, "value"),
    (ids.INTERVALS, "value"),
    (ids.LIMITS, "value"),
    (ids.BESIDE, "value"),
)
BROWSER = (ids.STATE, ids.ROWS, ids.POINTS, ids.DEFINITIONS, ids.DECK, ids.PACK, ids.CHECKED)
"""The stores that assets/panel.js draws from when a panel has arrived."""
SIZE_HEADER = "X-Chart-Size"
"""In which of its sizes the browser can show the chart; assets/fetch.js says so."""


def update(
    store: Store,
    trigger: str | None,
    pathname: object,
    search: object,
    filters: Mapping[str, object],
    shown: object,
    size: Size,
) -> tuple[Any, ...]:
    """The panel's values in the order of PROPERTIES, then the address that goes with them.

    `filters` are their values in the browser; the filter `trigger` has been chosen anew, and where
    the address itself moved it stays. `shown` is the screen's state: it tells of which address and
    dataset version it was drawn.
    """
    dataset = store.current()
    view = parse(pathname, search)
    moved = view
    if view and trigger and trigger != ids.URL:
        moved = after_choice(view, trigger, filters.get(trigger), dataset.catalogue)
    panel = draw(dataset, moved, size)
    if view is None or moved is None or moved is view:
        return (*panel.values, no_update, no_update)
    path = no_update if moved.path == view.path else moved.path
    before = draw(dataset, view, size)
    on_screen = isinstance(shown, dict) and shown.get("drawn") == before.drawn
    values = differences(before, panel, filters) if on_screen else panel.values
    if trigger == ids.FIND:
        # Somebody may be typing on: what stands in the field is theirs.
        values = tuple(
            no_update if component == ids.FIND else value
            for (_, component, _), value in zip(PROPERTIES, values, strict=True)
        )
    return (*values, path, moved.search)


def differences(before: Panel, after: Panel, filters: Mapping[str, object]) -> tuple[Any, ...]:
    """The values of `after` that differ from the screen's, and no_update.

    The screen shows `before`, but for the filters: after a failed update they stand as chosen.
    """
    compared = zip(PROPERTIES, after.values, before.texts, after.texts, strict=True)
    return tuple(
        no_update if (filters[component] == value if prop == "value" else old == new) else value
        for (_, component, prop), value, old, new in compared
    )


def after_choice(view: View, filter_id: str, chosen: Any, catalogue: Catalogue) -> View:
    """The view after a choice in a filter, read back from its own address.

    So whatever a browser sends is bounded and checked as an address is.
    """
    moved = _moved(view, filter_id, chosen, catalogue)
    return parse(moved.path, moved.search) or view


def _moved(view: View, filter_id: str, chosen: object, catalogue: Catalogue) -> View:
    if filter_id == ids.COMPARE:
        offered = chosen if isinstance(chosen, list) else []
        return replace(view, compare=tuple(each for each in offered if isinstance(each, str)))
    if filter_id == ids.INTERVALS:
        return replace(view, intervals=INTERVALS[0] if chosen == [INTERVALS[0]] else INTERVALS[1])
    if filter_id == ids.LIMITS:
        return replace(view, limits=LIMITS[chosen == [LIMITS[1]]])
    text = chosen if isinstance(chosen, str) else ""
    if filter_id == ids.FIND:
        return replace(view, find=text.strip())
    if filter_id == ids.PORTFOLIO and text:
        return _other_portfolio(view, text, catalogue)
    if filter_id == ids.INDICATOR and text:
        return view.of_indicator(text)
    if filter_id == ids.SPAN and text:
        # Chosen years are of the long run, and go with it.
        return replace(view, span=text, first="", last="")
    return view.changed(_FIELDS[filter_id], text) if filter_id in _FIELDS and text else view


_FIELDS = {
    ids.QUARTER: "quarter",
    ids.SHOW: "show",
    ids.SORT: "sort",
    ids.FORM: "form",
    ids.MEASURE: "measure",
    ids.FIRST: "first",
    ids.LAST: "last",
    ids.BESIDE: "beside",
}


def _other_portfolio(view: View, portfolio_id: str, catalogue: Catalogue) -> View:
    """On an indicator's page: the other portfolio's first indicator, or the overview of all."""
    moved = replace(view, portfolio=portfolio_id)
    if view.page != INDICATOR:
        return moved
    first = None if portfolio_id == ALL_PORTFOLIOS else first_in(catalogue, portfolio_id)
    return moved.of_indicator(first.id) if first else moved.overview()


def wanted_size() -> Size:
    """The chart's size that the request asks for."""
    asked = request.headers.get(SIZE_HEADER, "") if has_request_context() else ""
    return SIZES.get(asked, WIDE)


def _updater(store: Store) -> Callable[..., Any]:
    """`update` with the values that Dash hands over, the trigger's own among them."""

    def on_change(pathname: object, search: object, *values: Any) -> Any:
        *filters, shown = values
        given = dict(zip((name for name, _ in INPUTS[2:]), filters, strict=True))
        trigger = ctx.triggered_id
        return update(store, trigger, pathname, search, given, shown, wanted_size())

    return on_change


def register(app: Dash, store: Store) -> None:
    """Wires every callback of the app."""
    outputs = [Output(component, prop) for _, component, prop in PROPERTIES]
    address = [Output(ids.URL, "pathname"), Output(ids.URL, "search")]
    app.callback(
        outputs + address,
        [Input(component, prop) for component, prop in INPUTS],
        State(ids.STATE, "data"),
        prevent_initial_call=True,
    )(_updater(store))
    app.clientside_callback(
        ClientsideFunction("panel", "arrived"),
        Output(ids.LIVE, "data-drawn"),
        [Input(source, "data") for source in BROWSER],
    )
