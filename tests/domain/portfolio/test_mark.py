"""Every status has one shape, and a target outranks what the figure was before."""

import pytest

from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.judgements.change import RealChange, RealVerdict
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.standing import Rating, Standing, Unjudged
from dashboard.domain.portfolio.mark import Mark, mark_of
from dashboard.settings import ROOT

REAL = RealChange(RealVerdict.MORE_THAN_CHANCE, "more than chance", Reason("", ()))


def standing(rating, judgement=Judgement.SAME, real=None, unjudged=None):
    return Standing(rating, judgement, real, None, unjudged)


@pytest.mark.parametrize(
    ("rating", "shape"),
    [
        (Rating.MISSES, "misses"),
        (Rating.WITHIN, "near"),
        (Rating.MEETS, "meets"),
        (Rating.WORSE, "worse"),
        (Rating.WORSE_BY_CHANCE, "perhaps-worse"),
        (Rating.WORSE_UNTESTED, "perhaps-worse"),
        (Rating.NOT_WORSE, "no-worse"),
    ],
)
def test_each_rating_has_its_shape(rating, shape):
    assert mark_of(standing(rating)) == shape


def test_better_needs_more_than_chance():
    better = standing(Rating.NOT_WORSE, Judgement.BETTER, REAL)
    assert mark_of(better) is Mark.BETTER
    assert mark_of(standing(Rating.NOT_WORSE, Judgement.BETTER)) is Mark.NO_WORSE
    assert mark_of(standing(Rating.MISSES, Judgement.BETTER, REAL)) is Mark.MISSES


def test_what_is_not_judged_is_told_from_what_has_no_figure():
    baseline = standing(Rating.NO_JUDGEMENT, unjudged=Unjudged.BASELINE)
    absent = standing(Rating.NO_JUDGEMENT, unjudged=Unjudged.NO_FIGURE)
    assert (mark_of(baseline), mark_of(absent)) == ("unjudged", "no-figure")


def test_every_shape_is_drawn_by_the_script():
    drawn = (ROOT / "assets" / "shapes.js").read_text()
    assert [mark for mark in Mark if f"\n    {mark}: [" not in drawn.replace('"', "")] == []
