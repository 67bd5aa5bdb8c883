"""Scale the value axis, and choose the ticks of both axes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dashboard.charts.chart_model import ChartModel
from dashboard.charts.style import Size, text_width
from dashboard.domain.facts.measure import Measure, formatted
from dashboard.domain.facts.period import Period, PeriodKind, financial_year

ZERO_BASE_SHARE = 0.4
"""The axis may leave out zero only if the data's range is under this share of its maximum."""
MOST_TICKS = 6
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The value axis: its two ends, and its ticks with their texts."""

    low: float
    high: float
    ticks: tuple[float, ...]
    texts: tuple[str, ...]

    @property
    def from_zero(self) -> bool:
        """Whether the axis includes zero."""
        return self.low <= 0 <= self.high


def value_axis(values: Iterable[float], measure: Measure, decimals: int) -> ValueAxis:
    """An axis for the values, which starts at zero unless their range is relatively small.

    Values without decimals have whole-number ticks.
    """
    known = list(values) or [0.0, 1.0]
    low, high = min(known), max(known)
    largest = max(abs(low), abs(high))
    if largest == 0:
        low, high = 0.0, 1.0
    elif high - low >= ZERO_BASE_SHARE * largest:
        low, high = min(low, 0.0), max(high, 0.0)
    step = _nice((high - low or largest * 0.1) * 1.15 / (MOST_TICKS - 1))
    if decimals == 0 and step % 1:
        step = max(1.0, step * 2)
    first = math.floor(low / step + 1e-9)
    if low and abs(low - first * step) < 0.15 * step:
        first -= 1
    last = math.ceil(high / step - 1e-9)
    crowded = high and last * step - high < 0.3 * step
    top = (last + 0.45) * step if crowded else last * step
    ticks = tuple(round(index * step, 10) for index in range(first, last + 1))
    places = max(0, -math.floor(math.log10(step) + 1e-9) + (_mantissa(step) == 2.5))
    if step >= 10:
        places = 0
    texts = tuple(formatted(Decimal(repr(tick)), places, measure) for tick in ticks)
    return ValueAxis(ticks[0], max(top, ticks[-1]), ticks, texts)


def _mantissa(step: float) -> float:
    return round(step / math.pow(10, math.floor(math.log10(step) + 1e-9)), 6)


def _nice(rough: float) -> float:
    power = math.pow(10, math.floor(math.log10(rough)))
    return next(step * power for step in STEPS if step * power >= rough * 0.999)


def axis_room(axis: ValueAxis, size: Size) -> float:
    """The left margin that the longest tick text needs, in px."""
    widest = max(text_width(text, size.font) for text in axis.texts)
    return max(size.left, widest + 12)


def time_ticks(model: ChartModel, size: Size, plot_width: float) -> list[tuple[date, str]]:
    """Tick dates and texts: year ends, and the current year's quarters in the short view.

    Ticks whose labels would overlap are dropped; the chosen quarter's is kept longest.
    """
    if model.long_run:
        return _thinned(_year_ticks(model), size, plot_width)
    year = model.quarter.financial_year
    quarters = [Period(PeriodKind.QUARTER, year.first, number) for number in (4, 1, 2, 3)]
    years = [year.shifted(-1), financial_year(model.start)]
    by_need = dict.fromkeys([model.quarter, *years, *quarters])
    start = padded_start(model, size, plot_width)
    per_day = plot_width / (model.end - start).days
    taken: list[tuple[float, float]] = []
    ticks = []
    for period in by_need:
        centre = (period.end - start).days * per_day
        half = text_width(period.short_label, size.font) / 2 + 2
        if all(centre + half < left or right < centre - half for left, right in taken):
            taken.append((centre - half, centre + half))
            text = period.short_label
            ticks.append((period.end, f"<b>{text}</b>" if period == model.quarter else text))
    return sorted(ticks)


def _year_ticks(model: ChartModel) -> list[tuple[date, str]]:
    main = model.council.line.points if model.council else ()
    yearly = [p.period for p in main if not p.period.quarter]
    latest = yearly[-1] if yearly else model.quarter.financial_year
    # A survey may end before its period does, so shift the ticks to match the points.
    point = next((p for p in reversed(main) if p.period == latest), None)
    aside = point.ends - latest.end if point else timedelta(0)
    ticks = []
    period = latest
    while period.end >= model.start:
        period = period.shifted(-1)
    while (period := period.shifted(1)).end <= model.end:
        if period.end >= model.start:
            # Without yearly figures, the point at a year's end is its fourth quarter.
            label = period.plain_label if yearly or not main else f"Q4 {period.label}"
            ticks.append((period.end + aside, label))
    return ticks


def _thinned(
    ticks: Sequence[tuple[date, str]], size: Size, plot_width: float
) -> list[tuple[date, str]]:
    """Every nth tick, counted from the last, so that no texts overlap."""
    widest = max((text_width(text, size.font) for _, text in ticks), default=0.0) + 14
    room = max(1, int(plot_width // widest))
    every = -(-len(ticks) // room)
    return [tick for index, tick in enumerate(reversed(ticks)) if index % max(every, 1) == 0][::-1]


def padded_start(model: ChartModel, size: Size, plot_width: float) -> date:
    """The axis's first date, early enough to fit half of the first point's label and date."""
    labels = [line.points[0].text for line in model.lines if line.points[0].at == model.start]
    widest = max((text_width(text, size.font) for text in labels), default=0.0) + 16
    # The first date's text must not run into the lowest tick of the value axis.
    date_text = "" if model.long_run else financial_year(model.start).short_label
    room = max(widest, text_width(date_text, size.font)) / 2
    days = (model.end - model.start).days
    return model.start - timedelta(days=math.ceil(days * room / (plot_width - room)))
