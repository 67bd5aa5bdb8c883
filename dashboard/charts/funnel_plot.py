"""Lay out a funnel: each authority's figure against what it is of, between the limits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from dashboard.charts.axes import ValueAxis, value_axis
from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.measure import COUNT
from dashboard.domain.judgements.funnel import Funnel, FunnelPoint, Limits

_ABOVE = 1.08
"""How far the axis reaches beyond the largest denominator."""


@dataclass(frozen=True, slots=True)
class _Frame:
    across: ValueAxis
    up: ValueAxis

    def x(self, of: float) -> float:
        return round((of - self.across.low) / (self.across.high - self.across.low) * 100, 2)

    def y(self, value: float) -> float:
        return round((1 - (value - self.up.low) / (self.up.high - self.up.low)) * 100, 2)


def funnel_plot(found: Funnel, indicator: Indicator, decimals: int) -> dict[str, Any]:
    """The funnel as plain data for assets/authorities.js, in percent from the top left.

    `curves` are the four limits, `points` are [x, y, area id], `ticks` are [position, text].
    """
    values = [point.value for point in found.points]
    # Limits of tiny authorities reach far beyond every figure, so they do not set the scale.
    most = max(max(values) * _ABOVE, found.pooled)
    ends = [min(limit.high_998, most) for limit in found.limits]
    lows = [limit.low_998 for limit in found.limits]
    frame = _Frame(
        value_axis([0.0, max(point.of for point in found.points)], COUNT, 0),
        value_axis([*values, *ends, *lows], indicator.measure, decimals),
    )
    return {
        "pooled": frame.y(found.pooled),
        "curves": [
            {"kind": kind, "at": [[frame.x(limit.of), frame.y(end)] for limit, end in curve]}
            for kind, curve in _curves(found.limits, frame.up.high)
        ],
        "points": [_point(point, frame) for point in found.points],
        "across": [[frame.x(tick), text] for tick, text in _ticks(frame.across)],
        "up": [[frame.y(tick), text] for tick, text in _ticks(frame.up)],
    }


def _curves(
    limits: tuple[Limits, ...], most: float
) -> list[tuple[str, list[tuple[Limits, float]]]]:
    """The limits from the least denominator on, each without its part beyond the plot."""
    return [
        (kind, [(each, end) for each in limits if (end := getattr(each, name)) <= most])
        for kind, name in (
            ("far", "low_998"),
            ("near", "low_95"),
            ("near", "high_95"),
            ("far", "high_998"),
        )
    ]


def _point(point: FunnelPoint, frame: _Frame) -> list[Any]:
    return [frame.x(point.of), frame.y(point.value), point.figure.area.id]


def _ticks(axis: ValueAxis) -> list[tuple[float, str]]:
    """Ticks that leave room for their texts: at most four."""
    every = math.ceil(len(axis.ticks) / 4)
    return list(zip(axis.ticks, axis.texts, strict=True))[::every]
