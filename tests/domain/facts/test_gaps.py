"""Stretches without a figure, and when a line is too irregular to have any."""

from datetime import date

from dashboard.domain.facts.gaps import gaps
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import Symbol
from tests.build import finding, record

YEARS = {
    f"FY{year}-{year - 1999}": "60" for year in (2013, 2014, 2015, 2016, 2017, 2018, 2021, 2022)
}


def said(figures, quarter="FY2022-23Q4", basis=Basis.SNAPSHOT, **stretch):
    line = finding(quarter, record(figures, basis=basis)).known.main
    start, end = stretch.get("start", date.min), stretch.get("end", date.max)
    return [gap.said for gap in gaps(line, start, end)]


def test_years_without_a_row_in_a_yearly_line_are_named():
    assert said(YEARS) == ["No figure for 2019/20 and 2020/21."]
    every_other = {f"FY{year}-{year - 1999}": "60" for year in range(2012, 2023, 2)}
    assert said(every_other) == []


def test_a_stated_reason_is_given_and_parts_a_stretch():
    figures = {
        "FY2018-19": "60",
        "FY2019-20": Symbol.NOT_AVAILABLE,
        "FY2020-21": Symbol.NOT_AVAILABLE,
        "FY2021-22": Symbol.CONFIDENTIAL,
        "FY2022-23": "61",
    }
    assert said(figures) == [
        "No figure for 2019/20 and 2020/21: not available.",
        "No figure for 2021/22: confidential.",
    ]
    assert said({"FY2021-22": Symbol.LOW, "FY2022-23": "1"}) == []


def test_quarters_are_told_and_a_long_stretch_by_its_ends():
    figures = {f"FY{year}-{year - 1999}Q{n}": "5" for year in range(2016, 2021) for n in (1, 2)}
    assert said(figures) == []
    whole = {f"FY{year}-{year - 1999}Q{n}": "5" for year in range(2016, 2021) for n in range(1, 5)}
    for period in ("FY2017-18Q2", "FY2017-18Q3", "FY2017-18Q4"):
        del whole[period]
    assert said(whole) == ["No figure for Q2 2017/18 to Q4 2017/18."]


def test_a_year_stands_for_its_fourth_quarter_and_the_other_way_round():
    figures = {"FY2015-16Q2": "5", "FY2015-16Q3": "5", "FY2015-16": "5", "FY2016-17Q1": "5"}
    assert said(figures) == []
    assert said(figures, basis=Basis.PERIOD) == ["No figure for Q4 2015/16."]


def test_only_the_stretch_that_is_asked_for_counts():
    figures = {f"FY{y}-{y - 1999}": "5" for y in (2010, 2012, 2013, 2014, 2015)}
    assert said(figures) == ["No figure for 2011/12."]
    assert said(figures, start=date(2013, 1, 1)) == []
