from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.checks.forecast_backtest import past_outlooks
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.outlook import Chance
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target


def outlook(figures, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(figures, **more)).outlook


def rounded(found, digits=1):
    return tuple(round(float(value), digits) for value in (found.centre, found.low, found.high))


def test_annual_reviews():
    found = outlook(REVIEWS, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert rounded(found) == (82.1, 72.2, 92.0)
    assert found.sentence == "2016/17 ends at about 82.1% (72.2% to 92.0%), indicative"


def test_looked_after():
    found = outlook(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8", 443),))
    assert [round(float(end), 1) for end in found.counts] == [477.4, 524.6]
    assert found.sentence == (
        "2016/17 ends at about 501 (477 to 525), indicative: unlikely to meet the target"
    )


def test_the_rate_goes_by_the_latest_denominator():
    made = record(LOOKED_AFTER)
    rows = [replace(row, denominator=Decimal(28685)) for row in made.observations]
    found = finding("FY2016-17Q3", replace(made, observations=tuple(rows))).outlook
    assert rounded(found)[1:] == (166.4, 182.9)


@pytest.mark.parametrize(
    ("rule", "level", "chance"),
    [
        (TargetRule.AT_MOST, "166.3", Chance.UNLIKELY),
        (TargetRule.AT_MOST, "170", Chance.EITHER),
        (TargetRule.AT_MOST, "183", Chance.LIKELY),
        (TargetRule.AT_LEAST, "183", Chance.UNLIKELY),
        (TargetRule.AT_LEAST, "166", Chance.LIKELY),
        (TargetRule.BASELINE_YEAR, None, Chance.NONE),
        (TargetRule.BELOW_REFERENCE, None, Chance.UNLIKELY),
    ],
)
def test_the_chance_of_the_target(rule, level, chance):
    """The interval is 166.4 to 182.9; last year ended at 162.8."""
    assert outlook(LOOKED_AFTER, targets=(target(rule, level),)).chance is chance


@pytest.mark.parametrize(
    ("rule", "england", "chance"),
    [
        # Our year is expected to end between 166.5 and 182.9.
        (TargetRule.BELOW_AREA, "160", Chance.UNLIKELY),
        (TargetRule.BELOW_AREA, "175", Chance.EITHER),
        (TargetRule.BELOW_AREA, "190", Chance.LIKELY),
        (TargetRule.ABOVE_AREA, "160", Chance.LIKELY),
        (TargetRule.ABOVE_AREA, "175", Chance.EITHER),
        (TargetRule.ABOVE_AREA, "190", Chance.UNLIKELY),
    ],
)
def test_the_chance_of_ending_on_the_wanted_side_of_another_area(rule, england, chance):
    found = outlook(
        LOOKED_AFTER,
        areas={"england": {"FY2015-16": england}},
        targets=(target(rule, reference="england"),),
    )
    assert found.chance is chance


def test_without_the_other_areas_figure_there_is_no_chance():
    wanted = (target(TargetRule.BELOW_AREA, reference="england"),)
    assert outlook(LOOKED_AFTER, targets=wanted).chance is Chance.NONE


@pytest.mark.parametrize(
    ("low", "high", "chance"),
    [
        ("160", "190", Chance.LIKELY),
        ("170", "190", Chance.EITHER),
        ("160", "175", Chance.EITHER),
        ("170", "175", Chance.EITHER),
        ("150", "166", Chance.UNLIKELY),
        ("183", "190", Chance.UNLIKELY),
    ],
)
def test_the_chance_of_ending_within_a_range(low, high, chance):
    found = outlook(LOOKED_AFTER, targets=(target(TargetRule.BETWEEN, low, upper=high),))
    assert found.chance is chance


@pytest.mark.parametrize(
    ("rule", "level", "chance"),
    [
        (TargetRule.AT_MOST, "100", Chance.EITHER),
        (TargetRule.AT_LEAST, "100", Chance.EITHER),
        (TargetRule.BETWEEN, "100", Chance.LIKELY),
    ],
)
def test_a_target_on_the_end_of_the_interval_could_go_either_way(rule, level, chance):
    """Quarters that did not move: the interval is 100 to 100."""
    still = {f"FY2016-17Q{n}": "100" for n in (1, 2, 3)}
    upper = {"upper": level} if rule is TargetRule.BETWEEN else {}
    assert outlook(still, targets=(target(rule, level, **upper),)).chance is chance


def test_a_share_never_ends_above_the_whole_nor_below_what_it_has_reached():
    figures = {"FY2016-17Q1": "30", "FY2016-17Q2": "61", "FY2016-17Q3": "92"}
    found = outlook(figures, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert rounded(found)[::2] == (100, 100)
    assert found.low >= 92


def test_with_three_earlier_years_it_goes_by_their_shares():
    figures = {}
    for year, (third, end) in enumerate(((70, 100), (72, 96), (66, 88)), start=13):
        figures |= {f"FY20{year}-{year + 1}Q3": third, f"FY20{year}-{year + 1}": end}
    found = outlook(figures | {"FY2016-17Q3": "61.6"}, basis=Basis.YEAR_TO_DATE)
    assert rounded(found)[0] == 84.0, "61.6 ÷ mean of 0.7, 0.75 and 0.75"
    assert not outlook(figures | {"FY2016-17Q3": "61.6"}, basis=Basis.SNAPSHOT).centre


@pytest.mark.parametrize(
    ("figures", "more", "why"),
    [
        ({"FY2016-17Q3": "19.1"}, {"basis": Basis.UNSTATED}, "does not say over what period"),
        ({"FY2016-17Q3": "19.1"}, {"basis": Basis.ROLLING_36M}, "three years hardly moves"),
        ({"FY2016-17Q3": "19.1"}, {"basis": Basis.SNAPSHOT}, "it takes 3 quarters in a row"),
        ({"FY2016-17Q3": "19.1"}, {"basis": Basis.PERIOD}, "it takes 4 quarters"),
        ({"FY2016-17Q2": "38"}, {"basis": Basis.YEAR_TO_DATE}, "it takes 3 quarters of the year"),
        (
            {"FY2016-17Q3": "19.1"},
            {"basis": Basis.PERIOD, **PERCENT},
            "the quarters of such a figure do not add up to a year",
        ),
    ],
)
def test_where_there_is_none_it_says_why(figures, more, why):
    quarter = next(iter(figures))
    found = outlook(figures, quarter, **more)
    assert found.centre is None
    assert why in found.sentence


def test_at_the_fourth_quarter_the_outturn_stands():
    assert outlook({"FY2016-17Q4": "19.1"}, "FY2016-17Q4") is None


def test_a_step_between_two_year_ends_does_not_count():
    figures = {"FY2014-15": ("156.4", 454), **LOOKED_AFTER}
    assert outlook(figures).reason.numbers[0][1] == "+18, +17, -3"


def test_quarters_that_stand_alone_go_by_last_years():
    figures = {f"FY2015-16Q{n}": value for n, value in enumerate((100, 200, 130, 70), start=1)}
    figures |= {f"FY2014-15Q{n}": value for n, value in enumerate((100, 200, 130, 70), start=1)}
    found = outlook(
        figures | {"FY2016-17Q1": 110, "FY2016-17Q2": 220}, "FY2016-17Q2", basis=Basis.PERIOD
    )
    assert found.low < found.centre < found.high
    # Six ratios: four of 1 and two of 1.1; 330 so far and 200 to come.
    assert rounded(found, 0)[0] == round(330 + 200 * (1.1 * 1.1) ** (1 / 6))


def test_past_outlooks_are_held_against_what_came():
    quarters = {f"FY2015-16Q{n}": (f"{150 + n}", 450 + n) for n in (1, 2, 3)}
    made = record(quarters | {"FY2015-16": ("160", 480)} | LOOKED_AFTER)
    found = past_outlooks(made, parse("FY2016-17Q3"))
    assert [each.quarter.id for each in found] == ["FY2015-16Q2", "FY2015-16Q3"]
    assert not found[1].held, "steps of 1 led nobody to expect 27 more"
    assert past_outlooks(made, parse("FY2015-16Q3")) == ()


@pytest.mark.parametrize(("end", "held"), [("100", True), ("100.1", False), ("99.9", False)])
def test_an_outlook_held_where_the_year_ended_within_it(end, held):
    """Quarters that did not move: the interval is 100 to 100, its ends included."""
    quarters = {"FY2014-15Q4": "100"} | {f"FY2015-16Q{n}": "100" for n in (1, 2, 3)}
    made = record(quarters | {"FY2015-16": end, "FY2016-17Q1": "100"})
    found = past_outlooks(made, parse("FY2016-17Q1"))
    assert [(each.quarter.id, each.held) for each in found] == [
        ("FY2015-16Q2", held),
        ("FY2015-16Q3", held),
    ]
    assert {each.outturn for each in found} == {Decimal(end)}


def test_an_outlook_of_published_figures_is_not_held_against_a_return():
    """At Q2 of 2015/16 the published figures stood; at the end of 2016/17 the return does."""
    published = {f"FY2015-16Q{n}": "100" for n in (1, 2, 3)}
    made = record({"FY2016-17Q1": "100", "FY2016-17Q2": "100"}, published)
    assert past_outlooks(made, parse("FY2016-17Q2")) == ()


def test_without_any_figure_there_are_no_past_outlooks():
    assert past_outlooks(record(), parse("FY2016-17Q2")) == ()


@given(st.lists(st.integers(1, 5000), min_size=3, max_size=12), st.integers(1, 5000))
def test_a_later_figure_changes_no_earlier_outlook(values, later):
    quarters = [f"FY20{13 + n // 4}-{14 + n // 4}Q{n % 4 + 1}" for n in range(len(values) + 1)]
    figures = dict(zip(quarters, map(str, values), strict=False))
    now = quarters[len(values) - 1]
    assert outlook(figures, now) == outlook(figures | {quarters[-1]: str(later)}, now)


def test_a_year_that_never_ended_hides_no_later_one():
    quarters = {f"FY2014-15Q{n}": "100" for n in (1, 2, 3)}
    quarters |= {f"FY2015-16Q{n}": "100" for n in (1, 2, 3)}
    made = record(quarters | {"FY2015-16": "100"})
    found = past_outlooks(made, parse("FY2016-17Q1"))
    assert [each.quarter.id for each in found] == [
        "FY2015-16Q1",
        "FY2015-16Q2",
        "FY2015-16Q3",
    ]
