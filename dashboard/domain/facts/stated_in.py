"""In which later report a figure or target was first stated, for the words beside it."""

from __future__ import annotations

from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Released


def is_stated_later(row: Released, quarter: Period) -> bool:
    """Whether a report later than `quarter` was the first to state the row."""
    return row.release is not None and row.release.end > quarter.end


def stated_in(row: Released, quarter: Period) -> str:
    """The words "as stated in Q3 2016/17" for a row of a report later than `quarter`, else ""."""
    later = row.release if is_stated_later(row, quarter) else None
    return f"as stated in {later.label}" if later else ""
