"""Say how much a figure must still move to meet its target, and whether it has ever moved so much.

Only figures that one quarter moves by an amount of its own have a pace: snapshots, rolling totals
of 12 months, and figures so far this year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import (
    Unit,
    formatted,
    formatted_count,
    formatted_difference,
    signed,
    stated_decimals,
)
from dashboard.domain.facts.period import QUARTERS, Period
from dashboard.domain.facts.record import Target, TargetLevel, TargetRule
from dashboard.domain.grammar import capitalised, in_words, plural
from dashboard.domain.judgements.denominator import close_denominator, per
from dashboard.domain.judgements.outlook_chance import year_target
from dashboard.domain.judgements.quarter_changes import QuarterChanges
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.target_reference import AREA, REFERENCE, reference
from dashboard.domain.judgements.travel import UNSTATED

_UNFIT = {
    Basis.PERIOD: "each quarter stands for itself",
    Basis.YEAR_TO_DATE_AVERAGE: "each figure takes in all months since April",
    Basis.ROLLING_36M: "each figure shares most of its months with the one before",
    Basis.UNSTATED: UNSTATED,
}
_LOW = (TargetRule.AT_MOST, TargetRule.BELOW_REFERENCE, TargetRule.BELOW_AREA)
_RULE = (
    "The target less the latest figure, in equal parts for the quarters to the end of the target’s "
    "period."
)


@dataclass(frozen=True, slots=True)
class NeededPace:
    """The way from the latest figure to the target; without `period`, `sentence` says why not.

    `value` and `level` are the figure and the target in the figure's own unit, `needed` the change
    between them: in people or events where `is_counted`, else in that unit with `places` decimals.
    `is_room` says that it is not to be reached but not to be passed.
    """

    sentence: str
    reason: Reason
    period: Period | None = None
    quarters: int = 0
    value: Decimal = Decimal(0)
    level: Decimal = Decimal(0)
    needed: Decimal = Decimal(0)
    is_counted: bool = False
    places: int = 0
    is_room: bool = False

    @property
    def brief(self) -> str:
        """The needed change with its sign, as it labels a bar: "−58", "+18.4"."""
        return signed(self.needed, self.places)

    @property
    def each(self) -> Decimal:
        """The change needed in each of the quarters."""
        return self.needed / max(self.quarters, 1)


@dataclass(frozen=True, slots=True)
class _Way:
    """The target for which there is a way to go, and its length in the figure's own unit."""

    target: Target
    level: Decimal
    value: Decimal
    quarters: int
    strict: bool
    is_room: bool

    @property
    def length(self) -> Decimal:
        return self.level - self.value


def needed_pace(
    indicator: Indicator,
    known: KnownFigures,
    targets: Sequence[Target],
    changes: QuarterChanges | None,
    *,
    is_current: bool,
) -> NeededPace | None:
    """The pace that the year's target takes, or why there is none; None without a figure.

    `changes` are those of the main series' quarters.
    """
    line = known.main
    if line is None or line.latest.value is None:
        return None
    if not is_current:
        return _none("the latest figure is too old")
    target = _target(targets, known, line)
    if target is None or target.rule is TargetRule.BASELINE_YEAR:
        return _none("no target is set" if target is None else "it is a baseline year")
    if not line.latest.period.quarter:
        return _none("the figure comes once a year")
    if unfit := _UNFIT.get(line.series.basis):
        return _none(unfit)
    found = _way(indicator, known, line, target)
    return _none(found) if isinstance(found, str) else _pace(indicator, line, found, changes)


def _none(why: str) -> NeededPace:
    return NeededPace(f"No needed pace: {why}", Reason(_RULE))


def _target(targets: Sequence[Target], known: KnownFigures, line: Line) -> Target | None:
    """The target of the chosen quarter's year, else the last of its quarters' still to come."""
    year = known.quarter.financial_year
    found = year_target(targets, year)
    if found:
        return found
    ahead = [
        target
        for target in targets
        if target.period.quarter
        and target.period.financial_year == year
        and target.period.end > line.latest.ends
        and target.level is TargetLevel.TARGET
    ]
    return max(ahead, key=lambda target: target.period.end, default=None)


def _way(indicator: Indicator, known: KnownFigures, line: Line, target: Target) -> _Way | str:
    """The way to the target, or why there is none."""
    level, strict = target.value, False
    if target.rule in REFERENCE or target.rule in AREA:
        there = reference(indicator, known, line, target)
        level, strict = there.value if there else None, True
    value = line.latest.value
    if level is None or value is None:
        return "the target’s level is not known"
    quarters = _quarters_to(line.latest.period, target.period)
    if quarters <= 0:
        return "the target’s period is over"
    low = target.rule in _LOW
    if target.rule is TargetRule.BETWEEN and target.upper is not None and value > level:
        level, low = max(target.upper, level), True
    if line.series.basis is Basis.YEAR_TO_DATE:
        if line.latest.period.financial_year != target.period.financial_year:
            return "the year has no figure yet"
        if low and value > level:
            return "the target is passed, and the figure only grows"
        is_room = low
    else:
        is_room = False
    met = value < level if low else value > level
    if not is_room and (met or (value == level and not strict)):
        return "the target is met"
    if value == level:
        return f"any {'fall' if low else 'rise'} meets the target"
    return _Way(target, level, value, quarters, strict, is_room)


def _quarters_to(latest: Period, target: Period) -> int:
    """The number of quarters from a quarter to the last one of a target's period."""
    last = target.quarter or QUARTERS
    year = target.financial_year.first
    return (year - latest.first) * QUARTERS + last - latest.quarter


def _pace(
    indicator: Indicator, line: Line, way: _Way, changes: QuarterChanges | None
) -> NeededPace:
    needed, about = way.length, ""
    counts = _counted(indicator, line, way)
    if counts is not None:
        needed, about = counts
    counted = counts is not None
    places = 0 if counted else max(line.decimals_of(line.latest), stated_decimals(way.level))
    found = NeededPace(
        sentence="",
        reason=_reason(indicator, line, way),
        period=way.target.period,
        quarters=way.quarters,
        value=way.value,
        level=way.level,
        needed=needed,
        is_counted=counted,
        places=places,
        is_room=way.is_room,
    )
    about = f"{'more than ' if way.strict else ''}{about}"
    said = _needed(indicator, line, found, about)
    record = _record(indicator, line, found, changes)
    return replace(found, sentence=f"{capitalised(said)}{record}")


def _counted(indicator: Indicator, line: Line, way: _Way) -> tuple[Decimal, str] | None:
    """The way in people, from the printed counts, else from the denominator and about so many.

    None where they are not known, and where the printed counts lie the other way than the rates.
    """
    count = line.latest.numerator
    if count is None or not line.is_counted(indicator):
        return None
    printed = way.target.numerator
    if printed is not None and way.level == way.target.value:
        people = printed - count
        return (people, "") if (people > 0) == (way.length > 0) and people else None
    of, times = close_denominator(indicator, line.latest, line), per(indicator)
    if of is None or times is None:
        return None
    people = abs(way.length * of.middle / times).quantize(Decimal(1), rounding=ROUND_CEILING)
    return people.copy_sign(way.length), "about "


def _needed(indicator: Indicator, line: Line, found: NeededPace, about: str) -> str:
    """ "58 fewer needed in one quarter"; of more quarters with what it takes in each.

    `about` stands before the size, as in "more than about 35 fewer".
    """
    quarters = f"{in_words(found.quarters)} {plural(found.quarters, 'quarter')}"
    whole, each = (_size(indicator, found, part) for part in (found.needed, found.each))
    split = f", {each} a quarter" if found.quarters > 1 else ""
    if found.is_room:
        return f"at most {about}{whole} more in {quarters} stays within the target{split}"
    adds_up = line.series.basis is Basis.YEAR_TO_DATE
    if found.is_counted or adds_up or indicator.unit is Unit.COUNT:
        said = f"{about}{whole} {'more' if found.needed > 0 else 'fewer'} needed in {quarters}"
    else:
        way = "rise" if found.needed > 0 else "fall"
        said = f"a {way} of {about}{whole} needed in {quarters}"
    if line.series.basis is Basis.ROLLING_12M:
        same = plural(found.quarters, "quarter")
        split += f", compared with the same {same} a year before"
    return f"{said}{split}"


def _size(indicator: Indicator, found: NeededPace, part: Decimal) -> str:
    if found.is_counted:
        return formatted_count(abs(part).quantize(Decimal(1), rounding=ROUND_CEILING))
    return formatted_difference(part, found.places, indicator.measure)


def _record(
    indicator: Indicator, line: Line, found: NeededPace, changes: QuarterChanges | None
) -> str:
    """How much the quarters so far have moved that way; empty where they are in another unit."""
    if changes is None or changes.is_counted is not found.is_counted:
        return ""
    up = found.needed > 0
    sizes = [abs(step.change) for step in changes.steps if step.change and (step.change > 0) == up]
    most = _size(indicator, found, max(sizes)) if sizes else ""
    if line.series.basis is Basis.YEAR_TO_DATE:
        return f"; the most that a quarter has added so far is {most}" if sizes else ""
    if line.series.basis is Basis.ROLLING_12M:
        more, side = ("more", "above") if up else ("fewer", "below")
        none = f"; so far no quarter was {side} the same quarter a year before"
        return f"; the most so far is {most} {more}" if sizes else none
    way, which = "rise" if up else "fall", "only" if len(sizes) == 1 else "largest"
    return f"; the {which} {way} so far is {most}" if sizes else f"; there was no {way} so far"


def _reason(indicator: Indicator, line: Line, way: _Way) -> Reason:
    latest, count = line.latest, line.latest.numerator
    figure = line.said(indicator, latest)
    level = formatted(way.level, stated_decimals(way.level), indicator.measure)
    printed = way.target.numerator
    if count is not None and line.is_counted(indicator):
        figure = f"{figure} ({formatted_count(count)})"
        level = f"{level} ({formatted_count(printed)})" if printed is not None else level
    numbers = (
        (latest.period.label, figure),
        (f"target for {way.target.period.label}", level),
        ("quarters to go", str(way.quarters)),
    )
    return Reason(_RULE, numbers)
