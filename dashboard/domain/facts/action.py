"""What is being done about an indicator: by whom, by when, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.facts.period import Period
from dashboard.domain.grammar import day_said


class ActionState(StrEnum):
    """How far an action is; the value is its word on screen."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    DONE = "done"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Action:
    """An action as a quarter's report states it; `due` is None where no day is given."""

    period: Period
    action: str
    owner: str
    due: date | None
    state: ActionState
    source: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """What is done, by whom and when, and its state: "Cameras. ", "Street Scene: ", "done"."""
        due = f"due {day_said(self.due)}" if self.due else ""
        whose = ", ".join(part for part in (self.owner, due) if part)
        return f"{self.action.rstrip('.')}. ", f"{whose}: " if whose else "", self.state.value

    @property
    def said(self) -> str:
        """The action in one line: "Cameras. Street Scene, due 1 May 2026: done"."""
        return "".join(self.parts)


def known_actions(actions: Iterable[Action], quarter: Period) -> tuple[Action, ...]:
    """The actions stated for the quarter, or else for the latest one earlier in its year."""
    year = quarter.financial_year
    known = [
        each
        for each in actions
        if each.period.end <= quarter.end and each.period.financial_year == year
    ]
    newest = max((each.period.end for each in known), default=None)
    return tuple(each for each in known if each.period.end == newest)
