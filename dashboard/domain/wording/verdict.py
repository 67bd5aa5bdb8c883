"""The short judgement that stands at an indicator's head, on page, slide and paper."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.change import RealVerdict, real_change
from dashboard.domain.judgements.status import SIGNS
from dashboard.domain.judgements.target import TargetVerdict

MONTHS_OF_A_YEAR = 12
UNJUDGED = (TargetVerdict.BASELINE, TargetVerdict.NOT_YET)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Its words with their sign, and their tone."""

    text: str
    tone: str


def verdict(finding: IndicatorFinding) -> Verdict:
    """An exception first, then what the target says."""
    standing, against = finding.standing, finding.target.verdict
    if not finding.is_new:
        return Verdict("No new figure", "none")
    if standing.is_exception:
        sign = SIGNS[TargetVerdict.MISSED] if standing.missed else ""
        return Verdict(f"{sign}{_said(finding)}", "bad")
    if against is TargetVerdict.MET:
        return Verdict(f"{SIGNS[against]}Meets its target", "good")
    if against in UNJUDGED:
        words = against.value
        return Verdict(words[:1].upper() + words[1:], "none")
    return Verdict(standing.said, "none")


def within_chance(finding: IndicatorFinding) -> bool:
    """Whether the indicator is an exception only by a worsening that chance alone could make."""
    line, yearly = finding.known.main, finding.yearly
    if not finding.is_exception or finding.standing.missed or line is None or yearly is None:
        return False
    real = real_change(finding.indicator, line, yearly, None)
    return real is not None and real.verdict is RealVerdict.NOT_DETECTABLE


def _said(finding: IndicatorFinding) -> str:
    """The standing; where it is not worse than last year but than another period, than which."""
    if finding.standing.missed:
        return finding.standing.said
    there = finding.yearly.there if finding.yearly else None
    longer = there is not None and there.period.months > MONTHS_OF_A_YEAR
    said = f"Worse than {there.period.label}" if there and longer else finding.standing.said
    return f"{said}, no detectable change" if within_chance(finding) else said
