"""Draw a small chart for the gallery: council, target and one comparator, with few labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.charts.axes import ValueAxis, value_axis
from dashboard.charts.chart_model import ChartLine, ChartModel
from dashboard.charts.labels import spread
from dashboard.charts.points import Point
from dashboard.charts.style import AXIS, GRID, STROKES, TARGET, Role, text_width
from dashboard.charts.svg import svg_image
from dashboard.domain.facts.period import financial_year

WIDTH, HEIGHT = 300, 150
"""The smallest size in px; a wider card scales the image but not its texts."""
LEFT, RIGHT, TOP, _BOTTOM = 40, 192, 10, 126
FONT, LINE = 13, 18
_EDGE = 197


@dataclass(frozen=True, slots=True)
class _Label:
    """A text at `x` and `y` percent of the chart; `role` is the line or axis that it labels."""

    text: str
    x: float
    y: float
    role: str


@dataclass(frozen=True, slots=True)
class SmallChart:
    """An image without texts, and the texts to place over it."""

    image: str
    labels: tuple[_Label, ...]


def small_chart(model: ChartModel, start: date) -> SmallChart | None:
    """The small chart of a model, or None where it has no line; `start` is shared by all charts.

    The value axis follows the same rule as the large chart's.
    """
    if not model.lines:
        return None
    values = [mark.value for line in model.lines for mark in line.points]
    values += [level for t in model.targets for level in (t.level, t.upper) if level is not None]
    axis = value_axis(values, model.measure, model.decimals)
    plot = _Plot(start, model.end, axis)
    labels = [*_axis_labels(model, plot), *_edge_labels(model, plot)]
    return SmallChart(_image(model, plot), tuple(labels))


@dataclass(frozen=True, slots=True)
class _Plot:
    start: date
    end: date
    axis: ValueAxis

    def x(self, day: date) -> float:
        share = (day - self.start).days / max((self.end - self.start).days, 1)
        return round(LEFT + 6 + share * (RIGHT - LEFT - 6), 1)

    def y(self, value: float) -> float:
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return round(_BOTTOM - share * (_BOTTOM - TOP), 1)


def _label(text: str, x: float, y: float, role: str) -> _Label:
    return _Label(text, round(x / WIDTH * 100, 2), round(y / HEIGHT * 100, 2), role)


def _axis_labels(model: ChartModel, plot: _Plot) -> list[_Label]:
    axis = plot.axis
    texts = [axis.texts[0], axis.texts[-1]]
    if all(text.endswith(".0") for text in texts):
        texts = [text.removesuffix(".0") for text in texts]
    ends = zip((axis.ticks[0], axis.ticks[-1]), texts, strict=True)
    labels = [_label(text, LEFT - 4, plot.y(tick), "value") for tick, text in ends]
    first, last = financial_year(plot.start), model.quarter
    half = (text_width(last.label, FONT) + text_width(first.label, FONT)) / 2
    labels.append(_label(last.label, plot.x(min(last.end, plot.end)), HEIGHT - 9, "time"))
    if plot.x(last.end) - plot.x(plot.start) > half + 10:
        labels.append(_label(first.label, plot.x(plot.start), HEIGHT - 9, "time"))
    return labels


def _edge_labels(model: ChartModel, plot: _Plot) -> list[_Label]:
    """The labels of each line's last figure and the current target, without overlaps."""
    found = [
        (line.points[-1].value, _fitting(_name(line), line.points[-1].text), line.role.value)
        for line in model.lines
    ]
    found += [
        (target.level, _fitting("Target", target.number), "target")
        for target in model.targets
        if target.end >= model.end
    ]
    found = [label for label in found if label[1]]
    centres = spread([plot.y(at) for at, _, _ in found], [LINE] * len(found), 0, _BOTTOM + 6)
    return [_label(text, _EDGE, y, role) for (_, text, role), y in zip(found, centres, strict=True)]


def _name(line: ChartLine) -> str:
    return "" if line.role is Role.COUNCIL else line.name


def _fitting(name: str, number: str) -> str:
    """The name and number, or the number alone where both are too long; it is never cut."""
    texts = (f"{name} {number}".strip(), number, "")
    return next(text for text in texts if text_width(text, FONT) <= WIDTH - _EDGE)


def _image(model: ChartModel, plot: _Plot) -> str:
    low, high = (plot.y(tick) for tick in (plot.axis.ticks[0], plot.axis.ticks[-1]))
    parts = [
        f'<path d="M{LEFT} {high}H{RIGHT}" stroke="{GRID}" stroke-width="1"/>',
        f'<path d="M{LEFT} {low}H{RIGHT}" stroke="{AXIS}" stroke-width="1"/>',
    ]
    for line in reversed(model.lines):
        parts += _strokes(line, plot)
    for target in model.targets:
        levels = [target.level, *([] if target.upper is None else [target.upper])]
        parts += [
            f'<path d="M{plot.x(target.start)} {plot.y(level)}H{plot.x(target.end)}" '
            f'stroke="{TARGET.colour}" stroke-width="2" stroke-dasharray="6 3"/>'
            for level in levels
        ]
    if model.council:
        parts.append(_dot(_at(model.council.points[-1], plot), 4.5, model.council))
    return svg_image(WIDTH, HEIGHT, parts, stroke_linejoin="round")


def _strokes(line: ChartLine, plot: _Plot) -> list[str]:
    stroke = STROKES[line.role]
    parts = []
    for run in line.segments:
        thick = 3.0 if run.strong else 1.75
        width = thick if line.role is Role.COUNCIL else 1.5
        path = "L".join(_at(mark, plot) for mark in run.points)
        parts.append(f'<path d="M{path}" stroke="{stroke.colour}" stroke-width="{width}"/>')
    joined = {id(mark) for run in line.segments for mark in run.points}
    alone: Sequence[Point] = [mark for mark in line.points if id(mark) not in joined]
    return parts + [_dot(_at(mark, plot), 2.5, line) for mark in alone]


def _at(mark: Point, plot: _Plot) -> str:
    return f"{plot.x(mark.at)} {plot.y(mark.value)}"


def _dot(point: str, radius: float, line: ChartLine) -> str:
    x, y = point.split(" ")
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{STROKES[line.role].colour}"/>'
