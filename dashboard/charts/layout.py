"""Lay out a chart around its lines: axes, the shading of the current year, labels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.charts import style
from dashboard.charts.axes import time_ticks
from dashboard.charts.chart_model import ChartBreak, ChartModel, ChartTarget
from dashboard.charts.end_labels import EndLabel, end_label
from dashboard.charts.frame import Frame
from dashboard.charts.labels import Box, LineSegment
from dashboard.charts.style import TARGET, Figure, Size, text_width


def chart_layout(
    model: ChartModel, frame: Frame, found: list[EndLabel], centres: list[float]
) -> Figure:
    """The plotly layout: axes, the shading of the current year and the labels at the edge."""
    size, axis = frame.size, frame.axis
    ticks = time_ticks(model, size, frame.width)
    return {
        "height": size.height,
        "autosize": True,
        "margin": {"l": frame.left, "r": frame.right, "t": size.top, "b": size.bottom, "pad": 0},
        "font": {"family": style.FONT, "size": size.font, "color": style.INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        # assets/readout.js shows what is known at a date, beside the labels.
        "hovermode": False,
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
        "shapes": [
            *([_shade(model, frame)] if _shows_current_year(model) else []),
            *(_break_line(each) for each in model.breaks),
        ],
        "annotations": [end_label(e, c, frame) for e, c in zip(found, centres, strict=True)],
    }


def _shows_current_year(model: ChartModel) -> bool:
    """Whether the chart includes the chosen quarter's year, which chosen years may exclude."""
    return model.end == model.quarter.financial_year.end


def _year_start(model: ChartModel) -> date:
    return max(model.quarter.financial_year.shifted(-1).end, model.start)


def _shade(model: ChartModel, frame: Frame) -> Figure:
    return {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "x0": _year_start(model).isoformat(),
        "x1": frame.end.isoformat(),
        "y0": 0,
        "y1": 1,
        "fillcolor": style.SHADE,
        "line": {"width": 0},
    }


def _break_line(found: ChartBreak) -> Figure:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": found.at.isoformat(),
        "x1": found.at.isoformat(),
        "y0": 0,
        "y1": 1,
        "line": {"color": style.SECONDARY, "width": 1, "dash": "dot"},
    }


def break_labels(
    model: ChartModel, frame: Frame, taken: Sequence[Box], segments: Sequence[LineSegment]
) -> list[Figure]:
    """The words beside each break in the series, at the corner of its line with most room."""
    font, height = frame.size.font - 2, (frame.size.font - 2) * 1.3
    found = []
    for each in model.breaks:
        x, width, low = frame.x(each.at), text_width(each.label, font), frame.size.plot_height
        places = [
            (vertical, side, Box(left, top, left + width, top + height))
            for vertical, top in (("top", 0.0), ("bottom", low - height))
            for side, left in (("left", x + 4), ("right", x - 4 - width))
        ]
        free = (
            (vertical, side)
            for vertical, side, box in places
            if box.left >= 0
            and box.right <= frame.width
            and not any(box.overlaps(other) for other in taken)
            and not any(box.crossed_by(start, end) for start, end in segments)
        )
        fits = "left" if x + width <= frame.width else "right"
        vertical, side = next(free, ("top", fits))
        found.append(
            {
                "text": each.label,
                "xref": "x",
                "yref": "paper",
                "x": each.at.isoformat(),
                "y": 1 if vertical == "top" else 0,
                "xanchor": side,
                "yanchor": vertical,
                "xshift": 4 if side == "left" else -4,
                "showarrow": False,
                "font": {"color": style.SECONDARY, "size": font},
            }
        )
    return found


def year_label(
    model: ChartModel, frame: Frame, taken: Sequence[Box], segments: Sequence[LineSegment]
) -> list[Figure]:
    """The current year's name in a corner of its shading; empty if labels or lines fill both."""
    if model.long_run or not _shows_current_year(model):
        return []
    text, font = model.quarter.financial_year.label, frame.size.font - 2
    left, height = frame.x(_year_start(model)) + 4, font * 1.3
    right, low = left + text_width(text, font), frame.size.plot_height
    corners = {"top": Box(left, 0, right, height), "bottom": Box(left, low - height, right, low)}
    free = (
        corner
        for corner, box in corners.items()
        if box.right <= frame.width + frame.size.gutter
        and not any(box.overlaps(other) for other in taken)
        and not any(box.crossed_by(start, end) for start, end in segments)
    )
    corner = next(free, None)
    if corner is None:
        return []
    return [
        {
            "text": text,
            "xref": "x",
            "yref": "paper",
            "x": _year_start(model).isoformat(),
            "y": 1 if corner == "top" else 0,
            "xanchor": "left",
            "yanchor": corner,
            "xshift": 4,
            "showarrow": False,
            "font": {"color": style.SECONDARY, "size": font},
        }
    ]


def old_target_label(target: ChartTarget, side: str, size: Size) -> Figure:
    """The label in the middle of an earlier year's target; `side` is one of labels.SIDES."""
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
