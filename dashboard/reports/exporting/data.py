"""The figures of a report's indicators, one a row, as CSV or as an Excel workbook."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter

from dashboard.reports.csv_file import Value, csv_file
from dashboard.reports.exporting.content import ReportContent, Told, unheard
from dashboard.reports.indicator_figures import HEADER, figure_rows

WIDEST = 40
DAYS = ("starts", "ends")


def data_csv(content: ReportContent) -> bytes:
    """Every figure and target known at the quarter, in UTF-8 with a byte-order mark."""
    return csv_file(HEADER, _rows(content))


def data_workbook(content: ReportContent, address: str, told: Told = unheard) -> bytes:
    """The same on a sheet with a sheet of notes; numbers stay numbers, and no text is a formula."""
    buffer = io.BytesIO()
    options = {"in_memory": True}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        whose = content.dataset.catalogue.council.name
        workbook.set_properties({"title": f"Figures, {content.quarter.label}", "author": whose})
        bold = workbook.add_format({"bold": True})
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet = workbook.add_worksheet("Figures")
        sheet.write_row(0, 0, HEADER, bold)
        rows = 0
        for done, finding in enumerate(content.findings, start=1):
            for row in figure_rows(finding, content.dataset.version):
                rows += 1
                _write_row(sheet, rows, row, day)
            told(done, len(content.findings))
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.autofilter(0, 0, max(1, rows), len(HEADER) - 1)
        sheet.autofit(WIDEST * 7)
        notes = workbook.add_worksheet("Notes")
        for number, (what, text) in enumerate(_notes(content, address)):
            notes.write_string(number, 0, what, bold)
            notes.write_string(number, 1, text)
        notes.set_column(0, 0, 40)
        notes.set_column(1, 1, 90)
    return buffer.getvalue()


def _rows(content: ReportContent) -> list[tuple[Value, ...]]:
    version = content.dataset.version
    return [row for finding in content.findings for row in figure_rows(finding, version)]


def _write_row(sheet: Any, number: int, row: tuple[Value, ...], day: Any) -> None:
    """Writes one row; `day` is the format of dates."""
    for column, value in enumerate(row):
        if value and HEADER[column] in DAYS:
            sheet.write_datetime(number, column, date.fromisoformat(str(value)), day)
        else:
            _write(sheet, number, column, value)


def _write(sheet: Any, row: int, column: int, value: Value) -> None:
    if value is None or value == "":
        return
    if isinstance(value, Decimal | int):
        sheet.write_number(row, column, float(value))
    else:
        sheet.write_string(row, column, value)


def _notes(content: ReportContent, address: str) -> list[tuple[str, str]]:
    portfolios = ", ".join(portfolio.name for portfolio in content.portfolios)
    found = content.findings
    return [
        ("Portfolios", portfolios),
        ("As at", f"{content.quarter.label}: no figure from after it is in the file"),
        ("Dataset", content.dataset.version),
        *([("On the screen", address)] if address else []),
        ("Empty cells", "unknown; a symbol says why where the source does"),
        ("Percent", "a share is written as 54 for 54%"),
        *((finding.indicator.name, finding.indicator.definition) for finding in found),
        *((f.indicator.name, said) for f in found if (said := f.indicator.caveat_by(f.quarter))),
    ]
