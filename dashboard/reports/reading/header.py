"""The header of a history table: which column is which period, and which is the target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from dashboard.domain.period import Period, PeriodError, PeriodKind, read_printed

TARGET = "target"
_QUARTER = re.compile(r"(?:q|qtr|quarter)\s*(?P<quarter>[1-4])", re.IGNORECASE)
_YEAR_END = re.compile(r"eoy|end of year|year end|outturn|full year", re.IGNORECASE)
_TARGET = re.compile(r"(?:annual |year end )?target(?:\s+(?P<year>\S+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures, or the target\'s, whose `period` is the year that it is for."""

    index: int
    period: Period
    is_target: bool = False
    printed: str = ""


def is_header(cells: Sequence[str]) -> bool:
    """Whether every cell of a row names a period or the target."""
    return any(cells) and all(_names_a_column(cell) for cell in cells if cell)


def _names_a_column(text: str) -> bool:
    if _QUARTER.fullmatch(text) or _YEAR_END.fullmatch(text) or _TARGET.fullmatch(text):
        return True
    return _printed(text) is not None


def _printed(text: str) -> Period | None:
    with suppress(PeriodError):
        return read_printed(text)
    return None


def read_columns(rows: Sequence[Sequence[str]], release: Period) -> list[Column]:
    """The columns of one or two header rows.

    In two rows years stand over their quarters; in one row a bare quarter is of the report's year,
    or of that of the quarter before it.
    """
    year: Period | None = None
    over = len(rows) > 1
    columns = []
    for index in range(max(map(len, rows), default=0)):
        texts = [row[index] for row in rows if index < len(row) and row[index]]
        years = [found for found in map(_printed, texts) if found]
        wanted = PeriodKind.FINANCIAL_YEAR if over else PeriodKind.QUARTER
        year = next((y.financial_year for y in years if y.kind is wanted), year)
        column = _column(index, texts, year, release)
        if column:
            columns.append(column)
    return columns


def _column(
    index: int, texts: Sequence[str], year: Period | None, release: Period
) -> Column | None:
    printed = " ".join(texts)
    if target := next(filter(None, map(_TARGET.fullmatch, texts)), None):
        meant = _printed(target["year"]) if target["year"] else None
        return Column(index, meant or release.financial_year, True, printed)
    quarter = next(filter(None, map(_QUARTER.fullmatch, texts)), None)
    whose = year or release.financial_year
    if quarter:
        period = Period(PeriodKind.QUARTER, whose.first, int(quarter["quarter"]))
        return Column(index, period, False, printed)
    if any(_YEAR_END.fullmatch(text) for text in texts):
        return Column(index, whose, False, printed)
    named = next(filter(None, map(_printed, texts)), None)
    return Column(index, named, False, printed) if named else None
