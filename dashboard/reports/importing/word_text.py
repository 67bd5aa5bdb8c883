"""The text of a Word paragraph as it would be printed, run by run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import nsmap, qn

from dashboard.reports.importing.symbols import is_symbol_font, signs_of

_WORD = f"{{{nsmap['w']}}}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# What only wraps paragraphs, rows, cells or runs: insertions, links, fields, content controls.
_WRAPPERS = frozenset(
    f"{_WORD}{name}"
    for name in (
        *("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo"),
        *("sdt", "sdtContent"),
    )
)
_DELETED = frozenset(f"{_WORD}{name}" for name in ("del", "moveFrom"))
_PICTURES = frozenset(f"{_WORD}{name}" for name in ("drawing", "pict", "object"))
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""A superscript digit refers to a note; as a plain digit it would change the figure."""
_PLAIN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


@dataclass
class ParagraphText:
    """A paragraph's text, tabs and line breaks in it; `bold` where all of what is printed is."""

    text: str = ""
    bold: bool = True
    boxes: list[Any] = field(default_factory=list)
    pictures: int = 0
    deleted: bool = False
    hidden: bool = False
    struck: bool = False


def tag(element: Any) -> str:
    """The name of an element of Word's, without its namespace; empty for another's."""
    name = element.tag if isinstance(element.tag, str) else ""
    return name.removeprefix(_WORD) if name.startswith(_WORD) else ""


def wrapped(parent: Any) -> Iterator[Any]:
    """An element's children, and those of what merely wraps them; what is deleted is left out."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from wrapped(child)
        elif (
            isinstance(child.tag, str)
            and child.tag not in _DELETED
            and not (_is_deleted_row(child))
        ):
            yield child


def _is_deleted_row(element: Any) -> bool:
    return tag(element) == "tr" and bool(element.xpath("./w:trPr/w:del"))


def paragraph_text(paragraph: Any, bold: bool) -> ParagraphText:
    """The text of a paragraph whose style is bold or not."""
    read = ParagraphText()
    read.deleted = next(paragraph.iter(*_DELETED), None) is not None
    for element in wrapped(paragraph):
        if tag(element) == "r":
            _run(element, read, bold)
        elif element.tag.startswith("{") and not element.tag.startswith(_WORD):
            read.text += "".join(text.text or "" for text in element.iter(_MATHS_TEXT))
    read.bold = read.bold and bool(read.text.strip())
    return read


def _run(run: Any, read: ParagraphText, bold: bool) -> None:
    properties = run.find(qn("w:rPr"))
    if _on(properties, "w:vanish", False):
        read.hidden = True
        return
    if _on(properties, "w:strike", False) or _on(properties, "w:dstrike", False):
        read.struck = True
        return
    font = _font(properties)
    before = len(read.text)
    for child in run:
        _in_run(child, read, font)
    if read.text[before:].strip():
        read.bold = read.bold and _on(properties, "w:b", bold)
    if _is_raised(properties):
        read.text = read.text[:before] + read.text[before:].translate(RAISED)


def _in_run(child: Any, read: ParagraphText, font: str) -> None:
    name = tag(child)
    if name == "t":
        text = child.text or ""
        read.text += signs_of(text, font) if is_symbol_font(font) else text
    elif name == "sym":
        code = int(child.get(qn("w:char"), "20"), 16)
        read.text += signs_of(chr(code), child.get(qn("w:font"), ""))
    elif name in _PLAIN:
        read.text += _PLAIN[name]
    elif child.tag in _PICTURES:
        _picture(child, read)
    elif child.tag == f"{_COMPATIBILITY}AlternateContent":
        # The fallback repeats the content for older readers.
        for choice in child.findall(f"{_COMPATIBILITY}Choice"):
            for inner in choice:
                _in_run(inner, read, font)


def _picture(element: Any, read: ParagraphText) -> None:
    """Keeps the content of a text box; counts anything else as a picture."""
    boxes = list(element.iter(qn("w:txbxContent")))
    read.boxes += boxes
    read.pictures += not boxes


def _is_raised(properties: Any) -> bool:
    found = properties.find(qn("w:vertAlign")) if properties is not None else None
    return found is not None and found.get(qn("w:val")) == "superscript"


def _font(properties: Any) -> str:
    fonts = properties.find(qn("w:rFonts")) if properties is not None else None
    if fonts is None:
        return ""
    names = (fonts.get(qn(f"w:{which}")) or "" for which in ("ascii", "hAnsi"))
    return next((name for name in names if is_symbol_font(name)), "")


def _on(properties: Any, name: str, otherwise: bool) -> bool:
    """Whether a run is bold, hidden and the like, where it says so itself."""
    found = properties.find(qn(name)) if properties is not None else None
    if found is None:
        return otherwise
    return found.get(qn("w:val"), "1") not in ("0", "false", "off")
