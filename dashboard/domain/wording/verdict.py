"""The short judgement at an indicator's head, on page, slide and paper."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.exception import Standing
from dashboard.domain.judgements.status import SIGNS, Status
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.judgements.travel import Comparison

MONTHS_OF_A_YEAR = 12
UNJUDGED = (TargetVerdict.BASELINE, TargetVerdict.NOT_YET)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Its words with their sign, and their status."""

    text: str
    status: Status


NO_NEW_FIGURE = Verdict("No new figure", Status.NONE)


def verdict(
    standing: Standing, target: TargetVerdict, deciding: Comparison | None, within_chance: bool
) -> Verdict:
    """The verdict on a figure of the quarter: an exception first, then what the target says."""
    if standing.is_exception:
        sign = SIGNS[TargetVerdict.MISSED] if standing.missed else ""
        return Verdict(f"{sign}{_exception(standing, deciding, within_chance)}", Status.BAD)
    if target is TargetVerdict.MET:
        return Verdict(f"{SIGNS[target]}Meets its target", Status.GOOD)
    if target in UNJUDGED:
        return Verdict(capitalised(target.value), Status.NONE)
    return Verdict(standing.label, Status.NONE)


def _exception(standing: Standing, deciding: Comparison | None, within_chance: bool) -> str:
    """Which kind of exception; where it is worse than another period than last year, which."""
    if standing.missed:
        return standing.label
    there = deciding.there if deciding else None
    longer = there is not None and there.period.months > MONTHS_OF_A_YEAR
    said = f"Worse than {there.period.label}" if there and longer else standing.label
    return f"{said}, no detectable change" if within_chance else said
