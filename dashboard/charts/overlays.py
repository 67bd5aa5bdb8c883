"""Decide what a chart draws besides its figures: the year's outlook and the usual range."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.facts.measure import COUNT, formatted
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.forecast import LEVEL
from dashboard.domain.judgements.outlook_words import shown, so_far


@dataclass(frozen=True, slots=True)
class ChartOutlook:
    """A dotted line from the latest point to the year end, and the interval there."""

    start: date
    value: float
    end: date
    centre: float
    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True)
class ChartPace:
    """A thin dashed line from the latest point to the target at its period's end."""

    start: date
    value: float
    end: date
    level: float
    label: str


@dataclass(frozen=True, slots=True)
class ChartUsualRange:
    """The mean and limits over the dates they were computed from, and the points to ring."""

    start: date
    end: date
    levels: tuple[tuple[float, str], ...]
    ringed: tuple[tuple[date, float], ...]
    notes: tuple[str, ...]


def drawn_outlook(finding: IndicatorFinding, end: date, number: bool) -> ChartOutlook | None:
    """The interval for the last year in the chart, with a line to its middle.

    None without an interval, and for a whole year's total, which no quarterly axis can hold.
    """
    found, line = finding.outlook, finding.known.main
    if found is None or line is None or found.year.end != end or found.is_for_whole_year:
        return None
    value = line.latest.numerator if number else line.latest.value
    if number:
        ends = found.counts
    else:
        ends = (found.low, found.high) if found.low is not None and found.high is not None else None
    if ends is None or value is None:
        return None
    low, high = (float(each) for each in ends)
    middle = found.centre if found.centre is not None and not number else sum(ends) / 2
    texts = (_shown(each, finding, number) for each in ends)
    return ChartOutlook(
        start=line.latest.ends,
        value=float(value),
        end=found.year.end,
        centre=float(middle),
        low=low,
        high=high,
        label=f"Outlook, {LEVEL}: {' to '.join(texts)}",
    )


def _shown(value: Decimal, finding: IndicatorFinding, number: bool) -> str:
    line = finding.known.main
    if number or line is None:
        return shown(value, 0, COUNT)
    places, measure = line.decimals_of(line.latest), finding.indicator.measure
    return shown(value, places, measure, so_far(line))


def drawn_pace(finding: IndicatorFinding, end: date, number: bool) -> ChartPace | None:
    """The way to the target, if it ends within the chart; None where there is none to draw."""
    found, line = finding.needed_pace, finding.known.main
    if found is None or line is None or found.period is None or found.period.end > end:
        return None
    value, level = found.value, found.level
    if number:
        if line.latest.numerator is None or not found.is_counted:
            return None
        value = line.latest.numerator
        level = value + found.needed
    noun = finding.indicator.counted(found.needed) if found.is_counted else ""
    return ChartPace(
        start=line.latest.ends,
        value=float(value),
        end=found.period.end,
        level=float(level),
        label=f"{'Room' if found.is_room else 'Needed'} {found.brief} {noun}".strip(),
    )


def drawn_usual_range(finding: IndicatorFinding, start: date, end: date) -> ChartUsualRange | None:
    """The mean and limits from `start` to `end`; None where the series has none there."""
    found, line = finding.usual_range, finding.known.main
    if found is None or line is None:
        return None
    if found.limits is None or found.low is None or found.high is None:
        return None
    inside = [point for point in found.points if start <= point.ends <= end]
    if not inside:
        return None
    named = (
        (found.high, "Upper limit"),
        (found.limits.mean, "Mean"),
        (found.low, "Lower limit"),
    )
    levels = tuple(
        (float(level), f"{name} {formatted(level, line.decimals, finding.indicator.measure)}")
        for level, name in named
    )
    flagged = [
        point
        for point, signal in zip(found.points, found.signals, strict=True)
        if signal and point in inside
    ]
    ringed = tuple((point.ends, float(point.value or 0)) for point in flagged)
    notes = tuple(
        f"Ringed, {signal.value}: {', '.join(point.period.label for point in shown)}."
        for signal, points in found.fired
        if (shown := [point for point in points if point in inside])
    )
    return ChartUsualRange(
        start=inside[0].ends, end=inside[-1].ends, levels=levels, ringed=ringed, notes=notes
    )
