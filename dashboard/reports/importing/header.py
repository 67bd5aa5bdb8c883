"""The header of a history table: which column is which period, and which cells are under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from dashboard.domain.facts.period import Period, PeriodError, PeriodKind, is_date_cell
from dashboard.reports.importing.figure import Measure, read_figure, without_note
from dashboard.reports.importing.named_period import NamedPeriod, named_period
from dashboard.reports.wording import TARGET

_TARGET = re.compile(rf"\b{TARGET}s?\b", re.IGNORECASE)
_NOT_KEPT = re.compile(
    r"r\.?a\.?g\.?(?: status| rating)?|status|rating|traffic light|trend|d\.?o\.?t\.?"
    r"|direction(?: of travel)?|ref(?:erence)?|owner|lead(?: officer)?|responsible.*|year|period"
    r"|variance",
    re.IGNORECASE,
)
_CURRENT = re.compile(r"(?:current|latest|this)(?: (?:quarter|period|position))?", re.IGNORECASE)
_LAST = 4
TOLD = "add it to targets.csv"
_UNCLEAR = f"whether a target beside a quarter is the quarter’s or the year’s is not known: {TOLD}"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)
_SAYS_NO_MORE = re.compile(
    rf"(?:{_MONTH}|current|previous|prior|last|years|actuals?|results?|performance|figures?|values?"
    r"|annual|the|for|of|to|at|in|as|by"
    r"|year[ -]end|end of year|year|&|and|[-–/])*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures, or a target's, whose `period` is the year or quarter that it is for.

    One without a period is not read, and `why` says so; `kept` is False for what no dataset keeps.
    """

    index: int
    printed: str
    period: Period | None = None
    is_target: bool = False
    why: str = ""
    kept: bool = True


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell of a header names."""

    named: NamedPeriod
    is_target: bool = False
    is_current: bool = False


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells of a row name periods and targets, more than anything else."""
    filled = [cell for cell in cells if cell]
    columns = [cell for cell in filled if _names_a_column(cell)]
    others = [cell for cell in filled if cell not in columns]
    if any(is_figure(cell) for cell in others):
        return False
    return len(columns) > len(others) or (len(columns) > 1 and len(columns) >= len(others))


def is_figure(cell: str) -> bool:
    """Whether a cell is a figure, or a symbol for one."""
    return read_figure(cell, Measure.SINGLE) is not None


def _names_a_column(text: str) -> bool:
    plain = without_note(text)
    return _cell(plain) is not None or bool(_unreadable(plain))


def _cell(text: str) -> _Cell | None:
    """What a cell names, where it says nothing else."""
    if _CURRENT.fullmatch(text):
        return _Cell(NamedPeriod(0, None, False, ""), is_current=True)
    with suppress(PeriodError):
        plain, targets = _TARGET.subn(" ", text)
        named = named_period(plain)
        words = named.rest.replace(" ", "")
        if (named.is_named or targets) and _SAYS_NO_MORE.fullmatch(words):
            return _Cell(named, bool(targets))
    return None


def _unreadable(text: str) -> str:
    """Why a text that looks like a period is not one; empty if it does not look like one."""
    if is_date_cell(text):
        return f"“{text}” is a date: a spreadsheet has turned a period into one"
    try:
        named_period(text)
    except PeriodError as error:
        words = re.sub(r"[\d/()]+|\bq\b|quarter|targets?|\s", "", text.lower())
        return str(error).rstrip(".") if _SAYS_NO_MORE.fullmatch(words) else ""
    return ""


def read_columns(
    rows: Sequence[Sequence[str]], release: Period, names: int | None = None
) -> list[Column]:
    """The columns of one or two header rows, known or not.

    In two rows years are above their quarters, the first or another; in one row a bare quarter is
    of the same year as the quarter before it, else of the report's. `names` is the column of the
    rows' names, if a year is over it: that year is the table's, and the column holds no figures.
    """
    width = max(map(len, rows), default=0)
    texts = [
        list(
            dict.fromkeys(
                without_note(row[index]) for row in rows if index < len(row) and row[index]
            )
        )
        for index in range(width)
    ]
    cells = [[found for found in map(_cell, each) if found] for each in texts]
    over = len(rows) > 1
    table_year = release.financial_year
    if names is not None:
        table_year = _year_in(texts[names]) or table_year
        cells[names] = []
    years = _years_over(cells, over, table_year)
    wrong = _wrong_years_over(texts, cells, over)
    beside = _quarters_beside(rows, cells, years)
    columns = []
    for index, (each, found) in enumerate(zip(texts, cells, strict=True)):
        # A target under a year is for that year; one next to the years is for the report's.
        under = over and index < len(rows[-1]) and _TARGET.search(rows[-1][index])
        target_year = years[index] if under else table_year
        if not each or index == names:
            continue
        if index in beside:
            of = beside[index]
            column = Column(index, " ".join(each), of, of is not None, "" if of else _UNCLEAR)
        else:
            column = _column(index, " ".join(each), found, years[index], target_year, release)
        has_year = column.period and (column.period.quarter or not column.is_target)
        if wrong[index] and has_year:
            column = Column(index, column.printed, why=wrong[index])
        columns.append(column)
    return columns


def _quarters_beside(
    rows: Sequence[Sequence[str]], cells: Sequence[Sequence[_Cell]], years: Sequence[Period]
) -> dict[int, Period | None]:
    """The quarter of each "Target" that stands right of one; None where it may be the year's.

    In one row it does so where every quarter has one; below others, where several have.
    """
    *above, last = [*rows] or [()]
    over = [any(index < len(row) and row[index] for row in above) for index in range(len(cells))]
    found: dict[int, Period | None] = {}
    for index, text in enumerate(last):
        cell = _cell(without_note(text))
        if cell is None or not cell.is_target or cell.named.is_named or over[index]:
            continue
        left = index - 1
        while above and left >= 0 and not over[left]:
            left -= 1
        heads = [row[left] for row in above if left < len(row)] or last[left : left + 1]
        named = [each for each in map(_cell, map(without_note, heads)) if each]
        if left >= 0 and (quarter := _quarter(named)) and not named[0].is_target:
            found[index] = Period(PeriodKind.QUARTER, years[left].first, quarter)
    if above:
        return found if len(found) > 1 else dict.fromkeys(found)
    quarters = sum(1 for each in cells if _quarter(each))
    return found if 1 < len(found) == quarters else {}


def _wrong_years_over(
    texts: Sequence[Sequence[str]], cells: Sequence[Sequence[_Cell]], over: bool
) -> list[str]:
    """What is wrong with the year above each column; it applies until the next year."""
    wrong, current = [], ""
    for each, found in zip(texts, cells, strict=True):
        if _own_year(found, over):
            current = ""
        current = next(filter(None, map(_unreadable, each)), current) if over else ""
        wrong.append(current)
    return wrong


def _year_in(texts: Sequence[str]) -> Period | None:
    """The financial year that a heading says, whatever else it says; None without one."""
    for text in texts:
        with suppress(PeriodError):
            if found := named_period(text).year:
                return found.financial_year
    return None


def _years_over(cells: Sequence[Sequence[_Cell]], over: bool, table_year: Period) -> list[Period]:
    """The financial year of each column, which may be printed above any of its quarters.

    Where a first quarter follows a fourth, the year moves on; quarters without any year end with
    the table's.
    """
    own = [_own_year(found, over) for found in cells]
    quarters = [_quarter(found) for found in cells]
    years, current = [], table_year
    for index, year in enumerate(own):
        turns = index > 0 and quarters[index - 1] == _LAST and quarters[index] == 1
        current = year or (current.shifted(1) if turns else current)
        years.append(current)
        before = index - 1
        while over and year and before >= 0 and own[before] is None:
            if not 0 < quarters[before] < quarters[before + 1]:
                break
            years[before] = year
            before -= 1
    beyond = max((year.first for year in years), default=0) - table_year.first
    if not any(own) and beyond > 0:
        return [year.shifted(-beyond) for year in years]
    return years


def _quarter(found: Sequence[_Cell]) -> int:
    return next((cell.named.quarter for cell in found if cell.named.quarter), 0)


def _own_year(found: Sequence[_Cell], over: bool) -> Period | None:
    """The year that a column names for itself and for those after it."""
    for cell in found:
        year = cell.named.year
        if year and not cell.is_target and (over or cell.named.quarter):
            return year.financial_year
    return None


def _column(
    index: int,
    printed: str,
    found: Sequence[_Cell],
    year: Period,
    target_year: Period,
    release: Period,
) -> Column:
    quarter = _quarter(found)
    if any(cell.is_target for cell in found):
        own = next((c.named.year for c in found if c.is_target and c.named.year), None)
        of = own or (year if quarter else target_year)
        if quarter:
            of = Period(PeriodKind.QUARTER, of.financial_year.first, quarter)
        return Column(index, printed, of, is_target=True)
    if any(cell.is_current for cell in found):
        return Column(index, printed, release)
    named_year = next((cell.named.year for cell in found if cell.named.year), None)
    if quarter:
        return Column(index, printed, Period(PeriodKind.QUARTER, year.first, quarter))
    if named_year or any(cell.named.year_end for cell in found):
        return Column(index, printed, named_year or year)
    why = _unreadable(printed) or "this column is not known"
    return Column(index, printed, why=why, kept=_NOT_KEPT.fullmatch(printed) is None)
