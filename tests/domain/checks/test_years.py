"""A year's own figure against its quarters, whatever they are."""

from decimal import Decimal

import pytest

from dashboard.domain.checks.years import check_years
from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from tests.build import record

END = parse("FY2016-17Q4")


def said(quarters, year, basis=Basis.PERIOD, **more):
    given = {f"FY2016-17Q{n}": Decimal(v) for n, v in enumerate(quarters, start=1)}
    made = record(given | {"FY2016-17": Decimal(year)}, basis=basis, **more)
    return [check.sentence for check in check_years(made, known_figures(made, END))]


@pytest.mark.parametrize("year", ["40", "10", "10.9"])
def test_a_rate_whose_year_is_the_sum_or_the_mean_of_its_quarters_is_silent(year):
    assert said(("10", "10", "10", "10"), year) == []


def test_a_rate_whose_year_is_neither_is_told():
    assert said(("10", "10", "10", "10"), "60") == [
        "The year, 60.0, is not near the sum (40.0) and the mean (10.0) of its quarters"
    ]


def test_where_the_period_is_not_stated_the_year_may_be_the_fourth_quarter():
    assert said(("10", "20", "30", "40"), "41", basis=Basis.UNSTATED) == []
    assert said(("10", "20", "30", "40"), "70", basis=Basis.UNSTATED) == [
        "The year, 70.0, is not near the sum (100.0), the mean (25.0) and the fourth quarter "
        "(40.0) of its quarters"
    ]


def test_rounding_alone_is_no_difference():
    assert said(("70", "72", "76", "80.4"), "80", basis=Basis.SNAPSHOT) == []
    assert len(said(("70", "72", "76", "80.6"), "80", basis=Basis.SNAPSHOT)) == 1
