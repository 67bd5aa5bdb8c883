"""Count the indicators that miss or meet their target or await figures, for screen and slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import plural
from dashboard.domain.judgements.target import TargetVerdict


@dataclass(frozen=True, slots=True)
class Count:
    """One count of indicators, with its sign, its status and its words."""

    sign: str
    status: str
    count: int
    words: str

    @property
    def number(self) -> str:
        """The number with its sign, such as "✖ 3"."""
        return f"{self.sign} {self.count}".strip()

    @property
    def label(self) -> str:
        """The number with its sign and words, such as "✖ 3 miss their target"."""
        return f"{self.number} {self.words}"


def counts(everything: Sequence[IndicatorFinding]) -> list[Count]:
    """The counts of some findings; missed, met and awaited are given even when they are zero."""
    new = [finding for finding in everything if finding.is_new]
    verdicts = [finding.target.verdict for finding in new]
    missed, met = verdicts.count(TargetVerdict.MISSED), verdicts.count(TargetVerdict.MET)
    worse = sum(f.standing.worse and not f.standing.missed for f in new)
    unjudged = sum(not f.standing.judged for f in new)
    counted = (
        (
            Count("✖", "bad", missed, plural(missed, "misses its target", "miss their target")),
            True,
        ),
        (Count("✔", "good", met, plural(met, "meets it", "meet it")), True),
        (Count("", "bad", worse, "worse than last year"), False),
        (Count("", "", verdicts.count(TargetVerdict.BASELINE), "in a baseline year"), False),
        (Count("", "", verdicts.count(TargetVerdict.NOT_YET), "judged at year end"), False),
        (Count("", "", verdicts.count(TargetVerdict.NONE), "without a target"), False),
        (Count("", "", unjudged, "cannot be judged"), False),
        (Count("", "", len(everything) - len(new), "without a new figure"), True),
    )
    return [each for each, always in counted if each.count or always]
