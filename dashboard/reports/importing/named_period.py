"""How a report writes a period: "Q3 16/17", "2016/17 Outturn", "Quarter 3 2016/2017", "EoY"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.domain.facts.period import Period, PeriodKind, read_printed
from dashboard.reports.wording import YEAR_END

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ORDINALS |= {"one": 1, "two": 2, "three": 3, "four": 4}
_QUARTER = re.compile(
    r"\b(?:(?:q|qtr\.?|quarter)\s*(?P<number>[1-4])"
    r"|(?P<ordinal>[1-4])(?:st|nd|rd|th) (?:q|qtr|quarter)"
    r"|(?P<word>first|second|third|fourth) quarter|quarter (?P<spelt>one|two|three|four))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\d/])(?P<first>\d{4}|\d{2})\s*(?P<between>[/–-])\s*(?P<second>\d{4}|\d{2})(?![\d/])"
)
_YEAR_END = re.compile(
    rf"\b(?:{YEAR_END}|end of year|year[ -]end|outturn|full year)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """What a text names: a quarter's number (0 for none), a year, the year's end; and the rest."""

    quarter: int
    year: Period | None
    year_end: bool
    rest: str

    @property
    def is_named(self) -> bool:
        """Whether it names any of them."""
        return bool(self.quarter or self.year or self.year_end)

    def period(self, year: Period) -> Period | None:
        """The period, in the given financial year where the text names none."""
        whose = self.year or year
        if self.quarter:
            if whose.kind is not PeriodKind.FINANCIAL_YEAR:
                return None
            return Period(PeriodKind.QUARTER, whose.first, self.quarter)
        return whose if self.is_named else None


def named_period(text: str) -> NamedPeriod:
    """The period in a text; raises PeriodError where its years do not follow each other.

    A hyphen between two four-digit years is a run of calendar years; between others, as a slash,
    a financial year.
    """
    year, rest = None, text
    if found := _YEAR.search(text):
        whole = len(found["first"]) == len(found["second"]) == 4
        between = found["between"] if whole else "/"
        year = read_printed(f"{found['first']}{between}{found['second']}")
        rest = rest.replace(found[0], " ", 1)
    quarter = _QUARTER.search(rest)
    if quarter:
        rest = rest.replace(quarter[0], " ", 1)
    year_end = _YEAR_END.search(rest)
    if year_end:
        rest = rest.replace(year_end[0], " ", 1)
    plain = " ".join(re.sub(r"[()\[\],:]", " ", rest).split()).strip(" -–")
    return NamedPeriod(_number(quarter), year, year_end is not None, plain)


def _number(found: re.Match[str] | None) -> int:
    if found is None:
        return 0
    if word := found["word"] or found["spelt"]:
        return _ORDINALS[word.lower()]
    return int(found["number"] or found["ordinal"])
