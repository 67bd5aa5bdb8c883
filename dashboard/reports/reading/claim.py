"""What a direction of travel compares, by its printed heading: "Current vs. England (15/16)"."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from dashboard.domain.period import Period, PeriodError, PeriodKind, read_printed

_SIDES = re.compile(r"\s+(?:vs?\.?|versus|against|compared (?:to|with))\s+", re.IGNORECASE)
_BARE = re.compile(r"(?:q|quarter\s*)(?P<quarter>[1-4])", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:(?:q|quarter\s*)[1-4]\s*|eoy\s*)?\(?\d{2}(?:\d{2})?/\d{2}(?:\d{2})?\)?|\b(?:q|quarter\s*)[1-4]\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: whose figure, as printed, and of which period."""

    area: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """One column of a direction of travel; `right` is None for a quartile."""

    heading: str
    printed: str
    arrow: str
    mark: str
    left: Side
    right: Side | None
    place: str

    @property
    def is_quartile(self) -> bool:
        """Whether it names a quartile instead of comparing."""
        return self.right is None


def read_sides(heading: str, release: Period) -> tuple[Side, Side | None]:
    """The two sides of a heading; a quartile has one, its area."""
    if "quartile" in heading.lower():
        area = re.sub(r"current|quartile", "", heading, flags=re.IGNORECASE)
        return Side(" ".join(area.split()), release), None
    parts = _SIDES.split(heading, maxsplit=1)
    if len(parts) == 1:
        return _side(heading, release), Side("", None)
    return _side(parts[0], release), _side(parts[1], release)


def _side(text: str, release: Period) -> Side:
    found = _PERIOD.search(text)
    words = text if found is None else text.replace(found[0], " ")
    area = " ".join(word for word in words.split() if word.lower() not in _FILLERS)
    if found:
        return Side(area, _period(found[0], release))
    current = any(word in text.lower() for word in ("current", "latest", "this quarter"))
    return Side(area, release if current else None)


_FILLERS = {"current", "latest", "projected", "this", "quarter", "eoy", "the", "()"}


def _period(text: str, release: Period) -> Period | None:
    if bare := _BARE.fullmatch(text.strip()):
        return Period(PeriodKind.QUARTER, release.financial_year.first, int(bare["quarter"]))
    with suppress(PeriodError):
        return read_printed(text.strip())
    return None
