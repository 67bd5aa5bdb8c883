"""Choose what was written about a portfolio as a whole in a quarter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Commentary


def narrative_at(written: Iterable[Commentary], quarter: Period) -> Commentary | None:
    """The quarter's narrative, in its latest version that was written before the next quarter
    ended; None if there is none.
    """
    deadline = quarter.shifted(1).end
    known = [
        text
        for text in written
        if text.period == quarter
        and (not text.written_at or date.fromisoformat(text.written_at) <= deadline)
    ]
    return max(known, key=lambda text: text.version, default=None)
