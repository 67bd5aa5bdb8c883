from dataclasses import replace

import pytest

from dashboard.domain.facts.indicator import Origin
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.facts.stated_in import stated_in
from tests.build import observation, target


@pytest.mark.parametrize(
    ("quarter", "words"),
    [
        ("FY2016-17Q1", "as stated in Q3 2016/17"),
        ("FY2016-17Q2", "as stated in Q3 2016/17"),
        ("FY2016-17Q3", ""),
        ("FY2017-18Q1", ""),
    ],
)
def test_a_figure_of_a_later_report_says_which(quarter, words):
    assert stated_in(observation("FY2016-17Q1", "174.7"), parse(quarter)) == words
    assert stated_in(target(TargetRule.AT_MOST, "153.8"), parse(quarter)) == words


def test_published_figures_name_no_report():
    published = observation("FY2015-16", "174.7", origin=Origin.PUBLISHED)
    assert stated_in(published, parse("FY2015-16Q4")) == ""
    assert stated_in(replace(published, release=None), parse("FY2010-11Q1")) == ""
