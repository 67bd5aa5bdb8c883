"""Tell whether yearly figures have risen or fallen over the latest five, where a test can say so.

Figures with neither intervals nor counts are not tested; of them only facts are stated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import (
    IN_CASH,
    Unit,
    formatted,
    formatted_difference,
    rounded,
    signed,
)
from dashboard.domain.facts.period import QUARTERS, Period
from dashboard.domain.facts.record import Observation
from dashboard.domain.facts.year import year_end
from dashboard.domain.grammar import capitalised, in_words
from dashboard.domain.judgements.chi_square import (
    CRITICAL,
    TrendTest,
    trend_of_shares,
    trend_of_values,
)
from dashboard.domain.judgements.latest_step import though
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.travel import Comparison
from dashboard.domain.judgements.unusual import value_of

YEARS = 5
SOURCE = "OHID, Fingertips technical guidance: trend markers"


class Direction(StrEnum):
    """What the latest five years show; NOT_TESTED where there are only facts, or too few years."""

    RISING = "rising"
    FALLING = "falling"
    UNCLEAR = "no clear trend"
    NOT_TESTED = "not tested"


@dataclass(frozen=True, slots=True)
class RecentTrend:
    """What the latest yearly figures show, in words that neither forecast nor explain.

    `points` are the figures that it rests on, oldest first; none share months. `needed` is how many
    a test takes, where there are too few, else 0.
    """

    points: tuple[Observation, ...]
    direction: Direction
    sentence: str
    reason: Reason
    needed: int = 0


def recent_trend(
    indicator: Indicator,
    line: Line | None,
    deciding: Comparison | None = None,
    beyond_chance: bool = False,
) -> RecentTrend | None:
    """The trend of the line's latest years in a row; None without a latest figure.

    None too for quarters that do not make five years. `deciding` is the comparison that the page
    states, `beyond_chance` whether it is more than chance: where it goes another way than the
    years, the sentence says so.
    """
    if line is None or line.latest.value is None:
        return None
    points = _years(indicator, line)
    if len(points) < YEARS:
        return None if line.latest.period.quarter else _too_few(line, points)
    latest = _Latest(line.latest, deciding, beyond_chance)
    five = points[-YEARS:]
    test = _tested(indicator, five)
    if test is None:
        return _fact(indicator, line, points, latest)
    return _trend(indicator, line, five, test, latest)


@dataclass(frozen=True, slots=True)
class _Latest:
    """The latest figure, and the comparison that the page states of it."""

    figure: Observation
    deciding: Comparison | None
    beyond_chance: bool

    def clause(self, upward: bool | None) -> str:
        """What explains a contradiction between the two and years that go `upward`."""
        return though(self.figure, self.deciding, upward, self.beyond_chance)


def _years(indicator: Indicator, line: Line) -> tuple[Observation, ...]:
    """Up to six yearly figures in a row that share no months, oldest first, across no break."""
    newest = _newest_year(line)
    found: list[Observation] = []
    while len(found) <= YEARS:
        figure = _figure_of(indicator, line, newest.shifted(-len(found) * _window(line)))
        if figure is None or (found and line.is_broken(figure, found[0])):
            break
        found.append(figure)
    return tuple(reversed(found))


def _newest_year(line: Line) -> Period:
    """The latest period if it is no quarter, else the latest financial year that is over."""
    latest = line.latest.period
    if not latest.quarter:
        return latest
    year = latest.financial_year
    return year if latest.quarter == QUARTERS else year.shifted(-1)


def _figure_of(indicator: Indicator, line: Line, year: Period) -> Observation | None:
    """The year's figure, named as the year's; None where it is not known."""
    figure = line.at(year)
    if figure is None and line.latest.period.quarter and line.series.basis is not Basis.UNSTATED:
        figure = year_end(indicator, line, year)
    if figure is None or figure.value is None:
        return None
    return replace(figure, period=year)


def _window(line: Line) -> int:
    """How many years lie between figures of the line that share no months."""
    latest = line.latest.period
    months = 36 if line.series.basis is Basis.ROLLING_36M else latest.months
    return max(1, months // 12)


def _tested(indicator: Indicator, points: Sequence[Observation]) -> TrendTest | None:
    """The test that the figures allow, intervals before counts; None where they allow none."""
    ends = [(p.lower, p.upper) for p in points]
    widths = [float(high - low) for low, high in ends if low is not None and high is not None]
    if len(widths) == len(points):
        values = [float(p.value) for p in points if p.value is not None]
        test = trend_of_values(values, widths)
        if test is not None:
            return test
    if indicator.unit not in (Unit.PERCENT, Unit.RATE):
        return None
    shares = [(p.numerator, p.denominator) for p in points]
    known = [(float(x), float(n)) for x, n in shares if x is not None and n is not None]
    if len(known) < len(points):
        return None
    return trend_of_shares([x for x, _ in known], [n for _, n in known])


def _trend(
    indicator: Indicator,
    line: Line,
    points: tuple[Observation, ...],
    test: TrendTest,
    latest: _Latest,
) -> RecentTrend:
    over = f"{in_words(YEARS)} {_periods(line)}, {_span(line, points)}"
    rule = (
        f"Rising or falling if χ² is above {CRITICAL:.2f}, which happens 1 time in 500 where "
        "nothing has changed, and the slope keeps its sign without each year in turn. It says what "
        "has happened, not why and not what will."
    )
    numbers = (
        *((p.period.label, _in_full(indicator, line, p)) for p in points),
        (f"slope{test.scale}", signed(test.slope, 4, plus=False)),
        ("χ²", f"{test.chi_square:.4f}, against {CRITICAL}"),
    )
    reason = Reason(rule, numbers, SOURCE)
    if not test.is_trend:
        sentence = f"No clear trend in {over}{latest.clause(None)}"
        return RecentTrend(points, Direction.UNCLEAR, sentence, reason)
    rising = test.slope > 0
    way = "Rising" if rising else "Falling"
    prices = " with prices" if rising and indicator.measure.is_money else ""
    return RecentTrend(
        points,
        Direction.RISING if rising else Direction.FALLING,
        f"{way}{prices} over {over}{latest.clause(rising)}",
        reason,
    )


def _in_full(indicator: Indicator, line: Line, point: Observation) -> str:
    """The figure with its interval or its counts."""
    said = line.said(indicator, point)
    if point.lower is not None and point.upper is not None:
        ends = (formatted(e, line.decimals, indicator.measure) for e in (point.lower, point.upper))
        return f"{said} ({' to '.join(ends)})"
    if point.numerator is not None and point.denominator is not None:
        return f"{said} ({point.numerator:,} of {point.denominator:,})"
    return said


def _fact(
    indicator: Indicator, line: Line, points: tuple[Observation, ...], latest: _Latest
) -> RecentTrend:
    """How the latest year stands to those before, and how far it is from the first of them."""
    newest, before = points[-1], points[:-1]
    changes = [_change(line, earlier, newest) for earlier in before]
    higher = sum(change > 0 for change in changes)
    lower = sum(change < 0 for change in changes)
    if not higher and not lower:
        stands = f"the same as in the {len(before)} {_periods(line)} before"
    else:
        way, count = ("higher", higher) if higher >= lower else ("lower", lower)
        of = f"{count} of the" if count < len(before) else "all"
        stands = f"{way} than in {of} {len(before)} {_periods(line)} before"
    change = changes[0]
    moved = _moved(indicator, line, points, change) if higher or lower else ""
    # Where the two facts differ, they name no direction that the latest step could contradict.
    one_way = change > 0 if change and (change > 0) == (higher >= lower) else None
    clause = latest.clause(one_way) if one_way is not None else ""
    sentence = f"{capitalised(stands)}{moved}{clause}"
    reason = Reason(
        "The figures come with neither intervals nor counts that could be tested, so that "
        "chance is not weighed.",
        tuple((point.period.label, line.said(indicator, point)) for point in points),
    )
    return RecentTrend(points, Direction.NOT_TESTED, sentence, reason)


def _change(line: Line, earlier: Observation, later: Observation) -> Decimal:
    """The change between two years, at the precision of the coarser."""
    places = _places(line, earlier, later)
    return rounded(value_of(later), places) - rounded(value_of(earlier), places)


def _places(line: Line, earlier: Observation, later: Observation) -> int:
    return min(line.decimals_of(earlier), line.decimals_of(later))


def _moved(indicator: Indicator, line: Line, points: Sequence[Observation], change: Decimal) -> str:
    """How far the latest figure is from the first: "; 3.2 points up in five years"."""
    count = (len(points) - 1) * _window(line)
    years = f"{in_words(count)} years"
    if change == 0:
        return f"; the same as {years} before"
    size = formatted_difference(change, _places(line, points[0], points[-1]), indicator.measure)
    if indicator.unit is Unit.COUNT and indicator.noun:
        size = f"{size} {indicator.counted(change)}"
    way = "up" if change > 0 else "down"
    prices = f", {IN_CASH}" if change > 0 and indicator.measure.is_money else ""
    return f"; {size} {way} in {years}{prices}"


def _periods(line: Line) -> str:
    years = _window(line)
    return "years" if years == 1 else f"periods of {in_words(years)} years"


def _span(line: Line, points: Sequence[Observation]) -> str:
    """The years that the figures reach over: "2019/20 to 2023/24", "2008 to 2022"."""
    first, last = points[0].period, points[-1].period
    if last.last:
        return f"{first.first} to {last.last}"
    return f"{first.plain_label} to {last.plain_label}"


def _too_few(line: Line, points: tuple[Observation, ...]) -> RecentTrend:
    since = " since the last break in the series" if any(p.is_break for p in line.points) else ""
    sentence = (
        f"Too few {_periods(line)} in a row to test for a trend: "
        f"{len(points)}{since} so far, {YEARS} needed"
    )
    rule = f"A trend takes {YEARS} yearly figures in a row that share no months."
    return RecentTrend(points, Direction.NOT_TESTED, sentence, Reason(rule, (), SOURCE), YEARS)
