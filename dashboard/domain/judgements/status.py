"""Map judgements to a status, which sets the sign and colour wherever it is shown.

Colour belongs to a target met or missed and to a difference that is more than chance.
"""

from __future__ import annotations

from enum import StrEnum

from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.judgements.standing import Rating, Standing
from dashboard.domain.judgements.target import TargetVerdict


class Status(StrEnum):
    """Good, bad or near to bad for the people served; the same; NONE where nothing is judged."""

    GOOD = "good"
    BAD = "bad"
    NEAR = "near"
    SAME = "same"
    NONE = "none"


SIGNS = {TargetVerdict.MET: "✔ ", TargetVerdict.WITHIN: "◆ ", TargetVerdict.MISSED: "✖ "}
"""The sign before a target's verdict; other verdicts have none."""
_OF_CHANGES = {Judgement.BETTER: Status.GOOD, Judgement.WORSE: Status.BAD}
_OF_TARGETS = {
    TargetVerdict.MET: Status.GOOD,
    TargetVerdict.WITHIN: Status.NEAR,
    TargetVerdict.MISSED: Status.BAD,
}
_OF_RATINGS = {
    Rating.MISSES: Status.BAD,
    Rating.WITHIN: Status.NEAR,
    Rating.MEETS: Status.GOOD,
    Rating.WORSE: Status.BAD,
    Rating.NO_JUDGEMENT: Status.NONE,
}


def change_status(judgement: Judgement, is_beyond_chance: bool) -> Status:
    """The status of a change: good or bad only if it is more than chance."""
    if judgement is Judgement.NONE:
        return Status.NONE
    return _OF_CHANGES.get(judgement, Status.SAME) if is_beyond_chance else Status.SAME


def target_status(verdict: TargetVerdict) -> Status:
    """The status of a figure against its target; NONE where it is not judged."""
    return _OF_TARGETS.get(verdict, Status.NONE)


def standing_status(standing: Standing) -> Status:
    """The status of an indicator's row or card."""
    if standing.rating is Rating.NOT_WORSE and standing.is_better:
        return Status.GOOD
    return _OF_RATINGS.get(standing.rating, Status.SAME)
