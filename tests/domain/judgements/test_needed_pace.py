"""How much a figure must still move to meet its target, and why it may have no such pace."""

from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target

AT_MOST, AT_LEAST = TargetRule.AT_MOST, TargetRule.AT_LEAST
WANTED = target(AT_MOST, "153.8", 443)


def pace(figures, *targets, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(figures, targets=targets, **more)).needed_pace


def test_in_people_with_what_the_quarters_have_done_so_far():
    found = pace(LOOKED_AFTER, WANTED)
    assert found.sentence == "58 fewer needed in one quarter; the only fall so far is 3"
    assert (found.needed, found.quarters, found.is_counted) == (Decimal(-58), 1, True)
    assert (found.value, found.level) == (Decimal("174.7"), Decimal("153.8"))
    assert found.period == parse("FY2016-17")
    assert found.reason.numbers == (
        ("Q3 2016/17", "174.7 (501)"),
        ("target for 2016/17", "153.8 (443)"),
        ("quarters to go", "1"),
    )


def test_over_more_quarters_with_what_each_takes():
    found = pace(LOOKED_AFTER, WANTED, quarter="FY2016-17Q2")
    assert found.sentence == (
        "61 fewer needed in two quarters, 31 a quarter; there was no fall so far"
    )
    assert found.each == Decimal("-30.5")


def test_from_the_denominator_where_the_target_has_no_count():
    assert pace(LOOKED_AFTER, target(AT_MOST, "153.8")).sentence == (
        "About 60 fewer needed in one quarter; the only fall so far is 3"
    )
    assert pace(LOOKED_AFTER, target(TargetRule.BELOW_REFERENCE)).sentence == (
        "More than about 35 fewer needed in one quarter; the only fall so far is 3"
    )


def test_without_counts_in_the_unit_of_the_figure():
    figures = {"FY2016-17Q1": "70", "FY2016-17Q2": "73", "FY2016-17Q3": "78.5"}
    assert pace(figures, target(AT_LEAST, "80"), **PERCENT).sentence == (
        "A rise of 1.5 points needed in one quarter; the largest rise so far is 5.5 points"
    )
    homes = {"unit": Unit.COUNT, "noun": "", "polarity": Polarity.HIGH}
    assert pace(figures, target(AT_LEAST, "80"), **homes).sentence.startswith("1.5 more needed in")


def test_a_rolling_total_moves_against_the_year_before():
    found = pace(LOOKED_AFTER, WANTED, basis=Basis.ROLLING_12M)
    assert found.sentence == (
        "58 fewer needed in one quarter, compared with the same quarter a year before; the most so "
        "far is 3 fewer"
    )


def test_a_figure_so_far_this_year_has_to_grow_or_has_room():
    so_far = {"basis": Basis.YEAR_TO_DATE} | PERCENT
    assert pace(REVIEWS, target(AT_LEAST, "80"), **so_far).sentence == (
        "18.4 points more needed in one quarter; the most that a quarter has added so far is 23.6 "
        "points"
    )
    room = pace(REVIEWS, target(AT_MOST, "80"), **so_far)
    assert room.is_room
    assert room.sentence.startswith("At most 18.4 points more in one quarter stays within the tar")
    passed = pace(REVIEWS, target(AT_MOST, "60"), **so_far)
    assert passed.period is None
    assert passed.sentence == "No needed pace: the target is passed, and the figure only grows"


def test_of_a_range_the_nearer_end_counts():
    within = target(TargetRule.BETWEEN, "100", upper="160")
    assert pace(LOOKED_AFTER, within).level == 160
    below = target(TargetRule.BETWEEN, "180", upper="200")
    assert pace(LOOKED_AFTER, below).level == 180
    inside = target(TargetRule.BETWEEN, "170", upper="180")
    assert pace(LOOKED_AFTER, inside).sentence == "No needed pace: the target is met"


@pytest.mark.parametrize(
    ("targets", "more", "why"),
    [
        ((), {}, "no target is set"),
        ((target(TargetRule.BASELINE_YEAR),), {}, "it is a baseline year"),
        ((target(AT_MOST, "174.7"),), {}, "the target is met"),
        ((target(TargetRule.BELOW_AREA, reference="england"),), {}, "the target’s level is not"),
        ((WANTED,), {"basis": Basis.PERIOD}, "each quarter stands for itself"),
        ((WANTED,), {"basis": Basis.UNSTATED}, "the report does not say over what period"),
        ((WANTED,), {"basis": Basis.YEAR_TO_DATE_AVERAGE}, "each figure takes in all months"),
        ((WANTED,), {"basis": Basis.ROLLING_36M}, "each figure shares most of its months"),
    ],
)
def test_where_there_is_none_it_says_why(targets, more, why):
    found = pace(LOOKED_AFTER, *targets, **more)
    assert found.period is None
    assert found.sentence.startswith(f"No needed pace: {why}")


def test_a_year_that_is_over_and_a_figure_that_is_too_old_have_none():
    ended = LOOKED_AFTER | {"FY2016-17Q4": ("170.0", 488)}
    assert pace(ended, WANTED, quarter="FY2016-17Q4").sentence.endswith("period is over")
    assert pace(LOOKED_AFTER, WANTED, quarter="FY2019-20Q1").sentence.endswith("too old")
    yearly = {"FY2014-15": "156.4", "FY2015-16": "162.8"}
    assert pace(yearly, WANTED).sentence.endswith("the figure comes once a year")
    assert pace({}, WANTED) is None


def test_the_last_of_the_quarters_targets_leads_where_the_year_has_none():
    profile = (target(AT_MOST, "170", 488, period="FY2016-17Q4"),)
    assert pace(LOOKED_AFTER, *profile).sentence.startswith("13 fewer needed in one quarter")
    early = (target(AT_MOST, "170", 488, period="FY2016-17Q2"),)
    assert pace(LOOKED_AFTER, *early).sentence == "No needed pace: no target is set"
