"""One line of a report, from Word or text: its cells, and its place in the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\ufe0e\ufe0f\u200b\u200c\u200d\u2060\u00ad"))
_SPACES = re.compile(r"(?:[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f])+")
"""Spaces of all kinds, and control characters such as Word's end of a cell."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell) or a table's row; `place` says where.

    `level` is that of its heading style, 0 for none, and `bold` says that all of it is bold.
    `aside` says why something outside the text (a margin, a picture) is not read; else empty.
    `in_margin` says that it is the head or the foot of a page.
    """

    place: str
    cells: tuple[str, ...]
    level: int = 0
    bold: bool = False
    aside: str = ""
    in_margin: bool = False

    @property
    def text(self) -> str:
        """The text of all cells, with a space between them."""
        return " ".join(cell for cell in self.cells if cell)

    @property
    def filled(self) -> list[str]:
        """The cells that are not empty."""
        return [cell for cell in self.cells if cell]

    @property
    def is_blank(self) -> bool:
        """Whether all cells are empty."""
        return not any(self.cells)


def line(place: str, text: str, level: int = 0, bold: bool = False) -> Line:
    """A line from text with tabs between cells."""
    return Line(place, tuple(cleaned(cell) for cell in text.split("\t")), level, bold)


def cleaned(text: str) -> str:
    """A text without invisible characters and with plain spaces."""
    return _SPACES.sub(" ", text.translate(_INVISIBLE)).strip()
