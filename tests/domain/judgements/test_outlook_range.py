"""The year end's range beside the latest figure and the target."""

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target


def found(*targets, figures=LOOKED_AFTER, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(figures, targets=targets, **more)).outlook_range


def test_in_people_where_the_target_has_a_count():
    drawn = found(target(TargetRule.AT_MOST, "153.8", 443))
    assert (drawn.low_said, drawn.high_said, drawn.now_said) == ("477", "535", "501")
    assert (drawn.target_said, drawn.short_said) == ("443", "34")


def test_in_people_by_the_denominator_where_the_target_has_none():
    drawn = found(target(TargetRule.AT_MOST, "153.8"))
    assert (drawn.target_said, drawn.short_said) == ("about 441", "36")


def test_in_the_unit_of_the_figure_without_counts():
    figures = {"FY2016-17Q1": "169.8", "FY2016-17Q2": "175.7", "FY2016-17Q3": "174.7"}
    drawn = found(target(TargetRule.AT_MOST, "153.8"), figures=figures)
    assert (drawn.now_said, drawn.target_said) == ("174.7", "153.8")
    assert "." in drawn.short_said


def test_a_target_within_the_range_leaves_it_not_short():
    drawn = found(target(TargetRule.AT_MOST, "170", 488))
    assert (drawn.target_said, drawn.short_said) == ("488", "")
    assert found().target is None


def test_of_a_range_the_nearer_end_is_the_target():
    assert found(target(TargetRule.BETWEEN, "100", upper="150")).target_said == "150.0"
    below = found(target(TargetRule.BETWEEN, "200", upper="210"))
    assert (below.target_said, below.short_said) == ("200.0", "13.4")


def test_without_a_range_there_is_nothing_to_draw():
    reviews = found(figures=REVIEWS, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert reviews is None
