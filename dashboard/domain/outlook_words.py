"""The outlook in the few words that a table or a slide has room for."""

from __future__ import annotations

from dashboard.domain.facts.indicator import count_written, written
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.outlook import Chance

TONES = {Chance.LIKELY: "good", Chance.UNLIKELY: "bad"}


def about(finding: IndicatorFinding) -> str:
    """The year end that is expected: "about 501", "about 82.1%"; empty where none is."""
    found, line = finding.outlook, finding.known.main
    if found is None or found.centre is None or line is None:
        return ""
    if found.count is not None:
        return f"about {count_written(found.count)}"
    return f"about {written(found.centre, line.decimals, finding.indicator.unit)}"


def chance(finding: IndicatorFinding) -> tuple[str, str]:
    """Whether the target will be met, and its tone; empty without a target."""
    found = finding.outlook
    if found is None or found.chance is Chance.NONE:
        return "", ""
    return found.chance.value, TONES.get(found.chance, "none")
