"""Judge a quarterly series by its usual range: whether the latest figure is unusual for it.

Only snapshots and figures for the period alone that do not follow the seasons have one, from 16
figures in a row, and only if they vary about one level rather than drift.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.indicator import Basis, Indicator, Judgement, Polarity
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import WHOLE, Unit, signed
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.facts.record import Observation, Target, TargetRule
from dashboard.domain.facts.year import YearKind, year_kind
from dashboard.domain.grammar import number_of
from dashboard.domain.judgements.control_limits import (
    FOLLOWS,
    FOLLOWS_THE_YEAR,
    LIMITS,
    RUN,
    SCREEN,
    Limits,
    Signal,
    autocorrelation,
    drifts,
    limits_of,
    places_of,
    signals_in,
)
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.target import JUDGED, TargetFinding
from dashboard.domain.judgements.travel import UNSTATED, Comparison
from dashboard.domain.judgements.unusual import value_of, verdict_on

FEWEST = 16
SOURCE = "NHS England, Making Data Count: XmR chart (Wheeler 1993)"
DRIFT = "One average does not describe these figures: they drift from quarter to quarter"
_NEVER_NEGATIVE = (Unit.PERCENT, Unit.RATE, Unit.COUNT, Unit.YEARS, Unit.OTHER)
_UNFIT = {
    Basis.YEAR_TO_DATE: "the figure builds up from April",
    Basis.YEAR_TO_DATE_AVERAGE: "each figure takes in all months since April",
    Basis.ROLLING_12M: "each figure shares months with the one before",
    Basis.ROLLING_36M: "each figure shares months with the one before",
    Basis.UNSTATED: UNSTATED,
}


class Assurance(StrEnum):
    """How the target lies to the whole usual range; NONE where the range does not settle it."""

    MET = "met whatever its usual variation"
    MISSED = "missed whatever its usual variation"
    NONE = ""


@dataclass(frozen=True, slots=True)
class UsualRange:
    """The verdict on a quarterly series; where `limits` is None, `sentence` says why.

    `points` are the figures in a row up to the latest. `signals` gives the first rule that each
    breaks, `fired` all points for each rule; both say nothing without limits. `low` and `high` are
    the limits as they are shown, no further than figures of the unit can go; None without limits.
    `needed` is how many figures a range takes, where there are too few, else 0.
    """

    points: tuple[Observation, ...]
    sentence: str
    reason: Reason
    limits: Limits | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    signals: tuple[Signal | None, ...] = ()
    fired: tuple[tuple[Signal, tuple[Observation, ...]], ...] = ()
    judgement: Judgement = Judgement.NONE
    assurance: Assurance = Assurance.NONE
    needed: int = 0


def usual_range(
    indicator: Indicator,
    line: Line | None,
    target: TargetFinding,
    deciding: Comparison | None = None,
    beyond_chance: bool = False,
    anew: date | None = None,
) -> UsualRange | None:
    """The usual range of the line's quarters; None where its latest figure is not a quarter's.

    `deciding` is the comparison that the page states, `beyond_chance` whether it is more than
    chance: where the range says otherwise, the sentence explains it. Limits and runs start with the
    first figure that ends on or after `anew`.
    """
    if line is None or line.latest.value is None or not line.latest.period.quarter:
        return None
    seasonal = "the figure follows the seasons" if line.series.seasonal else ""
    unfit = _UNFIT.get(line.series.basis, seasonal)
    if unfit:
        return _without((), f"No usual range: {unfit}")
    points = _in_a_row(line, anew)
    if len(points) < FEWEST:
        few = _without(points, _too_few(line, len(points), anew))
        return replace(few, needed=FEWEST)
    values = [value_of(point) for point in points]
    limits = limits_of(values)
    if limits is None:
        return _without(points, "No usual range: the figures do not vary")
    signals = signals_in(values, limits)
    if drifts(values, signals):
        return _without(points, DRIFT, _evidence(values, signals))
    low, high = _possible(indicator, line, values, limits)
    judgement, sentence = verdict_on(indicator, points, signals, limits, deciding, beyond_chance)
    return UsualRange(
        points=points,
        sentence=sentence,
        reason=_reason(line, points, limits, (low, high)),
        limits=limits,
        low=low,
        high=high,
        signals=signals,
        fired=tuple(
            (signal, tuple(points[place] for place in places))
            for signal, places in places_of(values, limits).items()
        ),
        judgement=judgement,
        assurance=_assurance(indicator, line, target, signals, (low, high)),
    )


def _without(
    points: tuple[Observation, ...], sentence: str, numbers: tuple[tuple[str, str], ...] = ()
) -> UsualRange:
    rule = (
        f"A usual range takes {FEWEST} quarterly figures in a row that share no months, do not "
        "follow the seasons and vary about one level."
    )
    return UsualRange(points, sentence, Reason(rule, numbers, SOURCE))


def _in_a_row(line: Line, anew: date | None) -> tuple[Observation, ...]:
    """The quarters up to the latest without one missing, since the last break or new start.

    The year end of a snapshot is its fourth quarter.
    """
    since = anew or date.min
    known = [p for p in line.unbroken if p.value is not None and p.ends >= since]
    quarters: dict[Period, Observation] = {}
    for point in known:
        period = point.period
        if period.quarter:
            quarters[period] = point
        elif line.series.basis is Basis.SNAPSHOT and period.kind is PeriodKind.FINANCIAL_YEAR:
            fourth = Period(PeriodKind.QUARTER, period.first, QUARTERS)
            quarters.setdefault(fourth, replace(point, period=fourth))
    found: list[Observation] = []
    period = line.latest.period
    while period in quarters:
        found.append(quarters[period])
        period = period.shifted(-1)
    return tuple(reversed(found))


def _too_few(line: Line, count: int, anew: date | None) -> str:
    since = ""
    if any(point.is_break for point in line.points):
        since = " since the last break in the series"
    if anew:
        since = " since its limits started anew"
    far = f"{number_of(count, 'quarter')} in a row{since} so far"
    return f"Too few figures for a usual range: {far}, {FEWEST} needed"


def _possible(
    indicator: Indicator, line: Line, values: Sequence[Decimal], limits: Limits
) -> tuple[Decimal, Decimal]:
    """The limits, no further than figures of the unit can go."""
    low, high = limits.low, limits.high
    if indicator.unit in _NEVER_NEGATIVE and min(values) >= 0:
        low = max(low, Decimal(0))
    if indicator.unit is Unit.PERCENT and not line.series.above_100:
        high = min(high, Decimal(WHOLE))
    return low, high


def _assurance(
    indicator: Indicator,
    line: Line,
    target: TargetFinding,
    signals: Sequence[Signal | None],
    ends: tuple[Decimal, Decimal],
) -> Assurance:
    """Whether the whole range meets or misses the target; NONE while the series is unsettled."""
    if any(signals[-RUN:]) or not _is_for_quarters(indicator, line, target):
        return Assurance.NONE
    met = {_meets(target.target, end) for end in ends}
    if met == {True}:
        return Assurance.MET
    return Assurance.MISSED if met == {False} and _is_one_sided(target.target) else Assurance.NONE


def _is_for_quarters(indicator: Indicator, line: Line, target: TargetFinding) -> bool:
    """Whether the target judges a quarter's figure, so that one range can be held against it."""
    wanted = target.target
    if wanted is None or target.verdict not in JUDGED:
        return False
    if indicator.polarity is Polarity.NEUTRAL and wanted.rule is not TargetRule.BETWEEN:
        return False
    if wanted.period.quarter or line.series.basis is Basis.SNAPSHOT:
        return True
    return year_kind(indicator, line) is YearKind.AVERAGE


def _is_one_sided(wanted: Target | None) -> bool:
    return wanted is not None and wanted.rule in (TargetRule.AT_MOST, TargetRule.AT_LEAST)


def _meets(wanted: Target | None, value: Decimal) -> bool | None:
    """Whether a value meets the target; None for one that is not a number of its own."""
    if wanted is None or wanted.value is None:
        return None
    if wanted.rule is TargetRule.AT_MOST:
        return value <= wanted.value
    if wanted.rule is TargetRule.AT_LEAST:
        return value >= wanted.value
    if wanted.rule is TargetRule.BETWEEN and wanted.upper is not None:
        return wanted.value <= value <= wanted.upper
    return None


def _evidence(
    values: Sequence[Decimal], signals: Sequence[Signal | None]
) -> tuple[tuple[str, str], ...]:
    """The numbers by which one average is found not to describe the figures."""
    out = sum(signal is not None for signal in signals)
    follows, follows_the_year = (
        signed(share, 2, plus=False)
        for share in (autocorrelation(values[:-RUN], 1), autocorrelation(values, QUARTERS))
    )
    return (
        (f"next to one another, less than {FOLLOWS}", follows),
        (f"a year apart, less than {FOLLOWS_THE_YEAR}", follows_the_year),
        ("figures that stand out, at most half", f"{out} of {len(signals)}"),
    )


def _reason(
    line: Line,
    points: Sequence[Observation],
    limits: Limits,
    ends: tuple[Decimal, Decimal],
) -> Reason:
    places = line.decimals + 1
    first, last = points[0].period.label, points[-1].period.label
    low, high = (signed(end, places, plus=False) for end in ends)
    return Reason(
        "Figures within the range, without a run or a cluster, are the ordinary variation of this "
        "series. The range is the mean ± "
        f"{LIMITS} × the mean step from quarter to quarter; steps of {SCREEN} × their mean or more "
        "are left out once.",
        (
            ("figures", f"{len(points)}, {first} to {last}"),
            ("mean step", f"{(limits.high - limits.mean) / LIMITS:,.{places}f}"),
            ("mean", signed(limits.mean, places, plus=False)),
            ("usual range", f"{low} to {high}"),
        ),
        SOURCE,
    )
