"""The control of each choice, and what it shows; all kinds of control pass axe as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.choices import NOTHING, Choice, Choices, Option, choices_of
from dashboard.pages.page import component_name
from dashboard.selection import Selection

LINE = "line"
"""The group of the choices whose controls are in the line."""
SEARCH_PAUSE = 400
"""Milliseconds without typing after which the address follows."""


def controls(page: type[Choices], group: str) -> list[Component]:
    """The controls of a page's choices of one group, each in a frame of its own."""
    return [control(choice) for choice in choices_of(page).values() if choice.group == group]


def control(choice: Choice) -> Component:
    """A choice's control with its label, in the frame `<name>-field`, which hides it."""
    name = component_name(choice.name)
    class_name = f"field {choice.control} {choice.class_name}".strip()
    frame: dict[str, Any] = {"id": frame_id(choice), "className": class_name, "hidden": True}
    match choice.control:
        case "segments":
            frame |= {"role": "radiogroup", "aria-label": choice.label}
            return html.Div(_segments(choice), **frame)
        case "checkbox":
            return html.Div(dbc.Checkbox(id=name, label=choice.label), **frame)
        case "checklist":
            label = html.Span(choice.label, id=f"{name}-label", className="label")
            frame |= {"role": "group", "aria-labelledby": f"{name}-label"}
            return html.Div([label, dbc.Checklist(id=name, options=[], inline=True)], **frame)
        case "search":
            made = dbc.Input(
                id=name,
                type="search",
                debounce=SEARCH_PAUSE,
                maxLength=choice.longest,
                value="",
                placeholder=choice.label,
            )
        case _:
            made = dbc.Select(id=name, options=static_options(choice))
    # The line has no room for labels: there they are names for listeners.
    seen = "visually-hidden" if choice.group == LINE else None
    return html.Div([html.Label(choice.label, htmlFor=name, className=seen), made], **frame)


def _segments(choice: Choice) -> dbc.RadioItems:
    """A choice of one, all of them in sight."""
    name = component_name(choice.name)
    return dbc.RadioItems(
        id=name,
        # One group, for the arrow keys and for "1 of 2".
        name=name,
        options=static_options(choice),
        className="segments",
        inputClassName="segment-input",
        labelClassName="segment",
    )


def static_options(choice: Choice) -> list[Option]:
    """What the control offers whatever the page."""
    return [{"label": label, "value": value} for value, label in (choice.values or {}).items()]


def frame_id(choice: Choice) -> str:
    """The id of what hides the control together with its label."""
    return f"{component_name(choice.name)}-field"


def has_control(choice: Choice) -> bool:
    """Whether there is a control, or the choice is made by links alone."""
    return choice.control != "none"


def shown_value(choice: Choice, value: Any) -> Any:
    """A choice's value as its control shows it."""
    if choice.control == "checkbox":
        return value
    if choice.control == "checklist":
        return list(value or ())
    return choice.write(value) or (NOTHING if NOTHING in (choice.values or {}) else "")


def set_by(at: Selection[Any]) -> Iterator[tuple[str, Any]]:
    """What a page's choices set on their controls: options, value, and whether they are hidden.

    A choice without options is hidden.
    """
    for name, choice in choices_of(type(at.choices)).items():
        if not has_control(choice):
            continue
        hidden = choice.offered is not None and not choice.offered(at)
        if choice.options:
            offered = choice.options(at)
            hidden = hidden or not offered
            yield f"{component_name(name)}.options", [*static_options(choice), *offered]
        if choice.labels:
            labels = {} if hidden else choice.labels(at)
            options = [{"label": _lines(text), "value": value} for value, text in labels.items()]
            yield f"{component_name(name)}.options", options or static_options(choice)
        yield f"{component_name(name)}.value", shown_value(choice, getattr(at.choices, name))
        yield f"{frame_id(choice)}.hidden", hidden


def _lines(text: str) -> str | list[Component]:
    """A label; of two lines the first is what counts, the second what it is of."""
    main, _, sub = text.partition("\n")
    return [html.Span(main, className="main"), html.Span(sub, className="sub")] if sub else text


def copying() -> list[html.Button]:
    """Buttons that copy the page's finding and its address; assets/copy.js does it."""
    return [
        html.Button("Copy sentence", type="button", **{"data-copy": "sentence"}),
        html.Button("Copy link", type="button", **{"data-copy": "link"}),
    ]
