"""Slides in PowerPoint in the manner of Present: a title, one indicator a slide, and a close."""

from __future__ import annotations

import io
from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from dashboard.charts.chart_model import ChartModel
from dashboard.charts.description import chart_words
from dashboard.charts.style import text_width
from dashboard.charts.time_series import axis_note
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.absent import not_shown
from dashboard.domain.portfolio.counts import counts
from dashboard.domain.portfolio.overall import exceptions_said, overall_headline
from dashboard.domain.summary import BigFigure, Quote, SummaryRow, big_figure, quote, summary_rows
from dashboard.reports.exporting.chart_figures import office_chart
from dashboard.reports.exporting.content import ReportContent, Told, unheard
from dashboard.reports.exporting.native_chart import add_native_chart
from dashboard.reports.exporting.office import (
    EMU_OF_PX,
    LANGUAGE,
    PX_OF_POINT,
    count_parts,
    drop_template_parts,
    set_properties,
)
from dashboard.reports.exporting.slide_parts import (
    QUIET,
    STATUS_COLOURS,
    add_number,
    add_rows,
    add_text,
    add_title,
    set_language,
    widen,
)

_WIDE, HIGH = Inches(13.333), Inches(7.5)
_EDGE = Inches(0.5)
ACROSS = _WIDE - 2 * _EDGE
TITLE_ONLY = 5
SMALLEST = 18
"""In pt: 24 px on a projector of 1280 px, the least that is read at three metres."""
_MOST_IN_LINE = 3
_MOST_NAMES = 11
CHART = (_EDGE, Inches(1.75), Inches(8.0), Inches(4.9))
SIDE, SIDE_WIDTH = Inches(8.6), Inches(4.25)


def slides(content: ReportContent, council: str, address: str, told: Told = unheard) -> bytes:
    """The .pptx file; the notes hold the commentary, and every chart has alternative text.

    `address` is the same on the dashboard, and may be empty.
    """
    deck = Presentation()
    widen(deck, _WIDE, HIGH)
    count_parts(deck.part.package)
    one, name = len(content.portfolios) == 1, content.name
    _title(deck, content, name, council)
    shown = [
        (portfolio.name, finding)
        for portfolio, findings in content.groups
        for finding in sorted(findings, key=lambda each: each.order)
    ]
    for done, (portfolio, finding) in enumerate(shown, start=1):
        _indicator(deck, finding, "" if one else portfolio, content.charts)
        told(done, len(shown))
    _close(deck, content, name, address)
    set_language(deck, LANGUAGE)
    set_properties(deck.core_properties, f"{name}, {content.quarter.label}", council)
    drop_template_parts(deck.part.rels, deck.part.package._rels)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _slide(deck: Any) -> Any:
    return deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])


def _title(deck: Any, content: ReportContent, name: str, council: str) -> None:
    slide = _slide(deck)
    add_title(slide, name, (_EDGE, Inches(2.1), ACROSS, Inches(1.6)), 48, MSO_ANCHOR.MIDDLE)
    over = f"{council} · {content.quarter.label}"
    add_text(slide, [over], (_EDGE, Inches(1.6), ACROSS, Inches(0.5)), 22, QUIET)
    headline = overall_headline(content.all_findings)
    box = (_EDGE, Inches(3.9), ACROSS, Inches(0.7))
    add_text(slide, [headline], box, 28)
    exceptions = [f.indicator.name for f in content.all_findings if f.is_exception]
    said = exceptions_said(content.all_findings)
    box = (_EDGE, Inches(4.55), ACROSS, Inches(0.5))
    add_text(
        slide,
        [" · ".join((*(c.label for c in counts(content.all_findings)), said))],
        box,
        20,
        QUIET,
    )
    box = (_EDGE, Inches(5.4), ACROSS, Inches(1.8))
    add_text(slide, _fitting(exceptions, 5), box, 20)


def _fitting(names: Sequence[str], most: int) -> list[str]:
    """The first names, and “and 3 more” where there are more than `most`."""
    more = len(names) - most
    return [*names[:most], *([f"and {more} more"] if more > 0 else [])]


def _indicator(deck: Any, finding: IndicatorFinding, portfolio: str, charts: bool) -> None:
    slide = _slide(deck)
    add_title(slide, finding.headline, (_EDGE, Inches(0.7), ACROSS, Inches(0.95)), 28)
    found = finding.verdict
    badge = int(text_width(found.text, SMALLEST * PX_OF_POINT) * 1.1 * EMU_OF_PX)
    _over(slide, portfolio, finding, ACROSS - badge)
    box = (_WIDE - _EDGE - badge, Inches(0.3), badge, Inches(0.45))
    status = STATUS_COLOURS.get(found.status, QUIET)
    add_text(slide, [found.text], box, SMALLEST, status, bold=True, align=PP_ALIGN.RIGHT)
    drawn = office_chart(finding) if charts else None
    if drawn:
        words = chart_words(drawn, finding.headline)
        add_native_chart(slide, drawn, tuple(map(int, CHART)), SMALLEST, words)
    _side_panel(slide, big_figure(finding), summary_rows(finding), quote(finding.commentary))
    _foot(slide, drawn)
    slide.notes_slide.notes_text_frame.text = _notes(finding)


def _over(slide: Any, portfolio: str, finding: IndicatorFinding, width: int) -> None:
    """The line above the title: portfolio, indicator, quarter. Long names are shortened to fit."""
    room, size = width / EMU_OF_PX, SMALLEST * PX_OF_POINT
    name, when = finding.indicator.name, finding.quarter.label
    over = f"{name} · {when}"
    for most in range(len(portfolio), 11, -4):
        longer = f"{shorten(portfolio, most, placeholder=' …')} · {name} · {when}"
        if text_width(longer, size) <= room:
            over = longer
            break
    for most in range(len(name), 11, -4):
        if text_width(over, size) > room:
            over = f"{shorten(name, most, placeholder=' …')} · {when}"
    add_text(slide, [over], (_EDGE, Inches(0.3), width, Inches(0.45)), SMALLEST, QUIET)


def _side_panel(slide: Any, figure: BigFigure, rows: Sequence[SummaryRow], said: Quote) -> None:
    """Right of the chart: the figure, what it is, comparisons, the start of the commentary."""
    add_text(slide, [figure.value], (SIDE, Inches(1.6), SIDE_WIDTH, Inches(0.95)), 56, bold=True)
    height = Inches(0.325 * len(figure.under))
    add_text(slide, figure.under, (SIDE, Inches(2.45), SIDE_WIDTH, height), SMALLEST, QUIET)
    top = Inches(2.45) + max(height, Inches(0.65))
    if rows:
        top += add_rows(slide, rows, (SIDE, top, SIDE_WIDTH), SMALLEST)
    words = f"{said.mark} “{said.text}”" if said.text else said.mark
    room = Inches(6.75) - top
    if room > Inches(0.6):
        most = int(room / Inches(0.3)) * 34
        short = words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …”"
        box = (SIDE, top + Inches(0.1), SIDE_WIDTH, room)
        add_text(slide, [short], box, SMALLEST, QUIET)


def _foot(slide: Any, drawn: ChartModel | None) -> None:
    """The slide's number, and the notes that a reader of the chart needs."""
    add_number(slide, (_WIDE - _EDGE - Inches(2), Inches(6.9), Inches(2), Inches(0.4)), SMALLEST)
    said: list[str] = []
    if drawn:
        # Two notes fit. A flag cannot stand in Office's chart, so the newest event comes first.
        newest = [event.said for event in drawn.events[-1:]]
        others = [note for note in drawn.notes if note not in newest]
        said = [note for note in (*newest, axis_note(drawn), *others) if note]
    box = (_EDGE, Inches(6.7), Inches(10.6), Inches(0.65))
    add_text(slide, [" ".join(said[:2])], box, SMALLEST, QUIET)


def _notes(finding: IndicatorFinding) -> str:
    """What the service wrote and what is being done, for whoever speaks to the slide."""
    found, actions = finding.commentary, [f"Action: {action.said}" for action in finding.actions]
    if found.written is None or found.earlier:
        return "\n\n".join((quote(found).mark, *actions))
    shared = [f"Written for {found.shared_with.name}."] if found.shared_with else []
    return "\n\n".join((*shared, *found.written.paragraphs, *actions))


def _close(deck: Any, content: ReportContent, name: str, address: str) -> None:
    """The last slide: indicators without a slide, what the others lack, and the source."""
    slide = _slide(deck)
    add_title(slide, "What is not in this picture", (_EDGE, Inches(0.7), ACROSS, Inches(0.8)), 36)
    over = f"{name} · {content.quarter.label}"
    add_text(slide, [over], (_EDGE, Inches(0.3), ACROSS, Inches(0.45)), SMALLEST, QUIET)
    groups = not_shown(content.all_findings, content.findings, _MOST_IN_LINE)
    top = Inches(1.6)
    if not groups:
        words = "Every indicator has a slide, and nothing that it would show is missing."
        add_text(slide, [words], (_EDGE, top, ACROSS, Inches(1)), 20)
    most = max(2, _MOST_NAMES // max(1, len(groups)))
    for heading, names in groups:
        add_text(slide, [heading], (_EDGE, top, ACROSS, Inches(0.4)), 20, bold=True)
        lines = _fitting(names, most)
        box = (_EDGE, top + Inches(0.38), ACROSS, Inches(0.31 * len(lines)))
        add_text(slide, lines, box, SMALLEST)
        top += Inches(0.6 + 0.31 * len(lines))
    where = [f"Dataset {content.dataset.version}", f"On the screen: {address}" if address else ""]
    box = (_EDGE, Inches(6.55), ACROSS, Inches(0.7))
    add_text(slide, [each for each in where if each], box, SMALLEST, QUIET)
