"""In which later report a figure or target was first stated, for the words beside it."""

from __future__ import annotations

from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Released


def stated_in(row: Released, quarter: Period) -> str:
    """The words "as stated in Q3 2016/17" for a row of a report later than `quarter`, else ""."""
    release = row.release
    return f"as stated in {release.label}" if release and release.end > quarter.end else ""
