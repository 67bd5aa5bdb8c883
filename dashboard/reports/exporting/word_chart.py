"""A native chart in a Word document: python-docx has none, so python-pptx makes it."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from pptx import Presentation

from dashboard.charts.chart_model import ChartModel
from dashboard.reports.exporting.native_chart import add_native_chart
from dashboard.reports.exporting.office import count_parts

_WIDTH, _HEIGHT = Cm(17.2), Cm(7)
BLANK = 6
TYPE_SIZE = 9
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"


class ChartMaker:
    """Adds charts to one document. Each is made on a slide that is never saved."""

    def __init__(self) -> None:
        deck = Presentation()
        count_parts(deck.part.package)
        self._slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
        self._count = 0

    def add(self, document: Any, drawn: ChartModel, words: str) -> Any:
        """Adds a chart with its workbook of figures, and returns the paragraph that holds it.

        `words` is its alternative text.
        """
        self._count += 1
        box = (0, 0, int(_WIDTH), int(_HEIGHT))
        frame = add_native_chart(self._slide, drawn, box, TYPE_SIZE, words)
        chart, number = frame.chart.part, self._count
        package = document.part.package
        workbook = chart.chart_workbook.xlsx_part.blob
        sheet = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _SHEET, workbook, package)
        part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, chart.blob, package)
        # The chart's XML names its workbook by the first relationship, as this is.
        part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
        relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        paragraph = document.add_paragraph()
        paragraph.add_run()._r.append(parse_xml(_drawing(relation, words, number)))
        return paragraph


def _drawing(relation: str, words: str, number: int) -> str:
    return (
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'r')}>"
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_WIDTH}" cy="{_HEIGHT}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr={quoteattr(words)}/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_URI}">'
        f'<c:chart xmlns:c="{_URI}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
