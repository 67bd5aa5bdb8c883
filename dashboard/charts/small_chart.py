"""Lay out a small chart for the gallery: council, target and one comparator, with few labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from dashboard.charts.axes import ValueAxis, value_axis
from dashboard.charts.chart_model import ChartLine, ChartModel, ChartTarget
from dashboard.charts.labels import SIDES, Box, LineSegment, PointLabel, label_box
from dashboard.charts.points import Point
from dashboard.charts.style import Role, text_width
from dashboard.domain.facts.period import financial_year, quarter_of

WIDTH, HEIGHT, FONT = 264, 150, 13
"""The smallest size in px; a wider card scales the drawing but not its texts."""
_TOP, _BOTTOM, _PAD = 12, 122, 8
_AXIS_GAP = 6
_MOST_DOTS = 16
"""Beyond so many figures dots would make the line harder to see."""
At = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Label:
    """A text centred at `x` and `y` percent of the chart; `role` is what it labels."""

    text: str
    x: float
    y: float
    role: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A label to be placed beside the first of `anchors`, in px, where there is room."""

    text: str
    role: str
    anchors: Sequence[At]


def small_chart(model: ChartModel, start: date) -> dict[str, Any] | None:
    """The chart as plain data for assets/gallery.js, or None where it has no line.

    `start` is the first day of the time axis that all cards of a group share. Drawing as in
    charts/sparkline.py, with `labels` to stand over it. The value axis follows the same rule as
    the large chart's; round a single value there is none.
    """
    if not model.lines:
        return None
    values = {mark.value for line in model.lines for mark in line.points}
    values |= {level for t in model.targets for level in (t.level, t.upper) if level is not None}
    axis = value_axis(values, model.measure, model.decimals)
    plot = _Plot(start, model.end, axis, has_axis=len(values) > 1)
    labels = (*_axis_labels(plot), *_time_labels(model, plot), *_placed(model, plot))
    return {
        "box": [WIDTH, HEIGHT],
        "shade": [plot.x(max(model.quarter.financial_year.shifted(-1).end, start)), plot.right],
        "paths": [*_rules(plot), *_strokes(model, plot)],
        "dots": list(_dots(model, plot)),
        "labels": [asdict(label) for label in labels],
    }


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where dates and values are; without an axis a single value is at half of the height."""

    start: date
    end: date
    axis: ValueAxis
    has_axis: bool

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """The lowest and the highest tick with their texts."""
        texts = [self.axis.texts[0], self.axis.texts[-1]]
        if all(text.endswith(".0") for text in texts):
            texts = [text.removesuffix(".0") for text in texts]
        return list(zip((self.axis.ticks[0], self.axis.ticks[-1]), texts, strict=True))

    @property
    def left(self) -> float:
        """The left end, which leaves room for the ticks' texts."""
        if not self.has_axis:
            return 0.0
        return round(max(text_width(text, FONT) for _, text in self.ticks) + _AXIS_GAP, 1)

    @property
    def right(self) -> float:
        """The right end, which leaves room for the last dot."""
        return float(WIDTH - _PAD)

    def x(self, day: date) -> float:
        """The position of a date in px."""
        share = (day - self.start).days / max((self.end - self.start).days, 1)
        first = self.left + _PAD
        return round(first + share * (self.right - first), 1)

    def y(self, value: float) -> float:
        """The position of a value in px from the top."""
        if not self.has_axis:
            return (_TOP + _BOTTOM) / 2
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return round(_BOTTOM - share * (_BOTTOM - _TOP), 1)

    def at(self, mark: Point) -> At:
        """The position of a point in px."""
        return self.x(mark.at), self.y(mark.value)


def _label(text: str, x: float, y: float, role: str) -> _Label:
    return _Label(text, round(x / WIDTH * 100, 2), round(y / HEIGHT * 100, 2), role)


def _axis_labels(plot: _Plot) -> Iterator[_Label]:
    if plot.has_axis:
        for tick, text in plot.ticks:
            width = text_width(text, FONT)
            yield _label(text, plot.left - _AXIS_GAP - width / 2, plot.y(tick), "value")


def _time_labels(model: ChartModel, plot: _Plot) -> Iterator[_Label]:
    """The chosen quarter, and the first year where there is room for it beside that."""
    first, last = financial_year(plot.start), model.quarter
    ends = []
    for period, day in ((last, min(last.end, plot.end)), (first, plot.start)):
        half = text_width(period.label, FONT) / 2
        ends.append((period.label, min(max(plot.x(day), half), WIDTH - half), half))
    (now, right, half), (then, left, other) = ends
    yield _label(now, right, HEIGHT - 9, "time chosen")
    if right - left > half + other + 10:
        yield _label(then, left, HEIGHT - 9, "time")


def _placed(model: ChartModel, plot: _Plot) -> Iterator[_Label]:
    """The labels of the lines and the current target, each off every line and off the others.

    What has room nowhere is left out: the card says the figures in words.
    """
    frame = Box(0, 0, WIDTH, _BOTTOM + 6)
    segments = [*_segments(model, plot)]
    taken: list[Box] = []
    for wanted in _wanted(model, plot):
        boxes = (
            label_box(PointLabel(*anchor, wanted.text, FONT), side)
            for anchor in wanted.anchors
            for side in SIDES
        )
        free = (
            box
            for box in boxes
            if box.within(frame)
            and not any(box.overlaps(other) for other in taken)
            and not any(box.crossed_by(start, end) for start, end in segments)
        )
        box = next(free, None)
        if box:
            taken.append(box)
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            yield _label(wanted.text, x, y, wanted.role)


def _wanted(model: ChartModel, plot: _Plot) -> Iterator[_Wanted]:
    """The council's last figure first; a line is named at any of its points, the last if it can."""
    for line in model.lines:
        last = line.points[-1].text
        ours = line.role is Role.COUNCIL
        marks = line.points[-1:] if ours else line.points[::-1]
        text = last if ours else f"{line.name} {last}"
        yield _Wanted(text, line.role.value, [plot.at(mark) for mark in marks])
    for target in model.targets:
        if target.end >= model.end and target.number:
            y = plot.y(target.level)
            ends = plot.x(target.end), plot.x(target.start)
            yield _Wanted(f"Target {target.number}", "target", [(x, y) for x in ends])


def _segments(model: ChartModel, plot: _Plot) -> Iterator[LineSegment]:
    """Everything that is drawn, as straight pieces."""
    for line in model.lines:
        for run in line.segments:
            ends = [plot.at(mark) for mark in run.points]
            yield from pairwise(ends)
        for mark in line.points:
            yield plot.at(mark), plot.at(mark)
    for target in model.targets:
        for level in _levels(target):
            y = plot.y(level)
            yield (plot.x(target.start), y), (plot.x(target.end), y)


def _levels(target: ChartTarget) -> list[float]:
    return [target.level, *([] if target.upper is None else [target.upper])]


def _rules(plot: _Plot) -> Iterator[list[str]]:
    if plot.has_axis:
        for name, (tick, _) in zip(("axis", "grid"), plot.ticks, strict=True):
            yield [name, f"M{plot.left} {plot.y(tick)}H{plot.right}"]


def _strokes(model: ChartModel, plot: _Plot) -> Iterator[list[str]]:
    """The comparator under the targets, the council over them."""
    for line in reversed(model.lines):
        if line.role is Role.COUNCIL:
            for target in model.targets:
                for level in _levels(target):
                    across = f"{plot.x(target.start)} {plot.y(level)}H{plot.x(target.end)}"
                    yield ["target", f"M{across}"]
        for run in line.segments:
            name = "strong" if run.strong else "thin"
            path = "L".join(f"{x} {y}" for x, y in map(plot.at, run.points))
            yield [name if line.role is Role.COUNCIL else line.role.value, f"M{path}"]


def _dots(model: ChartModel, plot: _Plot) -> Iterator[list[Any]]:
    """A dot for each of the council's figures where they are few, else for those not joined."""
    for line in reversed(model.lines):
        for mark in _dotted(line):
            name = line.role.value
            if line.role is Role.COUNCIL:
                name = "latest" if mark is line.points[-1] else "point"
            yield [name, *plot.at(mark), quarter_of(mark.at).id]


def _dotted(line: ChartLine) -> list[Point]:
    if line.role is Role.COUNCIL and len(line.points) <= _MOST_DOTS:
        return list(line.points)
    joined = {id(mark) for run in line.segments for mark in run.points}
    last = line.points[-1] if line.role is Role.COUNCIL else None
    return [mark for mark in line.points if mark is last or id(mark) not in joined]
