"""Scorecards, in which each indicator is one row: the row is laid out as a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.reports import wording
from dashboard.reports.importing.header import is_header
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.vocabulary import (
    CODE,
    COMMENTARY,
    DESCRIPTION,
    POLARITY,
    begins_indicator,
    section,
)


def expanded(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each row of a scorecard as names, header, figures and commentary in turn.

    A row without a name goes with the one above it; one with a single cell is a heading.
    """
    header: Line | None = None
    rows: list[Line] = []
    for line in lines:
        if header and (line.is_blank or begins_indicator(line) or not _same_table(header, line)):
            yield from _page(header, rows)
            header, rows = None, []
        if begins_indicator(line) and _has_periods(line):
            header = line
        elif header is None:
            yield line
        elif len(line.filled) == 1:
            yield from _page(header, rows)
            rows = []
            yield replace(line, cells=(line.text,), bold=True)
        else:
            if _has_name(line, header):
                yield from _page(header, rows)
                rows = []
            rows.append(line)
    if header:
        yield from _page(header, rows)


def _same_table(header: Line, line: Line) -> bool:
    """Whether a line of a Word document is in the header's table; in text a blank line ends it."""
    table = header.place.partition(",")[0]
    return not table.startswith("table ") or line.place.partition(",")[0] == table


def _is_named(heading: str) -> bool:
    named = DESCRIPTION.fullmatch(heading) or POLARITY.fullmatch(heading)
    return named is not None


def _is_comment(heading: str) -> bool:
    return bool(heading) and section(Line("", (heading,)), COMMENTARY) is not None


def _codes(headings: Sequence[str]) -> list[bool]:
    """Which columns hold codes: those so headed before the indicators' names."""
    name = next(n for n, heading in enumerate(headings) if DESCRIPTION.fullmatch(heading))
    return [n < name and bool(CODE.fullmatch(heading)) for n, heading in enumerate(headings)]


def _has_periods(line: Line) -> bool:
    rest = [cell for cell in line.cells if cell and not _is_named(cell) and not _is_comment(cell)]
    return is_header(rest)


def _has_name(line: Line, header: Line) -> bool:
    name = next(n for n, cell in enumerate(header.cells) if DESCRIPTION.fullmatch(cell))
    return name < len(line.cells) and bool(line.cells[name])


def _page(header: Line, rows: Sequence[Line]) -> Iterator[Line]:
    """An indicator's rows as a page of its own."""
    if not rows:
        return
    width = max(map(len, (header.cells, *(row.cells for row in rows))))
    headings = [*header.cells, *[""] * width][:width]
    names = [_is_named(heading) for heading in headings]
    comments = [_is_comment(heading) for heading in headings]
    others = zip(names, comments, _codes(headings), strict=True)
    figures = [not any(each) for each in others]
    for line in (header, rows[0]):
        yield _only(line, names)
    for line in (header, *rows):
        yield _only(line, figures)
    said = [
        (row, cell)
        for row in rows
        for heading, cell in zip(headings, row.cells, strict=False)
        if cell and _is_comment(heading)
    ]
    for number, (row, cell) in enumerate(said):
        if number == 0:
            yield replace(row, cells=(wording.COMMENTARY,), level=0, bold=False)
        yield replace(row, cells=(cell,), level=0, bold=False)


def _only(line: Line, wanted: Sequence[bool]) -> Line:
    cells = tuple(cell if take else "" for cell, take in zip(line.cells, wanted, strict=False))
    return replace(line, cells=cells, level=0, bold=False)
