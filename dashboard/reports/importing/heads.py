"""The lines that may say whose a report is: titles, first lines, heads and feet of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from dashboard.reports.importing.blocks import Cut
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.vocabulary import begins_indicator
from dashboard.reports.importing.whose import council_in

LONGEST_HEAD = 200
LONGEST_IN_TEXT = 60
"""A longer line at the start of a paragraph is its first sentence."""


def heads(parts: Cut, lines: Sequence[Line]) -> Iterator[str]:
    """The texts that say whose the report is, in its order; `lines` are all of it.

    Later lines outside all indicators count where they are a council's name and no more.
    """
    yield from (title.text for title in parts.titles)
    yield from _first(lines)
    yield from (line.text for line in parts.left_over if line.in_margin)
    alone = [line.text for line in parts.left_over]
    alone += [heading.text for block in parts.blocks for heading in block.over]
    yield from (text for text in alone if council_in(text) == text.strip())


def _first(lines: Sequence[Line]) -> Iterator[str]:
    """The lines before the first indicator that are no sentences and no row of a table."""
    before = takewhile(lambda line: not begins_indicator(line), lines)
    for is_blank, paragraph in groupby(before, key=lambda line: line.is_blank):
        texts = [line.text for line in paragraph if len(line.filled) == 1 and not line.aside]
        if is_blank or not texts:
            continue
        is_prose = any(text.endswith(".") for text in texts)
        kept = texts[:1] if is_prose else texts
        longest = LONGEST_IN_TEXT if is_prose else LONGEST_HEAD
        yield from (text for text in kept if len(text) <= longest and not text.endswith("."))
