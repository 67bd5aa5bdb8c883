"""The parts of a Word document: styles, tables with merged headings, links, fields, footer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dashboard.reports.exporting import office
from dashboard.reports.exporting.office import FONT, LANGUAGE
from dashboard.reports.wording import CHART_NOTE_STYLE, FINDING_STYLE

SIZE, _CELL = 10.5, 9
_INK, QUIET = RGBColor.from_string(office.INK), RGBColor.from_string(office.QUIET)
HEAD, _RULE = "F1F4F9", "AAB2BD"
A4, MARGIN = (Cm(21), Cm(29.7)), Cm(1.8)
_WIDTH = A4[0] - 2 * MARGIN
MODE = "15"
"""Compatibility mode of Word 2013 and later; the library's template asks for an older one."""
LEAST_LETTERS, MOST_LETTERS = 6, 60


def set_up(document: Any) -> None:
    """Sets A4, type and colours, British spelling, and the styles of the contents."""
    for mode in document.settings.element.xpath(".//w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), MODE)
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Cm(0.9)
    for name, size, before, after in (
        ("Normal", SIZE, 0, 6),
        ("Title", 26, 0, 4),
        ("Heading 1", 17, 0, 4),
        ("Heading 2", 14, 0, 6),
        ("Heading 3", 10.5, 4, 3),
    ):
        _style(document.styles[name], size, before, after)
    document.styles["Title"].font.bold = True
    # Paragraphs in these styles are our own words: the importer does not read them as commentary.
    for name, size, colour in ((FINDING_STYLE, SIZE, _INK), (CHART_NOTE_STYLE, 8.5, QUIET)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size, style.font.color.rgb = Pt(size), colour
    for level, indent in ((1, 0.0), (2, 0.5)):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = document.styles["Normal"]
        style.font.bold = level == 1
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.space_before = Pt(8 if level == 1 else 0)
        style.paragraph_format.space_after = Pt(3)
        stops = style.paragraph_format.tab_stops
        stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _style(document.styles["TOC Heading"], 14, 14, 4)
    # From here on no style changes, and python-docx would look through all for every paragraph.
    document.part.get_style_id = cache(document.part.get_style_id)


def _style(style: Any, size: float, before: float, after: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for which in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{which}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    properties.append(language)
    style.font.color.rgb = _INK
    for rule in style.element.xpath("./w:pPr/w:pBdr"):
        rule.getparent().remove(rule)


Cells = Sequence[tuple[str, RGBColor | None]]


def add_table(document: Any, heads: Sequence[Sequence[str]], cells: Cells, label: bool) -> None:
    """Adds a table of one row of cells under one or two rows of headings.

    Headings are marked as such, for page breaks and screen readers. In the first of two rows,
    neighbours with the same text are merged; a heading with nothing below it spans both rows.
    `label` says that the first column only labels the row.
    """
    # A document's own add_table looks through the whole of it for the width of the page.
    table = document._body.add_table(len(heads) + 1, len(cells), _WIDTH)
    table.style = "Table Grid"
    table.autofit = False
    _rule(table)
    grid = [list(row.cells) for row in table.rows]
    over = [[head[place] for head in heads] for place in range(len(cells))]
    _widths(
        table, grid, [_share(text, above) for (text, _), above in zip(cells, over, strict=True)]
    )
    for number, texts in enumerate(heads):
        for cell, text in zip(grid[number], texts, strict=True):
            _write(cell, text, _INK, bold=True)
            _shade(cell)
    for place, (text, colour) in enumerate(cells):
        _write(grid[-1][place], text, colour or _INK, bold=label and place == 0)
    if len(heads) == 2:
        _merge(grid, heads)
    for row in table.rows[: len(heads)]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _merge(grid: list[list[Any]], heads: Sequence[Sequence[str]]) -> None:
    over, below = heads
    start = 0
    for text, group in groupby(over):
        end = start + len(list(group)) - 1
        if end > start and text:
            for place in range(start + 1, end + 1):
                _write(grid[0][place], "", _INK)
            grid[0][start].merge(grid[0][end])
        elif not below[start]:
            grid[0][start].merge(grid[1][start])
        start = end + 1
    for cell in (*grid[0], *grid[1]):
        empty = [paragraph for paragraph in cell.paragraphs if not paragraph.text]
        for each in empty[len(empty) == len(cell.paragraphs) :]:
            each._p.getparent().remove(each._p)


def _write(cell: Any, text: str, colour: RGBColor, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.color.rgb = bold, Pt(_CELL), colour
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.space_before = Pt(1)
    paragraph.paragraph_format.keep_with_next = True


def _share(text: str, heads: Sequence[str]) -> float:
    """The relative width that a column needs, by its longest word."""
    words = [word for head in heads for word in head.split(" ")]
    whole = [len(head) * 0.8 for head in heads]
    longest = max([*map(len, words), min(len(text), MOST_LETTERS), *whole], default=0)
    return max(LEAST_LETTERS, longest) + 2


def _widths(table: Any, grid: list[list[Any]], shares: Sequence[float]) -> None:
    for place, share in enumerate(shares):
        width = int(_WIDTH * share / sum(shares))
        table.columns[place].width = width
        for row in grid:
            row[place].width = width


def _rule(table: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", _RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    # Word requires the borders before the layout.
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def add_bookmark(paragraph: Any, name: str, number: int) -> None:
    """Bookmarks a paragraph, for links and page numbers; `number` is unique in the document."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def add_link(paragraph: Any, text: str, bookmark: str, underline: bool = True) -> None:
    """Adds a link to a bookmark."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(text)
    run.underline = underline
    link.append(run._r)
    paragraph._p.append(link)


def add_field(paragraph: Any, instruction: str, shown: str, size: float | None = None) -> None:
    """Adds a field that Word updates when it prints; until then it shows `shown`."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run()
        run.font.size = Pt(size) if size else None
        run.font.color.rgb = QUIET if size else None
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {instruction} "
            run._r.append(element)
        elif kind == "shown":
            run.text = shown
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def add_footer(document: Any, text: str, address: str) -> None:
    """Adds a footer: a text, “page 1 of 9”, and below them the address, if there is one."""
    footer = document.sections[0].footer
    paragraph = footer.paragraphs[0]
    for shown, field in ((f"{text} · page ", "PAGE"), (" of ", "NUMPAGES")):
        run = paragraph.add_run(shown)
        run.font.size, run.font.color.rgb = Pt(8), QUIET
        add_field(paragraph, field, "1", 8)
    if address:
        run = footer.add_paragraph().add_run(address)
        run.font.size, run.font.color.rgb = Pt(8), QUIET
