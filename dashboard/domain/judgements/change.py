"""Test whether a change is real or could be chance, by the best method that the figures allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.as_at import KnownFigures, Line
from dashboard.domain.facts.indicator import (
    Basis,
    Indicator,
    Measure,
    Unit,
    formatted,
    formatted_count,
)
from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.denominator import Denominator, denominator, per
from dashboard.domain.judgements.intervals import (
    Interval,
    count_interval,
    mover,
    newcombe,
    same_rate,
    wilson,
)
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.travel import Against, Comparison

_LEVEL = 0.05
DAYS_OF_A_MONTH = 30
BINOMIAL = "Exact conditional binomial test (Przyborowski and Wilenski 1940), two-sided, 5%"
NEWCOMBE = "Newcombe’s interval for a difference of shares (1998, method 10), 95%"
MOVER = "MOVER, from both figures’ own 95% intervals (Zou and Donner 2008)"


class RealVerdict(StrEnum):
    """Whether a difference is more than chance, or not tested."""

    MORE_THAN_CHANCE = "more than chance"
    COULD_BE_CHANCE = "could be chance"
    NOT_TESTED = "not tested"


@dataclass(frozen=True, slots=True)
class RealChange:
    """The verdict on a comparison: `words` for a table cell, `reason` for "Why?"."""

    verdict: RealVerdict
    words: str
    reason: Reason


def real_change(
    indicator: Indicator, line: Line, comparison: Comparison, comparator: Line | None
) -> RealChange | None:
    """The verdict on one comparison; None where the comparison has no change to test.

    `line` is the council's own; `comparator` is the other area's, where one is compared.
    """
    there = comparison.there
    if comparison.change is None or there is None:
        return None
    if comparison.against is Against.AREA:
        return _against_area(indicator, line, there, comparator)
    return _over_time(indicator, line, there)


def real_changes(
    indicator: Indicator, known: KnownFigures, travel: Sequence[Comparison]
) -> tuple[RealChange | None, ...]:
    """The verdict on each comparison in `travel`, in the same order; empty without a figure."""
    line = known.main
    if line is None:
        return ()
    areas = {other.area.id: other for other in known.comparators}
    return tuple(
        real_change(indicator, line, each, areas.get(each.area.id) if each.area else None)
        for each in travel
    )


def _cannot(words: str, rule: str, source: str = "") -> RealChange:
    return RealChange(RealVerdict.NOT_TESTED, f"cannot tell: {words}", Reason(rule, (), source))


def _over_time(indicator: Indicator, line: Line, there: Observation) -> RealChange:
    here, basis = line.latest, line.series.basis
    if basis is Basis.UNSTATED and here.period.quarter:
        return _cannot(
            "the period is not stated",
            "The report does not say over what period its quarters run: they may overlap, and "
            "figures that share cases cannot be tested against each other.",
        )
    if basis is not Basis.SNAPSHOT and _overlap(line, here, there):
        return _cannot(
            "the periods overlap",
            f"{here.period.label} and {there.period.label} share months, and so cases: no test "
            "may take them for separate.",
        )
    ours, theirs = (_denominator(indicator, point, line) for point in (here, there))
    if here.numerator is not None and there.numerator is not None and ours and theirs:
        if indicator.unit is Unit.PERCENT:
            return _shares(line, here, there, ours, theirs)
        return _rates(indicator, line, here, there, ours, theirs)
    by_intervals = _intervals(indicator, line, here, there)
    return by_intervals or _cannot(_lacking(indicator), _needed(indicator))


def _lacking(indicator: Indicator) -> str:
    if indicator.unit in (Unit.PERCENT, Unit.RATE):
        return "the numbers behind it are not stated"
    return "no interval is stated"


def _needed(indicator: Indicator) -> str:
    if indicator.unit in (Unit.PERCENT, Unit.RATE):
        return "It would need the counts and what they are of, or 95% intervals for both figures."
    return "It would need 95% intervals for both figures."


def _overlap(line: Line, here: Observation, there: Observation) -> bool:
    start = line.starts(here)
    if start is None:
        # The start is unknown, so count figures at least a full span apart as separate.
        return (here.ends - there.ends).days < DAYS_OF_A_MONTH * here.period.months
    return start <= there.ends


def _denominator(indicator: Indicator, point: Observation, line: Line) -> Denominator | None:
    found = denominator(indicator, point, line.decimals)
    return found if found and found.is_close else None


def _rates(
    indicator: Indicator,
    line: Line,
    here: Observation,
    there: Observation,
    ours: Denominator,
    theirs: Denominator,
) -> RealChange:
    """Test two counts of people or events, each over its population."""
    one, two = here.numerator or Decimal(0), there.numerator or Decimal(0)
    chance = same_rate(int(one), float(ours.middle), int(two), float(theirs.middle))
    numbers = (
        (here.period.label, f"{formatted_count(one)} of {ours.label}"),
        (there.period.label, f"{formatted_count(two)} of {theirs.label}"),
        ("p, the chance of a difference as large if nothing had changed", _chance(chance)),
    )
    rule = "p under 0.05 is taken for a real change."
    same = ""
    if line.series.basis is Basis.SNAPSHOT:
        same = f" (largely the same {indicator.counted(Decimal(2)) or 'cases'})"
        rule += (
            " Most of those counted on both days are the same, which the test does not know: it "
            "errs towards “no detectable change”."
        )
    if chance < _LEVEL:
        return RealChange(
            RealVerdict.MORE_THAN_CHANCE, "real change", Reason(rule, numbers, BINOMIAL)
        )
    words = f"no detectable change{same}"
    return RealChange(RealVerdict.COULD_BE_CHANCE, words, Reason(rule, numbers, BINOMIAL))


def _chance(chance: float) -> str:
    return "less than 0.0001" if chance < 0.0001 else f"{chance:.4f}"


def _shares(
    line: Line, here: Observation, there: Observation, ours: Denominator, theirs: Denominator
) -> RealChange:
    one, two = here.numerator or Decimal(0), there.numerator or Decimal(0)
    found = newcombe(float(one), float(ours.middle), float(two), float(theirs.middle))
    points = Interval(found.low * 100, found.high * 100)
    numbers = (
        (here.period.label, f"{formatted_count(one)} of {ours.label}"),
        (there.period.label, f"{formatted_count(two)} of {theirs.label}"),
        ("the difference, 95%", f"{_signed(points.low, 1)} to {_signed(points.high, 1)} points"),
    )
    return _by_difference(points, Reason(_HOLDS_ZERO, numbers, NEWCOMBE))


def _intervals(
    indicator: Indicator, line: Line, here: Observation, there: Observation
) -> RealChange | None:
    """Test two figures by the 95% intervals that the source states; None unless both have one."""
    one, two = _interval(here), _interval(there)
    if one is None or two is None or here.value is None or there.value is None:
        return None
    found = mover(float(here.value), one, float(there.value), two)
    places, unit = line.decimals, indicator.measure
    numbers = tuple(
        (point.period.label, f"{formatted(value, places, unit)} ({_ends(point, line, unit)})")
        for point, value in ((here, here.value), (there, there.value))
    )
    difference = f"{_signed(found.low, places)} to {_signed(found.high, places)}"
    return _by_difference(
        found, Reason(_HOLDS_ZERO, (*numbers, ("the difference, 95%", difference)), MOVER)
    )


_HOLDS_ZERO = "Where the difference could as well be nothing, no change is detectable."


def _by_difference(found: Interval, reason: Reason) -> RealChange:
    if found.holds(0):
        return RealChange(RealVerdict.COULD_BE_CHANCE, "no detectable change", reason)
    return RealChange(RealVerdict.MORE_THAN_CHANCE, "real change", reason)


def _signed(value: float, places: int) -> str:
    return f"{value:+,.{places}f}".replace("-", "−")


def _interval(point: Observation) -> Interval | None:
    if point.lower is None or point.upper is None:
        return None
    return Interval(float(point.lower), float(point.upper))


def _ends(point: Observation, line: Line, unit: Measure) -> str:
    low, high = point.lower or Decimal(0), point.upper or Decimal(0)
    return f"{formatted(low, line.decimals, unit)} to {formatted(high, line.decimals, unit)}"


def _against_area(
    indicator: Indicator, line: Line, there: Observation, comparator: Line | None
) -> RealChange:
    """Test our figure's 95% interval against the other area's figure, which is taken as exact."""
    here, decimals = line.latest, line.decimals
    found, numbers, method = _own_interval(indicator, line)
    if found is None or there.value is None or here.value is None:
        return _cannot(_lacking(indicator), _needed(indicator).replace("both figures", "ours"))
    low, high = (
        formatted(Decimal(end), decimals, indicator.measure) for end in (found.low, found.high)
    )
    places = comparator.decimals if comparator else decimals
    numbers = (
        *numbers,
        (f"{here.period.label}, 95%", f"{low} to {high}"),
        (
            f"{there.area.short_name}, {there.period.label}",
            formatted(there.value, places, indicator.measure),
        ),
    )
    inside = found.holds(float(there.value))
    theirs = formatted(there.value, places, indicator.measure)
    rule = (
        f"{theirs} lies {'inside' if inside else 'outside'} "
        "our figure’s 95% interval. The other area’s figure is taken as exact."
    )
    reason = Reason(rule, numbers, method)
    if inside:
        return RealChange(RealVerdict.COULD_BE_CHANCE, "not clearly different", reason)
    return RealChange(RealVerdict.MORE_THAN_CHANCE, "really different", reason)


Numbers = tuple[tuple[str, str], ...]


def _own_interval(indicator: Indicator, line: Line) -> tuple[Interval | None, Numbers, str]:
    """Our latest figure's 95% interval, as stated or from its count, with numbers and method.

    The interval is None where the figure has neither.
    """
    here = line.latest
    stated = _interval(here)
    if stated:
        return stated, (), "The interval as the source states it"
    of = _denominator(indicator, here, line)
    times = per(indicator)
    if here.numerator is None or of is None or times is None or not here.value:
        return None, (), ""
    count, whole = float(here.numerator), float(of.middle)
    numbers = ((here.period.label, f"{formatted_count(here.numerator)} of {of.label}"),)
    if indicator.unit is Unit.PERCENT:
        share = wilson(count, whole)
        return Interval(share.low * 100, share.high * 100), numbers, "Wilson’s interval (1927)"
    counts = count_interval(count)
    scale = float(times) / whole
    name = "Byar’s interval for a count (Breslow and Day 1987); exact Poisson below 10"
    return Interval(counts.low * scale, counts.high * scale), numbers, name
