"""A report cut into its parts: titles, headings, and a block for each indicator.

Nothing is dropped: a line that belongs to no part is kept as left over, with its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from dashboard.reports.importing.header import is_header
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.titles import is_marked_title, is_title
from dashboard.reports.importing.vocabulary import (
    COMMENTARY,
    PORTFOLIO,
    REFERS,
    TRAVEL,
    begins_indicator,
    is_capitals,
    section,
)
from dashboard.reports.wording import RECOMPUTED

LONGEST_HEADING = 3
"""How many lines of text a heading between double asterisks may run over."""
_STARS = re.compile(r"\*{2,}")
_SMALL_WORDS = {"and", "of", "the", "for", "in", "to", "with"}


class Part(Enum):
    """Where in a block the reader is."""

    OUTSIDE = auto()
    NAME = auto()
    TABLE = auto()
    TRAVEL = auto()
    COMMENTARY = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over some indicators: the level of its style, 1 for bold text."""

    level: int
    text: str
    place: str


@dataclass
class Block:
    """The lines of one indicator, by part; `over` are the headings above it."""

    named: Line
    over: tuple[Heading, ...] = ()
    names: list[Line] = field(default_factory=list)
    table: list[Line] = field(default_factory=list)
    travel: list[Line] = field(default_factory=list)
    commentary: list[Line] = field(default_factory=list)
    beyond_title: list[Line] = field(default_factory=list)
    odd: list[Line] = field(default_factory=list)
    recomputed: bool = False
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


def naming_levels(blocks: Sequence[Block]) -> set[int]:
    """The levels of heading that name indicators: each heading has just one below it."""
    over = Counter(block.over[-1] for block in blocks if block.over)
    grouping = {heading.level for heading, count in over.items() if count > 1}
    return {heading.level for heading in over} - grouping


def portfolio_and_name(block: Block, naming: set[int]) -> tuple[str, str]:
    """The heading that groups indicators, and the one over this indicator alone, or empty."""
    texts = [heading.text for heading in block.over]
    if len(texts) > 1 and block.over[-1].level in naming:
        return texts[-2], texts[-1]
    return (texts[-1] if texts else ""), ""


class _Cutter:
    """Reads line by line, knowing in which part it is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines, self.at = lines, 0
        self.leads = _leading_to_indicators(lines)
        self.found = Cut()
        self.untitled = 0
        self.part = Part.OUTSIDE
        self.over: tuple[Heading, ...] = ()
        self.after_title = False

    def cut(self) -> Cut:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if not self._begins(line):
                self._belongs(line)
        if self.found.titles:
            self._entitle(self.found.titles[-1].text)
        return self.found

    @property
    def block(self) -> Block | None:
        """The indicator that is being read."""
        return self.found.blocks[-1] if self.found.blocks else None

    def _begins(self, line: Line) -> bool:
        """Whether the line begins another part, which it then does."""
        if line.is_blank and not line.aside:
            return False
        if line.aside:
            (self.found.titles if is_title(line) else self.found.left_over).append(line)
        elif begins_indicator(line):
            self.found.blocks.append(Block(line, self.over))
            self._enter(Part.NAME)
        elif is_title(line) and (self.part is not Part.COMMENTARY or is_marked_title(line)):
            self._title(line)
        elif self._section(line):
            return True
        elif heading := self._heading(line):
            self.over = (*(h for h in self.over if h.level < heading.level), heading)
            self._enter(Part.OUTSIDE)
        else:
            return False
        return True

    def _enter(self, part: Part) -> None:
        self.part, self.after_title = part, False

    def _section(self, line: Line) -> bool:
        block = self.block
        if block is None or self.part in (Part.OUTSIDE, Part.NAME):
            return False
        if self.part is Part.COMMENTARY and _hints_at_another(line, bool(block.table)):
            block.odd.append(line)
        rest = section(line, TRAVEL)
        if rest and not is_header(rest.cells) and self._begins_travel(rest):
            self._enter(Part.TRAVEL)
            block.recomputed = RECOMPUTED in line.text
            block.travel += [] if rest.is_blank else [rest]
        elif self.part is not Part.COMMENTARY and (words := section(line, COMMENTARY)):
            self._enter(Part.COMMENTARY)
            block.commentary += [] if words.is_blank else [words]
        elif self.part is Part.COMMENTARY and not block.table and is_header(line.cells):
            self._enter(Part.TABLE)
            block.table.append(line)
        else:
            return False
        return True

    def _begins_travel(self, rest: Line) -> bool:
        """In a commentary, "Trend" may head a paragraph: comparisons are in several cells."""
        if self.part is not Part.COMMENTARY or len(rest.filled) > 1:
            return True
        following = (line for line in self.lines[self.at :] if not line.is_blank)
        after = next(following, None)
        return after is not None and len(after.filled) > 1

    def _title(self, title: Line) -> None:
        """Gives the indicators before a page's title that title as their source."""
        self.found.titles.append(title)
        self._entitle(title.text)
        self.after_title = True

    def _entitle(self, title: str) -> None:
        for block in self.found.blocks[self.untitled :]:
            block.title = title
        self.untitled = len(self.found.blocks)

    def _heading(self, line: Line) -> Heading | None:
        """A heading by its style, or in bold where nothing but an indicator follows it."""
        begun = self.at
        if len(line.filled) != 1 or REFERS.fullmatch(line.text):
            return None
        if line.level:
            if line.level == 1 or self.leads[self.at]:
                return Heading(line.level, named(line.text), line.place)
        elif _is_set_as_heading(line) and self.leads[begun - 1]:
            starred = line.text.startswith("**")
            text = self._starred(line) if starred else self._joined(line)
            if text and self.leads[self.at]:
                return Heading(1, named(text), line.place)
        self.at = begun
        return None

    def _joined(self, line: Line) -> str:
        """A heading with the lines below that continue it in the same style."""
        text = line.text
        while self.at < len(self.lines):
            other = self.lines[self.at]
            alike = other.bold == line.bold and _is_set_as_heading(other)
            if other.is_blank or is_title(other) or not alike:
                break
            text += f" {other.text}"
            self.at += 1
        return text

    def _starred(self, line: Line) -> str:
        """A heading between double asterisks, over a few lines; empty where none closes it."""
        text = line.text
        for _ in range(LONGEST_HEADING):
            if _STARS.search(text[2:]):
                return _STARS.sub(" ", text)
            if self.at >= len(self.lines):
                break
            text += f" {self.lines[self.at].text}"
            self.at += 1
        return ""

    def _belongs(self, line: Line) -> None:
        block = self.block
        if self.part is Part.COMMENTARY and block:
            beyond = self.after_title and not line.is_blank
            (block.beyond_title if beyond else block.commentary).append(line)
        elif line.is_blank:
            return
        elif block is None or self.part is Part.OUTSIDE or self.after_title:
            self.found.left_over.append(line)
        elif self.part is Part.NAME:
            block.names.append(line)
            self.part = Part.TABLE
        else:
            (block.travel if self.part is Part.TRAVEL else block.table).append(line)


def _leading_to_indicators(lines: Sequence[Line]) -> list[bool]:
    """For each line, and the end: whether an indicator follows, after headings and titles alone."""
    leads = [False]
    for line in reversed(lines):
        if line.is_blank:
            leads.append(leads[-1])
            continue
        heading = line.level or _is_set_as_heading(line)
        named = bool(heading) and not REFERS.fullmatch(line.text)
        passes = bool(line.aside) or is_title(line) or named
        leads.append(begins_indicator(line) or (passes and leads[-1]))
    return leads[::-1]


def _is_set_as_heading(line: Line) -> bool:
    """Bold in Word, between asterisks in text, or in capitals."""
    alone = len(line.filled) == 1
    return line.bold or line.text.startswith("**") or (alone and is_capitals(line.text))


def _hints_at_another(line: Line, has_table: bool) -> bool:
    """Whether a line in a commentary looks as if it belonged to an indicator that was not seen."""
    again = section(line, COMMENTARY)
    return bool(again and again.is_blank) or (has_table and is_header(line.cells))


def named(text: str) -> str:
    """A heading without its number; one in capitals as a name."""
    plain = PORTFOLIO.sub("", " ".join(text.split()))
    plain = re.sub(r"^\d+(?:\.\d+)*[.)]?\s+", "", plain)
    if not plain.isupper():
        return plain
    words = plain.title().split(" ")
    return " ".join(
        w.lower() if w.lower() in _SMALL_WORDS and n else w for n, w in enumerate(words)
    )
