import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.summary import chance_words, expected_year_end, summary_rows
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target

REVIEWED = record(REVIEWS, basis=Basis.YEAR_TO_DATE, **PERCENT)


def test_a_count_is_expected_in_people_and_a_share_as_one():
    assert expected_year_end(finding("FY2016-17Q3", record(LOOKED_AFTER))) == "477 to 535"
    assert expected_year_end(finding("FY2016-17Q3", REVIEWED)) == "about 82%"


@pytest.mark.parametrize("quarter", ["FY2016-17Q1", "FY2016-17Q4", "FY2013-14Q1"])
def test_where_there_is_no_outlook_nothing_is_said(quarter):
    """Too few quarters at Q1, the year over at Q4, no figure at all before."""
    found = finding(quarter, record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),)))
    assert (expected_year_end(found), chance_words(found)) == ("", "")


@pytest.mark.parametrize(
    ("level", "chance"),
    [
        ("150", "; unlikely to meet the target"),
        ("175", "; could go either way"),
        ("190", "; likely to meet the target"),
        (None, ""),
    ],
)
def test_the_level_and_the_chance_are_said_and_never_coloured(level, chance):
    targets = (target(TargetRule.AT_MOST, level),) if level else ()
    found = finding("FY2016-17Q3", record(LOOKED_AFTER, targets=targets))
    row = summary_rows(found)[-1]
    assert row.label == "Outlook, 8 in 10, if it moves as it has, indicative"
    assert row.text == f"477 to 535 children{chance}"
    assert row.status == "same"


def test_an_even_pace_has_no_level():
    found = finding("FY2016-17Q3", REVIEWED)
    row = summary_rows(found)[-1]
    assert (row.label, row.text) == ("Outlook, at an even pace", "about 82%")
    assert found.headline.startswith("61.6% reviewed so far this year: about 82% at an even pace")
