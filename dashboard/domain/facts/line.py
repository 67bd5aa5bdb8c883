"""One area's figures from one origin: the latest, those that compare, and how each is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dashboard.domain.facts.indicator import Area, AreaKind, Basis, Indicator, Origin, Series
from dashboard.domain.facts.measure import Unit, formatted, stated_decimals
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Observation


@dataclass(frozen=True)
class Line:
    """One area's figures from one origin, as known at the quarter, oldest first.

    What is found among the figures is found once, when it is first asked for: findings ask
    hundreds of times, and of most lines for some of it alone.
    """

    area: Area
    series: Series
    points: tuple[Observation, ...]

    @cached_property
    def latest(self) -> Observation:
        """The latest figure; a symbol stands for it only where the line has no figure.

        At a year end, a line with quarters uses Q4; the year's own row is for later quarters to
        compare with.
        """
        figures = [point for point in self.points if point.value is not None] or self.points
        ends = figures[-1].ends
        newest = [point for point in figures if point.ends == ends]
        return next((point for point in newest if point.period.quarter), newest[-1])

    @cached_property
    def _by_period(self) -> dict[Period, Observation]:
        return {point.period: point for point in reversed(self.points)}

    @cached_property
    def _breaks(self) -> tuple[Observation, ...]:
        return tuple([point for point in self.points if point.is_break])

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
        return min(self._filled_decimals or _decimals(point), self.decimals)

    @cached_property
    def _filled_decimals(self) -> int:
        """The decimals of every figure, where those that state fewer have lost zeros; else 0.

        Of published figures as many as are shown, since the first that has them settles it.
        """
        stated = (stated_decimals(p.value) for p in self.points if p.value is not None)
        if self.origin is Origin.PUBLISHED:
            return _most_up_to(self.decimals, stated)
        every = tuple(stated)
        most = max(every, default=0)
        return most if _drops_zeros(every, most) else 0

    def said(self, indicator: Indicator, point: Observation) -> str:
        """A figure of the line as text, as it was stated: "54%"; empty for a symbol."""
        if point.value is None:
            return ""
        return formatted(point.value, self.decimals_of(point), indicator.measure)

    def is_counted(self, indicator: Indicator) -> bool:
        """Whether the latest rate comes with its count, as in a dual measure "No. (Rate)"."""
        return indicator.unit is Unit.RATE and self.latest.numerator is not None

    @cached_property
    def unbroken(self) -> tuple[Observation, ...]:
        """The figures since the last break in the series, which compare with one another."""
        last = max(self._breaks, key=lambda p: p.ends, default=None)
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
        return any(since < self._since(p) and p.ends <= later.ends for p in self._breaks)

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


def _years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 1 March for 29 February."""
    if (day.month, day.day) == (2, 29):
        day += timedelta(days=1)
    return day.replace(year=day.year - years)


FIGURES_TO_TELL = 8
LOST = 0.25
"""The share of figures up to which fewer decimals are lost zeros, which one in ten would be."""


def _most_up_to(limit: int, numbers: Iterable[int]) -> int:
    """The largest of the numbers, looked for no further than to the limit."""
    most = 0
    for number in numbers:
        most = max(most, number)
        if most >= limit:
            break
    return most


def _decimals(point: Observation) -> int:
    return 0 if point.value is None else stated_decimals(point.value)


def _drops_zeros(stated: Sequence[int], most: int) -> bool:
    """Whether few enough of many figures state fewer decimals, as where zeros were dropped."""
    fewer = sum(decimals < most for decimals in stated)
    return len(stated) >= FIGURES_TO_TELL and fewer <= LOST * len(stated)
