"""The chart of one indicator over time, as a plain plotly dict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dashboard.figures import style
from dashboard.figures.axes import axis_room, padded_start, value_axis
from dashboard.figures.edges import (
    EDGE_GAP,
    edge_centres,
    edge_width,
    edges,
    leaders,
)
from dashboard.figures.frame import Frame
from dashboard.figures.labels import SIDES, Box, PointLabel, Segment, place_points
from dashboard.figures.layout import chart_layout, old_target_label
from dashboard.figures.scene import DrawnLine, DrawnTarget, Mark, Scene
from dashboard.figures.style import STROKES, TARGET, Role, Size

Figure = dict[str, Any]
LATEST = 1.12
"""How much larger the latest figure's label is."""
MANY_MARKS = 8


def time_series(scene: Scene, size: Size) -> Figure:
    """The scene at one size; every label has its place before plotly sees it.

    The latest figure is written at its point, or where there is no room beside the line's name.
    """
    return _drawn(scene, size, latest_at_edge=False) or _drawn(scene, size, latest_at_edge=True)


def _drawn(scene: Scene, size: Size, latest_at_edge: bool) -> Figure:
    """The figure; empty if the latest figure should stand at its point and finds no place."""
    axis = value_axis(_values(scene), scene.unit, scene.decimals)
    found = edges(scene, size, latest_at_edge)
    right = round(max((edge_width(edge, size) for edge in found), default=0)) + EDGE_GAP + 4
    left = axis_room(axis, size)
    start = padded_start(scene, size, size.plot_width(left, right))
    frame = Frame(size, axis, start, scene.end, left, right)
    old = _old_targets(scene)
    labels = [*_target_labels(old, frame), *_point_labels(scene, frame)]
    sides = place_points(labels, _segments(scene, frame), _bounds(frame))
    if scene.council and not latest_at_edge and sides[-1] is None:
        return {}
    if scene.council and latest_at_edge:
        sides[-1] = None
    centres = edge_centres(found, frame)
    traces = [leaders(found, centres, frame)]
    traces += [trace for line in reversed(scene.lines) for trace in _line_traces(line, scene)]
    traces += [_target_trace(target) for target in scene.targets]
    if scene.council:
        traces.append(_point_trace(scene.council, sides[len(old) :], size))
    layout = chart_layout(scene, frame, found, centres)
    layout["annotations"] += [
        old_target_label(target, side, size)
        for target, side in zip(old, sides, strict=False)
        if side
    ]
    return {"data": traces, "layout": layout}


def axis_note(scene: Scene) -> str:
    """What a reader must know of the value axis; empty where it starts at zero."""
    axis = value_axis(_values(scene), scene.unit, scene.decimals)
    return "" if axis.from_zero else f"The scale starts at {axis.texts[0]}, not at zero."


def _values(scene: Scene) -> list[float]:
    values = [mark.value for line in scene.lines for mark in line.marks]
    for target in scene.targets:
        values += [target.level] if target.upper is None else [target.level, target.upper]
    return values


def _line_traces(line: DrawnLine, scene: Scene) -> list[Figure]:
    if line.role is not Role.COUNCIL:
        return [_comparator(line, scene)]
    stroke = STROKES[line.role]
    strong = [run.marks for run in line.runs if run.strong]
    thin = [run.marks for run in line.runs if not run.strong]
    traces = []
    if thin:
        traces.append(_joined(thin, stroke, style.THIN))
    if strong:
        traces.append(_joined(strong, stroke, stroke.width))
    return traces


def _with_gaps(runs: list[tuple[Mark, ...]]) -> list[Mark | None]:
    """The runs' marks one after the other, a gap between two runs."""
    marks: list[Mark | None] = []
    for run in runs:
        marks += [None, *run] if marks else run
    return marks


def _joined(runs: list[tuple[Mark, ...]], stroke: style.Stroke, width: float) -> Figure:
    marks = _with_gaps(runs)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [mark and mark.at.isoformat() for mark in marks],
        "y": [mark and mark.value for mark in marks],
        "line": {"color": stroke.colour, "width": width, "dash": stroke.dash},
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _comparator(line: DrawnLine, scene: Scene) -> Figure:
    """A thin line with its points; a point that nothing joins stands alone."""
    stroke = STROKES[line.role]
    joined = {mark for run in line.runs for mark in run.marks}
    alone = [(mark,) for mark in line.marks if mark not in joined]
    marks = _with_gaps([*(run.marks for run in line.runs), *alone])
    many = scene.long_run and len(line.marks) > 6
    return _joined([*(run.marks for run in line.runs), *alone], stroke, stroke.width) | {
        "mode": "lines+markers",
        "marker": {"color": stroke.colour, "size": 4 if many else 6},
        "cliponaxis": False,
        **_hovering(line, marks),
    }


def _hovering(line: DrawnLine, marks: Sequence[Mark | None]) -> Figure:
    return {
        "customdata": [mark and _hover(line, mark) for mark in marks],
        "hovertemplate": "%{customdata}<extra></extra>",
        "hoverinfo": "text",
    }


def _hover(line: DrawnLine, mark: Mark) -> str:
    return f"{line.name}, {mark.observation.period.label}: {mark.text}"


def _point_trace(line: DrawnLine, sides: list[str | None], size: Size) -> Figure:
    """The council's points with the labels that fit; the latest is larger."""
    stroke, latest = STROKES[Role.COUNCIL], len(line.marks) - 1
    texts = [
        "" if side is None else f"<b>{mark.text}</b>" if index == latest else mark.text
        for index, (mark, side) in enumerate(zip(line.marks, sides, strict=True))
    ]
    small = 7 if len(line.marks) > MANY_MARKS else 8
    sizes = [size.font * (LATEST if index == latest else 1) for index in range(len(line.marks))]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark.at.isoformat() for mark in line.marks],
        "y": [mark.value for mark in line.marks],
        "marker": {
            "color": stroke.colour,
            "size": [13 if index == latest else small for index in range(len(line.marks))],
            "line": {"color": "#ffffff", "width": 1},
            "opacity": 1,
        },
        "text": texts,
        "textposition": [side or SIDES[0] for side in sides],
        "textfont": {"color": stroke.text, "size": sizes},
        "cliponaxis": False,
        **_hovering(line, line.marks),
    }


def _point_labels(scene: Scene, frame: Frame) -> list[PointLabel]:
    font = frame.size.font
    marks = scene.council.marks if scene.council else ()
    return [
        PointLabel(
            frame.x(mark.at),
            frame.y(mark.value),
            mark.text,
            font * (LATEST if mark is marks[-1] else 1),
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
        )
        for target in targets
    ]


def _old_targets(scene: Scene) -> list[DrawnTarget]:
    """Earlier years' targets are labelled at their line: the edge belongs to the current year."""
    return [target for target in scene.targets if target.end < scene.end]


def _bounds(frame: Frame) -> Box:
    right = frame.width + frame.size.gutter
    return Box(2, -frame.size.top, right, frame.size.plot_height - 2)


def _segments(scene: Scene, frame: Frame) -> list[Segment]:
    """Every stroke that a label should not stand on, in px."""
    segments: list[Segment] = []
    for line in scene.lines:
        for run in line.runs:
            points = [(frame.x(mark.at), frame.y(mark.value)) for mark in run.marks]
            segments += list(pairwise(points))
    for target in scene.targets:
        y = frame.y(target.level)
        segments.append(((frame.x(target.start), y), (frame.x(target.end), y)))
    return segments


def _target_trace(target: DrawnTarget) -> Figure:
    x = [target.start.isoformat(), target.end.isoformat()]
    y = [target.level, target.level]
    if target.upper is not None:
        x, y = [*x, *reversed(x), x[0]], [*y, target.upper, target.upper, target.level]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": TARGET.colour, "width": TARGET.width, "dash": TARGET.dash},
        "name": target.label,
        "hovertemplate": "%{fullData.name}<extra></extra>",
    }
