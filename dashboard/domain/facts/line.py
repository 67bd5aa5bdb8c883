"""One area's figures from one origin: the latest, those that compare, and how each is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dashboard.domain.facts.indicator import Area, AreaKind, Basis, Indicator, Origin, Series
from dashboard.domain.facts.measure import Unit, formatted, stated_decimals
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Observation


@dataclass(frozen=True, slots=True)
class Line:
    """One area's figures from one origin, as known at the quarter, oldest first."""

    area: Area
    series: Series
    points: tuple[Observation, ...]
    # Stored because findings read both hundreds of times.
    latest: Observation = field(init=False, repr=False, compare=False)
    _by_period: dict[Period, Observation] = field(init=False, repr=False, compare=False)
    _most_decimals: int | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        """Store the latest figure; a symbol stands for it only where the line has no figure.

        At a year end, a line with quarters uses Q4; the year's own row is for later quarters to
        compare with.
        """
        figures = [point for point in self.points if point.value is not None] or self.points
        newest = [point for point in figures if point.ends == figures[-1].ends]
        latest = next((point for point in newest if point.period.quarter), newest[-1])
        object.__setattr__(self, "latest", latest)
        by_period = {point.period: point for point in reversed(self.points)}
        object.__setattr__(self, "_by_period", by_period)

    @property
    def origin(self) -> Origin:
        """Whether the figures are the council's own return or published statistics."""
        return self.series.origin

    @property
    def decimals(self) -> int:
        """Number of decimals to show for this line's figures."""
        return self.series.decimals_for(self.area.kind)

    def decimals_of(self, point: Observation) -> int:
        """Number of decimals with which one of the line's figures was stated.

        A report prints 54% beside 61.6%, and each is quoted as printed. Published tables and
        spreadsheets drop zeros at the end, so figures that do so have as many decimals as any
        other of the line.
        """
        if self.area.kind is AreaKind.NEIGHBOURS:
            return self.decimals
        return min(self._filled_decimals() or _decimals((point,)), self.decimals)

    def _filled_decimals(self) -> int:
        """The decimals of every figure, where those that state fewer have lost zeros; else 0."""
        if self._most_decimals is None:
            # Found when first asked for, since most lines of a page are never written out.
            drops = self.origin is Origin.PUBLISHED or _drops_zeros(self.points)
            object.__setattr__(self, "_most_decimals", _decimals(self.points) if drops else 0)
        return self._most_decimals or 0

    def said(self, indicator: Indicator, point: Observation) -> str:
        """A figure of the line as text, as it was stated: "54%"; empty for a symbol."""
        if point.value is None:
            return ""
        return formatted(point.value, self.decimals_of(point), indicator.measure)

    def is_counted(self, indicator: Indicator) -> bool:
        """Whether the latest rate comes with its count, as in a dual measure "No. (Rate)"."""
        return indicator.unit is Unit.RATE and self.latest.numerator is not None

    @property
    def unbroken(self) -> tuple[Observation, ...]:
        """The figures since the last break in the series, which compare with one another."""
        last = max((p for p in self.points if p.is_break), key=lambda p: p.ends, default=None)
        if last is None:
            return self.points
        since = self._since(last)
        return tuple(p for p in self.points if p.ends >= last.ends and self._since(p) >= since)

    def is_broken(self, earlier: Observation, later: Observation) -> bool:
        """Whether a break in the series lies between two figures, so that they do not compare.

        A figure that covers time from before a break compares with none after it, even if it ends
        later than the break: the year in which the definition changed.
        """
        since = self._since(earlier)
        return any(
            p.is_break and since < self._since(p) and p.ends <= later.ends for p in self.points
        )

    def _since(self, point: Observation) -> date:
        return self.starts(point) or point.ends

    def at(self, period: Period) -> Observation | None:
        """The figure for exactly that period; None if there is none."""
        return self._by_period.get(period)

    def starts(self, point: Observation) -> date | None:
        """The first day of the time that a figure covers; None where it is not known."""
        basis = self.series.basis
        if basis is Basis.UNSTATED and point.period.quarter:
            return None
        if basis is Basis.SNAPSHOT:
            return point.ends
        if basis in (Basis.YEAR_TO_DATE, Basis.YEAR_TO_DATE_AVERAGE):
            return point.period.financial_year.start
        if basis in (Basis.ROLLING_12M, Basis.ROLLING_36M):
            return _years_before(
                point.ends + timedelta(days=1), 1 if basis is Basis.ROLLING_12M else 3
            )
        # A figure with its own end date does not state its first day.
        return point.period.start if point.ends == point.period.end else None

    def latest_valued(self, at_most: Observation) -> Observation | None:
        """The latest figure with a value that ends no later than `at_most`; None if none does."""
        known = [p for p in self.points if p.value is not None and p.ends <= at_most.ends]
        return known[-1] if known else None


def _years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 1 March for 29 February."""
    if (day.month, day.day) == (2, 29):
        day += timedelta(days=1)
    return day.replace(year=day.year - years)


FIGURES_TO_TELL = 8
LOST = 0.25
"""The share of figures up to which fewer decimals are lost zeros, which one in ten would be."""


def _drops_zeros(points: Sequence[Observation]) -> bool:
    """Whether few enough of many figures state fewer decimals, as where zeros were dropped."""
    stated = [stated_decimals(point.value) for point in points if point.value is not None]
    fewer = sum(decimals < max(stated, default=0) for decimals in stated)
    return len(stated) >= FIGURES_TO_TELL and fewer <= LOST * len(stated)


def _decimals(points: Iterable[Observation]) -> int:
    return max((stated_decimals(p.value) for p in points if p.value is not None), default=0)
