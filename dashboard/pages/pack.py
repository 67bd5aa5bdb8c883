"""A portfolio on paper: a first page, one for each indicator, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.components.slide import rest_slide, title_slide
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.counts import counts
from dashboard.domain.portfolio.ordering import ordered, shown
from dashboard.domain.portfolio.overall import overall_headline
from dashboard.findings import portfolio_findings
from dashboard.pages.filters import quarter_choices
from dashboard.pages.navigation import navigation
from dashboard.pages.notes import notes
from dashboard.pages.panel import Panel
from dashboard.reports.exporting.chosen import choose
from dashboard.selection import Selection
from dashboard.store.dataset import Dataset
from dashboard.view import PRESENT, View


def pack(dataset: Dataset, selection: Selection) -> Panel:
    """The page: its own texts, and where the browser fetches each indicator's page."""
    view, quarter, name = selection.view, selection.quarter, selection.portfolio_name
    found = {p.name: portfolio_findings(dataset, p.id, quarter) for p in selection.portfolios}
    everything = [finding for findings in found.values() for finding in findings]
    printed = {name: shown(ordered(each, view.sort), view.show) for name, each in found.items()}
    every_printed = [finding for each in printed.values() for finding in each]
    headline = overall_headline(everything, quarter)
    # An Exception Report as returned is offered where the quarter's own report is held.
    returned = bool(choose(dataset, selection.portfolios, quarter, "printed").findings)
    here = replace(view, portfolio=selection.portfolio_value, quarter=quarter.id, notes=())
    return Panel(
        title=f"{name}, {quarter.label}",
        said=headline,
        portfolio=selection.portfolio_value,
        quarter=quarter.id,
        quarters=quarter_choices(dataset.catalogue, selection),
        notes=notes(selection.notes),
        print_class="page-tab active",
        **navigation(here, everything[0].indicator.id if everything else ""),
        show_hidden=False,
        show=view.show,
        sort=view.sort,
        print_hidden=False,
        pack={
            "first": title_slide(
                name,
                dataset.catalogue.council.name,
                quarter,
                headline,
                [each.said for each in counts(everything)],
                (),
            ),
            "contents": _contents(printed, len(everything)).plain(),
            "sheets": [_sheet(here, finding) for finding in every_printed if finding.known.main],
            "files": _files(here, returned),
            "last": rest_slide(everything, every_printed, name, quarter),
        },
    )


def _files(here: View, returned: bool) -> list[dict[str, str]]:
    """The same to take away; an Exception Report holds what the quarter's own report held."""
    query = urlencode({"portfolio": here.portfolio, "quarter": here.quarter})
    which, words = here.show, {"others": "all but exceptions"}.get(here.show, here.show)
    return [
        {"text": text, "href": f"/report.{kind}?{query}&which={chosen}"}
        for text, kind, chosen in (
            ("Exception Report, as returned (Word)", "docx", "printed"),
            (f"Exception Report, {words} (Word)", "docx", which),
            ("Slides (PowerPoint)", "pptx", which),
            ("Figures (Excel)", "xlsx", which),
            ("Figures (CSV)", "csv", which),
        )
        if returned or chosen != "printed"
    ]


def _sheet(here: View, finding: IndicatorFinding) -> str:
    """The address of an indicator's content, which is that of its slide."""
    return replace(here, page=PRESENT, slide=finding.indicator.id).search


def _contents(printed: dict[str, list[IndicatorFinding]], of: int) -> Grid:
    several = len(printed) > 1
    groups = tuple(
        Group(name if several else "", tuple(_row(finding) for finding in findings))
        for name, findings in printed.items()
    )
    everything = [finding for findings in printed.values() for finding in findings]
    without = sum(finding.known.main is None for finding in everything)
    caption = f"{len(everything) - without} of {of} indicators, a page each"
    if without:
        caption += f"; {without} without a figure yet"
    return Grid(caption, ("Indicator", "Finding", "Judgement"), groups)


def _row(finding: IndicatorFinding) -> GridRow:
    return GridRow(
        (
            Cell(finding.indicator.name),
            Cell(finding.headline),
            Cell(finding.verdict.text, status=finding.verdict.status),
        )
    )
