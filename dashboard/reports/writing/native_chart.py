"""A chart that Office can edit: one category a period, one series a line, the target dashed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from dashboard.domain.period import Period
from dashboard.figures.scene import DrawnTarget, Scene
from dashboard.figures.style import STROKES, TARGET, Role

TYPE = XL_CHART_TYPE.LINE_MARKERS
DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}


Slot = Period | None


def chart_data(drawn: Scene) -> CategoryChartData:
    """The scene's lines and targets over its periods; what is not stated is a gap.

    Where the screen joins nothing an empty category stands, so that Office joins nothing either.
    """
    slots = _slots(drawn)
    data = CategoryChartData()
    data.categories = [slot.label if slot else " " for slot in slots]
    for line in drawn.lines:
        values = {mark.observation.period: mark.value for mark in line.marks}
        data.add_series(line.name, [values.get(slot) if slot else None for slot in slots])
    for target in drawn.targets:
        levels = [target.level if slot and _applies(target, slot.end) else None for slot in slots]
        data.add_series(target.label, levels)
    return data


def _slots(drawn: Scene) -> list[Slot]:
    """The periods in their order, with an empty one where the council's line is not joined."""
    marks = {mark.observation.period for line in drawn.lines for mark in line.marks}
    periods = sorted(marks, key=lambda period: period.order)
    ours = drawn.council
    if ours is None:
        return list(periods)
    own = [mark.observation.period for mark in ours.marks]
    joined = {
        (one.observation.period, other.observation.period)
        for run in ours.runs
        for one, other in pairwise(run.marks)
    }
    apart = {other for one, other in pairwise(own) if (one, other) not in joined}
    return [
        slot for period in periods for slot in ([None, period] if period in apart else [period])
    ]


def dress(chart: Any, drawn: Scene, size: int) -> None:
    """The lines as on the screen, told apart by dash and weight too; type of a size in pt."""
    chart.has_legend, chart.has_title = True, False
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size = Pt(size)
    strokes = [STROKES[line.role] for line in drawn.lines] + [TARGET] * len(drawn.targets)
    for series, stroke in zip(chart.plots[0].series, strokes, strict=True):
        series.smooth = False
        series.format.line.color.rgb = RGBColor.from_string(stroke.colour.removeprefix("#").upper())
        ours = stroke is STROKES[Role.COUNCIL]
        series.format.line.width = Pt(4 if ours else 2.25)
        if stroke.dash in DASHES:
            series.format.line.dash_style = DASHES[stroke.dash]


def _applies(target: DrawnTarget, day: date) -> bool:
    return target.start < day <= target.end
