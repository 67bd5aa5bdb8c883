"""Draw a line with its target as an SVG image small enough for a table cell."""

from __future__ import annotations

from datetime import date

from dashboard.charts.chart_model import ChartModel
from dashboard.charts.points import Point
from dashboard.charts.style import STROKES, TARGET, Role
from dashboard.charts.svg import svg_image

_WIDTH, _HEIGHT, _PAD = 176, 46, 7


def sparkline(model: ChartModel, start: date) -> str:
    """The council's line as a data URI; empty where there is nothing to draw.

    `start` is the first date of the time axis, shared by all rows of a table.
    """
    line = model.council
    if line is None:
        return ""
    levels = [target.level for target in model.targets]
    values = [mark.value for mark in line.points] + levels
    low, high = min(values), max(values)
    days = max((model.end - start).days, 1)

    def x(mark_day: int) -> str:
        return f"{_PAD + (mark_day - start.toordinal()) / days * (_WIDTH - 2 * _PAD):.1f}"

    def y(value: float) -> str:
        share = (value - low) / (high - low) if high > low else 0.5
        return f"{_HEIGHT - _PAD - share * (_HEIGHT - 2 * _PAD):.1f}"

    def at(mark: Point) -> str:
        return f"{x(mark.at.toordinal())} {y(mark.value)}"

    colour = STROKES[Role.COUNCIL].colour
    parts = [
        f'<path d="M{x(t.start.toordinal())} {y(t.level)}H{x(t.end.toordinal())}" '
        f'stroke="{TARGET.colour}" stroke-width="2" stroke-dasharray="6 3"/>'
        for t in model.targets
    ]
    for run in line.segments:
        path = "L".join(at(mark) for mark in run.points)
        width = 3 if run.strong else 1.75
        parts.append(f'<path d="M{path}" stroke="{colour}" stroke-width="{width}"/>')
    joined = {mark for run in line.segments for mark in run.points}
    for mark in line.points[:-1]:
        if mark not in joined:
            parts.append(_dot(at(mark), 2.5, colour))
    parts.append(_dot(at(line.points[-1]), 5, colour))
    return svg_image(_WIDTH, _HEIGHT, parts, stroke_linejoin="round")


def _dot(point: str, radius: float, colour: str) -> str:
    cx, cy = point.split(" ")
    return f'<circle cx="{cx}" cy="{cy}" r="{radius}" fill="{colour}"/>'
