"""Titles that name a report's quarter: “Appendix 5(b) - Reports (Quarter 3 2016/2017)”."""

from __future__ import annotations

import re
from contextlib import suppress

from dashboard.domain.facts.period import Period, PeriodError, PeriodKind
from dashboard.reports.importing.header import is_header
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.named_period import named_period
from dashboard.reports.wording import ACTIONS

_NAMES_A_REPORT = re.compile(r"\b(?:appendix|annex|reports?|performance|scorecard|dashboard)\b")
_NO_TITLE = re.compile(rf"\bvs\b|^{ACTIONS}\b")
"""Marks the headings of comparisons and of our own lists, which name quarters too."""
_LONGEST, _SHORTEST = 200, 30


def is_title(line: Line) -> bool:
    """Whether a line names a quarter and its year by itself, and is a heading or calls a report."""
    if len(line.filled) != 1 or len(line.text) > _LONGEST or is_header(line.cells):
        return False
    if _NO_TITLE.search(line.text):
        return False
    called = line.level or line.bold or line.aside or _NAMES_A_REPORT.search(line.text.lower())
    return bool(called) and _ends_like_a_title(line.text) and _has_quarter_and_year(line.text)


def is_marked_title(line: Line) -> bool:
    """Whether a title is marked as one, so that it cannot be a line of a commentary."""
    named = re.match(r"\W*(?:appendix|annex|exception reports?)\b", line.text, re.IGNORECASE)
    return bool(line.level or line.bold or line.aside or named)


def _ends_like_a_title(text: str) -> bool:
    """A title does not end in a full stop: a sentence may name quarter and report too."""
    return not text.endswith(".")


def _has_quarter_and_year(text: str) -> bool:
    try:
        named = named_period(text)
    except PeriodError:
        # The year is wrong, which is reported when the quarter is read.
        return True
    return bool(named.quarter and named.year)


def is_quarter_alone(line: Line) -> bool:
    """Whether a line is a quarter with its year and nothing else: "Quarter 3 2016/17"."""
    if len(line.filled) != 1 or len(line.text) > _SHORTEST:
        return False
    with suppress(PeriodError):
        named = named_period(line.text)
        return bool(named.quarter and named.year and not named.rest)
    return False


def quarter_of_title(text: str) -> Period | None:
    """The quarter that a title names, the last of several: "Q1-Q3 2016/17".

    Raises PeriodError where its years cannot be.
    """
    named = named_period(text)
    last = max(named.quarter, named_period(named.rest).quarter)
    if last and named.year and named.year.kind is PeriodKind.FINANCIAL_YEAR:
        return Period(PeriodKind.QUARTER, named.year.first, last)
    return None


def other_quarters(titles: list[Line], release: Period) -> list[Line]:
    """The titles that name another quarter than the report's."""
    others = []
    for title in titles:
        with suppress(PeriodError):
            if quarter_of_title(title.text) not in (release, None):
                others.append(title)
    return others
