"""The result of one check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.judgements.reason import Reason


class CheckVerdict(StrEnum):
    """The outcome of a check."""

    FITS = "fits"
    DIFFERS = "differs"
    MISSING = "missing"
    RESOLVED = "resolved by us"
    CANNOT = "cannot be checked"


@dataclass(frozen=True, slots=True)
class Check:
    """The result of one check: the indicators, the period, the outcome and why."""

    indicators: tuple[Indicator, ...]
    about: str
    verdict: CheckVerdict
    sentence: str
    reason: Reason
