"""Where a line lacks figures between its first and its last, and the reason that is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind
from dashboard.domain.facts.record import Observation, Symbol
from dashboard.domain.grammar import in_a_row

FEWEST = 3
"""The fewest periods with a row from which a line is regular, so that it can have gaps."""
_PARTS_OF_A_YEAR = (Basis.PERIOD, Basis.UNSTATED)


@dataclass(frozen=True, slots=True)
class Gap:
    """Periods in a row without a figure; `reason` is empty where the data give none."""

    periods: tuple[Period, ...]
    reason: str

    @property
    def said(self) -> str:
        """The gap as a sentence: "No figure for 2019/20 and 2020/21: not available."."""
        labels = [period.label for period in self.periods]
        names = in_a_row(labels) if len(labels) <= 2 else f"{labels[0]} to {labels[-1]}"
        return f"No figure for {names}{f': {self.reason}' if self.reason else ''}."


@dataclass(frozen=True, slots=True)
class _Missing:
    period: Period
    reason: str


def gaps(line: Line, start: date, end: date) -> tuple[Gap, ...]:
    """The stretches without a figure from `start` to `end`, oldest first.

    A period without any row counts only where the line is regular without it: at least three
    periods of its kind have a row, and twice as many as have none. A figure of every other year or
    quarter is regular in its own way and has no gaps.
    """
    inside = [point for point in line.points if start <= point.ends <= end]
    kinds = dict.fromkeys((point.period.kind, point.period.months) for point in inside)
    found: list[Gap] = []
    for kind in kinds:
        rows = [p for p in inside if (p.period.kind, p.period.months) == kind]
        found += _of_one_kind(line, rows)
    return tuple(sorted(found, key=lambda gap: gap.periods[0].order))


def _of_one_kind(line: Line, rows: Sequence[Observation]) -> Iterator[Gap]:
    unstated = [period for period in _between(rows) if not _stands_for(line, period)]
    regular = len(rows) >= FEWEST and 2 * len(unstated) <= len(rows)
    missing = [_Missing(p.period, _reason(p)) for p in rows if _is_blank(p)]
    missing += [_Missing(period, "") for period in unstated] if regular else []
    missing.sort(key=lambda each: each.period.order)
    for reason, run in groupby(missing, key=lambda each: each.reason):
        stretch: list[Period] = []
        for each in run:
            if stretch and stretch[-1].shifted(1) != each.period:
                yield Gap(tuple(stretch), reason)
                stretch = []
            stretch.append(each.period)
        yield Gap(tuple(stretch), reason)


def _is_blank(point: Observation) -> bool:
    return point.value is None and point.symbol is not Symbol.LOW


def _reason(point: Observation) -> str:
    label = point.symbol.label if point.symbol else ""
    return f"{label} ({point.note.rstrip('.')})" if label and point.note else label or point.note


def _between(rows: Sequence[Observation]) -> list[Period]:
    """The periods between two rows that follow each other; none where they are no steps apart."""
    found: list[Period] = []
    for before, after in pairwise(rows):
        steps = []
        period = before.period.shifted(1)
        while period.end < after.period.end:
            steps.append(period)
            period = period.shifted(1)
        found += steps if period == after.period else []
    return found


def _stands_for(line: Line, period: Period) -> bool:
    """Whether another row states the same moment: a year's for its Q4, a Q4's for its year."""
    if line.series.basis in _PARTS_OF_A_YEAR:
        return False
    if period.quarter == QUARTERS:
        return line.at(period.financial_year) is not None
    if period.kind is PeriodKind.FINANCIAL_YEAR:
        return line.at(Period(PeriodKind.QUARTER, period.first, QUARTERS)) is not None
    return False
