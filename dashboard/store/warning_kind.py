"""The kinds of warning on loading, as accepted.csv names them."""

from __future__ import annotations

from enum import StrEnum

FACTOR = 5
"""How many times the median of its series a figure may be, or what share of it."""
SHARE = "a fifth"
"""One FACTOR-th, in words."""


class WarningKind(StrEnum):
    """What is doubtful about a figure or a target."""

    FAR_OFF = "far-off"
    FRACTIONS = "fractions"
    NOT_WHOLE = "not-whole"
    ABOVE_100 = "above-100"
    FALLS = "falls"
    SEASONAL = "seasonal"

    @property
    def about(self) -> str:
        """What it is about, in words."""
        return {
            "far-off": f"a figure more than {FACTOR} times the median of its series, or less than "
            f"{SHARE}",
            "fractions": "shares that are all 1 or less",
            "not-whole": "a count with decimals",
            "above-100": "a share above 100%",
            "falls": "a share so far this year that falls",
            "seasonal": "a season that is not declared",
        }[self.value]
