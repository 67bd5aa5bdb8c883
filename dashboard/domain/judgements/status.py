"""Map judgements to a status, which sets the sign and colour wherever it is shown."""

from __future__ import annotations

from enum import StrEnum

from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.judgements.target import TargetVerdict


class Status(StrEnum):
    """Good, bad or the same for the people served; NONE where nothing is judged."""

    GOOD = "good"
    BAD = "bad"
    SAME = "same"
    NONE = "none"


SIGNS = {TargetVerdict.MET: "✔ ", TargetVerdict.MISSED: "✖ "}
"""The sign before a target's verdict; other verdicts have none."""
_OF_CHANGES = {
    Judgement.BETTER: Status.GOOD,
    Judgement.WORSE: Status.BAD,
    Judgement.SAME: Status.SAME,
    Judgement.NONE: Status.NONE,
}
_OF_TARGETS = {TargetVerdict.MET: Status.GOOD, TargetVerdict.MISSED: Status.BAD}


def change_status(judgement: Judgement) -> Status:
    """The status of a change."""
    return _OF_CHANGES[judgement]


def target_status(verdict: TargetVerdict) -> Status:
    """The status of a figure against its target; NONE unless it is met or missed."""
    return _OF_TARGETS.get(verdict, Status.NONE)
