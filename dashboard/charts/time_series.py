"""Draw the chart of one indicator over time, as a plain plotly dict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.charts.axes import ValueAxis, axis_room, padded_start, value_axis
from dashboard.charts.chart_model import ChartModel, ChartTarget
from dashboard.charts.end_labels import (
    EDGE_GAP,
    EndLabel,
    end_labels,
    label_centres,
    label_width,
    leaders,
)
from dashboard.charts.event_flags import flag_labels, flag_shapes, placed_flags
from dashboard.charts.frame import Frame
from dashboard.charts.hover import hover_dates
from dashboard.charts.labels import Box, LineSegment, PointLabel, label_box, place_points
from dashboard.charts.layout import break_labels, chart_layout, old_target_label, year_label
from dashboard.charts.overlay_traces import outlook_traces, pace_trace, usual_range_traces
from dashboard.charts.points import Point
from dashboard.charts.style import ON_A_DESK, Figure, Size
from dashboard.charts.traces import (
    LATEST,
    band,
    line_traces,
    point_trace,
    target_runs,
    target_traces,
)

LAST, YEARLY, OTHER = range(3)
"""The order in which labels are placed: the latest, then year ends, then the rest."""


def time_series(model: ChartModel, size: Size) -> Figure:
    """The plotly figure of a model at one size, with all labels already placed.

    The latest figure is written at its point, or next to the line's name if there is no room.
    """
    (figure,) = stacked((model,), size)
    return figure


def stacked(models: Sequence[ChartModel], size: Size) -> tuple[Figure, ...]:
    """A plotly figure for each model, all with the same margins and time axis."""
    start, end = min(model.start for model in models), max(model.end for model in models)
    together = [replace(model, start=start, end=end) for model in models]
    at_edge = [False] * len(together)
    while True:
        sheets = _sheets(together, at_edge, size)
        sides = [_sides(sheet) for sheet in sheets]
        named = [_target_named(sheet, places) for sheet, places in zip(sheets, sides, strict=True)]
        if named != together:
            together = named
            continue
        crowded = [
            number
            for number, sheet in enumerate(sheets)
            if sheet.model.council and not sheet.latest_at_edge and sides[number][-1] is None
        ]
        if not crowded:
            drawn = zip(sheets, sides, strict=True)
            return tuple(_drawn(sheet, places, together) for sheet, places in drawn)
        for number in crowded:
            at_edge[number] = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A model with its drawing area and the labels at its edge."""

    model: ChartModel
    frame: Frame
    edges: list[EndLabel]
    latest_at_edge: bool


def _sheets(models: Sequence[ChartModel], at_edge: Sequence[bool], size: Size) -> list[Sheet]:
    axes = [value_axis(_values(model), model.measure, model.decimals) for model in models]
    found = [end_labels(model, size, edge) for model, edge in zip(models, at_edge, strict=True)]
    widest = max((label_width(edge) for each in found for edge in each), default=0)
    right, left = round(widest) + EDGE_GAP + 4, max(axis_room(axis, size) for axis in axes)
    start = min(padded_start(model, size, size.plot_width(left, right)) for model in models)
    return [
        Sheet(model, Frame(size, axis, start, model.end, left, right), each, edge)
        for model, axis, each, edge in zip(models, axes, found, at_edge, strict=True)
    ]


def _labels(sheet: Sheet) -> list[PointLabel]:
    """The labels of earlier targets and of the council's points."""
    model, frame = sheet.model, sheet.frame
    return [*_target_labels(_old_targets(model), frame), *_point_labels(model, frame)]


def _sides(sheet: Sheet) -> list[str | None]:
    """The side of its point for each label, or None to leave the label out."""
    model, frame = sheet.model, sheet.frame
    sides = place_points(_labels(sheet), _segments(model, frame), _bounds(frame))
    if model.council and sheet.latest_at_edge:
        sides[-1] = None
    if model.usual_range:
        # Rings and limits leave room only for the latest figure's label.
        sides[:-1] = [None] * (len(sides) - 1)
    return sides


def _drawn(sheet: Sheet, sides: Sequence[str | None], together: Sequence[ChartModel]) -> Figure:
    model, frame, size = sheet.model, sheet.frame, sheet.frame.size
    old = _old_targets(model)
    centres = label_centres(sheet.edges, frame)
    traces = [
        *band(model),
        *outlook_traces(model, size),
        *usual_range_traces(model),
        *pace_trace(model),
        leaders(sheet.edges, centres, frame),
    ]
    traces += [trace for line in reversed(model.lines) for trace in line_traces(line, model, size)]
    traces += target_traces(model.targets, size)
    if model.council:
        traces.append(point_trace(model.council, sides[len(old) :], size))
    placed = zip(_labels(sheet), sides, strict=True)
    taken = [label_box(label, side) for label, side in placed if side]
    # Without a name of its own a trace takes over that of one which was at its place before.
    traces = [{"uid": f"part-{number}"} | trace for number, trace in enumerate(traces)]
    layout, segments = chart_layout(model, frame, sheet.edges, centres), _segments(model, frame)
    layout["meta"] = {"dates": [each.plain for each in hover_dates(model, together)]}
    flags = placed_flags(model.events, frame, taken, segments)
    taken += [flag.box for flag in flags]
    segments += [flag.pole for flag in flags]
    layout["shapes"] += flag_shapes(flags, frame)
    layout["annotations"] += flag_labels(flags, frame)
    layout["annotations"] += year_label(model, frame, taken, segments)
    layout["annotations"] += break_labels(model, frame, taken, segments)
    layout["annotations"] += [
        old_target_label(target, side, size)
        for target, side in zip(old, sides, strict=False)
        if side
    ]
    return {"data": traces, "layout": layout}


def axis_note(model: ChartModel) -> str:
    """A note that the value axis does not start at zero; empty where it does."""
    axis = scale(model)
    return "" if axis.from_zero else f"The scale starts at {axis.texts[0]}, not at zero."


def scale(model: ChartModel) -> ValueAxis:
    """The value axis of one chart."""
    return value_axis(_values(model), model.measure, model.decimals)


def _values(model: ChartModel) -> list[float]:
    values = [mark.value for line in model.lines for mark in line.points]
    if model.council:
        values += [end for mark in model.council.points for end in mark.interval or ()]
    if model.outlook:
        values += [model.outlook.low, model.outlook.high]
    if model.pace:
        values.append(model.pace.level)
    values += [level for level, _ in model.usual_range.levels] if model.usual_range else []
    for target in model.targets:
        values += [target.level] if target.upper is None else [target.level, target.upper]
    return values


def _point_labels(model: ChartModel, frame: Frame) -> list[PointLabel]:
    font = frame.size.font
    marks = model.council.points if model.council else ()
    return [
        PointLabel(
            x=frame.x(mark.at),
            y=frame.y(mark.value),
            text=mark.text,
            size=font * (LATEST if mark is marks[-1] else 1),
            rank=_rank(mark, marks[-1]),
        )
        for mark in marks
    ]


def _rank(mark: Point, last: Point) -> int:
    if mark is last:
        return LAST
    return OTHER if mark.observation.period.quarter else YEARLY


def _target_labels(targets: list[ChartTarget], frame: Frame) -> list[PointLabel]:
    return [
        PointLabel(
            x=frame.x(target.start) / 2 + frame.x(target.end) / 2,
            y=frame.y(target.level),
            text=target.label,
            size=frame.size.font - 2,
            rank=OTHER,
        )
        for target in targets
    ]


def _target_named(sheet: Sheet, sides: Sequence[str | None]) -> ChartModel:
    """The model, whose last target is named at the edge if no target is named anywhere else."""
    model, old = sheet.model, _old_targets(sheet.model)
    edge = any(model.names_at_edge(each) for each in model.targets)
    if not old or edge or model.usual_range or any(sides[: len(old)]):
        return model
    last = max(old, key=lambda each: each.end)
    targets = (replace(each, at_edge=each is last) for each in model.targets)
    return replace(model, targets=tuple(targets))


def _old_targets(model: ChartModel) -> list[ChartTarget]:
    """Earlier years' targets, labelled at their lines because the edge is for the current year."""
    return [each for each in model.targets if each.named and not model.names_at_edge(each)]


def _bounds(frame: Frame) -> Box:
    right = frame.width + frame.size.gutter
    # Larger points push their labels further out, and larger letters are taller than estimated.
    aside = frame.size.weight.latest - ON_A_DESK.latest
    return Box(2, aside - frame.size.top, right, frame.size.plot_height - 2 - aside)


def _segments(model: ChartModel, frame: Frame) -> list[LineSegment]:
    """The lines that labels must not cross, in px."""
    segments: list[LineSegment] = []
    for line in model.lines:
        for run in line.segments:
            points = [(frame.x(mark.at), frame.y(mark.value)) for mark in run.points]
            segments += list(pairwise(points))
    if model.outlook:
        ends = (
            (model.outlook.start, model.outlook.value),
            (model.outlook.end, model.outlook.centre),
        )
        segments += list(pairwise((frame.x(day), frame.y(value)) for day, value in ends))
    if model.pace:
        way = ((model.pace.start, model.pace.value), (model.pace.end, model.pace.level))
        segments += list(pairwise((frame.x(day), frame.y(value)) for day, value in way))
    for steps_of in target_runs(model.targets):
        steps = [(day, t.level) for t in steps_of for day in (t.start, t.end)]
        segments += list(pairwise((frame.x(day), frame.y(level)) for day, level in steps))
    return segments
