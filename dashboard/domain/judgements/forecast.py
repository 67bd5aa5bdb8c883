"""What a method makes of the year end: the centre, the interval that should hold 8 times in 10."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.domain.facts.period import Period
from dashboard.domain.judgements.intervals import Interval
from dashboard.domain.judgements.reason import Reason

SHARE = 0.8
"""The share of years that should end within the interval."""
LEVEL = "8 in 10"


class Method(StrEnum):
    """How a year end is looked ahead to."""

    PACE_AND_SWING = "pace and swing"
    EARLIER_YEARS = "earlier years"
    AVERAGE_SO_FAR = "average so far"
    EVEN_PACE = "even pace"


@dataclass(frozen=True, slots=True)
class Forecast:
    """A method's year end, in the figure's unit; `is_counted` if in people or events instead.

    Pace and swing has an interval and no centre, an average so far and an even pace have a centre
    and no interval. `years` are the earlier years used, `indicative` that the steps are few. `why`
    makes the reason, which the many that are made for the record of earlier outlooks need not have.
    """

    method: Method
    why: Callable[[], Reason] = field(repr=False, compare=False)
    centre: float | None = None
    interval: Interval | None = None
    years: tuple[Period, ...] = ()
    indicative: bool = False
    is_counted: bool = False

    @property
    def reason(self) -> Reason:
        """The rule, with the numbers to check it with."""
        return self.why()
