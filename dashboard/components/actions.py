"""List what is being done about an indicator, and what happened that explains its figures."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts.events import ChartEvent
from dashboard.domain.facts.action import Action
from dashboard.domain.facts.event import Event
from dashboard.domain.grammar import day_said


def actions_list(actions: Sequence[Action]) -> list[Component]:
    """The actions under their quarter, each with its owner, day and state; nothing without any."""
    if not actions:
        return []
    return [
        html.H3(f"Actions, {actions[0].period.label}"),
        html.Ul([html.Li(_action(each)) for each in actions], className="actions"),
    ]


def events_list(events: Sequence[Event], drawn: Sequence[ChartEvent]) -> list[Component]:
    """The events, newest first, by their numbers where the chart gives them one."""
    if not events:
        return []
    return [
        html.H3("Events"),
        html.Ul([html.Li(_event(each, drawn)) for each in events]),
    ]


def _event(event: Event, drawn: Sequence[ChartEvent]) -> str:
    shown = next((e for e in drawn if (e.day, e.words) == (event.day, event.words)), None)
    return shown.dated if shown else f"{day_said(event.day)}: {event.words}"


def _action(each: Action) -> list[Component | str]:
    action, whose, state = each.parts
    return [action, html.Span(whose, className="quiet"), html.B(state)]
