"""What stands around a chart's lines: axes, the current year's shade, labels."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.figures import style
from dashboard.figures.axes import time_ticks
from dashboard.figures.edges import Edge, edge_label
from dashboard.figures.frame import Frame
from dashboard.figures.scene import DrawnTarget, Scene
from dashboard.figures.style import TARGET, Size

Figure = dict[str, Any]


def chart_layout(scene: Scene, frame: Frame, found: list[Edge], centres: list[float]) -> Figure:
    """Axes, the current year's shade and the labels at the edge."""
    size, axis = frame.size, frame.axis
    ticks = time_ticks(scene, size, frame.width)
    return {
        "height": size.height,
        "autosize": True,
        "margin": {"l": frame.left, "r": frame.right, "t": size.top, "b": size.bottom, "pad": 0},
        "font": {"family": style.FONT, "size": size.font, "color": style.INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        # However far the pointer is from a date, the nearest one is told.
        "hovermode": "closest",
        "hoverdistance": -1,
        "hoverlabel": {
            "bgcolor": "#ffffff",
            "bordercolor": style.AXIS,
            "font": {"family": style.FONT, "size": size.font, "color": style.INK},
            "align": "left",
        },
        "xaxis": {
            "type": "date",
            "range": [frame.start.isoformat(), frame.gutter_end],
            "tickvals": [day.isoformat() for day, _ in ticks],
            "ticktext": [text for _, text in ticks],
            "tickangle": 0,
            "ticks": "outside",
            "ticklen": 5,
            "tickcolor": style.AXIS,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "showspikes": True,
            "spikemode": "across",
            "spikesnap": "data",
            "spikedash": "solid",
            "spikethickness": 1,
            "spikecolor": style.AXIS,
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
        "shapes": [_shade(scene, frame)] if _current_year_stands(scene) else [],
        "annotations": [
            *([_shade_label(scene, frame)] if _current_year_stands(scene) else []),
            *(edge_label(e, c, frame) for e, c in zip(found, centres, strict=True)),
        ],
    }


def _current_year_stands(scene: Scene) -> bool:
    """Whether the chosen quarter's year is in the chart; chosen years may leave it out."""
    return scene.end == scene.quarter.financial_year.end


def _year_start(scene: Scene) -> date:
    return max(scene.quarter.financial_year.shifted(-1).end, scene.start)


def _shade(scene: Scene, frame: Frame) -> Figure:
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


def _shade_label(scene: Scene, frame: Frame) -> Figure:
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


def old_target_label(target: DrawnTarget, side: str, size: Size) -> Figure:
    """The label at the middle of an earlier year's target, on one of labels.SIDES."""
    vertical, horizontal = side.split(" ")
    middle = date.fromordinal((target.start.toordinal() + target.end.toordinal()) // 2)
    return {
        "text": target.label,
        "xref": "x",
        "yref": "y",
        "x": middle.isoformat(),
        "y": target.level,
        "xanchor": {"center": "center", "left": "right", "right": "left"}[horizontal],
        "yanchor": {"top": "bottom", "bottom": "top", "middle": "middle"}[vertical],
        "yshift": {"top": 4, "bottom": -4, "middle": 0}[vertical],
        "showarrow": False,
        "font": {"color": TARGET.text, "size": size.font - 2},
    }
