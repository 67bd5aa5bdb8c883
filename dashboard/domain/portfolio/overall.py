"""Write the headline for several indicators together: how many are exceptions."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import plural


def overall_headline(findings: Sequence[IndicatorFinding], quarter: Period) -> str:
    """The headline for a list of findings at a quarter."""
    if not findings:
        return "There are no indicators here yet"
    new = [finding for finding in findings if finding.is_new]
    exceptions = sum(finding.is_exception for finding in new)
    judged = sum(finding.standing.judged for finding in new)
    return overview_headline(exceptions, judged, len(new), quarter, len(findings) - len(new))


def overview_headline(
    exceptions: int, judged: int, counted: int, quarter: Period, others: int = 0
) -> str:
    """A headline such as "3 of 4 indicators are exceptions in Q3 2016/17".

    `counted` have a new figure and `judged` of those can be judged; `others` have no new figure.
    Indicators that cannot be judged are not counted as fine.
    """
    if counted == 0:
        return f"No new council return or figure in {quarter.label}"
    said = _exceptions_said(exceptions, judged, counted, quarter)
    if not others:
        return said
    return f"{said}; {others} {plural(others, 'has', 'have')} no new figure"


def _exceptions_said(exceptions: int, judged: int, counted: int, quarter: Period) -> str:
    noun = plural(counted, "indicator")
    if judged == 0 and exceptions == 0:
        which = "The one indicator cannot" if counted == 1 else f"None of {counted} {noun} can"
        return f"{which} be judged in {quarter.label}"
    if exceptions == 0:
        none = (
            "The one indicator is not an exception"
            if counted == 1
            else f"None of {counted} indicators is an exception"
        )
        return f"{none} in {quarter.label}"
    verb = plural(exceptions, "is an exception", "are exceptions")
    return f"{exceptions} of {counted} {noun} {verb} in {quarter.label}"
