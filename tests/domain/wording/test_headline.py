import pytest

from dashboard.domain.facts.indicator import Basis, Origin, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.domain.wording.headline import LONGEST
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, series, target


def headline(quarter, *args, **more):
    return finding(quarter, record(*args, **more)).headline


def test_looked_after():
    targets = (target(TargetRule.AT_MOST, "153.8", 443),)
    assert headline("FY2016-17Q3", LOOKED_AFTER, targets=targets) == (
        "501 children looked after: 58 above target, 32 more than in 2015/16"
    )


def test_annual_reviews():
    targets = (target(TargetRule.BASELINE_YEAR),)
    said = headline("FY2016-17Q3", REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert said == "61.6% reviewed so far this year: about 82% at an even pace, baseline year"


def test_claimants():
    said = headline(
        "FY2025-26Q3",
        published={"CY2024": "6.1", "CY2025": "5.7"},
        areas={"england": {"CY2025": "4.0"}},
        published_series=series(Origin.PUBLISHED, Basis.PERIOD),
        unit=Unit.PERCENT,
        noun="",
        said="claiming",
    )
    assert said == "5.7% claiming: 1.7 points above England, down 0.4 points on 2024"


def test_the_newest_figure_stands_until_the_next():
    said = headline("FY2016-17Q2", published={"CY2015": "6.1"}, unit=Unit.PERCENT, said="claiming")
    assert said == "2015: 6.1% claiming"


def test_an_older_figure_names_its_period_first():
    said = headline("FY2016-17Q4", LOOKED_AFTER, {"FY2016-17": ("183", 525)})
    assert said == "Q3 2016/17: 501 children looked after, 32 more than in 2015/16"


def test_a_figure_that_is_overdue_is_too_old_to_judge():
    said = headline("FY2017-18Q2", LOOKED_AFTER)
    assert said == "Latest figure: Q3 2016/17, too old to judge"


def test_nothing_at_all_yet():
    assert headline("FY2013-14Q1", LOOKED_AFTER) == "No figure by Q1 2013/14"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("19.1", "the same as in 2015/16"),
        ("18.0", "down 1.1 points on 2015/16"),
        ("20.0", "up 0.9 points on 2015/16"),
    ],
)
def test_a_target_relative_to_last_year_is_told_with_the_change(now, said):
    found = headline(
        "FY2016-17Q3",
        {"FY2015-16": "19.1", "FY2016-17Q3": now},
        targets=(target(TargetRule.BELOW_REFERENCE),),
        **(PERCENT | {"said": "were repeat plans"}),
    )
    assert found == f"{now}% were repeat plans, {said}; the target was a decrease"


def test_a_symbol_says_why():
    said = headline("FY2016-17Q3", {"FY2016-17Q3": Symbol.CONFIDENTIAL})
    assert said == "No figure for Q3 2016/17: confidential"


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (("2.0", 1), ("4.0", 2), "1 child looked after: 1 fewer than in 2015/16"),
        (("4.0", 2), ("4.0", 2), "2 children looked after: the same as in 2015/16"),
        (("4.1", 2), ("4.0", 2), "2 children looked after: rate up 0.1 on 2015/16"),
    ],
)
def test_singular_plural_and_no_change(now, before, said):
    assert headline("FY2016-17Q3", {"FY2015-16": before, "FY2016-17Q3": now}) == said


def test_a_rate_beside_a_count_is_called_a_rate():
    areas = {"england": {"FY2015-16": "60"}}
    assert headline("FY2016-17Q3", LOOKED_AFTER, areas=areas) == (
        "501 children looked after: rate 114.7 above England, 32 more than in 2015/16"
    )


def test_a_negative_value():
    given = {"FY2015-16": "1.0", "FY2016-17Q3": "-2.5"}
    said = headline("FY2016-17Q3", given, unit=Unit.PERCENT, said="growth", polarity=Polarity.HIGH)
    assert said == "−2.5% growth: down 3.5 points on 2015/16"


def test_facts_are_dropped_from_the_end():
    said = headline(
        "FY2016-17Q3",
        LOOKED_AFTER,
        targets=(target(TargetRule.AT_MOST, "153.8", 443),),
        said="looked after by the council in a foster or residential home",
    )
    assert said == (
        "501 children looked after by the council in a foster or residential home: 58 above target"
    )
    assert len(said) <= LONGEST


def test_a_rate_without_its_number_keeps_its_unit():
    assert headline("FY2016-17Q3", {"FY2016-17Q3": "174.7"}) == (
        "174.7 per 10,000 children looked after"
    )


def test_a_count_is_called_what_it_counts():
    said = headline(
        "FY2016-17Q3",
        {"FY2016-17Q3": "7"},
        unit=Unit.COUNT,
        noun="complaint/complaints",
        said="upheld",
    )
    assert said == "7.0 complaints upheld"


def test_a_rates_distance_from_target_beside_a_count_is_called_a_rate():
    targets = (target(TargetRule.AT_MOST, "153.8"),)
    said = headline("FY2016-17Q3", LOOKED_AFTER, targets=targets)
    assert said.startswith("501 children looked after: rate 20.9 above target")


def test_a_quarters_own_target_comes_before_the_year_end():
    targets = (target(TargetRule.AT_LEAST, "65", period="FY2016-17Q3"),)
    said = headline("FY2016-17Q3", REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert said == (
        "61.6% reviewed so far this year: 3.4 points below Q3 target, about 82% at an even pace"
    )
