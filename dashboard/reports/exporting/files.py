"""The kinds of file that a report can be written as, by suffix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dashboard.reports.exporting.content import ReportContent, Told, unheard


class _Make(Protocol):
    """Makes a file of a content, given the council's name and the address on the dashboard."""

    def __call__(
        self, content: ReportContent, council: str, address: str, told: Told = unheard
    ) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: how its name begins, its media type, and the function that makes it.

    One that takes `long` is run in another process, so that pages do not wait.
    """

    what: str
    mimetype: str
    make: _Make
    long: bool = True


def _docx(content: ReportContent, council: str, address: str, told: Told = unheard) -> bytes:
    # Each library is imported only when its kind of file is asked for.
    from dashboard.reports.exporting.word_report import word_report

    return word_report(content, council, address, told)


def _pptx(content: ReportContent, council: str, address: str, told: Told = unheard) -> bytes:
    from dashboard.reports.exporting.slides import slides

    return slides(content, council, address, told)


def _xlsx(content: ReportContent, council: str, address: str, told: Told = unheard) -> bytes:
    from dashboard.reports.exporting.data import data_workbook

    return data_workbook(content, address, told)


def _csv(content: ReportContent, council: str, address: str, told: Told = unheard) -> bytes:
    from dashboard.reports.exporting.data import data_csv

    return data_csv(content)


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {
    "docx": _Kind("exception-report", f"{_OFFICE}wordprocessingml.document", _docx),
    "pptx": _Kind("slides", f"{_OFFICE}presentationml.presentation", _pptx),
    "xlsx": _Kind("figures", f"{_OFFICE}spreadsheetml.sheet", _xlsx),
    "csv": _Kind("figures", "text/csv", _csv, long=False),
}
