"""Find what the source tells of two figures' uncertainty: counts over populations, or intervals."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.change_tests import (
    Counted,
    IntervalPair,
    Pair,
    Ranged,
    RatePair,
    SharePair,
)
from dashboard.domain.judgements.denominator import close_denominator
from dashboard.domain.judgements.intervals import Interval

_COUNTED = (Unit.COUNT, Unit.RATE, Unit.PERCENT)


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is known of the uncertainty of any figure of `line` against one of `other`.

    `whole` says that the figures are counts, and none has decimals.
    """

    indicator: Indicator
    line: Line
    other: Line
    whole: bool

    def of(self, now: Observation, before: Observation) -> Pair | None:
        """The pair, by counts or else by stated intervals; None where the source gives neither."""
        return self._counts(now, before) or self._intervals(now, before)

    def _counts(self, now: Observation, before: Observation) -> Pair | None:
        one, two = self.counted(self.line, now), self.counted(self.other, before)
        if one is None or two is None:
            return None
        if self.indicator.unit is Unit.PERCENT:
            return SharePair(one, two) if _is_share(one) and _is_share(two) else None
        if one.of and two.of:
            return RatePair(one, two)
        if self._over_the_same(one, two):
            return RatePair(
                Counted(one.label, one.count, None), Counted(two.label, two.count, None)
            )
        return None

    def counted(self, line: Line, point: Observation) -> Counted | None:
        """The count behind a figure of one of the lines; None where the source gives none."""
        count = point.numerator
        if self.indicator.unit is Unit.COUNT and count is None and self.whole:
            count = point.value
        if self.indicator.unit not in _COUNTED or count is None or count < 0 or count % 1:
            return None
        of = close_denominator(self.indicator, point, line)
        return Counted(self._label(line, point), count, of)

    def _ranged(self, line: Line, point: Observation) -> Ranged | None:
        interval = stated_interval(point)
        if interval is None or point.value is None:
            return None
        return Ranged(self._label(line, point), float(point.value), interval)

    def _label(self, line: Line, point: Observation) -> str:
        if self.line.area == self.other.area:
            return point.period.label
        return f"{line.area.short_name}, {point.period.label}"

    def _over_the_same(self, one: Counted, two: Counted) -> bool:
        """Whether one area's counts may be taken as over the same population.

        A rate implies its population, so that of a count of nobody alone is open.
        """
        if self.line.area != self.other.area:
            return False
        return self.indicator.unit is Unit.COUNT or not (one.count and two.count)

    def _intervals(self, now: Observation, before: Observation) -> Pair | None:
        one, two = self._ranged(self.line, now), self._ranged(self.other, before)
        if one is None or two is None:
            return None
        return IntervalPair(one, two, self.line.decimals, self.indicator.measure)


def pairing(indicator: Indicator, line: Line, other: Line) -> Pairing:
    """How figures of two lines, or of one with itself, are tested against each other.

    Counts with decimals, such as full-time equivalents, are no counts of events.
    """
    if indicator.unit is not Unit.COUNT:
        return Pairing(indicator, line, other, whole=False)
    lines = (line,) if other is line else (line, other)
    values = (point.value for each in lines for point in each.points)
    return Pairing(indicator, line, other, all(v is None or not v % 1 for v in values))


def stated_interval(point: Observation) -> Interval | None:
    """The 95% interval that the source states; None where it states none."""
    if point.lower is None or point.upper is None:
        return None
    return Interval(float(point.lower), float(point.upper))


def lacking(indicator: Indicator, *points: Observation) -> str:
    """What the source lacks for a test of the figures by their own uncertainty."""
    if indicator.unit not in (Unit.RATE, Unit.PERCENT):
        return "the source gives no intervals"
    if all(point.numerator is not None for point in points):
        return "the figure is rounded too much to tell what its count is of"
    return "the source gives no counts"


def needed(indicator: Indicator, whose: str = "both figures", otherwise: str = "") -> str:
    """What a test would need, as a sentence; `otherwise` is a last way to test."""
    counted = indicator.unit in (Unit.RATE, Unit.PERCENT)
    ways = ("the counts and what they are of" if counted else "", f"95% intervals for {whose}")
    named = [way for way in (*ways, otherwise) if way]
    return f"It would need {', '.join(named[:-1])}{' or ' if named[1:] else ''}{named[-1]}."


def _is_share(each: Counted) -> bool:
    return each.of is not None and each.count <= each.of.middle
