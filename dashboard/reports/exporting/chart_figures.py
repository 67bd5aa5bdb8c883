"""The data of a chart that Office can edit: one category a period, one series a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.charts.axes import ValueAxis
from dashboard.charts.chart_model import ChartModel, ChartTarget, chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.style import STROKES, TARGET, Role, Stroke
from dashboard.charts.time_series import scale
from dashboard.domain.facts.measure import Measure, Unit
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.domain.finding import IndicatorFinding

Slot = Period | None
MOST_VALUES = 12
"""A series with more figures than this has labels at its end alone."""


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One line: a value for each slot, None where there is none, and its text."""

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    number_format: str
    stroke: Stroke
    ours: bool = False
    is_target: bool = False

    @property
    def last(self) -> int:
        """The index of the slot with the last value."""
        return max(n for n, value in enumerate(self.values) if value is not None)

    def label(self, slot: int) -> str:
        """The label of a value: its figure, after the name if the line is not the council's.

        A target's name includes its number.
        """
        if self.is_target:
            return self.name
        return self.texts[slot] if self.ours else f"{self.name} {self.texts[slot]}"


@dataclass(frozen=True, slots=True)
class ChartFigures:
    """The categories, the series and the value axis of one chart."""

    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    axis: ValueAxis
    tick_format: str


def office_chart(finding: IndicatorFinding) -> ChartModel | None:
    """What a chart in a file shows: all comparators, no outlook. None for a single point."""
    drawn = replace(chart_model(finding, ChartChoices(intervals=False)), outlook=None)
    return drawn if sum(len(line.points) for line in drawn.lines) > 1 else None


def chart_figures(drawn: ChartModel) -> ChartFigures:
    """The model's lines and targets over its periods, with gaps for figures not stated.

    An empty category wherever the screen does not join two points keeps Office from joining them.
    """
    slots, axis = _slots(drawn), scale(drawn)
    series = [*_lines(drawn, slots), *_targets(drawn, slots)]
    return ChartFigures(
        categories=tuple(_categories(slots)),
        series=tuple(each for each in series if any(value is not None for value in each.values)),
        axis=axis,
        tick_format=_number_format(drawn.measure, axis.texts),
    )


def _lines(drawn: ChartModel, slots: list[Slot]) -> Iterator[ChartSeries]:
    for line in drawn.lines:
        marks = {mark.observation.period: mark for mark in line.points}
        found = [marks.get(slot) if slot else None for slot in slots]
        yield ChartSeries(
            name=line.name,
            values=tuple(mark.value if mark else None for mark in found),
            texts=tuple(mark.text if mark else "" for mark in found),
            number_format=_number_format(drawn.measure, [mark.text for mark in line.points]),
            stroke=STROKES[line.role],
            ours=line.role is Role.COUNCIL,
        )


def _targets(drawn: ChartModel, slots: list[Slot]) -> Iterator[ChartSeries]:
    """A line for each target; a range has two, and the upper one is labelled.

    The targets of quarters make one line, named by the chosen quarter's.
    """
    profile = {target.period: target for target in drawn.targets if target.period.quarter}
    named = next((target for target in profile.values() if target.named), None)
    if profile:
        of_slots = [profile.get(slot) if slot else None for slot in slots]
        yield ChartSeries(
            name=named.label if named else "Targets of the quarters",
            values=tuple(target.level if target else None for target in of_slots),
            texts=("",) * len(slots),
            number_format=_number_format(drawn.measure, [each.number for each in profile.values()]),
            stroke=TARGET,
            is_target=True,
        )
    for target in drawn.targets:
        if target.period.quarter:
            continue
        ends = [(target.label, target.level)]
        if target.upper is not None:
            ends = [(f"{target.label}, lower end", target.level), (target.label, target.upper)]
        for name, level in ends:
            yield ChartSeries(
                name=name,
                values=tuple(level if slot and _applies(target, slot) else None for slot in slots),
                texts=("",) * len(slots),
                number_format=_number_format(drawn.measure, [target.number]),
                stroke=TARGET,
                is_target=True,
            )


def _applies(target: ChartTarget, slot: Period) -> bool:
    return target.start < slot.end <= target.end


def _slots(drawn: ChartModel) -> list[Slot]:
    """The periods in order, with None before each that the council's line does not join.

    All quarters of the current year are in, so that its target reaches to the year's end.
    """
    marks = {mark.observation.period for line in drawn.lines for mark in line.points}
    if not drawn.long_run:
        year = drawn.quarter.financial_year.first
        marks |= {Period(PeriodKind.QUARTER, year, number) for number in range(1, 5)}
    periods = sorted(marks, key=lambda period: period.order)
    breaks = _breaks(drawn)
    return [
        slot for period in periods for slot in ([None, period] if period in breaks else [period])
    ]


def _breaks(drawn: ChartModel) -> set[Period]:
    """The periods that the council's line does not join to the figure before."""
    ours = drawn.council
    if ours is None:
        return set()
    joined = {
        (one.observation.period, other.observation.period)
        for run in ours.segments
        for one, other in pairwise(run.points)
    }
    own = [mark.observation.period for mark in ours.points]
    return {other for one, other in pairwise(own) if (one, other) not in joined}


def _categories(slots: list[Slot]) -> Iterator[str]:
    """A label for each slot; a quarter has its year only if the one before is of another year."""
    year = None
    for slot in slots:
        if slot is None:
            yield " "
            continue
        quarter = slot.kind is PeriodKind.QUARTER
        same = quarter and slot.financial_year == year
        year = slot.financial_year if quarter else None
        if slot.kind is PeriodKind.CALENDAR_YEARS:
            yield f"{slot.first}–{slot.last % 100:02d}"
        else:
            yield slot.short_label if same else slot.plain_label


def _number_format(measure: Measure, texts: Sequence[str]) -> str:
    """Office's number format for the unit, with as many decimals as the texts have."""
    decimals = max((len(text.rstrip("%").partition(".")[2]) for text in texts), default=0)
    digits = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    if measure.unit is Unit.PERCENT:
        return f'{digits}"%"'
    if not measure.is_money:
        return digits
    return f'"£"{digits}' + (f'" {measure.scale}"' if measure.scale else "")
