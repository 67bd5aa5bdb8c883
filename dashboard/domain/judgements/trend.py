"""Test a series for a trend with an XmR chart, as in NHS England's Making Data Count.

The limits are the mean ± 2.66 × the mean moving range. Ranges of at least 3.267 × their mean are
left out once, and that mean is taken again; the mean of the series itself uses all figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean

from dashboard.domain.facts.as_at import Line
from dashboard.domain.facts.indicator import Basis, Indicator, Judgement, Polarity, Unit
from dashboard.domain.facts.period import PeriodKind
from dashboard.domain.facts.record import Observation, TargetRule
from dashboard.domain.grammar import plural
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.target import TargetFinding

LIMITS = 2.66
NEAR = 1.7733
SCREEN = 3.267
_FEWEST = 13
RUN = 7
SOURCE = "NHS England, Making Data Count: XmR chart (Wheeler 1993)"


class Signal(StrEnum):
    """The rules, in the order in which they are applied."""

    OUTSIDE = "outside the limits"
    RISING = "seven rising in a row"
    FALLING = "seven falling in a row"
    TWO_OF_THREE = "two of three near a limit"
    ABOVE = "seven above the mean in a row"
    BELOW = "seven below the mean in a row"


class Assurance(StrEnum):
    """Whether the target would be met if nothing changes."""

    NEVER = "will not be met unless something changes"
    ALWAYS = "will be met if nothing changes"
    HIT_AND_MISS = "will be met in some periods and missed in others"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean and control limits of a series, in its own unit."""

    mean: float
    low: float
    high: float
    near_low: float
    near_high: float


@dataclass(frozen=True, slots=True)
class Trend:
    """The verdict on a series; where `limits` is None, `sentence` says why there is none.

    `limits` is None for too few points, no variation, or a series unfit for the method.
    `signals` gives the first rule broken at each point, `fired` all points for each rule.
    """

    points: tuple[Observation, ...]
    limits: Limits | None
    signals: tuple[Signal | None, ...]
    fired: tuple[tuple[Signal, tuple[Observation, ...]], ...]
    judgement: Judgement
    assurance: Assurance
    sentence: str
    reason: Reason


def trend(indicator: Indicator, line: Line | None, target: TargetFinding) -> Trend | None:
    """The trend of the figures at the line's latest frequency; None without a latest figure."""
    if line is None or line.latest.value is None:
        return None
    unfit = _unfit(indicator, line)
    if unfit:
        return _no_trend((), unfit)
    runs = _runs(line)
    points = tuple(point for run in runs for point in run)
    if len(points) < _FEWEST:
        return _no_trend(points, f"too few figures: {len(points)} of {_FEWEST} so far")
    values = [[float(point.value or 0) for point in run] for run in runs]
    limits = limits_of(values)
    if limits is None:
        return _no_trend(points, "the figures do not vary")
    signals = tuple(signal for run in values for signal in signals_in(run, limits))
    fired = _named(runs, values, limits)
    assurance = _assurance(indicator, target, limits)
    judgement, sentence = _verdict(indicator, signals, float(points[-1].value or 0), limits)
    if judgement in (Judgement.BETTER, Judgement.WORSE):
        sentence += f", against the mean of {points[0].period.label} to {points[-1].period.label}"
    if 2 * sum(each is not None for each in signals) > len(points):
        sentence += ". Most figures stand out: the level has moved, and one mean hardly fits it"
    reason = _reason(line, points, limits)
    return Trend(
        points=points,
        limits=limits,
        signals=signals,
        fired=fired,
        judgement=judgement,
        assurance=assurance,
        sentence=sentence,
        reason=reason,
    )


def _no_trend(points: tuple[Observation, ...], why: str) -> Trend:
    sentence = f"No trend can be told: {why}"
    signals = (None,) * len(points)
    rule = f"A trend takes {_FEWEST} figures of one kind and frequency, each of a time of its own."
    reason = Reason(rule, (), SOURCE)
    return Trend(
        points=points,
        limits=None,
        signals=signals,
        fired=(),
        judgement=Judgement.NONE,
        assurance=Assurance.NONE,
        sentence=sentence,
        reason=reason,
    )


def _unfit(indicator: Indicator, line: Line) -> str:
    """Why a series is unfit for control limits; empty where it is fit."""
    basis, quarterly = line.series.basis, bool(line.latest.period.quarter)
    if line.series.seasonal:
        return "the figure follows the seasons"
    if indicator.unit is Unit.CURRENCY:
        return "the figure follows prices"
    if basis is Basis.YEAR_TO_DATE:
        return "the figure adds up through the year"
    if basis is Basis.ROLLING_36M or (basis is Basis.ROLLING_12M and quarterly):
        return "the figures overlap"
    if basis is Basis.UNSTATED and quarterly:
        return "the report does not say over what period its quarters run"
    return ""


def _runs(line: Line) -> list[list[Observation]]:
    """The figures at the latest one's frequency, split wherever one is missing."""
    latest = line.latest.period
    runs: list[list[Observation]] = []
    last = None
    for point in line.points:
        period = point.period
        alike = period.kind is latest.kind and period.months == latest.months
        if not alike or point.value is None:
            continue
        if last is None or period != last.shifted(_step(period.kind, period.months)):
            runs.append([])
        runs[-1].append(point)
        last = period
    return runs


def _step(kind: PeriodKind, months: int) -> int:
    return 1 if kind is PeriodKind.QUARTER else max(1, months // 12)


def limits_of(runs: Sequence[Sequence[float]]) -> Limits | None:
    """The limits over all runs, with no range taken across a gap; None where nothing varies."""
    ranges = [abs(b - a) for run in runs for a, b in pairwise(run)]
    mean = fmean(value for run in runs for value in run)
    moving = fmean(ranges) if ranges else 0.0
    if moving == 0:
        return None
    screened = [each for each in ranges if each < SCREEN * moving]
    moving = (fmean(screened) if screened else 0.0) or moving
    wide, near = LIMITS * moving, NEAR * moving
    return Limits(mean, mean - wide, mean + wide, mean - near, mean + near)


def signals_in(run: Sequence[float], limits: Limits) -> list[Signal | None]:
    """The first rule that each value of an unbroken run breaks, or None."""
    found: list[Signal | None] = [None] * len(run)
    for places, signal in _signals(run, limits):
        for place in places:
            found[place] = found[place] or signal
    return found


def _named(
    runs: Sequence[Sequence[Observation]], values: Sequence[Sequence[float]], limits: Limits
) -> tuple[tuple[Signal, tuple[Observation, ...]], ...]:
    """All points that each rule flags, including those that another rule flagged first."""
    fired: dict[Signal, dict[int, Observation]] = {}
    for run, numbers in zip(runs, values, strict=True):
        for places, signal in _signals(numbers, limits):
            for place in places:
                fired.setdefault(signal, {})[id(run[place])] = run[place]
    return tuple((signal, tuple(found.values())) for signal, found in fired.items())


def _signals(run: Sequence[float], limits: Limits) -> Iterator[tuple[Sequence[int], Signal]]:
    for place, value in enumerate(run):
        if value > limits.high or value < limits.low:
            yield [place], Signal.OUTSIDE
    for start in range(len(run) - RUN + 1):
        steps = [b - a for a, b in pairwise(run[start : start + RUN])]
        if all(step > 0 for step in steps):
            yield range(start, start + RUN), Signal.RISING
        elif all(step < 0 for step in steps):
            yield range(start, start + RUN), Signal.FALLING
    for start in range(len(run) - 2):
        yield from _two_of_three(run, start, limits)
    for start in range(len(run) - RUN + 1):
        window = run[start : start + RUN]
        if all(value > limits.mean for value in window):
            yield range(start, start + RUN), Signal.ABOVE
        elif all(value < limits.mean for value in window):
            yield range(start, start + RUN), Signal.BELOW


def _two_of_three(
    run: Sequence[float], start: int, limits: Limits
) -> Iterator[tuple[Sequence[int], Signal]]:
    window = range(start, start + 3)
    upper = [place for place in window if limits.near_high < run[place] <= limits.high]
    lower = [place for place in window if limits.low <= run[place] < limits.near_low]
    if len(upper) >= 2 and all(run[place] > limits.mean for place in window):
        yield upper, Signal.TWO_OF_THREE
    if len(lower) >= 2 and all(run[place] < limits.mean for place in window):
        yield lower, Signal.TWO_OF_THREE


def _verdict(
    indicator: Indicator, signals: Sequence[Signal | None], latest: float, limits: Limits
) -> tuple[Judgement, str]:
    """Whether the latest figure's signal is good or bad for the people served, in words."""
    signal, before = signals[-1], sum(each is not None for each in signals)
    if signal is None and before:
        stand = plural(before, "one earlier stands", f"{before} earlier ones stand")
        return Judgement.SAME, f"No sign of a change in the latest figure; {stand} out"
    if signal is None:
        return Judgement.SAME, "It varies as it always has: no sign of a change"
    upward = signal is Signal.RISING or (signal is not Signal.FALLING and latest > limits.mean)
    judgement = Judgement.NONE
    if indicator.polarity is not Polarity.NEUTRAL:
        high = indicator.polarity is Polarity.HIGH
        judgement = Judgement.BETTER if upward == high else Judgement.WORSE
    means = {Judgement.BETTER: "for the better", Judgement.WORSE: "for the worse"}.get(judgement)
    change = f"A change {means}" if means else "A change"
    return judgement, f"{change} that chance hardly makes: {signal.value}"


def _assurance(indicator: Indicator, target: TargetFinding, limits: Limits) -> Assurance:
    wanted = target.target
    if wanted is None or wanted.value is None or indicator.polarity is Polarity.NEUTRAL:
        return Assurance.NONE
    if wanted.rule not in (TargetRule.AT_MOST, TargetRule.AT_LEAST):
        return Assurance.NONE
    level, high = float(wanted.value), wanted.rule is TargetRule.AT_LEAST
    if level > limits.high:
        return Assurance.NEVER if high else Assurance.ALWAYS
    if level < limits.low:
        return Assurance.ALWAYS if high else Assurance.NEVER
    return Assurance.HIT_AND_MISS


def _reason(line: Line, points: Sequence[Observation], limits: Limits) -> Reason:
    places = line.decimals + 1
    first, last = points[0].period.label, points[-1].period.label
    return Reason(
        "Figures within the limits, without a run or a cluster, vary by chance alone. Limits: the "
        "mean ± 2.66 × the mean step from figure to figure; steps of 3.267 × their mean or more "
        "are left out once before that mean is taken, and none bridges a missing figure.",
        (
            ("figures", f"{len(points)}, {first} to {last}"),
            ("mean step", f"{(limits.high - limits.mean) / LIMITS:,.{places}f}"),
            ("mean", f"{limits.mean:,.{places}f}"),
            ("limits", f"{limits.low:,.{places}f} to {limits.high:,.{places}f}"),
        ),
        SOURCE,
    )
