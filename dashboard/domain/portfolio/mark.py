"""Give each indicator one shape for tables, history and wall, told apart without colour."""

from __future__ import annotations

from enum import StrEnum

from dashboard.domain.judgements.standing import Rating, Standing, Unjudged


class Mark(StrEnum):
    """The shapes by the names that scripts and style sheets know, worst first."""

    MISSES = "misses"
    WORSE = "worse"
    NEAR = "near"
    PERHAPS_WORSE = "perhaps-worse"
    MEETS = "meets"
    BETTER = "better"
    NO_WORSE = "no-worse"
    UNJUDGED = "unjudged"
    NO_FIGURE = "no-figure"

    @property
    def label(self) -> str:
        """What the shape says, for keys and listeners."""
        return _LABELS[self]


_LABELS = {
    Mark.MISSES: "misses its target",
    Mark.WORSE: "worse by more than chance",
    Mark.NEAR: "within tolerance",
    Mark.PERHAPS_WORSE: "worse, but could be chance or not tested",
    Mark.MEETS: "meets its target",
    Mark.BETTER: "better by more than chance",
    Mark.NO_WORSE: "no worse",
    Mark.UNJUDGED: "not judged",
    Mark.NO_FIGURE: "no current figure",
}
_OF_RATINGS = {
    Rating.MISSES: Mark.MISSES,
    Rating.WITHIN: Mark.NEAR,
    Rating.MEETS: Mark.MEETS,
    Rating.WORSE: Mark.WORSE,
    Rating.WORSE_BY_CHANCE: Mark.PERHAPS_WORSE,
    Rating.WORSE_UNTESTED: Mark.PERHAPS_WORSE,
}


def mark_of(standing: Standing) -> Mark:
    """The shape of an indicator's status; a target outranks what it was before."""
    if standing.unjudged is Unjudged.NO_FIGURE:
        return Mark.NO_FIGURE
    if standing.rating is Rating.NO_JUDGEMENT:
        return Mark.UNJUDGED
    return _OF_RATINGS.get(standing.rating, Mark.BETTER if standing.is_better else Mark.NO_WORSE)
