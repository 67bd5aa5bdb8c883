"""Define the periods a council reports on: financial, calendar and school years, and quarters."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache


class PeriodError(ValueError):
    """Raised for a text that is not a period; the message says what to write instead."""


class PeriodKind(StrEnum):
    """The kind of period; the value is used in sentences ("the same quarter")."""

    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial year"
    CALENDAR_YEAR = "calendar year"
    SCHOOL_YEAR = "school year"
    CALENDAR_YEARS = "run of calendar years"


_ID = re.compile(
    r"(?P<kind>FY|CY|AY)(?P<first>\d{4})(?:-(?P<second>\d{4}|\d{2}))?(?:Q(?P<quarter>[1-4]))?"
)
_PRINTED = re.compile(
    r"(?:(?:Q|Quarter\s*)(?P<quarter>[1-4])\s*|(?P<end>EoY)\s*)?"
    r"\(?(?P<first>\d{4}|\d{2})/(?P<second>\d{4}|\d{2})\)?",
    re.IGNORECASE,
)
_PRINTED_RUN = re.compile(r"(?P<first>\d{4})\s*[-–]\s*(?P<second>\d{4})")
_DATE_CELL = re.compile(r"(?:[A-Z][a-z]{2}-\d{2}|\d{1,2}-[A-Z][a-z]{2}|\d{1,2}/\d{1,2}/\d{2,4})")


EARLIEST, _LATEST = 1900, 2099
QUARTERS = 4
"""How many quarters a year has, and so the number of its last."""


@dataclass(frozen=True, slots=True)
class Period:
    """One period.

    `first` is the calendar year in which it begins; `quarter` is 1 to 4, or 0 for other kinds.
    `start` and `end` are its first and last days. `order` sorts by end, then shorter first.
    `number` counts quarters through the years, so that neighbours are one apart; a financial year
    has that of its last quarter, and periods of another kind have 0.
    """

    kind: PeriodKind
    first: int
    quarter: int = 0
    last: int = 0
    start: date = field(init=False, repr=False, compare=False)
    end: date = field(init=False, repr=False, compare=False)
    order: tuple[date, int] = field(init=False, repr=False, compare=False)
    number: int = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Computed once because every figure is sorted and compared by these.
        start, end = _first_day(self), _last_day(self)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "order", (end, (end - start).days))
        object.__setattr__(self, "number", _number(self))
        # Of the numbers alone: a text has another hash in another process.
        object.__setattr__(self, "_hash", hash((self.first, self.quarter, self.last)))

    def __hash__(self) -> int:
        """Stored, because every figure is looked up by its period."""
        return self._hash

    @property
    def id(self) -> str:
        """The id used in `data/` and in web addresses, such as `FY2016-17Q3`."""
        if self.kind is PeriodKind.CALENDAR_YEAR:
            return f"CY{self.first}"
        if self.kind is PeriodKind.CALENDAR_YEARS:
            return f"CY{self.first}-{self.last}"
        prefix = "AY" if self.kind is PeriodKind.SCHOOL_YEAR else "FY"
        tail = f"Q{self.quarter}" if self.quarter else ""
        return f"{prefix}{self.first}-{_two(self.first + 1)}{tail}"

    @property
    def label(self) -> str:
        """The period in words: "Q3 2016/17", "2016", "2015/16 (school year)"."""
        if self.kind is PeriodKind.CALENDAR_YEAR:
            return str(self.first)
        if self.kind is PeriodKind.CALENDAR_YEARS:
            return f"{self.first} to {self.last}"
        years = f"{self.first}/{_two(self.first + 1)}"
        if self.kind is PeriodKind.SCHOOL_YEAR:
            return f"{years} (school year)"
        return f"Q{self.quarter} {years}" if self.quarter else years

    @property
    def plain_label(self) -> str:
        """The label without the kind of year, for use where the context makes it plain."""
        return self.label.removesuffix(" (school year)")

    @property
    def short_label(self) -> str:
        """The label without the year for a quarter ("Q3"); otherwise the whole label."""
        return f"Q{self.quarter}" if self.quarter else self.label

    @property
    def financial_year(self) -> Period:
        """The financial year in which the period ends."""
        return financial_year(self.end)

    @property
    def months(self) -> int:
        """How many months the period spans."""
        if self.kind is PeriodKind.QUARTER:
            return 3
        return 12 * (self.last - self.first + 1) if self.last else 12

    def shifted(self, steps: int) -> Period:
        """The period of the same kind `steps` later; multi-year periods move one year per step."""
        if self.kind is PeriodKind.QUARTER:
            index = self.first * QUARTERS + self.quarter - 1 + steps
            return period_of(self.kind, index // QUARTERS, index % QUARTERS + 1)
        last = self.last + steps if self.last else 0
        return period_of(self.kind, self.first + steps, last=last)

    def since(self, earlier: Period) -> int:
        """How many quarters this one is after an earlier one; both are quarters."""
        return self.number - earlier.number

    def year_before(self) -> Period:
        """The same quarter of the previous year, or the previous year."""
        return self.shifted(-QUARTERS if self.kind is PeriodKind.QUARTER else -1)


@lru_cache(maxsize=4096)
def period_of(kind: PeriodKind, first: int, quarter: int = 0, last: int = 0) -> Period:
    """The period of these, the same object each time: that is found sooner than an equal one."""
    return Period(kind, first, quarter, last)


_FIRST_MONTH = {
    PeriodKind.FINANCIAL_YEAR: 4,
    PeriodKind.SCHOOL_YEAR: 9,
    PeriodKind.CALENDAR_YEAR: 1,
    PeriodKind.CALENDAR_YEARS: 1,
}


def _number(period: Period) -> int:
    whole = period.kind is PeriodKind.FINANCIAL_YEAR
    quarter = QUARTERS if whole else period.quarter
    return QUARTERS * period.first + quarter if quarter else 0


def _first_day(period: Period) -> date:
    if period.kind is PeriodKind.QUARTER:
        month = 3 * period.quarter + 1
        return date(period.first, month, 1) if month < 12 else date(period.first + 1, 1, 1)
    return date(period.first, _FIRST_MONTH[period.kind], 1)


def _last_day(period: Period) -> date:
    if period.kind is PeriodKind.QUARTER:
        return (
            date(period.first + 1, 3, 31)
            if period.quarter == QUARTERS
            else date(period.first, 3 * period.quarter + 3, 31 if period.quarter == 3 else 30)
        )
    if period.kind is PeriodKind.FINANCIAL_YEAR:
        return date(period.first + 1, 3, 31)
    if period.kind is PeriodKind.SCHOOL_YEAR:
        return date(period.first + 1, 8, 31)
    return date(period.last or period.first, 12, 31)


def _two(year: int) -> str:
    return f"{year % 100:02d}"


def parse_or_none(text: str) -> Period | None:
    """The period with an id; None where the text is not one."""
    try:
        return parse(text)
    except PeriodError:
        return None


def _consecutive(first: int, second: str, text: str) -> None:
    expected = f"{first + 1}" if len(second) == 4 else _two(first + 1)
    if second != expected:
        raise PeriodError(f"“{text}” is not a year: {first} is followed by {expected}.")


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """The period with an id such as `FY2016-17Q3`; raises PeriodError with a suggestion."""
    found = _ID.fullmatch(text)
    if not found:
        raise PeriodError(_unreadable(text))
    last = found["second"] or ""
    years = [int(found["first"]), *([int(last)] if len(last) == 4 else [])]
    if not all(EARLIEST <= year <= _LATEST for year in years):
        raise PeriodError(f"“{text}” is no year from {EARLIEST} to {_LATEST}.")
    kind, first, second = found["kind"], int(found["first"]), found["second"]
    quarter = int(found["quarter"] or 0)
    if quarter and kind != "FY":
        raise PeriodError(f"“{text}” has a quarter, but only financial years (FY) have quarters.")
    if kind == "CY":
        return _calendar(first, second, text)
    if not second:
        raise PeriodError(f"“{text}” lacks its second year: write {kind}{first}-{_two(first + 1)}.")
    _consecutive(first, second, text)
    if len(second) == 4:
        raise PeriodError(f"“{text}” has a long second year: write {kind}{first}-{second[2:]}.")
    if kind == "AY":
        return period_of(PeriodKind.SCHOOL_YEAR, first)
    return period_of(PeriodKind.QUARTER if quarter else PeriodKind.FINANCIAL_YEAR, first, quarter)


def _calendar(first: int, second: str | None, text: str) -> Period:
    if not second:
        return period_of(PeriodKind.CALENDAR_YEAR, first)
    if len(second) != 4 or int(second) <= first:
        raise PeriodError(f"“{text}” is not a run of calendar years: write it like CY2020-2022.")
    return period_of(PeriodKind.CALENDAR_YEARS, first, last=int(second))


def read_printed(text: str) -> Period:
    """The period that a report prints as "Q3 16/17", "EoY (15/16)" or "2020-2022".

    A slash marks a financial year; a hyphen between two four-digit years marks a span of
    calendar years. Raises PeriodError for anything else.
    """
    stripped = text.strip()
    if run := _PRINTED_RUN.fullmatch(stripped):
        return _calendar(int(run["first"]), run["second"], stripped)
    found = _PRINTED.fullmatch(stripped)
    if not found:
        raise PeriodError(_unreadable(stripped))
    first = int(found["first"])
    # Performance indicators date from the 1990s, so two digits of 90 or more are 19xx.
    century = 0 if first > 99 else 1900 if first >= 90 else 2000
    first += century
    _consecutive(first, found["second"], stripped)
    quarter = int(found["quarter"] or 0)
    return Period(PeriodKind.QUARTER if quarter else PeriodKind.FINANCIAL_YEAR, first, quarter)


def remedy(text: str) -> str:
    """A suggested id for one that cannot be read, guessed from the forms that reports print."""
    straight = text.replace("–", "-").replace("—", "-").upper()
    guesses = ((read_printed, text), (parse, straight), (parse, f"FY{straight}"))
    for read, meant in guesses:
        with suppress(PeriodError):
            return f"Write {read(meant).id}."
    return "Write a financial year as FY2016-17, its quarter as FY2016-17Q3, a year as CY2016."


def is_date_cell(text: str) -> bool:
    """Whether a spreadsheet seems to have turned the text into a date, such as "May-04"."""
    return _DATE_CELL.fullmatch(text) is not None


def _unreadable(text: str) -> str:
    if is_date_cell(text):
        return f"“{text}” is a date: a spreadsheet has turned a period into one."
    return f"“{text}” is not a period."


@lru_cache(maxsize=4096)
def financial_year(day: date) -> Period:
    """The financial year (1 April to 31 March) that contains `day`."""
    return period_of(PeriodKind.FINANCIAL_YEAR, day.year if day.month >= 4 else day.year - 1)


@lru_cache(maxsize=4096)
def quarter_of(day: date) -> Period:
    """The financial quarter that contains `day`."""
    year = financial_year(day)
    return period_of(PeriodKind.QUARTER, year.first, (day.month - 4) % 12 // 3 + 1)
