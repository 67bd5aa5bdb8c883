"""The parts of a PowerPoint slide: title, text boxes, a table of comparisons, its number."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from dashboard.charts.style import text_width
from dashboard.domain.summary import SummaryRow
from dashboard.reports.exporting import office
from dashboard.reports.exporting.office import (
    EMU_OF_PX,
    FONT,
    PX_OF_POINT,
    add_element,
    child,
    element,
)

_INK, QUIET = RGBColor.from_string(office.INK), RGBColor.from_string(office.QUIET)
STATUS_COLOURS = {
    status: RGBColor.from_string(colour) for status, colour in office.STATUS_COLOURS.items()
}
_Box = tuple[int, ...]


def add_title(
    slide: Any, text: str, box: _Box, size: int, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP
) -> None:
    """Fills the title placeholder, which outlines and screen readers use."""
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = map(Emu, box)
    _fill(shape.text_frame, [text], size, _INK, bold=True)
    shape.text_frame.vertical_anchor = anchor


def add_text(
    slide: Any,
    lines: Sequence[str],
    box: _Box,
    size: int,
    colour: RGBColor = _INK,
    bold: bool = False,
    align: PP_ALIGN = PP_ALIGN.LEFT,
) -> None:
    """Adds a text box with a paragraph for each line; none if all lines are empty."""
    if any(lines):
        shape = slide.shapes.add_textbox(*map(Emu, box))
        _fill(shape.text_frame, lines, size, colour, bold, align)


def _fill(
    frame: Any,
    lines: Sequence[str],
    size: int,
    colour: RGBColor,
    bold: bool = False,
    align: PP_ALIGN = PP_ALIGN.LEFT,
) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, text in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = align, Pt(0)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
        run.font.color.rgb = colour


def add_rows(slide: Any, rows: Sequence[SummaryRow], place: _Box, size: int) -> int:
    """Adds comparisons as a table of two columns with a rule below each row.

    Returns its height in EMU.
    """
    left, top, width = place
    room = width / EMU_OF_PX
    font = size * PX_OF_POINT
    widest = max(text_width(row.label, font) for row in rows)
    label = int(min(widest * 0.95 + 10, room * 0.5) * EMU_OF_PX)
    lines = [_lines(row, room, label / EMU_OF_PX, font) for row in rows]
    line, around = Inches(0.3), Inches(0.1)
    heights = [int(count * line + around) for count in lines]
    frame = slide.shapes.add_table(len(rows), 2, Emu(left), Emu(top), Emu(width), Emu(sum(heights)))
    words = "; ".join(f"{row.label}: {row.text}" for row in rows)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    table = frame.table
    _plain(table)
    table.columns[0].width, table.columns[1].width = Emu(label), Emu(width - label)
    for row, given, height in zip(table.rows, rows, heights, strict=True):
        row.height = Emu(height)
        _cell(row.cells[0], given.label, size, _INK, False, PP_ALIGN.LEFT)
        status = STATUS_COLOURS.get(given.status, _INK)
        _cell(row.cells[1], given.text, size, status, True, PP_ALIGN.RIGHT)
    return sum(heights)


def _lines(row: SummaryRow, room: float, label: float, font: float) -> int:
    """Estimates how many lines the taller of a row's two cells has."""
    texts = ((row.label, label), (row.text, room - label))
    return max(ceil(text_width(text, font) / max(1.0, width)) for text, width in texts)


def _plain(table: Any) -> None:
    """Removes the bands and fills of the default table style."""
    table.first_row = table.horz_banding = False
    table.first_col = True
    style = child(table._tbl.tblPr, "a:tableStyleId")
    if style is not None:
        # "No style, no grid".
        style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def _cell(cell: Any, text: str, size: int, colour: RGBColor, bold: bool, align: PP_ALIGN) -> None:
    _fill(cell.text_frame, [text], size, colour, bold, align)
    cell.margin_left = cell.margin_right = 0
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    properties = cell._tc.get_or_add_tcPr()
    fill = add_element(add_element(properties, "a:lnB", w="9525"), "a:solidFill")
    add_element(fill, "a:srgbClr", val=office.RULE)


def add_number(slide: Any, box: _Box, size: int) -> None:
    """Adds the slide's number as a field, which stays right when slides are moved."""
    shape = slide.shapes.add_textbox(*map(Emu, box))
    _fill(shape.text_frame, [""], size, QUIET, align=PP_ALIGN.RIGHT)
    paragraph = shape.text_frame.paragraphs[0]._p
    run = child(paragraph, "a:r")
    field = element("a:fld", id="{5E8A3B0C-9B0F-4C58-A1D7-3C0E9F6D2B11}", type="slidenum")
    field.append(child(run, "a:rPr"))
    add_element(field, "a:t").text = "‹#›"
    paragraph.replace(run, field)


def widen(deck: Any, width: int, height: int) -> None:
    """Changes the size of the slides (in EMU) and scales master and layouts with it."""
    across, down = width / deck.slide_width, height / deck.slide_height
    deck.slide_width, deck.slide_height = width, height
    size = child(deck.part._element, "p:sldSz")
    size.attrib.pop("type", None)
    master = deck.slide_master
    for holder in (master, *master.slide_layouts):
        for offset in holder._element.iter(qn("a:off")):
            offset.set("x", str(int(int(offset.get("x")) * across)))
            offset.set("y", str(int(int(offset.get("y")) * down)))
        for extent in holder._element.iter(qn("a:ext")):
            if extent.get("cx"):
                extent.set("cx", str(int(int(extent.get("cx")) * across)))
                extent.set("cy", str(int(int(extent.get("cy")) * down)))


def set_language(deck: Any, language: str) -> None:
    """Marks all text as being in a language, for spell checkers and screen readers."""
    for slide in deck.slides:
        notes = slide.notes_slide._element if slide.has_notes_slide else ()
        for root in (slide._element, notes):
            for run in getattr(root, "iter", lambda *_: ())(qn("a:rPr")):
                run.set("lang", language)
