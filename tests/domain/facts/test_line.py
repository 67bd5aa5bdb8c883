from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol
from tests.build import record, series


@pytest.mark.parametrize(
    ("period", "starts"), [("FY2016-17Q3", "2016-01-01"), ("FY2015-16", "2015-04-01")]
)
def test_twelve_months_begin_a_year_before_they_end(period, starts):
    made = record({period: "5"}, basis=Basis.ROLLING_12M)
    line = known_figures(made, parse("FY2016-17Q3")).main
    assert line.starts(line.latest).isoformat() == starts


def test_a_figure_that_ends_on_a_day_of_its_own_has_no_stated_first_day():
    made = record(published={"FY2015-16": "5"})
    early = replace(made.observations[0], ends=date(2015, 11, 15))
    made = replace(
        made,
        observations=(early,),
        series={Origin.PUBLISHED: series(Origin.PUBLISHED, Basis.PERIOD)},
    )
    line = known_figures(made, parse("FY2016-17Q3")).main
    assert line.starts(line.latest) is None


def test_a_single_period_is_summed_from_its_first_day():
    made = record({"FY2016-17Q3": "5"}, basis=Basis.PERIOD)
    line = known_figures(made, parse("FY2016-17Q3")).main
    assert line.starts(line.latest) == date(2016, 10, 1)


def test_without_a_value_there_is_no_latest_valued():
    made = record({"FY2016-17Q2": Symbol.CONFIDENTIAL, "FY2016-17Q3": "5"})
    line = known_figures(made, parse("FY2016-17Q3")).main
    assert line.latest_valued(line.points[0]) is None
    assert line.latest_valued(line.latest).value == 5
