"""A Word document as lines: paragraphs, and tables row by row, in the document's order.

Read is what would be printed: insertions and not deletions, text in boxes, content controls and
cells within cells, signs set in symbol fonts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.reports.importing.line import Line, cleaned, line
from dashboard.reports.importing.vocabulary import COMMENTARY, section
from dashboard.reports.importing.word_styles import Styles, styles_of
from dashboard.reports.importing.word_text import ParagraphText, paragraph_text, tag, wrapped

MOST_COLUMNS = 63
"""Word's own bound on a table."""
_MARGINS = ("header", "footer")
_NOTES = {"footnotes": "a footnote", "endnotes": "an endnote", "comments": "a comment"}


class WordError(ValueError):
    """A document that python-docx cannot open."""


@dataclass
class _Counts:
    """Running numbers for places, and what was met that is not read: pictures, changes."""

    paragraphs: int = 0
    tables: int = 0
    pictures: list[str] = field(default_factory=list)
    asides: dict[str, str] = field(default_factory=dict)


def word_lines(path: Path) -> list[Line]:
    """The lines of a .docx whose archive has been checked."""
    # Slow to import, and only needed for a report in Word.
    from docx import Document

    try:
        document = Document(str(path))
        return _Reader(document).lines()
    except (KeyError, ValueError, AttributeError, SyntaxError, IndexError) as error:
        raise WordError(str(error) or type(error).__name__) from error


class _Reader:
    """Walks the document's body, then its margins and notes."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.styles: Styles = styles_of(document)
        self.counts = _Counts()

    def lines(self) -> list[Line]:
        lines = list(self._blocks(self.document.element.body))
        if self.counts.pictures:
            places = ", ".join(self.counts.pictures[:12])
            more = len(self.counts.pictures) - 12
            also = f" and {more} more" if more > 0 else ""
            lines.append(Line(f"{places}{also}", (), aside="charts and pictures are not read"))
        lines += [Line(place, (), aside=why) for why, place in self.counts.asides.items()]
        return [*lines, *self._margins()]

    def _blocks(self, parent: Any) -> Iterator[Line]:
        for child in wrapped(parent):
            if tag(child) == "p":
                self.counts.paragraphs += 1
                place = f"paragraph {self.counts.paragraphs}"
                yield from self._paragraph(child, place)
            elif tag(child) == "tbl":
                self.counts.tables += 1
                yield from self._table(child, f"table {self.counts.tables}")

    def _paragraph(self, element: Any, place: str) -> Iterator[Line]:
        style = self.styles.of(element)
        read = paragraph_text(element, style.bold)
        self._count(read, place)
        if style.repeats:
            return
        if style.caption:
            if text := cleaned(read.text.replace("\n", " ")):
                yield Line(place, (text,), aside="a caption: not read as any figure")
            return
        for text in read.text.split("\n"):
            yield line(place, text, style.level, read.bold)
        if not (style.level or read.bold):
            # In Word a paragraph ends by itself; a heading may run over several.
            yield line(place, "")
        for number, box in enumerate(read.boxes, start=1):
            yield from self._box(box, f"{place}, text box {number}")

    def _box(self, box: Any, place: str) -> Iterator[Line]:
        for child in wrapped(box):
            if tag(child) == "p":
                yield from self._paragraph(child, place)
            elif tag(child) == "tbl":
                yield from self._table(child, place)

    def _count(self, read: ParagraphText, place: str) -> None:
        self.counts.pictures += [place] * read.pictures
        for is_so, why in (
            (read.deleted, "tracked changes are read as if all were accepted"),
            (read.hidden, "hidden text is not read"),
            (read.struck, "text that is struck through is not read"),
        ):
            if is_so:
                self.counts.asides.setdefault(why, place)

    def _table(self, table: Any, place: str) -> Iterator[Line]:
        rows = [row for row in wrapped(table) if tag(row) == "tr"]
        for number, row in enumerate(rows, start=1):
            yield from self._row(row, f"{place}, row {number}")

    def _row(self, row: Any, place: str) -> Iterator[Line]:
        """A row; a cell of several paragraphs, alone or after "Commentary", is read as text."""
        cells: list[list[str]] = [[] for _ in range(_skipped(row))]
        bold, inner = True, []
        for cell in (each for each in wrapped(row) if tag(each) == "tc"):
            texts, cell_bold, tables = self._cell(cell, place)
            span, goes_on = _span(cell)
            cells += [[] if goes_on else texts, *[[] for _ in range(span - 1)]]
            bold = bold and (cell_bold or not texts)
            inner += tables
        filled = [texts for texts in cells if texts]
        flat = tuple(" ".join(texts) for texts in cells)
        whole = Line(place, flat, bold=bold and bool(filled))
        named = section(Line(place, flat), COMMENTARY) if len(filled) == 2 else None
        if named and len(filled[0]) == 1:
            yield line(place, filled[0][0])
            yield from self._as_text(filled[1], place)
        elif len(filled) == 1 and len(filled[0]) > 1:
            yield from self._as_text(filled[0], place)
        else:
            yield whole
        for number, table in enumerate(inner, start=1):
            yield from self._table(table, f"{place}, inner table {number}")

    @staticmethod
    def _as_text(paragraphs: list[str], place: str) -> Iterator[Line]:
        for text in paragraphs:
            yield line(place, text)
            yield line(place, "")

    def _cell(self, cell: Any, place: str) -> tuple[list[str], bool, list[Any]]:
        """A cell's paragraphs, whether all are bold, and the tables in it."""
        texts, bold, tables = [], True, []
        for child in wrapped(cell):
            if tag(child) == "tbl":
                tables.append(child)
                continue
            if tag(child) != "p":
                continue
            read = paragraph_text(child, self.styles.of(child).bold)
            self._count(read, place)
            boxes = [
                paragraph_text(p, False).text
                for box in read.boxes
                for p in wrapped(box)
                if tag(p) == "p"
            ]
            for text in (read.text, *boxes):
                if plain := cleaned(text.replace("\n", " ").replace("\t", " ")):
                    texts.append(plain)
                    bold = bold and read.bold
        return texts, bold, tables

    def _margins(self) -> Iterator[Line]:
        """Headers, footers and notes: a title may be there; the rest is reported as not read."""
        seen = set()
        for relation in self.document.part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if relation.is_external or kind not in (*_MARGINS, *_NOTES):
                continue
            for element in _paragraphs(relation.target_part):
                text = cleaned(paragraph_text(element, False).text.replace("\n", " "))
                if text and (kind, text) not in seen:
                    seen.add((kind, text))
                    in_margin = kind in _MARGINS
                    place = f"page {kind}" if in_margin else _NOTES[kind]
                    why = "outside the text: not read as any figure"
                    yield Line(place, (text,), aside=why, in_margin=in_margin)


def _paragraphs(part: Any) -> Iterator[Any]:
    from docx.oxml import parse_xml

    root = part.element if hasattr(part, "element") else parse_xml(part.blob)
    return (element for element in root.iter() if tag(element) == "p")


def _skipped(row: Any) -> int:
    """How many columns a row leaves empty before its first cell."""
    found = row.xpath("./w:trPr/w:gridBefore/@w:val")
    return min(int(found[0]), MOST_COLUMNS) if found else 0


def _span(cell: Any) -> tuple[int, bool]:
    """How many columns a cell spans, and whether it goes on from the cell above."""
    spans = cell.xpath("./w:tcPr/w:gridSpan/@w:val")
    merged = cell.xpath("./w:tcPr/w:vMerge")
    goes_on = bool(merged) and not cell.xpath("./w:tcPr/w:vMerge[@w:val='restart']")
    span = min(int(spans[0]), MOST_COLUMNS) if spans else 1
    return span, goes_on
