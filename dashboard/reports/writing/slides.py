"""Slides in PowerPoint: a title, one indicator a slide with a chart to be edited, and a close."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.overall import overall_headline
from dashboard.figures.choices import Options
from dashboard.figures.scene import Scene, scene
from dashboard.figures.words import chart_words
from dashboard.reports.writing.chosen import Chosen
from dashboard.reports.writing.native_chart import TYPE, chart_data, dress

WIDE, HIGH = Inches(13.333), Inches(7.5)
EDGE = Inches(0.6)
INK, QUIET = RGBColor(0x14, 0x21, 0x3D), RGBColor(0x4B, 0x55, 0x66)
BLANK = 6
TYPE_SIZE = 14


def slides(chosen: Chosen, council: str, address: str) -> bytes:
    """The file; notes hold the commentary, and every chart its text alternative."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    one = len(chosen.portfolios) == 1
    name = chosen.portfolios[0].name if one else "All portfolios"
    headline = overall_headline(chosen.findings, chosen.quarter)
    _words(deck, f"{council} · {chosen.quarter.label}", name, [headline])
    for _, findings in chosen.groups:
        for finding in sorted(findings, key=lambda each: each.order):
            _indicator(deck, finding)
    told = [f"Dataset {chosen.dataset.version}", f"On the screen: {address}", *_lacking(chosen)]
    _words(deck, chosen.quarter.label, "Where this is from", told)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _lacking(chosen: Chosen) -> list[str]:
    """What has no new figure, by name."""
    old = [f.indicator.name for f in chosen.findings if not f.is_new]
    return [f"No new figure in {chosen.quarter.label}: {', '.join(old)}"] if old else []


def _words(deck: Any, over: str, heading: str, lines: Sequence[str]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    _text(slide, over, EDGE, Inches(2.2), 20, QUIET)
    _text(slide, heading, EDGE, Inches(2.7), 44, INK, bold=True)
    _text(slide, "\n".join(lines), EDGE, Inches(4.3), 24, INK)


def _indicator(deck: Any, finding: IndicatorFinding) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    over = f"{finding.indicator.name} · {finding.quarter.label}"
    _text(slide, over, EDGE, Inches(0.3), 18, QUIET)
    _text(slide, finding.headline, EDGE, Inches(0.7), 28, INK, bold=True)
    compare = frozenset(line.area.id for line in finding.known.comparators)
    drawn = scene(finding, Options(compare=compare))
    if drawn.lines:
        _chart(slide, drawn, chart_words(drawn, finding.headline))
    facts = [finding.target.words]
    facts += [
        f"{each.label}: {each.change.arrow} {each.change.size} {each.change.judgement.value}"
        for each in finding.travel
        if each.change
    ]
    facts += [finding.outlook.sentence] if finding.outlook else []
    _text(slide, "\n".join(facts), Inches(9.3), Inches(2.0), 18, INK, width=Inches(3.5))
    slide.notes_slide.notes_text_frame.text = _notes(finding)


def _notes(finding: IndicatorFinding) -> str:
    found = finding.commentary
    if found.written is None or found.earlier:
        return f"No commentary was written for {finding.quarter.label}."
    shared = f"Written for {found.shared_with.name}.\n\n" if found.shared_with else ""
    return shared + "\n\n".join(found.written.paragraphs)


def _text(
    slide: Any,
    text: str,
    left: Any,
    top: Any,
    size: int,
    colour: RGBColor,
    bold: bool = False,
    width: Any = None,
) -> None:
    box = slide.shapes.add_textbox(left, top, width or WIDE - 2 * EDGE, Inches(1))
    frame = box.text_frame
    frame.word_wrap = True
    for number, part in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = part
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, "Calibri"
        run.font.color.rgb = colour


def _chart(slide: Any, drawn: Scene, words: str) -> None:
    frame = slide.shapes.add_chart(
        TYPE, EDGE, Inches(1.9), Inches(8.5), Inches(5.2), chart_data(drawn)
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    dress(frame.chart, drawn, TYPE_SIZE)
