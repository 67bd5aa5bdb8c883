"""One thing that was checked, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.judgements.reason import Reason


class CheckVerdict(StrEnum):
    """What a check found."""

    FITS = "fits"
    DIFFERS = "differs"
    MISSING = "missing"
    RESOLVED = "resolved by us"
    CANNOT = "cannot be checked"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing checked: about which indicators, of which period, and what was found."""

    indicators: tuple[Indicator, ...]
    about: str
    verdict: CheckVerdict
    sentence: str
    reason: Reason
