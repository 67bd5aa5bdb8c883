"""Draw the overlays: the outlook's dotted line and interval, and the usual range."""

from __future__ import annotations

from dashboard.charts import style
from dashboard.charts.chart_model import ChartModel
from dashboard.charts.style import STROKES, Figure, Role, Size

_QUIET = {"hoverinfo": "skip", "cliponaxis": False}


def outlook_traces(model: ChartModel, size: Size) -> list[Figure]:
    """A pale fan to the interval at the year end, and a dotted line through it."""
    drawn = model.outlook
    if drawn is None:
        return []
    start, end = drawn.start.isoformat(), drawn.end.isoformat()
    fan = {
        "type": "scatter",
        "mode": "lines",
        "x": [start, end, end, start],
        "y": [drawn.value, drawn.high, drawn.low, drawn.value],
        "fill": "toself",
        "fillcolor": style.INTERVAL,
        "line": {"color": style.INTERVAL_EDGE, "width": 1},
    }
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [start, end],
        "y": [drawn.value, drawn.centre],
        "line": {
            "color": STROKES[Role.COUNCIL].colour,
            "width": size.weight.between_years,
            "dash": "dot",
        },
    }
    return [fan | _QUIET, line | _QUIET]


def pace_trace(model: ChartModel) -> list[Figure]:
    """A thin dashed line from the latest point to the target that it would have to reach."""
    drawn = model.pace
    if drawn is None:
        return []
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [drawn.start.isoformat(), drawn.end.isoformat()],
        "y": [drawn.value, drawn.level],
        "line": {"color": style.TARGET.text, "width": 1.5, "dash": "4px,3px"},
    }
    return [line | _QUIET]


def usual_range_traces(model: ChartModel) -> list[Figure]:
    """The mean and limits as fine lines, and a ring around each point that breaks a rule."""
    drawn = model.usual_range
    if drawn is None:
        return []
    days = [drawn.start.isoformat(), drawn.end.isoformat()]
    lines = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": days,
            "y": [level, level],
            "line": {
                "color": style.SECONDARY,
                "width": 1.5,
                "dash": "solid" if label.startswith("Mean") else "6px,3px",
            },
        }
        | _QUIET
        for level, label in drawn.levels
    ]
    rings = {
        "type": "scatter",
        "mode": "markers",
        "x": [day.isoformat() for day, _ in drawn.ringed],
        "y": [value for _, value in drawn.ringed],
        "marker": {
            "symbol": "circle-open",
            "size": RING,
            "color": style.TARGET.text,
            "line": {"width": 3, "color": style.TARGET.text},
        },
    }
    return [*lines, rings | _QUIET]


RING = 20
