from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.people import people_gap
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target


def gap(made):
    found = finding("FY2016-17Q3", made)
    return people_gap(found.indicator, found.known.main, found.target)


def of(made, denominator):
    rows = (replace(row, denominator=Decimal(denominator)) for row in made.observations)
    return replace(made, observations=tuple(rows))


@pytest.mark.parametrize(
    ("level", "count", "sentence"),
    [
        ("153.8", 443, "58 children above target"),
        ("174.4", 500, "1 child above target"),
        ("174.7", 501, "Exactly on target"),
        ("180", 516, "15 children below target"),
    ],
)
def test_the_gap_from_printed_counts(level, count, sentence):
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, level, count),)))
    assert found.sentence == sentence
    assert found.reason.numbers == (("figure", "501"), ("target", str(count)))


def test_without_a_printed_count_the_denominator_tells():
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),)))
    assert found.sentence == "About 60 children above target"
    assert found.reason.numbers[-1] == ("of", "28,678 (implied by count and rate)")


def test_a_share_so_far_says_how_many_more_by_year_end():
    targets = (target(TargetRule.AT_LEAST, "85"),)
    more = PERCENT | {"noun": "review/reviews"}
    made = record(REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **more)
    assert gap(of(made, 1393)).sentence == (
        "About 326 more reviews by year end would reach the target"
    )
    assert gap(made).count is None
    assert "cannot be told" in gap(made).sentence


def test_without_a_level_there_is_none():
    assert gap(record(LOOKED_AFTER)) is None
    assert gap(record(LOOKED_AFTER, targets=(target(TargetRule.BELOW_REFERENCE),))) is None


@pytest.mark.parametrize(
    ("level", "count", "people"),
    [("153.8", 443, 58), ("174.7", 501, 0), ("180", 516, 15)],
)
def test_how_many_has_no_sign(level, count, people):
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, level, count),)))
    assert found.count == people
    assert found.reason.rule == "Figure less target, as printed."


def test_a_count_of_nobody_is_a_count():
    figures = {"FY2016-17Q3": ("0.0", 0)}
    found = gap(record(figures, targets=(target(TargetRule.AT_MOST, "0.3", 1),)))
    assert (found.count, found.sentence) == (1, "1 child below target")
    assert found.reason.numbers == (("figure", "0"), ("target", "1"))


@pytest.mark.parametrize(
    ("level", "people", "sentence"),
    [
        # Of 1,000: 0.1% are one, and 0.05% is taken for a whole one.
        ("64.9", 1, "About 1 review above target"),
        ("64.95", 1, "About 1 review above target"),
        ("65", 0, "Exactly on target"),
        ("65.1", 1, "About 1 review below target"),
        ("66.25", 13, "About 13 reviews below target"),
    ],
)
def test_whole_people_as_many_as_it_takes(level, people, sentence):
    shares = PERCENT | {"noun": "review/reviews"}
    made = record({"FY2016-17Q3": "65"}, targets=(target(TargetRule.AT_LEAST, level),), **shares)
    found = gap(of(made, 1000))
    assert (found.count, found.sentence) == (people, sentence)
    assert found.reason.rule.startswith("The gap to the target times what the figure is of, ")
    assert found.reason.rule.endswith("in whole people.")
    written = "65.0%" if level == "64.95" else f"{Decimal(level):.1f}%"
    written = "66.3%" if level == "66.25" else written
    assert found.reason.numbers == (("figure", "65.0%"), ("target", written), ("of", "1,000"))


def test_without_a_noun_they_are_cases():
    made = record({"FY2016-17Q3": "65"}, targets=(target(TargetRule.AT_MOST, "60"),), **PERCENT)
    assert gap(of(made, 1000)).sentence == "About 50 cases above target"


@pytest.mark.parametrize(
    ("quarter", "value", "level", "sentence"),
    [
        ("FY2016-17Q1", "20", "80", "About 600 more by year end would reach the target"),
        ("FY2016-17Q2", "20", "80", "About 600 more by year end would reach the target"),
        ("FY2016-17Q3", "20", "80", "About 600 more by year end would reach the target"),
        ("FY2016-17Q3", "80", "80", "Exactly on target"),
        ("FY2016-17Q3", "90", "80", "About 100 cases above target"),
        ("FY2016-17Q4", "20", "80", "About 600 cases below target"),
    ],
)
def test_the_year_may_still_reach_its_target(quarter, value, level, sentence):
    made = record(
        {quarter: value},
        targets=(target(TargetRule.AT_LEAST, level),),
        basis=Basis.YEAR_TO_DATE,
        **PERCENT,
    )
    found = finding(quarter, of(made, 1000))
    told = people_gap(found.indicator, found.known.main, found.target)
    assert told.sentence == sentence
    assert told.count == (600 if "600" in sentence else 100 if "100" in sentence else 0)
    assert told.reason.numbers[-1] == ("of", "1,000")


def test_a_single_quarter_below_a_years_target_is_below_it():
    made = record(
        {"FY2016-17Q3": "20"},
        targets=(target(TargetRule.AT_LEAST, "80"),),
        basis=Basis.PERIOD,
        **PERCENT,
    )
    assert gap(of(made, 1000)).sentence == "About 600 cases below target"


@pytest.mark.parametrize(
    ("figures", "changes"),
    [
        ({"FY2016-17Q3": "174.7"}, {}),
        ({"FY2016-17Q3": ("5.0", 50)}, {}),
        ({"FY2016-17Q3": ("174.7", 501)}, {"per": "household"}),
    ],
    ids=["no count", "too rough", "per no number"],
)
def test_where_what_it_is_of_is_not_known_that_is_said(figures, changes):
    found = gap(record(figures, targets=(target(TargetRule.AT_MOST, "4"),), **changes))
    assert found.count is None
    assert found.sentence == (
        "How many people that is cannot be told: the number behind the figure is not stated"
    )
    assert found.reason.rule == "It would need the count and what it is of."


def test_a_range_has_no_gap_in_people():
    made = record(LOOKED_AFTER, targets=(target(TargetRule.BETWEEN, "100", upper="120"),))
    assert gap(made) is None
    assert people_gap(made.indicator, None, finding("FY2016-17Q3", made).target) is None
