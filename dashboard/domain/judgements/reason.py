"""The explanation behind a finding: the rule, its source and the numbers to check it with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """The answer to "Why?"; `numbers` are pairs of a label and a formatted number."""

    rule: str
    numbers: tuple[tuple[str, str], ...] = ()
    source: str = ""
