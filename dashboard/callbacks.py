"""What happens when the address or a filter moves, and the one table that wires it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, ctx, no_update

from dashboard import ids
from dashboard.pages.draw import draw
from dashboard.pages.filters import first_in
from dashboard.pages.panel import PROPERTIES, Panel
from dashboard.store.catalogue import Catalogue
from dashboard.store.dataset import Store
from dashboard.view import ALL_PORTFOLIOS, INDICATOR, MEASURES, SHOWS, SPANS, View, parse

INPUTS: tuple[tuple[str, str], ...] = (
    (ids.URL, "pathname"),
    (ids.URL, "search"),
    (ids.PORTFOLIO, "value"),
    (ids.QUARTER, "value"),
    (ids.SHOW, "value"),
    (ids.INDICATOR, "value"),
    (ids.MEASURE, "value"),
    (ids.SPAN, "value"),
    (ids.COMPARE, "value"),
)
CLIENTSIDE: tuple[tuple[str, str, str, str], ...] = (
    ("page", "arrived", ids.STATE, ids.LIVE),
    ("grid", "rows", ids.ROWS, ids.ROWS_TABLE),
    ("grid", "points", ids.POINTS, ids.POINTS_TABLE),
)
"""Browser functions of assets/: namespace, name, the Store they read, the element they fill."""


def update(store: Store, trigger: str | None, pathname: object, search: object, chosen: Any) -> Any:
    """The panel's values in the order of PROPERTIES, then the address that goes with them.

    `chosen` is the new value of the filter `trigger`; where the address itself moved it stays.
    """
    dataset = store.current()
    view = parse(pathname, search)
    if trigger == ids.URL or trigger is None or view is None:
        return (*values(draw(dataset, view)), no_update, no_update)
    moved = after_choice(view, trigger, chosen, dataset.catalogue)
    if moved is view:
        return (*values(draw(dataset, view)), no_update, no_update)
    path = no_update if moved.path == view.path else moved.path
    return (*values(draw(dataset, moved)), path, moved.search)


def values(panel: Panel) -> tuple[Any, ...]:
    """A panel's values in the order of PROPERTIES."""
    return tuple(getattr(panel, name) for name, _, _ in PROPERTIES)


def after_choice(view: View, filter_id: str, chosen: Any, catalogue: Catalogue) -> View:
    """The view after a choice in a filter; the address's notes are settled by it.

    Whatever the browser sends is one of the choices or becomes the default.
    """
    moved = replace(view, notes=())
    if filter_id == ids.COMPARE:
        offered = chosen if isinstance(chosen, list) else []
        return replace(moved, compare=tuple(str(each) for each in offered))
    text = chosen if isinstance(chosen, str) else ""
    if not text:
        return view
    if filter_id == ids.PORTFOLIO:
        return _other_portfolio(moved, text, catalogue)
    if filter_id == ids.INDICATOR:
        return moved.of_indicator(text)
    if filter_id == ids.QUARTER:
        return replace(moved, quarter=text)
    if filter_id == ids.SHOW:
        return replace(moved, show=text if text in SHOWS else SHOWS[0])
    if filter_id == ids.MEASURE:
        return replace(moved, measure=text if text in MEASURES else MEASURES[0])
    return replace(moved, span=text if text in SPANS else "")


def _other_portfolio(view: View, portfolio_id: str, catalogue: Catalogue) -> View:
    """On an indicator's page: the other portfolio's first indicator, or the overview of all."""
    moved = replace(view, portfolio=portfolio_id)
    if view.page != INDICATOR:
        return moved
    first = None if portfolio_id == ALL_PORTFOLIOS else first_in(catalogue, portfolio_id)
    return moved.of_indicator(first.id) if first else moved.overview()


def _updater(store: Store) -> Callable[..., Any]:
    """`update` with the values that Dash hands over, the trigger's own among them."""

    def on_change(pathname: object, search: object, *filters: Any) -> Any:
        chosen = dict(zip((name for name, _ in INPUTS[2:]), filters, strict=True))
        trigger = ctx.triggered_id
        return update(store, trigger, pathname, search, chosen.get(trigger))

    return on_change


def register(app: Dash, store: Store) -> None:
    """Wires every callback of the app."""
    outputs = [Output(component, prop) for _, component, prop in PROPERTIES]
    address = [Output(ids.URL, "pathname"), Output(ids.URL, "search")]
    app.callback(
        outputs + address,
        [Input(component, prop) for component, prop in INPUTS],
        prevent_initial_call=True,
    )(_updater(store))
    app.clientside_callback(
        ClientsideFunction("chart", "fitting"),
        Output(ids.CHART, "figure"),
        Input(ids.FIGURES, "data"),
    )
    for namespace, function, source, target in CLIENTSIDE:
        app.clientside_callback(
            ClientsideFunction(namespace, function),
            Output(target, "data-drawn"),
            Input(source, "data"),
        )
