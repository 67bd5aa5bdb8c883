"""A chart that Office can edit, as close to the one on screen as Office's charts allow."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.charts.chart_model import ChartModel
from dashboard.charts.style import AXIS, GRID, SECONDARY
from dashboard.reports.exporting.chart_figures import ChartFigures, ChartSeries, chart_figures
from dashboard.reports.exporting.chart_labels import Frame, Placed, Position, placed_labels
from dashboard.reports.exporting.office import (
    EMU_OF_PX,
    FONT,
    PX_OF_POINT,
    add_element,
    child,
    element,
)

TYPE = XL_CHART_TYPE.LINE_MARKERS
_POSITIONS = {
    Position.RIGHT: XL_LABEL_POSITION.RIGHT,
    Position.ABOVE: XL_LABEL_POSITION.ABOVE,
    Position.BELOW: XL_LABEL_POSITION.BELOW,
    Position.LEFT: XL_LABEL_POSITION.LEFT,
}
DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}


def add_native_chart(
    slide: Any, drawn: ChartModel, box: tuple[int, ...], size: int, words: str
) -> Any:
    """Adds a chart to a slide and returns its frame.

    `box` is left, top, width and height in EMU, `size` the type in pt, `words` the alt text.
    """
    figures = chart_figures(drawn)
    width, height = box[2:]
    layout = Frame(
        width=width / EMU_OF_PX,
        height=height / EMU_OF_PX,
        font=size * PX_OF_POINT,
        figures=figures,
    )
    frame = slide.shapes.add_chart(TYPE, *map(Emu, box), _data(figures, layout.naming.categories))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    placed = placed_labels(layout)
    if {number for number, _ in placed} != set(range(len(figures.series))):
        layout = replace(layout, legend=True)
        placed = placed_labels(layout)
    _format(frame.chart, layout, placed, size)
    return frame


def _data(figures: ChartFigures, categories: tuple[str, ...]) -> CategoryChartData:
    data = CategoryChartData()
    data.categories = categories
    for series in figures.series:
        data.add_series(series.name, series.values, series.number_format)
    return data


def _format(chart: Any, frame: Frame, placed: Placed, size: int) -> None:
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(size), FONT
    chart.font.color.rgb = _colour(SECONDARY)
    _axes(chart, frame, size)
    _plot_area(chart, frame)
    _without_frame(chart)
    thick = size / 3.4
    for number, (series, figure) in enumerate(
        zip(chart.plots[0].series, frame.figures.series, strict=True)
    ):
        _stroke(series, figure, thick)
        for slot, position in ((s, p) for (n, s), p in placed.items() if n == number):
            lines = frame.lines(figure, slot)
            words = "\n".join(lines) if len(lines) > 1 else ""
            _label(series, figure, slot, position, size, words)
    _legend(chart, {number for number, _ in placed}, frame)


def _axes(chart: Any, frame: Frame, size: int) -> None:
    values, categories, figures = chart.value_axis, chart.category_axis, frame.figures
    ticks = figures.axis.ticks
    values.minimum_scale, values.maximum_scale = figures.axis.low, figures.axis.high
    values.major_unit = ticks[1] - ticks[0] if len(ticks) > 1 else None
    values.major_gridlines.format.line.color.rgb = _colour(GRID)
    values.format.line.fill.background()
    values.major_tick_mark = categories.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.number_format = figures.tick_format
    values.tick_labels.number_format_is_linked = False
    categories.format.line.color.rgb = _colour(AXIS)
    naming = frame.naming
    categories.tick_labels.font.color.rgb = _colour(SECONDARY)
    categories.tick_labels.font.size = Pt(size * naming.share)
    for body in categories._element.iter(qn("a:bodyPr")):
        # Long labels are to be broken into lines, never rotated.
        body.set("rot", "0")
        body.set("vert", "horz")
    if naming.every > 1:
        skip = element("c:tickLblSkip", val=str(naming.every))
        child(categories._element, "c:noMultiLvlLbl").addprevious(skip)


def _plot_area(chart: Any, frame: Frame) -> None:
    """Sets the box inside the axes ourselves, so that labels have room next to it."""
    plot = frame.plot
    shares = {
        "x": plot.left / frame.width,
        "y": plot.top / frame.height,
        "w": (plot.right - plot.left) / frame.width,
        "h": (plot.bottom - plot.top) / frame.height,
    }
    area = chart._chartSpace.chart.plotArea
    for layout in area.findall(qn("c:layout")):
        area.remove(layout)
    layout = element("c:layout")
    area.insert(0, layout)
    manual = add_element(layout, "c:manualLayout")
    modes = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge"}
    for name, value in (modes | {name: f"{share:.4f}" for name, share in shares.items()}).items():
        add_element(manual, f"c:{name}", val=value)


def _without_frame(chart: Any) -> None:
    """Removes the border and the fill of the chart."""
    space = chart._chartSpace
    shape = element("c:spPr")
    add_element(shape, "a:noFill")
    add_element(add_element(shape, "a:ln"), "a:noFill")
    space.chart.addnext(shape)


def _stroke(series: Any, figure: ChartSeries, thick: float) -> None:
    colour = _colour(figure.stroke.colour)
    series.smooth = False
    series.format.line.color.rgb = colour
    weight = thick if figure.ours else thick * 0.7 if figure.is_target else thick * 0.57
    series.format.line.width = Pt(weight)
    if figure.stroke.dash in DASHES:
        series.format.line.dash_style = DASHES[figure.stroke.dash]
    marker = series.marker
    alone = sum(value is not None for value in figure.values) == 1
    shown = XL_MARKER_STYLE.DASH if alone else XL_MARKER_STYLE.NONE
    marker.style = shown if figure.is_target else XL_MARKER_STYLE.CIRCLE
    if alone or not figure.is_target:
        marker.size = max(5, round(thick * (2 if figure.ours else 1.6)))
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour
        marker.format.line.color.rgb = colour


def _label(
    series: Any, figure: ChartSeries, slot: int, position: Position, size: int, words: str
) -> None:
    """Labels a point with its figure, so that editing the figure changes the label.

    A label that is broken into lines is fixed text instead.
    """
    label = series.points[slot].data_label
    if words:
        label.text_frame.text = words
        fonts = [run.font for p in label.text_frame.paragraphs for run in p.runs]
    else:
        fonts = [label.font]
    for font in fonts:
        font.size, font.bold = Pt(size), figure.ours and slot == figure.last
        font.color.rgb = _colour(figure.stroke.text)
    bound = label._get_or_add_dLbl()
    for name in ("showLegendKey", "showCatName", "showPercent", "showBubbleSize"):
        child(bound, f"c:{name}").set("val", "0")
    child(bound, "c:showVal").set("val", "0" if figure.is_target else "1")
    child(bound, "c:showSerName").set("val", "0" if figure.ours else "1")
    label.position = _POSITIONS[position]
    if not words:
        add_element(bound, "c:separator").text = " "
    for body in bound.iter(qn("a:bodyPr")):
        body.set("wrap", "none")


def _legend(chart: Any, named: set[int], frame: Frame) -> None:
    """A legend for the series without a label at their end; none where all have one."""
    chart.has_legend = frame.legend
    if not frame.legend:
        return
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    place = child(chart.legend._element, "c:legendPos")
    for number in sorted(named, reverse=True):
        entry = element("c:legendEntry")
        add_element(entry, "c:idx", val=str(number))
        add_element(entry, "c:delete", val="1")
        place.addnext(entry)


def _colour(text: str) -> RGBColor:
    return RGBColor.from_string(text.removeprefix("#").upper())
