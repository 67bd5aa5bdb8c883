"""What a Word document's styles make of a paragraph: a heading, bold, contents, a caption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from dashboard.reports.wording import CHART_NOTE_STYLE, FINDING_STYLE

_HEADING = re.compile(r"heading (?P<level>[1-9])", re.IGNORECASE)
_REPEATS = ("toc", FINDING_STYLE.lower(), CHART_NOTE_STYLE.lower())
DEPTH = 12
"""How many styles deep a style may rest on others."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style means; `level` is 0 if it is not a heading's.

    `repeats` is for contents and for our own words in a report that we wrote, which repeat what
    is elsewhere. A `caption` belongs to a picture.
    """

    level: int = 0
    bold: bool = False
    repeats: bool = False
    caption: bool = False


class Styles:
    """The paragraph styles of a document, each worked out with what it is based on."""

    def __init__(self, elements: dict[str, Any], default: str) -> None:
        self._elements, self._default = elements, default
        self._known: dict[str, Style] = {}

    def of(self, paragraph: Any) -> Style:
        """The style of a paragraph's element."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return self._style(self._default, DEPTH)
        named = _value(properties, "w:pStyle")
        level = _outline(_value(properties, "w:outlineLvl"))
        style = self._style(named or self._default, DEPTH)
        return Style(level, style.bold) if level and not style.level else style

    def _style(self, identifier: str, depth: int) -> Style:
        if identifier not in self._known:
            element = self._elements.get(identifier)
            found = Style() if element is None or depth == 0 else self._read(element, depth)
            self._known[identifier] = found
        return self._known[identifier]

    def _read(self, element: Any, depth: int) -> Style:
        name = _value(element, "w:name").lower()
        based = _value(element, "w:basedOn")
        below = self._style(based, depth - 1) if based else Style()
        if name.startswith(_REPEATS):
            return Style(repeats=True)
        if name == "caption":
            return Style(caption=True)
        heading = _HEADING.match(name)
        level = int(heading["level"]) if heading else 1 if name == "title" else 0
        own = element.find(f"{qn('w:rPr')}/{qn('w:b')}")
        bold = below.bold if own is None else own.get(qn("w:val"), "1") not in ("0", "false")
        paragraph = element.find(qn("w:pPr"))
        outline = _outline(_value(paragraph, "w:outlineLvl")) if paragraph is not None else 0
        return Style(
            level=level or outline or below.level,
            bold=bold,
            repeats=below.repeats,
            caption=below.caption,
        )


def _value(element: Any, name: str) -> str:
    """What a child of an element says, or nothing."""
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _outline(text: str) -> int:
    """The level that Word's navigation gives, from 1; 0 for body text."""
    return int(text) + 1 if text.isdigit() and int(text) < 9 else 0


def styles_of(document: Any) -> Styles:
    """The styles of a python-docx document."""
    elements = document.styles.element.xpath("./w:style[@w:type='paragraph']")
    by_id = {element.get(qn("w:styleId")): element for element in elements}
    default = next((name for name, e in by_id.items() if e.get(qn("w:default")) == "1"), "")
    return Styles(by_id, default)
