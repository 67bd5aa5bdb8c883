from decimal import Decimal

from dashboard.domain.facts.indicator import Basis
from tests.build import PERCENT, REVIEWS, finding, record

YTD = {"basis": Basis.YEAR_TO_DATE, **PERCENT}


def projected(quarter, given):
    return finding(quarter, record(given, **YTD)).projected


def test_in_proportion_to_the_quarters_gone():
    assert round(projected("FY2016-17Q3", REVIEWS), 1) == Decimal("82.1")
    assert projected("FY2016-17Q2", REVIEWS) == Decimal(76)


def test_by_the_mean_share_of_three_earlier_years():
    given = {"FY2016-17Q3": "60"}
    for year, share in ((2013, "45"), (2014, "40"), (2015, "35")):
        given |= {f"FY{year}-{year - 1999}Q3": share, f"FY{year}-{year - 1999}": "50"}
    assert projected("FY2016-17Q3", given) == Decimal(75), "60 / 0.8"


def test_a_share_never_passes_the_whole():
    assert projected("FY2016-17Q2", {"FY2016-17Q2": "70"}) == Decimal(100)


def test_there_is_none_once_the_year_has_ended():
    assert projected("FY2016-17Q4", REVIEWS) is None
    assert projected("FY2017-18Q1", REVIEWS) is None
    assert finding("FY2016-17Q3", record(REVIEWS)).projected is None, "a snapshot is not scaled"


def test_the_first_quarter_is_a_fourth_of_the_year():
    assert projected("FY2016-17Q1", REVIEWS) == Decimal("90.8")


def test_a_rate_may_pass_a_hundred():
    made = record({"FY2016-17Q2": "70"}, basis=Basis.YEAR_TO_DATE)
    assert finding("FY2016-17Q2", made).projected == 140


def test_years_without_both_figures_tell_no_share():
    """Only two of these years have a third quarter and an end that are not nothing."""
    given = {"FY2016-17Q3": "60", "FY2010-11Q3": "45", "FY2011-12": "50"}
    given |= {"FY2012-13Q3": "45", "FY2012-13": "50", "FY2013-14Q3": "45", "FY2013-14": "50"}
    given |= {"FY2014-15Q3": "0", "FY2014-15": "50", "FY2015-16Q3": "45", "FY2015-16": "0"}
    assert projected("FY2016-17Q3", given) == Decimal(80), "60 × 4 ÷ 3"


def test_a_year_end_may_be_its_fourth_quarter():
    given = {"FY2016-17Q3": "60"}
    for year in (2013, 2014, 2015):
        given |= {f"FY{year}-{year - 1999}Q3": "45", f"FY{year}-{year - 1999}Q4": "50"}
    assert round(projected("FY2016-17Q3", given), 2) == Decimal("66.67"), "60 ÷ 0.9"
