"""Why a finding says what it says: the rule, where it is from, and the numbers to check it by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """The answer to "why?": `numbers` are pairs of what a number is and the number."""

    rule: str
    numbers: tuple[tuple[str, str], ...] = ()
    source: str = ""
