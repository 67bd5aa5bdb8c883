"""What is drawn beside the figures and is none: the year's outlook, the limits of chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.facts.indicator import Unit, formatted, formatted_count
from dashboard.domain.finding import IndicatorFinding


@dataclass(frozen=True, slots=True)
class ChartOutlook:
    """A dotted line from the latest point to the year's end, and the interval there."""

    start: date
    value: float
    end: date
    centre: float
    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True)
class ChartTrend:
    """Mean and limits over the figures that they are of, and the points that stand out."""

    start: date
    end: date
    levels: tuple[tuple[float, str], ...]
    ringed: tuple[tuple[date, float], ...]
    notes: tuple[str, ...]


def drawn_outlook(finding: IndicatorFinding, end: date, number: bool) -> ChartOutlook | None:
    """The outlook for the year that ends the chart; None where there is none to draw."""
    found, line = finding.outlook, finding.known.main
    if found is None or line is None or found.year.end != end:
        return None
    latest = line.latest
    if number:
        ends, centre, value = found.counts, found.count, latest.numerator
    elif found.low is not None and found.high is not None:
        ends, centre, value = (found.low, found.high), found.centre, latest.value
    else:
        return None
    if ends is None or centre is None or value is None:
        return None
    low, high = ends
    texts = (_written(each, finding, number) for each in ends)
    label = f"Outlook {' to '.join(texts)}"
    return ChartOutlook(
        latest.ends, float(value), found.year.end, float(centre), float(low), float(high), label
    )


def _written(value: Decimal, finding: IndicatorFinding, number: bool) -> str:
    line = finding.known.main
    if number or line is None:
        return formatted_count(value)
    return formatted(value, line.decimals, finding.indicator.unit)


def drawn_trend(finding: IndicatorFinding, start: date, end: date) -> ChartTrend | None:
    """Mean and limits within a stretch; None where there are none."""
    found, line = finding.trend, finding.known.main
    if found is None or found.limits is None or line is None:
        return None
    inside = [point for point in found.points if start <= point.ends <= end]
    if not inside:
        return None
    limits, places, unit = found.limits, line.decimals, finding.indicator.unit
    low = max(limits.low, 0.0) if unit in (Unit.PERCENT, Unit.RATE, Unit.COUNT) else limits.low
    named = ((limits.high, "Upper limit"), (limits.mean, "Mean"), (low, "Lower limit"))
    levels = tuple(
        (level, f"{name} {formatted(Decimal(repr(level)), places, unit)}") for level, name in named
    )
    flagged = [
        point
        for point, signal in zip(found.points, found.signals, strict=True)
        if signal and point in inside
    ]
    ringed = tuple((point.ends, float(point.value or 0)) for point in flagged)
    notes = tuple(
        f"Ringed, {signal.value}: {', '.join(point.period.label for point in points)}."
        for signal, points in found.fired
    )
    return ChartTrend(inside[0].ends, inside[-1].ends, levels, ringed, notes)
