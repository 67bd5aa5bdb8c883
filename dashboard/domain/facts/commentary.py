"""Choose the commentary to show for a figure at the quarter."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Commentary


@dataclass(frozen=True, slots=True)
class CommentaryFinding:
    """The commentary to show; `written` is None if there is none.

    `earlier` is True if it is from an earlier quarter of the same financial year. `shared_with`
    is the indicator it was written for, where the report prints only a cross-reference.
    """

    quarter: Period
    written: Commentary | None
    earlier: bool = False
    shared_with: Indicator | None = None
    reference: str = ""


def commentary_finding(
    quarter: Period,
    own: Commentary | None,
    shared: Commentary | None,
    shared_with: Indicator | None,
) -> CommentaryFinding:
    """The commentary to show; `shared` is the one for the same period that `own` refers to."""
    if own is None:
        return CommentaryFinding(quarter, None)
    earlier = own.period != quarter and own.period.order < quarter.order
    if own.see and shared is not None and shared_with is not None:
        return CommentaryFinding(quarter, shared, earlier, shared_with, own.body)
    return CommentaryFinding(quarter, own, earlier)
