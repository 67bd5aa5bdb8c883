"""The Exception Report in Word, in the layout of the paper that it replaces."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count
from math import ceil
from typing import Any
from zlib import crc32

from docx import Document
from docx.shared import Pt, RGBColor

from dashboard.charts.description import chart_words
from dashboard.charts.time_series import axis_note
from dashboard.domain.facts.record import Record
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.overall import exceptions_said, overall_headline
from dashboard.findings import portfolio_narrative, record_of
from dashboard.reports import wording
from dashboard.reports.exporting.chart_figures import office_chart
from dashboard.reports.exporting.content import ReportContent, Told, unheard
from dashboard.reports.exporting.office import STATUS_COLOURS, drop_template_parts, set_properties
from dashboard.reports.exporting.report_words import (
    history,
    page_title,
    report_title,
    stated_later,
    travel,
)
from dashboard.reports.exporting.word_chart import ChartMaker
from dashboard.reports.exporting.word_parts import (
    QUIET,
    add_bookmark,
    add_field,
    add_footer,
    add_link,
    add_table,
    set_up,
)

COLOURS = {
    status: RGBColor.from_string(STATUS_COLOURS[status]) for status in ("good", "near", "bad")
}
# Estimates for the page numbers in the contents, which Word replaces once it lays out the pages.
LETTERS_A_LINE, LINES_A_PAGE, LINES_BESIDE_CHART, LINES_WITHOUT = 105, 48, 21, 36
CONTENTS_FIRST, CONTENTS_A_PAGE = 34, 44


def word_report(content: ReportContent, council: str, address: str, told: Told = unheard) -> bytes:
    """The .docx file; `address` is the same on the dashboard, and may be empty."""
    document = Document()
    set_up(document)
    document.add_heading(f"{council}: {report_title(content.quarter)}", level=0)
    document.add_paragraph(overall_headline(content.all_findings))
    document.add_paragraph(f"{exceptions_said(content.all_findings)}.")
    _contents(document, content)
    source = f"{content.quarter.label} · dataset {content.dataset.version}"
    add_footer(document, source, address)
    charts = ChartMaker() if content.charts else None
    held = frozenset(finding.indicator.id for finding in content.findings)
    done = count(1)
    for portfolio, findings in content.groups:
        for number, finding in enumerate(findings):
            document.add_page_break()
            if number == 0:
                document.add_heading(portfolio.name, level=1)
                written = portfolio_narrative(content.dataset, portfolio.id, content.quarter)
                for text in written.paragraphs if written else ():
                    document.add_paragraph(text, style=wording.FINDING_STYLE)
            record = record_of(content.dataset, finding)
            _indicator(document, record, finding, charts, held)
            told(next(done), len(held))
    set_properties(document.core_properties, f"{report_title(content.quarter)}, {council}", council)
    drop_template_parts(document.part.rels, document.part.package.rels)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _contents(document: Any, content: ReportContent) -> None:
    """The contents: a link and a page number for each indicator, with its verdict."""
    document.add_paragraph("Contents", style="TOC Heading")
    if not content.groups:
        document.add_paragraph(content.why_empty)
    pages = dict(_pages(content))
    for portfolio, findings in content.groups:
        document.add_paragraph(portfolio.name, style="toc 1")
        for finding in findings:
            name = _bookmark_name(finding)
            paragraph = document.add_paragraph(style="toc 2")
            add_link(paragraph, finding.indicator.name, name, underline=False)
            paragraph.add_run("\t")
            add_field(paragraph, f"PAGEREF {name} \\h", str(pages[finding.indicator.id]))
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = True
            said = document.add_paragraph(style="toc 2")
            for text, colour in _judged(finding):
                run = said.add_run(text)
                run.font.size, run.font.color.rgb = Pt(9), colour or QUIET
    if without := [f.indicator.name for f in content.all_findings if not f.known.main]:
        text = f"No figure yet, and no page: {'; '.join(without)}."
        document.add_paragraph(text, style="toc 1").runs[0].bold = False


def _judged(finding: IndicatorFinding) -> list[tuple[str, RGBColor | None]]:
    """The verdict and its colour, then the headline; without a current figure, no verdict."""
    if not finding.is_current:
        return [(finding.headline, None)]
    colour = COLOURS.get(finding.verdict.status)
    return [(f"{finding.verdict.text}. ", colour), (finding.headline, None)]


def _pages(content: ReportContent) -> Iterator[tuple[str, int]]:
    """Each indicator's id with the page on which it probably begins, given its commentary."""
    lines = 2 * len(content.findings) + 2 * len(content.groups)
    page = 1 + ceil(max(0, lines - CONTENTS_FIRST) / CONTENTS_A_PAGE)
    for finding in content.findings:
        page += 1
        yield finding.indicator.id, page
        room = LINES_BESIDE_CHART if content.charts else LINES_WITHOUT
        page += ceil(max(0, _lines(finding) - room) / LINES_A_PAGE)


def _lines(finding: IndicatorFinding) -> int:
    written = finding.commentary.written
    if written is None or finding.commentary.shared_with is not None:
        return 1
    return sum(1 + len(text) // LETTERS_A_LINE for text in written.paragraphs)


def _indicator(
    document: Any,
    record: Record,
    finding: IndicatorFinding,
    charts: ChartMaker | None,
    held: frozenset[str],
) -> None:
    indicator = finding.indicator
    heading = document.add_heading(indicator.name, level=2)
    add_bookmark(heading, _bookmark_name(finding), len(document.element.body))
    said = document.add_paragraph(style=wording.FINDING_STYLE)
    for text, colour in _judged(finding):
        run = said.add_run(text)
        run.bold, run.font.color.rgb = colour is not None, colour
    if finding.outlook and finding.outlook.figures:
        document.add_paragraph(f"{finding.outlook.sentence}.", style=wording.FINDING_STYLE)
    polarity = wording.POLARITIES[indicator.polarity]
    head = (wording.DESCRIPTION, wording.POLARITY)
    add_table(document, [head], [(indicator.definition, None), (polarity, None)], label=False)
    if charts:
        _chart(document, finding, charts)
    columns = history(record, finding)
    heads = [[column.over for column in columns], [column.name for column in columns]]
    dual = not (columns[0].over or columns[0].name)
    add_table(document, heads, [(column.figure, None) for column in columns], label=dual)
    if said_later := stated_later(columns):
        document.add_paragraph(said_later, style=wording.CHART_NOTE_STYLE)
    if compared := travel(finding):
        document.add_heading(f"{wording.TRAVEL} ({wording.RECOMPUTED})", level=3)
        headings, signs, statuses = zip(*compared, strict=True)
        colours = [COLOURS.get(status) for status in statuses]
        add_table(document, [headings], list(zip(signs, colours, strict=True)), label=False)
    if finding.actions:
        document.add_heading(f"{wording.ACTIONS}, {finding.actions[0].period.label}", level=3)
        for action in finding.actions:
            document.add_paragraph(action.said, style=wording.FINDING_STYLE)
    document.add_heading(f"{wording.COMMENTARY}:", level=3)
    _commentary(document, finding, held)
    title = document.add_paragraph().add_run(page_title(record, finding.quarter))
    title.italic, title.font.size, title.font.color.rgb = True, Pt(9), QUIET


def _chart(document: Any, finding: IndicatorFinding, charts: ChartMaker) -> None:
    drawn = office_chart(finding)
    if drawn is None:
        return
    paragraph = charts.add(document, drawn, chart_words(drawn, finding.headline))
    paragraph.paragraph_format.space_after = Pt(2)
    if said := " ".join(note for note in (axis_note(drawn), *drawn.notes) if note):
        document.add_paragraph(said, style=wording.CHART_NOTE_STYLE)


def _commentary(document: Any, finding: IndicatorFinding, held: frozenset[str]) -> None:
    """The commentary; one that refers to another indicator's is a link to it.

    If that indicator is not among those `held` in the document, its commentary is repeated here.
    """
    found = finding.commentary
    if found.written is None or found.earlier:
        document.add_paragraph(wording.NO_COMMENTARY.format(finding.quarter.label))
    elif found.shared_with is not None and found.shared_with.id in held:
        add_link(document.add_paragraph(), found.reference, _bookmark_of(found.shared_with.id))
    elif found.shared_with is not None:
        document.add_paragraph(found.reference)
        words = [f"The commentary on {found.shared_with.name}:", *found.written.paragraphs]
        for text in words:
            document.add_paragraph(text, style=wording.FINDING_STYLE)
    else:
        for text in found.written.paragraphs:
            document.add_paragraph(text)


def _bookmark_name(finding: IndicatorFinding) -> str:
    return _bookmark_of(finding.indicator.id)


def _bookmark_of(indicator_id: str) -> str:
    """A bookmark's name: at most 40 letters, digits and underscores, unique for every id."""
    name = f"i_{indicator_id.replace('-', '_')}"
    return name if len(name) <= 40 else f"{name[:31]}_{crc32(indicator_id.encode()):08x}"
