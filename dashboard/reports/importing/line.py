"""One line of a report, wherever it comes from: its cells, and where it stands in the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\ufe0e\ufe0f\u200b\u200c\u200d\u2060\u00ad"))
_SPACES = re.compile(r"(?:[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f])+")
"""Spaces of all kinds, and signs that control a printer or end a cell in Word's text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell) or a table's row; `place` says where.

    `level` is that of its heading style, 0 for none, and `bold` says that all of it is bold.
    `aside` is for what stands outside the text (a margin, a picture): why it is not read on.
    """

    place: str
    cells: tuple[str, ...]
    level: int = 0
    bold: bool = False
    aside: str = ""

    @property
    def text(self) -> str:
        """All that stands in it, cells apart by a space."""
        return " ".join(cell for cell in self.cells if cell)

    @property
    def filled(self) -> list[str]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if cell]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


def line(place: str, text: str, level: int = 0, bold: bool = False) -> Line:
    """A line of text, its cells parted by tabs."""
    return Line(place, tuple(cleaned(cell) for cell in text.split("\t")), level, bold)


def cleaned(text: str) -> str:
    """Without invisible signs, with plain spaces; the words as printed."""
    return _SPACES.sub(" ", text.translate(_INVISIBLE)).strip()
