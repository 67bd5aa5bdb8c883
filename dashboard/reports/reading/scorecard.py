"""Scorecards, in which each indicator is one row: the row is laid out as a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.reports.reading.header import is_header
from dashboard.reports.reading.line import Line
from dashboard.reports.reading.vocabulary import (
    COMMENTARY,
    DESCRIPTION,
    POLARITY,
    begins_indicator,
    section,
)


def expanded(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each row of a scorecard as names, header, figures and commentary in turn."""
    header: Line | None = None
    for line in lines:
        if begins_indicator(line):
            header = line if _has_periods(line) else None
        if header is None or header is line:
            if header is None:
                yield line
        elif _is_row(line, header):
            yield from _page(header, line)
        elif not line.is_blank:
            header = None
            yield line


def _is_named(heading: str) -> bool:
    named = DESCRIPTION.fullmatch(heading) or POLARITY.fullmatch(heading)
    return named is not None


def _is_comment(heading: str) -> bool:
    return bool(heading) and section(Line("", (heading,)), COMMENTARY) is not None


def _has_periods(line: Line) -> bool:
    rest = [cell for cell in line.cells if cell and not _is_named(cell) and not _is_comment(cell)]
    return is_header(rest)


def _is_row(line: Line, header: Line) -> bool:
    """Whether a row has a name under the header's and more beside it."""
    name = next(n for n, cell in enumerate(header.cells) if DESCRIPTION.fullmatch(cell))
    return len(line.filled) > 1 and name < len(line.cells) and bool(line.cells[name])


def _page(header: Line, row: Line) -> Iterator[Line]:
    headings = [*header.cells, *[""] * len(row.cells)][: max(len(row.cells), len(header.cells))]
    names = [_is_named(heading) for heading in headings]
    comments = [_is_comment(heading) for heading in headings]
    figures = [not (a or b) for a, b in zip(names, comments, strict=True)]
    for line in (header, row):
        yield _only(line, names)
    for line in (header, row):
        yield _only(line, figures)
    for heading, cell in zip(headings, row.cells, strict=False):
        if _is_comment(heading) and cell:
            yield replace(row, cells=("Commentary",), level=0, bold=False)
            yield replace(row, cells=(cell,), level=0, bold=False)


def _only(line: Line, wanted: Sequence[bool]) -> Line:
    cells = tuple(cell if take else "" for cell, take in zip(line.cells, wanted, strict=False))
    return replace(line, cells=cells, level=0, bold=False)
