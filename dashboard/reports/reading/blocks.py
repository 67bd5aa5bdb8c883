"""A report cut into its parts: titles, portfolio headings, and a block for each indicator.

Nothing is dropped: a line that belongs to no part is kept as left over, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from dashboard.reports.reading.header import is_header
from dashboard.reports.reading.line import Line

TITLE = re.compile(
    r"(?P<before>.*?)\(?(?:Quarter|Q)\s*(?P<quarter>[1-4])\s*,?\s*\(?(?P<year>\d{4}/\d{2,4}|\d{2}/\d{2})\)?.*",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(r"(?:performance )?indicator(?: description)?", re.IGNORECASE)
_TRAVEL = re.compile(r"direction of travel.*", re.IGNORECASE)
_COMMENTARY = re.compile(r"commentary\s*:?", re.IGNORECASE)
_STARS = re.compile(r"\*{2,}")


class Part(Enum):
    """Where in a block the reader is."""

    OUTSIDE = auto()
    NAME = auto()
    TABLE = auto()
    TRAVEL = auto()
    COMMENTARY = auto()


@dataclass
class Block:
    """The lines of one indicator, by part; `heading` are those of its portfolio."""

    portfolio: str
    name: Line | None = None
    table: list[Line] = field(default_factory=list)
    travel: list[Line] = field(default_factory=list)
    commentary: list[Line] = field(default_factory=list)
    title: str = ""


@dataclass
class Cut:
    """A report in parts."""

    blocks: list[Block] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    left_over: list[Line] = field(default_factory=list)


def cut(lines: Sequence[Line]) -> Cut:
    """The parts of a report, in its order."""
    return _Cutter(lines).cut()


class _Cutter:
    """Reads line by line, knowing in which part it is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines, self.at = lines, 0
        self.found = Cut()
        self.part = Part.OUTSIDE
        self.portfolio = ""

    def cut(self) -> Cut:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if not self._begins(line):
                self._belongs(line)
        last = self.found.titles[-1].text if self.found.titles else ""
        for block in self.found.blocks:
            block.title = block.title or last
        return self.found

    def _begins(self, line: Line) -> bool:
        """Whether the line begins another part, which it then does."""
        first = line.cells[0] if line.cells else ""
        if _DESCRIPTION.fullmatch(first) and len([c for c in line.cells if c]) > 1:
            self.found.blocks.append(Block(self.portfolio))
            self.part = Part.NAME
        elif self.part is not Part.OUTSIDE and _TRAVEL.fullmatch(line.text):
            self.part = Part.TRAVEL
        elif self.part is not Part.OUTSIDE and _COMMENTARY.fullmatch(line.text):
            self.part = Part.COMMENTARY
        elif _is_title(line):
            self.found.titles.append(line)
            self._close(line)
        elif heading := self._portfolio(line):
            self.portfolio, self.part = heading, Part.OUTSIDE
        else:
            return False
        return True

    def _close(self, title: Line) -> None:
        """A page\'s title ends its block, and names the source of what stands before it."""
        for block in self.found.blocks:
            block.title = block.title or title.text
        self.part = Part.OUTSIDE

    def _portfolio(self, line: Line) -> str:
        """A heading in bold, which may run over several lines; empty where it is none."""
        text = line.text
        if _refers(text) or len([cell for cell in line.cells if cell]) != 1:
            return ""
        if text.startswith("**"):
            while not _STARS.search(text[2:]) and self.at < len(self.lines):
                text += " " + self.lines[self.at].text
                self.at += 1
            return _named(_STARS.sub(" ", text))
        if line.heading and self.part in (Part.OUTSIDE, Part.COMMENTARY):
            while self.at < len(self.lines) and self._goes_on(self.lines[self.at]):
                text += " " + self.lines[self.at].text
                self.at += 1
            return _named(text)
        return ""

    @staticmethod
    def _goes_on(line: Line) -> bool:
        return line.heading and not line.is_blank and not _is_title(line)

    def _belongs(self, line: Line) -> None:
        block = self.found.blocks[-1] if self.found.blocks else None
        if self.part is Part.COMMENTARY and block:
            block.commentary.append(line)
        elif line.is_blank:
            return
        elif self.part is Part.NAME and block:
            block.name, self.part = line, Part.TABLE
        elif self.part is Part.TABLE and block:
            block.table.append(line)
        elif self.part is Part.TRAVEL and block:
            block.travel.append(line)
        else:
            self.found.left_over.append(line)


def _is_title(line: Line) -> bool:
    """A title names a quarter and its year, and is no table\'s header."""
    one = len([cell for cell in line.cells if cell]) == 1
    words = line.text.lower()
    named = "appendix" in words or "report" in words or line.heading
    return one and named and bool(TITLE.fullmatch(line.text)) and not is_header(line.cells)


def _refers(text: str) -> bool:
    return text.strip("* ").lower().startswith("see ")


def _named(text: str) -> str:
    """A heading in capitals as a name; one that is not is left as it is."""
    plain = " ".join(text.split())
    if not plain.isupper():
        return plain
    small = {"and", "of", "the", "for", "in", "to"}
    words = plain.title().split(" ")
    return " ".join(w.lower() if w.lower() in small and n else w for n, w in enumerate(words))
