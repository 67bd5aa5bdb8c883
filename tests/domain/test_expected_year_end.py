import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.summary import chance_words, expected_year_end
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target


def test_a_count_is_expected_in_people_and_a_share_as_one():
    assert expected_year_end(finding("FY2016-17Q3", record(LOOKED_AFTER))) == "about 501"
    shares = record(REVIEWS, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert expected_year_end(finding("FY2016-17Q3", shares)) == "about 82.1%"


@pytest.mark.parametrize("quarter", ["FY2016-17Q1", "FY2016-17Q4", "FY2013-14Q1"])
def test_where_there_is_no_outlook_nothing_is_said(quarter):
    """Too few quarters at Q1, no new figure at Q4, no figure at all before."""
    found = finding(quarter, record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),)))
    assert expected_year_end(found) == ""
    assert chance_words(found) == ""


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("150", "unlikely to meet the target"),
        ("175", "could go either way"),
        ("190", "likely to meet the target"),
    ],
)
def test_the_chance_in_words(level, said):
    targets = (target(TargetRule.AT_MOST, level),)
    found = finding("FY2016-17Q3", record(LOOKED_AFTER, targets=targets))
    assert chance_words(found) == said


def test_without_a_target_there_is_no_chance():
    assert chance_words(finding("FY2016-17Q3", record(LOOKED_AFTER))) == ""
