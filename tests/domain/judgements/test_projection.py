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
