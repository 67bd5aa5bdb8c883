"""One line of a report, wherever it comes from: its cells, and where it stands in the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\ufe0e\ufe0f\u200b\u200d\u00ad"))
_SPACES = re.compile(r"[\u00a0\u2007\u202f ]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell) or a table's row; `place` says where, `heading` how it is styled."""

    place: str
    cells: tuple[str, ...]
    heading: bool = False

    @property
    def text(self) -> str:
        """All that stands in it, cells apart by a space."""
        return " ".join(cell for cell in self.cells if cell)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text


def line(place: str, text: str, heading: bool = False) -> Line:
    """A line of text, its cells parted by tabs."""
    return Line(place, tuple(cleaned(cell) for cell in text.split("\t")), heading)


def cleaned(text: str) -> str:
    """Without invisible signs, with plain spaces; the words as printed."""
    return _SPACES.sub(" ", text.translate(_INVISIBLE)).strip()
