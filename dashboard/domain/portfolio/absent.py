"""Say what a list of indicators does not show: figures, comparisons, comparators, commentary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.judgements.travel import Against, no_figure


@dataclass(frozen=True, slots=True)
class Absent:
    """One thing that is not in the picture, in a few words, and for which indicators."""

    words: str
    names: tuple[str, ...]

    @property
    def said(self) -> str:
        """The words, and the indicator's name where it is one alone."""
        return f"{self.words} ({self.names[0]})" if len(self.names) == 1 else self.words


def absent(findings: Sequence[IndicatorFinding]) -> tuple[Absent, ...]:
    """What is missing, the most important first; nothing where nothing is."""
    if not findings:
        return ()
    current = [finding for finding in findings if finding.is_current]
    before = findings[0].quarter.year_before()
    found = (
        ("{} without a current figure", [f for f in findings if not f.is_current]),
        ("{} judged by an earlier figure", [f for f in current if not f.is_new]),
        (f"{{}} without a figure for {before.label} to compare with", _without(current, before)),
        ("{} without a comparator", [f for f in current if not _is_compared(f)]),
        ("{} without commentary", [f for f in current if not _is_written(f)]),
        ("{} sharing another’s commentary", [f for f in current if f.commentary.shared_with]),
        ("{} without a target", [f for f in current if f.target.verdict is TargetVerdict.NONE]),
    )
    return tuple(
        Absent(words.format(len(each)), tuple(f.indicator.name for f in each))
        for words, each in found
        if each
    )


def _without(findings: Sequence[IndicatorFinding], before: Period) -> list[IndicatorFinding]:
    """Those with a quarterly figure for which the same quarter a year before has none."""
    return [
        finding
        for finding in findings
        for each in finding.travel
        if each.against is Against.SAME_QUARTER and each.omitted == no_figure(before)
    ]


def _is_compared(finding: IndicatorFinding) -> bool:
    return any(each.against is Against.AREA and each.change for each in finding.travel)


def _is_written(finding: IndicatorFinding) -> bool:
    return finding.commentary.written is not None and not finding.commentary.earlier
