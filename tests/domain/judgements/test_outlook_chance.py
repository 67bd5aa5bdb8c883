"""The chance of meeting the target: by the interval alone, whichever way is better."""

import pytest

from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.outlook_chance import Chance
from tests.build import LOOKED_AFTER, finding, record, target

AT_Q3 = "FY2016-17Q3"


def chance(*targets, **more):
    return finding(AT_Q3, record(LOOKED_AFTER, targets=targets, **more)).outlook.chance


@pytest.mark.parametrize(
    ("rule", "level", "found"),
    [
        (TargetRule.AT_MOST, "166.4", Chance.UNLIKELY),
        (TargetRule.AT_MOST, "170", Chance.EITHER),
        (TargetRule.AT_MOST, "186.7", Chance.LIKELY),
        (TargetRule.AT_LEAST, "186.7", Chance.UNLIKELY),
        (TargetRule.AT_LEAST, "170", Chance.EITHER),
        (TargetRule.AT_LEAST, "166.4", Chance.LIKELY),
        (TargetRule.BASELINE_YEAR, None, Chance.NONE),
        (TargetRule.BELOW_REFERENCE, None, Chance.UNLIKELY),
        (TargetRule.ABOVE_REFERENCE, None, Chance.LIKELY),
    ],
)
def test_the_chance_of_a_level(rule, level, found):
    """The interval is 166.5 to 186.6; last year ended at 162.8."""
    assert chance(target(rule, level)) is found


@pytest.mark.parametrize(
    ("rule", "england", "found"),
    [
        (TargetRule.BELOW_AREA, "160", Chance.UNLIKELY),
        (TargetRule.BELOW_AREA, "175", Chance.EITHER),
        (TargetRule.BELOW_AREA, "190", Chance.LIKELY),
        (TargetRule.ABOVE_AREA, "160", Chance.LIKELY),
        (TargetRule.ABOVE_AREA, "175", Chance.EITHER),
        (TargetRule.ABOVE_AREA, "190", Chance.UNLIKELY),
    ],
)
def test_the_chance_of_ending_on_the_wanted_side_of_another_area(rule, england, found):
    areas = {"england": {"FY2015-16": england}}
    assert chance(target(rule, reference="england"), areas=areas) is found


def test_without_the_other_areas_figure_there_is_none():
    assert chance(target(TargetRule.BELOW_AREA, reference="england")) is Chance.NONE


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        ("160", "190", Chance.LIKELY),
        ("170", "190", Chance.EITHER),
        ("160", "175", Chance.EITHER),
        ("170", "175", Chance.EITHER),
        ("150", "166", Chance.UNLIKELY),
        ("187", "190", Chance.UNLIKELY),
    ],
)
def test_the_chance_of_ending_within_a_range(low, high, found):
    assert chance(target(TargetRule.BETWEEN, low, upper=high)) is found


@pytest.mark.parametrize("level", ["150", "166.4", "170", "186.7", "200"])
def test_the_other_way_round_the_words_change_places(level):
    turned = {
        Chance.LIKELY: Chance.UNLIKELY,
        Chance.UNLIKELY: Chance.LIKELY,
        Chance.EITHER: Chance.EITHER,
    }
    low = chance(target(TargetRule.AT_MOST, level))
    assert turned[low] is chance(target(TargetRule.AT_LEAST, level))


def test_without_a_target_there_is_none():
    assert chance() is Chance.NONE
