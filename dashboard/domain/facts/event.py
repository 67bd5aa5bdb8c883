"""What happened at a date that explains an indicator's figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.domain.facts.period import Period


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event. A `rebase` begins the usual range anew at its date; `words` say why."""

    day: date
    words: str
    rebase: bool
    source: str


def known_events(events: Iterable[Event], quarter: Period) -> tuple[Event, ...]:
    """The events that had happened by the quarter's end, newest first."""
    happened = [event for event in events if event.day <= quarter.end]
    return tuple(sorted(happened, key=lambda event: event.day, reverse=True))


def rebased(events: Iterable[Event]) -> date | None:
    """The day on which limits last began anew; None if they never did."""
    return max((event.day for event in events if event.rebase), default=None)
