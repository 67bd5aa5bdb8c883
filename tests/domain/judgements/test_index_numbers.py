from decimal import Decimal

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.judgements.index_numbers import IndexBase, NoBase, index_base, index_number
from tests.build import finding, record


def shown(given, quarter="FY2016-17Q3", **more):
    line = finding(quarter, record(given, **more)).known.main
    return line, [(p, p.value) for p in line.points if p.value is not None]


def test_a_figure_is_a_share_of_the_base():
    assert round(index_number(Decimal("174.7"), Decimal("162.8")), 1) == Decimal("107.3")


def test_the_base_is_the_earliest_date_that_both_have():
    ours = shown({"FY2014-15": "156.4", "FY2015-16": "162.8", "FY2016-17Q3": "174.7"})
    theirs = shown({"FY2015-16": "884.8", "FY2016-17Q3": "1059.4"})
    assert index_base(*ours, *theirs) == IndexBase(
        Decimal("162.8"), Decimal("884.8"), "2015/16", "2015/16"
    )


def test_a_calendar_year_is_a_base_together_with_the_financial_year_it_mostly_is():
    ours = shown({"FY2015-16": "10.0", "FY2016-17Q3": "11.0"})
    theirs = shown({}, published={"CY2015": "20.0", "CY2016": "21.0"})
    assert index_base(*ours, *theirs) == IndexBase(
        Decimal("10.0"), Decimal("20.0"), "2015/16", "2015"
    )


def test_zero_is_no_base():
    ours = shown({"FY2014-15": "0", "FY2015-16": "5", "FY2016-17Q3": "6"})
    theirs = shown({"FY2014-15": "7", "FY2015-16": "8", "FY2016-17Q3": "9"})
    assert index_base(*ours, *theirs) == IndexBase(
        Decimal("5.0"), Decimal("8.0"), "2015/16", "2015/16"
    )


def test_what_was_never_measured_at_the_same_time_has_none():
    ours, theirs = shown({"FY2016-17Q3": "6"}), shown({"FY2014-15": "7"})
    assert index_base(*ours, *theirs) == NoBase("they have no figures above zero for the same time")


def test_a_figure_that_builds_up_has_none():
    ours = shown({"FY2016-17Q2": "38", "FY2016-17Q3": "61.6"}, basis=Basis.YEAR_TO_DATE)
    found = index_base(*ours, *shown({"FY2016-17Q3": "6"}))
    assert found == NoBase("a figure that builds up from April starts again each year")
