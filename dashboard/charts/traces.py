"""Draw the lines, points, bands and targets of a chart over time, as plain plotly dicts."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts import style
from dashboard.charts.chart_model import ChartLine, ChartModel, ChartTarget
from dashboard.charts.labels import SIDES
from dashboard.charts.points import Point
from dashboard.charts.style import STROKES, TARGET, Figure, Role, Size

LATEST = 1.12
"""The scale of the latest figure's label."""
MANY_MARKS = 8
DRAWN = "line-"
"""What the name of a trace with a line's points begins with; assets/plot.js finds them by it."""


def line_traces(line: ChartLine, model: ChartModel, size: Size) -> list[Figure]:
    """The traces of a line; those of the council's points come from `point_trace`."""
    if line.role is not Role.COUNCIL:
        return [_comparator(line, model, size)]
    stroke = STROKES[line.role]
    strong = [run.points for run in line.segments if run.strong]
    thin = [run.points for run in line.segments if not run.strong]
    traces = []
    if thin:
        traces.append(_joined(thin, stroke, size.weight.between_years))
    if strong:
        traces.append(_joined(strong, stroke, size.weight.council))
    return traces


def _with_gaps(runs: list[tuple[Point, ...]]) -> list[Point | None]:
    """The points of all runs in order, with None between two runs to break the line."""
    marks: list[Point | None] = []
    for run in runs:
        marks += [None, *run] if marks else run
    return marks


def _joined(runs: list[tuple[Point, ...]], stroke: style.Stroke, width: float) -> Figure:
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


def _comparator(line: ChartLine, model: ChartModel, size: Size) -> Figure:
    """A thin line with its points, including points that are not joined to others."""
    stroke = STROKES[line.role]
    joined = {mark for run in line.segments for mark in run.points}
    alone = [(mark,) for mark in line.points if mark not in joined]
    many = model.long_run and len(line.points) > 6
    runs = [*(run.points for run in line.segments), *alone]
    weight = size.weight
    width = weight.council if line.role is Role.BESIDE else weight.comparator
    return _joined(runs, stroke, width) | {
        "uid": f"{DRAWN}{line.option or line.role}",
        "mode": "lines+markers",
        "marker": {"color": stroke.colour, "size": weight.comparator_point - 2 * many},
        "cliponaxis": False,
    }


def band(model: ChartModel) -> list[Figure]:
    """The intervals of the council's figures: a band along each run, a bar at a single point."""
    line = model.council
    if line is None or not any(mark.interval for mark in line.points):
        return []
    joined = {mark for run in line.segments for mark in run.points}
    runs = [run.points for run in line.segments]
    runs += [(mark,) for mark in line.points if mark not in joined]
    x: list[str | None] = []
    y: list[float | None] = []
    for marks in runs:
        known = [(mark.at.isoformat(), mark.interval) for mark in marks if mark.interval]
        if known:
            there, back = [day for day, _ in known], [day for day, _ in reversed(known)]
            x += [*there, *back, there[0], None]
            y += [ends[0] for _, ends in known] + [ends[1] for _, ends in reversed(known)]
            y += [known[0][1][0], None]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "fill": "toself",
            "fillcolor": style.INTERVAL,
            "line": {"color": style.INTERVAL_EDGE, "width": 1},
            "hoverinfo": "skip",
        }
    ]


def point_trace(line: ChartLine, sides: Sequence[str | None], size: Size) -> Figure:
    """The council's points with the labels that fit; the latest point is larger."""
    stroke, latest = STROKES[Role.COUNCIL], len(line.points) - 1
    texts = [
        "" if side is None else f"<b>{mark.text}</b>" if index == latest else mark.text
        for index, (mark, side) in enumerate(zip(line.points, sides, strict=True))
    ]
    weight = size.weight
    small = weight.many_points if len(line.points) > MANY_MARKS else weight.point
    sizes = [size.font * (LATEST if index == latest else 1) for index in range(len(line.points))]
    return {
        "type": "scatter",
        "uid": f"{DRAWN}{line.role}",
        "mode": "markers+text",
        "x": [mark.at.isoformat() for mark in line.points],
        "y": [mark.value for mark in line.points],
        "marker": {
            "color": stroke.colour,
            "size": [
                weight.latest if index == latest else small for index in range(len(line.points))
            ],
            "line": {"color": "#ffffff", "width": 1},
            "opacity": 1,
        },
        "text": texts,
        "textposition": [side or SIDES[0] for side in sides],
        "textfont": {"color": stroke.text, "size": sizes},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def target_traces(targets: Sequence[ChartTarget], size: Size) -> list[Figure]:
    """Each target over its own period; those of a year's quarters are steps of one line."""
    return [_target_trace(run, size) for run in target_runs(targets)]


def target_runs(targets: Sequence[ChartTarget]) -> list[list[ChartTarget]]:
    """The targets in runs that are drawn as one: a profile's quarters, else each alone.

    A profile's steps are of one level of target, such as its minimum, and follow each other.
    """
    runs: list[list[ChartTarget]] = []
    for target in targets:
        run = next((each for each in runs if _continues(each[-1], target)), None)
        if run:
            run.append(target)
        else:
            runs.append([target])
    return runs


def _continues(before: ChartTarget, target: ChartTarget) -> bool:
    quarters = before.period.quarter and target.period.quarter
    ranges = before.upper is not None or target.upper is not None
    return bool(
        quarters and not ranges and before.kind is target.kind and before.end == target.start
    )


def _target_trace(run: Sequence[ChartTarget], size: Size) -> Figure:
    """A dashed line with a step from target to target, or the outline of a range."""
    x = [day.isoformat() for target in run for day in (target.start, target.end)]
    y = [target.level for target in run for _ in range(2)]
    first = run[0]
    if first.upper is not None:
        x, y = [*x, *reversed(x), x[0]], [*y, first.upper, first.upper, first.level]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {
            "color": TARGET.colour,
            "width": size.weight.target,
            "dash": size.weight.target_dash,
        },
        "hoverinfo": "skip",
    }
