"""Count the indicators of each status, and list those of one; the counts add up to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import plural
from dashboard.domain.judgements.standing import Rating, Unjudged
from dashboard.domain.judgements.status import SIGNS, Status
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.portfolio.mark import Mark
from dashboard.domain.portfolio.overall import is_targeted


@dataclass(frozen=True, slots=True)
class _Kind:
    """One status: its name in addresses, its words for one and for several, and what has it."""

    key: str
    mark: Mark
    one: str
    several: str
    has: Rating | Unjudged
    sign: str = ""
    status: Status = Status.SAME

    def holds(self, finding: IndicatorFinding) -> bool:
        """Whether an indicator has this status."""
        standing = finding.standing
        found = standing.unjudged if isinstance(self.has, Unjudged) else standing.rating
        return found is self.has


def _target(key: str, mark: Mark, words: tuple[str, str], rating: Rating, status: Status) -> _Kind:
    verdict = {
        Rating.MISSES: TargetVerdict.MISSED,
        Rating.WITHIN: TargetVerdict.WITHIN,
        Rating.MEETS: TargetVerdict.MET,
    }[rating]
    return _Kind(key, mark, *words, rating, SIGNS[verdict].strip(), status)


def _same(key: str, mark: Mark, rating: Rating, status: Status = Status.SAME) -> _Kind:
    return _Kind(key, mark, rating.value, rating.value, rating, status=status)


def _unjudged(key: str, words: str, why: Unjudged, mark: Mark = Mark.UNJUDGED) -> _Kind:
    return _Kind(key, mark, words, words, why, status=Status.NONE)


_MISS = _target(
    "miss", Mark.MISSES, ("misses its target", "miss their target"), Rating.MISSES, Status.BAD
)
_WITHIN = (Rating.WITHIN.value, Rating.WITHIN.value)
_MEET = _target("meet", Mark.MEETS, ("meets it", "meet it"), Rating.MEETS, Status.GOOD)
_KINDS = (
    _MISS,
    _target("near", Mark.NEAR, _WITHIN, Rating.WITHIN, Status.NEAR),
    _MEET,
    _same("worse", Mark.WORSE, Rating.WORSE, Status.BAD),
    _same("perhaps-worse", Mark.PERHAPS_WORSE, Rating.WORSE_BY_CHANCE),
    _same("not-tested", Mark.PERHAPS_WORSE, Rating.WORSE_UNTESTED),
    _same("no-worse", Mark.NO_WORSE, Rating.NOT_WORSE),
    _unjudged("baseline", "in a baseline year", Unjudged.BASELINE),
    _unjudged("year-end", "judged at year end", Unjudged.YEAR_END),
    _unjudged("neutral", "with no better or worse", Unjudged.NEUTRAL),
    _unjudged("redefined", "newly defined", Unjudged.BREAK),
    _unjudged("none", "with no earlier figure to compare with", Unjudged.NOTHING),
    _unjudged("awaiting", "without a current figure", Unjudged.NO_FIGURE, Mark.NO_FIGURE),
)
STATUSES = {kind.key: kind.several for kind in _KINDS}
"""The statuses by their names in addresses, with their words."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count of indicators: its name in addresses, shape, sign, status and words."""

    key: str
    mark: Mark
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


def counts(everything: Sequence[IndicatorFinding]) -> list[Count]:
    """The counts of some findings by status; missed and met stand at zero too beside a target."""
    always = (_MISS, _MEET) if is_targeted(everything) else ()
    found = [(kind, sum(map(kind.holds, everything))) for kind in _KINDS]
    return [
        Count(kind.key, kind.mark, kind.sign, kind.status, n, plural(n, kind.one, kind.several))
        for kind, n in found
        if n or kind in always
    ]


def of_status(findings: Sequence[IndicatorFinding], key: str) -> list[IndicatorFinding]:
    """The findings with the status of that name, which is one of STATUSES."""
    kind = next(each for each in _KINDS if each.key == key)
    return [finding for finding in findings if kind.holds(finding)]
