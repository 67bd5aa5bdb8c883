"""What a direction of travel compares, by its printed heading: "Current vs. England (15/16)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.domain.facts.period import Period, PeriodError, PeriodKind
from dashboard.reports.importing.named_period import named_period

_SIDES = re.compile(
    r"\s(?:vs?\.?|versus|against|on|over|since|compared (?:to|with)|in comparison (?:to|with))\s",
    re.IGNORECASE,
)
_ONE_SIDE = re.compile(
    r"^(?:vs?\.?|versus|against|on|over|since|change (?:on|from|since)|compared (?:to|with)|from"
    r"|(?:direction of travel|trend|performance)"
    r"(?: (?:vs?\.?|since|against|on|from|compared (?:to|with)))?)\s+",
    re.IGNORECASE,
)
_CURRENT = re.compile(r"\b(?:current|latest|this quarter|now|projected|forecast)\b", re.IGNORECASE)
_RELATIVE = (
    (re.compile(r"\b(?:previous|last|prior) quarter\b", re.IGNORECASE), "quarter"),
    (
        re.compile(
            r"\bsame (?:quarter|period|time)(?: (?:of )?(?:the )?(?:last|previous) year)?\b", re.I
        ),
        "same",
    ),
    (re.compile(r"\b(?:previous|last|prior) year(?: end)?\b", re.IGNORECASE), "year"),
)
_YEAR_ON_YEAR = re.compile(r"\byear[- ]on[- ]year\b", re.IGNORECASE)
_FILLERS = frozenset(
    (
        *("current", "latest", "projected", "forecast", "this", "now", "quarter", "eoy", "the"),
        *("average", "figure", "figures", "performance", "trend", "change", "result", "position"),
        *("of", "for"),
    )
)
_CALENDAR = re.compile(r"(?<![\d/–-])\(?\b(?P<year>20\d\d)\b\)?(?![\d/–-])")
_TARGET = re.compile(r"\btarget\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Side:
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
    left: _Side
    right: _Side | None
    place: str

    @property
    def is_quartile(self) -> bool:
        """Whether it names a quartile instead of comparing."""
        return self.right is None


def read_sides(heading: str, release: Period) -> tuple[_Side, _Side | None]:
    """The two sides of a heading; a quartile has one, its area.

    A heading with one side compares the report's quarter with it.
    """
    if "quartile" in heading.lower():
        area = re.sub(r"current|latest|quartile", "", heading, flags=re.IGNORECASE)
        return _Side(" ".join(area.split()), release), None
    if _YEAR_ON_YEAR.search(heading):
        return _Side("", release), _Side("", release.year_before())
    parts = _SIDES.split(heading, maxsplit=1)
    if len(parts) == 1 or not parts[0].strip() or _ONE_SIDE.match(f"{parts[0]} "):
        return _Side("", release), _side(_ONE_SIDE.sub("", heading), release)
    return _side(parts[0], release), _side(parts[1], release)


def _side(text: str, release: Period) -> _Side:
    if _TARGET.search(text):
        return _Side("target", None)
    plain, period = _relative(text, release)
    if year := _CALENDAR.search(plain):
        plain = plain.replace(year[0], " ")
        period = Period(PeriodKind.CALENDAR_YEAR, int(year["year"]))
    try:
        named = named_period(plain)
    except PeriodError:
        return _Side(_area(plain), None)
    if named.is_named:
        period = named.period(release.financial_year)
    elif period is None and _CURRENT.search(text):
        period = release
    return _Side(_area(named.rest), period)


def _relative(text: str, release: Period) -> tuple[str, Period | None]:
    """A text without "previous quarter" and the like, and the period that it means."""
    means = {
        "quarter": release.shifted(-1),
        "same": release.year_before(),
        "year": release.financial_year.shifted(-1),
    }
    for pattern, what in _RELATIVE:
        if pattern.search(text):
            return pattern.sub(" ", text), means[what]
    return text, None


def _area(words: str) -> str:
    return " ".join(word for word in words.split() if word.lower().strip("'’s") not in _FILLERS)


def paired(headings: Sequence[str], values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each heading with the value below it; either may be blank."""
    for index in range(max(len(headings), len(values))):
        heading = headings[index] if index < len(headings) else ""
        value = values[index] if index < len(values) else ""
        if heading or value:
            yield heading, value
