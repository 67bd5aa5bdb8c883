"""Titles that name a report's quarter: “Appendix 5(b) - Reports (Quarter 3 2016/2017)”."""

from __future__ import annotations

import re
from contextlib import suppress

from dashboard.domain.period import Period, PeriodError, PeriodKind
from dashboard.reports.reading.header import is_header
from dashboard.reports.reading.line import Line
from dashboard.reports.reading.named_period import named_period

_NAMES_A_REPORT = re.compile(r"\b(?:appendix|annex|reports?|performance|scorecard|dashboard)\b")
LONGEST = 200


def is_title(line: Line) -> bool:
    """Whether a line names a quarter and its year by itself, and is a heading or calls a report."""
    if len(line.filled) != 1 or len(line.text) > LONGEST or is_header(line.cells):
        return False
    called = line.level or line.bold or line.aside or _NAMES_A_REPORT.search(line.text.lower())
    return bool(called) and _ends_like_a_title(line.text) and _has_quarter_and_year(line.text)


def _ends_like_a_title(text: str) -> bool:
    """Titles are no sentences: a paragraph may name quarter and report too."""
    return not text.endswith(".")


def _has_quarter_and_year(text: str) -> bool:
    try:
        named = named_period(text)
    except PeriodError:
        # The year is wrong; that is told when the quarter is read.
        return True
    return bool(named.quarter and named.year)


def quarter_of_title(text: str) -> Period | None:
    """The quarter that a title names; raises PeriodError where its years cannot be."""
    named = named_period(text)
    if named.quarter and named.year and named.year.kind is PeriodKind.FINANCIAL_YEAR:
        return Period(PeriodKind.QUARTER, named.year.first, named.quarter)
    return None


def other_quarters(titles: list[Line], release: Period) -> list[Line]:
    """The titles that name another quarter than the report's."""
    others = []
    for title in titles:
        with suppress(PeriodError):
            if quarter_of_title(title.text) not in (release, None):
                others.append(title)
    return others
