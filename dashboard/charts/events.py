"""Which events a chart marks, and how each is said beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import day_said


@dataclass(frozen=True, slots=True)
class ChartEvent:
    """An event at its date; `number` counts from the oldest in the chart, 0 where it is alone."""

    day: date
    words: str
    number: int
    rebase: bool

    @property
    def said(self) -> str:
        """The event as a sentence: "Event 2, 12 May 2016: inspection."."""
        anew = " The usual range starts anew here." if self.rebase else ""
        return f"{self.dated}.{anew}"

    @property
    def dated(self) -> str:
        """The event in a table's row: "Event 2, 12 May 2016: inspection"."""
        number = f" {self.number}" if self.number else ""
        return f"Event{number}, {day_said(self.day)}: {self.words.rstrip('.')}"


def drawn_events(finding: IndicatorFinding, start: date, end: date) -> tuple[ChartEvent, ...]:
    """The events known at the finding's quarter from `start` to `end`, oldest first."""
    inside = [event for event in reversed(finding.events) if start <= event.day <= end]
    several = len(inside) > 1
    return tuple(
        ChartEvent(event.day, event.words, number if several else 0, event.rebase)
        for number, event in enumerate(inside, start=1)
    )
