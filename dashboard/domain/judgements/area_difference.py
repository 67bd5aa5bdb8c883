"""Tell whether our figure differs from another area's in the same period by more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.indicator import AreaKind, Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Unit, formatted
from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.change_tests import (
    ONE_IN_100,
    Counted,
    Numbers,
)
from dashboard.domain.judgements.denominator import per
from dashboard.domain.judgements.intervals import Interval, count_interval, wilson
from dashboard.domain.judgements.pairing import lacking, needed, pairing, stated_interval
from dashboard.domain.judgements.reason import Reason

STATED = "The interval as the source states it"
WILSON = "Wilson’s interval (1927)"
BYAR = "Byar’s interval for a count (Breslow and Day 1987); exact Poisson below 10"


@dataclass(frozen=True, slots=True)
class AreaDifference:
    """Whether two areas differ; `differs` is None where it is not tested, and `untested` why."""

    differs: bool | None
    reason: Reason
    untested: str = ""


def area_difference(
    indicator: Indicator, line: Line, there: Observation, comparator: Line | None
) -> AreaDifference:
    """Whether our latest figure differs from `there`, another area's figure.

    England's figure is taken as exact and held against our 95% interval; another council's has
    an uncertainty of its own. A region holds the council itself, and a mean of neighbours has a
    spread that is not known.
    """
    area = there.area
    if area.kind is AreaKind.NEIGHBOURS:
        return _untested(
            "it is a mean of several areas",
            f"{area.name} is a mean of several areas: how far each lies from it is not known here.",
        )
    if area.kind is AreaKind.REGION:
        ours = line.area.short_name
        return _untested(
            f"it includes {ours}",
            f"{area.short_name} includes {ours}, so the two figures share cases.",
        )
    bases = {line.series.basis, comparator.series.basis if comparator else line.series.basis}
    if Basis.UNSTATED in bases:
        return _untested(
            "the period covered is not stated", "Only figures for one period can be tested."
        )
    if not _same_period(line, there, comparator):
        return _untested(
            "the periods differ",
            f"Ours is for {line.latest.period.label}, {area.short_name}’s for "
            f"{there.period.label}: only figures for the same period are tested.",
        )
    if area.kind is AreaKind.COUNTRY or comparator is None:
        return _against_exact(indicator, line, there, comparator)
    return _against_council(indicator, line, there, comparator)


def _untested(why: str, rule: str) -> AreaDifference:
    return AreaDifference(None, Reason(rule), why)


def _same_period(line: Line, there: Observation, comparator: Line | None) -> bool:
    """Whether both figures cover the same time; at a year end Q4 and the year may."""
    here = line.latest
    if comparator is None:
        return here.period == there.period
    alike = line.series.basis is comparator.series.basis or not here.period.quarter
    if alike and here.period == there.period:
        return True
    start = line.starts(here)
    return start is not None and (start, here.ends) == (comparator.starts(there), there.ends)


def _against_exact(
    indicator: Indicator, line: Line, there: Observation, comparator: Line | None
) -> AreaDifference:
    here, decimals = line.latest, line.decimals
    found, numbers, method = _own_interval(indicator, line)
    if found is None or there.value is None:
        return _untested(lacking(indicator, here), needed(indicator, "ours"))
    low, high = (
        formatted(Decimal(end), decimals, indicator.measure) for end in (found.low, found.high)
    )
    places = comparator.decimals_of(there) if comparator else decimals
    theirs = formatted(there.value, places, indicator.measure)
    numbers = (
        *numbers,
        (f"{here.period.label}, 95%", f"{low} to {high}"),
        (f"{there.area.short_name}, {there.period.label}", theirs),
    )
    inside = found.holds(float(there.value))
    rule = (
        f"{theirs} lies {'inside' if inside else 'outside'} "
        "our figure’s 95% interval. The other area’s figure is taken as exact."
    )
    return AreaDifference(not inside, Reason(rule, numbers, method))


def _own_interval(indicator: Indicator, line: Line) -> tuple[Interval | None, Numbers, str]:
    """Our latest figure's 95% interval, as stated or from its count, with numbers and method.

    The interval is None where the figure has neither.
    """
    stated = stated_interval(line.latest)
    if stated:
        return stated, (), STATED
    found = pairing(indicator, line, line).counted(line, line.latest)
    times = per(indicator)
    if found is None or found.of is None or times is None:
        return None, (), ""
    return _of_a_count(indicator, found, float(found.of.middle), float(times))


def _of_a_count(
    indicator: Indicator, found: Counted, whole: float, times: float
) -> tuple[Interval | None, Numbers, str]:
    count, numbers = float(found.count), ((found.label, found.said),)
    if indicator.unit is not Unit.PERCENT:
        counts = count_interval(count)
        return Interval(counts.low * times / whole, counts.high * times / whole), numbers, BYAR
    if count > whole:
        return None, (), ""
    share = wilson(count, whole)
    return Interval(share.low * times, share.high * times), numbers, WILSON


def _against_council(
    indicator: Indicator, line: Line, there: Observation, comparator: Line
) -> AreaDifference:
    """One council against another, at the level of a series whose usual swing is not known."""
    pair = pairing(indicator, line, comparator).of(line.latest, there)
    if pair is None:
        return _untested(lacking(indicator, line.latest, there), needed(indicator))
    rule = (
        f"More than chance here means that chance alone would do it less than {ONE_IN_100.odds}: "
        "how much the two areas usually differ is not known."
    )
    reason = Reason(rule, pair.numbers(ONE_IN_100), pair.source)
    return AreaDifference(pair.differs(ONE_IN_100), reason)
