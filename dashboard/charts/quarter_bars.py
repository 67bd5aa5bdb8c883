"""Lay out what each quarter changed as bars either side of zero, with the change still needed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.measure import signed
from dashboard.domain.facts.period import Period
from dashboard.domain.judgements.needed_pace import NeededPace
from dashboard.domain.judgements.quarter_changes import QuarterChanges

MOST = 8
"""The most quarters shown: those of two years."""


class BarKind(StrEnum):
    """Whether a bar is a change, the latest figure's, or one that is still needed."""

    CHANGE = "change"
    LATEST = "latest"
    NEEDED = "needed"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it begins and how high it is, in percent of the height from the top."""

    quarter: Period
    text: str
    kind: BarKind
    top: float
    height: float
    is_up: bool


@dataclass(frozen=True, slots=True)
class QuarterBars:
    """The bars, oldest first, and the height of the zero line in percent from the top."""

    zero: float
    bars: tuple[Bar, ...]


def quarter_bars(changes: QuarterChanges, pace: NeededPace | None) -> QuarterBars:
    """The latest changes, and a bar for each quarter to go where the pace is in their unit."""
    latest = changes.steps[-1].quarter
    given = [
        (step.quarter, step.change, BarKind.LATEST if step.quarter == latest else BarKind.CHANGE)
        for step in changes.steps[-MOST:]
    ]
    if pace and pace.period and pace.is_counted is changes.is_counted:
        kind = BarKind.ROOM if pace.is_room else BarKind.NEEDED
        given += [(latest.shifted(n + 1), pace.each, kind) for n in range(pace.quarters)]
    values = [change for _, change, _ in given]
    high, low = max(*values, Decimal(0)), min(*values, Decimal(0))
    whole = high - low or Decimal(1)
    zero = _share(high, whole)
    return QuarterBars(
        zero,
        tuple(
            Bar(
                quarter=quarter,
                text=_text(change, changes.places, kind),
                kind=kind,
                top=zero - _share(change, whole) if change > 0 else zero,
                height=_share(abs(change), whole),
                is_up=change >= 0,
            )
            for quarter, change, kind in given
        ),
    )


def _share(part: Decimal, whole: Decimal) -> float:
    return round(float(part / whole) * 100, 2)


def _text(change: Decimal, places: int, kind: BarKind) -> str:
    if kind in (BarKind.CHANGE, BarKind.LATEST):
        return signed(change, places) if change else "0"
    # Half a person is no answer, but a part of a whole change may be one.
    places = max(places, 1) if change % 1 and not places else places
    return signed(change, places)
