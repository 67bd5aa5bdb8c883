from dataclasses import replace

import pytest

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.wording.verdict import Verdict
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
            "Worse than last year",
            "bad",
        ),
        ({"FY2015-16": "180", "FY2016-17Q3": "174.7"}, {}, "Not an exception", "none"),
        ({"FY2016-17Q3": "174.7"}, {}, "Cannot judge", "none"),
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
        (LOOKED_AFTER, {"targets": MISS, "polarity": Polarity.NEUTRAL}, "Cannot judge", "none"),
    ],
)
def test_an_exception_comes_first_then_what_the_target_says(given, more, text, status):
    assert judged(given, **more) == Verdict(text, status)


def test_an_old_figure_has_no_verdict_on_the_quarter():
    assert judged(LOOKED_AFTER, "FY2016-17Q4", targets=MISS) == Verdict("No new figure", "none")


def test_a_worsening_that_chance_could_make_is_told():
    assert judged(LOOKED_AFTER) == Verdict("Worse than last year, could be chance", "bad")


def test_worse_than_another_span_names_it():
    given = {"CY2011-2013": "5", "CY2014-2016": "6"}
    found = judged(given, "FY2016-17Q3", basis=Basis.ROLLING_36M)
    assert found == Verdict("Worse than 2011 to 2013", "bad")


@pytest.mark.parametrize(
    ("given", "more", "within"),
    [
        (LOOKED_AFTER, {}, True),
        (LOOKED_AFTER, {"targets": MISS}, False),
        ({"FY2015-16": ("100.0", 287), "FY2016-17Q3": ("174.7", 501)}, {}, False),
        ({"FY2015-16": "162.8", "FY2016-17Q3": "174.7"}, {}, False),
        ({"FY2015-16": ("180.0", 516), "FY2016-17Q3": ("174.7", 501)}, {}, False),
        ({"FY2016-17Q3": "174.7"}, {}, False),
        ({}, {}, False),
    ],
)
def test_only_a_worsening_within_chance_is_one(given, more, within):
    assert finding("FY2016-17Q3", record(given, **more)).within_chance is within


def test_an_old_worsening_is_none_of_the_quarters():
    found = finding("FY2016-17Q4", record(LOOKED_AFTER))
    assert not found.within_chance
    assert replace(found, is_new=True).within_chance
