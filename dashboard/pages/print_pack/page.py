"""A portfolio on paper: a first page, which says what is missing, and one for each indicator."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.style import Size
from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.components.slide import rest_slide, title_slide
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.overall import overall_headline
from dashboard.pages.files import portfolio_files
from dashboard.pages.listing import listed
from dashboard.pages.page import Content, Data, Page, data
from dashboard.pages.present.choices import PresentChoices
from dashboard.pages.print_pack.choices import PrintChoices
from dashboard.selection import Selection

At = Selection[PrintChoices]


@dataclass(frozen=True, kw_only=True)
class PrintContent(Content):
    """The sheets, which assets/pack.js fetches and draws."""

    pack: Data = data("sheets")


def content(at: At, size: Size) -> PrintContent:
    """The page's own texts, and where the browser fetches each indicator's sheet."""
    printed = listed(at)
    every_printed = [finding for each in printed.values() for finding in each]
    headline = overall_headline(at.findings)
    return PrintContent(
        title=f"{at.portfolio_name}, {at.quarter.label}",
        said=headline,
        pack={
            "first": title_slide(
                at.portfolio_name,
                at.catalogue.council.name,
                at.quarter,
                headline,
                (),
            ),
            "contents": _contents(printed, len(at.findings)).plain(),
            "sheets": [_sheet(at, finding) for finding in every_printed if finding.known.main],
            "last": rest_slide(at.findings, every_printed, at.portfolio_name, at.quarter),
        },
    )


def _sheet(at: At, finding: IndicatorFinding) -> str:
    """The query that asks for an indicator's content, which is that of its slide."""
    slide = PresentChoices(
        portfolio=at.dated.portfolio,
        own=at.dated.own,
        quarter=at.quarter.id,
        show=at.choices.show,
        slide=finding.indicator.id,
    )
    return slide.search


def _contents(printed: dict[str, list[IndicatorFinding]], of: int) -> Grid:
    several = len(printed) > 1
    groups = tuple(
        Group(name if several else "", tuple(_row(finding) for finding in findings))
        for name, findings in printed.items()
    )
    everything = [finding for findings in printed.values() for finding in findings]
    without = sum(finding.known.main is None for finding in everything)
    caption = f"{len(everything) - without} of {of} indicators, one page for each"
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


PAGE = Page(
    name="print",
    label="Print",
    choices=PrintChoices,
    places=PrintContent,
    content=content,
    files=portfolio_files,
)
