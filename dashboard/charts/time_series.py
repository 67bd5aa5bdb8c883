"""The chart of one indicator over time, as a plain plotly dict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dashboard.charts.axes import ValueAxis, axis_room, padded_start, value_axis
from dashboard.charts.chart_model import DrawnTarget, Scene
from dashboard.charts.end_labels import (
    EDGE_GAP,
    Edge,
    edge_centres,
    edge_width,
    edges,
    leaders,
)
from dashboard.charts.frame import Frame
from dashboard.charts.labels import Box, PointLabel, Segment, label_box, place_points
from dashboard.charts.layout import chart_layout, old_target_label, year_label
from dashboard.charts.overlay_traces import outlook_traces, trend_traces
from dashboard.charts.style import ON_A_DESK, Size
from dashboard.charts.traces import (
    LATEST,
    band,
    line_traces,
    moments_trace,
    point_trace,
    target_trace,
)

Figure = dict[str, Any]
LAST, YEARLY, OTHER = range(3)
"""Which labels have the first choice: the latest, then year ends, then the rest."""


def time_series(scene: Scene, size: Size) -> Figure:
    """The scene at one size; every label has its place before plotly sees it.

    The latest figure is written at its point, or where there is no room beside the line's name.
    """
    (figure,) = stacked((scene,), size)
    return figure


def stacked(scenes: Sequence[Scene], size: Size) -> tuple[Figure, ...]:
    """A figure for each scene, with one time axis for all: the same margins, the same dates."""
    start, end = min(scene.start for scene in scenes), max(scene.end for scene in scenes)
    together = [replace(scene, start=start, end=end) for scene in scenes]
    at_edge = [False] * len(together)
    while True:
        sheets = _sheets(together, at_edge, size)
        sides = [_sides(sheet) for sheet in sheets]
        crowded = [
            number
            for number, sheet in enumerate(sheets)
            if sheet.scene.council and not sheet.latest_at_edge and sides[number][-1] is None
        ]
        if not crowded:
            drawn = zip(sheets, sides, strict=True)
            return tuple(_drawn(sheet, places) for sheet, places in drawn)
        for number in crowded:
            at_edge[number] = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A scene with its drawing area and the labels at its edge."""

    scene: Scene
    frame: Frame
    edges: list[Edge]
    latest_at_edge: bool


def _sheets(scenes: Sequence[Scene], at_edge: Sequence[bool], size: Size) -> list[Sheet]:
    axes = [value_axis(_values(scene), scene.unit, scene.decimals) for scene in scenes]
    found = [edges(scene, size, edge) for scene, edge in zip(scenes, at_edge, strict=True)]
    widest = max((edge_width(edge) for each in found for edge in each), default=0)
    right, left = round(widest) + EDGE_GAP + 4, max(axis_room(axis, size) for axis in axes)
    start = min(padded_start(scene, size, size.plot_width(left, right)) for scene in scenes)
    return [
        Sheet(scene, Frame(size, axis, start, scene.end, left, right), each, edge)
        for scene, axis, each, edge in zip(scenes, axes, found, at_edge, strict=True)
    ]


def _labels(sheet: Sheet) -> list[PointLabel]:
    """Those of earlier targets and of the council's points."""
    scene, frame = sheet.scene, sheet.frame
    return [*_target_labels(_old_targets(scene), frame), *_point_labels(scene, frame)]


def _sides(sheet: Sheet) -> list[str | None]:
    """On which side of its point each label stands, None for nowhere."""
    scene, frame = sheet.scene, sheet.frame
    sides = place_points(_labels(sheet), _segments(scene, frame), _bounds(frame))
    if scene.council and sheet.latest_at_edge:
        sides[-1] = None
    if scene.trend:
        # Among rings and limits only the latest figure is written.
        sides[:-1] = [None] * (len(sides) - 1)
    return sides


def _drawn(sheet: Sheet, sides: Sequence[str | None]) -> Figure:
    scene, frame, size = sheet.scene, sheet.frame, sheet.frame.size
    old = _old_targets(scene)
    centres = edge_centres(sheet.edges, frame)
    traces = [
        *band(scene),
        *outlook_traces(scene, size),
        *trend_traces(scene),
        leaders(sheet.edges, centres, frame),
    ]
    traces += [trace for line in reversed(scene.lines) for trace in line_traces(line, scene, size)]
    traces += [target_trace(target, size) for target in scene.targets]
    if scene.council:
        traces.append(point_trace(scene.council, sides[len(old) :], size))
    traces.append(moments_trace(scene, (frame.axis.low + frame.axis.high) / 2))
    placed = zip(_labels(sheet), sides, strict=True)
    taken = [label_box(label, side) for label, side in placed if side]
    layout = chart_layout(scene, frame, sheet.edges, centres)
    layout["annotations"] += year_label(scene, frame, taken, _segments(scene, frame))
    layout["annotations"] += [
        old_target_label(target, side, size)
        for target, side in zip(old, sides, strict=False)
        if side
    ]
    return {"data": traces, "layout": layout}


def axis_note(scene: Scene) -> str:
    """What a reader must know of the value axis; empty where it starts at zero."""
    axis = scale(scene)
    return "" if axis.from_zero else f"The scale starts at {axis.texts[0]}, not at zero."


def scale(scene: Scene) -> ValueAxis:
    """The value axis of one chart."""
    return value_axis(_values(scene), scene.unit, scene.decimals)


def _values(scene: Scene) -> list[float]:
    values = [mark.value for line in scene.lines for mark in line.marks]
    if scene.council:
        values += [end for mark in scene.council.marks for end in mark.interval or ()]
    if scene.outlook:
        values += [scene.outlook.low, scene.outlook.high]
    values += [level for level, _ in scene.trend.levels] if scene.trend else []
    for target in scene.targets:
        values += [target.level] if target.upper is None else [target.level, target.upper]
    return values


def _point_labels(scene: Scene, frame: Frame) -> list[PointLabel]:
    font = frame.size.font
    marks = scene.council.marks if scene.council else ()
    return [
        PointLabel(
            frame.x(mark.at),
            frame.y(mark.value),
            mark.text,
            font * (LATEST if mark is marks[-1] else 1),
            LAST if mark is marks[-1] else YEARLY if not mark.observation.period.quarter else OTHER,
        )
        for mark in marks
    ]


def _target_labels(targets: list[DrawnTarget], frame: Frame) -> list[PointLabel]:
    return [
        PointLabel(
            frame.x(target.start) / 2 + frame.x(target.end) / 2,
            frame.y(target.level),
            target.label,
            frame.size.font - 2,
            OTHER,
        )
        for target in targets
    ]


def _old_targets(scene: Scene) -> list[DrawnTarget]:
    """Earlier years' targets are labelled at their line: the edge belongs to the current year."""
    return [target for target in scene.targets if target.end < scene.end]


def _bounds(frame: Frame) -> Box:
    right = frame.width + frame.size.gutter
    # A label keeps off a larger point by more, and its larger letters stand higher than reckoned.
    aside = frame.size.weight.latest - ON_A_DESK.latest
    return Box(2, aside - frame.size.top, right, frame.size.plot_height - 2 - aside)


def _segments(scene: Scene, frame: Frame) -> list[Segment]:
    """Every stroke that a label should not stand on, in px."""
    segments: list[Segment] = []
    for line in scene.lines:
        for run in line.runs:
            points = [(frame.x(mark.at), frame.y(mark.value)) for mark in run.marks]
            segments += list(pairwise(points))
    if scene.outlook:
        ends = (
            (scene.outlook.start, scene.outlook.value),
            (scene.outlook.end, scene.outlook.centre),
        )
        segments += list(pairwise((frame.x(day), frame.y(value)) for day, value in ends))
    for target in scene.targets:
        y = frame.y(target.level)
        segments.append(((frame.x(target.start), y), (frame.x(target.end), y)))
    return segments
