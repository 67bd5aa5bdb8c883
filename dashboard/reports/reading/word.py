"""A Word document as lines: paragraphs, and tables row by row, in the document's order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dashboard.reports.reading.line import Line, cleaned, line


class WordError(ValueError):
    """A document that python-docx cannot open."""


def word_lines(path: Path) -> list[Line]:
    """The lines of a .docx whose archive has been checked."""
    # Only whoever reads a report needs it.
    from docx import Document
    from docx.table import Table

    try:
        document = Document(str(path))
        content = list(document.iter_inner_content())
    except (KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise WordError(str(error)) from error
    lines: list[Line] = []
    tables = paragraphs = 0
    for part in content:
        if isinstance(part, Table):
            tables += 1
            lines += _rows(part, tables)
        else:
            paragraphs += 1
            lines += _paragraph(part, paragraphs)
    return lines


def _rows(table: Any, number: int) -> list[Line]:
    """Each row; a cell that is merged across columns stands in the first of them."""
    lines = []
    for row_number, row in enumerate(table.rows, start=1):
        cells, seen = [], set()
        for cell in row.cells:
            cells.append("" if id(cell._tc) in seen else cleaned(cell.text.replace("\n", " ")))
            seen.add(id(cell._tc))
        lines.append(Line(f"table {number}, row {row_number}", tuple(cells)))
    return lines


def _paragraph(paragraph: Any, number: int) -> list[Line]:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    runs = [run for run in paragraph.runs if run.text.strip()]
    # Lower headings name indicators, not portfolios.
    bold = bool(runs) and all(run.bold for run in runs)
    heading = style in ("Title", "Heading 1") or (bold and not style.startswith("Heading"))
    place = f"paragraph {number}"
    lines = [line(place, text, heading) for text in paragraph.text.split("\n")]
    # In Word a paragraph ends by itself; a heading may run over several.
    return lines if heading else [*lines, line(place, "")]
