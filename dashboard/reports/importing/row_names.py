"""What the name of a row says of its figures: the council's own, of last year, targets, or unknown.

A row is the council's own only if its name is known to mean that. Any other may be another area's,
a forecast or a target, so no figure is taken from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from dashboard.domain.facts.period import Period, PeriodError, PeriodKind
from dashboard.reports.importing.figure import Measure, measure_of, read_figure
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.matching import plain
from dashboard.reports.importing.named_period import NamedPeriod, named_period
from dashboard.reports.importing.vocabulary import LAST_YEAR, OWN_ROW, TARGET_ROW
from dashboard.reports.importing.whose import short_name

NUMBERS, RATES = ("no", "number", "count"), ("rate", "%", "percentage")
_YEARS = re.compile(r"\b\d{2,4}\s*[/–-]\s*\d{2,4}\b")
_OF_YEAR = re.compile(r"\b(?:annual|year)")
_REFERENCE = re.compile(r"\d{1,3}[.)]?")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE_BEGINS = re.compile(r"[-−]?£?\d")


@dataclass(frozen=True, slots=True)
class RowName:
    """A name that is known: targets or the council's figures, and of which year if it says so.

    `year` is the year named; `is_last_year` moves every column a year back. `is_of_year` is
    a target that the name says is the year's. `is_number` and `is_rate` are rows that go together,
    one of numbers and one of their rates.
    """

    measure: Measure = Measure.SINGLE
    is_target: bool = False
    year: Period | None = None
    is_last_year: bool = False
    is_of_year: bool = False
    is_number: bool = False
    is_rate: bool = False

    def period(self, of_column: Period) -> Period:
        """The period of the row's cell under a column."""
        if self.year is not None:
            quarter = of_column.quarter
            return Period(PeriodKind.QUARTER, self.year.first, quarter) if quarter else self.year
        return of_column.year_before() if self.is_last_year else of_column


UNNAMED = RowName()
"""A row without a name in a table of its own indicator, which is the council's."""


def row_name(label: str, council: str) -> RowName | None:
    """What a row's name means; None where it is not known as the council's own or its target's."""
    name = label.strip().rstrip(":. ")
    if plain(name) in _names(council) or _REFERENCE.fullmatch(label.strip()):
        return RowName()
    year = None
    with suppress(PeriodError):
        named = named_period(name)
        if named.quarter or (named.year and named.year.kind is not PeriodKind.FINANCIAL_YEAR):
            return None
        year = named.year
        words = _without_council(plain(named.rest), council)
        if not words and plain(name):
            return RowName(year=year)
        if TARGET_ROW.fullmatch(words):
            return RowName(is_target=True, year=year, is_of_year=_OF_YEAR.search(words) is not None)
        of_last_year = LAST_YEAR.fullmatch(words) is not None and year is None
        if of_last_year or OWN_ROW.fullmatch(words):
            return RowName(year=year, is_last_year=of_last_year)
    measured = _YEARS.sub("", name).strip() if year else name
    if re.search(r"\d", measured) or (measure := measure_of(measured)) is None:
        return None
    part = measured.lower().rstrip(":. ")
    return RowName(measure, year=year, is_number=part in NUMBERS, is_rate=part in RATES)


def is_name(text: str) -> bool:
    """Whether a cell holds words or a pair of years, and nothing that begins like a figure."""
    if _YEARS.search(text):
        return True
    return not _FIGURE_BEGINS.match(text) and read_figure(text, Measure.SINGLE) is None


def is_calendar_year(text: str) -> bool:
    """Whether a cell is a year such as 2015, which no row of the council's returns is of."""
    return _CALENDAR_YEAR.fullmatch(text) is not None


def names_column(headers: Sequence[Line], rows: Sequence[Line]) -> int | None:
    """The column under whose heading, which says a year, the rows have their names.

    None where the first column has figures, a quarter, or a year before another's: there the
    heading is that of figures.
    """
    firsts = (n for line in headers for n, cell in enumerate(line.cells) if cell)
    first = min(firsts, default=None)
    if first is None:
        return None
    over = [found for line in headers if (found := _named_at(line, first))]
    years = [found.year.first for found in over if found.year]
    others = [year.first for line in headers for year in _years_beside(line, first)]
    if not years or any(found.quarter for found in over) or max(others, default=0) > max(years):
        return None
    below = [row.cells[first] for row in rows if first < len(row.cells) and row.cells[first]]
    named = any(map(is_name, below))
    return first if named and all(is_name(c) or is_calendar_year(c) for c in below) else None


def _named_at(line: Line, index: int) -> NamedPeriod | None:
    text = line.cells[index] if index < len(line.cells) else ""
    with suppress(PeriodError):
        return None if "target" in text.lower() else named_period(text)
    return None


def _years_beside(line: Line, first: int) -> Iterator[Period]:
    """The years that a row of headings says right of the first, targets left out."""
    for index in range(first + 1, len(line.cells)):
        found = _named_at(line, index)
        if found is not None and found.year:
            yield found.year


def _names(council: str) -> set[str]:
    """The names that a council's own row may have."""
    whole = plain(council)
    generic = {"council", "our council", "the council"}
    return ({whole, whole.removesuffix(" council"), short_name(council)} | generic) - {""}


def _without_council(words: str, council: str) -> str:
    """The words of a name without the council's own: "blackpool actual" is "actual"."""
    for name in sorted(_names(council), key=len, reverse=True):
        words = re.sub(rf"\b{re.escape(name)}(?: s)?\b", " ", words)
    return " ".join(words.split())
