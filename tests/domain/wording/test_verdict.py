import pytest

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.wording.verdict import Verdict, change_said
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target

MISS = (target(TargetRule.AT_MOST, "153.8", 443),)
MEET = (target(TargetRule.AT_MOST, "200"),)


def judged(given, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(given, **more)).verdict


@pytest.mark.parametrize(
    ("given", "more", "text", "status"),
    [
        (LOOKED_AFTER, {"targets": MISS}, "✖ Misses its target", "bad"),
        ({"FY2016-17Q3": "174.7"}, {"targets": MISS}, "✖ Misses its target", "bad"),
        ({"FY2016-17Q3": "174.7"}, {"targets": MEET}, "✔ Meets its target", "good"),
        (
            {"FY2015-16": "150", "FY2016-17Q3": "174.7"},
            {"targets": MEET},
            "✔ Meets its target",
            "good",
        ),
        (
            {"FY2015-16": "180", "FY2016-17Q3": "174.7"},
            {},
            "Better than in 2015/16, not tested",
            "same",
        ),
        ({"FY2015-16": "174.7", "FY2016-17Q3": "174.7"}, {}, "The same as in 2015/16", "same"),
        ({"FY2016-17Q3": "174.7"}, {}, "No earlier figure to compare with", "none"),
        (
            {"FY2016-17Q3": "174.7"},
            {"targets": (target(TargetRule.BASELINE_YEAR),)},
            "Baseline year",
            "none",
        ),
        (
            REVIEWS,
            {
                "targets": (target(TargetRule.AT_LEAST, "80"),),
                "basis": Basis.YEAR_TO_DATE,
                **PERCENT,
            },
            "Judged at year end",
            "none",
        ),
        (
            LOOKED_AFTER,
            {"targets": MISS, "polarity": Polarity.NEUTRAL},
            "Neither way is better",
            "none",
        ),
    ],
)
def test_the_target_comes_first_then_the_comparison(given, more, text, status):
    assert judged(given, **more) == Verdict(text, status)


def test_a_figure_that_is_overdue_has_no_verdict():
    assert judged(LOOKED_AFTER, "FY2017-18Q1", targets=MISS) == Verdict("No current figure", "none")


def test_a_miss_stays_until_the_next_figure():
    assert judged(LOOKED_AFTER, "FY2016-17Q4", targets=MISS).text == "✖ Misses its target"


def test_a_worsening_that_could_be_chance_is_told():
    assert judged(LOOKED_AFTER) == Verdict("Worse than in 2015/16, could be chance", "same")


def test_a_worsening_beyond_chance_has_its_colour():
    given = {"FY2015-16": ("100.0", 287), "FY2016-17Q3": ("174.7", 501)}
    assert judged(given) == Verdict("Worse than in 2015/16, more than chance", "bad")
    met = judged(given, targets=MEET)
    assert met == Verdict("✔ Meets its target, but worse by more than chance", "good")


def test_worse_than_another_span_names_it():
    given = {"CY2011-2013": "5", "CY2014-2016": "6"}
    found = judged(given, "FY2016-17Q3", basis=Basis.ROLLING_36M)
    assert found == Verdict("Worse than in 2011 to 2013, not tested", "same")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (("100.0", 287), "worse"),
        (("170.0", 488), "worse, could be chance"),
        (("174.7", 501), "same"),
        ("150", "worse, not tested"),
    ],
)
def test_the_bare_word_is_left_to_a_change_beyond_chance(before, said):
    found = finding("FY2016-17Q3", record({"FY2015-16": before, "FY2016-17Q3": ("174.7", 501)}))
    assert change_said(found.deciding.change.judgement, found.standing.real) == said
