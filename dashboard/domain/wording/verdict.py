"""Write the short verdict at the top of an indicator, for page, slide and file."""

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
    """The words of a verdict, with their sign, and its status."""

    text: str
    status: Status


NO_NEW_FIGURE = Verdict("No new figure", Status.NONE)


def verdict(
    standing: Standing, target: TargetVerdict, deciding: Comparison | None, within_chance: bool
) -> Verdict:
    """The verdict on the quarter's figure: the exception if it is one, otherwise the target."""
    if standing.is_exception:
        sign = SIGNS[TargetVerdict.MISSED] if standing.missed else ""
        return Verdict(f"{sign}{_exception(standing, deciding, within_chance)}", Status.BAD)
    if target is TargetVerdict.MET:
        return Verdict(f"{SIGNS[target]}Meets its target", Status.GOOD)
    if target in UNJUDGED:
        return Verdict(capitalised(target.value), Status.NONE)
    return Verdict(standing.label, Status.NONE)


def _exception(standing: Standing, deciding: Comparison | None, within_chance: bool) -> str:
    """The kind of exception; one judged over more than a year names the period it compares with."""
    if standing.missed:
        return standing.label
    there = deciding.there if deciding else None
    longer = there is not None and there.period.months > MONTHS_OF_A_YEAR
    said = f"Worse than {there.period.label}" if there and longer else standing.label
    return f"{said}, could be chance" if within_chance else said
