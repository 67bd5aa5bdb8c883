"""Draw two indicators in one chart, each as an index of its own figure in a common base period."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dashboard.charts.chart_model import ChartLine, ChartModel
from dashboard.charts.points import Point, joined
from dashboard.charts.style import Role
from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.measure import Measure, Unit, formatted
from dashboard.domain.judgements.index_numbers import (
    IndexBase,
    NoBase,
    Shown,
    index_base,
    index_number,
    since_break,
)

INDEX = Measure(Unit.OTHER)
DECIMALS = 1


def indexed(model: ChartModel, beside: ChartModel) -> ChartModel | NoBase:
    """One model with the council's lines of both, or why they cannot be indexed.

    Targets, comparators, events and outlook are of one indicator alone and stay with its chart.
    """
    one, other = model.council, beside.council
    if one is None or other is None:
        return NoBase("one of them has no figure in these years")
    base = index_base(one.line, _shown(one), other.line, _shown(other))
    if isinstance(base, NoBase):
        return base
    lines = (
        _line(one, model.indicator, base.one, Role.COUNCIL),
        _line(other, beside.indicator, base.other, Role.BESIDE),
    )
    left_out = any(
        len(new.points) < len(old.points) for new, old in zip(lines, (one, other), strict=True)
    )
    broken = " Figures from before a new definition are left out." if left_out else ""
    return replace(
        model,
        measure=INDEX,
        decimals=DECIMALS,
        lines=lines,
        targets=(),
        start=min(model.start, beside.start),
        end=max(model.end, beside.end),
        long_run=model.long_run or beside.long_run,
        notes=(
            f"Index numbers: {_hundred(base)}. Targets and other areas are in the charts "
            f"without index.{broken}",
        ),
        outlook=None,
        usual_range=None,
        breaks=(),
        events=(),
        pace=None,
    )


def _hundred(base: IndexBase) -> str:
    """Which figures are 100, as the middle of a sentence."""
    if base.one_period == base.other_period:
        return f"the figures for {base.one_period} are 100"
    first, second = base.one_period, base.other_period
    return f"the first one’s figure for {first} and the second’s for {second} are 100"


def _shown(line: ChartLine) -> list[Shown]:
    return [(mark.observation, Decimal(str(mark.value))) for mark in line.points]


def _line(line: ChartLine, indicator: Indicator, base: Decimal, role: Role) -> ChartLine:
    comparable = {observation for observation, _ in since_break(line.line, _shown(line))}
    marks = tuple(_mark(mark, base) for mark in line.points if mark.observation in comparable)
    segments = joined(line.line, marks)
    return replace(line, role=role, name=indicator.name, points=marks, segments=segments)


def _mark(mark: Point, base: Decimal) -> Point:
    value = index_number(Decimal(str(mark.value)), base)
    text = formatted(value, DECIMALS, INDEX)
    return replace(mark, value=float(value), text=text, interval=None, stated=mark.text)
