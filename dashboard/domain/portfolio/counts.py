"""Count the indicators of each status, for screen and slide; the counts add up to all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import plural
from dashboard.domain.judgements.standing import Rating, Unjudged
from dashboard.domain.judgements.status import SIGNS, Status
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.portfolio.overall import is_targeted


@dataclass(frozen=True, slots=True)
class Count:
    """One count of indicators, with its sign, its status and its words."""

    sign: str
    status: Status
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


_UNJUDGED = {
    Unjudged.BASELINE: "in a baseline year",
    Unjudged.YEAR_END: "judged at year end",
    Unjudged.NEUTRAL: "with no better or worse",
    Unjudged.BREAK: "newly defined",
    Unjudged.NOTHING: "with no earlier figure to compare with",
    Unjudged.NO_FIGURE: "without a current figure",
}


def counts(everything: Sequence[IndicatorFinding]) -> list[Count]:
    """The counts of some findings by status; missed and met stand at zero too beside a target."""
    ratings = Counter(finding.standing.rating for finding in everything)
    unjudged = Counter(finding.standing.unjudged for finding in everything)
    missed, met = ratings[Rating.MISSES], ratings[Rating.MEETS]
    misses = plural(missed, "misses its target", "miss their target")
    meets = plural(met, "meets it", "meet it")
    found = [
        Count(SIGNS[TargetVerdict.MISSED].strip(), Status.BAD, missed, misses),
        Count(
            SIGNS[TargetVerdict.WITHIN].strip(),
            Status.NEAR,
            ratings[Rating.WITHIN],
            Rating.WITHIN.value,
        ),
        Count(SIGNS[TargetVerdict.MET].strip(), Status.GOOD, met, meets),
        Count("", Status.BAD, ratings[Rating.WORSE], Rating.WORSE.value),
        *(
            Count("", Status.SAME, ratings[each], each.value)
            for each in (Rating.WORSE_BY_CHANCE, Rating.WORSE_UNTESTED, Rating.NOT_WORSE)
        ),
        *(Count("", Status.NONE, unjudged[why], words) for why, words in _UNJUDGED.items()),
    ]
    always = (misses, meets) if is_targeted(everything) else ()
    return [each for each in found if each.count or each.words in always]
