"""Lay out the columns of a history: twelve quarters, or twelve year ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind, quarter_of

COLUMNS = 12


class Span(StrEnum):
    """What a column of a history stands for."""

    QUARTERS = "quarters"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class HistoryColumn:
    """One quarter, or one financial year; its cells are judged as at the quarter `as_at`.

    That is the year's last quarter, or the chosen one in the year that holds it.
    """

    period: Period
    as_at: Period

    def is_later_than(self, quarter: Period) -> bool:
        """Whether it begins after a quarter, so that nothing of it may be shown."""
        return self.period.start > quarter.end

    @property
    def is_whole(self) -> bool:
        """Whether the period has ended at the quarter as at which it is judged."""
        return self.period.end == self.as_at.end


def column_of(span: Span, day: date, chosen: Period) -> HistoryColumn:
    """The column that a day belongs to, as seen from the chosen quarter."""
    quarter = quarter_of(day)
    if span is Span.QUARTERS:
        return HistoryColumn(quarter, quarter)
    year = quarter.financial_year
    if year == chosen.financial_year:
        return HistoryColumn(year, chosen)
    return HistoryColumn(year, Period(PeriodKind.QUARTER, year.first, QUARTERS))


def history_columns(
    span: Span, chosen: Period, until: Period | None = None
) -> tuple[HistoryColumn, ...]:
    """The columns, oldest first; the last is that of `until`, or of the chosen quarter.

    `until` holds as long as the chosen quarter is in one of its columns, so that they stay in
    place while the reader moves through them.
    """
    end, last = _period(span, chosen), _period(span, until or chosen)
    if not end.end <= last.end < end.shifted(COLUMNS).end:
        last = end
    periods = (last.shifted(-back) for back in reversed(range(COLUMNS)))
    return tuple(column_of(span, period.end, chosen) for period in periods)


def _period(span: Span, quarter: Period) -> Period:
    return quarter.financial_year if span is Span.YEARS else quarter


def in_runs(periods: Sequence[Period]) -> str:
    """Periods of one kind, oldest first, as they are said: "Q1 to Q3 2014/15, Q1 2015/16"."""
    runs: list[list[Period]] = []
    for each in periods:
        if runs and runs[-1][-1].shifted(1) == each:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(_run(run[0], run[-1]) for run in runs)


def _run(first: Period, last: Period) -> str:
    if first == last:
        return first.label
    in_one_year = first.quarter and first.financial_year == last.financial_year
    return f"{first.short_label if in_one_year else first.label} to {last.label}"
