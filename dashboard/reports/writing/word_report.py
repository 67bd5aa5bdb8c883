"""The Exception Report in Word, in the layout of the paper that it replaces."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.record import Record
from dashboard.figures.choices import Options
from dashboard.figures.scene import scene
from dashboard.figures.words import chart_words
from dashboard.findings import record_of
from dashboard.reports.writing.chosen import Chosen
from dashboard.reports.writing.printed import POLARITIES, history, report_title, travel
from dashboard.reports.writing.word_chart import add_chart

FONT, SIZE, CELL = "Calibri", 10, 8.5
A4, MARGIN = (Cm(21), Cm(29.7)), Cm(1.8)


def word_report(chosen: Chosen, council: str, address: str) -> bytes:
    """The file; `address` is where the same is seen on the screen."""
    document = Document()
    _page(document)
    document.add_heading(f"{council}: {report_title(chosen.quarter)}", level=0)
    _contents(document, chosen)
    _footer(document, f"{chosen.quarter.label} · dataset {chosen.dataset.version} · {address}")
    for portfolio, findings in chosen.groups:
        document.add_page_break()
        document.add_heading(portfolio.name, level=1)
        for number, finding in enumerate(findings):
            if number:
                document.add_page_break()
            record = record_of(chosen.dataset, finding)
            _indicator(document, record, finding, chosen.charts)
    properties = document.core_properties
    properties.title = f"{report_title(chosen.quarter)}, {council}"
    properties.author, properties.language = council, "en-GB"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)


def _contents(document: Any, chosen: Chosen) -> None:
    """What is in it, each name a link to its page."""
    document.add_heading("Contents", level=2)
    if not chosen.groups:
        document.add_paragraph("No indicator is chosen at this quarter.")
    for portfolio, findings in chosen.groups:
        document.add_paragraph(portfolio.name)
        for finding in findings:
            paragraph = document.add_paragraph(style="List Bullet")
            _link(paragraph, finding.indicator.name, _bookmark_name(finding.indicator.id))


def _indicator(document: Any, record: Record, finding: IndicatorFinding, charts: bool) -> None:
    indicator = finding.indicator
    heading = document.add_heading(indicator.name, level=2)
    _bookmark(heading, _bookmark_name(indicator.id), indicator.position)
    polarity = POLARITIES[indicator.polarity]
    _table(
        document,
        [("Indicator Description", "Better to be?"), (indicator.definition, polarity)],
        headers=1,
    )
    if charts:
        _chart(document, finding)
    made = history(record, finding)
    _table(document, [made.years, made.quarters, made.figures], headers=2)
    compared = travel(finding)
    if compared:
        document.add_paragraph().add_run("Direction of Travel").bold = True
        headings, signs = zip(*compared, strict=True)
        _table(document, [headings, signs], headers=1)
    _commentary(document, record, finding)
    document.add_paragraph(report_title(finding.quarter))


def _chart(document: Any, finding: IndicatorFinding) -> None:
    compare = frozenset(line.area.id for line in finding.known.comparators)
    drawn = scene(finding, Options(compare=compare))
    if drawn.lines:
        number = len(document.inline_shapes) + 1
        add_chart(document, drawn, chart_words(drawn, finding.headline), number)


def _commentary(document: Any, record: Record, finding: IndicatorFinding) -> None:
    """The words as they were written; a cross-reference is a link to what it means."""
    document.add_paragraph().add_run("Commentary:").bold = True
    found = finding.commentary
    if found.written is None or found.earlier:
        return
    if found.shared_with is not None:
        paragraph = document.add_paragraph()
        _link(paragraph, found.reference, _bookmark_name(found.shared_with.id))
        return
    for text in found.written.paragraphs:
        document.add_paragraph(text)


def _table(document: Any, rows: Sequence[Sequence[str]], headers: int) -> None:
    """A table whose first rows are marked as headers, for Word and for a listener."""
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for number, cells in enumerate(rows):
        for place, text in enumerate(cells):
            run = table.cell(number, place).paragraphs[0].add_run(text)
            run.bold, run.font.size = number < headers, Pt(CELL)
    for row in table.rows[:headers]:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _bookmark_name(indicator: str) -> str:
    return f"indicator-{indicator}"[:40]


def _bookmark(paragraph: Any, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert(0, start)
    paragraph._p.append(end)


def _link(paragraph: Any, text: str, bookmark: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    run = paragraph.add_run(text)
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _footer(document: Any, text: str) -> None:
    """Quarter, dataset and address, and the page's number."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{text} · page ").font.size = Pt(8)
    run = paragraph.add_run()
    run.font.size = Pt(8)
    for kind, instruction in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:instrText" if instruction else "w:fldChar")
        if instruction:
            element.text = instruction
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
