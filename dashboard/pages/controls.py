"""The kinds of control that filters and choices are made of; all of them pass axe as they are."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component


def select(select_id: str, options: list[dict[str, Any]]) -> dbc.Select:
    """A choice of one from a list."""
    return dbc.Select(id=select_id, options=options)


def field(label: str, control: Component, class_name: str = "", **props: str) -> html.Div:
    """A control under its label."""
    return html.Div(
        [html.Label(label, htmlFor=control.id), control],
        className=f"field {class_name}".strip(),
        **props,
    )


def segments(field_id: str, control_id: str, options: list[dict[str, Any]], label: str) -> html.Div:
    """A choice of one, all of them in sight."""
    return html.Div(
        dbc.RadioItems(
            id=control_id,
            # One group, for the arrow keys and for "1 of 2".
            name=control_id,
            options=options,
            className="segments",
            inputClassName="segment-input",
            labelClassName="segment",
        ),
        id=field_id,
        role="radiogroup",
        **{"aria-label": label},
    )


def copying() -> list[html.Button]:
    """Buttons that copy the page's finding and its address; assets/copy.js does it."""
    return [
        html.Button("Copy sentence", type="button", **{"data-copy": "sentence"}),
        html.Button("Copy link", type="button", **{"data-copy": "link"}),
    ]
