"""Choose the commentary to show for a figure at the quarter."""

from __future__ import annotations

from collections.abc import Sequence
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


def known_version(
    versions: Sequence[Commentary], period: Period, quarter: Period
) -> Commentary | None:
    """The latest version for a period that was written by the end of the quarter after `quarter`.

    What a service writes of Q1 by 30 September belongs to Q1; a later version shows from the
    quarter on within which that is so. One without a date of writing counts by its period alone.
    None before the period's end, and where there is no such version.
    """
    deadline = quarter.shifted(1).end
    known = [
        each
        for each in versions
        if each.period == period
        and each.period.end <= quarter.end
        and (each.written_at is None or each.written_at <= deadline)
    ]
    return max(known, key=lambda each: each.version, default=None)


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
