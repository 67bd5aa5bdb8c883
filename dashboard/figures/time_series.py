"""The chart of one indicator over time, as the brief describes it, as a plain plotly dict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.figures import style
from dashboard.figures.axes import ValueAxis, padded_start, time_ticks, value_axis
from dashboard.figures.labels import (
    Box,
    PointLabel,
    Segment,
    place_points,
    spread,
    wrapped,
)
from dashboard.figures.scene import DrawnLine, DrawnTarget, Mark, Scene
from dashboard.figures.style import STROKES, TARGET, Role, Size, text_width

Figure = dict[str, Any]
EDGE_GAP = 6
LINE_HEIGHT = 1.25


@dataclass(frozen=True, slots=True)
class _Edge:
    """A label at the right edge: the height it belongs to, the bold-marked lines, its colour."""

    at: float
    lines: tuple[str, ...]
    colour: str
    since: date
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """The drawing area: dates and values to px at the least width the chart is given."""

    size: Size
    axis: ValueAxis
    start: date
    end: date
    right: int

    @property
    def width(self) -> float:
        return self.size.width - self.size.left - self.right - self.size.gutter

    def x(self, day: date) -> float:
        return (day - self.start).days / (self.end - self.start).days * self.width

    def y(self, value: float) -> float:
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.size.plot_height * (1 - share)

    def value(self, y: float) -> float:
        share = 1 - y / self.size.plot_height
        return self.axis.low + share * (self.axis.high - self.axis.low)


def time_series(scene: Scene, size: Size) -> Figure:
    """The scene at one size; every label has its place before plotly sees it."""
    axis = value_axis(_values(scene), scene.unit)
    edges = _edges(scene, size)
    right = round(max((_edge_width(edge, size) for edge in edges), default=0)) + EDGE_GAP + 4
    frame = _Frame(size, axis, padded_start(scene.start, scene.end), scene.end, right)
    centres = _edge_centres(edges, frame)
    traces = [_leader(edge, centre, frame) for edge, centre in zip(edges, centres, strict=True)]
    traces += [trace for line in reversed(scene.lines) for trace in _line_traces(line, scene)]
    traces += [_target_trace(target) for target in scene.targets]
    if scene.council:
        traces.append(_point_trace(scene.council, scene, frame))
    return {"data": traces, "layout": _layout(scene, frame, edges, centres)}


def axis_note(scene: Scene) -> str:
    """What a reader must know of the value axis; empty where it starts at zero."""
    axis = value_axis(_values(scene), scene.unit)
    return "" if axis.from_zero else f"The scale starts at {axis.texts[0]}, not at zero."


def _values(scene: Scene) -> list[float]:
    values = [mark.value for line in scene.lines for mark in line.marks]
    for target in scene.targets:
        values += [target.level] if target.upper is None else [target.level, target.upper]
    return values


def _edges(scene: Scene, size: Size) -> list[_Edge]:
    room = size.width * size.edge_share
    edges = []
    for line in scene.lines:
        last = line.marks[-1]
        text = line.name
        if line.role is not Role.COUNCIL:
            text = f"{line.name} {last.text} ({last.observation.period.label})"
        lines = wrapped(text, room, size.font)
        colour, bold = STROKES[line.role].text, line.role is Role.COUNCIL
        edges.append(_Edge(last.value, _emphasised(lines, last.text), colour, last.at, bold))
    for target in scene.targets:
        if target.end >= scene.end:
            lines = wrapped(target.label, room, size.font)
            number = target.label.removeprefix("Target ").rpartition(": ")[2].split(" ")[0]
            emphasised = _emphasised(lines, number)
            edges.append(_Edge(target.level, emphasised, TARGET.text, target.end))
    return edges


def _emphasised(lines: tuple[str, ...], number: str) -> tuple[str, ...]:
    return tuple(
        " ".join(f"<b>{word}</b>" if word == number else word for word in line.split(" "))
        for line in lines
    )


def _plain(line: str) -> str:
    return line.replace("<b>", "").replace("</b>", "")


def _edge_width(edge: _Edge, size: Size) -> float:
    return max(text_width(_plain(line), size.font) for line in edge.lines) * (1 + 0.06 * edge.bold)


def _edge_centres(edges: list[_Edge], frame: _Frame) -> list[float]:
    heights = [len(edge.lines) * frame.size.font * LINE_HEIGHT + 2 for edge in edges]
    wanted = [frame.y(edge.at) for edge in edges]
    return spread(wanted, heights, -frame.size.top, frame.size.plot_height + 4)


def _leader(edge: _Edge, centre: float, frame: _Frame) -> Figure:
    """From the line's last point to its label: pale and fine, so that nobody takes it for data."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [edge.since.isoformat(), frame.end.isoformat(), _gutter_end(frame)],
        "y": [edge.at, edge.at, frame.value(centre)],
        "line": {"color": style.LEADER, "width": 1, "dash": "1px,3px"},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _gutter_end(frame: _Frame) -> str:
    """The date at the right end of the gutter, in milliseconds precision for plotly."""
    days = (frame.end - frame.start).days
    extra = days * frame.size.gutter / frame.width
    return date.fromordinal(frame.end.toordinal() + max(1, round(extra))).isoformat()


def _line_traces(line: DrawnLine, scene: Scene) -> list[Figure]:
    stroke = STROKES[line.role]
    main = line.role is Role.COUNCIL
    traces = []
    for strong in (False, True):
        runs = [run.marks for run in line.runs if run.strong is strong]
        if runs:
            width = stroke.width if strong or not main else style.THIN
            traces.append(_joined(runs, stroke, width))
    if not main:
        traces.append(_markers(line, stroke, scene))
    return traces


def _joined(runs: list[tuple[Mark, ...]], stroke: style.Stroke, width: float) -> Figure:
    xs: list[str | None] = []
    ys: list[float | None] = []
    for marks in runs:
        xs += [*(mark.at.isoformat() for mark in marks), None]
        ys += [*(mark.value for mark in marks), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs[:-1],
        "y": ys[:-1],
        "line": {"color": stroke.colour, "width": width, "dash": stroke.dash},
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _markers(line: DrawnLine, stroke: style.Stroke, scene: Scene) -> Figure:
    many = scene.long_run and len(line.marks) > 6
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.at.isoformat() for mark in line.marks],
        "y": [mark.value for mark in line.marks],
        "marker": {"color": stroke.colour, "size": 4 if many else 6},
        "customdata": [_hover(line, mark) for mark in line.marks],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _hover(line: DrawnLine, mark: Mark) -> str:
    return f"{line.name}, {mark.observation.period.label}: {mark.text}"


def _point_trace(line: DrawnLine, scene: Scene, frame: _Frame) -> Figure:
    """The council's points with the labels that fit; the latest is larger and always labelled."""
    stroke, font = STROKES[Role.COUNCIL], frame.size.font
    latest = len(line.marks) - 1
    labels = [
        PointLabel(
            frame.x(mark.at),
            frame.y(mark.value),
            mark.text,
            font * (1.12 if index == latest else 1),
            index == latest,
        )
        for index, mark in enumerate(line.marks)
    ]
    sides = place_points(labels, _segments(scene, frame), _bounds(frame))
    texts = [
        "" if side is None else f"<b>{mark.text}</b>" if index == latest else mark.text
        for index, (mark, side) in enumerate(zip(line.marks, sides, strict=True))
    ]
    trace = _markers(line, stroke, scene)
    small = 5 if len(line.marks) > 8 else 8
    trace["mode"] = "markers+text"
    trace["marker"] = {
        "color": stroke.colour,
        "size": [13 if index == latest else small for index in range(len(line.marks))],
        "line": {"color": "#ffffff", "width": 1.5},
        "opacity": 1,
    }
    trace["text"] = texts
    trace["textposition"] = ["bottom center" if side == "below" else "top center" for side in sides]
    trace["textfont"] = {"color": stroke.text, "size": [label.size for label in labels]}
    return trace


def _bounds(frame: _Frame) -> Box:
    return Box(-frame.size.left, -frame.size.top, frame.width, frame.size.plot_height - 2)


def _segments(scene: Scene, frame: _Frame) -> list[Segment]:
    """Every stroke that a label should not stand on, in px."""
    segments: list[Segment] = []
    for line in scene.lines:
        for run in line.runs:
            points = [(frame.x(mark.at), frame.y(mark.value)) for mark in run.marks]
            segments += list(zip(points, points[1:], strict=False))
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


def _layout(scene: Scene, frame: _Frame, edges: list[_Edge], centres: list[float]) -> Figure:
    size, axis = frame.size, frame.axis
    ticks = time_ticks(scene, size, frame.width)
    return {
        "height": size.height,
        "autosize": True,
        "margin": {"l": size.left, "r": frame.right, "t": size.top, "b": size.bottom, "pad": 0},
        "font": {"family": style.FONT, "size": size.font, "color": style.INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"font": {"family": style.FONT, "size": size.font}},
        "xaxis": {
            "type": "date",
            "range": [frame.start.isoformat(), _gutter_end(frame)],
            "tickvals": [day.isoformat() for day, _ in ticks],
            "ticktext": [text for _, text in ticks],
            "tickangle": 0,
            "ticks": "outside",
            "ticklen": 5,
            "tickcolor": style.AXIS,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [axis.low, axis.high],
            "tickvals": list(axis.ticks),
            "ticktext": list(axis.texts),
            "gridcolor": style.GRID,
            "zeroline": axis.from_zero,
            "zerolinecolor": style.AXIS,
            "zerolinewidth": 1,
            "fixedrange": True,
        },
        "shapes": [_shade(scene, frame)],
        "annotations": [
            _shade_label(scene, frame),
            *(_edge_label(e, c, frame) for e, c in zip(edges, centres, strict=True)),
            *(_old_target_label(t, size) for t in scene.targets if t.end < scene.end),
        ],
    }


def _year_start(scene: Scene) -> date:
    return max(scene.quarter.financial_year.shifted(-1).end, scene.start)


def _shade(scene: Scene, frame: _Frame) -> Figure:
    return {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "x0": _year_start(scene).isoformat(),
        "x1": frame.end.isoformat(),
        "y0": 0,
        "y1": 1,
        "fillcolor": style.SHADE,
        "line": {"width": 0},
    }


def _shade_label(scene: Scene, frame: _Frame) -> Figure:
    """The current year's name in a corner of its shade that no figure stands in."""
    year = scene.quarter.financial_year
    inside = [m for line in scene.lines for m in line.marks if m.at >= _year_start(scene)]
    upper_half = [m for m in inside if frame.y(m.value) < frame.size.plot_height * 0.18]
    at_top = not upper_half
    return {
        "text": "" if scene.long_run else year.label,
        "xref": "x",
        "yref": "paper",
        "x": _year_start(scene).isoformat(),
        "y": 1 if at_top else 0,
        "xanchor": "left",
        "yanchor": "top" if at_top else "bottom",
        "xshift": 4,
        "showarrow": False,
        "font": {"color": style.SECONDARY, "size": frame.size.font - 2},
    }


def _edge_label(edge: _Edge, centre: float, frame: _Frame) -> Figure:
    text = "<br>".join(edge.lines)
    return {
        "text": f"<b>{text}</b>" if edge.bold else text,
        "xref": "paper",
        "yref": "y",
        "x": 1,
        "y": frame.value(centre),
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": EDGE_GAP,
        "align": "left",
        "showarrow": False,
        "font": {"color": edge.colour, "size": frame.size.font},
    }


def _old_target_label(target: DrawnTarget, size: Size) -> Figure:
    """An earlier year's target is labelled on its line: the edge belongs to the current year."""
    return {
        "text": target.label,
        "xref": "x",
        "yref": "y",
        "x": target.end.isoformat(),
        "y": target.level,
        "xanchor": "right",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"color": TARGET.text, "size": size.font - 2},
    }
