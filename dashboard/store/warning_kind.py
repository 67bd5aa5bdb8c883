"""The kinds of warning on loading, as accepted.csv names them, and what each is about."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

FACTOR = 5
"""How many times the median of its series a figure may be, or what share of it."""
SHARE = "a fifth"
"""One FACTOR-th, in words."""


class WarningKind(StrEnum):
    """What is doubtful about a figure or a target; `about` says it in words."""

    about: str

    def __new__(cls, name: str, about: str) -> Self:
        """A kind by the name that accepted.csv gives it, with its words."""
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.about = about
        return kind

    FAR_OFF = (
        "far-off",
        f"a figure more than {FACTOR} times the median of its series (so far this year: of the "
        f"same quarters), or less than {SHARE}",
    )
    FRACTIONS = ("fractions", "shares that are all 1 or less")
    NOT_WHOLE = ("not-whole", "a count with decimals")
    ABOVE_100 = ("above-100", "a share above 100%")
    BELOW_0 = ("below-0", "a share below 0%")
    COUNT_AND_RATE = ("count-and-rate", "a rate or a share that its count contradicts")
    FALLS = ("falls", "a share so far this year that falls")
    SEASONAL = ("seasonal", "a season that is not declared")
