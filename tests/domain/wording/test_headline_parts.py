"""Each part of a headline: the figure, its span, and the movement with its moment."""

from dataclasses import replace

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.wording.headline import LONGEST, headline, now_sentence
from tests.build import LOOKED_AFTER, PERCENT, finding, record, target


def latest(quarter, given, **more):
    return finding(quarter, record(given, **more)).headline


@pytest.mark.parametrize(
    ("basis", "quarter", "given", "said"),
    [
        (
            Basis.YEAR_TO_DATE,
            "FY2016-17Q1",
            {"FY2016-17Q1": "20"},
            "20.0% reviewed so far this year",
        ),
        (
            Basis.YEAR_TO_DATE,
            "FY2016-17Q3",
            {"FY2016-17Q3": "60"},
            "60.0% reviewed so far this year",
        ),
        (Basis.YEAR_TO_DATE, "FY2016-17Q4", {"FY2016-17Q4": "80"}, "80.0% reviewed in the year"),
        (Basis.YEAR_TO_DATE, "FY2016-17Q4", {"FY2016-17": "80"}, "80.0% reviewed in the year"),
        (Basis.ROLLING_12M, "FY2016-17Q3", {"FY2016-17Q3": "80"}, "80.0% reviewed in 12 months"),
        (Basis.SNAPSHOT, "FY2016-17Q3", {"FY2016-17Q3": "80"}, "80.0% reviewed"),
    ],
)
def test_the_span_of_a_sum_is_told(basis, quarter, given, said):
    found = finding(quarter, record(given, basis=basis, **PERCENT))
    assert now_sentence(found.indicator, found.known) == said


@pytest.mark.parametrize(
    ("given", "changes", "said"),
    [
        (("174.7", 501), {}, "501 children looked after"),
        ("174.7", {}, "174.7 per 10,000 children looked after"),
        ("174.7", {"per": ""}, "174.7 rate looked after"),
        (("7", 7), {"unit": Unit.COUNT, "noun": "fire/fires", "said": "set"}, "7.0 fires set"),
        ("7", {"unit": Unit.COUNT, "noun": "", "said": "set"}, "7.0 set"),
        ("7", {"unit": Unit.SCORE, "noun": "", "said": "of ten"}, "7.0 of ten"),
        ("7", {"unit": Unit.SCORE, "noun": "", "said": ""}, "score 7.0"),
        ("7", {"unit": Unit.SCORE, "noun": "day/days", "said": "lost"}, "7.0 days lost"),
        (("65", 650), PERCENT, "65.0% reviewed"),
    ],
)
def test_the_figure_stands_first_with_its_unit(given, changes, said):
    found = finding("FY2016-17Q3", record({"FY2016-17Q3": given}, **changes))
    assert now_sentence(found.indicator, found.known) == said


def test_without_a_figure_there_is_nothing_to_say():
    found = finding("FY2013-14Q1", record(LOOKED_AFTER))
    assert now_sentence(found.indicator, found.known) == ""
    assert found.headline == "No figure by Q1 2013/14"


@pytest.mark.parametrize(
    ("given", "more", "movement"),
    [
        (
            {"FY2015-16Q3": "60", "FY2016-17Q3": "65"},
            {"seasonal": True},
            "up 5.0 points on Q3 2015/16",
        ),
        (
            {"FY2015-16Q3": "65", "FY2016-17Q3": "65"},
            {"seasonal": True},
            "the same as in Q3 2015/16",
        ),
        ({"FY2015-16": "66", "FY2016-17Q3": "65"}, {}, "down 1.0 points on 2015/16"),
        ({"FY2015-16": "65", "FY2016-17Q3": "65"}, {}, "the same as in 2015/16"),
        ({"CY2014": "60", "CY2015": "65"}, {"quarter": "FY2015-16Q3"}, "up 5.0 points on 2014"),
        ({"CY2014": "65", "CY2015": "65"}, {"quarter": "FY2015-16Q3"}, "the same as in 2014"),
    ],
)
def test_a_movement_is_told_with_its_moment(given, more, movement):
    assert latest(more.pop("quarter", "FY2016-17Q3"), given, **more, **PERCENT) == (
        f"65.0% reviewed: {movement}"
    )


@pytest.mark.parametrize(
    ("before", "now", "movement"),
    [
        (("4.0", 500), ("4.0", 501), "rate unchanged, 1 more than in 2015/16"),
        (("4.0", 502), ("4.1", 501), "1 fewer than in 2015/16"),
        (("4.0", 501), ("4.1", 501), "rate up 0.1 on 2015/16"),
        (("4.1", 501), ("4.0", 501), "rate down 0.1 on 2015/16"),
        (("4.0", 501), ("4.0", 501), "the same as in 2015/16"),
    ],
)
def test_a_movement_of_a_count_is_told_in_people(before, now, movement):
    given = {"FY2015-16": before, "FY2016-17Q3": now}
    assert latest("FY2016-17Q3", given) == f"501 children looked after: {movement}"


@pytest.mark.parametrize(
    ("england", "said"),
    [
        ("64", "1.0 points above England"),
        ("64.5", "0.5 points above England"),
        ("65", "the same as England"),
        ("66", "1.0 points below England"),
    ],
)
def test_without_a_target_england_is_told(england, said):
    given = {"FY2016-17Q3": "65"}
    areas = {"england": {"FY2015-16": england}}
    assert latest("FY2016-17Q3", given, areas=areas, **PERCENT) == f"65.0% reviewed: {said}"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (TargetRule.BELOW_REFERENCE, ", up 5.0 points on 2015/16; the target was a decrease"),
        (TargetRule.ABOVE_REFERENCE, ", up 5.0 points on 2015/16; the target was an increase"),
        (TargetRule.AT_MOST, ": 5.0 points above target, up 5.0 points on 2015/16"),
    ],
)
def test_a_target_that_names_last_year_needs_no_second_mention_of_it(rule, said):
    level = "60" if rule is TargetRule.AT_MOST else None
    given = {"FY2015-16": "60", "FY2016-17Q2": "64", "FY2016-17Q3": "65"}
    found = latest("FY2016-17Q3", given, targets=(target(rule, level),), **PERCENT)
    assert found == f"65.0% reviewed{said}"


def test_what_the_count_adds_is_left_to_the_target():
    given = {"FY2016-17Q3": ("154.1", 442)}
    found = latest("FY2016-17Q3", given, targets=(target(TargetRule.AT_MOST, "153.8", 443),))
    assert found == "442 children looked after: rate 0.3 above target"


def test_at_most_three_facts():
    given = {"FY2015-16": "50", "FY2016-17Q2": "20", "FY2016-17Q3": "30"}
    found = latest(
        "FY2016-17Q3",
        given | {"FY2015-16Q3": "20"},
        targets=(target(TargetRule.BASELINE_YEAR),),
        basis=Basis.YEAR_TO_DATE,
        **PERCENT,
    )
    assert found == (
        "30.0% reviewed so far this year: about 75.0% if it moves as it did in 2015/16"
    )


@pytest.mark.parametrize(("extra", "kept"), [(0, True), (1, False)])
def test_ninety_characters_fit(extra, kept):
    movement = ": up 5.0 points on 2015/16"
    said = "r" * (LONGEST - len("65.0% ") - len(movement) + extra)
    given = {"FY2015-16": "60", "FY2016-17Q3": "65"}
    found = latest("FY2016-17Q3", given, **(PERCENT | {"said": said}))
    assert found == f"65.0% {said}" + (movement if kept else "")


def test_a_figure_without_a_value_or_a_symbol_is_not_known():
    made = record({"FY2016-17Q3": "65"})
    row = replace(made.observations[0], value=None)
    found = finding("FY2016-17Q3", replace(made, observations=(row,)))
    said = "No figure for Q3 2016/17: not known"
    assert headline(found.indicator, found.known, found.target, (), None, None) == said
