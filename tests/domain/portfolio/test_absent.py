"""What is not in the picture: each fact with how many it is of, and their names."""

from dashboard.domain.portfolio.absent import absent
from tests.build import LOOKED_AFTER, finding, record


def said(*findings):
    return [each.said for each in absent(findings)]


def test_nothing_is_absent_from_nothing():
    assert absent([]) == ()


def test_each_fact_says_how_many_and_the_name_of_one_alone():
    one = finding("FY2016-17Q3", record(LOOKED_AFTER, name="Looked after"))
    assert said(one) == [
        "1 without a figure for Q3 2015/16 to compare with (Looked after)",
        "1 without a comparator (Looked after)",
        "1 without commentary (Looked after)",
        "1 without a target (Looked after)",
    ]
    two = finding("FY2016-17Q3", record(LOOKED_AFTER, id="other", name="Other"))
    assert said(one, two)[0] == "2 without a figure for Q3 2015/16 to compare with"
    assert absent([one, two])[0].names == ("Looked after", "Other")


def test_a_figure_of_the_year_before_is_not_missed():
    figures = LOOKED_AFTER | {"FY2015-16Q3": "160.0"}
    found = said(finding("FY2016-17Q3", record(figures, areas={"england": {"FY2015-16": "60"}})))
    assert [each for each in found if "compare" in each or "comparator" in each] == []


def test_older_figures_are_told_from_none():
    older = finding("FY2016-17Q4", record(LOOKED_AFTER, name="Older"))
    none = finding("FY2013-14Q1", record(LOOKED_AFTER, name="None"))
    assert said(older)[0] == "1 with an earlier figure only (Older)"
    assert said(none) == ["1 without a current figure (None)"]
