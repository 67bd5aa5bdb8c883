"""The files that the Download menu offers: of a portfolio, or of one indicator."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from dashboard.pages.overview.choices import ListChoices
from dashboard.pages.page import FileLink
from dashboard.pages.print_pack.choices import PrintChoices
from dashboard.reports.exporting.content import report_content
from dashboard.selection import Filters, Selection

_KINDS = (
    ("docx", "Word", "The Exception Report, charts as pictures"),
    ("pptx", "PowerPoint", "A slide an indicator, charts that can be edited"),
    ("xlsx", "Excel", "The figures, comparators and targets"),
    ("csv", "CSV", "The figures for another program"),
)
_OF_ONE = {
    "docx": "This indicator, its chart a picture",
    "pptx": "Its slide, the chart can be edited",
    "xlsx": "Its figures, comparators and targets",
}


def portfolio_files(at: Selection[Any]) -> list[FileLink]:
    """Paper and files of the portfolio, with the indicators that the page shows.

    The report as it was returned is offered where the quarter's own is held, nothing where no
    indicator is listed.
    """
    if not at.findings:
        return []
    which = at.choices.show if isinstance(at.choices, ListChoices) else "all"
    given = at.dated.to(Filters).texts()
    files = [
        FileLink("Print or PDF", "One page for each indicator", at.dated.to(PrintChoices).href)
    ]
    own = at.listed.indicator_ids
    if report_content(at.dataset, at.portfolios, at.quarter, "printed", own=own).findings:
        query = urlencode(given | {"which": "printed"}, safe=",")
        files.append(FileLink("Word, as returned", "What the return held", f"/report.docx?{query}"))
    return files + [
        FileLink(text, holds, f"/report.{kind}?{urlencode(given | {'which': which}, safe=',')}")
        for kind, text, holds in _KINDS
    ]


def indicator_files(at: Selection[Any]) -> list[FileLink]:
    """The same of one indicator; its CSV holds every series."""
    indicator = at.finding.indicator
    given = {"portfolio": indicator.portfolio_id, "quarter": at.quarter.id, "which": "all"}
    query = urlencode(given | {"indicator": indicator.id})
    figures = f"/indicator/{quote(indicator.id)}.csv?{urlencode({'quarter': at.quarter.id})}"
    return [
        *(
            FileLink(text, _OF_ONE[kind], f"/report.{kind}?{query}")
            for kind, text, _ in _KINDS[:-1]
        ),
        FileLink("CSV", "The figures for another program", figures),
    ]
