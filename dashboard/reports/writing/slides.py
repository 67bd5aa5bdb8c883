"""Slides in PowerPoint in the manner of Present: a title, one indicator a slide, and a close."""

from __future__ import annotations

import io
from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from dashboard.domain.brief import BigFigure, BriefRow, Quote, big_figure, brief_travel, quote
from dashboard.domain.brief import not_shown as lacking
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.overall import overall_headline
from dashboard.domain.verdict import verdict
from dashboard.figures.choices import Options
from dashboard.figures.scene import Scene, scene
from dashboard.figures.style import text_width
from dashboard.figures.time_series import axis_note
from dashboard.figures.words import chart_words
from dashboard.reports.writing.chosen import Chosen
from dashboard.reports.writing.native_chart import add_native_chart
from dashboard.reports.writing.slide_parts import (
    EMU_OF_PX,
    PX_OF_POINT,
    QUIET,
    TONES,
    add_rows,
    add_text,
    add_title,
    set_language,
)

WIDE, HIGH = Inches(13.333), Inches(7.5)
EDGE = Inches(0.5)
ACROSS = WIDE - 2 * EDGE
TITLE_ONLY = 5
SMALLEST = 18
"""In pt: 24 px on a projector of 1280 px, the least that is read at three metres."""
CHART = (EDGE, Inches(1.95), Inches(8.0), Inches(4.7))
BESIDE, BESIDE_WIDTH = Inches(8.6), Inches(4.25)


def slides(chosen: Chosen, council: str, address: str) -> bytes:
    """The file; notes hold the commentary, and every chart its text alternative."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    one = len(chosen.portfolios) == 1
    name = chosen.portfolios[0].name if one else "All portfolios"
    _title(deck, chosen, name, council)
    shown = [
        (portfolio.name, finding)
        for portfolio, findings in chosen.groups
        for finding in sorted(findings, key=lambda each: each.order)
    ]
    for number, (portfolio, finding) in enumerate(shown, start=1):
        _indicator(deck, finding, portfolio, f"{number} of {len(shown)}")
    _close(deck, chosen, name, address)
    set_language(deck, "en-GB")
    properties = deck.core_properties
    properties.title, properties.author = f"{name}, {chosen.quarter.label}", council
    properties.language = "en-GB"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _slide(deck: Any) -> Any:
    return deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])


def _title(deck: Any, chosen: Chosen, name: str, council: str) -> None:
    slide = _slide(deck)
    add_title(slide, name, (EDGE, Inches(2.1), ACROSS, Inches(1.6)), 48, MSO_ANCHOR.MIDDLE)
    over = f"{council} · {chosen.quarter.label}"
    add_text(slide, [over], (EDGE, Inches(1.6), ACROSS, Inches(0.5)), 22, QUIET)
    headline = overall_headline(chosen.everything, chosen.quarter)
    box = (EDGE, Inches(3.9), ACROSS, Inches(0.7))
    add_text(slide, [headline], box, 28)
    exceptions = [f.indicator.name for f in chosen.everything if f.is_exception]
    box = (EDGE, Inches(4.7), ACROSS, Inches(2.2))
    add_text(slide, _fitting(exceptions, 6), box, 20, QUIET)


def _fitting(names: Sequence[str], most: int) -> list[str]:
    """The first names, and how many more there are."""
    more = len(names) - most
    return [*names[:most], *([f"and {more} more"] if more > 0 else [])]


def _indicator(deck: Any, finding: IndicatorFinding, portfolio: str, counted: str) -> None:
    slide = _slide(deck)
    add_title(slide, finding.headline, (EDGE, Inches(0.75), ACROSS, Inches(1.1)), 30)
    found = verdict(finding)
    badge = int(text_width(found.text, SMALLEST * PX_OF_POINT) * 1.1 * EMU_OF_PX)
    _over(slide, [portfolio, finding.indicator.name, finding.quarter.label], ACROSS - badge)
    box = (WIDE - EDGE - badge, Inches(0.3), badge, Inches(0.45))
    tone = TONES.get(found.tone, QUIET)
    add_text(slide, [found.text], box, SMALLEST, tone, bold=True, align=PP_ALIGN.RIGHT)
    compare = frozenset(line.area.id for line in finding.known.comparators)
    drawn = scene(finding, Options(compare=compare))
    if drawn.lines:
        words = chart_words(drawn, finding.headline)
        add_native_chart(slide, drawn, tuple(map(int, CHART)), SMALLEST, words)
    _beside(slide, big_figure(finding), brief_travel(finding), quote(finding.commentary))
    _foot(slide, drawn, counted)
    slide.notes_slide.notes_text_frame.text = _notes(finding)


def _over(slide: Any, parts: Sequence[str], width: int) -> None:
    """The line over the title; without the portfolio, and with less of the name, where it must."""
    room, size = width / EMU_OF_PX, SMALLEST * PX_OF_POINT
    portfolio, name, when = parts
    names = [name, *(shorten(name, most, placeholder=" …") for most in range(len(name), 10, -5))]
    texts = [f"{portfolio} · {name} · {when}", *(f"{each} · {when}" for each in names)]
    over = next((each for each in texts if text_width(each, size) <= room), texts[-1])
    add_text(slide, [over], (EDGE, Inches(0.3), width, Inches(0.45)), SMALLEST, QUIET)


def _beside(slide: Any, figure: BigFigure, rows: Sequence[BriefRow], said: Quote) -> None:
    """The figure, what stands under it, the comparisons, a sentence of the commentary."""
    add_text(
        slide, [figure.value], (BESIDE, Inches(1.6), BESIDE_WIDTH, Inches(0.95)), 56, bold=True
    )
    box = (BESIDE, Inches(2.45), BESIDE_WIDTH, Inches(0.7))
    add_text(slide, figure.under, box, SMALLEST, QUIET)
    top = Inches(3.1)
    if rows:
        top += add_rows(slide, rows, (BESIDE, top, BESIDE_WIDTH), SMALLEST)
    words = f"{said.mark} “{said.text}”" if said.text else said.mark
    room = Inches(6.75) - top
    if room > Inches(0.6):
        most = int(room / Inches(0.3)) * 34
        short = words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …”"
        box = (BESIDE, top + Inches(0.1), BESIDE_WIDTH, room)
        add_text(slide, [short], box, SMALLEST, QUIET)


def _foot(slide: Any, drawn: Scene, counted: str) -> None:
    """Where the slide is among the others, and what must be known of the chart."""
    box = (WIDE - EDGE - Inches(2), Inches(6.9), Inches(2), Inches(0.4))
    add_text(slide, [counted], box, SMALLEST, QUIET, align=PP_ALIGN.RIGHT)
    said = [note for note in (axis_note(drawn) if drawn.lines else "", *drawn.notes) if note]
    if said:
        box = (EDGE, Inches(6.7), Inches(10.6), Inches(0.65))
        add_text(slide, [" ".join(said[:2])], box, SMALLEST, QUIET)


def _notes(finding: IndicatorFinding) -> str:
    found = finding.commentary
    if found.written is None or found.earlier:
        return quote(found).mark
    shared = f"Written for {found.shared_with.name}.\n\n" if found.shared_with else ""
    return shared + "\n\n".join(found.written.paragraphs)


def _close(deck: Any, chosen: Chosen, name: str, address: str) -> None:
    """What has no slide, what those shown lack, and where all is from."""
    slide = _slide(deck)
    add_title(slide, "Not in this picture", (EDGE, Inches(0.75), ACROSS, Inches(0.8)), 36)
    over = f"{name} · {chosen.quarter.label}"
    add_text(slide, [over], (EDGE, Inches(0.3), ACROSS, Inches(0.45)), SMALLEST, QUIET)
    lines = []
    for heading, names in lacking(chosen.everything, chosen.findings, chosen.quarter):
        lines.append(f"{heading}: {'; '.join(_fitting(names, 8))}")
    told = lines or ["Every indicator is in it."]
    add_text(slide, told, (EDGE, Inches(1.7), ACROSS, Inches(4)), 20, apart=10)
    where = [f"Dataset {chosen.dataset.version}", f"On the screen: {address}"]
    add_text(slide, where, (EDGE, Inches(6.2), ACROSS, Inches(0.9)), SMALLEST, QUIET)
