"""Say what pages, slides and sheets do not show: indicators, figures, comparisons, commentary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capped
from dashboard.domain.judgements.standing import Unjudged
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.judgements.travel import Against, no_figure

_UNJUDGED = (Unjudged.BREAK, Unjudged.NOTHING, Unjudged.NEUTRAL)
"""Why some are not judged that have a current figure, but for what waits for the year's end."""


@dataclass(frozen=True, slots=True)
class Absent:
    """One thing that is not in the picture, in a few words, and for which indicators."""

    words: str
    names: tuple[str, ...]

    @property
    def said(self) -> str:
        """The words, and the indicator's name where it is one alone."""
        return f"{self.words} ({self.names[0]})" if len(self.names) == 1 else self.words

    def named(self, most: int) -> str:
        """The words and the names in a line, at `most` so many where it is not 0."""
        return f"{self.words}: {', '.join(capped(self.names, most or len(self.names)))}"


def absent(findings: Sequence[IndicatorFinding]) -> tuple[Absent, ...]:
    """What is missing, the most important first; nothing where nothing is."""
    return (*_figures(findings), *_lacking(findings))


def not_shown(
    findings: Sequence[IndicatorFinding], shown: Sequence[IndicatorFinding], most_in_line: int = 0
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What slides or sheets of the `shown` leave out, and what those lack.

    Pairs of a heading and the lines under it, without empty ones; all names are in a line, for
    paper opens nothing, unless it has room for `most_in_line` only.
    """
    without = [f for f in findings if f not in shown and f.is_current]
    fine = [f for f in without if not f.is_exception]
    groups = (
        ("No exception, and not shown", _names(fine)),
        ("An exception, and not shown", _names([f for f in without if f not in fine])),
        *((each.words, each.names) for each in _figures(findings)),
        ("Of those shown", tuple(each.named(most_in_line) for each in _lacking(shown))),
    )
    return tuple((heading, lines) for heading, lines in groups if lines)


def _figures(findings: Sequence[IndicatorFinding]) -> tuple[Absent, ...]:
    return _told([("without a current figure", [f for f in findings if not f.is_current])])


def _lacking(findings: Sequence[IndicatorFinding]) -> tuple[Absent, ...]:
    """What those with a current figure lack."""
    current = [finding for finding in findings if finding.is_current]
    if not current:
        return ()
    before = current[0].quarter.year_before()
    return _told(
        [
            ("with an earlier figure only", [f for f in current if not f.is_new]),
            *(
                (f"not judged: {each}", [f for f in current if f.standing.unjudged is each])
                for each in _UNJUDGED
            ),
            (f"without a figure for {before.label} to compare with", _without(current, before)),
            ("without a comparator", [f for f in current if not _is_compared(f)]),
            ("without commentary", [f for f in current if not _is_written(f)]),
            ("sharing another’s commentary", [f for f in current if f.commentary.shared_with]),
            ("without a target", [f for f in current if f.target.verdict is TargetVerdict.NONE]),
        ]
    )


def _told(found: Sequence[tuple[str, Sequence[IndicatorFinding]]]) -> tuple[Absent, ...]:
    return tuple(Absent(f"{len(each)} {words}", _names(each)) for words, each in found if each)


def _names(findings: Sequence[IndicatorFinding]) -> tuple[str, ...]:
    return tuple(finding.indicator.name for finding in findings)


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
